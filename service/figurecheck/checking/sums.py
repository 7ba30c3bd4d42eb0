"""Wholes and the lists of their parts: which figures belong together, and whether the copy says that they are all."""

from collections.abc import Iterator
from dataclasses import replace

from figurecheck.checking.addition import Sum, is_near, nearly, plausible
from figurecheck.checking.arithmetic import total
from figurecheck.checking.columns import columns
from figurecheck.checking.degrees import DEGREES
from figurecheck.checking.fates import fates
from figurecheck.checking.finding import View
from figurecheck.checking.lists import (
    all_told,
    are_counted,
    are_divided,
    are_joined,
    are_ranked,
    is_alike,
    is_item,
    is_listed,
    is_rest,
    list_ends,
    of_others,
    opener,
    parts_from,
)
from figurecheck.checking.passage import Passage, Words, named
from figurecheck.checking.phrases import bare, ends, holds, opens, phrases, singles
from figurecheck.checking.readings import beside
from figurecheck.checking.sorts import SUMS, fits, is_part, same_sort
from figurecheck.checking.taken_sums import taken_sums
from figurecheck.checking.values import MOST, scale, vague
from figurecheck.matching.intervals import meet
from figurecheck.model import Figure, Kind
from figurecheck.rulebook import tags

TIMES = frozenset((Kind.DURATION, Kind.AGE))
"""Figures that stand between those of a list and are not among them."""


def wrong_sums(view: View) -> Iterator[Sum]:
    """Every list of parts that no reading of the figures near it makes right, each whole once."""
    view = replace(view, rule=view.book.flags[SUMS])
    used: set[str] = set()
    for whole, parts in columns(view):
        used.add(whole.id)
        column = Sum(whole, parts, True)
        if not column.holds(view):
            yield column
    for whole, parts, full in fates(view):
        lot = Sum(whole, parts, full)
        if whole.id not in used and not lot.holds(view):
            used.add(whole.id)
            yield lot
    for passage, near in beside(view):
        if len(passage.figures) > MOST:
            continue
        before = [other for other in near if other.start < passage.start]
        for kinds in (TIMES | DEGREES, DEGREES | {Kind.AGE}):
            short = passage.without(kinds)
            told = [other.without(kinds) for other in before]
            every = list(_sums(short, told, Kind.DURATION in kinds, view))
            every = every or list(taken_sums(short, told, view))
            for found in every:
                if found.whole.id in used or not _is_whole(found, every, view):
                    continue
                used.add(found.whole.id)
                if not any(other.holds(view) for other in every if other.whole is found.whole) and not _borne_out(
                    found, passage, near, view
                ):
                    yield found


def _is_whole(found: Sum, every: list[Sum], view: View) -> bool:
    """Is it no part of a longer list, no number of the parts, not one of them again and not below one?"""
    whole, parts = found.whole, found.parts
    if any(map(vague, (whole, *parts))) or whole.quantity.stated == len(parts):
        return False
    if any(whole in other.parts and len(other.parts) > len(parts) for other in every):
        return False
    value, terms = view.page.measure(whole).interval, found.terms(view)
    if any(term.near == value.near for term in terms):
        return False
    return value.high >= max(term.low for term in terms) or any(is_part(part, whole) for part in parts)


def _sums(passage: Passage, before: list[Passage], plain: bool, view: View) -> Iterator[Sum]:
    """Every whole of the sentence or of those before it with the parts that stand behind or before it."""
    for i, whole in enumerate(passage.figures):
        if (whole.kind == Kind.DURATION) == plain:
            continue
        yield from _behind(passage, i, view)
        yield from _further(passage, i, view)
        yield from _totalled(passage, i, view)
        yield from _tied(passage, whole, view)
        yield from _among(passage, i, view)
    yield from _together(passage, before, view)
    for other in reversed(before):
        if passage.paragraph - other.paragraph <= 1:
            wholes = [(other, i) for i, f in enumerate(other.figures) if (f.kind == Kind.DURATION) != plain]
            for where, i in wholes:
                yield from _next(passage, where, i, where is before[-1] and where.paragraph == passage.paragraph, view)


def _tied(passage: Passage, whole: Figure, view: View) -> Iterator[Sum]:
    """ "Nine of the 20 passengers died and 11 survived": the article's own parts, of two sorts that make up all."""
    parts = tuple(figure for figure in passage.figures if is_part(figure, whole))
    if len(parts) == 2 and are_divided(passage, parts, view):
        yield Sum(whole, parts, full=not holds(passage.words, phrases(view.rule, "some_of")))


def _behind(passage: Passage, i: int, view: View) -> Iterator[Sum]:
    """ "148 drones: 62 from the west, 47 from the east and 39 from the north"; "of 25,000, 18,500 ... 6,500 left"."""
    whole = passage.figures[i]
    first = i + 1
    parts = parts_from(passage, first, whole, view)
    if first < len(passage.figures) and (
        not parts or (":" in passage.after(first) and ":" not in passage.before(first))
    ):
        counted = parts_from(passage, first + 1, whole, view)
        if passage.figures[first].quantity.stated == len(counted):
            first, parts = first + 1, counted
    if len(parts) < 2:
        return
    opening = passage.between(i, first)
    last = passage.figures.index(parts[-1])
    led = holds(opening, phrases(view.rule, "partitive"))
    opened = opens(passage.before(i), phrases(view.rule, "of_the")) or led
    partitive = opened or holds(passage.quote(first), phrases(view.rule, "partitive"))
    mark = opener(passage, i, first, view)
    if is_rest(passage, last, view) and (of_others(passage, i, view) or _mixed(parts, whole, view)):
        return
    if is_rest(passage, last, view) and (mark or partitive or {",", ";", ":"} & set(opening)):
        yield Sum(whole, parts, True)
        yield from (Sum(whole, some, True) for some in _some(parts))
        return
    alike = all(same_sort(part, whole, view) for part in parts)
    counted_out = alike and all_told(passage, i, parts, view)
    if mark == "," and (is_listed(passage, i, view) or is_alike(passage, i, first, view)):
        return
    if not are_joined(passage, parts, view) or (holds(opening[-5:], phrases(view.rule, "some_of")) and not counted_out):
        return
    listed = mark is not None and list_ends(passage, last, mark, view)
    if counted_out or (listed and _appended(passage, first, last, whole, view)):
        yield Sum(whole, parts, True)
    elif listed and mark != "," and plausible(parts, whole, view):
        items = all(is_item(passage, k, view) for k in range(first, last + 1))
        yield Sum(whole, parts, items or mark == "of" or nearly(parts, whole, view))
    elif (
        partitive and not _overlap(passage, first, last, view) and (alike or (opened and plausible(parts, whole, view)))
    ):
        yield Sum(whole, parts, nearly(parts, whole, view))


def _overlap(passage: Passage, first: int, last: int, view: View) -> bool:
    """Has each part a clause of its own, so that one may be in several: "190 were men; 84 wore no helmet"?"""
    verbs = {passage.after(k)[0] for k in range(first, last + 1) if _is_verb(passage.after(k)[:1], view)}
    return len(verbs) > 1


def _is_verb(word: Words, view: View) -> bool:
    return bool(word) and bool(view.book.words.tags(word[0]) & (tags.PAST | tags.AUX))


def _mixed(parts: tuple[Figure, ...], whole: Figure, view: View) -> bool:
    """Does a bare rest stand behind parts that count others: "two independents shared the other 5,200 votes"?"""
    strange = [part for part in parts[:-1] if named(part) and not same_sort(part, whole, view)]
    return bool(strange) and not named(parts[-1]) and not is_near(parts, whole, view)


def _some(parts: tuple[Figure, ...]) -> Iterator[tuple[Figure, ...]]:
    """What may be all of it where a list ends with the rest: without what is told of one of its items ("40 have been
    reached, 12 by boat, and 24 are cut off"), or told twice in two ways ("18 for Ostria and four others; two failed,
    leaving 20")."""
    for k in range(1, len(parts) - 1):
        yield (*parts[:k], *parts[k + 1 :])
        if k > 1:
            yield parts[:k]
            yield parts[k:]


def _among(passage: Passage, k: int, view: View) -> Iterator[Sum]:
    """ "14 women and nine men were among the 21 dead": a list of some, which may not come to more than the whole."""
    lead, whole = passage.before(k), passage.figures[k]
    if not ends(lead, phrases(view.rule, "among_the")) or holds(lead[:-2], phrases(view.rule, "breaks")):
        return
    for first in range(k - 1):
        parts = passage.figures[first:k]
        if all(same_sort(part, whole, view) for part in parts) and are_joined(passage, parts, view):
            yield Sum(whole, parts, full=False)
            return


def _appended(passage: Passage, first: int, last: int, whole: Figure, view: View) -> bool:
    """Is a list behind a comma the full one: two that divide all, or items in apposition that end the clause?"""
    parts = tuple(figure for figure in passage.figures[first : last + 1] if fits(figure, whole, view))
    if are_divided(passage, parts, view):
        return plausible(parts, whole, view) and not are_divided(passage, (whole, parts[-1]), view)
    if not all(is_item(passage, k, view) for k in range(first, last + 1)):
        return False
    if all(same_sort(part, whole, view) for part in parts):
        return is_near(parts, whole, view)
    beside_it = passage.before(first)[-1:] == (",",) and all(map(named, parts))
    return beside_it and plausible(parts, whole, view, view.rule.setting("close", 0.15))


def _totalled(passage: Passage, k: int, view: View) -> Iterator[Sum]:
    """ "three in Corran, four in Velmar and five in Dorn, a total of 12"; "..., 12 in all"."""
    whole = passage.figures[k]
    lead, behind = bare(passage.before(k), singles(view.rule, "fillers")), passage.after(k)
    told = holds(lead[-5:], phrases(view.rule, "total_before")) or (
        opens(behind, phrases(view.rule, "total_behind")) and bool({",", "-", "or", ";"} & set(lead[-3:]))
    )
    if k < 2 or not told or holds(lead[:-6], phrases(view.rule, "breaks")):
        return
    most = view.page.measure(whole).interval.high
    every = tuple(f for f in passage.figures[:k] if fits(f, whole, view) and view.page.measure(f).interval.low <= most)
    parts = every
    for first in range(len(every) - 1):
        parts = every[first:]
        if Sum(whole, parts, True).holds(view):
            yield Sum(whole, parts, True)
            return
    listed = len(every) >= 2 and every == passage.figures[k - len(every) : k] and are_joined(passage, every, view)
    if listed and plausible(every, whole, view):
        yield Sum(whole, every, True)


def _together(passage: Passage, before: list[Passage], view: View) -> Iterator[Sum]:
    """ "It killed 14 people and wounded 21. That makes 33 casualties"."""
    if not before or not passage.figures or before[-1].paragraph != passage.paragraph:
        return
    whole, parts = passage.figures[0], before[-1].figures
    if not opens(passage.before(0), phrases(view.rule, "that_makes")) or len(passage.before(0)) > 4 or len(parts) < 2:
        return
    if all(fits(part, whole, view) for part in parts) and are_joined(before[-1], parts, view):
        yield Sum(whole, parts, True)


def _further(passage: Passage, i: int, view: View) -> Iterator[Sum]:
    """ "71 of the 95 drones, and another 24 were lost": parts told one by one, all of one whole."""
    whole = passage.figures[i]
    parts = [figure for figure in passage.figures if is_part(figure, whole)]
    for k in range(i + 1, len(passage.figures)):
        figure = passage.figures[k]
        more = ends(passage.before(k), phrases(view.rule, "further")) or opens(
            passage.quote(k), phrases(view.rule, "further")
        )
        if parts and more and figure not in parts and same_sort(figure, whole, view):
            yield Sum(whole, (*parts, figure), False)
            return


def _next(passage: Passage, where: Passage, i: int, close: bool, view: View) -> Iterator[Sum]:
    """ "Of that, 7.9 will go on roofs and the remaining 6.5 on playgrounds"; "Sixty-two passed and 24 failed"."""
    whole = where.figures[i]
    parts = parts_from(passage, 0, whole, view)
    lead = passage.before(0)
    if not parts or parts[0].kind != whole.kind:
        return
    lead = () if ends(lead, phrases(view.rule, "accounts_for")) else lead
    last = passage.figures.index(parts[-1])
    taken_up = opens(lead, phrases(view.rule, "of_that")) or holds(
        (*passage.quote(0), *passage.after(0)[:2]), phrases(view.rule, "of_them")
    )
    if len(parts) == 1:
        yield from _rest_of(passage, where, i, view)
        return
    alike = all(same_sort(part, whole, view) for part in parts)
    if not alike and not (are_divided(passage, parts, view) and plausible(parts, whole, view)):
        return
    if is_rest(passage, last, view):
        others = [figure for figure in where.figures if figure is not whole and same_sort(parts[0], figure, view)]
        only = all(figure.start > whole.start and _is_less(figure, whole, view) for figure in others)
        if taken_up or (only and close):
            yield Sum(whole, parts, True)
    elif are_joined(passage, parts, view) and last == len(passage.figures) - 1:
        if (
            are_divided(passage, parts, view)
            or are_ranked(passage, parts, view)
            or are_counted(where, i, parts, view)
            or (close and len(parts) > 2 and is_near(parts, whole, view, view.rule.setting("close", 0.15)))
        ):
            yield Sum(whole, parts, True)
        elif taken_up or (not lead and (len(parts) > 2 or not any(map(named, parts)))):
            yield Sum(whole, parts, taken_up and nearly(parts, whole, view))


def _is_less(figure: Figure, whole: Figure, view: View) -> bool:
    return view.page.measure(figure).interval.high < view.page.measure(whole).interval.low


def _rest_of(passage: Passage, where: Passage, i: int, view: View) -> Iterator[Sum]:
    """ "Five were hurt, two of them children. The other three ..."."""
    whole, last = where.figures[i], passage.figures[0]
    if not is_rest(passage, 0, view) or passage.after(0)[:1] == (",",):
        return
    parts = [figure for figure in where.figures if is_part(figure, whole)]
    counts = [figure for figure in where.figures if figure.kind == last.kind]
    if len(parts) == 1 and len(counts) == 2 and same_sort(last, whole, view):
        yield Sum(whole, (parts[0], last), True)


def _borne_out(found: Sum, passage: Passage, near: tuple[Passage, ...], view: View) -> bool:
    """Does another figure near make the list right: as its whole, as one more part, or as the whole of all of them?"""
    whole = view.page.measure(found.whole).interval
    parts = found.terms(view)
    come = total(parts)
    others = [
        (figure, view.page.measure(figure).interval.scaled(scale(found.whole, figure, view) or 1.0))
        for where in (passage, *near)
        for figure in where.figures
        if figure is not found.whole and figure not in found.parts and fits(figure, found.whole, view)
    ]
    if any(meet(come, other) or meet(come.plus(other), whole) for _, other in others):
        return True
    return any(meet(come.plus(whole), other) for figure, other in others if same_sort(figure, found.whole, view))
