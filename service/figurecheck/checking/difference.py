"""FC214 difference-wrong: two values and the amount between them, of which one does not fit the other two."""

from collections.abc import Iterator
from functools import partial

from figurecheck.checking.degrees import is_difference
from figurecheck.checking.difference_ties import fit
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.passage import named
from figurecheck.checking.ties import wrong
from figurecheck.checking.values import Tie, level
from figurecheck.checking.working import amount, exactly, said
from figurecheck.model import Kind

AMOUNTS = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION))


def find(view: View) -> Iterator[Finding]:
    """One finding an amount of more or less that the two values it lies between do not bear out."""
    for tie in wrong(view, AMOUNTS, "change", partial(is_difference, view=view)):
        if not _of_one_sort(tie, view):
            continue
        moved = (tie.top.near - tie.bottom.near) / (level(tie.shown[0], tie.by, view) or 1.0)
        units, figure = view.book.units, tie.shown[0]
        top, bottom = (amount(values.near, figure, units) for values in (tie.top, tie.bottom))
        less = "fewer" if tie.by.kind == Kind.COUNT else "less"
        apart = f"{said(abs(moved), tie.by, units)} {'more' if moved > 0 else less}"
        message = f"{top} is {apart} than {bottom}; the text says “{tie.by.quote}”."
        yield Finding(tie.by, view.rule.severity, message, within=tie.shown, expected=exactly(abs(moved)))


def _of_one_sort(tie: Tie, view: View) -> bool:
    """Is the amount in the unit of the two values, and of nothing else that they count?"""
    if not fit((*tie.shown, tie.by), view):
        return False
    heads = {figure.subject.head for figure in tie.shown if named(figure)}
    return tie.by.kind != Kind.COUNT or not named(tie.by) or not heads or tie.by.subject.head in heads
