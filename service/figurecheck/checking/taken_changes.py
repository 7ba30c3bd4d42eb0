"""A change whose value before or after another sentence has told: "There were 9,100. Now 6,370 are left, 30% fewer"."""

from collections.abc import Iterator
from itertools import pairwise

from figurecheck.checking.antecedents import Antecedent, antecedents, followers, year_told
from figurecheck.checking.degrees import (
    CHANGES,
    RATIOS,
    STEPS,
    is_difference,
    is_points,
    of_rule,
    way_told,
    words_around,
)
from figurecheck.checking.finding import View
from figurecheck.checking.pair_ties import paired
from figurecheck.checking.passage import Passage, Words
from figurecheck.checking.phrases import ends, holds, opens, phrases
from figurecheck.checking.sorts import one_thing
from figurecheck.checking.values import Tie, Value, level, tied, values_of
from figurecheck.model import Figure, Kind


def taken_changes(passage: Passage, d: int, view: View) -> Iterator[Tie]:
    """The change that figure d tells from or to the one value beside it, with every value that may be the other end."""
    by, view = passage.figures[d], of_rule(view, CHANGES)
    up = way_told(passage, d, view)
    if up is None and by.kind == Kind.RATIO and (by.quantity.stated or 0) > 1:
        up = True
    yield from _of_two(passage, d, up, view)
    if by.kind in STEPS or by.kind == Kind.PERCENT or is_points(by):
        yield from paired(passage, d, up, view)
    elif by.kind == Kind.RATIO and (by.quantity.change or _became(passage, d, view)):
        yield from paired(passage, d, False if up is None else up, view)
    yield from _lead(passage, d, view)
    anchor, dated = _anchor(passage, d, view), _base_year(passage, d, view)
    if up is None or anchor is None or dated == UNKNOWN:
        return
    around, mine = words_around(passage, d), year_told(passage, anchor.at, view)
    ends: list[tuple[int, Value, Value]] = []
    for told in (*antecedents(passage, anchor.at, view), *followers(passage, view)):
        other, year = told.value, year_told(told.passage, told.value.at, view)
        if (
            year == mine
            or (dated and dated not in (year, mine))
            or not _of_one(anchor, told, by, view)
            or is_difference(told.passage, other.at, view)
        ):
            continue
        now, then = (anchor, other) if year < mine else (other, anchor)
        grown = now.interval.near > then.interval.near * (level(now.unit, then.unit, view) or 1.0)
        if grown == up:
            ends.append((told.apart, now, then))
    if ends and ends[0][0] <= 2:
        for _, now, then in ends:
            yield tied(by, now, then, "change", up, True, around, view)


def _of_two(passage: Passage, d: int, up: bool | None, view: View) -> Iterator[Tie]:
    """ "There are twice as many women as men: 84 hold plots and 42 men"."""
    own = [value for value in values_of(passage, d, view) if value.unit.kind != Kind.DURATION]
    if len(own) == 2 and own[0].at == d + 1 and opens(passage.after(d), phrases(of_rule(view, RATIOS).rule, "of_two")):
        yield tied(passage.figures[d], own[0], own[1], "change", up, True, words_around(passage, d), view)


def _became(passage: Passage, d: int, view: View) -> bool:
    """Does a ratio tell what a value became, and not how two stand: "cut to a third"?"""
    return ends(passage.before(d), phrases(of_rule(view, RATIOS).rule, "cut_to"))


def _lead(passage: Passage, d: int, view: View) -> Iterator[Tie]:
    """ "She holds a lead of nine points. Forty-seven percent would back her and 41 percent him"."""
    by = passage.figures[d]
    lead = holds((*passage.before(d)[-4:], *passage.quote(d), *passage.after(d)[:3]), phrases(view.rule, "leads_by"))
    if passage.after(d) == ("to",) or opens(passage.before(0), phrases(view.rule, "in_others")):
        return  # "ahead by 33 to 29"; "In the other poll she leads by two points"
    if not lead or not (by.kind in STEPS or is_points(by)):
        return
    for other in (passage, *_beside(passage, view)):
        told = values_of(other, d if other is passage else -1, view)
        shares = [value for value in told if value.unit.kind == Kind.PERCENT]
        for one, two in pairwise(shares):
            yield tied(by, one, two, "change", None, True, words_around(passage, d), view)
        if other is passage and shares:
            return


def _beside(passage: Passage, view: View) -> list[Passage]:
    """The sentence with figures behind, and the one before, in the same paragraph."""
    every = [other for other in view.page.passages if other.where == passage.where]
    k = every.index(passage)
    near = [*every[k + 1 : k + 2], *every[max(k - 1, 0) : k]]
    return [other for other in near if other.paragraph == passage.paragraph]


UNKNOWN = -1


def _base_year(passage: Passage, d: int, view: View) -> int | None:
    """The year that the change is told from: "40 percent less than in 2010"; UNKNOWN where it is another time."""
    behind = passage.after(d)[: int(view.rule.setting("reach", 14))]
    clause = behind[: next((k for k, word in enumerate(behind) if word in ",;:.("), len(behind))]
    years = [int(word) for word in clause if len(word) == 4 and word.isdigit()]
    return years[0] if years else UNKNOWN if holds(clause, phrases(view.rule, "other_time")) else None


def _anchor(passage: Passage, d: int, view: View) -> Value | None:
    """The one value that the change is told beside: "6,370, a fall of 30 percent"; None where another base follows."""
    values = [value for value in values_of(passage, d, view) if not is_difference(passage, value.at, view)]
    before = [value for value in values if value.at < d]
    if not before or (d + 1 < len(passage.figures) and _leads_to_base(passage.before(d + 1), view)):
        return None
    gap = passage.between(before[-1].at, d)
    comma = {",", "-", "(", ";", "so"} & set(gap)
    if not comma or len(gap) > view.rule.setting("reach", 14) or holds(gap, phrases(view.rule, "breaks")):
        return None
    alone = [value for value in before if level(value.unit, before[-1].unit, view) is not None]
    return before[-1] if len(alone) == 1 else None


def _leads_to_base(gap: Words, view: View) -> bool:
    """Does a base of its own follow the change: "30 percent fewer than the 9,000", "down 5 percent from 200"?"""
    return (
        len(gap) <= 5
        and ("," not in gap)
        and (not gap or holds(gap, phrases(view.rule, "base") | {("than",), ("on",)}))
    )


def _of_one(anchor: Value, told: Antecedent, by: Figure, view: View) -> bool:
    """Are both ends of one thing? Of numbers of which the copy names none there are too many for a plain amount."""
    one, other = anchor.figure, told.value.figure
    if by.kind == Kind.COUNT and not is_points(by) and None in (one.subject.head, other.subject.head):
        return False
    same = level(anchor.unit, told.value.unit, view) is not None and anchor.unit.kind == told.value.unit.kind
    return same and one_thing(one, other, view)
