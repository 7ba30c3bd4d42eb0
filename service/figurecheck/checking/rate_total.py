"""FC207 rate-and-total-disagree: a rate, how long it held, and a total that is not their product."""

from collections.abc import Iterator

from figurecheck.checking.finding import Finding, View
from figurecheck.checking.per_population import find_per_population
from figurecheck.checking.products import find_products


def find(view: View) -> Iterator[Finding]:
    """One finding a total that its rate does not come to, or a rate that another rate does not come to."""
    yield from find_products(view, timed=True)
    yield from find_per_population(view)
