"""A whole and parts of it, and how near the parts come to the whole."""

from dataclasses import dataclass
from math import inf

from figurecheck.checking.arithmetic import total
from figurecheck.checking.finding import View
from figurecheck.checking.sorts import same_sort
from figurecheck.checking.values import scale
from figurecheck.matching.intervals import Interval, meet
from figurecheck.model import Figure


@dataclass(frozen=True, slots=True)
class Sum:
    """A whole and parts of it. `full`: does the copy say that these are all? `told`: does it tie them at all?"""

    whole: Figure
    parts: tuple[Figure, ...]
    full: bool
    told: bool = True

    def terms(self, view: View) -> list[Interval]:
        """The parts' values in the whole's unit; a bare number is in it already."""
        return [view.page.measure(part).interval.scaled(scale(self.whole, part, view) or 1.0) for part in self.parts]

    def holds(self, view: View) -> bool:
        """Do any values make the parts come to the whole, or to less where they need not be all?"""
        whole = view.page.measure(self.whole).interval
        room = whole if self.full else Interval(-inf, whole.high, True, whole.high_open)
        return meet(total(self.terms(view)), room)

    def begins_right(self, view: View) -> bool:
        """Do the first parts come to the whole, so that what follows them is of another list?"""
        whole, terms = view.page.measure(self.whole).interval, self.terms(view)
        return any(meet(total(terms[:many]), whole) for many in range(2, len(terms)))


def nearly(parts: tuple[Figure, ...], whole: Figure, view: View) -> bool:
    """Do so many parts come so near to the whole that none can be missing?"""
    of, come = view.page.measure(whole).interval.near, total(Sum(whole, parts, True).terms(view)).near
    return len(parts) >= 3 and of * (1 - view.rule.setting("short", 0.1)) <= come


def plausible(parts: tuple[Figure, ...], whole: Figure, view: View, most: float | None = None) -> bool:
    """Are the parts of the whole's sort, or do they nearly come to it?"""
    if all(same_sort(part, whole, view) for part in parts):
        return True
    return view.page.measure(whole).interval.low >= view.rule.setting("large", 14) and is_near(parts, whole, view, most)


def is_near(parts: tuple[Figure, ...], whole: Figure, view: View, most: float | None = None) -> bool:
    of, come = view.page.measure(whole).interval.near, total(Sum(whole, parts, True).terms(view)).near
    return abs(come - of) <= (most or view.rule.setting("near", 0.4)) * of


def exceed(parts: tuple[Figure, ...], whole: Figure, view: View) -> bool:
    """Do the parts come to more than the whole, whatever they are rounded to?"""
    return total(Sum(whole, parts, True).terms(view)).low > view.page.measure(whole).interval.high
