"""Shares that a sentence tells in full: the part, the whole, and what share the one is of the other."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from figurecheck.checking.arithmetic import over
from figurecheck.checking.changes import TIMES, comparable
from figurecheck.checking.finding import View
from figurecheck.checking.passage import Passage, Words
from figurecheck.checking.phrases import ends, holds, opens, phrases
from figurecheck.matching.intervals import Interval, meet
from figurecheck.matching.measure import factor
from figurecheck.model import Figure, Kind, LinkType

WORDS = "FC213"
"""The rule whose file lists the words of shares."""
AMOUNTS = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE))


@dataclass(frozen=True, slots=True)
class Share:
    """A part and its whole, told as `by`: "64 of 212, or 30%", "3,962, about 11% of its 36,000", "a third of them"."""

    part: Figure
    whole: Figure
    by: Figure
    others: tuple[Figure, ...] = ()
    """What else of the sentence before the whole may be."""

    def holds(self, given: Interval, view: View) -> bool:
        """Do any values of part and whole, or of what else may be the whole, give the share?"""
        return any(self._fits(whole, given, view) for whole in (self.whole, *self.others))

    def _fits(self, whole: Figure, given: Interval, view: View) -> bool:
        turn = factor(view.page.measure(whole), view.page.measure(self.part), view.book.units)
        part, all_of_it = view.page.measure(self.part).interval, view.page.measure(whole).interval
        return turn is None or all_of_it.low <= 0 or meet(over(part.scaled(*turn), all_of_it), given)


def shares(view: View, kind: Kind) -> Iterator[Share]:
    """Every share of the article whose degree is of this kind, each degree once."""
    view = replace(view, rule=view.book.flags[WORDS])
    before: Passage | None = None
    for passage in view.page.passages:
        used: set[str] = set()
        short = passage.without(TIMES)
        for found in (*_within(short, view), *_of_those(short, before, view)):
            if found.by.kind == kind and found.by.id not in used:
                used.add(found.by.id)
                yield found
        before = short


def _within(passage: Passage, view: View) -> Iterator[Share]:
    figures = passage.figures
    for i in range(len(figures) - 2):
        one, two, three = figures[i : i + 3]
        first, second = passage.before(i + 1), passage.before(i + 2)
        if _degree(two) and _pair(one, three, view) and _restated(first, view) and _of(two, second, view):
            yield Share(one, three, two)
        elif _degree(three) and _pair(one, two, view) and _of(one, first, view) and _or(second, passage, i + 2, view):
            yield Share(one, two, three)
        elif _degree(one) and _pair(three, two, view) and _of(one, first, view) and _or(second, passage, i + 2, view):
            yield Share(three, two, one)


def _of_those(passage: Passage, before: Passage | None, view: View) -> Iterator[Share]:
    """ "A third of them, 1,450, must ..."; "Of those arrested 960, or 60 per cent, had ..."."""
    figures = passage.figures
    if before is None or before.where != passage.where or passage.paragraph != before.paragraph:
        return
    if not before.figures or len(figures) < 2:
        return
    whole = before.figures[0]
    others = tuple(figure for figure in before.figures[1:] if _pair(figure, whole, view))
    one, two = figures[:2]
    opening, between = passage.before(0), passage.before(1)
    linked = any(link.type == LinkType.PART_OF and link.figure == whole.id for link in one.links)
    if linked and not opening and between in phrases(view.rule, "named"):
        if _degree(one) and _pair(two, whole, view) and _closed(passage, 1):
            yield Share(two, whole, one, others)
    elif _takes_up(opening, view) and _degree(two) and _pair(one, whole, view) and _or(between, passage, 1, view):
        yield Share(one, whole, two, others)


def _takes_up(opening: Words, view: View) -> bool:
    return opens(opening, phrases(view.rule, "of_those")) and not holds(opening, phrases(view.rule, "breaks"))


def _degree(figure: Figure) -> bool:
    """Is it a share: a percentage, or a fraction below 1?"""
    quantity = figure.quantity
    if figure.kind == Kind.RATIO:
        return quantity.stated is not None and quantity.stated < 1 and not quantity.change
    return figure.kind == Kind.PERCENT and not quantity.change and (quantity.stated or 0) <= 100


def _pair(part: Figure, whole: Figure, view: View) -> bool:
    amounts = part.kind == whole.kind and part.kind in AMOUNTS
    return amounts and not (part.quantity.per or whole.quantity.per) and comparable(part, whole, view)


def _restated(between: Words, view: View) -> bool:
    """Do the words lead from a part to its share: ", or about"?"""
    near = len(between) <= view.rule.setting("reach", 9) and not holds(between, phrases(view.rule, "breaks"))
    return near and ends(between, phrases(view.rule, "or"))


def _of(figure: Figure, between: Words, view: View) -> bool:
    """Do the words lead to the whole: "of the county's", "of its"?"""
    if len(between) > view.rule.setting("of_reach", 5) or holds(between, phrases(view.rule, "breaks")):
        return False
    return opens(between, phrases(view.rule, "of")) or (" of " in figure.quote and between[:1] not in ((",",), ("(",)))


def _or(between: Words, passage: Passage, k: int, view: View) -> bool:
    """Is figure k the same again, in other terms: ", or 30 per cent,", "(30 per cent)"?"""
    return _restated(between, view) and _closed(passage, k)


def _closed(passage: Passage, k: int) -> bool:
    behind = passage.after(k)
    return not behind or not behind[0].isalpha() or behind[0] != "of"
