"""Intervals of values, and whether two of them meet."""

from dataclasses import dataclass
from math import inf, isclose

EDGE = 1e-9
"""Two ends this near, relative to their size, are one end: what is left of decimal arithmetic done in floats."""


@dataclass(frozen=True, slots=True)
class Interval:
    """The values a figure allows, in one unit. An unknown end is infinite; an open end does not hold its value."""

    low: float = -inf
    high: float = inf
    low_open: bool = False
    high_open: bool = False

    @property
    def point(self) -> bool:
        """Is it one value?"""
        return self.low == self.high

    @property
    def bounded(self) -> bool:
        """Has it two finite ends?"""
        return self.low > -inf and self.high < inf

    @property
    def near(self) -> float:
        """The finite end nearest to what the copy says, 0 where it has none."""
        low, high = self.low, self.high
        if low > -inf:
            return (low + high) / 2 if high < inf else low
        return high if high < inf else 0.0

    def scaled(self, factor: float, offset: float = 0.0) -> "Interval":
        """The same values in another unit; `factor` is above 0."""
        if factor == 1 and not offset:
            return self
        return Interval(self.low * factor + offset, self.high * factor + offset, self.low_open, self.high_open)

    def widened(self, tolerance: float) -> "Interval":
        """[low - t, high + t): half open above, as rounding is. With no tolerance the ends stay as they are."""
        if not tolerance:
            return self
        low_open = self.low_open and self.low == -inf
        return Interval(self.low - tolerance, self.high + tolerance, low_open, self.high < inf)

    def plus(self, other: "Interval") -> "Interval":
        """The sums of one value of each."""
        return Interval(
            self.low + other.low,
            self.high + other.high,
            self.low_open or other.low_open,
            self.high_open or other.high_open,
        )


def same(left: float, right: float) -> bool:
    """Are two ends one, but for rounding in the arithmetic?"""
    return left == right or isclose(left, right, rel_tol=EDGE)


def alike(left: Interval, right: Interval) -> bool:
    """Have two intervals the same ends?"""
    low, high = right.low, right.high
    return (left.low == low or isclose(left.low, low, rel_tol=EDGE)) and (
        left.high == high or isclose(left.high, high, rel_tol=EDGE)
    )


def meet(left: Interval, right: Interval) -> bool:
    """Is there a value that both allow?"""
    return not (_below(left, right) or _below(right, left))


def touch(left: Interval, right: Interval) -> bool:
    """Do they share an end and no value: "less than 5" and 5?"""
    return (same(left.high, right.low) or same(right.high, left.low)) and not meet(left, right)


def gap(left: Interval, right: Interval) -> float:
    """How far their nearest ends lie apart; 0 where they meet or touch."""
    return 0.0 if meet(left, right) else max(right.low - left.high, left.low - right.high, 0.0)


def times(left: Interval, right: Interval) -> float | None:
    """The larger of the two nearest ends over the smaller, 1 or more; None where they meet or an end is not above 0."""
    if meet(left, right):
        return None
    low, high = (left.high, right.low) if left.high <= right.low else (right.high, left.low)
    return high / low if low > 0 else None


def within(inner: Interval, outer: Interval) -> bool:
    """Does the outer interval allow all that the inner allows?"""
    return (inner.low > outer.low or same(inner.low, outer.low)) and (
        inner.high < outer.high or same(inner.high, outer.high)
    )


def _below(left: Interval, right: Interval) -> bool:
    high, low = left.high, right.low
    if high == low or isclose(high, low, rel_tol=EDGE):
        return left.high_open or right.low_open
    return high < low
