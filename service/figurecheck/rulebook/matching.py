"""How two figures are lined up: rules/matching.toml as immutable tables."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

Levels = Mapping[str, Mapping[str, float]]


@dataclass(frozen=True, slots=True)
class MatchingRules:
    """The settings of rules/matching.toml, which says what each one means."""

    start: float
    levels: Levels
    words: Mapping[str, float]
    terms: Mapping[str, str]
    """The word that another is compared as, of those that copy uses for one another."""
    common: frozenset[str]
    silent: frozenset[str]
    clauses: frozenset[str]
    asides: frozenset[str]
    scope_of: Mapping[str, int]
    apart: frozenset[str]
    foreseen: frozenset[str]
    to_come: frozenset[str]
    subset_of: Mapping[str, int]
    several: frozenset[str]
    gains: frozenset[str]
    losses: frozenset[str]
    others: frozenset[str]
    polls: frozenset[str]
    kind_of: Mapping[str, frozenset[int]]
    topic_of: Mapping[str, str]
    """The first word of its kind of event or topic, by each of them."""
    part_of: Mapping[str, frozenset[int]]
    kin_of: Mapping[str, frozenset[int]]
    people: frozenset[str]
    with_words: tuple[str, ...]
    gunman: frozenset[str]
    on_top: frozenset[str]
    older_before: frozenset[str]
    older_first: frozenset[str]
    older_told: frozenset[str]
    older_after: tuple[str, ...]
    older_opening: frozenset[str]
    from_after: frozenset[str]
    correction_marks: frozenset[str]
    correction_turns: frozenset[str]
    instead: tuple[str, ...]
    wrong: tuple[str, ...]
    taken_back: tuple[str, ...]
    claims: str
    either: frozenset[str]
    everyday: frozenset[str]
    topical: frozenset[str]
    running: frozenset[str]
    counted: frozenset[str]
    vague: frozenset[str]
    near: frozenset[frozenset[str]]
    sums: Mapping[str, frozenset[str]]
    little: frozenset[str]
    own: re.Pattern[str]
    of_those: re.Pattern[str]
    splits: re.Pattern[str]
    generic: frozenset[str]
    whereabouts: frozenset[str]
    agencies: Mapping[str, str]
    copied: Mapping[str, float]
    alike: float

    @classmethod
    def read(cls, table: Mapping[str, Any], synonyms: Mapping[str, Any]) -> "MatchingRules":
        """The rules of rules/matching.toml and the lexicon's synonyms.toml.

        Raises KeyError, TypeError or ValueError where a setting is missing or wrong.
        """
        words, groups, actions, scope = table["words"], table["groups"], table["actions"], table["scope"]
        terms = _terms(synonyms["synonyms"])
        common = frozenset(words["common"].split())
        return cls(
            start=float(table["start"]),
            levels={part: {k: float(v) for k, v in levels.items()} for part, levels in table["levels"].items()},
            words={k: float(v) for k, v in words.items() if isinstance(v, int | float)},
            terms=terms,
            common=common,
            silent=frozenset(words["silent"]),
            clauses=frozenset(words["clauses"]),
            asides=frozenset(words["asides"]),
            scope_of={word: i for i, group in enumerate(scope["sets"]) for word in group},
            **{name: frozenset(scope[name]) for name in _SCOPES},
            subset_of={word: i for i, row in enumerate(scope["subset"]) for word in row},
            kind_of=_numbers(table["events"]["kinds"]),
            topic_of=_named([*table["events"]["kinds"], *table["events"]["topics"]]),
            part_of=_numbers(groups["parts"]),
            kin_of=_numbers(groups["kin"]),
            people=frozenset(groups["people"]),
            with_words=tuple(groups["with_words"]),
            gunman=frozenset(groups["gunman"]),
            on_top=frozenset(groups["on_top"]),
            older_before=frozenset(table["older"]["before"]),
            older_first=frozenset(table["older"]["first"]),
            older_told=frozenset(table["older"]["told"]),
            older_after=tuple(table["older"]["after"]),
            older_opening=frozenset(table["older"]["opening"]),
            from_after=frozenset(table["older"]["from_after"]),
            correction_marks=frozenset(table["corrections"]["marks"]),
            correction_turns=frozenset(table["corrections"]["turns"]),
            instead=tuple(table["corrections"]["instead"]),
            wrong=tuple(table["corrections"]["wrong"]),
            taken_back=tuple(table["corrections"]["taken_back"]),
            claims="|".join(table["corrections"]["claims"]),
            everyday=frozenset(scope["everyday"]),
            topical=frozenset(scope["topical"]),
            either=frozenset(actions["either"]),
            counted=frozenset(actions["counted"]),
            running=frozenset(actions["running"]),
            vague=frozenset(actions["vague"]),
            near=frozenset(frozenset(pair) for pair in actions["near"]),
            sums={whole: frozenset(parts) for whole, *parts in actions["sums"]},
            little=frozenset(table["names"]["little"]),
            own=_own(table["owners"]),
            of_those=re.compile(rf" of (?:{_any(groups['those'])})\b"),
            splits=re.compile(rf"[;,]| (?:{_any(words['splits'])}) "),
            generic=frozenset(table["names"]["generic"]),
            whereabouts=frozenset(table["names"]["whereabouts"]),
            agencies={name: row[0] for row in table["names"]["agencies"] for name in row},
            copied={name: float(value) for name, value in table["copied"].items()},
            alike=float(table["names"]["alike"]),
        )


_SCOPES = ("apart", "foreseen", "to_come", "several", "gains", "losses", "others", "polls")
"""Lists of [scope] that are sets of words."""


def _terms(synonyms: Mapping[str, str | list[str]]) -> Mapping[str, str]:
    found: dict[str, str] = {}
    for term, row in synonyms.items():
        members = row.split(",") if isinstance(row, str) else row
        for word in (term, *(member.strip() for member in members)):
            if found.setdefault(word, term) != term:
                raise ValueError(f"{word!r} stands with {found[word]!r} and with {term!r}: keep it in one of them")
    return found


def _own(owners: Mapping[str, list[str]]) -> re.Pattern[str]:
    """ "it would cut", "said its jets"."""
    pronouns, plans, said, possessives = (_any(owners[name]) for name in ("pronouns", "plans", "said", "possessives"))
    return re.compile(rf"\b(?:(?:{pronouns}) (?:{plans})|(?:{said}) (?:that )?(?:{possessives}))\b")


def _any(words: list[str]) -> str:
    return "|".join(map(re.escape, words))


def _named(groups: list[list[str]]) -> Mapping[str, str]:
    return {word: group[0] for group in reversed(groups) for word in group}


def _numbers(groups: list[list[str]]) -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for i, group in enumerate(groups):
        for word in group:
            found.setdefault(word, set()).add(i)
    return {word: frozenset(numbers) for word, numbers in found.items()}
