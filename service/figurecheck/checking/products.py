"""Totals beside a rate or an average and what it is to be multiplied by."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from itertools import product as pairs_of

from figurecheck.checking.arithmetic import over, product, spanning
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.passage import Passage, Words, named
from figurecheck.checking.phrases import among, bare, ends, holds, opens, phrases, singles
from figurecheck.checking.rates import AMOUNTS, Factor, Rate, factors_of, lengths, rates
from figurecheck.checking.readings import beside
from figurecheck.checking.sorts import one_thing
from figurecheck.checking.values import MOST, scale, vague
from figurecheck.checking.working import exactly, expected, number, said
from figurecheck.matching.intervals import Interval, meet
from figurecheck.model import Figure, Kind

WORDS = "FC207"
"""The rule whose file lists the words of rates and the lengths of time."""
CLOSE = 2.0
"""What the sentence before gives is shared out only where it is within so many times of it."""
FAR = 100.0
"""A total further off is no slip of the pen."""
WIDE = 1.2
"""What spans more than this many times itself counts working days or all: a message multiplies by all."""


def find_products(view: View, timed: bool) -> Iterator[Finding]:
    """One finding a total that is not what a rate of the article makes of it: over time, or over all that share it."""
    words = replace(view, rule=view.book.flags[WORDS])
    used: set[str] = set()
    for passage, near in beside(view):
        if len(passage.figures) > MOST:
            continue
        for rate in rates(passage, words):
            if (rate.per is not None) == timed:
                found = _check(rate, near, used, words)
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
        if _may_be_total(figure, rate, view) and not _is_level(p, k, view)
    ]
    factors = list(chain.from_iterable(factors_of(p, rate, view) for p in close))
    told, borne_out = None, set[bool]()
    for (where, k), factor in pairs_of(totals, factors):
        total = where.figures[k]
        if factor.by is total or total.id in used:
            continue
        here = where is rate.passage is factor.passage
        if meet(_come(rate, factor, total, view), view.page.measure(total).interval):
            borne_out.add(here)
        elif (
            (told is None or (here and not told[2]))
            and _may_be_meant(rate, factor, total, view)
            and _tied(rate, where, k, factor, view)
        ):
            told = total, factor, here
    if told is None or True in borne_out or (borne_out and not told[2]):
        return None  # what one sentence ties, no other bears out
    return _finding(rate, told[0], told[1], view)


def _come(rate: Rate, factor: Factor, total: Figure, view: View) -> Interval:
    size = view.page.measure(rate.figure).interval.scaled(scale(total, rate.figure, view, rates=False) or 1.0)
    gaps = rate.each is not None and opens(rate.passage.after(rate.at), phrases(view.rule, "apart"))
    return product(size, spanning(factor.times, factor.times.plus(Interval(-1.0, 1.0))) if gaps else factor.times)


def _may_be_total(figure: Figure, rate: Rate, view: View) -> bool:
    """Is it of the rate's sort, and told of more than one?"""
    if (
        figure is rate.passage.figures[rate.at]
        or vague(figure)
        or figure.kind not in AMOUNTS
        or not _of_one_sort(figure, rate, view)
    ):
        return False
    per, times = figure.quantity.per, scale(rate.figure, figure, view, rates=False) or 1.0
    if per is None or rate.per is None:
        if view.page.measure(figure).interval.scaled(times).high < view.page.measure(rate.figure).interval.low:
            return False
        return one_thing(figure, rate.figure, view) or not named(rate.figure) or rate.each == rate.figure.subject.head
    length = lengths(per, rate.per, view) if rate.per and per != rate.per else None
    return length is not None and length.low > 1


def _is_level(passage: Passage, k: int, view: View) -> bool:
    """Is figure k what something is to reach, or told of each itself: "rising to 120,000", "100,000 for each miner"?"""
    return ends(passage.before(k), phrases(view.rule, "to_come")) or opens(passage.after(k), phrases(view.rule, "each"))


def _of_one_sort(figure: Figure, rate: Rate, view: View) -> bool:
    """Are the two in units of one sort? A bare number beside a measure leaves its unit out: "or 29 million a year"."""
    one = rate.figure
    if figure.kind == Kind.COUNT and not named(figure) and one.kind in (Kind.MEASURE, Kind.MONEY):
        return figure.quantity.per is not None and rate.per is not None
    if figure.kind == Kind.MONEY and one.kind == Kind.COUNT and one.quantity.per:  # "... or 2.4 billion a season"
        return one.subject.head in (None, one.quantity.per) and (one.quantity.stated or 0) >= 1000
    return scale(figure, rate.figure, view, rates=False) is not None


def _tied(rate: Rate, where: Passage, k: int, factor: Factor, view: View) -> bool:
    """Does the copy tie a total, a rate and what it is multiplied by?"""
    here, total = rate.passage, where.figures[k]
    if factor.by is not None and (factor.by.quantity.per or " of " in factor.by.quote):
        return False  # "four hours a day on 200 days a year": of how many years is told elsewhere
    if factor.by is None and where is here and any(f.quantity.per for f in here.figures[rate.at + 1 : k]):
        return False
    if total.quantity.per is not None and rate.per is not None:
        follows = rate.at + 1 < len(here.figures) and here.figures[rate.at + 1] is factor.by
        beside_rate = where is here and abs(k - rate.at) == 1 and (factor.by is None or follows)
        return beside_rate and _same_again(here, max(k, rate.at), view)
    if where is here is factor.passage:
        return _tied_here(rate, k, factor, view)
    return _tied_over_time(rate, where, k, factor, view) if rate.each is None else _shared(rate, where, k, factor, view)


def _tied_here(rate: Rate, k: int, factor: Factor, view: View) -> bool:
    """The same, where all three stand in one sentence."""
    here, total, lasting = rate.passage, rate.passage.figures[k], rate.per is not None and factor.by is not None
    if _apart(here, min(k, rate.at), max(k, rate.at), view):
        return False
    spell = k + 1 < len(here.figures) and here.figures[k + 1] is factor.by
    if k > rate.at and spell and lasting and opens(here.before(k + 1), phrases(view.rule, "within")):
        return not named(total) or total.kind == Kind.MEASURE or total.subject.head == rate.figure.subject.head
    if k == rate.at + 2 and lasting and _is_led(rate, view):
        return _spell_follows(rate, factor, view) and _is_close(rate, factor, total, view)
    if k > rate.at and "and" in here.between(rate.at, k) and not ends(here.before(k), phrases(view.rule, "comes_to")):
        return False
    if rate.each is not None and k == rate.at + 1 and factor.by is here.figures[rate.at - 1]:
        return _totals(here, k, view) or (named(total) and total.subject.head == rate.figure.subject.head)
    return _averages(here, rate.at, view) if rate.at > k else _totals(here, k, view)


def _tied_over_time(rate: Rate, where: Passage, k: int, factor: Factor, view: View) -> bool:
    """The same, where the total or the length of time stands in another sentence."""
    here, total = rate.passage, where.figures[k]
    if factor.by is None:
        return False
    if factor.passage is here and where.start > here.start:
        return _spell_follows(rate, factor, view) and _totals(where, k, view)
    if where is here and factor.passage.start < here.start:  # "For 30 days ... At 12 pages a day they read 360 pages"
        alike = named(total) and total.subject.head == rate.figure.subject.head
        return alike and k == rate.at + 1 and _is_led(rate, view) and _is_close(rate, factor, total, view)
    later = where is factor.passage and where.start > here.start and where.paragraph == here.paragraph
    return later and one_thing(total, rate.figure, view) and _spell_opens(where, factor, view)


def _shared(rate: Rate, where: Passage, k: int, factor: Factor, view: View) -> bool:
    """The same for what is told of each, where the total stands in the sentence before."""
    here, total = rate.passage, where.figures[k]
    if (
        where.start < here.start
        and factor.passage is here
        and holds(_around_rate(rate), phrases(view.rule, "averaged"))
    ):
        return _alone(total, rate, where)
    if where.start < here.start and factor.by is not None and rate.at and here.figures[rate.at - 1] is factor.by:
        share = here.before(rate.at - 1)[-1:] == ("the",) and rate.figure.kind == Kind.MONEY
        return share and _is_close(rate, factor, total, view) and _alone(total, rate, where)
    return where is here and rate.at > k and bool(rate.each) and _averages(here, rate.at, view)


def _is_led(rate: Rate, view: View) -> bool:
    """ "At £450 a month", "at a steady 90 kilometres an hour"."""
    return rate.per is not None and holds(rate.passage.before(rate.at)[-4:], phrases(view.rule, "at_rate"))


def _may_be_meant(rate: Rate, factor: Factor, total: Figure, view: View) -> bool:
    """Further off, something more is multiplied: "$9.10 a month, so that three months came to $1.3 billion"."""
    ratio = view.page.measure(total).interval.near / (_come(rate, factor, total, view).near or 1.0)
    return 1 / FAR <= ratio <= FAR


def _is_close(rate: Rate, factor: Factor, total: Figure, view: View) -> bool:
    """Does the product come near enough to the total for it to be the one meant?"""
    ratio = view.page.measure(total).interval.near / (_come(rate, factor, total, view).near or 1.0)
    return 1 / CLOSE <= ratio <= CLOSE


def _alone(total: Figure, rate: Rate, where: Passage) -> bool:
    """Is the total the only figure of its sort in the sentence before?"""
    alike = [figure for figure in where.figures if figure.kind == rate.figure.kind]
    return where.paragraph == rate.passage.paragraph and alike == [total]


def _around_rate(rate: Rate) -> Words:
    return (*rate.passage.before(rate.at)[-4:], *rate.passage.after(rate.at)[:4])


def _apart(passage: Passage, i: int, j: int, view: View) -> bool:
    between = passage.between(i, j)
    return len(between) > view.rule.setting("reach", 20) or holds(between, phrases(view.rule, "breaks"))


def _same_again(passage: Passage, k: int, view: View) -> bool:
    """Is figure k the one before it over another length of time: ", or about", " in rent for its hall,"?"""
    gap = passage.before(k)
    comma = max((at for at, word in enumerate(gap) if word in (",", "(", "or", "-", "which")), default=None)
    start = next((at for at, word in enumerate(gap) if word in (",", "(", "or", "-", "which")), None)
    if comma is None or start is None or holds(gap, phrases(view.rule, "breaks")):
        return False
    return start <= 6 and among(gap[start:], singles(view.rule, "restating"))


def _averages(passage: Passage, k: int, view: View) -> bool:
    """Is figure k told as what a total comes to for each: ", or", "an average of", " ("?"""
    lead = bare(passage.before(k), singles(view.rule, "fillers"))
    return ends(lead, phrases(view.rule, "average")) or (k > 0 and ends(lead, phrases(view.rule, "aside")))


def _totals(passage: Passage, k: int, view: View) -> bool:
    """Is figure k told as what comes together: "a total of", "bringing in", "in all", ","?"""
    lead = bare(passage.before(k), singles(view.rule, "fillers"))
    if (
        ends(lead, phrases(view.rule, "total_is"))
        or ends(lead, phrases(view.rule, "total_before"))
        or opens(passage.after(k), phrases(view.rule, "total_behind"))
    ):
        return True
    return ends(lead, phrases(view.rule, "aside")) and len(lead) <= 3


def _spell_follows(rate: Rate, factor: Factor, view: View) -> bool:
    """Is a length of time told right behind the rate: "300 barrels a day for nine days"?"""
    at, here = rate.at + 1, rate.passage
    lead = bare(here.before(at), singles(view.rule, "fillers")) if at < len(here.figures) else ()
    led = bool(lead) and here.figures[at] is factor.by and ends(lead, phrases(view.rule, "over"))
    return led and not holds(here.before(at), phrases(view.rule, "breaks"))


def _spell_opens(passage: Passage, factor: Factor, view: View) -> bool:
    """Does a length of time lead the sentence of the total: "In six days", "Over a 30-day month"?"""
    lead = passage.before(0)
    return passage.figures[0] is factor.by and 0 < len(lead) <= 3 and opens(lead, phrases(view.rule, "over"))


def _finding(rate: Rate, total: Figure, factor: Factor, view: View) -> Finding:
    """The total is flagged; of one rate given over two lengths of time, the later."""
    come = _come(rate, factor, total, view)
    size = view.page.measure(rate.figure).interval.near * (scale(total, rate.figure, view, rates=False) or 1.0)
    narrow = factor.times.high <= WIDE * factor.times.low
    times = factor.times.near if narrow else factor.times.high
    value = size * times
    if total.quantity.per and total.start < rate.figure.start:
        whole = view.page.measure(total).interval
        come, wrong, other = over(whole, factor.times), rate.passage.figures[rate.at], total
        working = f"{number(whole.near)} / {number(times)} = {said(whole.near / times, wrong)}"
    else:
        wrong, other = total, rate.passage.figures[rate.at]
        working = f"{number(size)} x {number(times)} = {said(value, wrong)}"
    message = f"{working}; the text says “{wrong.quote}”."
    within = (other, factor.by) if factor.by else (other,)
    counted = wrong is total and (rate.per is None or (narrow and factor.by is not None))
    wanted = exactly(value, 2) if counted else expected(come, 2)
    return Finding(wrong, view.rule.severity, message, within=within, expected=wanted)
