"""Votes that are said to reach a majority, and candidates whose votes are more than all those of their poll."""

from collections.abc import Iterator
from itertools import pairwise

from figurecheck.checking.arithmetic import over, total
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.passage import Passage, named
from figurecheck.checking.phrases import ends, holds, opens, phrases
from figurecheck.checking.sorts import is_part
from figurecheck.checking.values import vague
from figurecheck.checking.working import exactly, number, percent
from figurecheck.matching.intervals import Interval, meet
from figurecheck.model import Bound, Figure, Kind

CLOSE = 0.999
"""A share so near to what is needed may reach it."""
MOST = 1.25
"""Votes that come to so many times all are those of several polls."""


def needed(passage: Passage, view: View) -> Iterator[Finding]:
    """ "118 to 74, just over the two thirds needed"; "58 of the 90 deputies, just over the two thirds required"."""
    for d, figure in enumerate(passage.figures):
        share = figure.quantity.stated
        if figure.kind != Kind.RATIO or share is None or not 0.5 <= share < 1 or d < 2:
            continue
        lead = (*passage.before(d)[-4:], *passage.quote(d))
        if not opens(passage.after(d), phrases(view.rule, "takes")) or not holds(lead, phrases(view.rule, "reached")):
            continue
        votes = passage.figures[d - 2 : d]
        whole = _whole(passage, d, view)
        if whole is None or any(vague(vote) or vote.kind != Kind.COUNT for vote in votes):
            continue
        mine = view.page.measure(votes[0]).interval
        come = over(mine, whole)
        if come.high < float(share) * CLOSE:
            told = f"{number(mine.near)} of {number(whole.near)} is {percent(come.near * 100)}"
            message = f"{told}; the text says that it reaches “{figure.quote}”."
            yield Finding(figure, view.rule.severity, message, within=votes, expected=exactly(come.near, 3))


def _whole(passage: Passage, d: int, view: View) -> Interval | None:
    """All of whom the two figures before the fraction tell the votes for."""
    one, other = passage.figures[d - 2 : d]
    mine, theirs = (view.page.measure(figure).interval for figure in (one, other))
    if is_part(one, other):
        return theirs
    return mine.plus(theirs) if passage.before(d - 1) == ("to",) else None


def rivals(passage: Passage, near: tuple[Passage, ...], view: View) -> Iterator[Finding]:
    """ "She had 412 of 760 votes; he had 371"; "won with 51.8 per cent of the votes. Sorel had 38.6 and Payet 12.4"."""
    for k, whole in enumerate(passage.figures):
        first = passage.figures[k - 1] if k else None
        voted = whole.kind == Kind.COUNT and whole.subject.head == "vote" and named(whole)
        if first is None or not voted or not is_part(first, whole):
            continue
        others = [f for i, f in enumerate(passage.figures) if i > k and _had(passage, i, view) and not named(f)]
        if len(others) == 1 and first.kind == others[0].kind and not vague(others[0]):
            yield from _above(first, others, view.page.measure(whole).interval, f"“{whole.quote}”", view)
    behind = next((other for other in near if other.start > passage.start), None)
    winner = [f for k, f in enumerate(passage.figures) if _is_of_vote(passage, k, view)]
    if behind and len(winner) == 1 and behind.paragraph == passage.paragraph and _is_list(behind, view):
        yield from _above(winner[0], list(behind.figures), Interval(0, 100), "all votes", view)


def _had(passage: Passage, k: int, view: View) -> bool:
    """ "Rui Matos had 371"."""
    return passage.figures[k].kind in (Kind.COUNT, Kind.PERCENT) and ends(passage.before(k), phrases(view.rule, "had"))


def _is_share(figure: Figure) -> bool:
    quantity = figure.quantity
    return figure.kind == Kind.PERCENT and not quantity.change and not figure.links and quantity.bound == Bound.EXACT


def _is_of_vote(passage: Passage, k: int, view: View) -> bool:
    behind = tuple(word for word in passage.after(k)[:5] if word != "valid")
    return _is_share(passage.figures[k]) and opens(behind, phrases(view.rule, "of_the_vote"))


def _is_list(passage: Passage, view: View) -> bool:
    """Are its figures shares that others have: "Sorel had 38.6 per cent and Nadia Payet, a singer, 12.4 per cent"?"""
    gaps = [passage.between(i, j) for i, j in pairwise(range(len(passage.figures)))]
    listed = all({"and", ","} & set(gap) and "of" not in gap for gap in gaps)
    return listed and all(map(_is_share, passage.figures)) and _had(passage, 0, view)


def _above(first: Figure, others: list[Figure], most: Interval, told: str, view: View) -> Iterator[Finding]:
    terms = [view.page.measure(figure).interval for figure in (first, *others)]
    come = total(terms)
    if meet(come, Interval(0, most.high, False, most.high_open)) or come.near > MOST * most.high:
        return
    shown = percent if first.kind == Kind.PERCENT else number
    message = f"{' + '.join(shown(term.near) for term in terms)} = {shown(come.near)}, more than {told}."
    rest = most.high - sum(term.near for term in terms[1:])
    wanted = exactly(rest, 2) if rest > 0 else None
    yield Finding(first, view.rule.severity, message, within=tuple(others), expected=wanted)
