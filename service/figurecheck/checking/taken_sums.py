"""Parts, totals and rests whose other figures another sentence has told."""

from collections.abc import Iterator
from itertools import permutations

from figurecheck.checking.addition import Sum, is_near
from figurecheck.checking.antecedents import antecedents
from figurecheck.checking.arithmetic import minus, total
from figurecheck.checking.finding import View
from figurecheck.checking.lists import all_told, are_divided, are_joined, is_listed, is_rest, parts_from
from figurecheck.checking.passage import Passage
from figurecheck.checking.phrases import ends, holds, phrases
from figurecheck.checking.slips import may_be_slip
from figurecheck.checking.sorts import SUMMED, fits, is_part, one_thing, owned, same_sort
from figurecheck.checking.values import vague
from figurecheck.model import Figure

MOST_PARTS = 8
NEXT = 2
"""Between a sentence and the next there are so many characters."""


def taken_sums(passage: Passage, before: list[Passage], view: View) -> Iterator[Sum]:
    """Every list of the sentence with the whole that was told before it, every total and rest of what was told."""
    yield from _lists(passage, view)
    for k in range(len(passage.figures)):
        yield from _grand(passage, k, before, view)
        yield from _rest(passage, k, before, view)


def _lists(passage: Passage, view: View) -> Iterator[Sum]:
    """ "It recorded 1,284 cases. ... The north had 312, the south 560 and the capital 412"."""
    first = 1 if ends(passage.before(0)[:3], phrases(view.rule, "opens_whole")) else 0
    while first < len(passage.figures):
        parts = parts_from(passage, first, passage.figures[first], view)
        if len(parts) > 1:
            yield from _listed(passage, first, parts, view)
        first += max(len(parts), 1)


def _listed(passage: Passage, first: int, parts: tuple[Figure, ...], view: View) -> Iterator[Sum]:
    full = all_told(passage, None, parts, view) or are_divided(passage, parts, view)
    if not (full or len(parts) > 2) or not are_joined(passage, parts, view) or is_listed(passage, first, view):
        return
    if any(part.kind not in SUMMED or any(is_part(part, other) for other in passage.figures) for part in parts):
        return
    wholes = [told.value.figure for told in antecedents(passage, first, view)]
    least = view.rule.setting("large", 14)
    wholes = [whole for whole in wholes if (whole.quantity.stated or 0) >= least]
    wholes = [whole for whole in wholes if all(_is_of(part, whole, view) for part in parts)]
    sums = [Sum(whole, parts, True) for whole in wholes]
    if not any(found.holds(view) for found in sums):
        most = view.rule.setting("near", 0.4) if full else view.rule.setting("short", 0.1)
        yield from (found for found in sums if is_near(parts, found.whole, view, most))


def _is_of(part: Figure, whole: Figure, view: View) -> bool:
    return same_sort(part, whole, view) and one_thing(part, whole, view) and not is_part(whole, part)


def _grand(passage: Passage, k: int, before: list[Passage], view: View) -> Iterator[Sum]:
    """ "Ames gets £240,000 and Bell £185,000. Cole is down for £95,000. The total award, £520,000, ..."."""
    whole, lead = passage.figures[k], passage.before(k)
    told = holds(lead[-5:], phrases(view.rule, "grand_total"))
    near = [other for other in before if other.paragraph == passage.paragraph]
    if not told or k or not near:
        return
    parts = [f for other in near for f in other.figures if fits(f, whole, view) and one_thing(f, whole, view)]
    runs = [tuple(parts[first:]) for first in range(len(parts) - 1)]
    if len(parts) <= MOST_PARTS and not any(Sum(whole, run, True).holds(view) for run in runs):
        close = [run for run in runs if len(run) > 2 and is_near(run, whole, view, view.rule.setting("grand", 0.25))]
        yield from (Sum(whole, run, True) for run in close[:1])


def _rest(passage: Passage, k: int, before: list[Passage], view: View) -> Iterator[Sum]:
    """ "It mined 1,095 coins and sold 730 of them. The rest, 365, it kept"; "690 of the 2,300 came, leaving 1,610"."""
    rest = passage.figures[k]
    if not is_rest(passage, k, view) or vague(rest) or rest.kind not in SUMMED:
        return
    own = [figure for figure in passage.figures[:k] if fits(figure, rest, view)]
    last = (
        before[-1]
        if before and before[-1].figures and passage.start - before[-1].figures[0].sentence[1] <= NEXT
        else None
    )
    told = own if len(own) > 1 or last is None else [f for f in last.figures if fits(f, rest, view)] + own
    pairs = [
        (whole, part)
        for whole, part in permutations(told, 2)
        if one_thing(part, whole, view) or (part in own and owned(passage, passage.figures.index(part)))
    ]
    pairs = [
        pair for pair in pairs if view.page.measure(pair[0]).interval.low > view.page.measure(pair[1]).interval.high
    ]
    sums = [Sum(whole, (part, rest), True) for whole, part in pairs]
    sums = sums if any(found.holds(view) for found in sums) else [found for found in sums if _is_slip(found, view)]
    if not own and last is not None and told:  # "of 58, 23 are women and 19 children. The remaining 26 ..."
        whole, parts = told[0], tuple(told[1:])
        lot = Sum(whole, (*parts, rest), True)
        led = last.figures[0] is whole and ends(last.before(0)[:2], phrases(view.rule, "of_the"))
        if len(parts) > 1 and (led or all(is_part(part, whole) for part in parts)) and not lot.holds(view):
            left = minus(view.page.measure(whole).interval, total(lot.terms(view)[:-1]))
            yield from [lot] if may_be_slip(lot.terms(view)[-1], left) else []
    if len(told) <= 3 and not any(found.holds(view) for found in sums):
        yield from (found for found in sums if _tied(found.whole, found.parts[0], passage, before, view))


def _is_slip(found: Sum, view: View) -> bool:
    """May what is told as the rest be meant for what the part leaves? "In the other three" is the rest of others."""
    part, rest = found.terms(view)
    return may_be_slip(rest, minus(view.page.measure(found.whole).interval, part))


def _parted(part: Figure, whole: Figure, passage: Passage) -> bool:
    """ "Food takes £1.12 of the price, wages £1.31": does a comma part the two?"""
    if not (part in passage.figures and whole in passage.figures):
        return False
    i, j = passage.figures.index(part), passage.figures.index(whole)
    return i < j and "," in passage.between(i, j)


def _tied(whole: Figure, part: Figure, passage: Passage, before: list[Passage], view: View) -> bool:
    """Has the copy said that the one is a part of the other?"""
    if is_part(part, whole) and not _parted(part, whole, passage):
        return True
    for where in (passage, *before[-1:]):
        if part in where.figures and whole in where.figures:
            i, j = where.figures.index(part), where.figures.index(whole)
            out_of = holds(where.before(j)[-6:], phrases(view.rule, "out_of"))
            return j == i + 1 and (out_of or ends(where.before(j)[:2], phrases(view.rule, "of_the")))
    return False
