"""A change whose value before or after another sentence has told: "There were 9,100. Now 6,370 are left, 30% fewer"."""

from collections.abc import Iterator

from figurecheck.checking.antecedents import Antecedent, antecedents, year_told
from figurecheck.checking.degrees import CHANGES, is_difference, of_rule, way_told, words_around
from figurecheck.checking.finding import View
from figurecheck.checking.passage import Passage
from figurecheck.checking.phrases import holds, phrases
from figurecheck.checking.sorts import one_thing
from figurecheck.checking.values import Tie, Value, level, tied, values_of
from figurecheck.model import Kind


def taken_changes(passage: Passage, d: int, view: View) -> Iterator[Tie]:
    """The change that figure d tells from or to the one value beside it, with every value that may be the other end."""
    by, view = passage.figures[d], of_rule(view, CHANGES)
    up = way_told(passage, d, view)
    if up is None and by.kind == Kind.RATIO and (by.quantity.stated or 0) > 1:
        up = True
    anchor = _anchor(passage, d, view)
    if up is None or anchor is None:
        return
    around, mine = words_around(passage, d), year_told(passage, anchor.at, view)
    ends: list[tuple[int, Value, Value]] = []
    for told in antecedents(passage, anchor.at, view):
        other, year = told.value, year_told(told.passage, told.value.at, view)
        if year == mine or not _of_one(anchor, told, view) or is_difference(told.passage, other.at, view):
            continue
        now, then = (anchor, other) if year < mine else (other, anchor)
        grown = now.interval.near > then.interval.near * (level(now.unit, then.unit, view) or 1.0)
        if grown == up:
            ends.append((told.apart, now, then))
    if ends and ends[0][0] <= 2:
        for _, now, then in ends:
            yield tied(by, now, then, "change", up, True, around, view)


def _anchor(passage: Passage, d: int, view: View) -> Value | None:
    """The one value that the change is told beside: "6,370, a fall of 30 percent"; None where another base follows."""
    values = [value for value in values_of(passage, d, view) if not is_difference(passage, value.at, view)]
    before = [value for value in values if value.at < d]
    if not before or (d + 1 < len(passage.figures) and len(passage.before(d + 1)) <= 5):
        return None
    gap = passage.between(before[-1].at, d)
    comma = {",", "-", "(", ";", "so"} & set(gap)
    if not comma or len(gap) > view.rule.setting("reach", 14) or holds(gap, phrases(view.rule, "breaks")):
        return None
    alone = [value for value in before if level(value.unit, before[-1].unit, view) is not None]
    return before[-1] if len(alone) == 1 else None


def _of_one(anchor: Value, told: Antecedent, view: View) -> bool:
    other = told.value
    same = level(anchor.unit, other.unit, view) is not None and anchor.unit.kind == other.unit.kind
    return same and one_thing(anchor.figure, other.figure, view)
