"""Where the values before and after a change stand, whose size a degree tells."""

from collections.abc import Iterator
from itertools import pairwise

from figurecheck.checking.arithmetic import minus
from figurecheck.checking.degrees import CHANGES, DEGREES, is_difference, of_rule, way_told, words_around
from figurecheck.checking.finding import View
from figurecheck.checking.passage import Passage, Words, named
from figurecheck.checking.phrases import bare, ends, holds, opens, phrases, singles
from figurecheck.checking.values import LEVELS, MOVES, Tie, Value, interval_of, level, scale, tied, values_of
from figurecheck.model import Kind, LinkType


def changes(passage: Passage, d: int, near: tuple[Passage, ...], view: View) -> Iterator[Tie]:
    """The values before and after a change whose size figure d tells."""
    view = of_rule(view, CHANGES)
    by = passage.figures[d]
    values = [value for value in values_of(passage, d, view) if not is_difference(passage, value.at, view)]
    if sum(value.unit.kind != Kind.DURATION for value in values) > 1:  # "to 266 in 12 months from 380"
        values = [value for value in values if value.unit.kind != Kind.DURATION]
    if by.kind == Kind.RATIO and "number" in (*passage.quote(d), *passage.after(d)[:3]):
        values = [value for value in values if value.unit.kind != Kind.PERCENT]  # "halved the number ... for 48%"
    around = words_around(passage, d)
    up = way_told(passage, d, view)
    moves = up is not None or passage.before(d)[-1:] == ("by",) or opens(passage.after(d), phrases(view.rule, "moves"))
    share = up is None and passage.after(d)[:1] == ("of",)  # "1,476 to 164, or by 90% of those who voted"
    fraction = by.kind == Kind.RATIO and (by.quantity.stated or 1) < 1 and not by.quantity.change
    if fraction and ({"in", "out"} & set(passage.quote(d)) or (up is None and named(by))):
        return  # "two in three drivers", "half its income": a share
    if by.kind == Kind.PERCENT and (_is_level(passage, d, view) or not moves or share):
        return
    for one, other in neighbours(values, view):
        if not _near(passage, d, one.at, other.at, view) or (one.at == d + 1 and "than" in passage.before(one.at)):
            continue  # "higher than at the time when it stood at 26,800, though below the 33,100 of 2022"
        found = from_to(passage, one, other, d, view)
        summed = d > other.at and len(values) == 2 and ends(passage.before(d), phrases(view.rule, "sums_up"))
        if not found and summed and one.unit.kind == other.unit.kind != Kind.PERCENT:
            found = one, other
        if found:
            yield tied(by, found[1], found[0], "change", up, True, around, view)
    yield from _than(passage, d, values, up, around, view)
    yield from _taken_up(passage, d, near, up, around, view)
    yield from _step(passage, d, up, around, view)


def _than(passage: Passage, d: int, values: list[Value], up: bool | None, around: Words, view: View) -> Iterator[Tie]:
    """ "6,300, a 40 percent drop from the 10,500 of May, and 82 percent fewer than the 28,000 of 2024"."""
    behind = [value for value in values if value.at == d + 1]
    before = [value for value in values if value.at < d and behind and level(value.unit, behind[0].unit, view)]
    gap = passage.before(d + 1) if behind else ()
    compared = holds(gap, phrases(view.rule, "base")) or ("than" in gap and "," not in gap)
    based = len(gap) <= 5 and not parted(gap, view) and compared
    lead = bare(passage.between(before[0].at, d), frozenset(("and", ","))) if before else ()
    if based and before and not parted(lead, view) and not holds(lead, phrases(view.rule, "parts")):
        yield tied(passage.figures[d], before[0], behind[0], "change", up, True, around, view)


def neighbours(values: list[Value], view: View) -> Iterator[tuple[Value, Value]]:
    """Every value with the next that is of its sort."""
    for k, one in enumerate(values):
        other = next((value for value in values[k + 1 :] if level(one.unit, value.unit, view) is not None), None)
        if other:
            yield one, other


def _near(passage: Passage, d: int, i: int, j: int, view: View) -> bool:
    """Does nothing part the degree from the two values: it stands between them, or right before or behind?"""
    gaps = [(d, i)] if d < i else [(j, d)] if d > j else [(i, d), (d, j)]
    for first, last in gaps:
        between = passage.between(first, last)
        if any(_moves(passage, k) for k in range(first + 1, last) if k != d):
            return False  # "a decline of 30 percent, yet output rose 4 percent to 13 billion": the nearer one's
        if last == d and ends(between, phrases(view.rule, "sums_up")):  # "... and a drop of 20 per cent"
            between = between[:-4] if between[-4:-2] == ("and", "a") else between
        if len(between) > view.rule.setting("reach", 14) or parted(between, view):
            return False
        if holds(between, phrases(view.rule, "goes_on")) and set(passage.after(j)[:2]) - {".", ",", ")"}:
            return False  # "and is now worth £54 million, down from £90 million in 2021": of another time
    return True


def parted(text: Words, view: View) -> bool:
    """Does a word part two clauses here? The "and" of "between 2019 and 2024" parts none, nor that of "and is now"."""
    same = {
        k for phrase in phrases(view.rule, "goes_on") for k in range(len(text)) if text[k : k + len(phrase)] == phrase
    }
    years = {k for k in range(1, len(text) - 1) if text[k - 1].isdigit() and text[k + 1].isdigit()}
    return holds(tuple(word for k, word in enumerate(text) if k not in years | same), phrases(view.rule, "breaks"))


def from_to(passage: Passage, one: Value, other: Value, d: int, view: View) -> tuple[Value, Value] | None:
    """Two values beside figure d in the order of time; None where the copy does not say that one became the other."""
    if one.unit is other.unit:
        return one, other
    for link in one.unit.links:
        if link.figure == other.unit.id and link.type in MOVES:
            return (one, other) if link.type == LinkType.CHANGE_TO else (other, one)
    lead, gap = passage.before(one.at), passage.between(one.at, other.at)
    dated = one.at < d < other.at and holds(passage.after(one.at)[:4], phrases(view.rule, "dated"))
    led = one.at < d < other.at and passage.before(d)[-1:] == ("by",) and d + 1 == other.at
    if d == one.at - 1 and passage.before(one.at) == ("on",) and gap[-1:] == ("to",):
        return one, other  # "a discount of 25 per cent on £640 brings it to £480"
    if (dated or led) and ends(passage.before(other.at), phrases(view.rule, "to")):
        return one, other
    if holds(gap, phrases(view.rule, "parts")) or _other_change(passage, one.at, other.at, d):
        return None
    if holds(lead[-4:], phrases(view.rule, "leaving")) and holds(gap[-4:], phrases(view.rule, "arriving")):
        return one, other
    before = passage.before(other.at)
    clause = before[-7:]
    if "," in clause and "and" in clause[clause.index(",") :]:  # "60 fewer than its capacity, and 52 teachers"
        clause = clause[len(clause) - clause[::-1].index("and") :]
    source = clause[max((k + 1 for k, word in enumerate(clause) if word in (",", "and")), default=0) :]
    bases = phrases(view.rule, "base")
    if (
        holds(clause, bases - _FROM)
        or holds(source, bases & _FROM)
        or ends(bare(before, singles(view.rule, "fillers")), phrases(view.rule, "base_near"))
    ):
        return other, one
    apart = holds(gap, phrases(view.rule, "long_before"))  # "lost 11 per cent to 89p, having stood at 140p a year ago"
    later = not apart and holds(passage.after(other.at)[:7], phrases(view.rule, "earlier"))
    return (other, one) if later and not holds(gap, phrases(view.rule, "earlier")) else None


_FROM = frozenset((("from",),))
"""What is from a place is told before a comma: "half comes from the city, 500,000 from tickets"."""


def _is_level(passage: Passage, d: int, view: View) -> bool:
    """Is percentage d one end of a change itself: "61%, up from 54%"?"""
    if passage.figures[d].quantity.change:
        return False
    percents = [value for value in values_of(passage, -1, view) if value.unit.kind == Kind.PERCENT]
    pairs = pairwise(percents)
    return any(d in (one.at, other.at) and from_to(passage, one, other, d, view) for one, other in pairs)


def _moves(passage: Passage, k: int) -> bool:
    """Does figure k tell a change of its own?"""
    figure = passage.figures[k]
    return figure.kind in DEGREES and figure.quantity.change is not None and passage.before(k)[-1:] != ("or",)


def _other_change(passage: Passage, i: int, j: int, d: int) -> bool:
    """Does a change of something else stand between two figures?"""
    between = (passage.figures[k] for k in range(i + 1, j) if k != d)
    return any(figure.kind in DEGREES and figure.quantity.change for figure in between)


def _taken_up(
    passage: Passage, d: int, near: tuple[Passage, ...], up: bool | None, around: Words, view: View
) -> Iterator[Tie]:
    """ "It delivered 720 babies. That was 20 percent fewer than in 2023, when 900 were born"."""
    lead = passage.before(d)
    yield from _definite(passage, d, near, up, around, view)
    if d or not opens(lead, phrases(view.rule, "takes_up")) or len(lead) > 4:
        return
    before = [other for other in near if other.start < passage.start]
    bases = [value for value in values_of(passage, d, view) if _near(passage, d, value.at, value.at, view)]
    if before and bases and not holds(passage.after(d), phrases(view.rule, "parts")):
        for value in values_of(before[-1], -1, view):
            if level(bases[0].unit, value.unit, view) is not None:
                yield tied(passage.figures[d], value, bases[0], "change", up, True, around, view)


def _definite(
    passage: Passage, d: int, near: tuple[Passage, ...], up: bool | None, around: Words, view: View
) -> Iterator[Tie]:
    """ "There were 640 in 2024. Last month there were 800. The rise, 35 percent, ..."; "It has nine million. Two years
    ago it had 4.5 million, so the number has trebled"."""
    before = [other for other in near if other.start < passage.start and passage.paragraph - other.paragraph <= 1]
    told = [values_of(other, -1, view)[:1] for other in before[-2:]]
    last = told[-1][0].unit if told and told[-1] else None
    mine = [value for value in values_of(passage, d, view) if last is None or level(last, value.unit, view)]
    lead = passage.before(d)
    if not d and not mine and len(told) == 2 and opens(lead, phrases(view.rule, "the_change")) and len(lead) <= 4:
        pair = [value for found in told for value in found]
        if len(pair) == 2 and level(pair[0].unit, pair[1].unit, view) is not None:
            yield tied(passage.figures[d], pair[1], pair[0], "change", up, True, around, view)
    if not d and not mine and told and up is not None and lead in phrases(view.rule, "this_change"):
        both = values_of(before[-1], -1, view)
        moved = from_to(before[-1], both[0], both[1], -1, view) if len(both) == 2 else None
        if moved and level(moved[0].unit, moved[1].unit, view) is not None:
            yield tied(
                passage.figures[d], moved[1], moved[0], "change", up, True, around, view
            )  # "81%, up from 74%. That 7% gain"
    dated = len(mine) == 1 and mine[0].at == d - 1 and holds(passage.before(mine[0].at), phrases(view.rule, "past"))
    if dated and told and told[-1] and holds(lead, phrases(view.rule, "so")):
        now, then = told[-1][0], mine[0]
        if level(then.unit, now.unit, view) is not None:
            yield tied(passage.figures[d], now, then, "change", up, True, around, view)


def _step(passage: Passage, d: int, up: bool | None, around: Words, view: View) -> Iterator[Tie]:
    """ "rose $6 to $56, a gain of 12%"; "48,000 people, 12,000 more than in 2024, a jump of a third"."""
    for i in range(len(passage.figures) - 1):
        if d in (i, i + 1):
            continue
        step, end = passage.figures[i : i + 2]
        led = step.quantity.change is not None and ends(passage.before(i + 1), phrases(view.rule, "to"))
        way = step.quantity.change == "up"
        if not (led and len(passage.before(i + 1)) <= 3):
            end, step = step, end
            way = bool(way_told(passage, i + 1, view))
            told = passage.before(i + 1)[-1:] == (",",) and len(passage.before(i + 1)) <= MOST_APART
            if not (told and is_difference(passage, i + 1, view) and d == i + 2):
                continue
        if step.kind != end.kind or step.kind not in LEVELS or scale(end, step, view) != 1:
            continue
        if not _near(passage, d, i, i + 1, view):
            continue
        moved, now = interval_of(step, view), interval_of(end, view)
        start = minus(now, moved) if way else now.plus(moved)
        yield Tie(passage.figures[d], now, start, "change", up, True, (step, end), around)


MOST_APART = 8
"""So many words at most lead from a value to what it has risen by."""
