"""How two figures are lined up: rules/matching.toml as immutable tables."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from itertools import repeat
from typing import Any, NamedTuple

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
    to_come: frozenset[str]
    subset_of: Mapping[str, int]
    within: re.Pattern[str]
    bases: Mapping[str, re.Pattern[str]]
    spans: Mapping[str, re.Pattern[str]]
    extents: Mapping[str, re.Pattern[str]]
    several: frozenset[str]
    poles: Mapping[str, frozenset[int]]
    """The rows of opposites in which a word stands, counted from 1: above 0 on the one side, below 0 on the other."""
    traded: frozenset[int]
    """The rows, both ways round, of what changes hands, which is both only for one doer."""
    margin_of: frozenset[str]
    margin_by: frozenset[str]
    margin_before: re.Pattern[str]
    margin_behind: re.Pattern[str]
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
    everyday: frozenset[str]
    topical: frozenset[str]
    kind_of: Mapping[str, frozenset[int]]
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
    possessives: str
    """A pattern of any of them."""
    little: frozenset[str]
    generic: frozenset[str]
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
        read: dict[str, Any] = {field: make(table[of][key]) for field, (of, key, make) in _FIELDS.items()}
        read |= {f"{prefix}{key}": frozenset(table[of][key]) for of, prefix, keys in _SETS for key in keys.split()}
        return cls(
            **read,
            **_owners(table["owners"]),
            start=float(table["start"]),
            levels={part: {k: float(v) for k, v in levels.items()} for part, levels in table["levels"].items()},
            words={k: float(v) for k, v in words.items() if isinstance(v, int | float)},
            local=_overlap(words, "local"),
            measured=_overlap(words, "local")._replace(even=float(words["measured_even"])),
            event=_overlap(words, "event"),
            terms=_terms(synonyms["synonyms"]),
            splits=re.compile(rf"[;,]| (?:{_any(words['splits'])}) "),
            statistic_of=_named(events["topics"]),
            topic_of=_named([*events["kinds"], *events["topics"]]),
            of_those=re.compile(rf" of (?:{_any(groups['those'])})\b"),
            taken_back=re.compile(
                rf" (?:{_any(corrections['taken_back'])}) (?:\S+ ){{0,3}}(?:{_any(corrections['claims'])}) "
            ),
            within=re.compile(rf"\b(?:{_any(scope['within'])}) (?!(?:{_any(scope['not_within'])})\b)", re.IGNORECASE),
            traded=frozenset().union(*map(read["poles"].get, table["names"]["exchanges"], repeat(frozenset()))),
            copied={name: float(value) for name, value in table["copied"].items()},
        )


def _overlap(words: Mapping[str, Any], scope: str) -> Overlap:
    return Overlap(*(float(words[f"{scope}_{name}"]) for name in Overlap._fields))


def _terms(synonyms: Mapping[str, str | list[str]]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for term, row in synonyms.items():
        members = row.split(",") if isinstance(row, str) else row
        for word in (term, *(member.strip() for member in members)):
            if found.setdefault(word, term) != term:
                raise ValueError(f"{word!r} stands with {found[word]!r} and with {term!r}: keep it in one of them")
    return found


def _owners(table: Mapping[str, list[str]]) -> dict[str, Any]:
    """ "it would cut", "said its jets"; "Power stations cut their emissions"."""
    pronouns, plans, said, possessives, belongs = (
        _any(table[name]) for name in ("pronouns", "plans", "said", "possessives", "belongs")
    )
    word = "[\\w’'-]+"
    return {
        "own": re.compile(rf"\b(?:(?:{pronouns}) (?:{plans})|(?:{said}) (?:that )?(?:{possessives}))\b"),
        "owner": re.compile(rf"((?:{word} ){{0,3}}{word}) ([a-z]+) (?:{belongs}) "),
        "themselves": frozenset(table["pronouns"]),
        "belongs": frozenset(table["belongs"]),
        "possessives": possessives,
    }


def _between_spaces(phrases: list[str]) -> tuple[str, ...]:
    return tuple(f" {phrase} " for phrase in phrases)


def _any(words: list[str]) -> str:
    return "|".join(map(re.escape, words))


def _named(groups: list[list[str]]) -> Mapping[str, str]:
    """The first of its group by each word; of the first group, where it stands in several."""
    return {word: group[0] for group in reversed(groups) for word in group}


def _phrases(table: Mapping[str, list[str]]) -> Mapping[str, re.Pattern[str]]:
    return {name: re.compile(rf"\b(?:{_any(phrases)})\b", re.IGNORECASE) for name, phrases in table.items()}


def _numbers(groups: list[list[str]]) -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for i, group in enumerate(groups):
        for word in group:
            found.setdefault(word, set()).add(i)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def _number(groups: list[list[str]]) -> Mapping[str, int]:
    return {word: i for i, group in enumerate(groups) for word in group}


def _forms(rows: list[list[str]]) -> Mapping[str, tuple[int, str]]:
    return {form: (i, forms.split()[0]) for i, row in enumerate(rows) for forms in row for form in forms.split()}


def _poles(rows: list[list[list[str]]]) -> dict[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for i, (one, other) in enumerate(rows, 1):
        for pole, side in ((i, one), (-i, other)):
            for word in side:
                found.setdefault(word, set()).add(pole)
    return {word: frozenset(poles) for word, poles in found.items()}


def _sides(rows: list[list[list[str]]]) -> dict[str, frozenset[tuple[int, int]]]:
    found: dict[str, set[tuple[int, int]]] = {}
    for i, row in enumerate(rows):
        for j, side in enumerate(row):
            for word in side:
                found.setdefault(word, set()).add((i, j))
    return {word: frozenset(sides) for word, sides in found.items()}


def _pairs(rows: list[list[str]]) -> frozenset[frozenset[str]]:
    return frozenset(map(frozenset, rows))


def _sums(rows: list[list[str]]) -> Mapping[str, frozenset[str]]:
    return {whole: frozenset(parts) for whole, *parts in rows}


_SETS = (
    ("words", "", "silent clauses asides joins"),
    (
        "scope",
        "",
        "apart foreseen to_come several others known polls everyday topical margin_of margin_by each counted_in",
    ),
    ("groups", "", "people anybody wide bare measuring gunman on_top others_left single"),
    ("older", "older_", "before first told opening from from_after"),
    ("corrections", "correction_", "marks turns onto"),
    ("actions", "", "either running befalls counted vague mirrored"),
    ("names", "", "little generic whereabouts behind exchanges"),
)
"""Lists that are sets of words: their section, what their fields' names begin with, and their names."""

_FIELDS: Mapping[str, tuple[str, str, Callable[[Any], object]]] = {
    "common": ("words", "common", lambda words: frozenset(words.split())),
    "scope_of": ("scope", "sets", _forms),
    "margin_before": ("scope", "margin_before", lambda phrases: re.compile(rf"\b(?:{_any(phrases)}) (?:\w+ ){{0,2}}$")),
    "margin_behind": ("scope", "margin_behind", lambda phrases: re.compile(rf"^[ -]?(?:{_any(phrases)})\b")),
    "inclusive": ("scope", "inclusive", lambda phrases: re.compile(rf"^.{{0,40}}, (?:{_any(phrases)})\b")),
    "bases": ("scope", "bases", _phrases),
    "spans": ("scope", "spans", _phrases),
    "extents": ("scope", "extents", _phrases),
    "subset_of": ("scope", "subset", _number),
    "poles": ("scope", "opposites", _poles),
    "sort_of": ("scope", "alternatives", _sides),
    "sort_phrases": ("scope", "alternatives", lambda rows: tuple(word for word in _sides(rows) if " " in word)),
    "kind_of": ("events", "kinds", _numbers),
    "body_of": ("names", "bodies", _numbers),
    "part_of": ("groups", "parts", _numbers),
    "camp_of": ("groups", "camps", _numbers),
    "kin_of": ("groups", "kin", _numbers),
    "with_words": ("groups", "with_words", tuple),
    "over": ("groups", "over", lambda phrases: re.compile(_any(phrases))),
    "older_after": ("older", "after", tuple),
    "instead": ("corrections", "instead", tuple),
    "wrong": ("corrections", "wrong", _between_spaces),
    "near": ("actions", "near", _pairs),
    "opposed": ("actions", "opposed", _pairs),
    "sums": ("actions", "sums", _sums),
    "agencies": ("names", "agencies", _named),
    "agency_openings": ("names", "agencies", lambda rows: frozenset(name.split()[0] for row in rows for name in row)),
    "alike": ("names", "alike", float),
}
"""Other settings, by their fields: their section, their name, and what is made of them."""
