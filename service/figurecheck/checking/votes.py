"""FC212 vote-total-impossible: votes that are more than the chamber, or the ballots, that they come from."""

from collections.abc import Iterator

from figurecheck.checking.arithmetic import minus, total
from figurecheck.checking.ties import vague
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.passage import Passage
from figurecheck.checking.phrases import ends, holds, phrases, singles
from figurecheck.checking.sums import named
from figurecheck.checking.working import exactly, number
from figurecheck.matching.intervals import Interval, meet
from figurecheck.model import Figure, Kind

Votes = list[Figure]


def find(view: View) -> Iterator[Finding]:
    """One finding a chamber or a number of ballots that is smaller than the votes counted in it, or a false margin."""
    polls: Votes = []
    at: tuple[str, int] | None = None
    for passage in view.page.passages:
        if at != (passage.where, passage.paragraph):
            polls, at = [], (passage.where, passage.paragraph)
        yield from _chamber(passage, view)
        yield from _ballots(passage, polls, view)
        polls += _candidates(passage, bool(polls), view)
        yield from _margin(passage, polls, view)


def _chamber(passage: Passage, view: View) -> Iterator[Finding]:
    """ "by 52 votes to 49 in the 100-seat chamber"."""
    seats = [f for f in passage.figures if f.subject.head in singles(view.rule, "seats") and named(f)]
    if len(seats) != 1:
        return
    for i in range(len(passage.figures) - 1):
        one, two = passage.figures[i : i + 2]
        if seats[0] in (one, two) or one.kind != Kind.COUNT or two.kind != Kind.COUNT or named(two):
            continue
        if passage.before(i + 1) not in phrases(view.rule, "against"):
            continue
        if not holds(passage.words, phrases(view.rule, "voting")):
            continue
        cast = [one, two]
        if i + 2 < len(passage.figures) and passage.figures[i + 2].subject.head in singles(view.rule, "neither"):
            cast.append(passage.figures[i + 2])
        yield from _above(seats[0], cast, view)


def _ballots(passage: Passage, polls: Votes, view: View) -> Iterator[Finding]:
    """ "Ames had 9,870 votes, Bell 6,745 and Cole 2,318. In all, 18,420 ballots were cast"."""
    for k, figure in enumerate(passage.figures):
        if figure.kind != Kind.COUNT or figure.subject.head not in singles(view.rule, "ballots") or vague(figure):
            continue
        around = (*passage.before(k), *passage.quote(k), *passage.after(k))
        if len(polls) >= 2 and holds(around, phrases(view.rule, "all")) and holds(around, phrases(view.rule, "cast")):
            yield from _above(figure, polls, view)


def _above(whole: Figure, votes: Votes, view: View) -> Iterator[Finding]:
    if any(map(vague, votes)):
        return
    come, most = total(view.page.measure(vote).interval for vote in votes), view.page.measure(whole).interval
    if meet(come, Interval(0, most.high, False, most.high_open)):
        return
    working = " + ".join(number(view.page.measure(vote).interval.near) for vote in votes)
    message = f"{working} = {number(come.near)}, more than “{whole.quote}”."
    yield Finding(whole, view.rule.severity, message, within=tuple(votes), expected=exactly(come.near))


def _candidates(passage: Passage, going_on: bool, view: View) -> Votes:
    """The votes of the candidates: a figure of votes, and the bare figures that go on from it."""
    found: Votes = []
    for k, figure in enumerate(passage.figures):
        if figure.kind != Kind.COUNT or figure.quantity.per:
            continue
        votes = named(figure) and figure.subject.head in singles(view.rule, "votes")
        bare = not named(figure) and (going_on or bool(found))
        led = ends(passage.before(k), phrases(view.rule, "not_votes"))
        if (votes or bare) and not led and not holds(passage.words, phrases(view.rule, "all")):
            found.append(figure)
    return found


def _margin(passage: Passage, polls: Votes, view: View) -> Iterator[Finding]:
    """ "a margin of 3,125 votes over Bell": the first two candidates' difference."""
    for k, figure in enumerate(passage.figures):
        if figure.kind != Kind.COUNT or not ends(passage.before(k), phrases(view.rule, "margin")) or vague(figure):
            continue
        votes = [vote for vote in polls if vote.id != figure.id]
        if len(votes) < 2:
            continue
        one, two = (view.page.measure(vote).interval for vote in votes[:2])
        if meet(minus(one, two), view.page.measure(figure).interval):
            continue
        value = one.near - two.near
        message = f"{number(one.near)} - {number(two.near)} = {number(value)}; the text says “{figure.quote}”."
        yield Finding(figure, view.rule.severity, message, within=tuple(votes[:2]), expected=exactly(value))
