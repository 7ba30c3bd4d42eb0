"""Comparison levels: how two figures compare in each part, and the bits that each level adds."""

from collections.abc import Callable, Iterable
from functools import lru_cache
from typing import Literal, NamedTuple

from figurecheck.matching.both import Both
from figurecheck.matching.levels.action import action
from figurecheck.matching.levels.parties import HOLDERS, SIDED, actor, place, sided, target
from figurecheck.matching.levels.scope import (
    another,
    changes,
    debts,
    fresh,
    kinds,
    known,
    known_set,
    lasting,
    margins,
    opposed,
    scope,
    times,
    wholes,
)
from figurecheck.matching.levels.setting import alone, beside, company, crowd, near, unit
from figurecheck.matching.levels.subject import modifiers, sort, subject, subject_level, topic
from figurecheck.matching.levels.when import when
from figurecheck.matching.levels.whose import held, holder, nationality, person, source, traded, withheld
from figurecheck.matching.line import Line
from figurecheck.matching.step import Step
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook.matching import MatchingRules

__all__ = ["HOLDERS", "SIDED", "Step", "barred", "sided", "steps", "told"]

Compare = Callable[[Line, Line, Both, Rulebook], Iterable[Step]]
"""Compares two figures in one part of what was read of them: a step for each level that holds."""


class Part(NamedTuple):
    """A part of what is read of a figure: how two compare in it, and whether one tells anything of it.

    It is compared where `by` both figures something is told of it, or by either of them.
    """

    compare: Compare
    told: Callable[[Line, MatchingRules], bool] = lambda line, rules: True
    by: Literal["both", "either"] = "both"


PARTS = (
    Part(unit),
    Part(subject),
    Part(action),
    Part(actor, lambda line, rules: line.actor is not None or _unknown("actor", rules)),
    Part(target, lambda line, rules: line.target is not None or _unknown("target", rules)),
    Part(place),
    Part(when),
    Part(scope, lambda line, rules: line.scope.narrows, by="either"),
    Part(opposed, lambda line, rules: bool(line.scope.poles)),
    Part(margins, lambda line, rules: line.scope.margin, by="either"),
    Part(fresh, lambda line, rules: line.scope.fresh, by="either"),
    Part(debts, lambda line, rules: line.share.with_debt, by="either"),
    Part(wholes, lambda line, rules: line.share.whole is not None),
    Part(times, lambda line, rules: bool(line.days or line.scope.dated), by="either"),
    Part(another, lambda line, rules: line.another, by="either"),
    Part(known, known_set),
    Part(lasting, lambda line, rules: line.scope.lasting is not None),
    Part(changes, lambda line, rules: line.measure.change is not None, by="either"),
    Part(kinds, lambda line, rules: line.action in rules.running or line.measure.sort in rules.moving),
    Part(near),
    Part(alone),
    Part(topic, lambda line, rules: bool(line.around.topic) and line.measure.sort in rules.topical),
    Part(beside),
    Part(company, lambda line, rules: bool(line.company)),
    Part(sort, lambda line, rules: bool(line.scope.sorts)),
    Part(modifiers, lambda line, rules: bool(line.modifiers)),
    Part(source, lambda line, rules: line.measure.sort in rules.everyday and bool(line.makers or line.speaker)),
    Part(withheld, lambda line, rules: bool(line.withheld), by="either"),
    Part(nationality, lambda line, rules: bool(line.owner), by="either"),
    Part(holder, held),
    Part(traded, lambda line, rules: line.trade is not None),
    Part(person, lambda line, rules: line.measure.family == "age"),
    Part(crowd, lambda line, rules: line.action not in rules.running),
)
"""In the order in which an editor reads their steps."""


def told(line: Line, rules: MatchingRules) -> int:
    """The parts that a figure tells something of: a bit for each of PARTS."""
    return sum(1 << i for i, part in enumerate(PARTS) if part.told(line, rules))


def _unknown(part: str, rules: MatchingRules) -> bool:
    """Does it weigh that nothing is known of a part?"""
    return rules.levels[part]["unknown"] != 0


@lru_cache(maxsize=4096)
def _compared(left: int, right: int) -> tuple[Compare, ...]:
    """The parts in which two figures are compared that tell of these."""
    return tuple(
        part.compare for i, part in enumerate(PARTS) if ((left & right if part.by == "both" else left | right) >> i) & 1
    )


def steps(left: Line, right: Line, both: Both, book: Rulebook) -> list[Step]:
    """What each part adds to the waterfall of a pair."""
    found: list[Step] = []
    for compare in _compared(left.told, right.told):
        found += compare(left, right, both, book)
    return found


def barred(left: Line, right: Line, book: Rulebook) -> bool:
    """Can two counts not be one, by what is counted? Asked first, as it costs the least."""
    if left.measure.family != "count":
        return False
    if bool(left.groups) != bool(right.groups) and (right if left.groups else left).partial:
        return True  # children and "another two people": neither is a part of the other
    return subject_level(left, right, book) == "other"
