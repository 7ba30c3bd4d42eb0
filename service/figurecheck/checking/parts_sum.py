"""FC203 parts-do-not-sum: a whole and the list of all its parts, which come to something else."""

from collections.abc import Iterator

from figurecheck.checking.arithmetic import total
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.sums import Sum, sums
from figurecheck.checking.working import exactly, number, said
from figurecheck.matching.intervals import Interval, meet
from figurecheck.matching.measure import factor
from figurecheck.model import Figure


def find(view: View) -> Iterator[Finding]:
    """One finding a whole that its parts do not add up to."""
    for found in sums(view):
        yield from _check(found, view)


def _check(found: Sum, view: View) -> Iterator[Finding]:
    terms = [_in_unit(part, found.whole, view) for part in found.parts]
    whole = view.page.measure(found.whole).interval
    if meet(total(terms), whole):
        return
    value = sum(term.near for term in terms)
    working = " + ".join(number(term.near) for term in terms)
    message = f"{working} = {said(value, found.whole)}; the text says “{found.whole.quote}”."
    yield Finding(found.whole, view.rule.severity, message, within=found.parts, expected=exactly(value))


def _in_unit(part: Figure, whole: Figure, view: View) -> Interval:
    turn = factor(view.page.measure(whole), view.page.measure(part), view.book.units) or (1.0, 0.0)
    return view.page.measure(part).interval.scaled(*turn)
