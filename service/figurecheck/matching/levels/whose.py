"""Whose two figures are: the body that gives them, the nation they are of, the person of an age."""

from figurecheck.matching.both import Both
from figurecheck.matching.holder import Holder
from figurecheck.matching.intervals import meet
from figurecheck.matching.line import Line
from figurecheck.matching.names import Name, level
from figurecheck.matching.singles import PERSON
from figurecheck.matching.step import Step, weighed
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook.matching import MatchingRules

UNHELD = frozenset(("age", "length"))
"""Families of which no name has a value as its own by the words before it: an age is that of the name beside it."""


def source(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """Two bodies that each give a figure (a poll, an index) seldom measure one thing, but where they count a toll."""
    rules, a, b = book.matching, left.speaker, right.speaker
    if left.action in rules.running:
        return ()
    if left.makers and right.makers:
        shared = bool(left.makers & right.makers)
        return () if shared else weighed(book, "words", "other_poll", "{} / {}", left.makers, right.makers)
    if _unmade(left, b) or _unmade(right, a):
        return weighed(book, "words", "other_maker", "{} / {}", left.makers or a, right.makers or b)
    if a and b and a.proper and b.proper and level(a, b, rules.alike) == "other":
        return weighed(book, "words", "other_source", "{} / {}", a, b)
    return ()


def _unmade(line: Line, speaker: Name | None) -> bool:
    """Is a figure from a poll or index, and the other one from a name that speaks, and did not make it?"""
    proper = speaker if speaker and speaker.proper else None
    return bool(line.makers) and proper is not None and line.makers.isdisjoint(proper.low.split())


def withheld(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """One counts it here, of whom the other article says that they give no figure."""
    a, b = left.speaker or left.actor, right.speaker or right.actor
    if (a and a.words & right.withheld) or (b and b.words & left.withheld):
        return (Step("actor", "withheld", book.matching.levels["actor"]["withheld"], "{} / {}", (a, b)),)
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
    """Has it a name whose it is? A toll is of those whom it befalls, and only whom one takes is its doer's."""
    if line.holder is None or line.measure.family in UNHELD:
        return False
    return line.action not in rules.running or line.action in rules.taken


def holder(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """The figure is of one name here, of another there: of bodies of two nations, of two names that both articles know,
    or of two of which each is the only one in its sentence. What changes hands is of both sides."""
    one, other = left.holder, right.holder
    if one is None or other is None or _both_sides(one, other, book):
        return ()
    nations = one.name.nations, other.name.nations
    lands = [own - book.lexicon.nations.bodies for own in nations]
    if nations[0] & nations[1]:
        told = one.name.named and other.name.named and not (one.titled or other.titled)
        level = _two_names(one, other, both, False, book) if told else ""
    else:
        half = bool(lands[0]) != bool(lands[1]) and not (one.name.named and other.name.named)
        level = "other_nation" if all(lands) else _two_names(one, other, both, half, book)
    if left.action in book.matching.taken and level != "other_nation":
        return ()
    return weighed(book, "actor", level, "{} / {}", one.name, other.name) if level else ()


def _two_names(one: Holder, other: Holder, both: Both, half: bool, book: Rulebook) -> str:
    """The level of two names; `half`: only one is of a nation, and the other may be of it as well."""
    if one.name.generic or other.name.generic or one.says or other.says:
        return ""
    mine, theirs = (names | nations for names, nations in zip(both.names, both.nations, strict=True))
    a, b = (frozenset(own.name.low.split()) | own.name.nations for own in (one, other))
    apart = a.isdisjoint(other.near) and b.isdisjoint(one.near)
    if one.name.nations & other.name.nations:  # of one nation, told apart by the rest: "Reform UK"
        a, b = one.name.named, other.name.named
        mine, theirs = mine | a, theirs | b
    first, second = (a & mine) - b, (b & theirs) - a
    if a & b:  # one name with two titles is one: "Officer Moss", "Kim Moss"
        first, second = (frozenset(word for word in ones if not _is_title(word, book)) for ones in (first, second))
    if not first or not second:
        return ""
    if first <= theirs and second <= mine:
        return "other_holder"
    known = not first.isdisjoint(theirs) or not second.isdisjoint(mine)
    alone = (one.sole and other.sole) or apart
    return "two_holders" if alone and not a & b and (known or not half) else ""


def _is_title(word: str, book: Rulebook) -> bool:
    """Is it what somebody is, and not how somebody is called?"""
    return book.lexicon.is_a(book.lexicon.concept(book.words.noun(word) or word), PERSON)


def _both_sides(one: Holder, other: Holder, book: Rulebook) -> bool:
    """May what changes hands be of one side here, of the other there: "Peru borrows", "Chile lends"?"""
    if one.deal or other.deal:
        return bool(one.near & frozenset(other.name.low.split()) or other.near & frozenset(one.name.low.split()))
    return False


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
    (mine, theirs), (a, b) = both.names, (_names(left, both.names[0]), _names(right, both.names[1]))
    shared = (a & b) - left.elsewhere - right.elsewhere
    family = len(shared) == 1 and bool(a - b) and bool(b - a)  # John Moss, 23, and Ann Moss, 20
    if shared and not family:
        return ()
    if left.roles & right.roles:
        one = meet(left.measure.interval, right.measure.interval)
        return () if one else weighed(book, "words", "one_role", "no name by both: {}", left.roles & right.roles)
    if (not a and b & mine and _pronoun(left, book)) or (not b and a & theirs and _pronoun(right, book)):
        return weighed(book, "words", "unnamed_person", "a pronoun / {}", a | b)
    return weighed(book, "words", "other_person", "no name by both")


def _pronoun(line: Line, book: Rulebook) -> bool:
    """Is it told of whom only a pronoun names: "She was 87"?"""
    return not line.roles and not book.measures.age_pronouns.isdisjoint(line.around.close)


def _names(line: Line, names: frozenset[str]) -> frozenset[str]:
    """The names close to a figure, or else those of its sentence."""
    return names & line.around.close or names & line.around.near.keys()
