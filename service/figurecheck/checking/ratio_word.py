"""FC208 ratio-word-wrong: "doubled", "three times", "a third of" beside two values that stand otherwise."""

from collections.abc import Iterator
from dataclasses import dataclass

from figurecheck.checking.arithmetic import over
from figurecheck.checking.changes import Change, changes, vague
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.passage import words
from figurecheck.checking.phrases import ends, phrases, singles
from figurecheck.checking.shares import shares
from figurecheck.checking.working import exactly, number
from figurecheck.matching.intervals import Interval, meet
from figurecheck.matching.measure import factor, span
from figurecheck.matching.places import digits
from figurecheck.model import Bound, Figure, Kind


@dataclass(frozen=True, slots=True)
class Ratio:
    """`top` over `bottom` should be among the values of `given`, which the figure `by` tells."""

    top: Figure
    bottom: Figure
    by: Figure
    given: Interval
    shown: tuple[Figure, ...]
    change: bool


def find(view: View) -> Iterator[Finding]:
    """One finding a word of ratio that the two values it ties do not bear out."""
    for ratio in (*_changes(view), *_shares(view)):
        yield from _check(ratio, view)


def _changes(view: View) -> Iterator[Ratio]:
    for change in changes(view, frozenset((Kind.RATIO,))):
        if not vague(change.start) and not vague(change.end):
            yield Ratio(change.end, change.start, change.by, _grown(change, view), change.shown, True)


def _shares(view: View) -> Iterator[Ratio]:
    for share in shares(view, Kind.RATIO):
        given = _given(share.by, view)
        if not share.holds(given, view):
            yield Ratio(share.part, share.whole, share.by, given, (share.part, share.whole), False)


def _grown(change: Change, view: View) -> Interval:
    """The ratio that a change tells: doubled 2, halved a half, up by a quarter 1.25, down by a third two thirds."""
    given = _given(change.by, view)
    becomes = any(word in singles(view.rule, "becomes") for word in words(change.by.quote))
    if given.low >= 1 or becomes or ends(change.before, phrases(view.rule, "to")):
        return given
    if change.up:
        return Interval(1 + given.low, 1 + given.high, given.low_open, given.high_open)
    return Interval(1 - given.high, 1 - given.low, given.high_open, given.low_open)


def _given(by: Figure, view: View) -> Interval:
    """The values of a word of ratio: a word is good to a tenth, a number to its last place, a bound is a bound."""
    values = view.page.measure(by).interval
    stated = by.quantity.stated
    if stated is None or digits(by.quote) is not None:
        return values
    share = view.rule.setting("word", 0.1)
    size = float(stated)
    if by.quantity.bound == Bound.ABOUT:
        return Interval(min(values.low, size * (1 - share * 1.5)), max(values.high, size * (1 + share * 1.5)))
    if by.quantity.bound != Bound.EXACT:
        return span(by.quantity)
    if (size > 2 and size != int(size)) or size > 3:
        share *= 1.5
    return Interval(size * (1 - share), size * (1 + share))


def _check(ratio: Ratio, view: View) -> Iterator[Finding]:
    turn = factor(view.page.measure(ratio.bottom), view.page.measure(ratio.top), view.book.units)
    if turn is None or turn[1]:
        return
    top, bottom = view.page.measure(ratio.top).interval.scaled(*turn), view.page.measure(ratio.bottom).interval
    if bottom.low <= 0 or meet(over(top, bottom), ratio.given):
        return
    value = top.near / bottom.near
    if ratio.change:
        shown = f"{number(bottom.near)} -> {number(top.near)} is {(value - 1) * 100:+.3g}%, {number(value)} times"
    else:
        shown = f"{number(top.near)} of {number(bottom.near)} is {number(value * 100)}%"
    message = f"{shown}; the text says “{ratio.by.quote}”."
    yield Finding(ratio.by, view.rule.severity, message, within=ratio.shown, expected=exactly(value, 3))
