"""Changes that a sentence tells in full: from what, to what, and by how much."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from figurecheck.checking.finding import View
from figurecheck.checking.passage import Passage, Words
from figurecheck.checking.phrases import ends, holds, opens, phrases
from figurecheck.matching.measure import factor
from figurecheck.model import Bound, Figure, Kind, LinkType

TIMES = frozenset((Kind.DURATION, Kind.AGE))
"""Figures that stand between those of a change and are not among them: "from 40 in the 12 months before"."""
DEGREES = frozenset((Kind.PERCENT, Kind.PERCENTAGE_POINT, Kind.BASIS_POINT, Kind.RATIO))
"""What can say how far a value went."""
WORDS = "FC204"
"""The rule whose file lists the words of change."""
LEVELS = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.PERCENT, Kind.RATE))


@dataclass(frozen=True, slots=True)
class Change:
    """A value that went from `start` to `end`, told as `by`. `up` is the way the copy says it went, None where it does
    not say; `behind` are the words before `by`."""

    start: Figure
    end: Figure
    by: Figure
    up: bool | None
    before: Words
    shown: tuple[Figure, ...]
    """The figures that tell it, but for `by`."""


def changes(view: View, kinds: frozenset[Kind]) -> Iterator[Change]:
    """Every change of the article whose degree is of one of these kinds, each degree once."""
    view = replace(view, rule=view.book.flags[WORDS])
    for whole in view.page.passages:
        if len(whole.figures) < 2:
            continue
        passage = whole.without(TIMES)
        used: set[str] = set()
        for found in (*_told(passage, view), *_up_from(passage, view), *_ranges(passage, view)):
            if found.by.kind in kinds and found.by.id not in used:
                used.add(found.by.id)
                yield found


def comparable(left: Figure, right: Figure, view: View) -> bool:
    """Have two figures values of one kind in units that convert?"""
    return factor(view.page.measure(left), view.page.measure(right), view.book.units) is not None


def _told(passage: Passage, view: View) -> Iterator[Change]:
    """ "rose 50% to 60 from 40", "rose from 40 to 60, an increase of 50%"."""
    figures = passage.figures
    for i, j, start, end in _ways(passage, view):
        if i and figures[i - 1].kind in DEGREES and _leads(passage, i, view):
            yield _change(passage, i - 1, start, end, view)
        elif j + 1 < len(figures) and figures[j + 1].kind in DEGREES and _follows(passage, j + 1, view):
            yield _change(passage, j + 1, start, end, view)


def _ways(passage: Passage, view: View) -> Iterator[tuple[int, int, Figure, Figure]]:
    """From what to what: the indices of the first and the last figure, and the two in the order of time."""
    by_id = {figure.id: k for k, figure in enumerate(passage.figures)}
    for i, figure in enumerate(passage.figures):
        for link in figure.links:
            j = by_id.get(link.figure)
            if link.type == LinkType.CHANGE_TO and j is not None and abs(j - i) == 1:
                yield min(i, j), max(i, j), figure, passage.figures[j]
    for i, (left, right) in enumerate(pairwise(passage.figures)):
        if any(link.type in (LinkType.CHANGE_TO, LinkType.CHANGE_FROM) for link in (*left.links, *right.links)):
            continue
        if left.kind not in LEVELS or not comparable(left, right, view):
            continue
        before, between = passage.before(i), passage.before(i + 1)
        if ends(before, phrases(view.rule, "to")) and _against(between, view):
            yield i, i + 1, right, left
        elif _short_from(before, view) and ends(between, phrases(view.rule, "to")) and len(between) < 8:
            yield i, i + 1, left, right


def _against(between: Words, view: View) -> bool:
    """Do the words lead to the value before: "from", "in April, compared with"?"""
    skip = next((k for k in range(5) if opens(between[k:], phrases(view.rule, "against"))), None)
    return skip is not None and len(between) - skip < 8 and not holds(between[:skip], phrases(view.rule, "breaks"))


def _short_from(before: Words, view: View) -> bool:
    return any(ends(before[: len(before) - cut], phrases(view.rule, "leaving")) for cut in range(4))


def _leads(passage: Passage, i: int, view: View) -> bool:
    """Does the degree before figure i belong to the change that i opens: "rose 50% to 60"?"""
    degree, between = passage.figures[i - 1], passage.before(i)
    if len(between) > view.rule.setting("reach", 10) or holds(between, phrases(view.rule, "breaks")):
        return False
    return bool(degree.quantity.change) or opens(between, phrases(view.rule, "nouns")) or degree.kind == Kind.RATIO


def _follows(passage: Passage, k: int, view: View) -> bool:
    """Does degree k sum up the change before it: ", an increase of 50%", ", a 50% rise"?"""
    between, behind = passage.before(k), passage.after(k)
    if len(between) > view.rule.setting("reach", 10) or holds(between, phrases(view.rule, "breaks")):
        return False
    if ends(between, phrases(view.rule, "sums_up")):
        return True
    return ends(between, frozenset({(",", "a"), (",", "an"), ("-", "a")})) and opens(
        behind, phrases(view.rule, "nouns")
    )


def _up_from(passage: Passage, view: View) -> Iterator[Change]:
    """ "60, up 50% from 40"; "60, 50% more than the 40"; "60, more than double the 25"."""
    figures = passage.figures
    for k in range(1, len(figures) - 1):
        by, base, now = figures[k], figures[k + 1], figures[k - 1]
        if by.kind not in DEGREES or base.kind not in LEVELS or not comparable(now, base, view):
            continue
        between, gap = passage.before(k + 1), passage.before(k)
        if len(between) > view.rule.setting("reach", 10) or holds(between, phrases(view.rule, "breaks")):
            continue
        if holds(gap, phrases(view.rule, "breaks")) or len(gap) > 2 * view.rule.setting("reach", 10):
            continue
        more, less = phrases(view.rule, "more"), phrases(view.rule, "less")
        if (by.quantity.change and opens(between, phrases(view.rule, "from"))) or (
            by.kind == Kind.RATIO and _times(between, view)
        ):
            yield _change(passage, k, base, now, view)
        elif by.kind != Kind.RATIO and (opens(between, more) or opens(between, less)):
            yield Change(base, now, by, opens(between, more), gap, (base, now))


def _ranges(passage: Passage, view: View) -> Iterator[Change]:
    """ "tripled, from £12 million to £24 million": what reads like a range is a change beside a word of change."""
    for k, figure in enumerate(passage.figures):
        if figure.quantity.bound != Bound.BETWEEN or figure.kind not in LEVELS:
            continue
        if passage.quote(k)[:1] != ("from",) and not _short_from(passage.before(k), view):
            continue
        start, end = _end(figure, "low"), _end(figure, "high")
        if k and passage.figures[k - 1].kind in DEGREES and _leads(passage, k, view):
            yield _change(passage, k - 1, start, end, view, (figure,))
        elif k + 1 < len(passage.figures) and passage.figures[k + 1].kind in DEGREES and _follows(passage, k + 1, view):
            yield _change(passage, k + 1, start, end, view, (figure,))


def _end(figure: Figure, name: str) -> Figure:
    """One end of a range as a figure of its own."""
    value = getattr(figure.quantity, name)
    quantity = figure.quantity.model_copy(update={"stated": value, "low": value, "high": value, "bound": Bound.EXACT})
    return figure.model_copy(update={"id": f"{figure.id} {name}", "quantity": quantity})


def _times(between: Words, view: View) -> bool:
    """Do the words behind "double" or "three times" lead to what it is compared with: "as many as the", "the"?"""
    return opens(between, phrases(view.rule, "compared")) and len(between) <= 6


def _change(passage: Passage, k: int, start: Figure, end: Figure, view: View, shown: tuple[Figure, ...] = ()) -> Change:
    by = passage.figures[k]
    up = {"up": True, "down": False}.get(by.quantity.change or "")
    if up is None:
        around = (*passage.before(k)[-4:], *passage.after(k)[:2])
        rise, fall = holds(around, phrases(view.rule, "rises")), holds(around, phrases(view.rule, "falls"))
        up = None if rise == fall else rise
    return Change(start, end, by, up, passage.before(k), shown or (start, end))


def vague(figure: Figure) -> bool:
    """Is it an order of magnitude only ("dozens")?"""
    return figure.quantity.bound == Bound.ORDER
