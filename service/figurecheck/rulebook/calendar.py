"""The words of time: rules/lexicon/en/calendar.toml as look-up tables."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, NamedTuple


class TermKind(IntEnum):
    """What a word can open: an expression of time of this kind."""

    MONTH = 0
    WEEKDAY = 1
    DAY = 2
    PART = 3
    UNIT = 4
    WEEKEND = 5
    HOLIDAY = 6


class Term(NamedTuple):
    """A word of time and its value: months from 1, weekdays from 0 (Monday), days from today, a unit in days."""

    kind: TermKind
    value: int


@dataclass(frozen=True, slots=True)
class Calendar:
    """What the words of time mean. All keys are lower case."""

    terms: Mapping[str, Term]
    directions: Mapping[str, int]
    """"last", "this", "next" as -1, 0, 1."""
    small: Mapping[str, int]
    doubtful: frozenset[str]
    """Names of months and days that are also other words ("may"): they need a day, year or preposition beside them."""
    parts: frozenset[str]
    alone: frozenset[str]
    softeners: frozenset[str]
    prepositions: frozenset[str]
    openers: frozenset[str]
    limits: frozenset[str]
    back: frozenset[str]
    feasts: frozenset[str]
    articles: frozenset[str]
    ordinals: frozenset[str]
    named: frozenset[str]
    """Words that are a time wherever they stand: names of days and months that are no other word, "today"."""
    dated: frozenset[str]
    """All names of days and months, for words with a capital."""

    @classmethod
    def load(cls, table: Mapping[str, Any]) -> "Calendar":
        """The tables of calendar.toml, checked by their use; raises KeyError for a table that is missing."""
        sets = {
            name: frozenset(table["words"][name])
            for name in (
                "doubtful",
                "parts",
                "alone",
                "softeners",
                "prepositions",
                "openers",
                "limits",
                "back",
                "feasts",
                "articles",
                "ordinals",
            )
        }
        days = {*table["weekdays"], *table["months"], *table["days"]} - sets["doubtful"]
        return cls(
            named=frozenset(days),
            dated=frozenset(days | sets["doubtful"]),
            terms=dict(_terms(table)),
            directions=table["directions"],
            small=table["small"],
            **sets,
        )


def _terms(table: Mapping[str, Any]) -> Iterator[tuple[str, Term]]:
    for word in table["words"]["parts"]:
        yield word, Term(TermKind.PART, 0)
    tables = {
        "months": TermKind.MONTH,
        "weekdays": TermKind.WEEKDAY,
        "days": TermKind.DAY,
        "units": TermKind.UNIT,
        "weekends": TermKind.WEEKEND,
        "holidays": TermKind.HOLIDAY,
    }
    for name, kind in tables.items():
        for word, value in table[name].items():
            yield word, Term(kind, value)
