"""FC301 unattributed-toll: a count of dead, hurt or missing people with nobody who says so."""

from collections.abc import Iterator

from figurecheck.checking.finding import Finding, View
from figurecheck.checking.phrases import singles
from figurecheck.model import Figure, Kind


def find(view: View) -> Iterator[Finding]:
    """One finding a toll of the body without a source in its sentence."""
    tolls = singles(view.rule, "actions")
    for figure in view.page.figures:
        if figure.where == "title" or figure.kind != Kind.COUNT or not _large(figure, view):
            continue
        said = figure.context.attribution
        if figure.context.action in tolls and not (said and said.speaker):
            message = f"“{figure.quote}” is given without a source."
            yield Finding(figure, view.rule.severity, message)


def _large(figure: Figure, view: View) -> bool:
    """Is the toll more than what a reporter may have seen?"""
    quantity = figure.quantity
    value = next((v for v in (quantity.stated, quantity.high, quantity.low) if v is not None), 0)
    return value >= view.rule.setting("from", 2)
