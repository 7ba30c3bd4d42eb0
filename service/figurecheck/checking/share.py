"""FC213 share-wrong: a part and its whole, and a percentage that the one is not of the other."""

from collections.abc import Iterator

from figurecheck.checking.arithmetic import over
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.shares import shares
from figurecheck.checking.working import exactly, number
from figurecheck.matching.intervals import meet
from figurecheck.matching.measure import factor
from figurecheck.model import Kind


def find(view: View) -> Iterator[Finding]:
    """One finding a percentage that does not fit the part and the whole beside it."""
    for share in shares(view, Kind.PERCENT):
        turn = factor(view.page.measure(share.whole), view.page.measure(share.part), view.book.units)
        if turn is None:
            continue
        part, whole = view.page.measure(share.part).interval.scaled(*turn), view.page.measure(share.whole).interval
        given = view.page.measure(share.by).interval
        if whole.low <= 0 or meet(over(part, whole).scaled(100), given):
            continue
        value = part.near / whole.near * 100
        message = f"{number(part.near)} of {number(whole.near)} is {number(value)}%; the text says “{share.by.quote}”."
        yield Finding(
            share.by, view.rule.severity, message, within=(share.part, share.whole), expected=exactly(value, 1)
        )
