"""Whose two figures are: the body that gives them, the nation they are of, the person of an age."""

from collections.abc import Iterator

from figurecheck.matching.both import Both
from figurecheck.matching.line import Line
from figurecheck.matching.names import level
from figurecheck.matching.step import Step, step
from figurecheck.rulebook import Rulebook


def source(left: Line, right: Line, both: Both, book: Rulebook) -> Iterator[Step]:
    """Two bodies that each give a figure (a poll, an index) seldom measure one thing, but where they count a toll."""
    rules, a, b = book.matching, left.speaker, right.speaker
    if left.measure.sort not in rules.everyday or left.action in rules.running:
        return
    if left.pollsters and right.pollsters and not left.pollsters & right.pollsters:
        yield step(book, "words", "other_poll", "{} / {}", min(left.pollsters), min(right.pollsters))
    elif a and b and a.proper and b.proper and level(a, b, rules.alike) == "other":
        yield step(book, "words", "other_source", "{} / {}", a, b)


def nationality(left: Line, right: Line, both: Both, book: Rulebook) -> Iterator[Step]:
    """People of a nation that the other article does not speak of are a part of the people that it counts."""
    for one, other, nations in ((left, right, both.nations[1]), (right, left, both.nations[0])):
        if one.person and one.owner and not other.owner and not one.owner & nations:
            yield step(book, "words", "only_nation", "{} only", one.owner)


def person(left: Line, right: Line, both: Both, book: Rulebook) -> Iterator[Step]:
    """Two ages are of one person only where a name close to both, which is no place's, says so."""
    if left.measure.family != "age":
        return
    shared = _names(left, both.names[0]) & _names(right, both.names[1])
    if not shared - left.elsewhere - right.elsewhere:
        yield step(book, "words", "other_person", "no name by both")


def _names(line: Line, names: frozenset[str]) -> frozenset[str]:
    """The names close to a figure, or else those of its sentence."""
    return names & line.around.close or names & line.around.near.keys()
