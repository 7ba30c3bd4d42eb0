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
    HOUR = 7
    SECTION = 8


class Term(NamedTuple):
    """A word of time and its value: months from 1, weekdays from 0 (Monday), days from today, a unit in days, hours
    by how many make a day, a part of a year in months."""

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
    compared: frozenset[str]
    compared_with: frozenset[str]
    compared_units: frozenset[str]
    """Words before a time that others are compared with; before "a year earlier"; "from last year"."""
    most: frozenset[str]
    superlative: str
    """Superlatives, listed and by their ending: "the lowest since 2001" names no time at which it happened."""
    running: frozenset[str]
    """Words of direction that let a span run up to today: "the past year"."""
    numbered: Mapping[str, int]
    """Numbers of the parts of a year; -1 is the last."""
    spans: Mapping[str, frozenset[str]]
    """What joins the two times of a span, by the word that opens it."""
    named: frozenset[str]
    """Words that are a time wherever they stand: names of days and months that are no other word, "today"."""
    dated: frozenset[str]
    """All names of days and months, for words with a capital."""
    months: Mapping[str, int]

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
                "compared",
                "compared_with",
                "compared_units",
                "most",
                "running",
            )
        }
        days = {*table["weekdays"], *table["months"], *table["days"]} - sets["doubtful"]
        return cls(
            named=frozenset(days),
            dated=frozenset(days | sets["doubtful"]),
            months=table["months"],
            terms=dict(_terms(table)),
            directions=table["directions"],
            small=table["small"],
            superlative=table["words"]["superlative"],
            numbered=table["numbered"],
            spans={word: frozenset(joined) for word, joined in table["words"]["spans"].items()},
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
        "hours": TermKind.HOUR,
        "sections": TermKind.SECTION,
    }
    for name, kind in tables.items():
        for word, value in table[name].items():
            yield word, Term(kind, value)
