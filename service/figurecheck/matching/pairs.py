"""The pairs of figures of two articles that speak of one thing, with their waterfall and relation."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from figurecheck.matching.account import Account
from figurecheck.matching.bases import one_number, two_times
from figurecheck.matching.both import Both, both
from figurecheck.matching.event import Event, event
from figurecheck.matching.intervals import Interval, meet
from figurecheck.matching.levels import HOLDERS, Step, barred, sided, steps
from figurecheck.matching.likeness import apart, likeness, same_number
from figurecheck.matching.line import Line
from figurecheck.matching.measure import NOBODYS, factor
from figurecheck.matching.older import superseded
from figurecheck.matching.opponents import Opponents
from figurecheck.matching.places import significant
from figurecheck.matching.relation import Stand, part_side, stand
from figurecheck.matching.rivals import contested
from figurecheck.matching.step import bits, step
from figurecheck.matching.sums import Totals, totals
from figurecheck.model import Comparison, Reason, Relation, relations
from figurecheck.rulebook import Rulebook

AGREEING = frozenset((relations.EQUAL, relations.CONSISTENT, relations.SUPERSEDED))
CLASHING = frozenset((relations.CONFLICT, relations.ATTRIBUTION_CONFLICT))
SLACK = 2.0
"""A conflict gives way to an agreement of one of its figures that is at most this many bits weaker."""
MARGIN = 4.0
"""... but not where all but the values speaks for the conflict by so many bits: one thing has another one's value."""
DOERS = frozenset(("other", "other_camp"))
"""Levels at which two figures are of two who did, or underwent, one thing."""
ONE_SIDED = frozenset(("apart", "one_sided_scope", "other_topic"))
"""Levels at which one of two figures has words that the other has not."""
SLIPS = frozenset(("same_digits", "swapped_digits", "swapped_many"))
"""Levels at which two numbers are one but for a slip."""
WEAK = frozenset(("equal_small", "one_digit"))
"""Levels at which two values are alike by a chance that is not small."""
EQUAL = frozenset(("equal_value", "equal_small"))
"""Levels at which two values are one."""
SURE = 4.0
"""A small number is of two sides only where all but it and the sides adds up to so many bits: two may have one each."""
TOLD_APART = frozenset(("other_modifier", "only_named", "other_source"))
"""Levels that two sides bring with them: they tell one thing from another, and not two to whom one thing is given."""
OPPOSED = frozenset(("scope", "one_sided_scope", "opposite", "opposed"))
"""Levels at which two figures are of what is the opposite of each other."""
CHANCES = {
    "swapped_digits": frozenset(("crowd", "other_person")),
    "same_digits": frozenset(("toll_or_not",)),
}
"""Levels at which two numbers that look like a slip are alike by chance, by the level of the likeness."""
MUCH = -1.0
"""What such a level weighs at the most: of four values, two do not look alike by chance."""
LOOSE = ONE_SIDED | {"foreseen", "other_span", "past_year"}
"""Levels that a slip outweighs as well: copy gives the time of a number, and how sure it is, in its own ways."""
BASIS = Stand(relations.CONFLICT, "basis")
"""How one number on two bases stands."""
OUT = -6.0
"""Below these bits a pair is no rival to another, either."""


class Pair(NamedTuple):
    """Two figures of two articles that speak of one thing.

    `bits` are the log2 of the odds that they do, what the steps add up to; `read` those of all but the values. `other`
    and `exact` are the right figure's interval in the left's unit, with and without its tolerance.
    """

    left: Line
    right: Line
    steps: tuple[Step, ...]
    bits: float
    read: float
    stand: Stand
    event: Event
    other: Interval
    exact: Interval

    @property
    def score(self) -> float:
        """The chance that the two are one thing."""
        return _chance(self.bits)

    @property
    def relation(self) -> Relation:
        """How the two stand."""
        return self.stand.relation

    @property
    def sentences(self) -> tuple[object, ...]:
        """Those that the two stand in."""
        left, right = self.left.figure, self.right.figure
        return left.where, left.sentence, right.where, right.sentence

    @property
    def retired(self) -> str | None:
        """The id of the figure whose value the other's article corrects or sets aside; None where neither does."""
        return {"left": self.right.id, "right": self.left.id}.get(self.stand.newer)

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


@lru_cache(maxsize=4096)
def _chance(bits: float) -> float:
    """The chance that these odds, a log2, stand for; every rule asks for it."""
    return round(1 / (1 + 2 ** -max(min(bits, 60.0), -60.0)), 4)


def pairs(left: Account, right: Account, book: Rulebook) -> list[Pair]:
    """The pairs of two articles' figures that speak of one thing, in the order of the left, then the right figures."""
    if not left.figures or not right.figures:
        return []
    between = event(left, right, book)
    if between.bits < book.matching.words["gate"]:
        return []
    shared = both(between, left, right, book)
    mine, theirs = left.lines(book), right.lines(book)
    made = left.sums(book), right.sums(book)
    sums = totals((mine, theirs), made) if shared.event.established else frozenset()
    opponents = Opponents(theirs, book)
    found = [
        pair
        for line in mine
        for other in opponents.of(line)
        if (pair := _pair(line, other, shared, sums, book)) is not None
    ]
    settled = _settled(contested(found))
    order = {line.id: i for i, line in enumerate((*mine, *theirs))}
    told = superseded(list(_still(_once(settled))), mine, theirs, book)
    return sorted(told, key=lambda pair: (order[pair.left.id], order[pair.right.id]))


def _pair(left: Line, right: Line, shared: Both, sums: Totals, book: Rulebook) -> Pair | None:
    """The pair, unless it is out of the question; its rivals are not yet weighed."""
    conversion = None if two_times(left, right, book) else factor(left.measure, right.measure, book.units)
    if (conversion is None and not one_number(left, right, book)) or barred(left, right, book):
        return None
    waterfall = [*shared.opening, *steps(left, right, shared, book)]
    other, exact = right.measure.interval, right.measure.exact
    if conversion:
        other, exact = other.scaled(*conversion), exact.scaled(*conversion)
    alike = _alike(left, right, exact if conversion else None, book) if shared.event.established else None
    if alike and _by_chance(alike, waterfall):
        alike = None
    if alike:
        waterfall = [*_outweighed(waterfall, alike), alike]
    if alike and alike.level == "equal_value" and left.older != right.older:
        waterfall.append(step(book, "words", "set_aside", "the older value, by its copy"))
    standing = stand(left, right, other, exact, shared.event.earlier, book) if conversion else BASIS
    summed = bool(sums) and (left.id, right.id) in sums
    if summed and standing.relation == relations.CONFLICT:
        standing = Stand(relations.PART_OF)
        waterfall.append(step(book, "words", "sum", "one is a term of the other"))
    if alike and alike.level in SLIPS and standing.relation == relations.PART_OF:
        standing = Stand(relations.CONFLICT, values=(left.measure.interval, other))
    clash = standing.relation == relations.CONFLICT
    far = None if alike or conversion is None or summed else apart(left, right, exact, clash, book)
    if far:
        waterfall.append(far)
    if alike and standing.kind == "opposite" and alike.level == "equal_value":
        waterfall = [s._replace(weight=0.0) if s.level in OPPOSED else s for s in waterfall]
    one = _two_sided(left, right, waterfall, alike, shared, book) if alike and alike.level in EQUAL else None
    if one:
        waterfall, standing = one, Stand(relations.ATTRIBUTION_CONFLICT, "side")
    odds = bits(waterfall)
    if odds <= OUT:
        return None
    read = odds - sum(of_values.weight for of_values in (alike, far) if of_values)
    return Pair(left, right, tuple(waterfall), odds, read, standing, shared.event, other, exact)


def _two_sided(
    left: Line, right: Line, found: Sequence[Step], alike: Step, both: Both, book: Rulebook
) -> list[Step] | None:
    """The steps where one value is given to two sides, which then set nothing apart; None where it is not, or where a
    small number may be a value of each."""
    apart_at = _sides(left, right, found, both, book)
    if alike.level == "equal_small":
        told = significant(left.figure.quantity.stated or 0) > 1
        apart_at = [i for i in apart_at if told and found[i].part == "actor"]
    if not apart_at:
        return None
    one = [s._replace(weight=0.0) if i in apart_at or s.level in TOLD_APART else s for i, s in enumerate(found)]
    return one if alike.level == "equal_value" or bits(one) - alike.weight >= SURE else None


def _sides(left: Line, right: Line, found: Sequence[Step], both: Both, book: Rulebook) -> list[int]:
    """The steps at which the two belong to two sides; a span of time is nobody's but whose the words before it say,
    and a part and its whole are of one but where people of two, or two names, count in them."""
    same_act = left.action == right.action
    apart_at = [i for i in sided(left, right, found, both, book) if same_act or found[i].level not in DOERS]
    if part_side(left, right, book):
        return [i for i in apart_at if found[i].part == "subject" or found[i].level in HOLDERS]
    if left.measure.family in NOBODYS:
        return [i for i in apart_at if found[i].level in HOLDERS]
    return apart_at


def _alike(left: Line, right: Line, exact: Interval | None, book: Rulebook) -> Step | None:
    """What the two values, or the two numbers on two bases, say of each other."""
    found = likeness(left, right, exact, book) if exact else None
    if found is None and (exact is None or (_two_units(left, right) and not meet(left.measure.exact, exact))):
        return same_number(left.figure, right.figure, book)
    return found


def _two_units(left: Line, right: Line) -> bool:
    """Are they in two units? Those of time are met side by side too often to be taken for one another."""
    return left.measure.unit != right.measure.unit and left.measure.family not in ("duration", "age", "share")


def _by_chance(alike: Step, found: Sequence[Step]) -> bool:
    """May two numbers be like a slip of each other by chance: among many values, or where only one is a toll?"""
    chances = CHANCES.get(alike.level, frozenset())
    return any(step.level in chances and step.weight <= MUCH for step in found)


def _outweighed(found: list[Step], alike: Step) -> list[Step]:
    """The steps; what only one of the two says sets a number seldom met twice, or a slip of the hand, not apart."""
    if alike.level in WEAK:
        return found
    light = LOOSE if alike.level in SLIPS else ONE_SIDED
    return [step._replace(weight=0.0) if step.level in light else step for step in found]


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


def _once(found: Iterable[Pair]) -> Iterator[Pair]:
    """The pairs; a deed given to two doers is told of by its first figure: "seized 2 tonnes in three raids"."""
    told: set[object] = set()
    for pair in found:
        if pair.stand.kind == "side":
            if pair.sentences in told:
                pair = pair._replace(stand=Stand(relations.EQUAL))
            told.add(pair.sentences)
        yield pair


def _still(found: Iterator[Pair]) -> list[Pair]:
    """The pairs; the toll of as many events here as there has not grown since: "of 22 fires and three injuries"."""
    pairs = list(found)
    events = {pair.sentences for pair in pairs if pair.relation == relations.EQUAL and _of_things(pair.left)}
    return [
        pair._replace(stand=pair.stand._replace(kind=""))
        if pair.stand.kind == "running" and pair.sentences in events
        else pair
        for pair in pairs
    ]


def _of_things(line: Line) -> bool:
    """Does it count what are no people?"""
    return line.measure.family == "count" and line.head is not None and not line.person


def _rules_out(rival: Pair, pair: Pair) -> bool:
    if pair.relation not in CLASHING or rival.relation not in AGREEING:
        return False
    return rival.bits >= pair.bits - SLACK and rival.read > pair.read - MARGIN
