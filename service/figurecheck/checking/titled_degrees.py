"""A degree of the title ("Burglaries double", "Festival sells half its tickets") beside what the body makes of it."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import permutations

from figurecheck.checking.arithmetic import over
from figurecheck.checking.change_ties import from_to, neighbours
from figurecheck.checking.degrees import CHANGES, of_rule, way_told, words_around
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.passage import Passage, words
from figurecheck.checking.phrases import singles
from figurecheck.checking.slips import LEVELS, may_be_slip
from figurecheck.checking.sorts import one_thing
from figurecheck.checking.ties import allowed, by_how_much
from figurecheck.checking.values import MOVES, How, Tie, level, tied, vague, values_of
from figurecheck.checking.working import exactly, stands
from figurecheck.matching.intervals import Interval, meet
from figurecheck.matching.words import lemmas
from figurecheck.model import Expected, Figure, Kind, LinkType

LEADING = 2
"""The title tells the news of so many first sentences with figures."""
MOST = 2.0
"""What is so many times beyond "more than double" is another degree."""
DEGREES = frozenset((Kind.PERCENT, Kind.RATIO))
ONE = Interval(1.0, 1.0)


@dataclass(frozen=True, slots=True)
class _Told:
    """What the body tells of how two values stand: their ratio, what is nearest to it, and the figures for it."""

    ratio: Interval
    near: float
    shown: tuple[Figure, ...]
    passage: Passage


def titled_degrees(figure: Figure, title: Passage, rest: list[Passage], name: str, view: View) -> Iterator[Finding]:
    """The finding on a degree of the title that nothing in the body bears out, where the lead tells another."""
    d = title.figures.index(figure)
    up = _way(title, d, view)
    how: How = "share" if up is None else "change"
    if figure.kind not in DEGREES or (how == "share" and figure.kind == Kind.PERCENT) or vague(figure):
        return
    claim = Tie(figure, ONE, ONE, how, up, True, (), words_around(title, d))
    ways = allowed(claim, view)
    ways = [Interval(way.low, min(way.high, MOST * way.low), way.low_open, way.high_open) for way in ways]
    every = [told for passage in rest for told in _told(passage, up, view)]
    if any(meet(told.ratio, way) for told in every for way in ways) or _borne_out(ways, rest, view):
        return
    lead = [told for told in every if told.passage in rest[:LEADING] and _speaks(told, figure, title, view)]
    if lead and any(may_be_slip(way, lead[0].ratio, LEVELS) for way in ways):
        moved = how == "change" and (figure.kind == Kind.PERCENT or by_how_much(claim, view))
        message = f"The {name} says “{figure.quote}”, {_shown(lead[0], how, moved)}."
        wanted = _wanted(lead[0], figure, moved)
        yield Finding(figure, view.rule.severity, message, within=lead[0].shown, expected=wanted)


def _shown(told: _Told, how: How, moved: bool) -> str:
    """The text's own degree, or how its two values stand."""
    quotes = [f"“{one.quote}”" for one in told.shown]
    if len(quotes) == 1:
        return f"the text {quotes[0]}"
    stand = stands(told.near, "part" if how == "share" else "change" if moved else "times")
    return f"but in the text {quotes[0]} is {stand} {quotes[1]}"


def _wanted(told: _Told, figure: Figure, moved: bool) -> Expected:
    """The degree that the text bears out, told as the title tells its own."""
    degree = abs(told.near - 1) if moved else told.near
    return exactly(degree * 100, 1) if figure.kind == Kind.PERCENT else exactly(degree, 3)


def _way(title: Passage, d: int, view: View) -> bool | None:
    """The way that the title says it went; what doubles went up."""
    up = way_told(title, d, of_rule(view, CHANGES))
    grown = title.figures[d].kind == Kind.RATIO and (title.figures[d].quantity.stated or 0) > 1
    return True if up is None and grown else up


def _told(passage: Passage, up: bool | None, view: View) -> Iterator[_Told]:
    """The changes that went this way, from link to link or as a degree; without a way, the parts of wholes."""
    linked = LinkType.PART_OF if up is None else LinkType.CHANGE_FROM
    by_id = {figure.id: figure for figure in passage.figures}
    for k, figure in enumerate(passage.figures):
        for link in figure.links:
            other = by_id.get(link.figure)
            times = level(other, figure, view) if other and link.type == linked else None
            if other and times is not None:
                mine, theirs = view.page.measure(figure).interval, view.page.measure(other).interval
                ratio = over(mine.scaled(times), theirs)
                if ratio.high < 1 or up:
                    yield _Told(ratio, mine.near * times / theirs.near, (figure, other), passage)
        if up is not None:
            yield from _compared(passage, k, view)
        if figure.kind in DEGREES and up is not None and _way(passage, k, view) == up:
            for way in allowed(Tie(figure, ONE, ONE, "change", up, True, (), words_around(passage, k)), view):
                yield _Told(way, way.near, (figure,), passage)
        elif figure.kind in DEGREES and up is None and not figure.quantity.change:
            size = 0.01 if figure.kind == Kind.PERCENT else 1.0
            share = view.page.measure(figure).interval.scaled(size)
            yield _Told(share, share.near, (figure,), passage)


def _compared(passage: Passage, k: int, view: View) -> Iterator[_Told]:
    """ "768 parcels were stolen, compared with 480": what figure k came from or to, as the next of its sort tells."""
    values = [value for value in values_of(passage, -1, view) if value.unit.kind != Kind.DURATION]
    for one, other in neighbours(values, view):
        linked = any(link.type in MOVES for link in (*one.unit.links, *other.unit.links))
        if one.at == k and not linked:
            ends_ = from_to(passage, one, other, -1, of_rule(view, CHANGES))
            if ends_ and min(one.interval.low, other.interval.low) > 0:
                tie = tied(one.unit, ends_[1], ends_[0], "change", None, True, (), view)
                near = tie.top.near / tie.bottom.near
                yield _Told(tie.ratio, near, (ends_[1].unit, ends_[0].unit), passage)


def _speaks(told: _Told, figure: Figure, title: Passage, view: View) -> bool:
    """Does what is told name the thing of which the title tells the degree? Of none that is named, the lead's first."""
    head, book = figure.subject.head, view.book
    if head is None and len(told.shown) > 1 and told.passage is view.page.body[0]:
        return shared_words(title, told.passage, view) > 0
    if told.shown[0].kind in DEGREES and len(told.shown) == 1 and figure.subject.head is None:
        return False
    if any(book.matching.one_word(one.subject.head, head) for one in told.shown):
        return True
    if any(book.matching.one_word(book.words.noun(word), head) for word in told.passage.words):
        return True
    counted = told.shown[0].subject.head  # "parcel thefts", "parcels stolen"
    return counted is not None and counted in map(book.words.noun, words(figure.subject.text or ""))


def shared_words(title: Passage, passage: Passage, view: View) -> int:
    """The content words that title and sentence share, as lemmas."""
    index, rules = view.book.words, view.book.matching
    both = [set(lemmas(" ".join(text.words), index, rules)) for text in (title, passage)]
    return len((both[0] & both[1]) - singles(view.rule, "plain"))


def _borne_out(ways: list[Interval], rest: list[Passage], view: View) -> bool:
    """Do any two values of one sentence, or of one and the next, stand so?"""
    for passage, behind in zip(rest, [*rest[1:], None], strict=True):
        told = (value for where in (passage, behind) if where for value in values_of(where, -1, view, True))
        values = [v for v in told if not any(link.type == LinkType.PART_OF for link in v.unit.links)]
        for top, bottom in permutations(values, 2):
            alike = top.unit.kind != Kind.COUNT or one_thing(top.unit, bottom.unit, view)
            alike = alike and top.unit.quantity.per == bottom.unit.quantity.per
            if not alike or level(bottom.unit, top.unit, view) is None or bottom.interval.low <= 0:
                continue
            ratio = tied(top.unit, top, bottom, "share", None, False, (), view).ratio
            if any(meet(ratio, way) for way in ways):
                return True
    return False
