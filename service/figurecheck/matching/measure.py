"""What a figure measures: its interval with its tolerance, and how to bring another figure's into its unit."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import inf

from figurecheck.matching.intervals import Interval, meet
from figurecheck.matching.places import numeral, tolerance
from figurecheck.model import Bound, Figure, Quantity, bounds, kinds
from figurecheck.rulebook.tolerance import Tolerance
from figurecheck.rulebook.units import UnitIndex

SHARES: dict[str | None, float] = {"percent": 0.01, None: 1.0}
"""Ratios and percents are one family, in wholes: half is 50%."""

POINTS: dict[str | None, float] = {"percentage point": 1.0, "basis point": 0.01}
"""Percentage points and basis points are one family, in points."""
NOBODYS = frozenset(("age", "duration", "length"))
"""Families of which no side claims a value as its own."""

SAME = (1.0, 0.0)
"""The conversion that changes nothing."""

_PER_NUMBER = re.compile(r"([\d,.]+) (.+)")


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure's values. `family` is what must agree for two figures to be compared; `sort` is the family without what
    it is in, "money" of "money GBP"; `every` is what it is per by the word before its noun ("weekly pay"); `exact` is
    without tolerance; `digits` are those written, and how many of them are decimals, None where the number is written
    in words."""

    family: str
    sort: str
    unit: str | None
    per: str | None
    every: str | None
    exact: Interval
    interval: Interval
    bound: Bound
    change: str | None
    digits: tuple[str, int] | None

    @property
    def order(self) -> bool:
        """Is it an order of magnitude only ("dozens")?"""
        return self.bound == "order"


def family(figure: Figure) -> str:
    """What a figure's values are of: "count", "share", "points", "age", "money GBP", or a unit's dimension."""
    quantity, kind = figure.quantity, figure.kind
    if kind in (kinds.COUNT, kinds.RANK):
        return "count"
    if kind in (kinds.PERCENT, kinds.RATIO):
        return "share"
    if kind in (kinds.PERCENTAGE_POINT, kinds.BASIS_POINT):
        return "points"
    if kind == kinds.AGE:
        return "age"
    if kind == kinds.MONEY:
        return f"money {quantity.unit}"
    if kind == kinds.DURATION:
        return "duration"
    return quantity.dimension or quantity.unit or kind.value


def measure(figure: Figure, rules: Tolerance, every: Mapping[str, str] | None = None) -> Measure:
    """The figure's values as they are compared; `every` are the words that say what it is per before its noun."""
    quantity, of = figure.quantity, family(figure)
    exact = span(quantity)
    if quantity.bound == bounds.ORDER:
        spread = Interval(exact.low / rules.order_factor, exact.high * rules.order_factor)
    else:
        spread = exact.widened(tolerance(figure.kind.value, figure.quote, quantity, rules))
    return Measure(
        family=of,
        sort=of.partition(" ")[0],
        unit=quantity.unit,
        per=quantity.per,
        every=_every(figure, every or {}),
        exact=exact,
        interval=spread,
        bound=quantity.bound,
        change=quantity.change,
        digits=numeral(figure.quote),
    )


def _every(figure: Figure, every: Mapping[str, str]) -> str | None:
    told = (every[word.lower()] for word in figure.subject.modifiers if word.lower() in every)
    return next(told, None) if figure.quantity.per is None else None


def span(quantity: Quantity) -> Interval:
    """The interval of a quantity as the copy gives it, without tolerance."""
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        low = high = quantity.stated
    return Interval(
        -inf if low is None else float(low), inf if high is None else float(high), quantity.low_open, quantity.high_open
    )


def factor(left: Measure, right: Measure, units: UnitIndex) -> tuple[float, float] | None:
    """What turns the right figure's values into the left's unit: value * factor + offset. None: not one thing."""
    if left.family != right.family:
        coined = left.sort == right.sort == "money" and right.unit in units.namesakes(left.unit)
        return SAME if coined and left.per == right.per else None
    if left.unit == right.unit and left.per == right.per:
        return SAME
    rates = left.per or left.every, right.per or right.every
    if all(rates):
        return _factor((left.unit, rates[0]), (right.unit, rates[1]), units)
    if (left.per is None) != (right.per is None) and _goes_without_saying(left, right, units):
        plain = _factor((left.unit, None), (right.unit, None), units)
        return plain if plain and meet(left.interval, into(right, plain)) else None
    return _factor((left.unit, left.per), (right.unit, right.per), units)


def _goes_without_saying(left: Measure, right: Measure, units: UnitIndex) -> bool:
    """May one of two that agree leave out that a price is of a barrel or a wage of an hour, or a percent of a year?

    What a day, a month or a year brings is no total.
    """
    per = left.per or right.per or ""
    if left.family == "share":
        return per == "year"
    unit = units.unit(per)
    return left.family.startswith("money") and (per == "hour" or unit is None or unit.dimension != "time")


@lru_cache(maxsize=4096)
def _factor(
    left: tuple[str | None, str | None], right: tuple[str | None, str | None], units: UnitIndex
) -> tuple[float, float] | None:
    rate = per_factor(left[1], right[1], units)
    if rate is None:
        return None
    one, other = left[0], right[0]
    if one == other:
        return rate, 0.0
    for table in (SHARES, POINTS):
        if one in table and other in table:
            return table[other] / table[one] * rate, 0.0
    if one is None or other is None:
        return None
    zero, unit = units.convert(0.0, other, one), units.convert(1.0, other, one)
    return ((unit - zero) * rate, zero) if zero is not None and unit is not None and unit > zero else None


def per_factor(left: str | None, right: str | None, units: UnitIndex) -> float | None:
    """What turns a rate per `right` into a rate per `left`: a week to a month is 4.35. None where there is no such."""
    if left == right:
        return 1.0
    if left is None or right is None:
        return None
    (left_number, left_unit), (right_number, right_unit) = _per(left), _per(right)
    if left_unit == right_unit:
        return left_number / right_number
    times = units.convert(left_number, left_unit, right_unit)
    return None if times is None else times / right_number


def _per(text: str) -> tuple[float, str]:
    found = _PER_NUMBER.fullmatch(text)
    if not found:
        return 1.0, text
    try:
        return float(found[1].replace(",", "")), found[2]
    except ValueError:
        return 1.0, text


def into(measured: Measure, conversion: tuple[float, float]) -> Interval:
    """A figure's interval, with its tolerance, in the other's unit."""
    return measured.interval.scaled(*conversion)
