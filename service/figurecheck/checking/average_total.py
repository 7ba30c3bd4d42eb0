"""FC211 average-and-total-disagree: an average, how many share it, and a total that is not their product."""

from collections.abc import Iterator

from figurecheck.checking.finding import Finding, View
from figurecheck.checking.means import find_means
from figurecheck.checking.products import find_products


def find(view: View) -> Iterator[Finding]:
    """One finding a total that its average does not come to, and an average that its list does not have."""
    yield from find_products(view, timed=False)
    yield from find_means(view)
