"""FC210 date-arithmetic-wrong: years between two dates, ages and anniversaries that the dates beside them refute."""

import re
from collections.abc import Iterator
from functools import lru_cache
from math import ceil, floor

from figurecheck.checking.finding import Finding, View
from figurecheck.checking.passage import words
from figurecheck.checking.phrases import ends, holds, opens, phrases, singles
from figurecheck.checking.working import expected
from figurecheck.checking.years import Moment, moments
from figurecheck.matching.intervals import Interval
from figurecheck.model import Bound, Figure, Kind, Quantity, Where, figure_id
from figurecheck.rulebook.flags import FlagRule


def find(view: View) -> Iterator[Finding]:
    """One finding a number of years that the years in its sentence do not bear out."""
    published = view.page.article.published
    now = Moment(published.year, published.month, published.day, -1, -1) if published else None
    for (where, (start, end)), figures in _sentences(view).items():
        text = (view.page.text if where == "body" else view.page.article.title or "")[start:end]
        named = moments(text, view.book.calendar)
        if not named:
            continue
        for figure in figures:
            yield from _spell(figure, figure.start - start, figure.end - start, text, named, now, view)
            yield from _age(figure, figure.start - start, text, named, now, view)
    yield from _anniversaries(view, now)


def _sentences(view: View) -> dict[tuple[Where, tuple[int, int]], list[Figure]]:
    found: dict[tuple[Where, tuple[int, int]], list[Figure]] = {}
    for figure in view.page.figures:
        quantity = figure.quantity
        lasts = figure.kind in (Kind.DURATION, Kind.AGE) and quantity.unit == "year"
        if lasts and quantity.stated is not None and quantity.bound in (Bound.EXACT, Bound.ABOUT):
            found.setdefault((figure.where, figure.sentence), []).append(figure)
    return found


def _spell(
    figure: Figure, first: int, last: int, text: str, named: list[Moment], now: Moment | None, view: View
) -> Iterator[Finding]:
    """ "25 years since the fire of June 14, 2001", "20 years ago, in 2005", "from 2010 to 2015, five years"."""
    if figure.kind != Kind.DURATION:
        return
    between = _ends(first, last, text, named, now, view)
    if between is None:
        return
    start, end = between
    shortest, longest = end.earliest - start.latest, end.latest - start.earliest
    stated = float(figure.quantity.stated or 0)
    slack = view.rule.setting("about", 0.1) * stated if figure.quantity.bound == Bound.ABOUT else 0.0
    allowed = _whole(shortest, longest)
    if allowed.low - slack <= stated <= allowed.high + slack or longest <= 0:
        return
    message = f"{_shown(start)} to {_shown(end)} is {_years(allowed)}; the text says “{figure.quote}”."
    yield Finding(figure, view.rule.severity, message, expected=expected(allowed))


def _ends(
    first: int, last: int, text: str, named: list[Moment], now: Moment | None, view: View
) -> tuple[Moment, Moment] | None:
    """Between which two moments a number of years lies, by the words beside it."""
    behind, ahead = words(text[last:]), words(text[:first])
    if opens(behind, phrases(view.rule, "ago")):
        near = [m for m in named if _close(m, first, last, text, view)]
        return (near[0], now) if len(near) == 1 and len(named) == 1 and now else None
    if opens(behind, phrases(view.rule, "since")):
        after = [m for m in named if m.start >= last]
        before = [m for m in named if m.end <= first]
        between = words(text[last : after[0].start]) if len(after) == 1 and len(before) < 2 else None
        if between is None or len(between) > view.rule.setting("reach", 12):
            return None
        if holds(between, phrases(view.rule, "breaks")):
            return None
        reference = before[0] if before else now if opens(behind, phrases(view.rule, "since_now")) else None
        return (after[0], reference) if reference and reference.year > after[0].year else None
    return _from_to(text, first, ahead, named, view)


def _close(moment: Moment, first: int, last: int, text: str, view: View) -> bool:
    """Does a moment stand right beside the words: "20 years ago, in 2005", "in 2005, 20 years ago"?"""
    gap = text[last : moment.start] if moment.start >= last else text[moment.end : first]
    return all(word in singles(view.rule, "beside") for word in words(gap))


def _from_to(
    text: str, first: int, ahead: tuple[str, ...], named: list[Moment], view: View
) -> tuple[Moment, Moment] | None:
    """ "from 2010 to 2015, five years"."""
    if len(named) != 2 or named[1].end > first or ahead[-1:] not in ((",",), ("-",), ("(",)):
        return None
    one, other = named
    lead, between, gap = words(text[: one.start]), words(text[one.end : other.start]), words(text[other.end : first])
    joined = between in (("to",), ("until",), ("and",), ("-",)) and lead[-1:] in (("from",), ("between",))
    return (one, other) if joined and len(gap) == 1 and other.year > one.year else None


def _age(
    figure: Figure, first: int, text: str, named: list[Moment], now: Moment | None, view: View
) -> Iterator[Finding]:
    """ "born in 1950, died on Tuesday aged 80"; "(1950-2031), who died at 85"."""
    if figure.kind != Kind.AGE:
        return
    born = [m for m in named if words(text[: m.start])[-2:] in phrases(view.rule, "born") or _is_born(text, m, view)]
    if len(born) != 1:
        return
    later = [m for m in named if m.year > born[0].year]
    if len(later) > 1 or (not later and now is None):
        return
    end = later[0] if later else now
    if end is None or end.year <= born[0].year or (not later and not holds(words(text), phrases(view.rule, "present"))):
        return
    allowed = _whole(end.earliest - born[0].latest, end.latest - born[0].earliest)
    low = max(floor(end.earliest - born[0].latest + 1e-6), 0)
    allowed = Interval(low, floor(end.latest - born[0].earliest - 1e-6) if allowed.high > low else low)
    stated = float(figure.quantity.stated or 0)
    if allowed.low <= stated <= allowed.high:
        return
    message = f"Born in {born[0].year}, in {end.year} that is {_years(allowed)}; the text says “{figure.quote}”."
    yield Finding(figure, view.rule.severity, message, expected=expected(allowed))


def _is_born(text: str, moment: Moment, view: View) -> bool:
    return words(text[: moment.start])[-1:] in phrases(view.rule, "born")


def _whole(shortest: float, longest: float) -> Interval:
    """The whole years that copy may call a time between these: full years, or rounded up from a half."""
    low = floor(shortest + 1e-6)
    high = floor(longest - 1e-6)
    if longest - shortest < 0.2:
        middle = (shortest + longest) / 2
        low = floor(middle + 0.01)
        return Interval(low, ceil(middle - 0.5) if middle - low >= 0.5 else low)
    return Interval(max(low, 0), high)


def _anniversaries(view: View, now: Moment | None) -> Iterator[Finding]:
    """ "the 25th anniversary of the 1999 quake", told in a piece of 2025."""
    shape = _shape(view.rule)
    if now is None or shape is None or view.page.article.format != "text":
        return
    text = view.page.text
    for found in shape.finditer(text):
        stop = min((i for i in (text.find(mark, found.end()) for mark in ".;\n") if i >= 0), default=len(text))
        start = max(text.rfind(mark, 0, found.start()) for mark in ".\n") + 1
        origin = _origin(text, start, stop, found, now, view)
        if origin is None:
            continue
        count = _ordinal(found[1].lower(), view.rule)
        years = now.year - origin.year
        shift = holds(words(text[start:stop]), phrases(view.rule, "other_years")) or now.month in (1, 12)
        if count is None or years <= 0 or abs(count - years) <= shift:
            continue
        figure = _synthetic(view, found.start(), found.end(1), (start, stop), count)
        message = f"{origin.year} to {now.year} is {years} years; the text says “{figure.quote}”."
        yield Finding(figure, view.rule.severity, message, expected=expected(Interval(years, years)))


def _origin(text: str, start: int, stop: int, found: re.Match[str], now: Moment, view: View) -> Moment | None:
    """The one year of a sentence, but for the present one, and that an anniversary counts from it."""
    sentence = text[start:stop]
    named = [m for m in moments(sentence, view.book.calendar) if m.year != now.year]
    if len(named) != 1:
        return None
    if named[0].start >= found.end() - start:
        gap = words(sentence[found.end() - start : named[0].start])
        told = found[0].lower().endswith(" of") and not holds(gap, phrases(view.rule, "breaks"))
        return named[0] if told and len(gap) <= view.rule.setting("reach", 12) else None
    return named[0] if ends(words(sentence[: named[0].start]), phrases(view.rule, "founded")) else None


@lru_cache(maxsize=8)
def _pattern(ordinals: tuple[str, ...], nouns: tuple[str, ...]) -> re.Pattern[str]:
    words_ = "|".join(sorted(ordinals, key=lambda word: (-len(word), word)))
    return re.compile(rf"\b(\d{{1,3}}(?:st|nd|rd|th)|{words_})\s+(?:{'|'.join(nouns)})\b", re.IGNORECASE)


def _shape(rule: FlagRule) -> re.Pattern[str] | None:
    ordinals, nouns = tuple(rule.settings.get("ordinals", ())), tuple(rule.settings.get("anniversaries", ()))
    return _pattern(ordinals, nouns) if ordinals and nouns else None


def _ordinal(word: str, rule: FlagRule) -> int | None:
    if word[0].isdigit():
        return int(re.sub(r"\D", "", word))
    listed = list(rule.settings.get("ordinals", ()))
    return listed.index(word) + 1 if word in listed else None


def _synthetic(view: View, start: int, end: int, sentence: tuple[int, int], count: int) -> Figure:
    """An ordinal is no figure of its article; the flag on it needs one."""
    return Figure(
        id=figure_id(view.page.article.id, "body", start, end),
        start=start,
        end=end,
        quote=view.page.text[start:end],
        sentence=sentence,
        kind=Kind.RANK,
        quantity=Quantity(stated=count, low=count, high=count),
    )


def _shown(moment: Moment) -> str:
    return f"{moment.year}-{moment.month:02}" if moment.month else str(moment.year)


def _years(values: Interval) -> str:
    if values.low >= values.high:
        return f"{values.low:.0f} years"
    return f"{values.low:.0f} to {values.high:.0f} years"
