"""The days and years that a sentence names, which are no figures, for the arithmetic of dates."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from figurecheck.rulebook.calendar import Calendar, TermKind

_YEAR = re.compile(r"(?<![\d.,$€£-])(1[5-9]\d\d|20\d\d)(?![\d%]|,\d|\.\d|-[a-z])")


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, with its month and day where the copy gives them; `start` and `end` are its place in the text read."""

    year: int
    month: int | None
    day: int | None
    start: int
    end: int

    @property
    def earliest(self) -> float:
        """The least that it may be, in years."""
        return self.year + ((self.month or 1) - 1) / 12 + ((self.day or 1) - 1) / 366

    @property
    def latest(self) -> float:
        """The most that it may be, in years."""
        if self.month is None:
            return self.year + 1.0
        return self.year + (self.month - 1) / 12 + ((self.day or 31) - 1) / 366


def moments(text: str, calendar: Calendar) -> list[Moment]:
    """The years that a text names, in its order, with the day and month written with them."""
    if not _YEAR.search(text):
        return []
    months = {word: term.value for word, term in calendar.terms.items() if term.kind == TermKind.MONTH}
    return list(_moments(text, months, _shapes(tuple(months))))


@lru_cache(maxsize=4)
def _shapes(found: tuple[str, ...]) -> tuple[re.Pattern[str], ...]:
    """A day and month as they stand before a year: "14 June", "June 14,", "June"."""
    names = "|".join(sorted(map(re.escape, found), key=lambda name: (-len(name), name)))
    month = rf"(?P<month>{names})\.?"
    before = re.compile(rf"\b(?:{month}\s+(?:(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+)?)$", re.IGNORECASE)
    behind = re.compile(rf"\b(?P<day>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?{month},?\s+$", re.IGNORECASE)
    return behind, before


def _moments(text: str, names: Mapping[str, int], shapes: tuple[re.Pattern[str], ...]) -> Iterator[Moment]:
    for year in _YEAR.finditer(text):
        lead = text[max(0, year.start() - 24) : year.start()]
        written = next((found for shape in shapes if (found := shape.search(lead))), None)
        if written is None:
            yield Moment(int(year[1]), None, None, year.start(), year.end())
            continue
        day = int(written["day"]) if written["day"] else None
        start = year.start() - (len(lead) - written.start())
        yield Moment(int(year[1]), names[written["month"].lower()], day, start, year.end())
