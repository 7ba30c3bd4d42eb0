"""How two values stand to each other where a percentage, points or a word of ratio says so."""

from collections.abc import Callable, Iterator
from itertools import chain, permutations, product
from math import inf

from figurecheck.checking.arithmetic import minus, over
from figurecheck.checking.change_ties import changes
from figurecheck.checking.degrees import (
    CHANGES,
    DEGREES,
    RATIOS,
    SHARES,
    STEPS,
    is_points,
    of_rule,
    way_told,
    words_around,
)
from figurecheck.checking.difference_ties import differences
from figurecheck.checking.finding import View
from figurecheck.checking.passage import Passage, named, words
from figurecheck.checking.phrases import ends, holds, opens, phrases, singles
from figurecheck.checking.readings import beside
from figurecheck.checking.share_ties import shares
from figurecheck.checking.slips import LEVELS, TOLD, may_be_slip
from figurecheck.checking.taken_changes import taken_changes
from figurecheck.checking.taken_shares import taken_shares
from figurecheck.checking.values import MOST, MOVES, How, Tie, level, scale, tied, vague, values_of
from figurecheck.matching.intervals import Interval, meet
from figurecheck.matching.measure import POINTS, span
from figurecheck.matching.places import digits
from figurecheck.model import Bound, Figure, Kind

MOST_POINTS = 100
VOTES = "FC212"
"""The rule whose file lists the words of majorities."""
Told = Callable[[Passage, int], bool]


def _any(passage: Passage, d: int) -> bool:
    return True


def wrong(view: View, kinds: frozenset[Kind], how: How, told: Told = _any) -> Iterator[Tie]:
    """One tie a degree of these kinds that the copy ties in this way, and that no values near it bear out.

    `told` passes over the figures of a passage that are no degrees.
    """
    for passage, near in beside(view):
        if len(passage.figures) > MOST:
            continue
        for d, by in enumerate(passage.figures):
            if not (by.kind in kinds or (is_points(by) and kinds >= STEPS)) or vague(by) or not told(passage, d):
                continue
            sure = _sure(passage, d, near, view)
            taken_up = not sure
            sure = sure or [*taken_changes(passage, d, view), *taken_shares(passage, d, view)]
            if is_points(by) and (by.quantity.stated or 0) > MOST_POINTS:
                continue  # "0.4 points, which leaves 1.44 million": its noun is another
            if by.kind == Kind.RATIO and opens(passage.after(d), phrases(view.book.flags[VOTES], "takes")):
                continue  # "148 to 72, just over the two thirds needed"
            if sure and sure[0].how == how:
                whole = taken_up or set(sure[0].shown) <= set(passage.figures)
                part = sure[0].shown[-1] if _is_apposed(passage, d, sure[0], view) else None
                every = _loose(passage, d, () if whole else near, sure[0], view)
                loose = [tie for tie in every if _reckoned(tie) and part in (None, tie.shown[-1])]
                if not all(map(_reckoned, sure)) or any(right(tie, view) for tie in chain(sure, loose)):
                    continue
                found = next((tie for tie in sure if tie.how == how and _may_be_slip(tie, taken_up, view)), None)
                if found:
                    yield found


def _is_apposed(passage: Passage, d: int, tie: Tie, view: View) -> bool:
    """ "1,260 were in favour, or 54%": is the degree told as what the part right before it comes to?"""
    beside_it = tie.how == "share" and passage.figures[d - 1 : d] == (tie.shown[-1],)
    return beside_it and ends(passage.before(d), phrases(of_rule(view, SHARES).rule, "apposed"))


def _sure(passage: Passage, d: int, near: tuple[Passage, ...], view: View) -> list[Tie]:
    """The ties that the words of the sentence itself make."""
    apart = [] if passage.figures[d].kind in DEGREES else differences(passage, d, near, view)
    return [*changes(passage, d, near, view), *shares(passage, d, near, view), *apart]


def _reckoned(tie: Tie) -> bool:
    """Can the values be reckoned with? What is below a bound, without an end, is any share of anything."""
    one = tie.how == "share" and tie.shown[0].kind == Kind.COUNT  # "15 of them, half, in one town"
    open_ = tie.how == "share" and not tie.top.bounded  # "693, or 30 per cent, were under five"
    return tie.bottom.low > one and tie.bottom.bounded and tie.top.high > 0 and not open_


def _may_be_slip(tie: Tie, taken_up: bool, view: View) -> bool:
    """Is the degree so near to what its values make that it is a slip, and they are not those of another thing?"""
    moved = minus(*sorted((tie.top, tie.bottom), key=lambda values: -values.near))
    told = view.page.measure(tie.by).interval
    if tie.by.kind not in DEGREES and not is_points(tie.by):
        moves = any(link.type in MOVES for figure in tie.shown for link in figure.links)  # "from 290 to 870, a loss of"
        return moves or may_be_slip(told.scaled(level(tie.shown[0], tie.by, view) or 1.0), moved, TOLD)
    percent = over(moved, tie.bottom).scaled(100)
    if tie.by.kind in STEPS or is_points(tie.by):
        size = POINTS.get(tie.by.quantity.unit, 1.0)
        shares = all(figure.kind == Kind.PERCENT or not named(figure) for figure in tie.shown)
        points = tie.top.near <= MOST_POINTS >= tie.bottom.near
        return shares and points and (may_be_slip(told.scaled(size), moved) or meet(told.scaled(size), percent))
    if tie.how == "share":
        return may_be_slip(_given(tie.by, view), tie.ratio, LEVELS if taken_up else TOLD)
    if taken_up and tie.by.kind == Kind.PERCENT and not (may_be_slip(told, percent) or meet(told, moved)):
        return False
    return any(may_be_slip(way, tie.ratio, LEVELS) for way in allowed(tie, view))


def right(tie: Tie, view: View) -> bool:
    """Do any values of the figures agree?"""
    if tie.by.kind not in DEGREES and not is_points(tie.by):
        amount = view.page.measure(tie.by).interval.scaled(level(tie.shown[0], tie.by, view) or 1.0)
        return any(meet(minus(tie.top, tie.bottom), way) for way in _signed(amount, tie.up))
    if tie.by.kind in STEPS or is_points(tie.by):
        size = POINTS.get(tie.by.quantity.unit, 1.0)
        moved = minus(tie.top, tie.bottom).scaled(1 / size)
        return any(meet(moved, way) for way in _signed(view.page.measure(tie.by).interval, tie.up))
    return any(meet(tie.ratio, way) for way in allowed(tie, view))


def allowed(tie: Tie, view: View) -> list[Interval]:
    """What the degree lets top over bottom be."""
    given = _given(tie.by, view)
    if tie.how == "share":
        of_all = Interval(given.low, max(given.low, 1.0), given.low_open)  # "more than half of the 400"
        return [given if given.high < inf else of_all]
    if tie.by.kind == Kind.RATIO and not _by_how_much(tie, given, view):
        more = holds(tie.near, phrases(of_rule(view, RATIOS).rule, "beyond"))
        either = tie.up is None and given.high < 1  # "from 5.0 days to 4.1, nearly a fifth"
        moved = [_plus_one(way) for way in _signed(given, None)] if either else []
        return [given, *moved, _plus_one(given)] if more else [given, *moved]
    return [_plus_one(way) for way in _signed(given, tie.up)]


def _plus_one(given: Interval) -> Interval:
    return given.plus(Interval(1.0, 1.0))


def _signed(given: Interval, up: bool | None) -> list[Interval]:
    """The degree with its sign; either sign where the copy does not say which way it went."""
    fallen = Interval(-given.high, -given.low, given.high_open, given.low_open)
    return [given, fallen] if up is None else [given] if up else [fallen]


def by_how_much(tie: Tie, view: View) -> bool:
    """Does the word of ratio of a change tell what was gained or lost: "rose by a third"?"""
    return _by_how_much(tie, _given(tie.by, view), view)


def _by_how_much(tie: Tie, given: Interval, view: View) -> bool:
    """Does a fraction tell by how much a value went ("up by a third") and not what it came to ("halved")?"""
    ratios = of_rule(view, RATIOS)
    if given.low >= 1:
        return False
    if any(word in singles(ratios.rule, "becomes") for word in words(tie.by.quote)):
        return False
    if holds(tie.near, phrases(ratios.rule, "again")):
        return True
    compared = holds(tie.near, phrases(ratios.rule, "compared"))
    return not compared and (tie.up is not None or tie.by.quantity.change is not None)


def _given(by: Figure, view: View) -> Interval:
    """The values of a degree as a plain ratio. A word is good to a tenth, a number to its last place."""
    values = view.page.measure(by).interval
    if by.kind == Kind.PERCENT:
        return values.scaled(0.01)
    stated = by.quantity.stated
    if stated is None or digits(by.quote) is not None:
        return values
    share, size = of_rule(view, RATIOS).rule.setting("word", 0.1), float(stated)
    if by.quantity.bound == Bound.ABOUT:
        return Interval(min(values.low, size * (1 - share * 1.5)), max(values.high, size * (1 + share * 1.5)))
    if by.quantity.bound != Bound.EXACT:
        return span(by.quantity)
    if (size > 2 and size != int(size)) or size > 3:
        share *= 1.5
    if 0.5 < size < 1:  # "three quarters" is no seven tenths
        share = min(share, view.book.flags[RATIOS].setting("rest", 0.15) * (1 - size) / size)
    return Interval(size * (1 - share), size * (1 + share))


def _loose(passage: Passage, d: int, near: tuple[Passage, ...], sure: Tie, view: View) -> Iterator[Tie]:
    """All values that stand near, either way: what may bear the degree out, though the copy does not tie them.

    Values of other sentences that count something else than those that it ties are none of them.
    """
    by, up = passage.figures[d], way_told(passage, d, of_rule(view, CHANGES))
    around = words_around(passage, d)
    mine = values_of(passage, d, view)
    heads = {figure.subject.head for figure in sure.shown if figure.kind == Kind.COUNT} - {None}
    others = [value for other in near for value in values_of(other, -1, view) if _may_be(value.unit, heads)][:MOST]
    free = [value for value in mine if not any(link.type in MOVES for link in value.unit.links)]
    for top, bottom in chain(permutations(mine, 2), product(free, others), product(others, free)):
        if not (top.interval.bounded and bottom.interval.bounded):
            continue  # "over 60" leaves any rest
        alike = level if top in mine and bottom in mine else scale
        if alike(bottom.unit, top.unit, view) is not None:
            yield tied(by, top, bottom, sure.how, up if sure.how == "change" else None, False, around, view)


def _may_be(figure: Figure, heads: set[str | None]) -> bool:
    return not heads or figure.kind != Kind.COUNT or figure.subject.head is None or figure.subject.head in heads
