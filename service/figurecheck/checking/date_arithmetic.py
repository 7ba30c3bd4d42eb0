"""FC210 date-arithmetic-wrong: spans, ages and anniversaries that the dates beside them refute."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import combinations
from math import ceil, floor

from figurecheck.checking.finding import Finding, View
from figurecheck.checking.passage import Words, words
from figurecheck.checking.phrases import bare, ends, holds, opens, phrases, singles
from figurecheck.checking.readings import Reading, refuted
from figurecheck.checking.sums import named
from figurecheck.checking.working import expected, number
from figurecheck.checking.years import MONTH_DAYS, UNTOLD, YEAR_DAYS, Moment, moment_of, moments
from figurecheck.matching.intervals import Interval
from figurecheck.model import Bound, Figure, Kind, Quantity, Where, figure_id

SPELL, AGE, NTH, ROUND = "spell", "age", "nth year", "anniversary"
UNITS = {"day": 1.0, "week": 7.0, "month": MONTH_DAYS, "year": YEAR_DAYS, "decade": 10 * YEAR_DAYS}
Span = tuple[Moment, Moment]


@dataclass(frozen=True, slots=True)
class Claim:
    """What a figure, or an ordinal, says of two dates: `sort` names how; `lead` and `behind` are the words around it.

    `here` are the moments of its sentence, `before` those of its paragraph before it, `after` behind it.
    """

    figure: Figure
    sort: str
    unit: str
    first: int
    lead: Words
    behind: Words
    here: tuple[Moment, ...]
    before: tuple[Moment, ...]
    after: tuple[Moment, ...]

    @property
    def ahead(self) -> tuple[Moment, ...]:
        """The moments of the sentence before the claim."""
        return tuple(moment for moment in self.here if moment.end <= self.first)

    @property
    def following(self) -> tuple[Moment, ...]:
        """The moments of the sentence behind the claim."""
        return tuple(moment for moment in self.here if moment.start >= self.first)


def find(view: View) -> Iterator[Finding]:
    """One finding a number of years, months or days that the dates it counts between do not bear out."""
    published = view.page.article.published
    now = moment_of(published.date()) if published else None
    yield from refuted(_readings(view, now))


def _readings(view: View, now: Moment | None) -> Iterator[Reading]:
    parts: tuple[tuple[Where, str], ...] = (("title", view.page.article.title or ""), ("body", view.page.text))
    for where, text in parts:
        start = 0
        for line in text.split("\n"):
            named_ = moments(line, view.book.calendar, now)
            if named_:
                for claim in _claims(where, line, start, named_, view):
                    yield from _ways(claim, line, named_, now, view)
            start += len(line) + 1


def _claims(where: Where, line: str, start: int, found: list[Moment], view: View) -> Iterator[Claim]:
    """What the paragraph says of its dates: its spans and ages, and its ordinals of years."""
    for figure in view.page.figures:
        if figure.where == where and start <= figure.start < start + len(line):
            sort = _sort(figure, line[: figure.start - start], line[figure.end - start :], view)
            if sort:
                yield _claim(figure, sort, line, start, found)
    for match in _shape(view).finditer(line):
        count = _count(match, view)
        if count:
            group = "ordinal" if match["ordinal"] else "jubilee"
            first, last = match.start(group) + start, match.end(group) + start
            stop = min((i for mark in ".;" if (i := line.find(mark, match.end())) >= 0), default=len(line))
            opening = max(line.rfind(mark, 0, match.start()) for mark in ".;") + 1
            figure = _ordinal(view, where, (first, last), (opening + start, stop + start), match[group], count)
            yield _claim(figure, NTH if match["nth"] else ROUND, line, start, found)


def _claim(figure: Figure, sort: str, line: str, start: int, found: list[Moment]) -> Claim:
    first, last = figure.start - start, figure.end - start
    opening, stop = figure.sentence[0] - start, figure.sentence[1] - start
    return Claim(
        figure,
        sort,
        figure.quantity.unit or "year",
        first,
        words(line[max(opening, 0) : first]),
        words(line[last : max(stop, last)]),
        tuple(moment for moment in found if opening <= moment.start < stop),
        tuple(moment for moment in found if moment.start < opening),
        tuple(moment for moment in found if moment.start >= stop),
    )


def _sort(figure: Figure, lead: str, behind: str, view: View) -> str | None:
    """What a figure claims of dates; None where it claims nothing."""
    quantity = figure.quantity
    if quantity.stated is None or quantity.bound not in (Bound.EXACT, Bound.ABOUT):
        return None
    if figure.kind == Kind.DURATION and quantity.unit in UNITS:
        return SPELL
    if figure.kind == Kind.AGE and quantity.unit in (None, "year"):
        return AGE
    if figure.kind != Kind.COUNT or named(figure) or not 5 <= quantity.stated <= 115:
        return None
    told = ends(words(lead), phrases(view.rule, "age_before"))
    return AGE if told and opens(words(behind) or (".",), phrases(view.rule, "age_behind")) else None


def _ways(claim: Claim, line: str, found: list[Moment], now: Moment | None, view: View) -> Iterator[Reading]:
    """The sure reading of a claim, and all pairs of dates near it that may bear it out."""
    span = _SURE[claim.sort](claim, line, now, view)
    if span is None or span[1].latest <= span[0].earliest:
        return
    yield _reading(claim, span, view, sure=True)
    every = [*found, *([now] if now else [])]
    for one, other in combinations(sorted(every, key=lambda moment: moment.earliest), 2):
        if claim.sort == SPELL and one.start >= 0:
            yield _reading(claim, (one, other), view, sure=False)


def _reading(claim: Claim, span: Span, view: View, *, sure: bool) -> Reading:
    allowed = _allowed(claim, span)
    stated = float(claim.figure.quantity.stated or 0)
    slack = view.rule.setting("about", 0.1) * stated if claim.figure.quantity.bound == Bound.ABOUT else 0.0
    right = allowed.low - slack <= stated <= allowed.high + slack
    return Reading(claim.figure.id, right, partial(_finding, claim, span, allowed, view) if sure else None)


def _finding(claim: Claim, span: Span, allowed: Interval, view: View) -> Finding:
    quote, (start, end) = claim.figure.quote, span
    told = _told(allowed, claim.unit)
    if claim.sort == AGE:
        message = f"From {_shown(start)} on, {_shown(end)} is an age of {told}; the text says “{quote}”."
    elif claim.sort == NTH:
        message = f"{_shown(start)} to {_shown(end)} is year {number(allowed.low)}; the text says “{quote}”."
    else:
        message = f"{_shown(start)} to {_shown(end)} is {told}; the text says “{quote}”."
    return Finding(claim.figure, view.rule.severity, message, expected=expected(allowed))


def _allowed(claim: Claim, span: Span) -> Interval:
    """The numbers that copy may give for a time between two moments."""
    start, end = span
    shortest, longest = max(end.earliest - start.latest, 0), end.latest - start.earliest
    years = end.year - start.year
    if claim.sort == ROUND:
        return Interval(years, years)
    if claim.sort == NTH:
        return Interval(floor(shortest / YEAR_DAYS) + 1, max(floor(longest / YEAR_DAYS), years) + 1)
    size = UNITS[claim.unit]
    low, high = shortest / size, longest / size
    if claim.sort == AGE:
        return Interval(floor(low + 0.003), floor(high + 0.003))
    if claim.unit == "year":
        return Interval(
            floor(low + 0.02), floor(high + 0.003) if high - low > 0.2 else max(floor(low + 0.02), ceil(high - 0.5))
        )
    slack = 1 if claim.unit == "day" else 0.6
    return Interval(max(ceil(low - slack), 0), floor(high + slack))


def _spell(claim: Claim, line: str, now: Moment | None, view: View) -> Span | None:
    """Between which two moments a length of time lies, by the words beside it."""
    ahead, following, behind = claim.ahead, claim.following, claim.behind
    if opens(behind, phrases(view.rule, "ago")):
        near = [m for m in claim.here if _close(m, claim, line, view)]
        return (near[0], now) if len(claim.here) == len(near) == 1 and now else None
    if opens(behind, phrases(view.rule, "since")):
        return _since(claim, line, now, view)
    if opens(behind, phrases(view.rule, "first_of_these")) and len(following) >= 2:
        return following[0], following[1]
    earlier = (*claim.before, *ahead)
    if opens(behind, phrases(view.rule, "later")):
        one_each = len(ahead) == 1 and len(claim.before) >= 1
        return (earlier[-2], earlier[-1]) if (one_each and len(claim.before) == 1) or len(ahead) == 2 else None
    if following and ahead and _up_to_now(claim, view):
        return ahead[0], following[0]
    if len(following) == len(ahead) == 1 and following[0].latest < ahead[0].earliest and claim.lead[-1:] == ("after",):
        return following[0], ahead[0]
    lead = bare(claim.lead, singles(view.rule, "fillers"))
    if len(following) == len(ahead) == 1 and opens(behind, phrases(view.rule, "until")):
        return (ahead[0], following[0]) if ends(lead, phrases(view.rule, "spanning")) else None
    if len(claim.here) != 2:
        return (ahead[0], now) if len(ahead) == 1 == len(claim.here) and now and _up_to_now(claim, view) else None
    spanning = ends(lead, phrases(view.rule, "spanning")) and not _follows(line, claim.here[0], "born", view)
    if len(ahead) == 2 and (spanning or _from_to(claim, line, view)):
        return ahead[0], ahead[1]
    if opens(behind, phrases(view.rule, "of_it")) or holds(lead[-6:], phrases(view.rule, "last_was")):
        return claim.here[0], claim.here[1]
    return None


def _since(claim: Claim, line: str, now: Moment | None, view: View) -> Span | None:
    """ "25 years since the fire of June 14, 2001", "26 years after she disappeared" in 1987, as told before."""
    after, ahead = claim.following, claim.ahead
    if not after and len(ahead) == 1 and len(claim.before) == 1 and opens(claim.behind, phrases(view.rule, "after")):
        return claim.before[0], ahead[0]
    if len(after) == 2 and not ahead and opens(claim.behind, phrases(view.rule, "since_now")):
        return after[0], after[1]
    if len(after) != 1 or len(ahead) > 1:
        return None
    gap = words(line[claim.first + len(claim.figure.quote) : after[0].start])
    if len(gap) > view.rule.setting("reach", 12) or holds(gap, phrases(view.rule, "breaks")):
        return None
    end = ahead[0] if ahead else now if opens(claim.behind, phrases(view.rule, "since_now")) else None
    return (after[0], end) if end else None


def _close(moment: Moment, claim: Claim, line: str, view: View) -> bool:
    """Does a moment stand right beside the words: "20 years ago, in 2005", "in 2005, 20 years ago"?"""
    last = claim.first + len(claim.figure.quote)
    gap = line[last : moment.start] if moment.start >= last else line[moment.end : claim.first]
    return all(word in singles(view.rule, "beside") for word in words(gap))


def _up_to_now(claim: Claim, view: View) -> bool:
    """ "joined in 1979 and has worked there for 45 years"."""
    return holds(claim.lead[-8:], phrases(view.rule, "perfect")) and ends(
        bare(claim.lead, singles(view.rule, "fillers")), phrases(view.rule, "for")
    )


def _from_to(claim: Claim, line: str, view: View) -> bool:
    """Is it in apposition to two moments that belong together: "from 2010 to 2015, five years"?"""
    one, other = claim.ahead
    lead, between = claim.lead, words(line[one.end : other.start])
    gap = words(line[other.end : claim.first])
    return lead[-1:] in ((",",), ("-",), ("(",)) and len(gap) <= 2 and holds(between, phrases(view.rule, "joined"))


def _age(claim: Claim, line: str, now: Moment | None, view: View) -> Span | None:
    """From birth to the one other moment that the copy names beside it, or to now."""
    taken_up = any(word in singles(view.rule, "pronouns") for word in claim.lead[-5:])
    scope = [*(claim.before if taken_up else ()), *claim.here]
    told = (*claim.lead, *claim.behind)
    thing = holds(words(claim.figure.quote), phrases(view.rule, "old"))
    born = [m for m in scope if _follows(line, m, "born", view) or (thing and _follows(line, m, "founded", view))]
    if len(born) != 1:
        return None
    here = [m for m in claim.here if m.earliest > born[0].latest]
    later = here or [m for m in scope if m.earliest > born[0].latest]
    if born[0] in claim.here and not here and now and holds(told, phrases(view.rule, "present")):
        return born[0], now
    return (born[0], later[0]) if len(later) == 1 else None


def _follows(line: str, moment: Moment, name: str, view: View) -> bool:
    """Do words like "born in" stand right before a moment?"""
    before = words(line[max(moment.start - 40, 0) : moment.start])
    lead = bare(before, singles(view.rule, "date_fillers"))
    placed = before[-1:] == ("on",) and "," not in before[-4:] and holds(before[-4:], phrases(view.rule, "born"))
    return ends(lead, phrases(view.rule, name)) or (name == "born" and placed)


def _round(claim: Claim, line: str, now: Moment | None, view: View) -> Span | None:
    """The event and the year that marks it: two dates of the paragraph, or one and now."""
    scope = (*claim.before, *claim.here, *(m for m in claim.after if _follows(line, m, "founded", view)))
    years = sorted({moment.year: moment for moment in reversed(scope)}.values(), key=lambda moment: moment.year)
    if len(years) == 2 and claim.here:
        return years[0], years[1]
    if now is None or len(claim.here) != 1 or len(years) != 1 or now.year <= years[0].year:
        return None
    loose = holds((*claim.lead, *claim.behind), phrases(view.rule, "other_years")) or now.month in (1, 12)
    origin = claim.here[0]
    if loose or not (_follows(line, origin, "founded", view) or _of_origin(claim, line, view)):
        return None
    return origin, now


def _of_origin(claim: Claim, line: str, view: View) -> bool:
    """ "the 25th anniversary of the 1999 quake"."""
    if not claim.following or not holds(claim.behind[:3], phrases(view.rule, "of")):
        return False
    gap = words(line[claim.first + len(claim.figure.quote) : claim.following[0].start])
    return len(gap) <= view.rule.setting("reach", 12) and not holds(gap, phrases(view.rule, "breaks"))


def _nth(claim: Claim, line: str, now: Moment | None, view: View) -> Span | None:
    """ "The war, which began in February 2022, is now in its third year"."""
    scope = (*claim.before, *claim.here)
    began = [m for m in scope if _follows(line, m, "founded", view)]
    if len(began) != 1:
        return None
    later = [m for m in (*claim.here, *claim.after) if m.earliest > began[0].latest]
    if len(later) == 1:
        return began[0], later[0]
    return (began[0], now) if not later and now and holds(claim.lead[-6:], phrases(view.rule, "present")) else None


_SURE: dict[str, Callable[[Claim, str, Moment | None, View], Span | None]] = {
    SPELL: _spell,
    AGE: _age,
    ROUND: _round,
    NTH: _nth,
}


def _shape(view: View) -> re.Pattern[str]:
    """Ordinals of years: "25th anniversary", "in its third year", "centenary"."""
    settings = view.rule.settings
    counts = "|".join(sorted(settings.get("ordinals", ()), key=len, reverse=True))
    nouns, jubilees = "|".join(settings.get("anniversaries", ())), "|".join(settings.get("jubilees", {}))
    ordinal = rf"(?P<ordinal>\d{{1,3}}(?:st|nd|rd|th)|{counts})"
    return re.compile(
        rf"\b(?:{ordinal}(?:\s+(?:{nouns})\b|(?P<nth>\s+(?:straight\s+)?year)\b(?<=year))|(?P<jubilee>{jubilees})\b)",
        re.IGNORECASE,
    )


def _count(found: re.Match[str], view: View) -> int | None:
    if found["jubilee"]:
        return int(view.rule.settings["jubilees"][found["jubilee"].lower()])
    if found["nth"] and not ends(words(found.string[: found.start()]), phrases(view.rule, "in_its")):
        return None
    word = found["ordinal"].lower()
    if word[0].isdigit():
        return int(re.sub(r"\D", "", word))
    return list(view.rule.settings.get("ordinals", ())).index(word) + 1


def _ordinal(
    view: View, where: Where, span: tuple[int, int], sentence: tuple[int, int], quote: str, count: int
) -> Figure:
    """An ordinal is no figure of its article; the flag on it needs one."""
    return Figure(
        id=figure_id(view.page.article.id, where, *span),
        start=span[0],
        end=span[1],
        quote=quote,
        sentence=sentence,
        where=where,
        kind=Kind.RANK,
        quantity=Quantity(stated=count, low=count, high=count, unit="year"),
    )


def _shown(moment: Moment) -> str:
    told = [str(moment.year)] if moment.year != UNTOLD else []
    return "-".join([*told, *(f"{part:02}" for part in (moment.month, moment.day) if part)])


def _told(values: Interval, unit: str) -> str:
    if values.low >= values.high:
        return f"{number(values.low)} {unit}s"
    return f"{number(values.low)} to {number(values.high)} {unit}s"
