"""FC209 part-exceeds-whole: a part, named as one by the copy itself, that is more than its whole."""

from collections.abc import Iterator
from math import inf

from figurecheck.checking.finding import Finding, View
from figurecheck.checking.passage import Passage, Words, named
from figurecheck.checking.phrases import bare, ends, holds, opens, phrases, singles
from figurecheck.checking.readings import beside
from figurecheck.checking.sorts import OWNER, fits, owned, same_sort
from figurecheck.checking.values import scale, vague
from figurecheck.checking.working import expected
from figurecheck.matching.intervals import Interval, meet
from figurecheck.model import Action, Figure, LinkType


def find(view: View) -> Iterator[Finding]:
    """One finding a part above all that it may be a part of."""
    for passage, near in beside(view):
        before = [other for other in near if other.start < passage.start and other.paragraph == passage.paragraph]
        for i, part in enumerate(passage.figures):
            wholes = [whole for whole in _wholes(passage, i, before, view) if not vague(whole)]
            sort = passage.after(i)[:1] == ("-",)
            if not wholes or sort or vague(part) or _is_far(part, wholes[0], view):
                continue
            if not any(_holds(part, whole, view) for whole in wholes):
                yield _finding(part, wholes[0], view)


def _wholes(passage: Passage, i: int, before: list[Passage], view: View) -> list[Figure]:
    """What figure i may be a part of, the likeliest first; nothing where the copy does not call it a part."""
    part, figures = passage.figures[i], passage.figures
    if i + 1 < len(figures) and owned(passage, i) and fits(part, figures[i + 1], view):
        return [figures[i + 1]]
    if i + 1 < len(figures) and passage.before(i + 1) in phrases(view.rule, "of_whole"):
        after = figures[i + 1]
        return [after] if same_sort(part, after, view) and not named(part) else []
    if opens(passage.after(i), phrases(view.rule, "in_hospital")) and passage.before(i)[-1:] == ("the",):
        hurt = [f for other in before for f in _alike(part, other, len(other.figures), view)]
        return [whole for whole in hurt if whole.context.action == Action.INJURE]
    if before and not i and _of_those(passage.before(0), view) and not named(part):
        return _alike(part, before[-1], len(before[-1].figures), view)
    earlier = _alike(part, passage, i, view)
    told = (*passage.quote(i)[1:], *passage.after(i)[:2])
    if opens(passage.after(i), phrases(view.rule, "in_one")):
        return []  # "slept in two hostels, 16 of them in one"
    if holds(told, phrases(view.rule, "of_them")):
        apposed = passage.before(i)[-1:] == (",",) and len(passage.before(i)) == 2  # "Volunteers, 230 of them"
        last = _alike(part, before[-1], len(before[-1].figures), view) if before and not apposed else []
        return [figure for figure in earlier or last if figure.kind == part.kind]
    if not i or not same_sort(part, figures[i - 1], view):
        return []
    told_one = _marked(passage.before(i), view) or (_opens(passage, i - 1, view) and not named(part))
    return earlier[:1] if told_one else []


def _of_those(lead: Words, view: View) -> bool:
    """ "Of these, 21 are open", "Of those rescued, 231 were pilgrims"."""
    return opens(lead, phrases(view.rule, "of_them")) and lead[-1:] == (",",) and len(lead) <= OF_THOSE


OF_THOSE = 6
"""So many words at most say of whom a part is."""


def _alike(part: Figure, passage: Passage, i: int, view: View) -> list[Figure]:
    """The figures before the i-th that the part may be of, the last first; none that is told of each of several."""
    found = (k for k in range(i - 1, -1, -1) if same_sort(part, passage.figures[k], view))
    return [passage.figures[k] for k in found if not _of_each(passage, k) and not _is_past(passage, k, view)]


def _is_past(passage: Passage, k: int, view: View) -> bool:
    """ "64 boats, down from 90 in 2015": is figure k what another has come from?"""
    moved = any(link.type == LinkType.CHANGE_TO for link in passage.figures[k].links)
    return moved or ends(passage.before(k), phrases(view.rule, "past"))


def _of_each(passage: Passage, k: int) -> bool:
    """Is figure k told of each of others: "84 for each of the 31 days"?"""
    return "each" in passage.after(k)[:2] or passage.figures[k].quantity.per is not None


def _marked(gap: Words, view: View) -> bool:
    """Do the words name what follows a part: ", including", ", of which fire has destroyed"?"""
    if len(gap) > view.rule.setting("reach", 9) or holds(gap, phrases(view.rule, "breaks")):
        return False
    lead = bare(gap, singles(view.rule, "fillers"))
    return ends(lead, phrases(view.rule, "parts")) or holds(gap, phrases(view.rule, "parts_far"))


def _opens(passage: Passage, i: int, view: View) -> bool:
    """Does figure i open the sentence as a whole: "Of the 84 drones, 96 ..."?"""
    gap = passage.before(i + 1)
    led = not gap or (gap[-1:] == (",",) and len(gap) <= view.rule.setting("clause", 14))
    return not i and led and _is_of(passage.before(0), view)


def _is_of(lead: Words, view: View) -> bool:
    """ "Of the", "Of the governing party's"."""
    owner = bool(lead) and lead[-1].endswith(("'s", "s'")) and len(lead) <= OWNER
    return lead in phrases(view.rule, "opens_whole") or (owner and lead[:1] == ("of",))


def _room(part: Figure, whole: Figure, view: View) -> Interval:
    """Up to where a part may go, in its own unit; a bare number has its whole's."""
    most = view.page.measure(whole).interval.scaled(scale(part, whole, view) or 1.0)
    return Interval(-inf, most.high, True, most.high_open)


def _holds(part: Figure, whole: Figure, view: View) -> bool:
    return meet(view.page.measure(part).interval, _room(part, whole, view))


def _is_far(part: Figure, whole: Figure, view: View) -> bool:
    """Is it so much more that the copy must mean another whole?"""
    return view.page.measure(part).interval.low > view.rule.setting("far", 20) * _room(part, whole, view).high


def _finding(part: Figure, whole: Figure, view: View) -> Finding:
    stated, room = whole.quantity.stated, _room(part, whole, view)
    most = room.high if stated is None else float(stated) * (scale(part, whole, view) or 1.0)
    message = f"“{part.quote}” is given as a part of “{whole.quote}”, and is more than that."
    return Finding(part, view.rule.severity, message, within=(whole,), expected=expected(Interval(0, most)))
