"""How two values stand to each other where a percentage, points or a word of ratio says so."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import chain, pairwise, permutations, product
from typing import Literal

from figurecheck.checking.arithmetic import minus, over
from figurecheck.checking.finding import View
from figurecheck.checking.passage import Passage, Words, words
from figurecheck.checking.phrases import among, bare, ends, holds, opens, phrases, singles
from figurecheck.checking.readings import beside
from figurecheck.matching.intervals import Interval, meet
from figurecheck.matching.measure import POINTS, factor, span
from figurecheck.matching.places import digits
from figurecheck.model import Bound, Figure, Kind, LinkType

How = Literal["change", "share"]

CHANGES, SHARES, RATIOS = "FC204", "FC213", "FC208"
"""The rules whose files list the words of changes, of shares and of ratios."""
MOVES = (LinkType.CHANGE_FROM, LinkType.CHANGE_TO)
"""The links of a value that has moved: what it moved to or from is told, and no other sentence tells it."""
STEPS = frozenset((Kind.PERCENTAGE_POINT, Kind.BASIS_POINT))
DEGREES = STEPS | {Kind.PERCENT, Kind.RATIO}
"""What can say how two values stand."""
LEVELS = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.RATE, Kind.DURATION))
MOST = 24
"""A sentence with more figures than these is a table."""


@dataclass(frozen=True, slots=True)
class Value:
    """One value beside a degree: a figure, or an end of one that is written as a range."""

    figure: Figure
    at: int
    interval: Interval
    unit: Figure
    """The figure whose unit it is in."""


@dataclass(frozen=True, slots=True)
class Tie:
    """`by` says how `top` stands to `bottom`: `how` a share of it, or a change from it. `up` is the way it went, None
    where the copy does not say. `sure`: does the copy itself tie the three? Both intervals are in one unit."""

    by: Figure
    top: Interval
    bottom: Interval
    how: How
    up: bool | None
    sure: bool
    shown: tuple[Figure, ...]
    near: Words = ()
    """The words around `by`."""

    @property
    def ratio(self) -> Interval:
        """Top over bottom."""
        return over(self.top, self.bottom)


def wrong(view: View, kinds: frozenset[Kind], how: How) -> Iterator[Tie]:
    """One tie a degree of these kinds that the copy ties in this way, and that no values near it bear out."""
    for passage, near in beside(view):
        if len(passage.figures) > MOST:
            continue
        for d, by in enumerate(passage.figures):
            if not (by.kind in kinds or (is_points(by) and kinds >= STEPS)) or vague(by):
                continue
            sure = [*_changes(passage, d, near, view), *_shares(passage, d, near, view)]
            if sure and sure[0].how == how:
                every = chain(sure, _loose(passage, d, near, sure[0], view))
                if not any(right(tie, view) for tie in every):
                    yield sure[0]


def right(tie: Tie, view: View) -> bool:
    """Do any values of the figures agree? True as well where they cannot be reckoned with."""
    if not tie.bottom.low > 0 or not tie.bottom.bounded or tie.top.high <= 0:
        return True
    if tie.by.kind in STEPS or is_points(tie.by):
        size = POINTS.get(tie.by.quantity.unit, 1.0)
        moved = minus(tie.top, tie.bottom).scaled(1 / size)
        return any(meet(moved, way) for way in _signed(view.page.measure(tie.by).interval, tie.up))
    return any(meet(tie.ratio, way) for way in allowed(tie, view))


def allowed(tie: Tie, view: View) -> list[Interval]:
    """What the degree lets top over bottom be."""
    given = _given(tie.by, view)
    if tie.how == "share":
        return [given]
    if tie.by.kind == Kind.RATIO and not _by_how_much(tie, given, view):
        more = holds(tie.near, phrases(_of(view, RATIOS).rule, "beyond"))
        return [given, _plus_one(given)] if more else [given]
    return [_plus_one(way) for way in _signed(given, tie.up)]


def vague(figure: Figure) -> bool:
    """Is it an order of magnitude only ("dozens")?"""
    return figure.quantity.bound == Bound.ORDER


def is_points(figure: Figure) -> bool:
    """ "six points": percentage points, beside percentages."""
    return figure.kind == Kind.COUNT and figure.subject.head == "point"


def scale(left: Figure, right_: Figure, view: View, *, rates: bool = True) -> float | None:
    """What turns the right figure's values into the left's unit; None where they are not of one sort.

    Where only one is a rate, it is read as leaving the other's "a month" unsaid; without `rates`, so are both.
    """
    one, other = view.page.measure(left), view.page.measure(right_)
    if not rates or (one.per is None) != (other.per is None):
        one, other = replace(one, per=None), replace(other, per=None)
    turn = factor(one, other, view.book.units)
    return None if turn is None or turn[1] else turn[0]


def _of(view: View, code: str) -> View:
    return view if view.rule.code == code else replace(view, rule=view.book.flags[code])


def _plus_one(given: Interval) -> Interval:
    return given.plus(Interval(1.0, 1.0))


def _signed(given: Interval, up: bool | None) -> list[Interval]:
    """The degree with its sign; either sign where the copy does not say which way it went."""
    fallen = Interval(-given.high, -given.low, given.high_open, given.low_open)
    return [given, fallen] if up is None else [given] if up else [fallen]


def _by_how_much(tie: Tie, given: Interval, view: View) -> bool:
    """Does a fraction tell by how much a value went ("up by a third") and not what it came to ("halved")?"""
    ratios = _of(view, RATIOS)
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
    share, size = _of(view, RATIOS).rule.setting("word", 0.1), float(stated)
    if by.quantity.bound == Bound.ABOUT:
        return Interval(min(values.low, size * (1 - share * 1.5)), max(values.high, size * (1 + share * 1.5)))
    if by.quantity.bound != Bound.EXACT:
        return span(by.quantity)
    if (size > 2 and size != int(size)) or size > 3:
        share *= 1.5
    return Interval(size * (1 - share), size * (1 + share))


def _way(passage: Passage, d: int, view: View) -> bool | None:
    """Which way the degree says it went: by the figure itself, by the words behind it, by those before it."""
    change = passage.figures[d].quantity.change
    if change:
        return change == "up"
    for around in (passage.after(d)[:4], passage.before(d)[-5:]):
        rise = any(word in singles(view.rule, "rises") for word in around)
        fall = any(word in singles(view.rule, "falls") for word in around)
        if rise != fall:
            return rise
    return None


def _way_told(passage: Passage, d: int, view: View) -> bool | None:
    """The way as the degree says it, else as the sentence before it says it: "declined from 40 to 30, or by 25%"."""
    up = _way(passage, d, view)
    if up is not None or passage.before(d)[-1:] != ("by",):
        return up
    text = [word for k in range(d + 1) for word in passage.before(k)]
    rise, fall = (any(word in singles(view.rule, name) for word in text) for name in ("rises", "falls"))
    return rise if rise != fall else None


def _around(passage: Passage, d: int) -> Words:
    return (*passage.before(d)[-5:], *passage.quote(d), *passage.after(d)[:6])


def _values(passage: Passage, d: int, view: View, moved: bool = False) -> list[Value]:
    """The values of the sentence that the degree may tie, in its order; `moved`: also those told as a rise or fall."""
    found = []
    for i, figure in enumerate(passage.figures):
        quantity = figure.quantity
        if i == d or figure.kind not in LEVELS or vague(figure) or is_points(figure):
            continue
        if quantity.bound == Bound.BETWEEN and passage.quote(i)[:1] == ("from",):
            found += [Value(_end(figure, name), i, _interval(_end(figure, name), view), figure) for name in ENDS]
        elif moved or not quantity.change:
            found.append(Value(figure, i, _interval(figure, view), figure))
    return found


ENDS = ("low", "high")


def _interval(figure: Figure, view: View) -> Interval:
    return view.page.measure(figure).interval


def _end(figure: Figure, name: str) -> Figure:
    """One end of a range as a figure of its own."""
    value = getattr(figure.quantity, name)
    quantity = figure.quantity.model_copy(update={"stated": value, "low": value, "high": value, "bound": Bound.EXACT})
    return figure.model_copy(update={"id": f"{figure.id} {name}", "quantity": quantity})


def _tie(by: Figure, top: Value, bottom: Value, how: How, up: bool | None, sure: bool, near: Words, view: View) -> Tie:
    times = scale(bottom.unit, top.unit, view) or 1.0
    shown = tuple({value.unit.id: value.unit for value in (bottom, top)}.values())
    return Tie(by, top.interval.scaled(times), bottom.interval, how, up, sure, shown, near)


def _changes(passage: Passage, d: int, near: tuple[Passage, ...], view: View) -> Iterator[Tie]:
    """The values before and after a change whose size figure d tells."""
    view = _of(view, CHANGES)
    by, values = passage.figures[d], _values(passage, d, view)
    around = _around(passage, d)
    up = _way_told(passage, d, view)
    if by.kind == Kind.PERCENT and (_is_level(passage, d, view) or (up is None and passage.before(d)[-1:] != ("by",))):
        return
    for one, other in _neighbours(values, view):
        if not _near(passage, d, one.at, other.at, view):
            continue
        found = _from_to(passage, one, other, d, view)
        summed = d > other.at and len(values) == 2 and ends(passage.before(d), phrases(view.rule, "sums_up"))
        if not found and summed and one.unit.kind == other.unit.kind != Kind.PERCENT:
            found = one, other
        if found:
            yield _tie(by, found[1], found[0], "change", up, True, around, view)
    yield from _taken_up(passage, d, near, up, around, view)
    yield from _step(passage, d, up, around, view)


def _neighbours(values: list[Value], view: View) -> Iterator[tuple[Value, Value]]:
    """Every value with the next that is of its sort."""
    for k, one in enumerate(values):
        other = next((value for value in values[k + 1 :] if scale(one.unit, value.unit, view) is not None), None)
        if other:
            yield one, other


def _near(passage: Passage, d: int, i: int, j: int, view: View) -> bool:
    """Does nothing part the degree from the two values: it stands between them, or right before or behind?"""
    gaps = [(d, i)] if d < i else [(j, d)] if d > j else [(i, d), (d, j)]
    for first, last in gaps:
        between = passage.between(first, last)
        if len(between) > view.rule.setting("reach", 14) or parted(between, view):
            return False
    return True


def parted(text: Words, view: View) -> bool:
    """Does a word part two clauses here? The "and" of "between 2019 and 2024" parts none."""
    years = {k for k in range(1, len(text) - 1) if text[k - 1].isdigit() and text[k + 1].isdigit()}
    return holds(tuple(word for k, word in enumerate(text) if k not in years), phrases(view.rule, "breaks"))


def _from_to(passage: Passage, one: Value, other: Value, d: int, view: View) -> tuple[Value, Value] | None:
    """The two values in the order of time; None where the copy does not say that the one became the other."""
    if one.unit is other.unit:
        return one, other
    for link in one.unit.links:
        if link.figure == other.unit.id and link.type in MOVES:
            return (one, other) if link.type == LinkType.CHANGE_TO else (other, one)
    lead, gap = passage.before(one.at), passage.between(one.at, other.at)
    if holds(gap, phrases(view.rule, "parts")) or _other_change(passage, one.at, other.at, d):
        return None
    if holds(lead[-4:], phrases(view.rule, "leaving")) and holds(gap[-4:], phrases(view.rule, "arriving")):
        return one, other
    before = passage.before(other.at)
    if holds(before[-7:], phrases(view.rule, "base")) or ends(
        bare(before, singles(view.rule, "fillers")), phrases(view.rule, "base_near")
    ):
        return other, one
    later = holds(passage.after(other.at)[:7], phrases(view.rule, "earlier"))
    return (other, one) if later and not holds(gap, phrases(view.rule, "earlier")) else None


def _is_level(passage: Passage, d: int, view: View) -> bool:
    """Is percentage d one end of a change itself: "61%, up from 54%"?"""
    if passage.figures[d].quantity.change:
        return False
    percents = [value for value in _values(passage, -1, view) if value.unit.kind == Kind.PERCENT]
    pairs = pairwise(percents)
    return any(d in (one.at, other.at) and _from_to(passage, one, other, d, view) for one, other in pairs)


def _other_change(passage: Passage, i: int, j: int, d: int) -> bool:
    """Does a change of something else stand between two figures?"""
    between = (passage.figures[k] for k in range(i + 1, j) if k != d)
    return any(figure.kind in DEGREES and figure.quantity.change for figure in between)


def _taken_up(
    passage: Passage, d: int, near: tuple[Passage, ...], up: bool | None, around: Words, view: View
) -> Iterator[Tie]:
    """ "It delivered 720 babies. That was 20 percent fewer than in 2023, when 900 were born"."""
    lead = passage.before(d)
    if d or not opens(lead, phrases(view.rule, "takes_up")) or len(lead) > 4:
        return
    before = [other for other in near if other.start < passage.start]
    bases = [value for value in _values(passage, d, view) if _near(passage, d, value.at, value.at, view)]
    if before and bases and not holds(passage.after(d), phrases(view.rule, "parts")):
        for value in reversed(_values(before[-1], -1, view)):
            if scale(bases[0].unit, value.unit, view) is not None:
                yield _tie(passage.figures[d], value, bases[0], "change", up, True, around, view)
                return


def _step(passage: Passage, d: int, up: bool | None, around: Words, view: View) -> Iterator[Tie]:
    """ "rose $6 to $56, a gain of 12%"."""
    for i in range(len(passage.figures) - 1):
        step, end = passage.figures[i : i + 2]
        if d in (i, i + 1) or step.quantity.change is None or not ends(passage.before(i + 1), phrases(view.rule, "to")):
            continue
        if step.kind != end.kind or step.kind not in LEVELS or scale(end, step, view) != 1:
            continue
        if len(passage.before(i + 1)) > 3 or not _near(passage, d, i, i + 1, view):
            continue
        moved, now = _interval(step, view), _interval(end, view)
        start = minus(now, moved) if step.quantity.change == "up" else now.plus(moved)
        yield Tie(passage.figures[d], now, start, "change", up, True, (step, end), around)


def _shares(passage: Passage, d: int, near: tuple[Passage, ...], view: View) -> Iterator[Tie]:
    """The part and the whole of which figure d tells the share."""
    by = passage.figures[d]
    if by.kind not in (Kind.PERCENT, Kind.RATIO) or by.quantity.change:
        return
    around = _around(passage, d)
    view = _of(view, SHARES)
    values = [value for value in _values(passage, d, view, True) if value.unit.kind not in DEGREES]
    every = [*values, *_wholes_before(near, passage, d, view)]
    for part, whole in permutations(every, 2):
        if part.at < 0 or scale(whole.unit, part.unit, view) is None:
            continue
        if _is_share(passage, d, part, whole, values, view):
            yield _tie(by, part, whole, "share", None, True, around, view)
    if by.kind == Kind.RATIO:
        yield from _multiples(passage, d, values, around, view)


def _wholes_before(near: tuple[Passage, ...], passage: Passage, d: int, view: View) -> list[Value]:
    """What the sentence before counts, which "of them" takes up; at -1."""
    before = [other for other in near if other.start < passage.start and other.paragraph == passage.paragraph]
    if not before:
        return []
    found = _values(before[-1], -1, view)
    return [replace(value, at=-1) for value in found if value.unit.kind not in DEGREES]


def _is_share(passage: Passage, d: int, part: Value, whole: Value, values: list[Value], view: View) -> bool:
    """Does the copy say "part, d of whole", "d of whole, part", "part of whole, d" or "of whole, part, d"?"""
    if whole.at < 0:
        return _of_those(passage, d, part, whole, view)
    beside_d = _restated(passage, part.at, d, view) or _restated(passage, d, part.at, view)
    after_whole = whole.at + 1 == d and _restated(passage, whole.at, d, view)
    if _leads_to(passage, d, whole.at, view):
        return beside_d or _restated(passage, whole.at, part.at, view) or (part.at == d - 1 and _comma(passage, d))
    if _leads_to(passage, part.at, whole.at, view) or _linked(part, whole):
        return (
            beside_d
            or after_whole
            or (part.at == d + 1 and among(passage.before(part.at), singles(view.rule, "restating")))
        )
    opened = opens(passage.before(whole.at), phrases(view.rule, "opens_whole")) and whole is values[0]
    return bool(opened and beside_d and whole.at < min(part.at, d))


def _comma(passage: Passage, d: int) -> bool:
    return "," in passage.before(d)[-7:]


def _linked(part: Value, whole: Value) -> bool:
    return any(link.type == LinkType.PART_OF and link.figure == whole.unit.id for link in part.unit.links)


def _leads_to(passage: Passage, i: int, j: int, view: View) -> bool:
    """Does "of" lead from figure i to the next one, j: "64 of the county's 212 schools"?"""
    if j != i + 1:
        return False
    gap = passage.before(j)
    told = (*passage.quote(i)[1:], *gap)
    if len(gap) > view.rule.setting("of_reach", 7) or holds(told, phrases(view.rule, "breaks")):
        return False
    return opens(gap, phrases(view.rule, "of")) or ("of" in passage.quote(i) and gap[:1] not in ((",",), ("(",)))


def _restated(passage: Passage, i: int, j: int, view: View) -> bool:
    """Is figure j the figure before it, i, in other terms: ", or about", " cast (", " in parliament, which is"?"""
    behind = passage.after(j)
    if j != i + 1 or (behind[:1] == ("of",) and not opens(behind, phrases(view.rule, "of_all"))):
        return False
    gap = passage.before(j)
    for k, word in enumerate(gap[: int(view.rule.setting("tail", 6))]):
        if word in _OPENS:
            return among(gap[k:], singles(view.rule, "restating"))
        if (word,) in phrases(view.rule, "breaks"):
            return False
    return False


_OPENS = frozenset("(,;:-") | {"or", "which"}


def _of_those(passage: Passage, d: int, part: Value, whole: Value, view: View) -> bool:
    """ "Of those arrested 960, or 60 per cent, had ..."; "A third of them, 1,450, must ...": of the sentence before."""
    first, last = min(d, part.at), max(d, part.at)
    if first or not (_restated(passage, first, last, view) or _named(passage, last, view)):
        return False
    lead = passage.before(0)
    taken_up = opens(lead, phrases(view.rule, "of_those")) and not holds(lead, phrases(view.rule, "breaks"))
    told = (*passage.quote(0)[1:], *passage.before(1))
    return taken_up or (not lead and holds(told, phrases(view.rule, "of_those")))


def _named(passage: Passage, last: int, view: View) -> bool:
    gap = passage.before(last)
    return gap in phrases(view.rule, "named") and passage.after(last)[:1] != ("of",)


def _multiples(passage: Passage, d: int, values: list[Value], around: Words, view: View) -> Iterator[Tie]:
    """ "84 pupils, half as many as the 142 it had"; "$146,000, about three times the $49,500"."""
    by, ratios = passage.figures[d], _of(view, RATIOS)
    before = [value for value in values if value.at < d]
    behind = [value for value in values if value.at == d + 1]
    if len(before) > 1 and not behind and opens(passage.after(d), phrases(ratios.rule, "as_many")):
        bottom, top = before[-2:]
        if scale(bottom.unit, top.unit, view) is not None and _restated(passage, top.at, d, view):
            yield _tie(by, top, bottom, "change", None, True, around, view)
    if not before or not behind or scale(before[-1].unit, behind[0].unit, view) is None:
        return
    gap, lead = passage.before(d + 1), passage.between(before[-1].at, d)
    multiple = (by.quantity.stated or 0) >= 1 or opens(gap, phrases(ratios.rule, "compared"))
    compared = (
        len(gap) <= 6 and among(gap[:1], singles(ratios.rule, "comparing")) and not parted(gap, _of(view, CHANGES))
    )
    if multiple and compared and not holds(lead, phrases(view.rule, "breaks")):
        yield _tie(by, before[-1], behind[0], "change", None, len(lead) <= 12, around, view)


def _loose(passage: Passage, d: int, near: tuple[Passage, ...], sure: Tie, view: View) -> Iterator[Tie]:
    """All values that stand near, either way: what may bear the degree out, though the copy does not tie them.

    Values of other sentences that count something else than those that it ties are none of them.
    """
    by, up = passage.figures[d], _way_told(passage, d, _of(view, CHANGES))
    around = _around(passage, d)
    mine = _values(passage, d, view)
    heads = {figure.subject.head for figure in sure.shown if figure.kind == Kind.COUNT} - {None}
    others = [value for other in near for value in _values(other, -1, view) if _may_be(value.unit, heads)][:MOST]
    free = [value for value in mine if not any(link.type in MOVES for link in value.unit.links)]
    for top, bottom in chain(permutations(mine, 2), product(free, others), product(others, free)):
        if scale(bottom.unit, top.unit, view) is not None:
            yield _tie(by, top, bottom, sure.how, up if sure.how == "change" else None, False, around, view)


def _may_be(figure: Figure, heads: set[str | None]) -> bool:
    return not heads or figure.kind != Kind.COUNT or figure.subject.head is None or figure.subject.head in heads
