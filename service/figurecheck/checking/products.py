"""Totals beside a rate or an average and what it is to be multiplied by."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from itertools import product as pairs_of

from figurecheck.checking.arithmetic import over
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.passage import Passage, named
from figurecheck.checking.phrases import ends, holds, opens, phrases
from figurecheck.checking.product_ties import CLOSE, come, is_said_again, may_be_total, tied
from figurecheck.checking.rates import Factor, Rate, factors_of, lengths, rates
from figurecheck.checking.readings import beside
from figurecheck.checking.slips import FAR, is_misprint, may_be_slip
from figurecheck.checking.values import MOST, scale, vague
from figurecheck.checking.working import exactly, expected, number, plural, said
from figurecheck.matching.intervals import meet
from figurecheck.model import Bound, Figure, Kind

WORDS = "FC207"
"""The rule whose file lists the words of rates and the lengths of time."""
WIDE = 1.2
"""What spans more than this many times itself counts working days or all: a message multiplies by all."""
SAID_AGAIN = 10.0
"""What says a rate again ("200 a day, or 4,100 a week") is of the same thing, however far off it is."""


def find_products(view: View, timed: bool) -> Iterator[Finding]:
    """One finding a total that is not what a rate of the article makes of it: over time, or over all that share it."""
    words = replace(view, rule=view.book.flags[WORDS])
    used: set[str] = set()
    for passage, near in beside(view):
        if len(passage.figures) > MOST:
            continue
        for rate in rates(passage, words):
            if (rate.per is not None) == timed and not holds(
                passage.quote(rate.at)[1:], phrases(words.rule, "differences")
            ):
                found = _check(rate, near, used, words) or _misprint(rate, near, used, words)
                if found:
                    used.add(found.figure.id)
                    yield replace(found, severity=view.rule.severity)


def _check(rate: Rate, near: tuple[Passage, ...], used: set[str], view: View) -> Finding | None:
    """The total that the copy ties to the rate and that no factor near it makes right."""
    close = (rate.passage, *near)
    totals = [
        (p, k)
        for p in close
        for k, figure in enumerate(p.figures)
        if may_be_total(figure, rate, view) and not _is_level(p, k, view)
    ]
    factors = list(chain.from_iterable(factors_of(p, rate, view) for p in close))
    if rate.each and any(
        _makes(rate, factor, p.figures[k], view) for p, k in totals for factor in _far(rate, close, view)
    ):
        return None
    told, borne_out = None, set[bool]()
    for (where, k), factor in pairs_of(totals, factors):
        total = where.figures[k]
        if factor.by is total or total.id in used:
            continue
        here = where is rate.passage is factor.passage
        if _makes(rate, factor, total, view):
            borne_out.add(here)
        elif (
            (told is None or (here and not told[2]))
            and _may_be_meant(rate, factor, where, k, view)
            and tied(rate, where, k, factor, view)
        ):
            told = total, factor, here
    if told is None or True in borne_out or (borne_out and not told[2]):
        return None  # what one sentence ties, no other bears out
    if _shared_out(rate, told[0], told[1], view):
        return None
    return _finding(rate, told[0], told[1], view)


def _misprint(rate: Rate, near: tuple[Passage, ...], used: set[str], view: View) -> Finding | None:
    """The total that the copy ties to nothing, but that is one digit from what the rate and a count near it make:
    "All 320 pupils get lunch. At $4.50 a plate, it will cost $1,640 a day"."""
    close = [p for p in (rate.passage, *near) if p.paragraph == rate.passage.paragraph]
    behind = rate.passage.figures[rate.at + 1 :]
    totals = [f for f in behind if may_be_total(f, rate, view) and f.quantity.bound == Bound.EXACT]
    totals = [f for f in totals if f.quantity.per is None or lengths(f.quantity.per, "day", view)]
    counts = [Factor(view.page.measure(f).interval, f, p) for p in close for f in p.figures if _may_share(f, rate)]
    for total in totals:
        if total.id in used or any(_makes(rate, factor, total, view) for factor in counts if factor.by is not total):
            continue
        for factor in counts:
            made = come(rate, factor, total, view)
            near_it = factor.by is not total and may_be_slip(view.page.measure(total).interval, made, CLOSE)
            if near_it and is_misprint(total, made.near):
                return _finding(rate, total, factor, view)
    return None


def _may_share(figure: Figure, rate: Rate) -> bool:
    """May a count be that of those who have the rate, or a length of time that it is taken over?"""
    if figure is rate.figure or vague(figure) or figure.quantity.bound != Bound.EXACT:
        return False
    return figure.kind == Kind.COUNT if rate.each is not None else figure.quantity.unit == rate.per


def _far(rate: Rate, close: tuple[Passage, ...], view: View) -> Iterator[Factor]:
    """What the rest of the article counts of those who each have the rate: "a park of 14 wheels", far above."""
    for passage in view.page.passages:
        if passage not in close:
            yield from (f for f in factors_of(passage, rate, view) if f.by and named(f.by))


def _makes(rate: Rate, factor: Factor, total: Figure, view: View) -> bool:
    return meet(come(rate, factor, total, view), view.page.measure(total).interval)


def _shared_out(rate: Rate, total: Figure, factor: Factor, view: View) -> bool:
    """Does a count beside the rate make the total, whatever it is called: "three GPs ... for 8,400, 2,800 a doctor"?

    The rate and its factor, which do not, are not asked again the other way round.
    """
    others = [figure for figure in rate.passage.figures if figure is not total and not vague(figure)]
    counts = [Factor(view.page.measure(f).interval, f, rate.passage) for f in others if f.kind == Kind.COUNT]
    shared = [replace(rate, figure=f) for f in others if _of_one_unit(f, total, view)]
    asked = (rate.passage.figures[rate.at], factor.by)
    pairs = ((one, many) for one, many in pairs_of(shared, counts) if many.by is not one.figure)
    made = (come(*pair, total, view) for pair in pairs if not (pair[0].figure in asked and pair[1].by in asked))
    return rate.each is not None and any(meet(value, view.page.measure(total).interval) for value in made)


def _of_one_unit(figure: Figure, total: Figure, view: View) -> bool:
    return figure.kind == total.kind and scale(total, figure, view, rates=False) is not None


def _is_level(passage: Passage, k: int, view: View) -> bool:
    """Is figure k what something is to reach, or told of each itself: "rising to 120,000", "100,000 for each miner"?"""
    return ends(passage.before(k), phrases(view.rule, "to_come")) or opens(passage.after(k), phrases(view.rule, "each"))


def _may_be_meant(rate: Rate, factor: Factor, where: Passage, k: int, view: View) -> bool:
    """Further off, something more is multiplied: "$9.10 a month, so that three months came to $1.3 billion"."""
    far = SAID_AGAIN if where is rate.passage and is_said_again(rate, k, view) else FAR
    return may_be_slip(view.page.measure(where.figures[k]).interval, come(rate, factor, where.figures[k], view), far)


def _finding(rate: Rate, total: Figure, factor: Factor, view: View) -> Finding:
    """The total is flagged; of one rate given over two lengths of time, the later."""
    values = come(rate, factor, total, view)
    size = view.page.measure(rate.figure).interval.near * (scale(total, rate.figure, view, rates=False) or 1.0)
    narrow = factor.times.high <= WIDE * factor.times.low
    long = not narrow and (factor.by is None or factor.by.quantity.stated == 1)  # "a month": all its days
    times = factor.times.high if long else factor.times.near
    value, units = size * times, view.book.units
    if total.quantity.per and total.start < rate.figure.start:
        whole = view.page.measure(total).interval
        values, wrong, other = over(whole, factor.times), rate.passage.figures[rate.at], total
        told = f"{said(whole.near, wrong, units)} / {number(times)} = {said(whole.near / times, wrong, units)}"
    else:
        wrong, other = total, rate.passage.figures[rate.at]
        taken = f"{number(times)} {plural(rate.per)}" if rate.per and times != 1 else number(times)
        told = f"{said(size, wrong, units)} x {taken} = {said(value, wrong, units)}"
    message = f"{told}; the text says “{wrong.quote}”."
    within = (other, factor.by) if factor.by else (other,)
    counted = wrong is total and (rate.per is None or (narrow and factor.by is not None))
    wanted = exactly(value, 2) if counted else expected(values, 2)
    return Finding(wrong, view.rule.severity, message, within=within, expected=wanted)
