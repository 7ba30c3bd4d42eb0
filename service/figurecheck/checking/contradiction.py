"""FC202 contradicts-itself: one thing counted twice in one article, with two values that cannot both be right."""

import re
from collections.abc import Iterator
from itertools import combinations

from figurecheck.checking.arithmetic import minus
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.headline import FATES, LONG, PLAIN
from figurecheck.checking.passage import Passage, Words, named
from figurecheck.checking.phrases import bare, ends, holds, phrases, singles
from figurecheck.checking.repeats import told_again
from figurecheck.checking.sizes import Sized, sized
from figurecheck.checking.slips import is_turned, may_be_slip
from figurecheck.checking.sorts import one_thing
from figurecheck.checking.values import vague
from figurecheck.checking.working import given
from figurecheck.matching.intervals import Interval, meet, times
from figurecheck.matching.measure import family
from figurecheck.matching.singles import PERSON
from figurecheck.model import Action, Bound, Figure, Kind, LinkType
from figurecheck.rulebook import tags

NEAR = 1.5
"""Of several that it may take up, a count means one that is so many times off at most."""
MANY = 60
"""Among more counts than these, some two come to any value."""
Valued = dict[tuple[str, ...], dict[str, Figure]]
"""What was told to be worth or to measure, by noun and unit: by the way it was told, the first figure."""
Told = tuple[Figure, Passage, int]
"""A figure with its passage and its place in it."""


def find(view: View) -> Iterator[Finding]:
    """One finding a count that takes up an earlier one ("the 14 victims") with another value."""
    told: list[Told] = []
    valued: Valued = {}
    lasted: list[tuple[Figure, set[str]]] = []
    people: dict[str, Figure] = {}
    for passage in view.page.body:
        for i, figure in enumerate(passage.figures):
            yield from _revalued(passage, i, valued, view)
            yield from _lasted(passage, i, lasted, view)
            yield from _aged(figure, people, view)
            for first in told_again(passage, i, view):
                yield from _clash(figure, first, view)
            if not _counts(figure):
                continue
            if ends(passage.before(i), phrases(view.rule, "definite")):
                yield from _check((figure, passage, i), told, view)
            told.append((figure, passage, i))


def _revalued(passage: Passage, i: int, valued: Valued, view: View) -> Iterator[Finding]:
    """ "They took whisky worth £3.4 million. ... the stolen whisky worth £4.3 million": one thing, valued twice."""
    figure, lead = passage.figures[i], bare(passage.before(i), singles(view.rule, "fillers"))
    if figure.kind not in (Kind.MONEY, Kind.MEASURE):
        return
    noun = view.book.words.noun(lead[-2]) if len(lead) > 1 and lead[-1] in singles(view.rule, "valuing") else None
    named_ = sized(passage, i, lead, view) or (Sized(noun, lead[-1], "the" in lead[-5:-2]) if noun else None)
    if named_ is None:
        return
    told = valued.setdefault((named_.noun, figure.quantity.unit or "", figure.quantity.per or ""), {})
    first = told.get(named_.way) or (None if noun else _only(told, named_.way))
    if holds(lead[-5:], phrases(view.rule, "other_things")) and not named_.definite:
        return
    told.setdefault(named_.way, figure)
    hyphened = "-" in figure.quote
    if first is None or not named_.definite or (hyphened and "-" in first.quote):
        return  # "the 32-bit version ... the 64-bit version" are two
    if not holds(lead[-2:] if hyphened else lead[-5:], phrases(view.rule, "others")):
        yield from _clash(figure, first, view)


def _only(told: dict[str, Figure], way: str) -> Figure | None:
    """Of a size whose way one of the two leaves out ("the 430-metre bridge"), the only one that was told."""
    return next(iter(told.values())) if len(told) == 1 and (not way or "" in told) else None


_APPOSED = re.compile(r"((?:[A-Z][\w'’-]+ )*[A-Z][\w'’-]+), $")

_MIDDLE = re.compile(r"(?:[”\"’']|\b[A-Z]\.) ?$")
"""What shows that the surname that follows has a first name before it: a nickname or an initial."""


def _aged(figure: Figure, people: dict[str, Figure], view: View) -> Iterator[Finding]:
    """ "The pilot, Tomas Vega, 34, gave up. ... Vega, 43, had learned to fly": one person's two ages."""
    text = view.page.text
    found = _APPOSED.search(text, max(figure.start - 60, 0), figure.start) if figure.kind == Kind.AGE else None
    if not found or text[figure.end : figure.end + 1] != "," or _MIDDLE.search(text, 0, found.start()):
        return
    name = found[1]
    same = [other for told, other in people.items() if told == name or told.endswith(f" {name}")]
    people.setdefault(name, figure)
    if len(same) == 1 and figure.quantity.bound == same[0].quantity.bound == Bound.EXACT:
        yield from _clash(figure, same[0], view)


def _lasted(passage: Passage, i: int, lasted: list[tuple[Figure, set[str]]], view: View) -> Iterator[Finding]:
    """ "A siege that lasted nine hours ... in all the 12 hours that the siege lasted"."""
    figure, around = passage.figures[i], (*passage.before(i)[-10:], *passage.after(i)[:6])
    if figure.kind != Kind.DURATION or vague(figure) or not holds(around, phrases(view.rule, "lasted")):
        return
    nouns = {noun for word in around if (noun := view.book.words.noun(word)) and len(noun) > 3}
    same = [other for other, theirs in lasted if nouns & theirs]
    lasted.append((figure, nouns))
    if len(same) == 1 and same[0].sentence != figure.sentence and same[0].quantity.unit == figure.quantity.unit:
        yield from _clash(figure, same[0], view)


def _counts(figure: Figure) -> bool:
    """Is it a plain count or measure of a whole, of its own noun, or of people and what befell them?"""
    quantity = figure.quantity
    if quantity.per or quantity.change or vague(figure) or "-" in figure.quote:
        return False
    if any(link.type == LinkType.PART_OF for link in figure.links):
        return False
    if figure.kind == Kind.MEASURE:
        return True
    return figure.kind == Kind.COUNT and (named(figure) or figure.context.action not in PLAIN)


def _check(taken_up: Told, told: list[Told], view: View) -> Iterator[Finding]:
    figure, passage, i = taken_up
    if i and passage.before(i) in phrases(view.rule, "part_of"):
        return
    behind = passage.after(i)[:4]
    if behind[:1] == ("who",) and figure.context.action not in PLAIN:
        behind = ()
    lead = passage.before(i)[-4:]
    if ends(lead, phrases(view.rule, "each_of")):  # "the family of each of the 19 workers"
        lead = lead[-1:]
    if holds((*lead, *behind), phrases(view.rule, "others")):
        return
    same = [
        other
        for other, where, _ in told
        if where is not passage and _same(figure, other, where, passage.before(i)[-3:], view)
    ]
    mine = figure.context.action
    done = [other for other in same if mine not in PLAIN and other.context.action == mine]
    same = done or same
    if len(same) > 1 and named(figure):
        size = view.page.measure(figure).interval
        same = [other for other in same if may_be_slip(size, view.page.measure(other).interval, NEAR)]
    if len(same) == 1:
        yield from _clash(figure, same[0], view)


def _clash(figure: Figure, first: Figure, view: View) -> Iterator[Finding]:
    """The finding on a figure that takes up the first with another value, which nothing in the article bears out."""
    value, before = view.page.measure(figure).interval, view.page.measure(first).interval
    far = times(before, value)
    shifted = figure.kind == Kind.MONEY and may_be_slip(value, before, NEAR)  # "$5,000 ... $50,000"
    long = figure.kind != Kind.COUNT or min(value.near, before.near) >= LONG
    turned = long and is_turned(figure.quote, first.quote)  # "160 storks ... the 610 storks"
    if far is None or (far > view.rule.setting("most", 3) and not (shifted or turned)):
        return
    if _borne_out(figure, value, view):
        return
    message = f"The text says “{first.quote}” first and “{figure.quote}” here, of one and the same thing."
    yield Finding(figure, view.rule.severity, message, within=(first,), expected=given(first))


def _borne_out(figure: Figure, value: Interval, view: View) -> bool:
    """Does another count of the article meet the value, or the sum or difference of two?"""
    every = [
        (other, view.page.measure(other).interval)
        for other in view.page.figures
        if other.id != figure.id
        and family(other) == family(figure)
        and other.quantity.unit == figure.quantity.unit
        and not other.quantity.per
    ]
    every = [(other, values) for other, values in every if values.bounded and values.low > 0]
    if len(every) > MANY or any(meet(value, other) for _, other in every):
        return True
    pairs = (
        (one, two, _is_of(first) or _is_of(second))
        for (first, one), (second, two) in combinations(every, 2)
        if _add_up(figure, first, view)
        and _add_up(figure, second, view)
        and (first.kind == Kind.COUNT or first.sentence == second.sentence)
        and _fare_alike(figure, first if one.low >= two.low else second)
    )
    return any(meet(value, _apart(one, two)) or (not part and meet(value, one.plus(two))) for one, two, part in pairs)


def _is_of(figure: Figure) -> bool:
    """ "Two of the climbers" are among the six already."""
    return " of " in figure.quote or any(link.type == LinkType.PART_OF for link in figure.links)


def _add_up(figure: Figure, other: Figure, view: View) -> bool:
    """May the other be a part of what the figure counts: "teams of six" are none of 17 miners?"""
    return figure.kind != Kind.COUNT or one_thing(figure, other, view)


def _fare_alike(figure: Figure, whole: Figure) -> bool:
    """Are the dead no part of the hurt, nor the hurt of the dead?"""
    done = {FATES.get(one.context.action) for one in (figure, whole) if one.context.action} - {None}
    return len(done) < 2


def _apart(one: Interval, two: Interval) -> Interval:
    return minus(one, two) if one.low >= two.low else minus(two, one)


def _same(figure: Figure, other: Figure, where: Passage, lead: Words, view: View) -> bool:
    """Do two figures name one thing with the same words, and nothing done to the one that was not done to the other?"""
    if figure.kind != other.kind or figure.quantity.unit != other.quantity.unit:
        return False
    one, two = figure.subject, other.subject
    mine, theirs = figure.context.action, other.context.action
    if figure.kind == Kind.MEASURE:
        return one.head is None and other.context.action in (mine, Action.MEASURE)
    new = set(one.modifiers) - set(two.modifiers)
    if _takes_up_people(figure, other, view) and not new:
        return mine in PLAIN or theirs in PLAIN or mine == theirs
    if one.head is None or one.head != two.head:
        return False
    every = any(word == "all" for word in lead) and named(figure) and named(other)
    if (every or new) and all(_is_told(word, where, view) for word in new):
        return True  # "eleven miners were trapped ... the 17 trapped miners"
    if not all(_done(word, theirs, view) for word in new):
        return False
    if mine not in PLAIN and theirs not in PLAIN:
        return mine == theirs
    return one.concept != PERSON


def _takes_up_people(figure: Figure, other: Figure, view: View) -> bool:
    """Does a noun for any people take up those of another: "the 14 miners ... the 12 men"?"""
    one, two, is_a = figure.subject, other.subject, view.book.lexicon.is_a
    return (
        one.head in singles(view.rule, "anybody")
        and one.head != two.head
        and named(other)
        and is_a(two.concept, PERSON)
    )


def _is_told(word: str, where: Passage, view: View) -> bool:
    """Is a participle the verb of a sentence?"""
    verb = view.book.words.verb(word)
    tagged = view.book.words.tags(word) & tags.PARTICIPLE and not view.book.words.tags(word) & tags.NOUN
    return bool(tagged) and verb is not None and any(view.book.words.verb(told) == verb for told in where.words)


def _done(word: str, action: Action | None, view: View) -> bool:
    """Does a participle tell the action that was told before: "the six damaged tanks"?"""
    verb = view.book.words.verb(word)
    told = view.book.lexicon.action_of_verb(verb) if verb else None
    return told is not None and told.action == action
