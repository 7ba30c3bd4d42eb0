"""How the days compare that two figures speak of, and those on which they were published."""

from collections.abc import Iterator
from datetime import date

from figurecheck.matching.both import Both
from figurecheck.matching.levels.action import running
from figurecheck.matching.line import Line
from figurecheck.matching.step import Step, step
from figurecheck.rulebook import Rulebook

LONG, LONGER = 28, 5
"""Days of a span that adds up what happened in it, and how many times as long a span of another sum is."""
GAPS = ((3, "near"), (7, "week"), (31, "month"))
"""Gaps of so many days, at most, by the names of their levels; a longer one is "other"."""

Days = tuple[str, str]


def when(left: Line, right: Line, both: Both, book: Rulebook) -> Iterator[Step]:
    """The days of the figures, and those of publication where the figures' own do not meet."""
    tolls, published, apart = running(left, right, book), both.event.days, None
    if left.days and right.days:
        if _other_span(left.days, right.days):
            yield step(book, "when", "other_span", "{}..{} / {}..{}", *left.days, *right.days)
        apart = _apart(left.days, right.days)
        away = f"{_gap(apart)}_{'apart' if tolls else 'off'}"
        level = "same_day" if left.days == right.days else away if apart else "overlap"
        yield step(book, "when", level, "{} / {}", left.days[0], right.days[0])
    if apart == 0:
        return
    if published is not None:
        yield step(
            book, "when", f"{'' if tolls else 'measured_'}{_gap(published)}", "published {} days apart", published
        )
    elif tolls:
        yield step(book, "when", "undated", "one is not dated")


def _other_span(left: Days, right: Days) -> bool:
    """Is one of two spans of a month or longer but a small part of the other: a month, of a year?"""
    short, long = sorted(_day(last) - _day(first) + 1 for first, last in (left, right))
    return short >= LONG and long >= LONGER * short


def _gap(days: int) -> str:
    return next((name for most, name in GAPS if days <= most), "other")


def _apart(left: Days, right: Days) -> int:
    """Days between the ends of two spans; 0 where they overlap."""
    if left[0] <= right[1] and right[0] <= left[1]:
        return 0
    first, last = (left[1], right[0]) if left[1] < right[0] else (right[1], left[0])
    return _day(last) - _day(first)


def _day(text: str) -> int:
    return date.fromisoformat(text).toordinal()
