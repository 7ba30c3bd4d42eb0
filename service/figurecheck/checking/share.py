"""FC213 share-wrong: a part and its whole, and a percentage that the one is not of the other."""

from collections.abc import Iterator

from figurecheck.checking.finding import Finding, View
from figurecheck.checking.ties import wrong
from figurecheck.checking.working import exactly, number
from figurecheck.model import Kind


def find(view: View) -> Iterator[Finding]:
    """One finding a percentage that does not fit the part and the whole beside it."""
    for tie in wrong(view, frozenset((Kind.PERCENT,)), "share"):
        part, whole = tie.top.near, tie.bottom.near
        value = part / whole * 100
        message = f"{number(part)} of {number(whole)} is {number(value)}%; the text says “{tie.by.quote}”."
        yield Finding(tie.by, view.rule.severity, message, within=tie.shown, expected=exactly(value, 1))
