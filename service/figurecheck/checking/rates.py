"""Rates: what is told of one length of time, or of each of what is counted, and how often it may be taken."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from figurecheck.checking.arithmetic import over, product
from figurecheck.checking.finding import View
from figurecheck.checking.passage import Passage, Words, named, words
from figurecheck.checking.phrases import bare, ends, holds, opens, phrases, singles
from figurecheck.checking.values import is_sort, vague
from figurecheck.matching.intervals import Interval
from figurecheck.model import Figure, Kind, LinkType
from figurecheck.rulebook import tags

AMOUNTS = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.RATE))
ONE = Interval(1.0, 1.0)
LEAST = 0.2
"""A rate is taken over no smaller part of its length of time."""


@dataclass(frozen=True, slots=True)
class Factor:
    """How many times a rate is taken: as a figure tells, or a word ("the quarter"), with where it stands."""

    times: Interval
    by: Figure | None
    passage: Passage


@dataclass(frozen=True, slots=True)
class Rate:
    """A figure told of one of something: of a length of time (`per`), or of each of what is counted (`each`)."""

    figure: Figure
    passage: Passage
    at: int
    per: str | None = None
    each: str | None = None


def lengths(unit: str, per: str, view: View) -> Interval | None:
    """How many of the second go into the first: of days into a month 28 to 31; None where one is no length of time."""
    if unit == per:
        return ONE
    for table in ("months", "worked" if "day" in (unit, per) else "days", "days"):
        ends_ = [view.rule.settings.get(table, {}).get(name) for name in (unit, per)]
        if all(ends_):
            one, other = (Interval(*(pair if isinstance(pair, list) else (pair, pair))) for pair in ends_)
            return over(one, other)
    return None


def rates(passage: Passage, view: View) -> Iterator[Rate]:
    for at, figure in enumerate(passage.figures):
        left_behind = any(link.type == LinkType.CHANGE_TO for link in figure.links)  # "from 16 hectares a week to 24"
        if figure.kind not in AMOUNTS or vague(figure) or is_sort(figure) or left_behind:
            continue
        figure = _spelled_out(figure, view)
        per = figure.quantity.per or daily(passage, at, view)
        if per and _is_time(per, view):
            yield Rate(figure, passage, at, per=per)
            if _to_each(passage.after(at), view):  # "$410 a week to each of its 52,000 unemployed"
                yield Rate(figure, passage, at, each="")
            continue
        each = _each(passage, at, per, view)
        if each is not None:
            yield Rate(figure, passage, at, each=each)


def _spelled_out(figure: Figure, view: View) -> Figure:
    """What a unit of something in a length of time measures in it: 80 "kilometre per hour" is 80 kilometres, per hour;
    200 "barrel per day" 200 barrels, per day."""
    told = figure.quantity.unit or ""
    unit, _, per = str(view.rule.settings.get("speeds", {}).get(told, told)).partition(" per ")
    known = view.book.units.unit(unit)
    if not per or figure.quantity.per or known is None or not _is_time(per, view):
        return figure
    quantity = figure.quantity.model_copy(update={"unit": unit, "per": per, "dimension": known.dimension})
    return figure.model_copy(update={"id": f"{figure.id} {unit}", "quantity": quantity})


def _is_time(word: str, view: View) -> bool:
    return word in view.rule.settings.get("months", {}) or word in view.rule.settings.get("days", {})


def daily(passage: Passage, at: int, view: View) -> str | None:
    """ "each day 40 lorries", "40 lorries every day", "70 tonnes arrive daily": the length of time."""
    lead, behind = passage.before(at), passage.after(at)
    spells = view.rule.settings.get("spells", {})
    if adverb := next((word for word in behind[:4] if word in spells and word.endswith("ly")), None):
        return str(spells[adverb])
    if holds(lead[-4:], phrases(view.rule, "averaged")) and (named_ := [w for w in lead[-4:] if w in spells]):
        return str(spells[named_[0]])
    if behind[:1] and behind[0] in view.book.measures.per_openers and _is_time("".join(behind[1:2]), view):
        return behind[1]  # "£40,000 a week from a hospice"
    clause = behind[: behind.index(",")] if "," in behind else behind
    for one, other in (*pairwise(lead[-2:]), *pairwise(clause)):
        if one in ("each", "every") and _is_time(other, view):
            return other
    return None


def _each(passage: Passage, at: int, per: str | None, view: View) -> str | None:
    """Of what one is told: "£7,000 a home" home; "357 each" any; None where it is not told of one."""
    anyone = singles(view.rule, "anyone")
    if per:
        return "" if per in anyone or " " in per else per
    lead, behind = passage.before(at), passage.after(at)
    if behind == ("for", "every"):
        return None  # "136 for every 100"
    if at and _of_one(passage, at, view):
        return ""
    told = behind[: behind.index(",")] if "," in behind else behind
    noun = _for_every(told, view)
    if noun:
        return "" if noun in anyone else noun
    if (
        opens(behind, phrases(view.rule, "each"))
        or "each" in told[:4]
        or ends(lead, phrases(view.rule, "each_before"))
        or "each" in lead[-3:]
    ):
        return ""
    near = lead[-4:]
    near = near[near.index(",") + 1 :] if "," in near else near
    return "" if holds(near, phrases(view.rule, "averaged")) else None


def _for_every(behind: Words, view: View) -> str | None:
    """ "for every worker", "to a building", "a script": of what each has the amount before."""
    every = behind[:1] and behind[0] in singles(view.rule, "for_every") and behind[1:2] in (("each",), ("every",))
    one = behind[:1] and behind[0] in singles(view.rule, "for_one")
    rest = behind[1:] if every or one else behind
    if len(rest) < 2 or not (every or rest[0] in view.book.measures.per_openers):
        return None
    noun = view.book.words.noun(rest[1])
    return noun or (rest[1] if rest[1][0].isalpha() and not view.book.words.tags(rest[1]) & _NO_NOUN else None)


_NO_NOUN = tags.PREP | tags.CONJ | tags.PRON | tags.AUX


def _to_each(behind: Words, view: View) -> bool:
    return bool(behind) and behind[0] in singles(view.rule, "for_every") and behind[1:3] == ("each", "of")


def _of_one(passage: Passage, at: int, view: View) -> bool:
    """ "seven crews of six", "each of the 25 libraries will get 400 books"."""
    many = passage.figures[at - 1]
    if many.kind != Kind.COUNT or (many.quantity.stated or 0) < 2 or {"and", "but", ";"} & set(passage.before(at)):
        return False
    lead = bare(passage.before(at - 1), singles(view.rule, "fillers"))
    return passage.before(at) == ("of",) or lead[-1:] == ("each",)


def factors_of(passage: Passage, rate: Rate, view: View) -> Iterator[Factor]:
    """How often the rate may be taken, by what stands in a passage."""
    for figure in passage.figures:
        if figure is rate.passage.figures[rate.at] or vague(figure):
            continue
        if rate.per and figure.kind == Kind.DURATION:
            length = lengths(figure.quantity.unit or "", rate.per, view)
            often = ONE if words(figure.quote)[0] in singles(view.rule, "one") else view.page.measure(figure).interval
            times = product(often, length) if length else None
            if times and times.high >= LEAST:
                yield Factor(times, figure, passage)
        elif rate.per and figure.kind == Kind.COUNT and not figure.quantity.per and _is_over(passage, figure, view):
            yield Factor(view.page.measure(figure).interval, figure, passage)
        elif rate.per and figure.quantity.per and figure.quantity.per != rate.per:
            length = lengths(figure.quantity.per, rate.per, view)
            if length and length.low > 1:
                yield Factor(length, None, passage)
        elif rate.each is not None and _share_it(figure, rate, view):
            yield Factor(view.page.measure(figure).interval, figure, passage)
    if rate.each == "" and passage is rate.passage:
        for word in passage.words:
            many = view.rule.settings.get("groups", {}).get(word)
            if many:
                yield Factor(Interval(many, many), None, passage)
    if rate.per:
        for length in _periods(passage, rate.per, view):
            yield Factor(length, None, passage)


def _is_over(passage: Passage, figure: Figure, view: View) -> bool:
    """ "1,960 euros a month, 27,440 a year over 14 payments"."""
    return named(figure) and ends(passage.before(passage.figures.index(figure)), phrases(view.rule, "over"))


def _share_it(figure: Figure, rate: Rate, view: View) -> bool:
    """May a count be that of those of whom each has the rate?"""
    head, mine, here = figure.subject.head, rate.figure, rate.passage.figures
    if figure.kind == Kind.MEASURE:
        return rate.each is not None and figure.quantity.unit == rate.each  # "22 litres ... at 60 cents a litre"
    if figure.kind != Kind.COUNT or (figure.quantity.per and not _is_time(figure.quantity.per, view)):
        return False
    if " of " in figure.quote:  # "five of the line's 14 engines ... $3 million each"
        return rate.each == ""
    alike = view.book.matching.one_word(rate.each, head) or (
        bool(rate.each) and figure in here and not named(figure) and head is None
    )
    return alike or (rate.each == "" and (head != mine.subject.head or not named(mine)))


def _periods(passage: Passage, per: str, view: View) -> Iterator[Interval]:
    """ "for the quarter", "in the year to June", "round the clock": how many of `per` they hold."""
    text, the = passage.words, singles(view.rule, "the")
    for k, word in enumerate(text):
        led = text[k - 1 : k] and (
            text[k - 1] in the or (text[k - 1] in view.book.calendar.months and text[k - 2] in the)
        )
        if led and _is_time(word, view) and word != per:  # "the quarter", "the September quarter"
            length = lengths(word, per, view)
            if length and length.low > 1:
                yield length
