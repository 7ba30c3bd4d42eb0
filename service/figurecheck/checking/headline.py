"""FC201 headline-differs: a figure of the title that nothing in the body bears out, beside one that it should be."""

from collections.abc import Iterator
from itertools import combinations

from figurecheck.checking.finding import Finding, View
from figurecheck.checking.passage import Passage, Words
from figurecheck.checking.phrases import singles
from figurecheck.checking.sums import PERSON
from figurecheck.checking.ties import vague
from figurecheck.checking.working import expected
from figurecheck.matching.intervals import Interval, meet, times
from figurecheck.matching.measure import factor
from figurecheck.matching.words import lemmas
from figurecheck.model import Action, Figure, Kind, LinkType

NAMED = frozenset((Kind.COUNT,))
"""Kinds whose subject tells what they count; of the others the words around them must."""
CHECKED = frozenset((Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.MEASURE))
PLAIN = frozenset((Action.OTHER, Action.EXIST, Action.MEASURE, None))
"""Actions that say nothing of what was done."""


def find(view: View) -> Iterator[Finding]:
    """One finding a figure of the title that differs from the body's figure for the same thing."""
    for passage in view.page.title:
        for figure in passage.figures:
            if figure.kind in CHECKED and not vague(figure) and not figure.quantity.per:
                yield from _check(figure, passage, view)


def _check(figure: Figure, passage: Passage, view: View) -> Iterator[Finding]:
    values = [(other, value) for other in view.page.figures if (value := _value(other, figure, view)) is not None]
    body = [value for _, value in values]
    title = view.page.measure(figure).interval
    if any(meet(value, title) for value in body):
        return
    if len(body) < 40 and any(meet(one.plus(other), title) for one, other in combinations(body, 2)):
        return
    found = next((found for found in _leading(view) if _same_thing(figure, passage, *found, view)), None)
    if found is None:
        return
    value = next(value for other, value in values if other.id == found[0].id)
    apart = times(title, value)
    if apart is None or apart > view.rule.setting("most", 10):
        return
    message = f"The title says “{figure.quote}”, the text “{found[0].quote}”."
    quantity = found[0].quantity
    exact = Interval(float(quantity.stated), float(quantity.stated)) if quantity.stated is not None else value
    yield Finding(figure, view.rule.severity, message, within=(found[0],), expected=expected(exact))


def _value(other: Figure, figure: Figure, view: View) -> Interval | None:
    """A body figure's values in the title figure's unit; None where they are not of one sort."""
    if other.where == "title" or other.quantity.per:
        return None
    turn = factor(view.page.measure(figure), view.page.measure(other), view.book.units)
    return view.page.measure(other).interval.scaled(*turn) if turn else None


def _leading(view: View) -> Iterator[tuple[Figure, Passage]]:
    """The body's first figures, which a title sums up."""
    for passage in view.page.body[: int(view.rule.setting("leading", 3))]:
        for figure in passage.figures:
            if not any(link.type == LinkType.PART_OF for link in figure.links):
                yield figure, passage


def _same_thing(figure: Figure, title: Passage, other: Figure, passage: Passage, view: View) -> bool:
    """Do a figure of the title and one of the body speak of one thing, by subject, action and words?"""
    if (
        figure.kind != other.kind
        or vague(other)
        or other.quantity.per
        or other.quantity.change != figure.quantity.change
    ):
        return False
    if figure.kind in NAMED:
        one, two = figure.subject, other.subject
        if one.head is None or not (one.head == two.head or (one.concept is not None and one.concept == two.concept)):
            return False
    did, does = figure.context.action, other.context.action
    if did not in PLAIN and does not in PLAIN and did != does:
        return False
    untold = (did in PLAIN) != (does in PLAIN) and figure.subject.concept == PERSON
    return _shared(title.words, passage.words, view) >= view.rule.setting("shared", 2) + 2 * untold


def _shared(title: Words, passage: Words, view: View) -> int:
    """The content words that title and sentence share, as lemmas."""
    index, rules = view.book.words, view.book.matching
    both = [set(lemmas(" ".join(text), index, rules)) for text in (title, passage)]
    return len((both[0] & both[1]) - singles(view.rule, "plain"))
