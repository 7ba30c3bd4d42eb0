"""FC213 share-wrong: a part and its whole, and a percentage that the one is not of the other."""

from collections.abc import Iterator

from figurecheck.checking.finding import Finding, View
from figurecheck.checking.ties import wrong
from figurecheck.checking.values import Tie
from figurecheck.checking.working import amount, exactly, percent
from figurecheck.model import Kind


def find(view: View) -> Iterator[Finding]:
    """One finding a percentage that does not fit the part and the whole beside it."""
    for tie in wrong(view, frozenset((Kind.PERCENT,)), "share"):
        message = f"{shown_share(tie, view)}; the text says “{tie.by.quote}”."
        wanted = exactly(tie.top.near / tie.bottom.near * 100, 1)
        yield Finding(tie.by, view.rule.severity, message, within=tie.shown, expected=wanted)


def shown_share(tie: Tie, view: View) -> str:
    """The working of a share: "64 of 212 is 30.2%"; of what the copy itself gives as one "“64 out of 212” is 30.2%"."""
    part, whole = tie.top.near, tie.bottom.near
    if tie.shown[0].kind == Kind.RATIO:
        return f"“{tie.shown[0].quote}” is {percent(part / whole * 100)}"
    terms = (amount(value, tie.shown[0], view.book.units) for value in (part, whole))
    return f"{' of '.join(terms)} is {percent(part / whole * 100)}"
