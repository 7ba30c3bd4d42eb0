"""FC208 ratio-word-wrong: "doubled", "three times", "a third of" beside two values that stand otherwise."""

from collections.abc import Iterator

from figurecheck.checking.finding import Finding, View
from figurecheck.checking.ties import wrong
from figurecheck.checking.values import How
from figurecheck.checking.working import exactly, number
from figurecheck.model import Kind

RATIO = frozenset((Kind.RATIO,))


def find(view: View) -> Iterator[Finding]:
    """One finding a word of ratio that the two values it ties do not bear out."""
    ways: tuple[How, ...] = ("change", "share")
    for how in ways:
        for tie in wrong(view, RATIO, how):
            top, bottom = tie.top.near, tie.bottom.near
            value = top / bottom
            if how == "change":
                shown = f"{number(bottom)} -> {number(top)} is {(value - 1) * 100:+.3g}%, {number(value)} times"
            else:
                shown = f"{number(top)} of {number(bottom)} is {number(value * 100)}%"
            message = f"{shown}; the text says “{tie.by.quote}”."
            yield Finding(tie.by, view.rule.severity, message, within=tie.shown, expected=exactly(value, 3))
