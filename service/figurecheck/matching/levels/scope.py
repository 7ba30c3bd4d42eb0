"""How what narrows two measures compares: what tells measures of one thing apart, and a part from the whole."""

from collections.abc import Iterator

from figurecheck.matching.both import Both
from figurecheck.matching.intervals import meet
from figurecheck.matching.levels.action import running
from figurecheck.matching.levels.whose import holder
from figurecheck.matching.line import Line
from figurecheck.matching.names import level
from figurecheck.matching.scope import WITHIN, Scope
from figurecheck.matching.step import Step, step, weighed
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook.matching import MatchingRules

NEWS = 1
"""Years within which what came out lately may be of an earlier year: last year's profit."""
FEW = 2
"""What is all there have been is more than so many times the new ones."""
MEMORY = 50
"""Years that copy looks back; what seems an earlier one is a time of day: "updated 1954"."""


def scope(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """What the words of the two clauses narrow the measures to."""
    counts = left.measure.family == "count" and not (left.scope.margin and right.scope.margin)
    return tuple(_narrowed(_scope(left, book), _scope(right, book), counts, book))


def _scope(line: Line, book: Rulebook) -> Scope:
    """Its scope; what lies among crates is no part of anything, but who is asked among voters is."""
    if WITHIN not in line.scope.subset or line.measure.sort in (*book.matching.topical, "count"):
        return line.scope
    return line.scope._replace(subset=line.scope.subset - {WITHIN})


def _narrowed(a: Scope, b: Scope, counts: bool, book: Rulebook) -> Iterator[Step]:
    for number in sorted(a.sets.keys() | b.sets.keys()):
        one, other = a.sets.get(number, frozenset()), b.sets.get(number, frozenset())
        if one and other and not one & other:
            yield step(book, "words", "scope", "{} / {}", one, other)
        elif not (one and other):
            yield step(book, "words", "one_sided_scope", "{}", one | other)
    if a.apart != b.apart and not a.apart & b.apart:
        yield step(book, "words", "apart", "{}", a.apart ^ b.apart)
    if a.subset != b.subset and (not counts or (a.subset and b.subset)):
        yield step(book, "words", "subset", "a part / the whole")
    if a.namesake != b.namesake:
        yield step(book, "words", "namesake", "one is of a namesake")
    if a.foreseen != b.foreseen and not a.to_come and not b.to_come:
        yield step(book, "words", "foreseen", "what was foreseen / what came")


def margins(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """What parts two who stand is not what one of them has."""
    if left.scope.margin == right.scope.margin:
        return ()
    return weighed(book, "words", "margin", "a margin / what one has")


def fresh(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """The new cases of a day are not all there have been: "54 cases, nine of them new"."""
    if left.scope.fresh == right.scope.fresh or left.action not in book.matching.running:
        return ()
    new, every = (left, right) if left.scope.fresh else (right, left)
    few = new.measure.interval.high * FEW < every.measure.interval.low
    return weighed(book, "words", "fresh", "new ones / all") if few else ()


def debts(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """A price with the debts is not the price without."""
    if left.share.with_debt == right.share.with_debt:
        return ()
    return weighed(book, "words", "with_debt", "with debts / without")


def wholes(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """Of what the two are, where both say so."""
    a, b = left.share.whole, right.share.whole
    if not a or not b or meet(a, b):
        return ()
    return weighed(book, "words", "other_whole", "parts of two wholes")


def times(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """Of which year the two are, or since when they changed."""
    one, other = _years(left, book), _years(right, book)
    if one and other and not one & other:
        return weighed(book, "words", "years", "{} / {}", min(one), min(other))
    if bool(left.scope.years) != bool(right.scope.years) and both.event.days is None and running(left, right, book):
        return weighed(book, "words", "one_year", "one is of a year that its copy gives")
    one, other = left.scope.spans, right.scope.spans
    if one and other and not one & other:
        return weighed(book, "words", "other_quarter", "{} / {}", min(one), min(other))
    if _two_bases(left, right):
        return weighed(book, "words", "other_base", "{} / {}", left.scope.bases, right.scope.bases)
    if _of_past(left, right, both, book) or _of_past(right, left, both, book):
        return weighed(book, "words", "past_year", "of an earlier year / of none")
    return ()


def another(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """Is one of two tolls or rarer measures, by the first words of its sentence, of another event?"""
    if left.another == right.another or not (_of_event(left, book) and _of_event(right, book)):
        return ()
    return weighed(book, "words", "another_event", "one is told of another event")


def known(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """Two sets of things, each known from its own copy, are one only where they have one size."""
    if meet(left.measure.interval, right.measure.interval):
        return ()
    return weighed(book, "words", "known_sets", "known from its own copy, here and there")


def changes(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """A change is no level."""
    if (left.measure.change is None) == (right.measure.change is None):
        return ()
    return weighed(book, "words", "one_sided_scope", "a change / a level")


def _two_bases(left: Line, right: Line) -> bool:
    """Is one a change on the month, and the other on the year?"""
    a, b = left.scope.bases, right.scope.bases
    return bool(left.measure.change and right.measure.change and a and b and not a & b)


def _of_past(one: Line, other: Line, both: Both, book: Rulebook) -> bool:
    """Is one, by its own words, of a year or a day long before the articles, and the other of no time, or of theirs?"""
    if other.scope.years or not both.event.day:
        return False
    if other.days:
        year = _whole_year(one)
        return year is not None and not _whole_year(other) and int(other.days[0][:4]) - year > NEWS
    now, year = int(both.event.day[:4]), int(max(one.scope.years, default="0"))
    if now - MEMORY < year < now:
        return True
    return _of_event(one, book) and one.days is not None and one.days[1] < both.long_ago


def _of_event(line: Line, book: Rulebook) -> bool:
    """Is it a toll, or a measure that is not met in all copy?"""
    return line.action in book.matching.running or line.measure.sort not in book.matching.everyday


def _years(line: Line, book: Rulebook) -> frozenset[str]:
    """The years that its clause names, or else the one that a toll is of as a whole."""
    year = _whole_year(line) if not line.scope.years and line.action in book.matching.running else None
    return line.scope.years if year is None else frozenset((str(year),))


def _whole_year(line: Line) -> int | None:
    """The year that a figure is of as a whole: "In 2004, ..."."""
    first, last = line.days or ("", "")
    return int(first[:4]) if first[4:] == "-01-01" and last[:4] == first[:4] and last[4:] == "-12-31" else None


def opposed(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """Is the one of what is the opposite of the other: what is bought, and what is sold?"""
    return weighed(book, "words", "opposite", "opposite deeds") if opposite(left, right, book) else ()


def opposite(left: Line, right: Line, book: Rulebook) -> bool:
    """Do their clauses say opposite things? What changes hands is bought and sold, but not by one doer."""
    rules = book.matching
    found = left.scope.poles & {-pole for pole in right.scope.poles}
    if not found or not rules.running.isdisjoint((left.action, right.action)):
        return False  # who is killed has left home and lost a house, or not
    return not found <= rules.traded or _one_doer(left, right, rules)


def _one_doer(left: Line, right: Line, rules: MatchingRules) -> bool:
    a, b = left.trade, right.trade
    return level(left.actor, right.actor, rules.alike) == "same" or bool(a and b and a.doer & b.doer)


def known_set(line: Line, rules: MatchingRules) -> bool:
    """Is it a count of things that the reader knows of: "the two towns"?"""
    return line.measure.family == "count" and line.action in rules.vague and line.around.beside[0] in rules.known


def lasting(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """How long one kind of thing lasts, or what only a pronoun names in one of them; two people's sentences are two."""
    a, b = left.scope.lasting, right.scope.lasting
    if a is None or b is None or (a and b and a.isdisjoint(b)) or holder(left, right, both, book):
        return ()
    return weighed(book, "words", "lasting", "how long it lasts")


def kinds(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """Of what kind of event two tolls are, and of how many; or two measures of what moves."""
    found: tuple[Step, ...] = ()
    if left.kinds and right.kinds and left.kinds.isdisjoint(right.kinds):
        level = "other_lead_kind" if left.led or right.led else "other_kind"
        found = weighed(book, "words", level, "another kind of event")
    if left.around.several != right.around.several and running(left, right, book):
        found += weighed(book, "words", "several", "several events / one")
    return found
