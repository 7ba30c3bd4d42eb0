"""How the units, and the words around two figures, compare."""

from functools import lru_cache
from math import log2

from figurecheck.matching.both import Both
from figurecheck.matching.company import strange
from figurecheck.matching.intervals import meet
from figurecheck.matching.line import Line
from figurecheck.matching.measure import NOBODYS
from figurecheck.matching.step import Step, weighed
from figurecheck.rulebook import Rulebook

KINDS = 4
"""Kinds of figures that an article gives before it says anything that one is the only one of its kind."""
CROWD = 3
"""Values in one unit or of one noun that an article may give before they tell little apart."""


def unit(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """In what unit they measure."""
    a, b = left.measure, right.measure
    level = "same" if (a.unit, a.per) == (b.unit, b.per) else "converted"
    if a.unit and a.sort not in book.matching.everyday and values(left, right, both) <= CROWD:
        level = "rare"
    if a.unit in book.matching.naming and not meet(a.exact, b.exact):
        level = "other_sort"
    return _unit(level, a.unit or a.family, b.unit or b.family, book)


@lru_cache(maxsize=4096)
def _unit(level: str, left: str, right: str, book: Rulebook) -> tuple[Step, ...]:
    return weighed(book, "unit", level, "{}, {}", left, right)


def near(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """The words around both."""
    mine, theirs = left.around.near, right.around.near
    words = {word: both.words[word] for word in mine if word in theirs}
    shared = sum([min(mine[word], theirs[word]) * weight for word, weight in words.items()])
    size = min(both.sizes[left.id], both.sizes[right.id])
    rules = book.matching
    counts = left.measure.family == "count" or not both.event.told
    bits = round((rules.local if counts else rules.measured).bits(shared, size), 2)
    told, of = ("{}", (words,)) if words else ("no word shared", ())
    return (Step("words", "near", bits, told, of),)


def alone(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """A name in the clause of one that the other article never gives, where no name is in both clauses and they are
    of no one nation; what a text of few words does not name says little."""
    (mine, theirs), (a, b) = both.names, (left.around.own, right.around.own)
    only = a & both.alone[0] | b & both.alone[1]
    if not only or a & b & mine & theirs or _one_nation(left, right):
        return ()
    weight = round(book.matching.levels["words"]["only_named"] * both.event.told, 2)
    return (Step("words", "only_named", weight, "{}", (only,)),) if weight else ()


def _one_nation(left: Line, right: Line) -> bool:
    """Are both, by where they were, of one nation?"""
    return bool(left.place and right.place and left.place.around & right.place.around)


def beside(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """The words right before and after them."""
    (before, after), (other_before, other_after) = left.around.beside, right.around.beside
    found = weighed(book, "words", "beside", "{}", before) if before and before == other_before else ()
    return (*found, *weighed(book, "words", "beside", "{}", after)) if after and after == other_after else found


def company(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """What stands beside two that differ: seven years and $140m, eight years and $184m, are two deals."""
    if meet(left.measure.interval, right.measure.interval):
        return ()
    found = strange(left.company, right.company)
    return weighed(book, "words", "other_company", "beside other values: {}", found) if found else ()


def crowd(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """One of many values of an article, in one unit or of one noun, is less likely the one that another means.

    Tolls have their actions to tell them apart, money and shares the topics of their clauses, and who was trapped or
    aboard the finer class of what was done.
    """
    given = values(left, right, both)
    if given == 1 and min(map(len, both.crowds)) >= KINDS:
        if left.measure.family in NOBODYS:
            return ()  # ages, spans and lengths are met side by side in all copy
        level = "only" if left.measure.family == "count" else "only_measured"
        return weighed(book, "words", level, "the only one of its kind, here and there")
    if given <= CROWD or left.measure.sort in book.matching.topical or left.deeds & right.deeds:
        return ()
    weight = round(book.matching.levels["words"]["crowd"] * log2(given / CROWD), 2)
    return (Step("words", "crowd", weight, "{} values of {} in one article", (given, left.crowd[1] or left.crowd[0])),)


def values(left: Line, right: Line, both: Both) -> int:
    """How many values of its unit or noun the article gives that gives more of them."""
    mine, theirs = both.crowds
    return max(mine.get(left.crowd, 1), theirs.get(right.crowd, 1))
