"""How what narrows two measures compares: what tells measures of one thing apart, and a part from the whole."""

from collections.abc import Iterator
from datetime import date, timedelta

from figurecheck.matching.both import Both
from figurecheck.matching.intervals import meet
from figurecheck.matching.levels.action import running
from figurecheck.matching.line import Line
from figurecheck.matching.step import Step, step
from figurecheck.rulebook import Rulebook

MEMORY = 50
"""Years that copy looks back; what seems an earlier one is a time of day: "updated 1954"."""
LONG_AGO = timedelta(days=45)
"""A toll of a day this long before the articles is of another event than one that they give no day."""


def scope(left: Line, right: Line, both: Both, book: Rulebook) -> Iterator[Step]:
    """What the words of the two clauses narrow the measures to."""
    a, b = left.scope, right.scope
    for number in sorted(a.sets.keys() | b.sets.keys()):
        one, other = a.sets.get(number, frozenset()), b.sets.get(number, frozenset())
        if one and other and not one & other:
            yield step(book, "words", "scope", "{} / {}", one, other)
        elif not (one and other):
            yield step(book, "words", "one_sided_scope", "{}", one | other)
    if a.apart != b.apart and not a.apart & b.apart:
        yield step(book, "words", "apart", "{}", a.apart ^ b.apart)
    if a.subset != b.subset and (left.measure.family != "count" or (a.subset and b.subset)):
        yield step(book, "words", "subset", "a part / the whole")
    if a.foreseen != b.foreseen and not a.to_come and not b.to_come:
        yield step(book, "words", "foreseen", "what was foreseen / what came")


def wholes(left: Line, right: Line, both: Both, book: Rulebook) -> Iterator[Step]:
    """Of what, and of which year, the two are; a change is no level."""
    a, b = left.share.whole, right.share.whole
    if a and b and not meet(a, b):
        yield step(book, "words", "other_whole", "parts of two wholes")
    one, other = left.scope.years, right.scope.years
    if one and other and not one & other:
        yield step(book, "words", "years", "{} / {}", min(one), min(other))
    elif _two_bases(left, right):
        yield step(book, "words", "other_base", "{} / {}", left.scope.bases, right.scope.bases)
    elif _of_past(left, right, both, book) or _of_past(right, left, both, book):
        yield step(book, "words", "past_year", "of an earlier year / of none")
    if _known(left, book) and _known(right, book) and not meet(left.measure.interval, right.measure.interval):
        yield step(book, "words", "known_sets", "known from its own copy, here and there")
    if (left.measure.change is None) != (right.measure.change is None):
        yield step(book, "words", "one_sided_scope", "a change / a level")


def _two_bases(left: Line, right: Line) -> bool:
    """Is one a change on the month, and the other on the year?"""
    a, b = left.scope.bases, right.scope.bases
    return bool(left.measure.change and right.measure.change and a and b and not a & b)


def _of_past(one: Line, other: Line, both: Both, book: Rulebook) -> bool:
    """Is one, by its own words, of a year or a day long before the articles, and the other of no time?"""
    if other.days or other.scope.years or not both.event.day:
        return False
    told = one.action in book.matching.running or one.measure.sort not in book.matching.everyday
    before = (date.fromisoformat(both.event.day) - LONG_AGO).isoformat()
    now, year = int(both.event.day[:4]), int(max(one.scope.years, default="0"))
    return now - MEMORY < year < now or bool(told and one.days and one.days[1] < before)


def _known(line: Line, book: Rulebook) -> bool:
    """Is it a count of things that the reader knows of: "the two towns"?"""
    return (
        line.measure.family == "count"
        and line.action in book.matching.vague
        and line.around.beside[0] in book.matching.known
    )


def kinds(left: Line, right: Line, both: Both, book: Rulebook) -> Iterator[Step]:
    """Of what kind of event two tolls are, and of how many."""
    if running(left, right, book):
        if left.kinds and right.kinds and not left.kinds & right.kinds:
            level = "other_lead_kind" if left.led or right.led else "other_kind"
            yield step(book, "words", level, "another kind of event")
        if left.around.several != right.around.several:
            yield step(book, "words", "several", "several events / one")
