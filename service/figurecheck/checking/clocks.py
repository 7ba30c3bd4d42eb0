"""Lengths of time between two times of day: "left at 9.40am and arrived at 11.10am, a journey of 90 minutes"."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from figurecheck.checking.arithmetic import around, total
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.passage import Passage, words
from figurecheck.checking.phrases import bare, ends, holds, opens, phrases, singles
from figurecheck.checking.slips import may_be_slip
from figurecheck.checking.values import vague
from figurecheck.checking.working import exactly, number, plural
from figurecheck.matching.intervals import Interval, meet
from figurecheck.model import Figure, Kind

DAY, HALF_DAY, HOUR = 1440, 720, 60
UNITS = {"minute": 1.0, "hour": 60.0}
SLACK = 0.1
"""Copy rounds what two times of day come to by so much of itself."""
NEAR = 2.0
"""What is further off is most often the time of something else."""
_SHAPE = r"\b(\d{1,2})(?:[.:](\d\d))?\s?([ap])\.?m\b\.?|\b([01]?\d|2[0-3]):(\d\d)\b"


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of day in minutes, and its place in the text."""

    minute: int
    start: int
    end: int


def clocks(text: str, view: View) -> list[Clock]:
    """The times of day of a text that say which half of the day they are of, in its order."""
    named = view.rule.settings.get("hours", {})
    shape = re.compile(rf"{_SHAPE}|\b({'|'.join(named)})\b")
    every = ((_minute(found, named), found) for found in shape.finditer(text))
    return [Clock(minute, *found.span()) for minute, found in every if minute is not None]


def _minute(found: re.Match[str], named: Mapping[str, int]) -> int | None:
    if found[6]:
        return named[found[6]]
    if found[4]:
        return int(found[4]) * HOUR + int(found[5])
    hour, minute = int(found[1]), int(found[2] or 0)
    if not 1 <= hour <= 12 or minute >= HOUR:
        return None
    return hour % 12 * HOUR + minute + (HALF_DAY if found[3] == "p" else 0)


def find_clock_spans(view: View) -> Iterator[Finding]:
    """One finding a length of time that the only two times of day of its sentence do not lie apart."""
    for passage in view.page.body:
        start, end = passage.figures[0].sentence
        lengths = [figure for figure in passage.figures if _is_length(figure)]
        told = clocks(view.page.text[start:end], view) if lengths else []
        if len(told) == 2 and (len(lengths) == 1 or _is_compound(passage, lengths)):
            yield from _check(lengths, told, view.page.text[start:end], start, view)


def _is_compound(passage: Passage, lengths: list[Figure]) -> bool:
    """ "four hours and 30 minutes"."""
    if [figure.quantity.unit for figure in lengths] != ["hour", "minute"]:
        return False
    at = passage.figures.index(lengths[1])
    return passage.figures[at - 1] is lengths[0] and passage.before(at) in ((), ("and",), (",",))


def _is_length(figure: Figure) -> bool:
    return figure.kind == Kind.DURATION and figure.quantity.unit in UNITS and not vague(figure)


def _check(lengths: list[Figure], told: list[Clock], sentence: str, start: int, view: View) -> Iterator[Finding]:
    (one, other), figure = told, lengths[0]
    first, last = figure.start - start, lengths[-1].end - start
    between, lead, behind = words(sentence[one.end : other.start]), words(sentence[:first]), words(sentence[last:])
    if holds(between, phrases(view.rule, "clock_breaks")) or holds(lead[-4:], phrases(view.rule, "left_out")):
        return
    led = ends(bare(lead, singles(view.rule, "fillers")), phrases(view.rule, "clock_before"))
    beside = other.end <= first and lead[-1:] in ((",",), ("-",), ("(",))
    if not (led or beside or opens(behind, phrases(view.rule, "clock_behind"))):
        return
    lasted = (other.minute - one.minute) % DAY
    given = total(view.page.measure(length).interval.scaled(UNITS[length.quantity.unit or ""]) for length in lengths)
    come = Interval(lasted, lasted)
    if meet(around(lasted, SLACK), given) or not may_be_slip(given, come, NEAR):
        return
    value = lasted / UNITS[figure.quantity.unit or ""]
    times = " to ".join(f"{clock.minute // HOUR:02}:{clock.minute % HOUR:02}" for clock in told)
    lasting = f"{number(value)} {plural(figure.quantity.unit or '')}"
    message = f"{times} is {lasting}; the text says “{sentence[first:last]}”."
    within = tuple(lengths[1:])
    yield Finding(figure, view.rule.severity, message, within=within, expected=exactly(value, 2))
