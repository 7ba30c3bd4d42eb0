"""FC302 vague-figure: "dozens", "several", where the copy gives no number at all."""

from collections.abc import Iterator

from figurecheck.checking.finding import Finding, View
from figurecheck.checking.values import vague
from figurecheck.checking.working import number
from figurecheck.model import Figure


def find(view: View) -> Iterator[Finding]:
    """One finding an order of magnitude that no number of the same article makes plain."""
    for figure in view.page.figures:
        if vague(figure) and not _made_plain(figure, view):
            low, high = figure.quantity.low, figure.quantity.high
            between = f"{number(low)} to {number(high)}" if low is not None and high is not None else "a wide range"
            message = f"“{figure.quote}” may be {between}; the text gives no number."
            yield Finding(figure, view.rule.severity, message)


def _made_plain(figure: Figure, view: View) -> bool:
    """Does the article give a number of the same thing?"""
    head, action = figure.subject.head, figure.context.action
    return any(
        not vague(other) and head is not None and other.subject.head == head and other.context.action == action
        for other in view.page.figures
        if other.id != figure.id
    )
