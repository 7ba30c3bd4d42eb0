"""Wholes and the lists of their parts: which figures belong together, and whether the copy says that they are all."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain, combinations
from math import inf

from figurecheck.checking.addition import Sum, is_near
from figurecheck.checking.arithmetic import minus, product, total
from figurecheck.checking.columns import bulleted, columns
from figurecheck.checking.degrees import DEGREES
from figurecheck.checking.fates import fates
from figurecheck.checking.finding import View
from figurecheck.checking.listed_sums import listed
from figurecheck.checking.lists import is_rest
from figurecheck.checking.passage import Passage, named
from figurecheck.checking.phrases import holds, phrases, singles
from figurecheck.checking.readings import beside
from figurecheck.checking.sorts import SUMS, fits, is_part, same_sort
from figurecheck.checking.taken_sums import taken_sums
from figurecheck.checking.told_sums import of_next, together, totalled
from figurecheck.checking.values import MOST, scale, vague
from figurecheck.matching.intervals import Interval, meet
from figurecheck.model import Figure, Kind, LinkType

MOST_SIGNED = 5
TIMES = frozenset((Kind.DURATION, Kind.AGE))
"""Figures that stand between those of a list and are not among them."""


def wrong_sums(view: View) -> Iterator[Sum]:
    """Every list of parts that no reading of the figures near it makes right, each whole once."""
    view = replace(view, rule=view.book.flags[SUMS])
    used: set[str] = set()
    for whole, parts in chain(columns(view), bulleted(view)):
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
            for ways in _by_whole(every):
                found = next((way for way in ways if _is_whole(way, every, view)), None)
                if found is None or found.whole.id in used:
                    continue
                if found.full:  # what stays below its whole leaves the rest to a later sentence
                    used.add(found.whole.id)
                left_open = _left_open(found, passage, near, view)
                if (
                    not any(way.holds(view) or way.begins_right(view) for way in ways)
                    and not left_open
                    and not _borne_out(found, passage, near, view)
                ):
                    used.add(found.whole.id)
                    yield found


def _by_whole(every: list[Sum]) -> Iterator[list[Sum]]:
    """The readings of each whole; that some parts stay below it says nothing where others are told to be all."""
    wholes = dict.fromkeys(found.whole.id for found in every)
    for whole in wholes:
        ways = [found for found in every if found.whole.id == whole]
        yield [found for found in ways if found.full] or ways


def _is_whole(found: Sum, every: list[Sum], view: View) -> bool:
    """Is it no part of a longer list, no number of the parts, not one of them again and not below one?"""
    whole, parts = found.whole, found.parts
    if any(link.type == LinkType.CHANGE_TO for link in whole.links):
        return False  # "taking the toll to 61 from 44": what was is no whole of what is
    if any(map(vague, (whole, *parts))) or whole.quantity.stated == len(parts):
        return False
    if any(whole in other.parts and len(other.parts) > len(parts) for other in every):
        return False
    if _is_beside(found, view) or _is_spoilt(found, view):
        return False
    if len(parts) == 2 and not is_near(parts, whole, view):
        return False  # "nine have died, four of them nurses, and 60 were tested": two may stand together by chance
    value, terms = view.page.measure(whole).interval, found.terms(view)
    if any(term.near == value.near for term in terms):
        return False
    return value.high >= max(term.low for term in terms) or any(is_part(part, whole) for part in parts)


def _is_beside(found: Sum, view: View) -> bool:
    """ "910 nurses; 45 doctors and 130 nurses are new": do parts count what the whole counts, and no sort of it too?"""
    whole, is_a = found.whole.subject, view.book.lexicon.is_a
    told = [part.subject for part in found.parts if named(part)]
    if whole.head is None:
        return False
    if whole.head not in {one.head for one in told}:  # "640 flats, 590 of them to let, and 214 houses"
        tied = any(is_part(part, found.whole) for part in found.parts)
        return tied and any(one.concept == whole.concept not in (None, whole.head, one.head) for one in told)
    return any(one.head != whole.head and not (whole.concept and is_a(one.concept, whole.concept)) for one in told)


def _is_spoilt(found: Sum, view: View) -> bool:
    """ "9,900 ballots; Marsh had 4,870 votes, Dunn 3,912": do votes stay below the ballots, of which some are void?"""
    heads = {part.subject.head for part in found.parts if named(part)}
    if found.whole.subject.head not in singles(view.rule, "may_be_void") - heads:
        return False
    return total(found.terms(view)).high < view.page.measure(found.whole).interval.low


def _sums(passage: Passage, before: list[Passage], plain: bool, view: View) -> Iterator[Sum]:
    """Every whole of the sentence or of those before it with the parts that stand behind or before it."""
    for i, whole in enumerate(passage.figures):
        if (whole.kind == Kind.DURATION) == plain:
            continue
        yield from listed(passage, i, view)
        yield from totalled(passage, i, view)
    yield from together(passage, before, view)
    for other in reversed(before):
        if passage.paragraph - other.paragraph <= 1:
            wholes = [(other, i) for i, f in enumerate(other.figures) if (f.kind == Kind.DURATION) != plain]
            for where, i in wholes:
                close = where is before[-1] and where.paragraph == passage.paragraph
                yield from of_next(passage, where, i, close, view)


def _left_open(found: Sum, passage: Passage, near: tuple[Passage, ...], view: View) -> bool:
    """Do the parts come to less because others follow: "The others were the driver and three tourists"?"""
    if total(found.terms(view)).high >= view.page.measure(found.whole).interval.low:
        return False
    last = max((k for k, figure in enumerate(passage.figures) if figure in found.parts), default=-1)
    if last < 0 or is_rest(passage, last, view):
        return False
    behind = next((other for other in near if other.start > passage.start), None)
    opening = behind.before(0)[:3] if behind and behind.paragraph == passage.paragraph else ()
    told = [word for k in range(last + 1, len(passage.gaps)) for word in passage.gaps[k]]
    return holds(tuple(told), phrases(view.rule, "more_follow")) or holds(opening, phrases(view.rule, "more_follow"))


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
    others = [(figure, value) for figure, value in others if value.high < inf]  # "at least 12" bears out no sum
    if any(meet(come, other) or meet(come.plus(other), whole) for _, other in others):
        return True
    if any(meet(come.plus(share), whole) for share in _shares(whole, passage, view)):
        return True
    if any(meet(way, whole) for way in _signed(parts)):
        return True
    alike = [other for figure, other in others if _is_alike(figure, found.whole, view)]
    return any(meet(come.plus(whole), other) for other in alike)


def _is_alike(one: Figure, other: Figure, view: View) -> bool:
    return same_sort(one, other, view) or same_sort(other, one, view)


def _shares(whole: Interval, passage: Passage, view: View) -> Iterator[Interval]:
    """Parts that the sentence tells as a share: "half of the 1.6 million from the city, 500,000 from ..."."""
    for figure in passage.figures:
        size = {Kind.PERCENT: 0.01, Kind.RATIO: 1.0}.get(figure.kind)
        if size and not figure.quantity.change:
            yield product(whole, view.page.measure(figure).interval.scaled(size))


def _signed(parts: list[Interval]) -> Iterator[Interval]:
    """What three parts or more come to where some are added to the whole: "it closed 18 and opened five"."""
    if not 3 <= len(parts) <= MOST_SIGNED:
        return
    for taken in chain.from_iterable(combinations(range(len(parts)), many) for many in range(1, len(parts) - 1)):
        added = total(part for k, part in enumerate(parts) if k not in taken)
        yield minus(added, total(parts[k] for k in taken))
