"""FC209 part-exceeds-whole: a part, named as one by the copy itself, that is more than its whole."""

from collections.abc import Iterator
from math import inf

from figurecheck.checking.ties import vague
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.passage import Passage, Words
from figurecheck.checking.phrases import ends, holds, phrases
from figurecheck.checking.sums import named, same_sort
from figurecheck.checking.working import expected
from figurecheck.matching.intervals import Interval, meet
from figurecheck.matching.measure import factor
from figurecheck.model import Figure


def find(view: View) -> Iterator[Finding]:
    """One finding a part above its whole."""
    before: Passage | None = None
    for passage in view.page.passages:
        near = before if before and before.where == passage.where and before.paragraph == passage.paragraph else None
        used: set[str] = set()
        for part, whole in (*_beside(passage, view), *_of_them(passage, near, view)):
            if part.id not in used and not vague(part) and not vague(whole):
                used.add(part.id)
                yield from _check(part, whole, view)
        before = passage


def _beside(passage: Passage, view: View) -> Iterator[tuple[Figure, Figure]]:
    """ "40 of the 30 passengers", "30 passengers, including 40 children", "of the 84 drones, 96 were lost"."""
    for i in range(len(passage.figures) - 1):
        one, two, gap = passage.figures[i], passage.figures[i + 1], passage.before(i + 1)
        if gap in phrases(view.rule, "of_whole") and same_sort(one, two, view) and not named(one):
            yield one, two
        elif not same_sort(two, one, view):
            continue
        elif _marked(gap, view) or (_opens(passage, i, view) and not named(two)):
            yield two, one


def _marked(gap: Words, view: View) -> bool:
    """Do the words name what follows a part: ", including"?"""
    return ends(gap, phrases(view.rule, "parts")) and _near(gap[:-1], view)


def _opens(passage: Passage, i: int, view: View) -> bool:
    """Does figure i open the sentence as a whole: "Of the 84 drones, 96 ..."?"""
    gap = passage.before(i + 1)
    return passage.before(i) in phrases(view.rule, "opens_whole") and gap[-1:] == (",",) and len(gap) <= 4


def _near(gap: Words, view: View) -> bool:
    return len(gap) <= view.rule.setting("reach", 9) and not holds(gap, phrases(view.rule, "breaks"))


def _of_them(passage: Passage, before: Passage | None, view: View) -> Iterator[tuple[Figure, Figure]]:
    """ "30 sailors are ashore, 45 of them on leave"."""
    for i, part in enumerate(passage.figures):
        told = (*passage.quote(i)[1:], *passage.after(i)[:2])
        if not any(told[:2] == phrase for phrase in phrases(view.rule, "of_them")):
            continue
        if i and same_sort(part, passage.figures[i - 1], view) and _near(passage.before(i), view):
            yield part, passage.figures[i - 1]
        elif i == 0 and before and not passage.before(0):
            wholes = [figure for figure in before.figures if same_sort(part, figure, view)]
            if len(wholes) == 1:
                yield part, wholes[0]


def _check(part: Figure, whole: Figure, view: View) -> Iterator[Finding]:
    turn = factor(view.page.measure(part), view.page.measure(whole), view.book.units)
    if turn is None:
        return
    most = view.page.measure(whole).interval.scaled(*turn)
    room = Interval(-inf, most.high, True, most.high_open)
    if meet(view.page.measure(part).interval, room):
        return
    message = f"“{part.quote}” is given as a part of “{whole.quote}”, and is more than that."
    wanted = expected(
        Interval(0, most.high if whole.quantity.stated is None else float(whole.quantity.stated) * turn[0])
    )
    yield Finding(part, view.rule.severity, message, within=(whole,), expected=wanted)
