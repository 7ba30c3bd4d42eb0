"""Comparison levels: how two figures compare in each part, and the bits that each level adds."""

from collections.abc import Callable, Iterator

from figurecheck.matching.both import Both
from figurecheck.matching.levels.action import action, action_level
from figurecheck.matching.levels.parties import SIDED, actor, place, sided, target
from figurecheck.matching.levels.scope import kinds, scope, wholes
from figurecheck.matching.levels.setting import beside, crowd, near, unit
from figurecheck.matching.levels.subject import modifiers, subject, subject_level, topic
from figurecheck.matching.levels.when import when
from figurecheck.matching.levels.whose import nationality, person, source
from figurecheck.matching.line import Line
from figurecheck.matching.step import Step
from figurecheck.rulebook import Rulebook

__all__ = ["SIDED", "Step", "barred", "sided", "steps"]

Part = Callable[[Line, Line, Both, Rulebook], Iterator[Step]]
"""Compares two figures in one part of what was read of them: a step for each level that holds."""

PARTS: tuple[Part, ...] = (
    unit,
    subject,
    action,
    actor,
    target,
    place,
    when,
    scope,
    wholes,
    kinds,
    near,
    topic,
    beside,
    modifiers,
    source,
    nationality,
    person,
    crowd,
)
"""In the order in which an editor reads their steps."""


def steps(left: Line, right: Line, both: Both, book: Rulebook) -> list[Step]:
    """What each part adds to the waterfall of a pair."""
    return [step for part in PARTS for step in part(left, right, both, book)]


def barred(left: Line, right: Line, book: Rulebook) -> bool:
    """Can two counts not be one: by what is counted, or by what was done? Asked first, as it costs the least."""
    if left.measure.family != "count":
        return False
    if _part_of_unknown(left, right) or _part_of_unknown(right, left):
        return True
    return action_level(left.action, right.action, book) == "other" or subject_level(left, right, book) == "other"


def _part_of_unknown(one: Line, other: Line) -> bool:
    """Children and "another two people": neither is a part of the other."""
    return bool(one.groups) and other.partial and not other.groups
