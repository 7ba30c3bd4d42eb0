"""What makes a number a name, a date or an idiom: rules/lexicon/en/designators.toml as lookup tables."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Idioms = Mapping[tuple[str, str], tuple[tuple[tuple[str, ...], int], ...]]
"""Phrases by two neighbouring words, one of them a number word: (words, the number word's place)."""


@dataclass(frozen=True, slots=True)
class Designators:
    """Words beside which a number is no figure. All lower case, but for the idioms that are titles."""

    before: frozenset[str]
    dialled: frozenset[str]
    free: frozenset[str]
    emergency: frozenset[str]
    behind_emergency: frozenset[str]
    lines: frozenset[str]
    school_years: frozenset[str]
    always: frozenset[str]
    stopped: frozenset[str]
    behind: frozenset[str]
    streets: frozenset[str]
    hyphened: frozenset[str]
    bores: frozenset[str]
    calibres: frozenset[str]
    no_model: frozenset[str]
    clock: frozenset[str]
    half_days: frozenset[str]
    zones: frozenset[str]
    stamps: frozenset[str]
    timed: frozenset[str]
    hours: frozenset[str]
    eras: frozenset[str]
    decades: frozenset[str]
    before_hour: frozenset[str]
    day_parts: frozenset[str]
    early_year: frozenset[str]
    loose_year: frozenset[str]
    counting: frozenset[str]
    before_span: frozenset[str]
    scores: frozenset[str]
    votes: frozenset[str]
    benches: frozenset[str]
    divided: frozenset[str]
    players: frozenset[str]
    one_days: frozenset[str]
    before_one_day: frozenset[str]
    before_pronoun: frozenset[str]
    definite: frozenset[str]
    behind_counted_one: frozenset[str]
    behind_half: frozenset[str]
    before_half: frozenset[str]
    of_orders: frozenset[str]
    behind_several: frozenset[str]
    tally: tuple[tuple[str, ...], ...]
    tally_firsts: frozenset[str]
    idiom_words: frozenset[str]
    idioms: Idioms

    def of_votes(self, around: Iterable[str]) -> bool:
        """Do the words around a pair of numbers make them votes: "passed 52-49", "the nine judges split 6-3"?"""
        told = frozenset(around)
        return bool(told & self.votes or (told & self.benches and told & self.divided))

    @classmethod
    def load(cls, table: Mapping[str, Any], number_words: frozenset[str]) -> "Designators":
        """The tables of designators.toml; an idiom is filed under each word in it that can begin a number."""
        idioms = _idioms((*table["idioms"]["phrases"], *table["idioms"]["titles"]), number_words)
        return cls(
            **{field: frozenset(table[section][key]) for field, (section, key) in _WHERE.items()},
            tally=tuple(tuple(phrase.split()) for phrase in table["tally"]["after"]),
            tally_firsts=frozenset(phrase.split()[0] for phrase in table["tally"]["after"]),
            idiom_words=frozenset(word for key in idioms for word in key),
            idioms=idioms,
        )


_WHERE = {
    "before": ("names", "before"),
    "dialled": ("names", "dialled"),
    "free": ("names", "free"),
    "emergency": ("names", "emergency"),
    "behind_emergency": ("names", "behind_emergency"),
    "lines": ("names", "lines"),
    "school_years": ("names", "school_years"),
    "always": ("names", "always"),
    "stopped": ("names", "stopped"),
    "behind": ("names", "behind"),
    "streets": ("names", "streets"),
    "hyphened": ("names", "hyphened"),
    "bores": ("names", "bores"),
    "calibres": ("names", "calibres"),
    "no_model": ("names", "no_model"),
    "clock": ("time", "noon"),
    "half_days": ("time", "half_days"),
    "zones": ("time", "zones"),
    "stamps": ("time", "stamps"),
    "timed": ("time", "timed"),
    "hours": ("time", "hours"),
    "eras": ("time", "eras"),
    "decades": ("time", "decades"),
    "before_hour": ("time", "before_hour"),
    "day_parts": ("time", "day_parts"),
    "early_year": ("years", "early"),
    "loose_year": ("years", "loose"),
    "counting": ("years", "counting"),
    "before_span": ("years", "before_span"),
    "scores": ("scores", "words"),
    "votes": ("scores", "votes"),
    "benches": ("scores", "benches"),
    "divided": ("scores", "divided"),
    "players": ("scores", "players"),
    "one_days": ("one", "days"),
    "before_one_day": ("one", "before_day"),
    "before_pronoun": ("one", "before_pronoun"),
    "definite": ("one", "definite"),
    "behind_counted_one": ("one", "behind_counted"),
    "behind_half": ("half", "behind"),
    "before_half": ("half", "before"),
    "of_orders": ("orders", "of"),
    "behind_several": ("orders", "behind_several"),
}


def _idioms(phrases: Iterable[str], number_words: frozenset[str]) -> Idioms:
    """Idioms by a number word in them together with the word behind it, or before it where it is the last."""
    found: dict[tuple[str, str], dict[tuple[tuple[str, ...], int], None]] = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        lower = [word.lower() for word in words]
        for at, word in enumerate(lower):
            if word in number_words or word[0].isdigit():
                key = (word, lower[at + 1]) if at + 1 < len(words) else (lower[at - 1], word)
                found.setdefault(key, {})[words, at] = None
    return {key: tuple(sorted(entries, key=lambda e: (-len(e[0]), e))) for key, entries in found.items()}
