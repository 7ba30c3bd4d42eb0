"""FC201 headline-differs: a figure of the title or standfirst that nothing in the body bears out, beside one that it
should be."""

from collections.abc import Iterator
from itertools import combinations

from figurecheck.checking.arithmetic import NOTHING, minus
from figurecheck.checking.degrees import CHANGES, of_rule, way_told
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.passage import Passage, named, words
from figurecheck.checking.phrases import ends, holds, phrases
from figurecheck.checking.slips import FAR, is_mistyped, is_turned
from figurecheck.checking.sorts import one_thing
from figurecheck.checking.standfirst import decks
from figurecheck.checking.titled_degrees import shared_words, titled_degrees
from figurecheck.checking.values import scale, vague
from figurecheck.checking.working import given
from figurecheck.matching.intervals import Interval, meet, times
from figurecheck.matching.places import last_place, numeral
from figurecheck.matching.singles import PERSON
from figurecheck.model import Action, Figure, Kind, LinkType

Valued = tuple[Figure, Passage, Interval]
"""A figure of the body, where it stands, and its values in the unit of the title's figure."""
CHECKED = frozenset((Kind.COUNT, Kind.MONEY, Kind.PERCENT, Kind.MEASURE, Kind.DURATION, Kind.RATIO))
FATES = {
    Action.KILL: "dead",
    Action.INJURE: "hurt",
    Action.HOSPITALISE: "hurt",
    Action.MISSING: "missing",
    Action.RESCUE: "saved",
}
"""Those whom the one befell are not those whom the other did."""
PLAIN = frozenset((Action.OTHER, Action.EXIST, Action.MEASURE, None))
"""Actions that say nothing of what was done."""
MOVES = frozenset((Action.RISE, Action.FALL))
MANY = 40
"""Among more figures than these, some two come to any value."""


def find(view: View) -> Iterator[Finding]:
    """One finding a figure of the title or standfirst that differs from the body's figure for the same thing."""
    above = [("title", passage) for passage in view.page.title] + [*decks(view)]
    own = {id(passage) for _, passage in above}
    rest = [passage for passage in view.page.body if id(passage) not in own]
    for name, passage in above:
        for figure in passage.figures:
            found = list(_check(figure, passage, rest, name, view)) if _is_checked(figure, passage, view) else []
            yield from found or titled_degrees(figure, passage, rest, name, view)


def _is_checked(figure: Figure, passage: Passage, view: View) -> bool:
    """Does a figure of the title stand alone for its sort? Of "3 adults, 1 child" the body may give the sum."""
    if figure.kind not in CHECKED or vague(figure):
        return False
    if figure.kind == Kind.RATIO and (figure.quantity.stated or 1) >= 1:
        return False
    if ends(passage.before(passage.figures.index(figure)), phrases(view.rule, "fractions")):
        return False
    alike = [other for other in passage.figures if other.kind == figure.kind == Kind.COUNT]
    people = [other for other in alike if view.book.lexicon.is_a(other.subject.concept, PERSON)]
    return figure not in people or sum(other.context.action == figure.context.action for other in people) == 1


def _check(figure: Figure, passage: Passage, rest: list[Passage], name: str, view: View) -> Iterator[Finding]:
    values = [
        (other, where, value)
        for where in rest
        for other in where.figures
        if not _of_others(figure, other, view)
        if (value := _value(other, figure, view)) is not None
    ]
    title = view.page.measure(figure).interval
    passed = ends(passage.before(passage.figures.index(figure)), phrases(view.rule, "passing"))
    rounded = _rounded(figure, title, passed, view)
    title = rounded if passed else title
    if _borne_out(figure, title, rounded, values, rest, view) or _is_counted_on(figure, view):
        return
    leading = rest[: int(view.rule.setting("leading", 3))]
    near = [(other, where, value) for other, where, value in values if where in leading]
    found = next((told for told in near if _same_thing(figure, passage, told[0], told[1], view)), None)
    if found is None:
        return
    apart, bare = times(title, found[2]), figure.context.action in PLAIN and not named(figure)
    most = (
        FAR if bare and figure.kind == Kind.COUNT else view.rule.setting("most", 12)
    )  # "School turns 150" tells of no concerts
    if apart is None or (apart > most and not _is_slip(figure, found[0])):
        return
    message = f"The {name} says “{figure.quote}”, the text “{found[0].quote}”."
    wanted = given(found[0], scale(figure, found[0], view) or 1.0)
    yield Finding(figure, view.rule.severity, message, within=(found[0],), expected=wanted)


def _borne_out(
    figure: Figure, title: Interval, rounded: Interval, values: list[Valued], rest: list[Passage], view: View
) -> bool:
    """Does a figure of the body meet the title's, or two together? Whose digits the lead turns is not rounded."""
    if len(values) > MANY or _stands(figure, rest):
        return True
    if values and _is_turned_lead(figure, values[0], view):
        return any(other.quantity.stated == figure.quantity.stated for other, _, _ in values)
    met = any(meet(value, rounded) for _, _, value in values)
    return met or any(meet(sum_, title) for sum_ in _sums(figure, values, rest, view))


def _stands(figure: Figure, rest: list[Passage]) -> bool:
    """Does the body write the title's number where it is no figure, as a score is: "passed the bill 54-45"?"""
    number = figure.quote.split()[0]
    return number.isdecimal() and any(number in gap for passage in rest for gap in passage.gaps)


def _is_counted_on(figure: Figure, view: View) -> bool:
    """Does the body count on to the title's number: "nine died ... a tenth on Monday", "another died on Monday"?"""
    stated = figure.quantity.stated
    if figure.kind != Kind.COUNT or stated is None or stated > LONG:
        return False
    told, ordinals = words(view.page.text), view.book.numerals.ordinals
    counted = any(ordinals.get(word) == stated for word in told)
    return (counted and stated > 2) or holds(told, phrases(view.rule, "one_more"))


def _sums(figure: Figure, values: list[Valued], rest: list[Passage], view: View) -> Iterator[Interval]:
    """What two figures of the body come to together, and what lies between them.

    They count what the title counts, or measure it in one sentence or two that follow each other. A whole is not added
    to a part of its own.
    """
    every = [value for _, _, value in values]
    for (first, here, one), (second, there, other) in combinations(values, 2):
        apart = abs(rest.index(here) - rest.index(there))
        kinds = {figure.kind, first.kind, second.kind}
        if figure.kind == Kind.COUNT:
            done = {first.context.action, second.context.action}
            near = apart == 0 or (len(done) == 1 and done.isdisjoint(PLAIN)) or (named(first) and named(second))
            counted = near and one_thing(figure, first, view) and one_thing(figure, second, view)
        else:
            counted = len(kinds) == 1 and apart <= (figure.kind != Kind.PERCENT)
        if not counted:
            continue
        rest_of = _apart(one, other)
        yield rest_of
        if not any(meet(rest_of, value) for value in every if value not in (one, other)):
            yield one.plus(other)


def _rounded(figure: Figure, title: Interval, passed: bool, view: View) -> Interval:
    """What a title may round: "moons pass 300" of 301."""
    size = float(figure.quantity.stated or 0)
    if figure.kind != Kind.COUNT or size < ROUND_FROM or size % 10:
        return title
    if passed:  # "cases pass 20,000"
        return Interval(size, size * (1 + view.rule.setting("rounding", 0.065)))
    return title.widened(min(view.rule.setting("rounding", 0.065) * size, last_place(size)))


LONG = 100
"""Two numbers of so many digits and more have the same by no chance, where a title and its lead give them."""
ROUND_FROM = 100
"""Smaller counts are told in full."""


def _is_slip(figure: Figure, other: Figure) -> bool:
    """Has the one the digits of the other, in whatever order, or all but one: "$4.5 million" for "$4.5 billion"?"""
    one, two = numeral(figure.quote), numeral(other.quote)
    same = one is not None and one == two
    return same or is_turned(figure.quote, other.quote) or is_mistyped(figure.quote, other.quote)


def _of_others(figure: Figure, other: Figure, view: View) -> bool:
    """Is the other figure a part of those to whom something else was done: "nine were hurt, two of them badly"?"""
    done = figure.context.action
    wholes = {link.figure for link in other.links if link.type == LinkType.PART_OF}
    hurt = [whole for whole in view.page.figures if whole.id in wholes and whole.context.action == Action.INJURE]
    theirs = other.context.action
    return (done == Action.KILL and bool(hurt)) or (done in FATES and theirs in FATES and FATES[done] != FATES[theirs])


def _apart(one: Interval, other: Interval) -> Interval:
    return minus(one, other) if one.low >= other.low else minus(other, one)


def _value(other: Figure, figure: Figure, view: View) -> Interval | None:
    """A body figure's values in the title figure's unit; None where they are not of one sort."""
    turn = scale(figure, other, view)
    if turn is None and {figure.quantity.unit, other.quantity.unit} <= {None}:
        return None
    return view.page.measure(other).interval.scaled(turn) if turn else None


def _same_thing(figure: Figure, title: Passage, other: Figure, passage: Passage, view: View) -> bool:
    """Do a figure of the title and one of the body speak of one thing, by subject, action and words?"""
    mine, theirs = figure.quantity, other.quantity
    if figure.kind != other.kind or vague(other) or (mine.change and theirs.change and mine.change != theirs.change):
        return False
    if any(link.type == LinkType.PART_OF for link in other.links):
        return False
    shared = shared_words(title, passage, view)
    if figure.kind == Kind.PERCENT and _one_way(figure, title, other, passage, view):  # the lead tells the title's news
        alone = [sum(other.kind == Kind.PERCENT for other in where.figures) for where in (title, passage)]
        return shared > 0 or (alone == [1, 1] and passage.start == view.page.body[0].start)
    if figure.kind != Kind.COUNT:
        return shared >= view.rule.setting("shared", 2) - (passage.start == view.page.body[0].start)
    first = passage.start == view.page.body[0].start
    if _is_turned_lead(figure, (other, passage, NOTHING), view):
        return True
    one, two = figure.subject, other.subject
    is_a = view.book.lexicon.is_a
    people = is_a(one.concept, PERSON) and is_a(two.concept, PERSON)
    alike = one.head == two.head or (
        one.concept is not None
        and two.concept is not None
        and (is_a(one.concept, two.concept) or is_a(two.concept, one.concept))
    )
    did, does = figure.context.action, other.context.action
    plain = PLAIN | MOVES if people else PLAIN  # "a roof falls on pupils" tells nothing of what befell them
    told = did not in plain and does not in plain
    if (told and did != does and people) or not (alike or people or one.head is None):
        return False
    if told and did == does:
        return shared >= view.rule.setting("shared", 2) - 1
    large = people and min(mine.stated or 0, theirs.stated or 0) >= 1000
    if first and large:
        return shared >= 1
    untold = (did in plain) != (does in plain) and people
    return shared >= view.rule.setting("shared", 2) + ((untold or one.head is None) and not first)


def _is_turned_lead(figure: Figure, told: Valued, view: View) -> bool:
    """Has a figure of the first sentence the digits of the title's in another order?"""
    other, passage, _ = told
    long = min(figure.quantity.stated or 0, other.quantity.stated or 0) >= LONG
    return long and passage.start == view.page.body[0].start and is_turned(figure.quote, other.quote)


def _one_way(figure: Figure, title: Passage, other: Figure, passage: Passage, view: View) -> bool:
    """Do both say that something went up, or both that it went down?"""
    words = of_rule(view, CHANGES)
    ways = [way_told(where, where.figures.index(one), words) for where, one in ((title, figure), (passage, other))]
    return ways[0] is not None and ways[0] == ways[1]
