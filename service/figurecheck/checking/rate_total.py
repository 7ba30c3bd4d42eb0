"""FC207 rate-and-total-disagree: a rate, how long it held, and a total that is not their product."""

from collections.abc import Iterator

from figurecheck.checking.arithmetic import product
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.passage import Passage
from figurecheck.checking.phrases import phrases
from figurecheck.checking.product import check
from figurecheck.checking.products import lengths, over_time
from figurecheck.checking.working import expected, number
from figurecheck.matching.intervals import meet
from figurecheck.matching.measure import family


def find(view: View) -> Iterator[Finding]:
    """One finding a total that its rate does not come to, or a rate that another rate does not come to."""
    yield from check(over_time(view), view)
    for passage in view.page.passages:
        yield from _two_rates(passage, view)


def _two_rates(passage: Passage, view: View) -> Iterator[Finding]:
    """ "900 litres a second, or 3.24 million litres an hour"."""
    for k in range(1, len(passage.figures)):
        one, other = passage.figures[k - 1], passage.figures[k]
        if passage.before(k) not in phrases(view.rule, "same") or family(one) != family(other):
            continue
        first, second = one.quantity.per, other.quantity.per
        if not first or not second or first == second or one.quantity.unit != other.quantity.unit:
            continue
        length = lengths(second, first, view)
        come = product(view.page.measure(one).interval, length) if length else None
        if come and not meet(come, view.page.measure(other).interval):
            message = f"“{one.quote}” is {number(come.near)} a {second}; the text says “{other.quote}”."
            yield Finding(other, view.rule.severity, message, within=(one,), expected=expected(come, 2))
