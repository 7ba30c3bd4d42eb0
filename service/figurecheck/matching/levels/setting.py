"""How the units, and the words around two figures, compare."""

from collections.abc import Iterator
from math import log2

from figurecheck.matching.both import Both
from figurecheck.matching.line import Line
from figurecheck.matching.step import Step, step
from figurecheck.matching.words import evidence
from figurecheck.rulebook import Rulebook

CROWD = 3
"""Values in one unit or of one noun that an article may give before they tell little apart."""


def unit(left: Line, right: Line, both: Both, book: Rulebook) -> Iterator[Step]:
    """In what unit they measure."""
    a, b = left.measure, right.measure
    level = "same" if (a.unit, a.per) == (b.unit, b.per) else "converted"
    if a.unit and a.sort not in book.matching.everyday and _values(left, right, both) <= CROWD:
        level = "rare"
    yield step(book, "unit", level, "{}, {}", a.unit or a.family, b.unit or b.family)


def near(left: Line, right: Line, both: Both, book: Rulebook) -> Iterator[Step]:
    """The words around both."""
    mine, theirs = left.around.near, right.around.near
    words = {word: both.words[word] for word in mine if word in theirs}
    shared = sum(min(mine[word], theirs[word]) * weight for word, weight in words.items())
    size = min(both.size(left), both.size(right))
    bits = round(evidence(shared, size, book.matching, "local"), 2)
    yield Step("words", "near", bits, *(("{}", (words,)) if words else ("no word shared",)))


def beside(left: Line, right: Line, both: Both, book: Rulebook) -> Iterator[Step]:
    """The words right before and after them."""
    for one, other in zip(left.around.beside, right.around.beside, strict=True):
        if one and one == other:
            yield step(book, "words", "beside", "{}", one)


def crowd(left: Line, right: Line, both: Both, book: Rulebook) -> Iterator[Step]:
    """One of many values of an article, in one unit or of one noun, is less likely the one that another means.

    Tolls have their actions to tell them apart, money and shares the topics of their clauses.
    """
    if left.action in book.matching.running or left.measure.sort in book.matching.topical:
        return
    values = _values(left, right, both)
    if values > CROWD:
        weight = round(book.matching.levels["words"]["crowd"] * log2(values / CROWD), 2)
        yield Step("words", "crowd", weight, "{} values of {} in one article", (values, left.crowd[1] or left.crowd[0]))


def _values(left: Line, right: Line, both: Both) -> int:
    """How many values of its unit or noun the article gives that gives more of them."""
    return max(crowd.get(line.crowd, 1) for crowd, line in zip(both.crowds, (left, right), strict=True))
