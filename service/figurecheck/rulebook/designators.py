"""What makes a number a name, a date or an idiom: rules/lexicon/en/designators.toml as lookup tables."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Idioms = Mapping[tuple[str, str], tuple[tuple[tuple[str, ...], int], ...]]
"""Phrases by two neighbouring words, one of them a number word: (words, the number word's place)."""


@dataclass(frozen=True, slots=True)
class Designators:
    """Words beside which a number is no figure. All lower case."""

    before: frozenset[str]
    always: frozenset[str]
    stopped: frozenset[str]
    behind: frozenset[str]
    streets: frozenset[str]
    glued: frozenset[str]
    hyphened: frozenset[str]
    calibres: frozenset[str]
    clock: frozenset[str]
    eras: frozenset[str]
    decades: frozenset[str]
    before_hour: frozenset[str]
    day_parts: frozenset[str]
    before_year: frozenset[str]
    early_year: frozenset[str]
    scores: frozenset[str]
    votes: frozenset[str]
    players: frozenset[str]
    tally: tuple[tuple[str, ...], ...]
    idioms: Idioms

    @classmethod
    def load(cls, table: Mapping[str, Any], number_words: frozenset[str]) -> "Designators":
        """The tables of designators.toml; an idiom is filed under each word in it that can begin a number."""
        return cls(
            before=frozenset(table["names"]["before"]),
            always=frozenset(table["names"]["always"]),
            stopped=frozenset(table["names"]["stopped"]),
            behind=frozenset(table["names"]["behind"]),
            streets=frozenset(table["names"]["streets"]),
            glued=frozenset(table["names"]["glued"]),
            hyphened=frozenset(table["names"]["hyphened"]),
            calibres=frozenset(table["names"]["calibres"]),
            clock=frozenset(table["time"]["noon"]),
            decades=frozenset(table["time"]["decades"]),
            eras=frozenset(table["time"]["eras"]),
            before_hour=frozenset(table["time"]["before_hour"]),
            day_parts=frozenset(table["time"]["day_parts"]),
            before_year=frozenset(table["time"]["before_year"]),
            early_year=frozenset(table["time"]["early_year"]),
            scores=frozenset(table["scores"]["words"]),
            votes=frozenset(table["scores"]["votes"]),
            players=frozenset(table["scores"]["players"]),
            tally=tuple(tuple(phrase.split()) for phrase in table["tally"]["after"]),
            idioms=_idioms(table["idioms"]["phrases"], number_words),
        )


def _idioms(phrases: Iterable[str], number_words: frozenset[str]) -> Idioms:
    """Idioms by a number word in them together with the word behind it, or before it where it is the last."""
    found: dict[tuple[str, str], dict[tuple[tuple[str, ...], int], None]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        for at, word in enumerate(words):
            if word in number_words or word[0].isdigit():
                key = (word, words[at + 1]) if at + 1 < len(words) else (words[at - 1], word)
                found.setdefault(key, {})[words, at] = None
    return {key: tuple(sorted(entries, key=lambda e: (-len(e[0]), e))) for key, entries in found.items()}
