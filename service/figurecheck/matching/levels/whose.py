"""Whose two figures are: the body that gives them, the nation they are of, the person of an age."""

from figurecheck.matching.both import Both
from figurecheck.matching.line import Line
from figurecheck.matching.names import level
from figurecheck.matching.step import Step, weighed
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook.matching import MatchingRules

NOBODYS = frozenset(("age", "length"))
"""Families of which no name has a value as its own by the words before it: an age is that of the name beside it."""


def source(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """Two bodies that each give a figure (a poll, an index) seldom measure one thing, but where they count a toll."""
    rules, a, b = book.matching, left.speaker, right.speaker
    if left.action in rules.running:
        return ()
    if left.pollsters and right.pollsters and not left.pollsters & right.pollsters:
        return weighed(book, "words", "other_poll", "{} / {}", min(left.pollsters), min(right.pollsters))
    if a and b and a.proper and b.proper and level(a, b, rules.alike) == "other":
        return weighed(book, "words", "other_source", "{} / {}", a, b)
    return ()


def nationality(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """People of a nation that the other article does not speak of are a part of the people that it counts."""
    if bool(left.owner) == bool(right.owner):
        return ()
    one, nations = (left, both.nations[1]) if left.owner else (right, both.nations[0])
    if not one.person or one.owner & nations:
        return ()
    return weighed(book, "words", "only_nation", "{} only", one.owner)


def held(line: Line, rules: MatchingRules) -> bool:
    """Has it a name whose it is?"""
    return line.holder is not None and line.measure.family not in NOBODYS and line.action not in rules.running


def holder(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """The figure is of one name here, of another there, and both know both names; or of the bodies of two nations."""
    one, other = (line.holder.nations - book.lexicon.nations.bodies for line in (left, right) if line.holder)
    if one and other and not one & other:
        return weighed(book, "actor", "other_nation", "{} / {}", left.holder, right.holder)
    mine, theirs = both.names
    a, b = (
        frozenset(line.holder.low.split() if line.holder else ()) & names
        for line, names in zip((left, right), both.names, strict=True)
    )
    if a - b and b - a and a - b <= theirs and b - a <= mine:
        return weighed(book, "actor", "other_holder", "{} / {}", left.holder, right.holder)
    return ()


def traded(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """What changes hands does so the other way round: paid by the one to the other here, to the one by the other there.

    Who lends it to the other says what the other says that borrows it.
    """
    a, b = left.trade, right.trade
    if not a or not b or not a.reversed_in(b) or left.scope.poles & {-pole for pole in right.scope.poles}:
        return ()
    return weighed(book, "actor", "reversed", "{} / {}", a.doer, b.doer)


def person(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """Two ages are of one person only where a name close to both, which is no place's, says so, or what both are."""
    shared = _names(left, both.names[0]) & _names(right, both.names[1])
    if shared - left.elsewhere - right.elsewhere or left.roles & right.roles:
        return ()
    return weighed(book, "words", "other_person", "no name by both")


def _names(line: Line, names: frozenset[str]) -> frozenset[str]:
    """The names close to a figure, or else those of its sentence."""
    return names & line.around.close or names & line.around.near.keys()
