"""FC211 average-and-total-disagree: an average, how many share it, and a total that is not their product."""

from collections.abc import Iterator

from figurecheck.checking.finding import Finding, View
from figurecheck.checking.means import find_means, means
from figurecheck.checking.products import find_products


def find(view: View) -> Iterator[Finding]:
    """One finding a total that its average does not come to, and an average that its list does not have."""
    told = list(means(view))
    averages = {mean.id for mean, _ in told}
    for found in find_products(view, timed=False):
        if averages.isdisjoint(figure.id for figure in (found.figure, *found.within)):  # of a list, and of no total
            yield found
    yield from find_means(told, view)
