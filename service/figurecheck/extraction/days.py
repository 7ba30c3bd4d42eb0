"""The days that an expression of time means, seen from the day of publication; both ends included, None if unknown."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import wraps
from typing import Final, ParamSpec

Days = tuple[date | None, date | None]

UNKNOWN: Final[Days] = (None, None)
AHEAD: Final = timedelta(days=45)
"""A day without a year that lies further ahead of publication than this is taken as last year's: news looks back."""
WEEK: Final = 7
MONTH: Final = 30
YEAR: Final = 365
"""The days of week, month and year in rules/lexicon/en/calendar.toml."""


def is_year(word: str) -> bool:
    """Four digits that are a year."""
    return len(word) == 4 and word[0] in "12" and word.isdecimal() and 1900 <= int(word) < 2100


P = ParamSpec("P")


def _existing(find: Callable[P, Days]) -> Callable[P, Days]:
    """Days that no calendar has (February 31, the year 10,000) are unknown."""

    @wraps(find)
    def found(*args: P.args, **kwargs: P.kwargs) -> Days:
        try:
            return find(*args, **kwargs)
        except (ValueError, OverflowError):
            return UNKNOWN

    return found


@_existing
def day_of(published: date | None, year: int | None, month: int, day: int) -> Days:
    """A day of a month; without a year the one nearest to publication, rather before than after."""
    if year is not None:
        found = date(year, month, day)
    elif published is None:
        return UNKNOWN
    else:
        found = date(published.year, month, day)
        if found - published > AHEAD:
            found = found.replace(year=found.year - 1)
    return found, found


@_existing
def month_of(published: date | None, year: int | None, month: int, direction: int | None) -> Days:
    """A whole month; without a year the last one begun, or the one that "last" and "next" name."""
    if year is None:
        if published is None:
            return UNKNOWN
        year = published.year - (month > published.month)
        if direction == 1 and date(year, month, 1) <= published:
            year += 1
        elif direction == -1 and month == published.month:
            year -= 1
    return _months(year, month, month)


@_existing
def weekday(published: date | None, number: int, direction: int | None) -> Days:
    """The last such day up to publication, or the one that "last" and "next" name."""
    if published is None:
        return UNKNOWN
    back = (published.weekday() - number) % WEEK
    if direction == 1:
        found = published + timedelta(days=WEEK - back)
    else:
        found = published - timedelta(days=back or (WEEK if direction == -1 else 0))
    return found, found


@_existing
def weekend(published: date | None, direction: int | None) -> Days:
    """Saturday and Sunday: those of the last weekend begun; late in the week "this weekend" is the next."""
    if published is None:
        return UNKNOWN
    saturday = published - timedelta(days=(published.weekday() - 5) % WEEK)
    if direction == 1 or (direction == 0 and published.weekday() in (2, 3, 4)):
        saturday += timedelta(days=WEEK)
    elif direction == -1 and published.weekday() >= 5:
        saturday -= timedelta(days=WEEK)
    return saturday, saturday + timedelta(days=1)


@_existing
def offset(published: date | None, days: int) -> Days:
    """The day so many days after publication."""
    if published is None:
        return UNKNOWN
    found = published + timedelta(days=days)
    return found, found


@_existing
def ago(published: date | None, unit: int, number: int) -> Days:
    """So many units before publication, as exactly as the unit tells."""
    if published is None:
        return UNKNOWN
    middle = published - timedelta(days=unit * number)
    slack = timedelta(days=0 if unit == 1 else unit // 2)
    return middle - slack, middle + slack


@_existing
def stretch(published: date | None, unit: int, number: int) -> Days:
    """The last so many units, up to publication."""
    return UNKNOWN if published is None else (published - timedelta(days=unit * number), published)


@_existing
def unit_of(published: date | None, unit: int, direction: int) -> Days:
    """The whole week, month or year that lies so many units from the day of publication."""
    if published is None:
        return UNKNOWN
    if unit >= YEAR:
        return year_of(published.year + direction)
    if unit >= MONTH - 2:
        month = published.year * 12 + published.month - 1 + direction
        return _months(month // 12, month % 12 + 1, month % 12 + 1)
    if unit == WEEK:
        monday = published + timedelta(days=WEEK * direction - published.weekday())
        return monday, monday + timedelta(days=WEEK - 1)
    return offset(published, direction)


@_existing
def part_of(published: date | None, year: int | None, part: int, months: int) -> Days:
    """A part of a year, of so many months; `part` counts from 1, -1 is the last. Without a year the last one over."""
    first = 13 - months if part == -1 else (part - 1) * months + 1
    if year is not None:
        return _months(year, first, first + months - 1)
    if published is None:
        return UNKNOWN
    found = _months(published.year, first, first + months - 1)
    return found if found[1] <= published else _months(published.year - 1, first, first + months - 1)


@_existing
def year_of(year: int) -> Days:
    """A whole year."""
    return _months(year, 1, 12)


def _months(year: int, first: int, last: int) -> tuple[date, date]:
    following = date(year + last // 12, last % 12 + 1, 1)
    return date(year, first, 1), following - timedelta(days=1)
