"""FC213 share-wrong: a part and its whole, and a percentage that the one is not of the other."""

from collections.abc import Iterator

from figurecheck.checking.finding import Finding, View
from figurecheck.checking.shares import shares
from figurecheck.checking.working import exactly, number
from figurecheck.matching.measure import factor
from figurecheck.model import Kind


def find(view: View) -> Iterator[Finding]:
    """One finding a percentage that does not fit the part and the whole beside it."""
    for share in shares(view, Kind.PERCENT):
        if share.holds(view.page.measure(share.by).interval.scaled(0.01), view):
            continue
        whole = view.page.measure(share.whole)
        turn = factor(whole, view.page.measure(share.part), view.book.units) or (1.0, 0.0)
        part, of = view.page.measure(share.part).interval.scaled(*turn).near, whole.interval.near
        value = part / of * 100
        message = f"{number(part)} of {number(of)} is {number(value)}%; the text says “{share.by.quote}”."
        yield Finding(
            share.by, view.rule.severity, message, within=(share.part, share.whole), expected=exactly(value, 1)
        )
