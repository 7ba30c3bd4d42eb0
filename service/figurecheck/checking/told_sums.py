"""Wholes that are told before or behind the sentence of their parts, and totals behind what they add up."""

from collections.abc import Iterator

from figurecheck.checking.addition import Sum, is_near, nearly, plausible
from figurecheck.checking.finding import View
from figurecheck.checking.lists import are_counted, are_divided, are_joined, are_ranked, is_rest, parts_from
from figurecheck.checking.passage import Passage, Words, named
from figurecheck.checking.phrases import bare, ends, holds, opens, phrases, singles
from figurecheck.checking.sorts import fits, is_part, same_sort
from figurecheck.model import Figure

RUN = 8
"""So many words at most stand between two items that a total behind them adds up."""


def totalled(passage: Passage, k: int, view: View) -> Iterator[Sum]:
    """ "three in Corran, four in Velmar and five in Dorn, a total of 12"; "..., 12 in all"."""
    whole = passage.figures[k]
    lead, behind = bare(passage.before(k), singles(view.rule, "fillers")), passage.after(k)
    brought = lead[-1:] == ("to",) and holds(lead[-6:], phrases(view.rule, "brings"))
    told = (
        brought
        or holds(lead[-5:], phrases(view.rule, "total_before"))
        or (opens(behind, phrases(view.rule, "total_behind")) and bool({",", "-", "or", ";"} & set(lead[-3:])))
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
    parts = _run_before(passage, k, whole, view)
    strong = len(parts) == 2 and is_near(parts, whole, view)
    alike = strong or (plausible(parts, whole, view) and not brought)  # "opened 12 and shut four, to bring it to 268"
    if len(parts) >= 2 and are_joined(passage, parts, view) and (alike or (brought and is_near(parts, whole, view))):
        yield Sum(whole, parts, True)


def _run_before(passage: Passage, k: int, whole: Figure, view: View) -> tuple[Figure, ...]:
    """The parts right before figure k, one joined to the next."""
    first = k
    while first and fits(passage.figures[first - 1], whole, view):
        gap = passage.before(first)
        if first < k and (len(gap) > RUN or holds(gap, phrases(view.rule, "breaks")) or not _joins(gap, view)):
            break
        first -= 1
    return passage.figures[first:k]


def _joins(gap: Words, view: View) -> bool:
    return "," in gap or bool(singles(view.rule, "joins") & set(gap))


def together(passage: Passage, before: list[Passage], view: View) -> Iterator[Sum]:
    """ "It killed 14 people and wounded 21. That makes 33 casualties"."""
    if not before or not passage.figures or before[-1].paragraph != passage.paragraph:
        return
    whole, parts = passage.figures[0], before[-1].figures
    if not opens(passage.before(0), phrases(view.rule, "that_makes")) or len(passage.before(0)) > 4 or len(parts) < 2:
        return
    alike = all(fits(part, whole, view) for part in parts)
    summed = (
        alike and len(parts) > 2 and Sum(parts[0], parts[1:], True).holds(view)
    )  # "950, 620 by day and 330 by night"
    if alike and not summed and are_joined(before[-1], parts, view):
        yield Sum(whole, parts, True)


def of_next(passage: Passage, where: Passage, i: int, close: bool, view: View) -> Iterator[Sum]:
    """ "Of that, 7.9 will go on roofs and the remaining 6.5 on playgrounds"; "Sixty-two passed and 24 failed"."""
    whole = where.figures[i]
    if where.before(i)[-1:] == ("from",) and i and whole.kind == where.figures[i - 1].kind:
        return  # "taking the toll to 61 from 44": what was
    parts = parts_from(passage, 0, whole, view)
    lead = passage.before(0)
    if not parts or parts[0].kind != whole.kind or ends(lead[:3], phrases(view.rule, "opens_whole")):
        return
    lead = () if ends(lead, phrases(view.rule, "accounts_for")) else lead
    last = passage.figures.index(parts[-1])
    taken_up = opens(lead, phrases(view.rule, "of_that")) or holds(
        (*passage.quote(0), *passage.after(0)[:2]), phrases(view.rule, "of_them")
    )
    if len(parts) == 1:
        yield from _rest_of(passage, where, i, view)
        return
    if is_part(parts[0], parts[1]):
        return  # "Of its 1,240 pupils, 430 must move. Ninety-four of the 118 teachers stay; the other 24 ..."
    alike = all(same_sort(part, whole, view) for part in parts)
    if not alike and close and lead in phrases(view.rule, "there_were") and _fills(passage, parts, whole, view):
        yield Sum(whole, parts, True)
        return
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


def _fills(passage: Passage, parts: tuple[Figure, ...], whole: Figure, view: View) -> bool:
    """Are the parts a whole sentence, and nearly come to what was told before it: "There were 312 shotguns, ..."?"""
    listed = len(parts) == len(passage.figures) > 2 and are_joined(passage, parts, view) and all(map(named, parts))
    return listed and is_near(parts, whole, view, view.rule.setting("close", 0.15))


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
