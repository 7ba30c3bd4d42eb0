"""Whether the copy ties a total to a rate, or an average, and to what it is multiplied by."""

from figurecheck.checking.arithmetic import product, spanning
from figurecheck.checking.finding import View
from figurecheck.checking.passage import Passage, Words, named, words
from figurecheck.checking.phrases import among, bare, ends, holds, opens, phrases, singles
from figurecheck.checking.rates import AMOUNTS, Factor, Rate, daily, factors_of, lengths
from figurecheck.checking.sorts import one_thing
from figurecheck.checking.values import BARE, is_sort, may_be_money, scale, vague
from figurecheck.matching.intervals import Interval, meet
from figurecheck.model import Figure, Kind, LinkType

CLOSE = 2.0
"""What the sentence before gives is shared out only where it is within so many times of it."""
LEAST = 2.0
"""A rate that is taken once is no product."""
HALF = 0.5
"""An average in whole numbers is good to this."""
NEAR = 3.0
"""What stands alone with a rate in a sentence is its total only where it is within so many times of it."""


def come(rate: Rate, factor: Factor, total: Figure, view: View) -> Interval:
    """What a rate comes to, in the total's unit, taken as often as the factor says."""
    size = view.page.measure(rate.figure).interval
    if rate.each is not None and _is_average(rate, view) and size.point:
        size = size.widened(HALF)
    size = size.scaled(scale(total, rate.figure, view, rates=False) or 1.0)
    gaps = rate.each is not None and opens(rate.passage.after(rate.at), phrases(view.rule, "apart"))
    return product(size, spanning(factor.times, factor.times.plus(Interval(-1.0, 1.0))) if gaps else factor.times)


def _is_average(rate: Rate, view: View) -> bool:
    """ "68 to a boat", "an average of 357": a whole number that is rounded, as that of "seven crews of six" is not."""
    behind = rate.passage.after(rate.at)
    one = behind[:1] and behind[0] in singles(view.rule, "for_one") and behind[1:2] in (("a",), ("an",))
    return bool(one) or holds(_around_rate(rate), phrases(view.rule, "averaged"))


def may_be_total(figure: Figure, rate: Rate, view: View) -> bool:
    """Is it of the rate's sort, and told of more than one?"""
    if (
        figure is rate.passage.figures[rate.at]
        or vague(figure)
        or is_sort(figure)
        or figure.kind not in AMOUNTS
        or not _of_one_sort(figure, rate, view)
        or any(link.type == LinkType.SAME_AS for link in figure.links)  # "103,000 sq km (40,000 square miles)"
    ):
        return False
    per, times = figure.quantity.per, scale(rate.figure, figure, view, rates=False) or 1.0
    size, given = view.page.measure(rate.figure).interval, view.page.measure(figure).interval.scaled(times)
    if figure.quantity.unit != rate.figure.quantity.unit and meet(given, size.widened(size.near / 50)):
        return False  # "90 litres a day, about 24 gallons"
    if per is None or rate.per is None:
        if given.high < size.low:
            return False
        return one_thing(figure, rate.figure, view) or not named(rate.figure) or rate.each == rate.figure.subject.head
    length = lengths(per, rate.per, view) if rate.per and per != rate.per else None
    return length is not None and length.low > 1


def _of_one_sort(figure: Figure, rate: Rate, view: View) -> bool:
    """Are the two in units of one sort? A bare number beside a measure leaves its unit out: "or 29 million a year"."""
    one = rate.figure
    if figure.quantity.unit in singles(view.rule, "at_sea") and one.quantity.unit != figure.quantity.unit:
        return False
    if figure.kind != one.kind and Kind.COUNT in (figure.kind, one.kind):
        lone = figure if figure.kind == Kind.COUNT else one
        other = one if lone is figure else figure
        return _names_nothing(lone, view) and other.kind in BARE and (other.kind != Kind.MONEY or may_be_money(lone))
    return scale(figure, rate.figure, view, rates=False) is not None


def _names_nothing(lone: Figure, view: View) -> bool:
    """Does a number leave out what it counts: "20 a year", "1.2 million apiece"?"""
    head = lone.subject.head
    return head in (None, lone.quantity.per) or all(view.book.words.noun(word) != head for word in words(lone.quote))


def tied(rate: Rate, where: Passage, k: int, factor: Factor, view: View) -> bool:
    """Does the copy tie a total, a rate and what it is multiplied by?"""
    here, total = rate.passage, where.figures[k]
    often = factor.by.quantity.per if factor.by is not None else None
    each_day = often and often == (total.quantity.per or daily(where, k, view))  # "20 hours a day ... leave it daily"
    if factor.by is not None and not each_day and (factor.by.quantity.per or " of " in factor.by.quote):
        return False  # "four hours a day on 200 days a year": of how many years is told elsewhere
    if factor.by is None and where is here and any(f.quantity.per for f in here.figures[rate.at + 1 : k]):
        return False
    if total.quantity.per is not None and rate.per is not None:
        follows = rate.at + 1 < len(here.figures) and here.figures[rate.at + 1] is factor.by
        beside_rate = where is here and abs(k - rate.at) == 1 and (factor.by is None or follows)
        return beside_rate and _same_again(here, max(k, rate.at), view)
    if where is here is factor.passage and _tied_here(rate, k, factor, view):
        return True
    if where is here and _stands_alone(rate, k, factor, view):
        return True
    return _tied_over_time(rate, where, k, factor, view) if rate.each is None else _shared(rate, where, k, factor, view)


def is_said_again(rate: Rate, k: int, view: View) -> bool:
    """Is figure k the rate right before it over another length of time, as "or" says: "200 a day, or 4,100 a week"?

    Hours are not: who works by the hour works some of them.
    """
    told = rate.per is not None and rate.passage.figures[k].quantity.per is not None and k == rate.at + 1
    lead = bare(rate.passage.before(k), singles(view.rule, "fillers"))
    return told and rate.per not in singles(view.rule, "in_part") and lead[-2:] in ((",", "or"), ("or",))


def _stands_alone(rate: Rate, k: int, factor: Factor, view: View) -> bool:
    """Can no other figure of the sentence be the total or the factor, and is the total near what the two make?"""
    here, total = rate.passage, rate.passage.figures[k]
    mine = (total, here.figures[rate.at], factor.by)
    others = [figure for figure in here.figures if figure not in mine]
    if any(may_be_total(figure, rate, view) for figure in others) or not _is_near(rate, factor, total, view, NEAR):
        return False
    if factor.by is None or factor.times.high < LEAST or _apart(here, min(k, rate.at), max(k, rate.at), view):
        return False
    gap = here.between(*sorted((k, rate.at)))
    inside = factor.passage is here and k < here.figures.index(factor.by) < rate.at
    if "and" in gap and not (inside and rate.per is None):  # "weighed 180 kilos and was cut into 600 pieces of ..."
        return False
    if factor.by.kind != Kind.DURATION and rate.each is None:
        return False
    if factor.passage is not here and not (rate.each and abs(k - rate.at) == 1 and "," in gap):
        return False
    scope = [here] if factor.passage is here else view.page.passages
    return not any(other.by not in mine for passage in scope for other in factors_of(passage, rate, view))


def _tied_here(rate: Rate, k: int, factor: Factor, view: View) -> bool:
    """The same, where all three stand in one sentence."""
    here, total, lasting = rate.passage, rate.passage.figures[k], rate.per is not None and factor.by is not None
    if _apart(here, min(k, rate.at), max(k, rate.at), view):
        return False
    spell = k + 1 < len(here.figures) and here.figures[k + 1] is factor.by
    if k > rate.at and spell and lasting and _within(here.before(k + 1), view):
        return not named(total) or total.kind == Kind.MEASURE or total.subject.head == rate.figure.subject.head
    if k == rate.at + 2 and lasting and _is_led(rate, view):
        return _spell_follows(rate, factor, view) and _is_close(rate, factor, total, view)
    led = ends(here.before(k), phrases(view.rule, "comes_to")) or holds(here.before(k), phrases(view.rule, "so"))
    if lasting and k == rate.at + 2 and _spell_leads(here, k, factor, view):
        return not named(total) or total.subject.head == rate.figure.subject.head
    if k > rate.at and "and" in here.between(rate.at, k) and not led:
        return False
    if rate.each is not None and k == rate.at + 1 and factor.by is here.figures[rate.at - 1]:
        return _totals(here, k, view) or (named(total) and total.subject.head == rate.figure.subject.head)
    return _averages(here, rate.at, view) if rate.at > k else _totals(here, k, view)


def _spell_leads(passage: Passage, k: int, factor: Factor, view: View) -> bool:
    """Does a length of time stand right before figure k: "and over a month 65,000"?"""
    led = passage.figures[k - 1] is factor.by and passage.before(k) in ((), (",",))
    return led and ends(passage.before(k - 1), phrases(view.rule, "over"))


def _within(gap: Words, view: View) -> bool:
    """Do the words lead from a total to the time it took: "in a full day of", "out of it in the"?"""
    lead = bare(gap, singles(view.rule, "fillers"))
    return opens(gap, phrases(view.rule, "within")) or ends(lead, phrases(view.rule, "within"))


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
    if where is here and k == rate.at + 1 and factor.by is not None and factor.passage.start < here.start:
        shared = (Kind.COUNT, Kind.MEASURE)
        counts = [figure for figure in factor.passage.figures if figure.kind in shared and not vague(figure)]
        led = rate.at == 0 and ends(bare(here.before(0), singles(view.rule, "fillers")), phrases(view.rule, "at_rate"))
        alone = counts == [factor.by] and factor.passage.paragraph == here.paragraph
        return led and alone and _is_close(rate, factor, total, view)  # "It sold 450 tickets. At $12 each, they raised"
    return where is here and rate.at > k and bool(rate.each) and _averages(here, rate.at, view)


def _is_led(rate: Rate, view: View) -> bool:
    """ "At £450 a month", "at a steady 90 kilometres an hour"."""
    return rate.per is not None and holds(rate.passage.before(rate.at)[-4:], phrases(view.rule, "at_rate"))


def _is_close(rate: Rate, factor: Factor, total: Figure, view: View) -> bool:
    """Does the product come near enough to the total for it to be the one meant?"""
    return _is_near(rate, factor, total, view, CLOSE)


def _is_near(rate: Rate, factor: Factor, total: Figure, view: View, most: float) -> bool:
    ratio = view.page.measure(total).interval.near / (come(rate, factor, total, view).near or 1.0)
    return 1 / most <= ratio <= most


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
    """Does a length of time lead the sentence of the total: "In six days", "Over a 30-day month", "In a shift of eight
    hours"?"""
    lead = passage.before(0)
    near = 0 < len(lead) <= (5 if lead[-1:] == ("of",) else 3)
    return passage.figures[0] is factor.by and near and opens(lead, phrases(view.rule, "over"))
