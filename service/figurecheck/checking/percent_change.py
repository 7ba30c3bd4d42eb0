"""FC204 percent-change-wrong: from, to and percent (or points) of which one does not fit the other two."""

from collections.abc import Iterator

from figurecheck.checking.degrees import STEPS, is_points
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.ties import wrong
from figurecheck.checking.values import Tie
from figurecheck.checking.working import exactly, number
from figurecheck.matching.measure import POINTS
from figurecheck.model import Kind

KINDS = STEPS | {Kind.PERCENT}


def find(view: View) -> Iterator[Finding]:
    """One finding a percentage or number of points that the values before and after it do not bear out."""
    for tie in wrong(view, KINDS, "change"):
        told = _points(tie) if tie.by.kind != Kind.PERCENT else _percent(tie)
        yield Finding(tie.by, view.rule.severity, told[0], within=tie.shown, expected=exactly(abs(told[1]), 2))


def _percent(tie: Tie) -> tuple[str, float]:
    value = (tie.top.near / tie.bottom.near - 1) * 100
    shown = f"{number(tie.bottom.near)} -> {number(tie.top.near)} is {value:+.3g}%"
    if tie.shown[0].kind == Kind.PERCENT:
        shown += f", or {number(abs(tie.top.near - tie.bottom.near))} percentage points"
    return f"{shown}; the text says {_way(tie)}“{tie.by.quote}”.", round(value, 1)


def _points(tie: Tie) -> tuple[str, float]:
    unit = "percentage point" if is_points(tie.by) else tie.by.quantity.unit or ""
    value = (tie.top.near - tie.bottom.near) / POINTS.get(unit, 1.0)
    shown = f"{number(tie.bottom.near)}% -> {number(tie.top.near)}% is {value:+.3g} {unit}s"
    return f"{shown}; the text says {_way(tie)}“{tie.by.quote}”.", value


def _way(tie: Tie) -> str:
    return {True: "up ", False: "down ", None: ""}[tie.up]
