"""A change and the only two values that it can be of: "Deaths fell by a quarter: 300 in 2025, against 400 in 2024"."""

from collections.abc import Iterator

from figurecheck.checking.antecedents import year_told
from figurecheck.checking.degrees import CHANGES, DEGREES, is_difference, of_rule, words_around
from figurecheck.checking.finding import View
from figurecheck.checking.passage import Passage, Words
from figurecheck.checking.phrases import bare, ends, holds, phrases, singles
from figurecheck.checking.sorts import one_thing
from figurecheck.checking.values import Tie, Value, level, tied, values_of
from figurecheck.model import Kind

FAR = 12.0
"""What is so many times more is another thing."""
Place = tuple[Passage, Value]
Pair = tuple[Value, Value]


def paired(passage: Passage, d: int, up: bool | None, view: View) -> Iterator[Tie]:
    """The tie of figure d with the one pair of values, the later and the earlier, beside it."""
    if up is None:
        return
    own = _values(passage, d, view)
    pair = _in_time([(passage, value) for value in own], view) if len(own) == 2 and _nearest(passage, d) else None
    for other in () if pair or len(own) > 1 or not _goes_on(passage, d, view) else _beside(passage, view):
        told = [*((passage, value) for value in own), *((other, value) for value in _values(other, -1, view))]
        apart = _in_time(told, view) if len(told) == 2 and not _has_change(other) else None
        if apart:
            pair = apart
            break
    if pair and _grew(pair, view) == up:
        yield tied(passage.figures[d], *pair, "change", up, True, words_around(passage, d), view)


def _values(passage: Passage, d: int, view: View) -> list[Value]:
    """The levels of a sentence, but for lengths of time and amounts of change."""
    found = values_of(passage, d, view)
    return [v for v in found if v.unit.kind != Kind.DURATION and not is_difference(passage, v.at, view)]


def _nearest(passage: Passage, d: int) -> bool:
    """Is figure d the only degree of its sentence?"""
    return sum(figure.kind in DEGREES for figure in passage.figures) == 1


def _has_change(passage: Passage) -> bool:
    """Does the sentence tell a degree of its own, of which its values are?"""
    return any(figure.kind in DEGREES for figure in passage.figures)


def _goes_on(passage: Passage, d: int, view: View) -> bool:
    """Does the change take up what another sentence told, or tell first what the next one shows?"""
    base = passage.after(d)[:8]
    if base[:1] == ("of",):
        return False  # "4,100 glaciers then, 3,300 now. They have lost 39 per cent of their ice"
    return not (
        d + 1 < len(passage.figures) and holds(passage.before(d + 1), phrases(view.rule, "base"))
    ) and not holds(base, phrases(view.rule, "other_time"))


def _beside(passage: Passage, view: View) -> list[Passage]:
    """The sentence with figures before, and the one behind, in the same paragraph."""
    every = [other for other in view.page.passages if other.where == passage.where]
    k = every.index(passage)
    near = [*every[max(k - 1, 0) : k], *every[k + 1 : k + 2]]
    return [other for other in near if other.paragraph == passage.paragraph]


def _in_time(told: list[Place], view: View) -> Pair | None:
    """Two values of one thing, the later first; None where the copy does not date them apart."""
    (here, one), (there, other) = told
    if level(one.unit, other.unit, view) is None or not one_thing(one.figure, other.figure, view):
        return None
    size, times = one.interval.near, level(one.unit, other.unit, view) or 1.0
    if not size / FAR <= other.interval.near * times <= size * FAR:
        return None
    rule = of_rule(view, CHANGES)
    first, last = _age(here, one, rule), _age(there, other, rule)
    return None if first == last else (one, other) if first > last else (other, one)


def _age(passage: Passage, value: Value, view: View) -> tuple[float, int]:
    """When a value held, for comparing: its year, and whether it is told as the present one, or as a base."""
    around = _clause(passage, value.at)
    lead = bare(passage.before(value.at), singles(view.rule, "fillers"))
    base = ends(lead, phrases(view.rule, "base_led")) or holds(around, phrases(view.rule, "once"))
    now = holds(around, phrases(view.rule, "now"))
    return year_told(passage, value.at, view), now - base


def _clause(passage: Passage, i: int) -> Words:
    """The words around a figure, up to the next comma on either side."""
    before, after = passage.before(i)[-7:], passage.after(i)[:7]
    marks = [k for k, word in enumerate(before) if word in _MARKS]
    stop = next((k for k, word in enumerate(after) if word in _MARKS), len(after))
    return (*before[marks[-1] + 1 if marks else 0 :], *passage.quote(i), *after[:stop])


_MARKS = frozenset(",;:()")


def _grew(pair: Pair, view: View) -> bool:
    now, then = pair
    return now.interval.near > then.interval.near * (level(now.unit, then.unit, view) or 1.0)
