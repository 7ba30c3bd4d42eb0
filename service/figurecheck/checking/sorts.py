"""What two figures count or measure, and whether the one may be a part of the other."""

from figurecheck.checking.finding import View
from figurecheck.checking.passage import Passage, named
from figurecheck.checking.phrases import singles
from figurecheck.checking.values import BARE, is_sort, may_be_money, scale, vague
from figurecheck.matching.singles import PERSON
from figurecheck.model import Action, Figure, Kind, LinkType

SUMS = "FC203"
"""The rule whose file lists the words of sums."""
FATES = frozenset((Action.KILL, Action.INJURE, Action.MISSING))
"""What befell the one befell none of the others."""
SUMMED = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE))


def same_sort(part: Figure, whole: Figure, view: View) -> bool:
    """May the one be a part of the other, by what they count or measure?"""
    if not fits(part, whole, view) or _other_fate(part, whole):
        return False
    if part.kind != Kind.COUNT or not named(part) or part.subject.head == whole.subject.head:
        return True
    mine, theirs, is_a = part.subject.concept, whole.subject.concept, view.book.lexicon.is_a
    if _is_of_one(part, view) and _is_of_one(whole, view):
        return True
    if theirs is None or mine is None or theirs in singles(view.book.flags[SUMS], "broad"):
        return False
    return is_a(mine, theirs)


def _other_fate(part: Figure, whole: Figure) -> bool:
    """ "140 are hurt, and 92 are missing": did something else befall those than the whole?"""
    done = {part.context.action, whole.context.action}
    return len(done) == 2 and done <= FATES and not is_part(part, whole)


def _is_of_one(figure: Figure, view: View) -> bool:
    """Is each that it counts one person, or of one person: "1,284 cases", "385 people"?"""
    people = view.book.lexicon.is_a(figure.subject.concept, PERSON)
    return people or figure.subject.head in singles(view.book.flags[SUMS], "of_one")


def owned(passage: Passage, i: int) -> bool:
    """Is the next figure the whole of figure i: "58 of the chamber's 90 deputies"?"""
    gap = passage.before(i + 1)
    if "of" in passage.quote(i):
        return gap in _OWNERS
    return gap[:1] == ("of",) and len(gap) <= OWNER and gap[-1].endswith(("'s", "s'"))


OWNER = 6
"""So many words at most name the owner."""
_OWNERS = frozenset((("'", "s"), ("'s",), ("s", "'"), ("'",)))


def is_part(part: Figure, whole: Figure) -> bool:
    """Has the article's reading tied the one to the other as its part?"""
    return any(link.type == LinkType.PART_OF and link.figure == whole.id for link in part.links)


def fits(part: Figure, whole: Figure, view: View) -> bool:
    """Can the two be added, by kind and unit? A bare number may leave out the whole's unit; "17-inch" is a sort."""
    if is_sort(part) or vague(part) or part.quantity.change:
        return False
    if part.quantity.per != whole.quantity.per and (part.quantity.per or named(part)):
        return False  # "6.8 million passengers a year, Nordsund 4.6 million": the part leaves out of what time
    if part.kind == Kind.COUNT and (not named(part) or " of " in part.quote) and whole.kind in BARE:
        return whole.kind != Kind.MONEY or may_be_money(part)
    if part.quantity.dimension in singles(view.book.flags[SUMS], "never_summed"):
        return False
    summed = part.kind in SUMMED or part.kind == Kind.DURATION
    return summed and part.kind == whole.kind and scale(whole, part, view) is not None


def one_thing(one: Figure, other: Figure, view: View) -> bool:
    """Do two figures count the same, as far as they say?"""
    mine, theirs = one.subject, other.subject
    return (
        one.kind != Kind.COUNT
        or None in (mine.head, theirs.head)
        or view.book.matching.one_word(mine.head, theirs.head)
        or (mine.concept is not None and mine.concept == theirs.concept)
        or (_is_of_one(one, view) and _is_of_one(other, view))
    )
