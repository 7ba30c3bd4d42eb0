"""What copy claims of dates: lengths of time, ages, and ordinals of years."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from figurecheck.checking.finding import View
from figurecheck.checking.passage import Words, named, words
from figurecheck.checking.phrases import ends, opens, phrases
from figurecheck.checking.years import MONTH_DAYS, YEAR_DAYS, Moment
from figurecheck.model import Bound, Figure, Kind, Quantity, Where, figure_id

SPELL, AGE, NTH, ROUND = "spell", "age", "nth year", "anniversary"
UNITS = {"day": 1.0, "week": 7.0, "month": MONTH_DAYS, "year": YEAR_DAYS, "decade": 10 * YEAR_DAYS}


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


def claims(
    where: Where, line: str, start: int, figures: list[Figure], found: list[Moment], view: View
) -> Iterator[Claim]:
    """What the paragraph says of its dates: its spans and ages, and its ordinals of years."""
    for figure in figures:
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
            spans = (first, last), (opening + start, stop + start)
            figure = _ordinal(view, where, *spans, match[group], count, match["nth"] or "year")
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


def _shape(view: View) -> re.Pattern[str]:
    """Ordinals of years: "25th anniversary", "in its third year", "centenary"."""
    settings = view.rule.settings
    counts = "|".join(sorted(settings.get("ordinals", ()), key=len, reverse=True))
    nouns, jubilees = "|".join(settings.get("anniversaries", ())), "|".join(settings.get("jubilees", {}))
    ordinal = rf"(?P<ordinal>\d{{1,3}}(?:st|nd|rd|th)|{counts})"
    return re.compile(
        rf"\b(?:{ordinal}(?:\s+(?:{nouns})\b|\s+(?:straight\s+)?(?P<nth>year|month|week|day)\b)|(?P<jubilee>{jubilees})\b)",
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
    view: View, where: Where, span: tuple[int, int], sentence: tuple[int, int], quote: str, count: int, unit: str
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
        quantity=Quantity(stated=count, low=count, high=count, unit=unit),
    )
