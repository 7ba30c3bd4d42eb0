"""FC303 false-precision: a hedge before a number that is too exact to need one: "about 1,487"."""

from collections.abc import Iterator

from figurecheck.checking.finding import Finding, View
from figurecheck.checking.working import number
from figurecheck.matching.places import digits
from figurecheck.model import Bound, Figure


def find(view: View) -> Iterator[Finding]:
    """One finding a hedged number with more digits that say something than a hedge allows."""
    for figure in view.page.figures:
        stated = figure.quantity.stated
        if figure.quantity.bound != Bound.ABOUT or stated is None or not figure.quantity.hedge:
            continue
        if _told(figure) > view.rule.setting("digits", 2):
            message = f"“{figure.quote}” hedges a number that is exact: {number(float(stated))}."
            yield Finding(figure, view.rule.severity, message)


def _told(figure: Figure) -> int:
    """How many digits of the written number say something: 1,487 four, 1,500 two, 1.25 three."""
    written = digits(figure.quote)
    if written is None:
        return 0
    value, place = written
    text = f"{value / place:.0f}" if place < 1 else f"{value:.0f}"
    return len(text.rstrip("0"))
