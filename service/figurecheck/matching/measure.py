"""What a figure measures: its interval with its tolerance, and how to bring another figure's into its unit."""

import re
from dataclasses import dataclass
from math import inf
from typing import Protocol

from figurecheck.matching.intervals import Interval
from figurecheck.matching.places import tolerance
from figurecheck.model import Bound, Figure, Kind, Quantity
from figurecheck.rulebook.tolerance import Tolerance

SHARES = {"percent": 0.01, None: 1.0}
"""Ratios and percents are one family, in wholes: half is 50%."""

POINTS = {"percentage point": 1.0, "basis point": 0.01}
"""Percentage points and basis points are one family, in points."""

_PER_NUMBER = re.compile(r"([\d,.]+) (.+)")


class Units(Protocol):
    """What is needed of the unit index."""

    def convert(self, value: float, unit: str, other: str) -> float:
        """The value in the other unit; ValueError where the two measure different things."""
        ...


@dataclass(frozen=True, slots=True)
class Measure:
    """A figure's values. `family` is what must agree for two figures to be compared; `exact` is without tolerance."""

    family: str
    unit: str | None
    per: str | None
    exact: Interval
    interval: Interval
    bound: Bound
    change: str | None

    @property
    def order(self) -> bool:
        """Is it an order of magnitude only ("dozens")?"""
        return self.bound == "order"


def family(figure: Figure) -> str:
    """What a figure's values are of: "count", "share", "points", "age", "money GBP", or a unit's dimension."""
    quantity, kind = figure.quantity, figure.kind
    if kind in (Kind.COUNT, Kind.RANK):
        return "count"
    if kind in (Kind.PERCENT, Kind.RATIO):
        return "share"
    if kind in (Kind.PERCENTAGE_POINT, Kind.BASIS_POINT):
        return "points"
    if kind == Kind.AGE:
        return "age"
    if kind == Kind.MONEY:
        return f"money {quantity.unit}"
    if kind == Kind.DURATION:
        return "duration"
    return quantity.dimension or quantity.unit or kind.value


def measure(figure: Figure, rules: Tolerance) -> Measure:
    """The figure's values as they are compared."""
    quantity = figure.quantity
    exact = span(quantity)
    if quantity.bound == Bound.ORDER:
        spread = Interval(exact.low / rules.order_factor, exact.high * rules.order_factor)
    else:
        spread = exact.widened(tolerance(figure.kind.value, figure.quote, quantity, rules))
    return Measure(family(figure), quantity.unit, quantity.per, exact, spread, quantity.bound, quantity.change)


def span(quantity: Quantity) -> Interval:
    """The interval of a quantity as the copy gives it, without tolerance."""
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        low = high = quantity.stated
    return Interval(
        -inf if low is None else float(low), inf if high is None else float(high), quantity.low_open, quantity.high_open
    )


def factor(left: Measure, right: Measure, units: Units) -> tuple[float, float] | None:
    """What turns the right figure's values into the left's unit: value * factor + offset. None: not one thing."""
    if left.family != right.family:
        return None
    rate = per_factor(left.per, right.per, units)
    if rate is None:
        return None
    if left.unit == right.unit:
        return rate, 0.0
    for table in (SHARES, POINTS):
        if left.unit in table and right.unit in table:
            return table[right.unit] / table[left.unit] * rate, 0.0
    if left.unit is None or right.unit is None:
        return None
    return _unit_factor(left.unit, right.unit, rate, units)


def _unit_factor(left: str, right: str, rate: float, units: Units) -> tuple[float, float] | None:
    try:
        zero, one = units.convert(0.0, right, left), units.convert(1.0, right, left)
    except (ValueError, KeyError):
        return None
    return ((one - zero) * rate, zero) if one > zero else None


def per_factor(left: str | None, right: str | None, units: Units) -> float | None:
    """What turns a rate per `right` into a rate per `left`: a week to a month is 4.35. None where there is no such."""
    if left == right:
        return 1.0
    if left is None or right is None:
        return None
    (left_number, left_unit), (right_number, right_unit) = _per(left), _per(right)
    if left_unit == right_unit:
        return left_number / right_number
    try:
        return units.convert(left_number, left_unit, right_unit) / right_number
    except (ValueError, KeyError):
        return None


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
