"""FC204 percent-change-wrong: from, to and percent (or points) of which one does not fit the other two."""

from collections.abc import Iterator

from figurecheck.checking.arithmetic import minus, over
from figurecheck.checking.changes import Change, changes, vague
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.working import exactly, number
from figurecheck.matching.intervals import Interval, meet
from figurecheck.matching.measure import POINTS, factor
from figurecheck.model import Kind

KINDS = frozenset((Kind.PERCENT, Kind.PERCENTAGE_POINT, Kind.BASIS_POINT))


def find(view: View) -> Iterator[Finding]:
    """One finding a percentage or number of points that the values before and after it do not bear out."""
    for change in changes(view, KINDS):
        turn = factor(view.page.measure(change.start), view.page.measure(change.end), view.book.units)
        if turn is None or turn[1] or any(map(vague, (change.start, change.end, change.by))):
            continue
        start = view.page.measure(change.start).interval
        end = view.page.measure(change.end).interval.scaled(turn[0])
        if change.by.kind == Kind.PERCENT:
            yield from _percent(change, start, end, view)
        elif change.start.kind == Kind.PERCENT:
            yield from _points(change, start, end, view)


def _percent(change: Change, start: Interval, end: Interval, view: View) -> Iterator[Finding]:
    if not start.low > 0 or not start.bounded or end.high <= 0:
        return
    ratio = over(end, start)
    grown = Interval(ratio.low * 100 - 100, ratio.high * 100 - 100)
    given = view.page.measure(change.by).interval
    if any(meet(signed, grown) for signed in _signed(given, change.up)):
        return
    value = (end.near / start.near - 1) * 100
    shown = f"{number(start.near)} -> {number(end.near)} is {value:+.3g}%"
    if change.start.kind == Kind.PERCENT:
        points = minus(end, start)
        if any(meet(signed, points) for signed in _signed(given, change.up)):
            shown += f", or {number(abs(end.near - start.near))} percentage points"
    message = f"{shown}; the text says {_way(change)}“{change.by.quote}”."
    wanted = exactly(abs(value), 1)
    yield Finding(change.by, view.rule.severity, message, within=change.shown, expected=wanted)


def _points(change: Change, start: Interval, end: Interval, view: View) -> Iterator[Finding]:
    size = POINTS.get(change.by.quantity.unit)
    if size is None:
        return
    given, moved = view.page.measure(change.by).interval, minus(end, start).scaled(1 / size)
    if any(meet(signed, moved) for signed in _signed(given, change.up)):
        return
    value = (end.near - start.near) / size
    unit = change.by.quantity.unit
    message = (
        f"{number(start.near)}% -> {number(end.near)}% is {value:+.3g} {unit}s; "
        f"the text says {_way(change)}“{change.by.quote}”."
    )
    wanted = exactly(abs(value), 2)
    yield Finding(change.by, view.rule.severity, message, within=change.shown, expected=wanted)


def _signed(given: Interval, up: bool | None) -> list[Interval]:
    """The degree with its sign; either sign where the copy does not say which way it went."""
    fallen = Interval(-given.high, -given.low, given.high_open, given.low_open)
    return [given, fallen] if up is None else [given] if up else [fallen]


def _way(change: Change) -> str:
    return {True: "up ", False: "down ", None: ""}[change.up]
