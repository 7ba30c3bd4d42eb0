"""The pairs of figures of two articles that speak of one thing, with their waterfall and relation."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from figurecheck.matching import intervals as iv
from figurecheck.matching.account import Account
from figurecheck.matching.event import Event, event
from figurecheck.matching.intervals import Interval
from figurecheck.matching.levels import SIDES, Both, Step, rivals, steps, weights
from figurecheck.matching.line import Line
from figurecheck.matching.measure import factor
from figurecheck.matching.places import distinctive
from figurecheck.matching.relation import Stand, part_side, stand, whole
from figurecheck.matching.sums import explained
from figurecheck.model import Comparison, Reason, Relation
from figurecheck.rulebook import Rulebook

AGREEING = frozenset((Relation.EQUAL, Relation.CONSISTENT, Relation.SUPERSEDED))
CLASHING = frozenset((Relation.CONFLICT, Relation.ATTRIBUTION_CONFLICT))
SLACK = 2.0
"""A conflict gives way to an agreement of one of its figures that is at most this many bits weaker."""
FAMILIES = {"share": ("share", "points"), "points": ("points", "share")}
"""Families that copy confuses: what is looked at beside a figure's own."""
SAME = (1.0, 0.0)
"""The conversion that changes nothing."""
SIDED = frozenset(("actor", "target", "subject"))
"""The parts by which a figure belongs to a side."""
LEAD = 1.0
"""A pair gives way to another pair of one of its figures that is this many bits stronger."""


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures of two articles that speak of one thing.

    `other` and `exact` are the right figure's interval in the left's unit, with and without its tolerance.
    """

    left: Line
    right: Line
    steps: tuple[Step, ...]
    stand: Stand
    event: Event
    other: Interval
    exact: Interval

    @property
    def bits(self) -> float:
        """The log2 of the odds that the two are one thing."""
        return sum(step.weight for step in self.steps)

    @property
    def score(self) -> float:
        """The chance that the two are one thing."""
        return round(1 / (1 + 2 ** -max(min(self.bits, 60.0), -60.0)), 4)

    @property
    def relation(self) -> Relation:
        """How the two stand."""
        return self.stand.relation

    def comparison(self, left: Account, right: Account) -> Comparison:
        """The pair as the wire has it."""
        told = (step for step in self.steps if step.weight)
        reasons = tuple(Reason(part=s.part, level=s.level, weight=round(s.weight, 2), detail=s.detail) for s in told)
        return Comparison(
            left=self.left.id,
            right=self.right.id,
            left_article=left.article.id,
            right_article=right.article.id,
            relation=self.relation,
            score=self.score,
            reasons=reasons,
            difference=self.stand.difference,
        )


def pairs(left: Account, right: Account, book: Rulebook) -> list[Pair]:
    """The pairs of two articles' figures that speak of one thing, in the order of the left, then the right figures."""
    if not left.figures or not right.figures:
        return []
    between = event(left, right, book)
    if between.bits < book.matching.words["gate"]:
        return []
    mine, theirs = left.lines(book), right.lines(book)
    by_family: dict[str, list[Line]] = defaultdict(list)
    for line in theirs:
        by_family[line.measure.family].append(line)
    both = Both(between, weights(mine, theirs, left.profile, right.profile, book), rivals(mine, theirs))
    found = [
        pair
        for line in mine
        for family in FAMILIES.get(line.measure.family, (line.measure.family,))
        for other in by_family.get(family, ())
        if (pair := _pair(line, other, both, book)) is not None
    ]
    return list(_settled(explained(found, mine, theirs, book)))


def _pair(left: Line, right: Line, both: Both, book: Rulebook) -> Pair | None:
    conversion = factor(left.measure, right.measure, book.units)
    if conversion is None and not _one_number(left, right, book):
        return None
    waterfall, between = tuple(steps(left, right, both, book)), both.event
    bits = sum(step.weight for step in waterfall)
    other, exact = (values.scaled(*(conversion or SAME)) for values in (right.measure.interval, right.measure.exact))
    sided = _other_side(left, right, waterfall, between, exact, book) if conversion else None
    if sided is not None:
        return Pair(left, right, sided, Stand(Relation.ATTRIBUTION_CONFLICT, "side"), between, other, exact)
    if bits <= 0:
        return None
    basis = Stand(Relation.CONFLICT, "basis")
    standing = stand(left, right, other, between.earlier, book) if conversion else basis
    return Pair(left, right, waterfall, standing, between, other, exact)


def _other_side(
    left: Line, right: Line, waterfall: tuple[Step, ...], between: Event, exact: Interval, book: Rulebook
) -> tuple[Step, ...] | None:
    """One equal, distinctive value given to two sides inside one event that all else has established (DESIGN 6)."""
    sided = {i for i, step in enumerate(waterfall) if step.part in SIDED and step.level in SIDES}
    if not sided or not _distinctive(left, exact, book) or part_side(left, right, book):
        return None
    rest = sum(step.weight for i, step in enumerate(waterfall) if i not in sided)
    if rest <= 0 or between.bits <= 0:
        return None
    kept = [step._replace(weight=0.0) if i in sided else step for i, step in enumerate(waterfall)]
    bonus = book.matching.levels["words"]["equal_value"]
    kept.append(Step("words", "equal_value", bonus, f"{whole(left.measure.exact.near)}, a value seldom met twice"))
    return tuple(kept)


def _one_number(left: Line, right: Line, book: Rulebook) -> bool:
    """One number, seldom met twice, whose unit or time is not one: percent for points, a day for in all."""
    a, b = left.figure.quantity.stated, right.figure.quantity.stated
    if a is None or a != b:
        return False
    return left.measure.family != right.measure.family or distinctive(a, book.tolerance)


def _distinctive(left: Line, exact: Interval, book: Rulebook) -> bool:
    mine = left.measure.exact
    alike = mine.point and exact.point and iv.same(mine.low, exact.low)
    return alike and distinctive(left.figure.quantity.stated, book.tolerance)


def _settled(found: list[Pair]) -> Iterator[Pair]:
    """The pairs that no better pair of one of their figures rules out."""
    ends: dict[str, list[Pair]] = defaultdict(list)
    for pair in found:
        ends[pair.left.id].append(pair)
        ends[pair.right.id].append(pair)
    for pair in found:
        rivals = [p for p in (*ends[pair.left.id], *ends[pair.right.id]) if p is not pair]
        if not any(_rules_out(rival, pair) for rival in rivals):
            yield pair


def _rules_out(rival: Pair, pair: Pair) -> bool:
    if pair.relation in CLASHING and rival.relation in AGREEING:
        return rival.bits >= pair.bits - SLACK
    mine, other = (pair.left, rival.left) if pair.right is rival.right else (pair.right, rival.right)
    return rival.bits > pair.bits + LEAD and not iv.meet(mine.measure.interval, other.measure.interval)
