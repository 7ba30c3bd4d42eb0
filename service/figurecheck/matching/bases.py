"""One number on two bases: percent here and points there, a day here and a year there."""

from figurecheck.matching.line import Line
from figurecheck.matching.places import distinctive, significant
from figurecheck.rulebook import Rulebook


def one_number(left: Line, right: Line, book: Rulebook) -> bool:
    """One number, seldom met twice, whose unit or time is not one: percent for points, a day for in all."""
    a, b = left.figure.quantity.stated, right.figure.quantity.stated
    if a is None or a != b:
        return False
    if left.measure.family != right.measure.family:
        return True
    if left.measure.sort == "money" and {left.measure.per, right.measure.per} == {None, "year"}:
        return False  # copy leaves the year of a tax, a rent or a salary out
    return two_times(left, right, book) or (any(_times(left, right, book)) and distinctive(a, book.tolerance))


def two_times(left: Line, right: Line, book: Rulebook) -> bool:
    """One number of two digits or more over two times: a day here, a year there."""
    if left.measure.per == right.measure.per:
        return False
    a, b = left.figure.quantity.stated, right.figure.quantity.stated
    if a is None or a != b or significant(a) < 2:
        return False
    return all(_times(left, right, book))


def _times(left: Line, right: Line, book: Rulebook) -> list[bool]:
    """Are the two per day, month or year?"""
    pers = (book.units.unit(measure.per) if measure.per else None for measure in (left.measure, right.measure))
    return [per is not None and per.dimension == "time" for per in pers]
