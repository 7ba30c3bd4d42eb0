"""What two figures count or measure, and whether the one may be a part of the other."""

from figurecheck.checking.finding import View
from figurecheck.checking.passage import named
from figurecheck.checking.phrases import singles
from figurecheck.checking.values import BARE, is_sort, scale, vague
from figurecheck.model import Figure, Kind, LinkType

SUMS = "FC203"
"""The rule whose file lists the words of sums."""
SUMMED = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE))
PERSON = "person"
"""The concept that all people are below."""


def same_sort(part: Figure, whole: Figure, view: View) -> bool:
    """May the one be a part of the other, by what they count or measure?"""
    if not fits(part, whole, view):
        return False
    if part.kind != Kind.COUNT or not named(part) or part.subject.head == whole.subject.head:
        return True
    mine, theirs, is_a = part.subject.concept, whole.subject.concept, view.book.lexicon.is_a
    if theirs is None or mine is None or theirs in singles(view.book.flags[SUMS], "broad"):
        return False
    return is_a(mine, theirs) or (is_a(mine, PERSON) and is_a(theirs, PERSON))


def is_part(part: Figure, whole: Figure) -> bool:
    """Has the article's reading tied the one to the other as its part?"""
    return any(link.type == LinkType.PART_OF and link.figure == whole.id for link in part.links)


def fits(part: Figure, whole: Figure, view: View) -> bool:
    """Can the two be added, by kind and unit? A bare number may leave out the whole's unit; "17-inch" is a sort."""
    if is_sort(part) or vague(part) or part.quantity.per != whole.quantity.per or part.quantity.change:
        return False
    if part.kind == Kind.COUNT and (not named(part) or " of " in part.quote) and whole.kind in BARE:
        return whole.kind != Kind.MONEY or (part.quantity.stated or 0) >= 1000
    summed = part.kind in SUMMED or part.kind == Kind.DURATION
    return summed and part.kind == whole.kind and scale(whole, part, view) is not None
