"""The ballots of a poll, the votes of its candidates, and the roll of those who may vote in it."""

from collections.abc import Iterator

from figurecheck.checking.arithmetic import over
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.passage import Passage, Words, named
from figurecheck.checking.phrases import ends, holds, opens, phrases, singles
from figurecheck.checking.slips import may_be_slip
from figurecheck.checking.values import vague
from figurecheck.checking.working import exactly, expected, number, percent
from figurecheck.matching.intervals import Interval, meet
from figurecheck.model import Figure, Kind

ALL, TOLD_OF = 100.0, 8
"""All voters in per cent, and within how many words a figure is told of the turnout: "Turnout in the town was"."""
NEAR = 2.0
"""Ballots and a roll whose ratio is further off than this from the turnout are of two polls."""


def cast_in(passage: Passage, view: View) -> Figure | None:
    """The ballots of a whole poll: "In all, 18,420 ballots were cast", "a tally of 13,104 ballots cast"."""
    return next((figure for k, figure in enumerate(passage.figures) if _is_cast(passage, k, view)), None)


def _is_cast(passage: Passage, k: int, view: View) -> bool:
    figure, around = passage.figures[k], (*passage.before(k), *passage.quote(k), *passage.after(k))
    if figure.kind != Kind.COUNT or vague(figure):
        return False
    ballots, voters = singles(view.rule, "ballots"), singles(view.rule, "voters")
    if figure.subject.head in ballots | voters and holds(around, phrases(view.rule, "all")):
        return holds(around, phrases(view.rule, "cast"))
    if named(figure) and figure.subject.head in voters and opens(passage.after(k), phrases(view.rule, "took_part")):
        return not is_of_another(passage.words, view)
    near = (*passage.before(k)[-3:], *passage.quote(k), *passage.after(k)[:5])
    counted = passage.before(k)[-1:] and passage.before(k)[-1] in singles(view.rule, "counted")
    counted = counted or opens(passage.after(k), phrases(view.rule, "were_cast"))
    told = named(figure) and figure.subject.head in ballots and counted
    return bool(told) and not holds(near, phrases(view.rule, "some_cast")) and not is_of_another(passage.words, view)


def is_of_another(text: Words, view: View) -> bool:
    """Do words tell of an earlier poll: "in 2022", "four years ago"?"""
    published = view.page.article.published
    years = {word for word in text if len(word) == 4 and word.isdigit() and word[:2] in ("19", "20")}
    other = years - ({str(published.year)} if published else set())
    return bool(other) or holds(text, phrases(view.rule, "another_poll"))


def candidates(passage: Passage, going_on: bool, view: View) -> list[Figure]:
    """The votes of the candidates: a figure of votes, and the bare figures that go on from it."""
    found: list[Figure] = []
    for k, figure in enumerate(passage.figures):
        if figure.kind != Kind.COUNT or figure.quantity.per or _is_cast(passage, k, view):
            continue
        votes = named(figure) and figure.subject.head in singles(view.rule, "votes")
        bare = not named(figure) and (going_on or bool(found))
        led = ends(passage.before(k), phrases(view.rule, "not_votes"))
        led |= holds(passage.before(k), phrases(view.rule, "also_ran"))
        if (votes or bare) and not led and not holds(passage.words, phrases(view.rule, "all")):
            found.append(figure)
    return found


def above_roll(view: View) -> Iterator[Finding]:
    """One finding ballots that are more than the roll of their poll, or a turnout that they are not of it."""
    yield from _above_all(view)
    for paragraph in sorted({passage.paragraph for passage in view.page.body}):
        mine = [passage for passage in view.page.body if passage.paragraph == paragraph]
        mine = [passage for passage in mine if not is_of_another(passage.words, view)]
        cast = [(f, p) for p in mine for k, f in enumerate(p.figures) if _is_cast(p, k, view)]
        roll = [(f, p) for p in mine for k, f in enumerate(p.figures) if _is_roll(p, k, view)]
        turned = [(f, p) for p in mine for k, f in enumerate(p.figures) if _is_turnout(p, k, view)]
        if len(cast) == len(roll) == 1:
            yield from _check(cast[0], roll[0], turned, view)


def _above_all(view: View) -> Iterator[Finding]:
    """ "Turnout was 112 per cent"."""
    for passage in view.page.passages:
        for k, figure in enumerate(passage.figures):
            turned = _is_turnout(passage, k, view, TOLD_OF) and passage.before(k)[-1:] != ("by",)
            if turned and passage.after(k)[:1] != ("of",) and view.page.measure(figure).interval.low > ALL:
                message = f"A turnout of “{figure.quote}” is more than all voters."
                yield Finding(figure, view.rule.severity, message, expected=expected(Interval(0, ALL)))


Told = tuple[Figure, Passage]


def _check(cast: Told, roll: Told, turned: list[Told], view: View) -> Iterator[Finding]:
    mine, most = (view.page.measure(figure).interval for figure, _ in (cast, roll))
    if mine.low > most.high:
        message = f"“{cast[0].quote}” are more than “{roll[0].quote}”."
        yield Finding(cast[0], view.rule.severity, message, within=(roll[0],), expected=expected(most))
    elif len(turned) == 1 and not turned[0][1] is cast[1] is roll[1]:  # of one sentence, FC213 tells
        figure = turned[0][0]
        come, told = over(mine, most).scaled(100), view.page.measure(figure).interval
        if not meet(come, told) and may_be_slip(told, come, NEAR):
            shown = f"{number(mine.near)} of {number(most.near)} is {percent(come.near)}"
            message = f"{shown}; the text says “{figure.quote}”."
            within = (cast[0], roll[0])
            yield Finding(figure, view.rule.severity, message, within=within, expected=exactly(come.near, 1))


def _is_roll(passage: Passage, k: int, view: View) -> bool:
    figure = passage.figures[k]
    told: Words = (*passage.quote(k), *passage.after(k)[:6])
    stop = next((at for at, word in enumerate(told) if word in (",", ";", ".") and at), len(told))
    counted = figure.kind == Kind.COUNT and not vague(figure) and not holds(passage.quote(k), frozenset({("of",)}))
    listed = figure.subject.head in singles(view.rule, "enrolled") and named(figure)
    listed = listed and holds(passage.before(k)[-9:], phrases(view.rule, "roll"))
    return counted and (listed or holds(told[:stop], phrases(view.rule, "on_roll")))


def _is_turnout(passage: Passage, k: int, view: View, far: int = 4) -> bool:
    figure, lead = passage.figures[k], passage.before(k)[-far:]
    plain = figure.kind == Kind.PERCENT and not figure.quantity.change and not vague(figure)
    return plain and holds((*lead, *passage.after(k)[:2]), phrases(view.rule, "turnout"))
