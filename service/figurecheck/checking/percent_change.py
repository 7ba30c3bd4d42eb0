"""FC204 percent-change-wrong: from, to and percent (or points) of which one does not fit the other two."""

from collections.abc import Iterator

from figurecheck.checking.degrees import STEPS, is_points
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.ties import wrong
from figurecheck.checking.values import Tie
from figurecheck.checking.working import amount, exactly, number, stands
from figurecheck.matching.measure import POINTS
from figurecheck.model import Kind

KINDS = STEPS | {Kind.PERCENT}


def find(view: View) -> Iterator[Finding]:
    """One finding a percentage or number of points that the values before and after it do not bear out."""
    for tie in wrong(view, KINDS, "change"):
        told = _points(tie) if tie.by.kind != Kind.PERCENT else _percent(tie, view)
        message = f"{told[0]}; the text says {_way(tie)}“{tie.by.quote}”."
        yield Finding(tie.by, view.rule.severity, message, within=tie.shown, expected=exactly(abs(told[1]), 2))


def _percent(tie: Tie, view: View) -> tuple[str, float]:
    ratio, figure = tie.top.near / tie.bottom.near, tie.shown[0]
    top, bottom = (amount(values.near, figure, view.book.units) for values in (tie.top, tie.bottom))
    points = number(abs(tie.top.near - tie.bottom.near)) if figure.kind == Kind.PERCENT else None
    told = f"{top} is {stands(ratio, 'change')} {bottom}" + (f" ({points} percentage points)" if points else "")
    return told, round((ratio - 1) * 100, 1)


def _points(tie: Tie) -> tuple[str, float]:
    unit = "percentage point" if is_points(tie.by) else tie.by.quantity.unit or ""
    value = (tie.top.near - tie.bottom.near) / POINTS.get(unit, 1.0)
    apart = f"{number(abs(value))} {unit}{'s' if abs(value) != 1 else ''} {'more' if value > 0 else 'less'}"
    return f"{number(tie.top.near)}% is {apart} than {number(tie.bottom.near)}%", value


def _way(tie: Tie) -> str:
    """The way that the text says it went, where it went the other."""
    went_up = tie.top.near > tie.bottom.near
    return "" if tie.up in (None, went_up) else "a rise of " if tie.up else "a fall of "
