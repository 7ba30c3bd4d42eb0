"""Whether a total is what its rate or average makes it: shared by FC207 and FC211."""

from collections.abc import Iterable, Iterator

from figurecheck.checking.arithmetic import product
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.products import Product
from figurecheck.checking.working import exactly, expected, number, said
from figurecheck.matching.intervals import meet


def check(products: Iterable[Product], view: View) -> Iterator[Finding]:
    """One finding a total that no values of its factors give."""
    used: set[str] = set()
    for found in products:
        if found.total.id in used:
            continue
        used.add(found.total.id)
        rate, total = view.page.measure(found.rate).interval, view.page.measure(found.total).interval
        come = product(rate, found.times)
        if meet(come, total):
            continue
        value = rate.near * found.times.near
        message = (
            f"{number(rate.near)} x {number(found.times.near)} = {said(value, found.total)}; "
            f"the text says “{found.total.quote}”."
        )
        within = (found.rate, found.by) if found.by else (found.rate,)
        wanted = exactly(value, 2) if found.times.point else expected(come, 2)
        yield Finding(found.total, view.rule.severity, message, within=within, expected=wanted)
