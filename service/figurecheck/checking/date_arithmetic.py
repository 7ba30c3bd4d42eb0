"""FC210 date-arithmetic-wrong: spans, ages and anniversaries that the dates beside them refute."""

from bisect import bisect_left
from collections.abc import Iterator
from functools import partial
from itertools import combinations
from math import ceil, floor

from figurecheck.checking.clocks import find_clock_spans
from figurecheck.checking.date_claims import AGE, NTH, ROUND, SPELL, UNITS, Claim, claims
from figurecheck.checking.date_spans import Span, span_of
from figurecheck.checking.date_words import shown
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.life_spans import births_in, is_obituary
from figurecheck.checking.past_ages import age_span, past_age
from figurecheck.checking.readings import Reading, refuted
from figurecheck.checking.working import expected, number
from figurecheck.checking.years import Moment, birthdays, moment_of, moments
from figurecheck.matching.intervals import Interval
from figurecheck.model import Bound, Where


def find(view: View) -> Iterator[Finding]:
    """One finding a length of time, an age or an anniversary that the dates or times beside it do not bear out."""
    published = view.page.article.published
    now = moment_of(published.date()) if published else None
    yield from refuted(_readings(view, now))
    yield from find_clock_spans(view)


def _readings(view: View, now: Moment | None) -> Iterator[Reading]:
    parts: tuple[tuple[Where, str], ...] = (("title", view.page.article.title or ""), ("body", view.page.text))
    births = [birth for line in view.page.text.split("\n") for birth in births_in(line, now, view)]
    for where, text in parts:
        start = 0
        figures = sorted((f for f in view.page.figures if f.where == where), key=lambda figure: figure.start)
        starts = [figure.start for figure in figures]
        for line in text.split("\n"):
            mine = figures[bisect_left(starts, start) : bisect_left(starts, start + len(line))]
            named_ = moments(line, view.book.calendar, now)
            if named_ or mine:
                told = list(claims(where, line, start, mine, named_, view))
                for claim in told:
                    yield from _ways(claim, line, named_, now, view)
                    yield from _dead(claim, line, births, now, view)
                    yield from _past(claim, told, now, view)
                    yield from _aged(claim, told, view)
            start += len(line) + 1


def _ways(claim: Claim, line: str, found: list[Moment], now: Moment | None, view: View) -> Iterator[Reading]:
    """The sure reading of a claim, and all pairs of dates near it that may bear it out."""
    span = span_of(claim, line, now, view)
    if span is None or span[1].latest <= span[0].earliest:
        return
    yield _reading(claim, span, view, sure=True)
    told_here = all(any(end.start == moment.start for moment in claim.here) for end in span)
    every = [*found, *([now] if now and not told_here else [])]  # "jailed in 2011, freed in 2024": not up to now
    for one, other in combinations(sorted(every, key=lambda moment: moment.earliest), 2):
        if claim.sort == SPELL and one.start >= 0:
            yield _reading(claim, (one, other), view, sure=False)


def _dead(claim: Claim, line: str, births: list[Moment], now: Moment | None, view: View) -> Iterator[Reading]:
    """The reading of an obituary's age by the one birth that another paragraph tells."""
    if now is None or len(births) != 1 or claim.sort != AGE or not is_obituary(claim, line, view):
        return
    if births[0] not in (*claim.before, *claim.here, *claim.after):
        yield _reading(claim, (births[0], now), view, sure=True)


def _aged(claim: Claim, told: list[Claim], view: View) -> Iterator[Reading]:
    """The reading of a number of years by two ages of one person."""
    found = age_span(claim, told, view)
    stated = claim.figure.quantity.stated
    if found and stated is not None:
        (present, past), allowed = found
        now, then = present.figure.quantity.stated, past.figure.quantity.stated
        message = f"From age {then} to {now} is {_told(allowed, 'year')}; the text says “{claim.figure.quote}”."
        ages = (present.figure, past.figure)
        finding = Finding(claim.figure, view.rule.severity, message, within=ages, expected=expected(allowed))
        yield Reading(claim.figure.id, allowed.low <= float(stated) <= allowed.high, lambda: finding)


def _past(claim: Claim, told: list[Claim], now: Moment | None, view: View) -> Iterator[Reading]:
    """The reading of an age at a named date by the same person's age now."""
    found = past_age(claim, told, now, view)
    stated = claim.figure.quantity.stated
    if found and stated is not None:
        (present, allowed), dates = found, claim.here or claim.before
        aged = _told(allowed, "year").removesuffix(" years")
        day = f"{'on' if dates[0].day else 'in'} {shown(dates[0], view)}"
        then = f"Who is {present.figure.quantity.stated} now was {aged} {day}"
        finding = Finding(
            claim.figure,
            view.rule.severity,
            f"{then}; the text says “{claim.figure.quote}”.",
            within=(present.figure,),
            expected=expected(allowed),
        )
        yield Reading(claim.figure.id, allowed.low <= float(stated) <= allowed.high, lambda: finding)


def _reading(claim: Claim, span: Span, view: View, *, sure: bool) -> Reading:
    allowed = _allowed(claim, span)
    stated = float(claim.figure.quantity.stated or 0)
    slack = view.rule.setting("about", 0.1) * stated if claim.figure.quantity.bound == Bound.ABOUT else 0.0
    right = allowed.low - slack <= stated <= allowed.high + slack
    return Reading(claim.figure.id, right, partial(_finding, claim, span, allowed, view) if sure else None)


def _finding(claim: Claim, span: Span, allowed: Interval, view: View) -> Finding:
    told = _told(allowed, claim.unit)
    told = {AGE: f"an age of {told}", NTH: f"{claim.unit} {number(allowed.low)}"}.get(claim.sort, told)
    start, end = (shown(moment, view) for moment in span)
    message = f"From {start} to {end} is {told}; the text says “{claim.figure.quote}”."
    return Finding(claim.figure, view.rule.severity, message, expected=expected(allowed))


def _allowed(claim: Claim, span: Span) -> Interval:
    """The numbers that copy may give for a time between two moments."""
    start, end = span
    shortest, longest = max(end.earliest - start.latest, 0), end.latest - start.earliest
    years = end.year - start.year
    if claim.sort == ROUND:
        turn = (end.start < 0 and end.month == 1, end.start < 0 and end.month == 12)  # of the year before, or after
        return Interval(years - turn[0], years + turn[1])
    size = UNITS[claim.unit]
    if claim.sort == NTH:
        whole = floor(longest / size) + (claim.unit != "year")
        return Interval(floor(shortest / size) + 1, max(whole, years if claim.unit == "year" else 0) + 1)
    low, high = shortest / size, longest / size
    if claim.sort == AGE:
        return Interval(birthdays(start.latest, end.earliest), birthdays(start.earliest, end.latest))
    if claim.unit == "year":
        least = floor(low + 0.02)
        return Interval(least, floor(high + 0.01) if high - low > 0.2 else max(least, ceil(high - 0.5)))
    slack = 1 if claim.unit == "day" else 0.6
    return Interval(max(ceil(low - slack), 0), floor(high + slack))


def _told(values: Interval, unit: str) -> str:
    if values.low >= values.high:
        return f"{number(values.low)} {unit}{'s' if values.low != 1 else ''}"
    joined = "or" if values.high - values.low == 1 else "to"
    return f"{number(values.low)} {joined} {number(values.high)} {unit}s"
