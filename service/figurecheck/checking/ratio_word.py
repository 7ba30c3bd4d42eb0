"""FC208 ratio-word-wrong: "doubled", "three times", "a third of" beside two values that stand otherwise."""

from collections.abc import Iterator

from figurecheck.checking.finding import Finding, View
from figurecheck.checking.share import shown_share
from figurecheck.checking.ties import by_how_much, wrong
from figurecheck.checking.values import How, Tie
from figurecheck.checking.working import amount, exactly, stands
from figurecheck.model import Kind

RATIO = frozenset((Kind.RATIO,))


def find(view: View) -> Iterator[Finding]:
    """One finding a word of ratio that the two values it ties do not bear out."""
    ways: tuple[How, ...] = ("change", "share")
    for how in ways:
        for tie in wrong(view, RATIO, how):
            ratio, moved = tie.top.near / tie.bottom.near, how == "change" and by_how_much(tie, view)
            shown = shown_share(tie, view) if how == "share" else _compared(tie, ratio, moved, view)
            message = f"{shown}; the text says “{tie.by.quote}”."
            wanted = exactly(abs(ratio - 1) if moved else ratio, 3)
            yield Finding(tie.by, view.rule.severity, message, within=tie.shown, expected=wanted)


def _compared(tie: Tie, ratio: float, moved: bool, view: View) -> str:
    """ "96,000 is 1.66 times 58,000"; of a fraction that was gained or lost "800 is 11.1% less than 900"."""
    top, bottom = (amount(values.near, tie.shown[0], view.book.units) for values in (tie.top, tie.bottom))
    return f"{top} is {stands(ratio, 'change' if moved else 'times')} {bottom}"
