"""How two figures of one thing stand to each other."""

from typing import Literal, NamedTuple

from figurecheck.matching import intervals as iv
from figurecheck.matching.intervals import Interval
from figurecheck.matching.levels.action import action_level
from figurecheck.matching.levels.scope import opposite
from figurecheck.matching.line import Line
from figurecheck.matching.measure import NOBODYS
from figurecheck.matching.places import distinctive
from figurecheck.model import Difference, Relation, bounds, kinds, relations
from figurecheck.rulebook import Rulebook

_TOGETHER = range(2, 11)
"""How many may be told of together, of each of whom a figure is told."""
STRICT = frozenset((bounds.LESS_THAN, bounds.MORE_THAN))


Side = Literal["left", "right", ""]


class Stand(NamedTuple):
    """A relation, the kind of gap where two values do not meet, and these values in one unit: what the rules go by.

    `kind`: "" or "exceeds" (a part above its whole), "touch" (ends that touch), "order" (an order of magnitude only),
    "opposite" (up here, down there), "running" (a toll that the later article gives higher), "side" (one value given
    to two sides), "basis" (one number on two bases); "other" (an older value that is not the other's), "corrected" (it
    was wrong, its copy says).
    `newer` is the side that says what took the place of the other's value, "" where neither does.
    """

    relation: Relation
    kind: str = ""
    values: tuple[Interval, Interval] | None = None
    newer: Side = ""

    @property
    def difference(self) -> Difference | None:
        """The gap between the two values; of values that go opposite ways, what both come to."""
        if self.values is None:
            return None
        one, other = self.values
        if self.kind == "opposite":
            return Difference(absolute=whole(abs(one.near) + abs(other.near)), ratio=None)
        return difference(one, other)


def stand(left: Line, right: Line, other: Interval, exact: Interval, earlier: bool | None, book: Rulebook) -> Stand:
    """The relation of a pair.

    `other` and `exact` are the right figure's interval in the left's unit, with and without its tolerance; `earlier` is
    whether the left article is the earlier one.
    """
    mine = left.measure.interval
    if left.older != right.older:
        meets = iv.meet(mine, other)
        return Stand(relations.SUPERSEDED, "" if meets else "other", None if meets else (mine, other))
    if _opposite(left, right, mine, other, book):
        return Stand(relations.CONFLICT, "opposite", (mine, other))
    part = part_side(left, right, book)
    if part:
        if _summed(left, right, book) and mine == other and distinctive(left.figure.quantity.stated, book.tolerance):
            return Stand(relations.CONFLICT, "basis")
        own, whole = (left, right) if part == "left" else (right, left)
        if own.share.on_top or whole.share.part:  # 12 killed are more than "two of the victims"
            return Stand(relations.PART_OF)
        standing = _part(
            mine, other, part == "left", strict=left.share.others != right.share.others and not left.person
        )
        grown = standing.kind == "exceeds" and _grown(left, right, mine, other, earlier, book)
        return standing._replace(kind="running") if grown else standing
    if _excluded(left, right, exact):
        return Stand(relations.CONFLICT, "touch", (left.measure.exact, exact))
    if iv.meet(mine, other):
        return Stand(relations.EQUAL if _equal(left, right, other) else relations.CONSISTENT)
    if _gunman(left, right, mine, other) or _loosely(left, right, mine, other):
        return Stand(relations.CONSISTENT)
    if _counted_in(left, right, mine, other) or _of_each(left, right, mine, other) or _longer(left, right, mine, other):
        return Stand(relations.PART_OF)
    return Stand(relations.CONFLICT, _kind(left, right, other, exact, earlier, book), (mine, other))


def _kind(left: Line, right: Line, other: Interval, exact: Interval, earlier: bool | None, book: Rulebook) -> str:
    """What kind of conflict two values make that do not meet. Ends that only rounding brings together do not touch."""
    mine = left.measure.interval
    if iv.touch(left.measure.exact, exact):
        return "touch"
    if _grown(left, right, mine, other, earlier, book):
        return "running"
    return "order" if left.measure.order or right.measure.order else ""


def _grown(left: Line, right: Line, mine: Interval, other: Interval, earlier: bool | None, book: Rulebook) -> bool:
    """Is one a toll that the later article gives higher? A rank is of one event, and does not grow."""
    ranked = left.figure.kind == right.figure.kind == kinds.RANK
    if earlier is None or ranked or not {left.action, right.action} <= book.matching.running:
        return False
    first, second = (mine, other) if earlier else (other, mine)
    return first.high <= second.low


def _opposite(left: Line, right: Line, mine: Interval, other: Interval, book: Rulebook) -> bool:
    """Is one up and the other down, or one value here of what is the opposite there: money made, and lost?"""
    if left.measure.change and right.measure.change and left.measure.change != right.measure.change:
        return True
    opposed = opposite(left, right, book) or action_level(left.action, right.action, book) == "opposed"
    if not opposed or not iv.alike(mine, other) or left.measure.family in NOBODYS:
        return False
    return left.measure.sort == "money" or distinctive(left.figure.quantity.stated, book.tolerance)


def _loosely(left: Line, right: Line, mine: Interval, other: Interval) -> bool:
    """Do the two meet where one shares the hedge of the figure that it is joined to?"""
    one, two = left.share.loose, right.share.loose
    return bool((one and iv.meet(one, other)) or (two and iv.meet(mine, two)))


def _summed(left: Line, right: Line, book: Rulebook) -> bool:
    """Is one's action a part of the other's: killed, of killed and injured?"""
    sums = book.matching.sums
    return left.action in sums.get(right.action or "", ()) or right.action in sums.get(left.action or "", ())


def part_side(left: Line, right: Line, book: Rulebook) -> str:
    """Which figure is by its words a part of the other: "left", "right", or "" where neither is."""
    part = _part_side(left, right, book)
    return "" if part and left.figure.kind == right.figure.kind == kinds.RANK else part


def _part_side(left: Line, right: Line, book: Rulebook) -> str:
    if left.action != right.action:
        sums = book.matching.sums
        if left.action in sums.get(right.action or "", ()):
            return "left"
        if right.action in sums.get(left.action or "", ()):
            return "right"
    counts = left.measure.family == "count"
    if bool(left.groups) != bool(right.groups) and counts and left.kin.isdisjoint(right.kin):
        return "left" if left.groups else "right"
    if bool(left.scope.subset) != bool(right.scope.subset) and counts:
        return "left" if left.scope.subset else "right"
    if left.share.others != right.share.others and _all_told(left, right, book):
        return "left" if left.share.others else "right"
    if left.partial != right.partial and not left.groups & right.groups and not left.scope.subset & right.scope.subset:
        return "left" if left.partial else "right"
    return ""


def _all_told(left: Line, right: Line, book: Rulebook) -> bool:
    """Do two counts of things say how many there are? Of tolls, "other" is beside those of the sentence."""
    vague = book.matching.vague
    return left.measure.family == "count" and left.action in vague and right.action in vague and not left.share.part


def _part(mine: Interval, other: Interval, left_is_part: bool, *, strict: bool) -> Stand:
    """How a part stands to its whole; `strict`: it is not all of it."""
    part, whole = (mine, other) if left_is_part else (other, mine)
    same = iv.same(part.low, whole.high)
    if (part.low > whole.high and not same) or (strict and same):
        return Stand(relations.CONFLICT, "exceeds", (mine, other))
    return Stand(relations.EQUAL if mine.point and mine == other else relations.PART_OF)


def _equal(left: Line, right: Line, other: Interval) -> bool:
    a, b = left.measure, right.measure
    alike = a.bound == b.bound and iv.same(a.interval.low, other.low) and iv.same(a.interval.high, other.high)
    return alike or (a.bound == b.bound == bounds.EXACT and iv.same(a.exact.near, other.near))


def _excluded(left: Line, right: Line, exact: Interval) -> bool:
    """Is one the very number that the other's bound shuts out: "less than 5%" and 5%? Rounding does not excuse it."""
    a, b = left.measure.bound, right.measure.bound
    if a == b or bounds.EXACT not in (a, b) or STRICT.isdisjoint((a, b)):
        return False
    return iv.touch(left.measure.exact, exact)


def _counted_in(left: Line, right: Line, mine: Interval, other: Interval) -> bool:
    """Does the higher one count in what the lower tells: "26 beaches, including those here", a price with debt?"""
    high, low = (mine, other) if mine.low > other.high else (other, mine)
    whole = left if high is mine else right
    return whole.scope.inclusive or any(iv.meet(low.plus(part), high) for part in whole.share.counted_in)


def _longer(left: Line, right: Line, mine: Interval, other: Interval) -> bool:
    """Is the higher count one of more days, by its copy, among which are those of the lower: a day, a weekend?"""
    high, low = (left, right) if mine.low > other.high else (right, left)
    if left.measure.family != "count" or not (high.days and low.days) or high.days == low.days:
        return False
    if kinds.RANK in (left.figure.kind, right.figure.kind):
        return False  # a running tally is of no day, but of all up to it
    return high.days[0] <= low.days[0] and low.days[1] <= high.days[1] and low.days[0] == low.days[1]


def _of_each(left: Line, right: Line, mine: Interval, other: Interval) -> bool:
    """Is one told of each of several, and the other so many times as much?"""
    if left.scope.each == right.scope.each or not (mine.point and other.point):
        return False
    one, all_told = (mine.near, other.near) if left.scope.each else (other.near, mine.near)
    return one > 0 and all_told / one in _TOGETHER


def _gunman(left: Line, right: Line, mine: Interval, other: Interval) -> bool:
    """With the gunman here and without him there, the count is one off."""
    return left.gunman != right.gunman and left.person and right.person and iv.gap(mine, other) == 1


def difference(mine: Interval, other: Interval) -> Difference:
    """The gap of the nearest ends, in the left figure's unit."""
    gap, times = iv.gap(mine, other), iv.times(mine, other)
    return Difference(absolute=whole(gap), ratio=None if times is None else whole(round(times, 4)))


def whole(value: float) -> int | float:
    """A number as the wire has it: whole where whole, else with no more digits than floats carry truly."""
    rounded = round(value, 9)
    return int(rounded) if rounded == int(rounded) else float(f"{value:.9g}")
