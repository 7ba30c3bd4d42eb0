"""Rates of so many people beside the count and the population that they are of: "90 killings, 18 per 100,000"."""

import re
from collections.abc import Iterator

from figurecheck.checking.arithmetic import over
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.passage import Passage
from figurecheck.checking.phrases import ends, holds, opens, phrases
from figurecheck.checking.slips import may_be_slip
from figurecheck.checking.values import vague
from figurecheck.checking.working import expected, number
from figurecheck.matching.intervals import Interval, meet
from figurecheck.matching.singles import PERSON
from figurecheck.model import Figure, Kind

_PER = re.compile(r"(\d+) \w+")
"""The `per` of such a rate: "100000 person"."""
LEAST = 1000
"""A population is of so many at least."""


def find_per_population(view: View) -> Iterator[Finding]:
    """One finding a rate that the one count and the one population of its sentence do not make."""
    for passage in view.page.passages:
        people = [k for k in range(len(passage.figures)) if _is_population(passage, k, view)]
        told = [k for k, figure in enumerate(passage.figures) if _of_how_many(figure)]
        if len(people) == len(told) == 1 and not holds(passage.words, phrases(view.rule, "adjusted")):
            before = [f for k, f in enumerate(passage.figures[: told[0]]) if k not in people]
            rest = [figure for figure in before if figure.kind == Kind.COUNT]
            if len(rest) == 1 and _is_restated(passage, told[0], view) and not (vague(rest[0]) or rest[0].quantity.per):
                yield from _check(passage.figures[told[0]], rest[0], passage.figures[people[0]], view)


def _of_how_many(figure: Figure) -> float | None:
    found = _PER.fullmatch(figure.quantity.per or "") if figure.kind == Kind.RATE and not vague(figure) else None
    return float(found[1]) if found and int(found[1]) >= LEAST else None


def _is_population(passage: Passage, k: int, view: View) -> bool:
    """ "the city of 500,000 people", "a population of 2 million"."""
    figure = passage.figures[k]
    size = figure.quantity.stated
    if figure.kind != Kind.COUNT or vague(figure) or size is None or size < LEAST or figure.quantity.per:
        return False
    lead = passage.before(k)
    people = view.book.lexicon.is_a(figure.subject.concept, PERSON)
    placed = lead[-1:] == ("of",) and holds(lead[-3:], phrases(view.rule, "places"))
    return ends(lead, phrases(view.rule, "population")) or (people and placed)


def _is_restated(passage: Passage, k: int, view: View) -> bool:
    """Is the rate told as what the count comes to: ", a rate of", ", or"?"""
    led = ends(passage.before(k), phrases(view.rule, "rate_of"))
    return led and not opens(passage.after(k), phrases(view.rule, "breaks"))


def _check(rate: Figure, count: Figure, people: Figure, view: View) -> Iterator[Finding]:
    per = _of_how_many(rate) or 1.0
    events, whole = view.page.measure(count).interval, view.page.measure(people).interval
    come, given = over(events, whole).scaled(per), view.page.measure(rate).interval
    if meet(come, given) or not may_be_slip(given, come):
        return
    value = Interval(round(come.low, 1), round(come.high, 1))
    told = f"{number(events.near)} / {number(whole.near)} x {number(per)} = {number(round(come.near, 1))}"
    message = f"{told}; the text says “{rate.quote}”."
    yield Finding(rate, view.rule.severity, message, within=(count, people), expected=expected(value, 1))
