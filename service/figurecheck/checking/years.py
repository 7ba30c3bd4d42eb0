"""The days, months and years that a text names, which are no figures, for the arithmetic of dates."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from figurecheck.rulebook.calendar import Calendar

YEAR_DAYS, MONTH_DAYS = 365.25, 30.4375
NEWS = 3
"""News is of so many days before it was published, at most."""
UNTOLD = 1
"""The year of days whose year nothing tells."""


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, with its month and day where the copy gives them; `start` and `end` are its place in the text read."""

    year: int
    month: int | None
    day: int | None
    start: int
    end: int

    @property
    def earliest(self) -> int:
        """The first day that it may be, counted from the year 1."""
        return _day(self.year, self.month or 1, self.day or 1)

    @property
    def latest(self) -> int:
        """The last day that it may be."""
        if self.day is not None:
            return self.earliest
        return _day(self.year, (self.month or 12) + 1, 1) - 1


def moments(text: str, calendar: Calendar, now: Moment | None = None) -> list[Moment]:
    """What a text names, in its order. A day without a year is of the year named beside it, else of now's."""
    found = list(_written(text, calendar.months))
    news = [moment for moment in found if now and not moment.year and _is_news(moment, now)]
    dated = [moment for moment in found if moment.year and not (now and moment.year > now.year)]
    ahead = [moment for moment in found if now and moment.year > now.year]
    lone = [moment for moment in found if not moment.year]
    if news and now:
        year = now.year
    elif lone and len(dated) == 1 and dated[0].month is None and len(lone) > 1:
        year, dated = dated[0].year, []
    else:
        year = dated[0].year if len({moment.year for moment in dated}) == 1 else now.year if now and not dated else 0
    lone = [replace(moment, year=year or UNTOLD) for moment in lone] if year or not dated else []
    return sorted([*dated, *ahead, *lone], key=lambda moment: moment.start)


def _is_news(moment: Moment, now: Moment) -> bool:
    """Is a day without a year one of the days before the article was published, or that day itself?"""
    return 0 <= now.earliest - replace(moment, year=now.year).earliest <= NEWS


def moment_of(day: date) -> Moment:
    """A day, as a moment that stands nowhere in the text."""
    return Moment(day.year, day.month, day.day, -1, -1)


def birthdays(first: int, last: int) -> int:
    """How many whole years lie between two days, each counted from the year 1; none where the last is the earlier."""
    one, other = date.fromordinal(first), date.fromordinal(max(first, last))
    return other.year - one.year - ((other.month, other.day) < (one.month, one.day))


def _day(year: int, month: int, day: int) -> int:
    first = date(year + (month - 1) // 12, (month - 1) % 12 + 1, 1).toordinal()
    return first + day - 1


@lru_cache(maxsize=4)
def _shape(names: tuple[str, ...]) -> re.Pattern[str]:
    """ "14 June 2001", "June 14, 2001", "June 2001", "2001", "14 June"."""
    capital = sorted((re.escape(name.capitalize()) for name in names), key=lambda name: (-len(name), name))
    month = rf"(?:{'|'.join(capital)})\b\.?"
    year = r"(?<![\d.,$€£-])(?:1[5-9]\d\d|20\d\d)(?![\d%]|,\d|\.\d|-[a-z])"
    day = r"\d{1,2}(?:st|nd|rd|th)?"
    return re.compile(
        rf"\b(?P<d1>{day})\s+(?:of\s+)?(?P<m1>{month})(?:,?\s+(?P<y1>{year}))?"
        rf"|\b(?P<m2>{month})\s+(?P<d2>{day})(?!\d)(?:,?\s+(?P<y2>{year}))?"
        rf"|\b(?P<m3>{month}),?\s+(?P<y3>{year})"
        rf"|(?P<y4>{year})"
    )


def _written(text: str, months: Mapping[str, int]) -> Iterator[Moment]:
    for found in _shape(tuple(months)).finditer(text):
        parts = {name[0]: value for name, value in found.groupdict().items() if value}
        day = int(re.sub(r"\D", "", parts["d"])) if "d" in parts else None
        month = months[parts["m"].lower().rstrip(".")] if "m" in parts else None
        if day is not None and not 1 <= day <= 31:
            continue
        yield Moment(int(parts.get("y", 0)), month, day, found.start(), found.end())
