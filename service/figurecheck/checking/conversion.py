"""FC206 conversion-wrong: one measure in two units that are not the same length, weight, heat or money."""

from collections.abc import Iterator
from itertools import pairwise

from figurecheck.checking.arithmetic import over
from figurecheck.checking.degrees import is_difference
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.passage import Passage, Words
from figurecheck.checking.phrases import ends, holds, opens, phrases, singles
from figurecheck.checking.readings import beside
from figurecheck.checking.working import decimals, exactly, expected, rounded, said
from figurecheck.matching.intervals import Interval, meet
from figurecheck.matching.measure import factor
from figurecheck.matching.places import last_place, written_place
from figurecheck.model import Bound, Figure, Kind

Turn = tuple[float, float]
"""Factor and offset from one unit to another."""
Rates = dict[tuple[str | None, str | None], float]
"""What one of the first money is worth in the second."""

OF_WHAT = 5
"""So many words at most lead from a measure of something to its bracket."""
CONVERTED = frozenset((Kind.MEASURE, Kind.DURATION, Kind.MONEY))


def find(view: View) -> Iterator[Finding]:
    """One finding a measure that the copy gives again in another unit, wrongly."""
    rates = {**_implied_rates(view), **dict(_stated_rates(view))}
    for passage in view.page.passages:
        for i in range(1, len(passage.figures)):
            if _restates(passage, i, view):
                yield from _check(passage, i, view, rates)
    for passage, near in beside(view):
        before = [other for other in near if other.start < passage.start]
        for i in range(len(passage.figures)):
            if ends(passage.before(i), phrases(view.rule, "that_is")) and not (i and _restates(passage, i, view)):
                yield from _taken_up(passage, i, before, view, rates)


def _restates(passage: Passage, i: int, view: View) -> bool:
    """Is figure i the one before it in another unit: "12 miles (19 km)", "12 miles, or 19 km,"?"""
    left, right = passage.figures[i - 1], passage.figures[i]
    if left.kind != right.kind or left.kind not in CONVERTED or left.quantity.unit == right.quantity.unit:
        return False
    between, behind = passage.before(i), passage.after(i)
    if between[:1] and between[0] in singles(view.rule, "sizes"):  # "45 feet across (14 metres)"
        between = between[1:]
    if between[:1] == ("of",) and left.kind == Kind.MEASURE and "(" in between[2:OF_WHAT]:  # "3,000 acres of forest ("
        between = between[between.index("(") :]
    if (
        passage.before(i - 1)[-1:] == ("of",)
        and i > 1
        and passage.figures[i - 2].kind == Kind.COUNT
        and between[:1] == (",",)
    ):
        return False  # "820,000 bags of 60 kg, or 49,200 tonnes"
    if between[:1] in (("(",), ("[",)):
        if left.kind == Kind.MONEY and behind[:1] == (
            "at",
        ):  # "4.5 million pesos ($250,000 at 18 pesos to the dollar)"
            return between[1:] in phrases(view.rule, "inside")
        return behind[:1] in ((")",), ("]",), (";",), (",",), ("/",)) and between[1:] in phrases(view.rule, "inside")
    spell = left.kind == Kind.DURATION and between[:1] == (",",)  # "72 hours, or three days"
    told = between in phrases(view.rule, "alternatives") and (left.kind == Kind.MEASURE or spell)
    if i + 1 < len(passage.figures) and _larger(passage, i + 1, view):
        behind = passage.after(i + 1)
    return told and (not behind or opens(behind, phrases(view.rule, "closers")))


def _taken_up(passage: Passage, i: int, before: list[Passage], view: View, rates: Rates) -> Iterator[Finding]:
    """ "2,600 hectares burned, it said; that is 26 square kilometres"; "It pays 370 million rand. At ..., that is $20
    million": the one measure of its sort in the sentence, or the one sum of money in the sentence before."""
    right = passage.figures[i]
    if is_difference(passage, i, view):  # "19 months, a wait that is eight months longer"
        return
    told = passage.figures[:i] if right.kind == Kind.MEASURE else before[-1].figures if before else ()
    alike = [f for f in told if f.kind == right.kind and f.quantity.dimension == right.quantity.dimension]
    if len(alike) != 1 or alike[0].quantity.unit == right.quantity.unit or right.kind not in CONVERTED:
        return
    left, turns = alike[0], _turns(alike[0], right, passage, view, rates)
    values, given = _ends(left), _ends(right)
    if len(values) != 1 or len(given) != 1:
        return
    apart = [not meet(_around(values[0], left, view).scaled(*t), _around(given[0], right, view)) for t in turns]
    if apart and all(apart):
        yield _finding(left.quote, (left,), right, [values[0] * turns[0][0] + turns[0][1]], view)


def _check(passage: Passage, i: int, view: View, rates: Rates) -> Iterator[Finding]:
    left, right = passage.figures[i - 1], passage.figures[i]
    larger = _larger(passage, i - 1, view)
    last = i + 1 == len(passage.figures)
    compound = None if last else _larger(passage, i + 1, view)  # "or three hours and 20 minutes"
    right = passage.figures[i + 1] if compound else right
    turns = _turns(left, right, passage, view, rates)
    values, given = _ends(left), _ends(right)
    if not turns or len(values) != len(given):
        return
    if larger:
        values = [_ends(larger[0])[0] * larger[1] + values[0]]
    if compound and len(given) == 1:
        given = [_ends(compound[0])[0] * compound[1] + given[0]]
    from_left = [_around(value, left, view) for value in values]
    from_right = [_around(value, right, view) for value in given]
    if any(all(map(meet, (ends.scaled(*turn) for ends in from_left), from_right)) for turn in turns):
        return
    parts = (larger[0], left) if larger else (left,)
    quoted = " ".join(part.quote for part in parts)
    made = [value * turns[0][0] + turns[0][1] for value in values]
    if compound and len(made) == 1:
        yield _split(quoted, parts, (*compound, right), made[0], view)
    else:
        yield _finding(quoted, parts, right, made, view)


def _split(
    quoted: str, parts: tuple[Figure, ...], told: tuple[Figure, float, Figure], value: float, view: View
) -> Finding:
    """ "“195 minutes” is 3 hours and 15 minutes; the text says “three hours and 45 minutes”": the first that is wrong.

    `told` is the larger unit's figure, how many of the smaller one it has, and the figure of the smaller one.
    """
    larger, size, smaller = told
    whole, rest = divmod(value, size)
    units, text = view.book.units, view.page.text if larger.where == "body" else view.page.article.title or ""
    right, wanted = (smaller, rest) if whole == larger.quantity.stated else (larger, whole)
    made = f"{said(whole, larger, units)} and {said(rounded(rest), smaller, units)}"
    message = f"“{quoted}” is {made}; the text says “{text[larger.start : smaller.end]}”."
    others = (*parts, smaller if right is larger else larger)
    return Finding(right, view.rule.severity, message, within=others, expected=exactly(wanted, decimals(wanted)))


def _finding(quoted: str, parts: tuple[Figure, ...], right: Figure, values: list[float], view: View) -> Finding:
    """`values` are those that would make the right figure so."""
    told = " to ".join([said(rounded(value), right, view.book.units) for value in values])
    at = ", at the rate the text gives" if right.kind == Kind.MONEY else ""
    message = f"“{quoted}” is {told}{at}; the text says “{right.quote}”."
    wanted = expected(Interval(values[0], values[-1]), decimals(values[0]))
    return Finding(right, view.rule.severity, message, within=parts, expected=wanted)


def _turns(left: Figure, right: Figure, passage: Passage, view: View, rates: Rates) -> list[Turn]:
    """What turns the left value into the right unit; a second one, of differences, where a change of heat is told."""
    if left.kind == Kind.MONEY:
        rate = rates.get((left.quantity.unit, right.quantity.unit))
        return [(rate, 0.0)] if rate and left.quantity.per == right.quantity.per else []
    turn = factor(view.page.measure(right), view.page.measure(left), view.book.units)
    if turn is None or not turn[1]:
        return [turn] if turn else []
    told = holds(passage.words, phrases(view.rule, "differences"))
    changed = told or any(is_difference(passage, passage.figures.index(figure), view) for figure in (left, right))
    apart = (turn[0], 0.0)
    if changed and ends(passage.before(passage.figures.index(left)), phrases(view.rule, "differs_by")):
        return [apart]  # "rose by 2C (35.6F)"
    return [turn, apart] if changed else [turn]


def _larger(passage: Passage, i: int, view: View) -> tuple[Figure, float] | None:
    """What figure i completes, and what turns it into i's unit: "six feet, two inches"."""
    if i == 0 or passage.before(i) not in phrases(view.rule, "compounds"):
        return None
    turn = factor(view.page.measure(passage.figures[i]), view.page.measure(passage.figures[i - 1]), view.book.units)
    return (passage.figures[i - 1], turn[0]) if turn and not turn[1] and turn[0] > 1 else None


def _ends(figure: Figure) -> list[float]:
    """The numbers that were written. A bound is restated with its number: "at least 12 miles (19 km)" converts 12."""
    quantity = figure.quantity
    if quantity.bound == Bound.BETWEEN and quantity.low is not None and quantity.high is not None:
        return [float(quantity.low), float(quantity.high)]
    value = next((v for v in (quantity.stated, quantity.low, quantity.high) if v is not None), None)
    return [] if value is None or quantity.bound == Bound.ORDER else [float(value)]


def _around(value: float, figure: Figure, view: View) -> Interval:
    """The values that copy would round to this one: to its last digit that is not 0, as conversions are."""
    size = abs(value)
    slack = max(written_place(figure.quote, size)[0] / 2, size * view.rule.setting("slack", 0.01))
    if size >= 10 and size == int(size):
        slack = max(slack, min(last_place(size) / 2, size * view.rule.setting("rounding", 0.05)))
    hedged = figure.quantity.bound == Bound.ABOUT and (figure.quantity.hedge or "") in figure.quote
    if hedged:  # by a hedge of its own: one before the two loosens the first only
        slack = max(slack, size * view.rule.setting("about", 0.05))
    return Interval(value - slack, value + slack)


def _stated_rates(view: View) -> Iterator[tuple[tuple[str | None, str | None], float]]:
    """The rates of exchange that the copy states, both ways: "($1 = 0.92 euros)"."""
    for passage in view.page.passages:
        for i in range(1, len(passage.figures)):
            left, right = passage.figures[i - 1], passage.figures[i]
            one, other = left.quantity.stated, right.quantity.stated
            if left.kind == right.kind == Kind.MONEY and _equated(passage.before(i), view) and one and other:
                yield from _both_ways(left.quantity.unit, right.quantity.unit, other / one)
        for i, figure in enumerate(passage.figures):
            if figure.kind == Kind.MONEY and figure.quantity.stated:
                unit = _rated(figure, passage.after(i), view) or _worth(passage.before(i), view)
                if unit:
                    yield from _both_ways(unit, figure.quantity.unit, float(figure.quantity.stated))


def _implied_rates(view: View) -> Rates:
    """The rates that all sums of money given twice share, but for one: "2.15 billion zlotys (500 million euros) ... 860
    million zlotys (200 million euros) ... 129 million zlotys (3 million euros)"."""
    told: dict[tuple[str | None, str | None], list[tuple[Interval, float]]] = {}
    for passage in view.page.passages:
        for i, (left, right) in enumerate(pairwise(passage.figures), 1):
            if right.kind == Kind.MONEY and _restates(passage, i, view) and _ends(left) and _ends(right):
                rate = over(_around(_ends(right)[0], right, view), _around(_ends(left)[0], left, view))
                told.setdefault((left.quantity.unit, right.quantity.unit), []).append(
                    (rate, _ends(right)[0] / _ends(left)[0])
                )
    rates: Rates = {}
    for units, found in told.items():
        alike = max(([value for rate, value in found if meet(rate, one)] for one, _ in found), key=len)
        if 2 <= len(alike) == len(found) - 1:
            rates[units] = alike[0]
    return rates


def _both_ways(
    one: str | None, other: str | None, rate: float
) -> Iterator[tuple[tuple[str | None, str | None], float]]:
    yield (one, other), rate
    yield (other, one), 1 / rate


def _equated(gap: Words, view: View) -> bool:
    return gap in phrases(view.rule, "equals")


def _worth(lead: Words, view: View) -> str | None:
    """The money whose worth the figure is: "a euro is worth $1.10"."""
    told = max(
        (phrase for phrase in phrases(view.rule, "worth") if ends(lead, frozenset({phrase}))), key=len, default=()
    )
    coin = lead[: len(lead) - len(told)][-3:] if told else ()
    found = (view.book.units.match_currency(coin, k) for k in range(len(coin)))
    return next((unit.name for unit, _ in filter(None, found)), None)


def _rated(figure: Figure, behind: Words, view: View) -> str | None:
    """The money of which one is worth the figure: "$1.10 to the euro", "0.92 euros per dollar"."""
    words = (figure.quantity.per,) if figure.quantity.per else behind[:4]
    if not figure.quantity.per:
        lead = next((phrase for phrase in phrases(view.rule, "to_the") if behind[: len(phrase)] == phrase), None)
        if lead is None:
            return None
        words = behind[len(lead) : len(lead) + 3]
    found = view.book.units.match_currency(words, 0) if words else None
    unit = found[0].name if found else None
    return unit if unit != figure.quantity.unit else None
