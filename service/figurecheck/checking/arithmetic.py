"""Arithmetic on intervals of values that are not below 0: every result holds all that its terms allow."""

from collections.abc import Iterable
from functools import reduce
from math import inf

from figurecheck.matching.intervals import Interval

NOTHING = Interval(0.0, 0.0)


def total(terms: Iterable[Interval]) -> Interval:
    """The sums of one value of each term."""
    return reduce(Interval.plus, terms, NOTHING)


def minus(left: Interval, right: Interval) -> Interval:
    """The differences of one value of each."""
    return Interval(
        left.low - right.high,
        left.high - right.low,
        left.low_open or right.high_open,
        left.high_open or right.low_open,
    )


def product(left: Interval, right: Interval) -> Interval:
    """The products of one value of each."""
    return Interval(
        max(left.low, 0.0) * max(right.low, 0.0) if left.low > -inf and right.low > -inf else 0.0,
        left.high * right.high if left.high and right.high else 0.0,
        left.low_open or right.low_open,
        left.high_open or right.high_open,
    )


def over(left: Interval, right: Interval) -> Interval:
    """The quotients of one value of each; up to infinity where the divisor may be 0."""
    return Interval(
        max(left.low, 0.0) / right.high if right.high > 0 else inf,
        left.high / right.low if right.low > 0 else inf,
        left.low_open or right.high_open,
        left.high_open or right.low_open,
    )


def around(value: float, share: float) -> Interval:
    """A value give or take a share of itself."""
    return Interval(value - share * abs(value), value + share * abs(value))


def spanning(*intervals: Interval) -> Interval:
    """The least interval that holds them all."""
    return Interval(min(i.low for i in intervals), max(i.high for i in intervals))
