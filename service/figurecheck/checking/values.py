"""Values that a degree may tie, and the tie of two of them."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from figurecheck.checking.arithmetic import over
from figurecheck.checking.degrees import CHANGES, is_points
from figurecheck.checking.finding import View
from figurecheck.checking.passage import Passage, Words, named, words
from figurecheck.checking.phrases import ends, opens, phrases
from figurecheck.matching.intervals import Interval
from figurecheck.matching.measure import factor
from figurecheck.matching.places import digits
from figurecheck.model import Bound, Figure, Kind, LinkType

How = Literal["change", "share"]
MOVES = (LinkType.CHANGE_FROM, LinkType.CHANGE_TO)
"""The links of a value that has moved: what it moved to or from is told, and no other sentence tells it."""
LEVELS = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.RATE, Kind.DURATION))
BARE = frozenset((Kind.MEASURE, Kind.DURATION, Kind.MONEY))
"""Kinds of wholes whose parts may leave out the unit."""
DEGREES_OF_ANY = frozenset(("degree", "degree angle"))
"""Degrees of no scale are of the scale beside them."""
LARGE, CENTS = 1000, 0.01
"""A bare number beside a sum of money is one from here on, or where it is written to the hundredth."""
MOST = 24
"""A sentence with more figures than these is a table."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value beside a degree: a figure, or an end of one that is written as a range."""

    figure: Figure
    at: int
    interval: Interval
    unit: Figure
    """The figure whose unit it is in."""


@dataclass(frozen=True, slots=True)
class Tie:
    """`by` says how `top` stands to `bottom`: `how` a share of it, or a change from it. `up` is the way it went, None
    where the copy does not say. `sure`: does the copy itself tie the three? Both intervals are in one unit."""

    by: Figure
    top: Interval
    bottom: Interval
    how: How
    up: bool | None
    sure: bool
    shown: tuple[Figure, ...]
    near: Words = ()
    """The words around `by`."""

    @property
    def ratio(self) -> Interval:
        """Top over bottom."""
        return over(self.top, self.bottom)


def tied(by: Figure, top: Value, bottom: Value, how: How, up: bool | None, sure: bool, near: Words, view: View) -> Tie:
    times = level(bottom.unit, top.unit, view) or 1.0
    shown = tuple({value.unit.id: value.unit for value in (bottom, top)}.values())
    return Tie(by, top.interval.scaled(times), bottom.interval, how, up, sure, shown, near)


def vague(figure: Figure) -> bool:
    """Is it an order of magnitude only ("dozens")?"""
    return figure.quantity.bound == Bound.ORDER


def may_be_money(figure: Figure) -> bool:
    """May a bare number be a sum of money: is it large, or written with two decimals?"""
    written = digits(figure.quote)
    return (figure.quantity.stated or 0) >= LARGE or (written is not None and written[1] == CENTS)


def is_sort(figure: Figure) -> bool:
    """Does a measure only name a sort: "a 17-inch laptop"?"""
    told = words(figure.quote)
    return figure.kind == Kind.MEASURE and ("-" in told or (len(told) == 1 and "-" in figure.quote))


def level(left: Figure, right_: Figure, view: View) -> float | None:
    """As `scale`; and a bare number is in the other's unit: "540 of its 600 acres", "1.8 degrees ... 35.2C"."""
    times = scale(left, right_, view)
    pers = {left.quantity.per, right_.quantity.per} - {None}
    if times is not None or len(pers) > 1:
        return times
    for one, other in ((left, right_), (right_, left)):
        if one.kind == Kind.COUNT and other.kind in BARE and not named(one) and not (pers and one.quantity.per):
            return 1.0 if other.kind != Kind.MONEY or may_be_money(one) else None
        if one.quantity.unit in DEGREES_OF_ANY and other.quantity.dimension == "temperature":
            return 1.0
    return None


def scale(left: Figure, right_: Figure, view: View, *, rates: bool = True) -> float | None:
    """What turns the right figure's values into the left's unit; None where they are not of one sort.

    Where only one is a rate, it is read as leaving the other's "a month" unsaid; without `rates`, so are both.
    """
    if left.kind == right_.kind == Kind.MONEY and left.quantity.unit != right_.quantity.unit:
        return _of_coins(left, right_, view)
    one, other = view.page.measure(left), view.page.measure(right_)
    if not rates or (one.per is None) != (other.per is None):
        one, other = replace(one, per=None), replace(other, per=None)
    turn = factor(one, other, view.book.units)
    return None if turn is None or turn[1] else turn[0]


def _of_coins(left: Figure, right_: Figure, view: View) -> float | None:
    """ "90p" beside "£13.20": a part of a currency is one of the currency beside it, whatever coin it mostly is of."""
    one, other = (view.book.units.unit(figure.quantity.unit or "") for figure in (left, right_))
    if one is None or other is None or one.factor is None or other.factor is None:
        return None
    parts = [unit.name != unit.currency for unit in (one, other)]
    return float(other.factor / one.factor) if parts[0] != parts[1] else None


def values_of(passage: Passage, d: int, view: View, moved: bool = False) -> list[Value]:
    """The values of the sentence that the degree may tie, in its order; `moved`: also those told as a rise or fall."""
    found = []
    for i, figure in enumerate(passage.figures):
        quantity = figure.quantity
        if i == d or figure.kind not in LEVELS or vague(figure) or is_points(figure) or is_sort(figure):
            continue
        if figure.kind == Kind.DURATION and _is_period(passage, i, view):
            continue
        if quantity.bound == Bound.BETWEEN and passage.quote(i)[:1] == ("from",):
            found += [Value(_end(figure, name), i, interval_of(_end(figure, name), view), figure) for name in ENDS]
        elif moved or not quantity.change:
            found.append(Value(figure, i, interval_of(figure, view), figure))
    return found


def _is_period(passage: Passage, i: int, view: View) -> bool:
    """Does a length of time say when, and not how long: "than a year before", "in the first ten months"?"""
    rule = view.book.flags[CHANGES]
    back = opens(passage.after(i), phrases(rule, "back")) and not opens(passage.after(i), phrases(rule, "not_back"))
    return back or ends(passage.before(i), phrases(rule, "periods"))


ENDS = ("low", "high")
_NUMBER = re.compile(r"\d+(?:[,.]\d+)*")


def _end(figure: Figure, name: str) -> Figure:
    """One end of a range as a figure of its own, with the part of the quote that gives it."""
    value, numbers = getattr(figure.quantity, name), [*_NUMBER.finditer(figure.quote)]
    quote = figure.quote
    if len(numbers) == 2:
        quote = quote[: numbers[1].start()] if name == "low" else quote[numbers[1].start() :]
    quantity = figure.quantity.model_copy(update={"stated": value, "low": value, "high": value, "bound": Bound.EXACT})
    return figure.model_copy(update={"id": f"{figure.id} {name}", "quantity": quantity, "quote": quote})


def interval_of(figure: Figure, view: View) -> Interval:
    return view.page.reckoned(figure).interval
