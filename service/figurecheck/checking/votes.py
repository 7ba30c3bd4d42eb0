"""FC212 vote-total-impossible: votes that are more than the chamber, or the ballots, that they come from."""

from collections.abc import Iterable, Iterator
from math import inf

from figurecheck.checking.arithmetic import minus, total
from figurecheck.checking.degrees import of_rule
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.lists import are_joined, parts_from
from figurecheck.checking.passage import Passage, named
from figurecheck.checking.phrases import among, ends, holds, opens, phrases, singles
from figurecheck.checking.polls import above_roll, candidates, cast_in, is_of_another
from figurecheck.checking.readings import beside
from figurecheck.checking.sorts import SUMS
from figurecheck.checking.values import vague
from figurecheck.checking.vote_shares import needed, rivals
from figurecheck.checking.working import exactly, expected, number, percent
from figurecheck.matching.intervals import Interval, meet
from figurecheck.model import Bound, Figure, Kind

Votes = list[Figure]


def find(view: View) -> Iterator[Finding]:
    """One finding a chamber or a number of ballots smaller than the votes counted in it, or a false margin."""
    polls: Votes = []
    cast: Votes = []
    ballots: Figure | None = None
    at: tuple[str, int] | None = None
    yield from above_roll(view)
    for passage, near in beside(view):
        if at != (passage.where, passage.paragraph):
            polls, cast, ballots, at = [], [], None, (passage.where, passage.paragraph)
        yield from _chamber(passage, [other for other in near if other.paragraph == passage.paragraph], view)
        yield from _shares(passage, view)
        yield from _seats(passage, near, view)
        yield from needed(passage, view)
        yield from rivals(passage, near, view)
        ballots = cast_in(passage, view) or ballots
        polls += candidates(passage, bool(polls) or ballots is not None, view)
        if ballots and len(polls) >= 2:
            yield from _above(ballots, polls, view)
            ballots = None
        if ballots and len(cast) == 2 and not polls:
            yield from _above(ballots, cast, view)
            ballots = None
        if holds(passage.words, phrases(view.rule, "voting")):
            cast = next((cast for cast in _tallies(passage, view) if len(cast) >= 2), cast)
        yield from _margin(passage, cast, polls, view)


def _chamber(passage: Passage, near: list[Passage], view: View) -> Iterator[Finding]:
    """ "by 52 votes to 49 in the 100-seat chamber", "the nine judges ruled 6 to 4"."""
    if not holds(passage.words, phrases(view.rule, "voting")):
        return
    for cast in _tallies(passage, view):
        seats = [f for k, f in enumerate(passage.figures) if f not in cast and _is_chamber(passage, k, view)]
        for other in sorted(near, key=lambda one: (one.start < passage.start, abs(one.start - passage.start))):
            # the sentence behind first: those before tell of other bodies as well
            seats = seats or [f for k, f in enumerate(other.figures) if _is_chamber(other, k, view)]
        most = max(side.low for vote in cast for side in _sides(vote, view))
        if _tie_broken(cast, seats, (passage, *near), view):
            continue
        if len(seats) == 1 and view.page.measure(seats[0]).interval.high >= most:
            yield from _above(seats[0], cast, view)


def _tie_broken(cast: Votes, seats: Votes, near: Iterable[Passage], view: View) -> bool:
    """ "51-50, with the vice-president voting": one vote more, and of one who has no seat."""
    sides = [side.near for vote in cast for side in _sides(vote, view)]
    broken = len(sides) == 2 and abs(sides[0] - sides[1]) == 1
    told = any(holds(passage.words, phrases(view.rule, "tie_break")) for passage in near)
    return broken and told and any(sum(sides) - 1 == seat.quantity.stated for seat in seats)


def _seats(passage: Passage, near: tuple[Passage, ...], view: View) -> Iterator[Finding]:
    """ "Labour took 58 seats, the Nationals 41 and the Greens 27 in the 120-seat parliament"."""
    for first, figure in enumerate(passage.figures):
        won = figure.kind == Kind.COUNT and named(figure) and figure.subject.head in singles(view.rule, "won")
        if not won or "-" in figure.quote:
            continue
        if first and passage.before(first) in phrases(
            view.rule, "of_house"
        ):  # "held 21 of its 48 seats, the Greens nine"
            others = parts_from(passage, first + 1, figure, of_rule(view, SUMS))
            at = [k for k, other in enumerate(passage.figures) if other in others]
            if any(ends(passage.before(k), phrases(view.rule, "no_seats")) for k in at):
                return
            if len(others) > 1 and are_joined(passage, others, of_rule(view, SUMS)):
                yield from _above(figure, [passage.figures[first - 1], *others], view)
            return
        parts = parts_from(passage, first, figure, of_rule(view, SUMS))
        parts = tuple(part for part in parts if "-" not in part.quote)
        if len(parts) < 2 or not are_joined(passage, parts, of_rule(view, SUMS)):
            continue
        houses = [f for where in (passage, *near) for f in where.figures if f.kind == Kind.COUNT and _is_house(f, view)]
        if len({house.quantity.stated for house in houses}) == 1:
            yield from _above(houses[0], list(parts), view)
        return


def _is_house(figure: Figure, view: View) -> bool:
    """ "the 120-seat parliament"."""
    return "-" in figure.quote and figure.subject.head in singles(view.rule, "won")


def _is_chamber(passage: Passage, k: int, view: View) -> bool:
    """Does figure k count those who may vote: "the 100-seat chamber", "15 members", "the House of 435"?"""
    figure = passage.figures[k]
    if figure.kind != Kind.COUNT or vague(figure) or opens(passage.after(k), phrases(view.rule, "took_sides")):
        return False
    if holds((*passage.before(k)[-3:], *passage.quote(k), *passage.after(k)[:4]), phrases(view.rule, "needed")):
        return False
    if figure.subject.head in singles(view.rule, "seats") and (named(figure) or "-" in figure.quote):
        return True
    lead = passage.before(k)[-2:]
    return len(lead) == 2 and lead[1] == "of" and lead[0] in singles(view.rule, "chambers")


def _tallies(passage: Passage, view: View) -> Iterator[Votes]:
    """The votes for and against that stand together, with the abstentions behind them."""
    figures, told = passage.figures, 0
    for i, one in enumerate(figures):
        if i < told or one.kind != Kind.COUNT or vague(one) or _is_chamber(passage, i, view):
            continue
        if one.quantity.bound == Bound.BETWEEN and ends(passage.before(i), phrases(view.rule, "before_tally")):
            yield [one]
        cast, k = [one], i + 1
        while k < len(figures) and _goes_on(passage, k, view):
            cast.append(figures[k])
            k += 1
        if len(cast) > 1:
            told = k
            yield cast


def _goes_on(passage: Passage, k: int, view: View) -> bool:
    """Is figure k the votes of another side: "52 votes to 49", "nine for and six against", "and four abstentions"?"""
    figure, gap = passage.figures[k], passage.before(k)
    if figure.kind != Kind.COUNT or figure.quantity.per or passage.figures[k - 1].kind != Kind.COUNT:
        return False
    told = holds(passage.after(k)[:2], phrases(view.rule, "sides"))
    others = singles(view.rule, "seats") if told else singles(view.rule, "neither") | singles(view.rule, "votes")
    whose = passage.quote(k)[1:2] == ("of",)  # "18,450 votes to the 16,920 of Dan Orr"
    if named(figure) and not whose and figure.subject.head not in others:
        return False
    against = "to" in (gap[-1:] + gap[:1]) or gap == ("-",) or told
    neither = figure.subject.head in singles(view.rule, "neither")
    clause = told and len(gap) <= view.rule.setting("reach", 10) and not holds(gap, phrases(view.rule, "breaks"))
    return clause or ((against or neither) and among(gap, singles(view.rule, "between_votes")))


def _shares(passage: Passage, view: View) -> Iterator[Finding]:
    """ "58 per cent to 52 per cent in the referendum", "took 51.2 percent of the vote and Vega 58.8 percent"."""
    if not holds(passage.words, phrases(view.rule, "polling")):
        return
    passage = passage.without(frozenset(Kind) - {Kind.PERCENT})
    for k in range(1, len(passage.figures)):
        one, other, gap = passage.figures[k - 1], passage.figures[k], passage.before(k)
        if not one.kind == other.kind == Kind.PERCENT or one.quantity.change or other.quantity.change:
            continue
        facing = (gap == ("to",) or (gap[-1:] == ("to",) and holds(gap, phrases(view.rule, "of_the_vote")))) and ends(
            passage.before(k - 1), phrases(view.rule, "before_tally")
        )
        joined = holds(gap, phrases(view.rule, "of_the_vote")) and "and" in gap and passage.after(k)[:1] != ("of",)
        sided = all(opens(passage.after(i), phrases(view.rule, "sides")) for i in (k - 1, k)) and gap[-1:] == ("and",)
        come = total([view.page.measure(one).interval, view.page.measure(other).interval])
        if (facing or joined or sided) and not meet(come, Interval(0, 100)):
            left, right = (view.page.measure(figure).interval.near for figure in (one, other))
            message = f"{percent(left)} + {percent(right)} = {percent(left + right)}, more than all votes."
            yield Finding(other, view.rule.severity, message, within=(one,), expected=exactly(100 - left, 2))


def _above(whole: Figure, votes: Votes, view: View) -> Iterator[Finding]:
    if any(map(vague, votes)):
        return
    parts = [part for vote in votes for part in _sides(vote, view)]
    come, most = total(parts), view.page.measure(whole).interval
    if meet(come, Interval(0, most.high, False, most.high_open)):
        return
    working = " + ".join(number(part.near) for part in parts)
    message = f"{working} = {number(come.near)}, more than “{whole.quote}”."
    yield Finding(whole, view.rule.severity, message, within=tuple(votes), expected=expected(Interval(come.near, inf)))


def _sides(vote: Figure, view: View) -> list[Interval]:
    """The votes that a figure tells: two where it was read as a range, "220 to 225"."""
    values = view.page.measure(vote).interval
    if vote.quantity.bound != Bound.BETWEEN:
        return [values]
    return [Interval(values.low, values.low), Interval(values.high, values.high)]


def _is_margin(passage: Passage, k: int, view: View) -> bool:
    """ "a majority of 740", "lost his seat by 1,214 votes"; "31 of 60 seats, a majority of two" is none of votes."""
    lead, behind, figure = passage.before(k), passage.after(k), passage.figures[k]
    votes = named(figure) and figure.subject.head in singles(view.rule, "votes")
    if votes and lead[-1:] == ("by",) and holds(lead[-8:], phrases(view.rule, "beaten")):
        return behind != ("to",) and not is_of_another(passage.words, view)
    held = any(other.subject.head in singles(view.rule, "won") for other in passage.figures)
    led = ends(lead, phrases(view.rule, "margin")) and behind[:1] != ("to",)  # "a margin of four to one"
    return led and not is_of_another(lead, view) and (votes or not held)


def _margin(passage: Passage, cast: Votes, polls: Votes, view: View) -> Iterator[Finding]:
    """ "a margin of 3,125 votes over Bell": the first two candidates' difference."""
    for k, figure in enumerate(passage.figures):
        if figure.kind != Kind.COUNT or vague(figure) or not _is_margin(passage, k, view):
            continue
        sides = [vote for vote in cast if vote is not figure and vote.subject.head not in singles(view.rule, "neither")]
        votes = sides if len(sides) == 2 else [vote for vote in polls if vote.id != figure.id]
        if len(votes) < 2:
            continue
        one, two = (view.page.measure(vote).interval for vote in votes[:2])
        if two.low > one.high:
            one, two = two, one
        if meet(minus(one, two), view.page.measure(figure).interval):
            continue
        value = one.near - two.near
        message = f"{number(one.near)} - {number(two.near)} = {number(value)}; the text says “{figure.quote}”."
        yield Finding(figure, view.rule.severity, message, within=tuple(votes[:2]), expected=exactly(value))
