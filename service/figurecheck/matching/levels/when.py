"""How the days compare that two figures speak of, and those on which they were published."""

from datetime import date

from figurecheck.matching.both import Both
from figurecheck.matching.levels.action import running
from figurecheck.matching.line import Line
from figurecheck.matching.step import Step, weighed
from figurecheck.rulebook import Rulebook

LONG, LONGER = 28, 5
"""Days of a span that adds up what happened in it, and how many times as long a span of another sum is."""
GAPS = ((3, "near"), (7, "week"), (31, "month"))
"""Gaps of so many days, at most, by the names of their levels; a longer one is "other"."""

Days = tuple[str, str]


def when(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """The days of the figures, and those of publication where the figures' own do not meet.

    When a value is told again that has been set aside since says nothing of when it was of.
    """
    if left.older != right.older:
        return ()
    if both.event.days is None and left.weekdays and right.weekdays and left.weekdays.isdisjoint(right.weekdays):
        return weighed(book, "when", "other_weekday", "{} / {}", left.weekdays, right.weekdays)
    compared = left.days, right.days, running(left, right, book)
    found = both.days.get(compared)
    if found is None:
        found = both.days[compared] = _when(*compared, both, book)
    return found


def _when(mine: Days | None, theirs: Days | None, tolls: bool, both: Both, book: Rulebook) -> tuple[Step, ...]:
    if not mine or not theirs:
        return _published(tolls, both, book)
    if mine == theirs:
        return weighed(book, "when", "same_day", "{} / {}", mine[0], theirs[0])
    apart = _apart(mine, theirs)
    level = f"{_gap(apart)}_{'apart' if tolls else 'off'}" if apart else "overlap"
    found = weighed(book, "when", level, "{} / {}", mine[0], theirs[0])
    if _other_span(mine, theirs):
        found = (*weighed(book, "when", "other_span", "{}..{} / {}..{}", *mine, *theirs), *found)
    return (*found, *_published(tolls, both, book)) if apart else found


def _published(tolls: bool, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """How far apart the two articles were published."""
    days = both.event.days
    if days is not None:
        return weighed(book, "when", f"{'' if tolls else 'measured_'}{_gap(days)}", "published {} days apart", days)
    return weighed(book, "when", "undated", "one is not dated") if tolls else ()


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
