"""How two figures are lined up: rules/matching.toml as immutable tables."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import repeat
from typing import Any, NamedTuple

from figurecheck.rulebook import rows
from figurecheck.rulebook.matching_tables import FIELDS, SETS
from figurecheck.rulebook.rows import alternation

Levels = Mapping[str, Mapping[str, float]]


class Overlap(NamedTuple):
    """What words that two texts share say of them, by their weights."""

    scale: float
    even: float
    unit: float
    low: float
    high: float

    def bits(self, shared: float, size: float) -> float:
        """The bits that an overlap gives: more for larger texts, nothing at the share that chance brings."""
        if not size:
            return 0.0
        bits = self.scale * min(size / self.unit, 1.0) * (shared / size - self.even)
        return min(max(bits, self.low), self.high)


@dataclass(frozen=True, slots=True)
class MatchingRules:
    """The settings of rules/matching.toml, which says what each one means."""

    start: float
    levels: Levels
    words: Mapping[str, float]
    local: Overlap
    """Of the words around two figures that count."""
    measured: Overlap
    """Of those around two measures: they alone say what is measured."""
    event: Overlap
    """Of those of two articles as wholes."""
    terms: Mapping[str, str]
    """The word that another is compared as, of those that copy uses for one another."""
    common: frozenset[str]
    silent: frozenset[str]
    clauses: frozenset[str]
    asides: frozenset[str]
    joins: frozenset[str]
    scope_of: Mapping[str, tuple[int, str]]
    """The set of [scope] that a word stands in, and the word by which it goes there."""
    apart: frozenset[str]
    foreseen: frozenset[str]
    fresh: frozenset[str]
    to_come: frozenset[str]
    subset_of: Mapping[str, int]
    within: re.Pattern[str]
    bases: Mapping[str, re.Pattern[str]]
    spans: Mapping[str, re.Pattern[str]]
    extents: Mapping[str, re.Pattern[str]]
    lands: re.Pattern[str]
    several: frozenset[str]
    poles: Mapping[str, frozenset[int]]
    """The rows of opposites in which a word stands, counted from 1: above 0 on the one side, below 0 on the other."""
    traded: frozenset[int]
    """The rows, both ways round, of what changes hands, which is both only for one doer."""
    margin_of: frozenset[str]
    margin_by: frozenset[str]
    margin_before: re.Pattern[str]
    margin_behind: re.Pattern[str]
    margin_alone: re.Pattern[str]
    margin_against: re.Pattern[str]
    tally_second: re.Pattern[str]
    """What stands before the second number of a tally: "by 52 votes to"."""
    each: frozenset[str]
    counted_in: frozenset[str]
    inclusive: re.Pattern[str]
    sort_of: Mapping[str, frozenset[tuple[int, int]]]
    """The rows of alternatives in which a word stands, and its side there, both by their number."""
    sort_phrases: tuple[str, ...]
    """Those of more than one word."""
    others: frozenset[str]
    known: frozenset[str]
    polls: frozenset[str]
    lasting: Mapping[str, int]
    lasts: re.Pattern[str]
    lasting_for: re.Pattern[str]
    lasting_nouns: tuple[str, ...]
    withheld_by: frozenset[str]
    withheld_what: frozenset[str]
    namesakes: re.Pattern[str]
    counting: re.Pattern[str]
    makes: frozenset[str]
    making: re.Pattern[str]
    """Any of `makes`, in a text."""
    makers: frozenset[str]
    made_by: frozenset[str]
    made_of: frozenset[str]
    made_for: frozenset[str]
    finds: frozenset[str]
    asked: frozenset[str]
    moving: frozenset[str]
    naming: frozenset[str]
    weekdays: frozenset[str]
    on_day: frozenset[str]
    everyday: frozenset[str]
    topical: frozenset[str]
    kind_of: Mapping[str, frozenset[int]]
    no_event: frozenset[str]
    after_another: re.Pattern[str]
    another: re.Pattern[str]
    topic_of: Mapping[str, str]
    """The first word of its kind of event or topic, by each of them."""
    statistic_of: Mapping[str, str]
    """The first word of its topic, by each of them."""
    part_of: Mapping[str, frozenset[int]]
    camp_of: Mapping[str, frozenset[int]]
    kin_of: Mapping[str, frozenset[int]]
    body_of: Mapping[str, frozenset[int]]
    people: frozenset[str]
    anybody: frozenset[str]
    cases: frozenset[str]
    wide: frozenset[str]
    bare: frozenset[str]
    measuring: frozenset[str]
    with_words: tuple[str, ...]
    gunman: frozenset[str]
    on_top: frozenset[str]
    others_left: frozenset[str]
    over: re.Pattern[str]
    single: frozenset[str]
    of_those: re.Pattern[str]
    of_known: re.Pattern[str]
    splits: re.Pattern[str]
    older_before: frozenset[str]
    older_first: frozenset[str]
    older_told: frozenset[str]
    older_after: tuple[str, ...]
    older_opening: frozenset[str]
    older_from: frozenset[str]
    older_from_after: frozenset[str]
    correction_marks: frozenset[str]
    correction_turns: frozenset[str]
    correction_onto: frozenset[str]
    instead: tuple[str, ...]
    wrong: tuple[str, ...]
    """Phrases between spaces."""
    taken_back: re.Pattern[str]
    either: frozenset[str]
    running: frozenset[str]
    befalls: frozenset[str]
    taken: frozenset[str]
    living: frozenset[str]
    counted: frozenset[str]
    vague: frozenset[str]
    mirrored: frozenset[str]
    near: frozenset[frozenset[str]]
    opposed: frozenset[frozenset[str]]
    sums: Mapping[str, frozenset[str]]
    own: re.Pattern[str]
    owner: re.Pattern[str]
    themselves: frozenset[str]
    belongs: frozenset[str]
    reported: frozenset[str]
    possessives: str
    """A pattern of any of them."""
    little: frozenset[str]
    generic: frozenset[str]
    of_states: frozenset[str]
    owned_by: frozenset[str]
    given_to: re.Pattern[str]
    openings: frozenset[str]
    doing: frozenset[str]
    whereabouts: frozenset[str]
    behind: frozenset[str]
    exchanges: frozenset[str]
    agencies: Mapping[str, str]
    agency_openings: frozenset[str]
    """The first words of the agencies' names."""
    copied: Mapping[str, float]
    alike: float

    def one_word(self, one: str | None, other: str | None) -> bool:
        """Are two nouns the same, or words that copy uses for one another: "19 games ... a match"?"""
        return one is not None and other is not None and self.terms.get(one, one) == self.terms.get(other, other)

    @classmethod
    def read(cls, table: Mapping[str, Any], synonyms: Mapping[str, Any]) -> "MatchingRules":
        """The rules of rules/matching.toml and the lexicon's synonyms.toml.

        Raises KeyError, TypeError or ValueError where a setting is missing or wrong.
        """
        words, groups, corrections, events = table["words"], table["groups"], table["corrections"], table["events"]
        scope = table["scope"]
        read: dict[str, Any] = {field: make(table[of][key]) for field, (of, key, make) in FIELDS.items()}
        read |= {f"{prefix}{key}": frozenset(table[of][key]) for of, prefix, keys in SETS for key in keys.split()}
        return cls(
            **read,
            **rows.owners(table["owners"]),
            start=float(table["start"]),
            levels={part: {k: float(v) for k, v in levels.items()} for part, levels in table["levels"].items()},
            words={k: float(v) for k, v in words.items() if isinstance(v, int | float)},
            local=_overlap(words, "local"),
            measured=_overlap(words, "local")._replace(even=float(words["measured_even"])),
            event=_overlap(words, "event"),
            terms=rows.terms(synonyms["synonyms"]),
            splits=re.compile(rf"[;,]| (?:{alternation(words['splits'])}) "),
            statistic_of=rows.named(events["topics"]),
            topic_of=rows.named([*events["kinds"], *events["topics"]]),
            of_those=re.compile(rf" of (?:{alternation(groups['those'])})\b"),
            of_known=re.compile(rf" of (?:{alternation(scope['known'])})\b"),
            taken_back=re.compile(
                rf" (?:{alternation(corrections['taken_back'])}) (?:\S+ ){{0,3}}"
                rf"(?:{alternation(corrections['claims'])}) "
            ),
            tally_second=re.compile(
                rf"\b(?:{alternation(scope['margin_alone'])}) \S+ (?:\w+ )?(?:{alternation(scope['margin_against'])}) $"
            ),
            within=re.compile(
                rf"\b(?:{alternation(scope['within'])}) (?!\d+,\d|(?:{alternation(scope['not_within'])})\b)",
                re.IGNORECASE,
            ),
            traded=frozenset().union(*map(read["poles"].get, table["names"]["exchanges"], repeat(frozenset()))),
            copied={name: float(value) for name, value in table["copied"].items()},
        )


def _overlap(words: Mapping[str, Any], scope: str) -> Overlap:
    return Overlap(*(float(words[f"{scope}_{name}"]) for name in Overlap._fields))
