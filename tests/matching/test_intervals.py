"""Values as DESIGN section 4 has them: what meets, what conflicts, and the laws of both."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figurecheck.matching import intervals as iv
from figurecheck.matching.intervals import Interval
from figurecheck.matching.measure import Measure, factor, measure
from figurecheck.matching.places import distinctive, written_place
from figurecheck.model import Figure, Kind, Quantity
from figurecheck.rulebook import load_rulebook
from figurecheck.rulebook.tolerance import Tolerance

RULES = Tolerance()


def figure(quote: str, kind: str = "count", **quantity: object) -> Figure:
    low, high = quantity.get("low"), quantity.get("high")
    if low is None and high is None:
        quantity |= {"low": quantity["stated"], "high": quantity["stated"]}
    return Figure(
        id=quote, start=0, end=len(quote), quote=quote, sentence=(0, len(quote)), kind=Kind(kind),
        quantity=Quantity.model_validate(quantity),
    )  # fmt: skip


def about(quote: str, stated: float, spread: float, **more: object) -> Figure:
    return figure(quote, stated=stated, low=stated - spread, high=stated + spread, bound="about", **more)


def exact(quote: str, stated: float, **more: object) -> Figure:
    return figure(quote, stated=stated, **more)


def more_than(quote: str, stated: float, **more: object) -> Figure:
    return figure(quote, stated=stated, low=stated, high=None, low_open=True, bound="more_than", **more)


def at_least(quote: str, stated: float) -> Figure:
    return figure(quote, stated=stated, low=stated, high=None, bound="at_least")


def less_than(quote: str, stated: float, **more: object) -> Figure:
    return figure(quote, stated=stated, low=None, high=stated, high_open=True, bound="less_than", **more)


def at_most(quote: str, stated: float) -> Figure:
    return figure(quote, stated=stated, low=None, high=stated, bound="at_most")


def between(quote: str, low: float, high: float) -> Figure:
    return figure(quote, low=low, high=high, bound="between")


def nearly(quote: str, stated: float, **more: object) -> Figure:
    return figure(quote, stated=stated, low=0.9 * stated, high=stated, high_open=True, bound="about", **more)


MILLION, BILLION = 10**6, 10**9
DOZENS = figure("dozens", low=24, high=99, bound="order")
POUND = {"kind": "money", "unit": "GBP", "dimension": "currency"}
LENGTH = {"kind": "measure", "dimension": "length"}
PERCENT = {"kind": "percent", "unit": "percent"}

MEETING = [
    (exact("1,487", 1487), about("about 1,500", 1500, 150)),
    (exact("2,900", 2900), more_than("more than 300", 300)),
    (exact("seven", 7), at_least("at least six", 6)),
    (exact("650", 650), at_most("up to 700", 700)),
    (exact("30", 30), DOZENS),
    (exact("4,930", 4930), nearly("nearly 5,000", 5000)),
    (about("about 11,500", 11500, 1150), between("10,000 to 12,000", 10000, 12000)),
    (exact("422 kg", 422, kind="measure", unit="kilogram"), exact("422.1 kg", 422.1, kind="measure", unit="kilogram")),
    (exact("$1.2bn", 1.2 * BILLION, **POUND), exact("$1.18bn", 1.18 * BILLION, **POUND)),
    (exact("14,000", 14000), exact("13,620", 13620)),
    (exact("12 million", 12 * MILLION), nearly("nearly 13 million", 13 * MILLION)),
    (exact("4.2 per cent", 4.2, **PERCENT), exact("4.23%", 4.23, **PERCENT)),
]
APART = [
    (exact("6", 6), exact("7", 7)),
    (exact("27", 27), at_least("at least 28", 28)),
    (exact("$5 billion", 5 * BILLION, **POUND), exact("$5.7 billion", 5.7 * BILLION, **POUND)),
    (exact("1,487", 1487), exact("1,478", 1478)),
    (exact("4.2 per cent", 4.2, **PERCENT), exact("2.4%", 2.4, **PERCENT)),
    (exact("£271,600", 271600, **POUND), nearly("almost £260,000", 260000, **POUND)),
]


def compared(left: Figure, right: Figure) -> tuple[Interval, Interval]:
    return measure(left, RULES).interval, measure(right, RULES).interval


@pytest.mark.parametrize(("left", "right"), MEETING, ids=lambda f: f.quote)
def test_values_that_can_both_be_right_meet(left: Figure, right: Figure) -> None:
    assert iv.meet(*compared(left, right))
    assert iv.meet(*compared(right, left))


@pytest.mark.parametrize(("left", "right"), APART, ids=lambda f: f.quote)
def test_values_that_cannot_both_be_right_do_not_meet(left: Figure, right: Figure) -> None:
    assert not iv.meet(*compared(left, right))
    assert not iv.meet(*compared(right, left))


def test_less_than_five_touches_five_and_does_not_meet_it() -> None:
    pair = compared(less_than("less than 5", 5), exact("5", 5))
    assert not iv.meet(*pair)
    assert iv.touch(*pair)
    assert iv.gap(*pair) == 0


@pytest.mark.parametrize(
    ("quote", "stated", "place", "in_full"),
    [
        ("$1.2bn", 1.2e9, 1e8, False), ("14,000 acres", 14000, 1, True), ("five thousand", 5000, 1000, False),
        ("seven", 7, 1, True), ("5.4%", 5.4, 0.1, False), ("$5 billion", 5e9, 1e9, False), ("two dozen", 24, 1, True),
        ("3.14", 3.14, 0.01, False), ("half a million", 5e5, 1e5, False), ("133.9p", 133.9, 0.1, False),
    ],
)  # fmt: skip
def test_the_written_place_is_read_from_the_quote(quote: str, stated: float, place: float, in_full: bool) -> None:
    assert written_place(quote, stated) == (pytest.approx(place), in_full)


@pytest.mark.parametrize("value", [84, 137, 1340, 1.37e6, 23500, 22, 14, 28.3])
def test_a_value_seldom_met_twice_is_distinctive(value: float) -> None:
    assert distinctive(value, RULES)


@pytest.mark.parametrize("value", [3, 12, 20, 150, 1500, 5e9, 8.7, None])
def test_a_small_or_round_value_is_not_distinctive(value: float | None) -> None:
    assert not distinctive(value, RULES)


def in_unit(left: Figure, right: Figure) -> tuple[Measure, Interval]:
    a, b = measure(left, RULES), measure(right, RULES)
    conversion = factor(a, b, load_rulebook().units)
    assert conversion is not None
    return a, b.interval.scaled(*conversion)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (exact("12 miles", 12, unit="mile", **LENGTH), exact("19 km", 19, unit="kilometre", **LENGTH)),
        (exact("six miles", 6, unit="mile", **LENGTH), exact("10 kilometers", 10, unit="kilometre", **LENGTH)),
        (exact("half", 0.5, kind="ratio"), exact("50%", 50, **PERCENT)),
        (exact("40 a week", 40, per="week"), exact("175 a month", 175, per="month")),
    ],
    ids=lambda f: f.quote,
)
def test_units_and_times_convert_before_they_are_compared(left: Figure, right: Figure) -> None:
    a, other = in_unit(left, right)
    assert iv.meet(a.interval, other)


def test_two_currencies_never_meet() -> None:
    pound = measure(exact("£5", 5, kind="money", unit="GBP"), RULES)
    dollar = measure(exact("$5", 5, kind="money", unit="USD"), RULES)
    assert factor(pound, dollar, load_rulebook().units) is None


def test_a_count_per_day_is_not_compared_with_a_total() -> None:
    rate, total = measure(exact("40 a day", 40, per="day"), RULES), measure(exact("40", 40), RULES)
    assert factor(rate, total, load_rulebook().units) is None


ENDS = st.floats(min_value=-1e6, max_value=1e6, allow_nan=False)
INTERVALS = st.builds(
    lambda a, b, low_open, high_open: Interval(min(a, b), max(a, b), low_open and a != b, high_open and a != b),
    ENDS,
    ENDS,
    st.booleans(),
    st.booleans(),
)


@given(INTERVALS, INTERVALS)
def test_meeting_is_mutual(left: Interval, right: Interval) -> None:
    assert iv.meet(left, right) == iv.meet(right, left)
    assert iv.gap(left, right) == iv.gap(right, left)
    assert iv.times(left, right) == iv.times(right, left)


@given(INTERVALS)
def test_an_interval_meets_itself(interval: Interval) -> None:
    assert iv.meet(interval, interval)


@given(INTERVALS, INTERVALS, st.just(0.0) | st.floats(min_value=1, max_value=1e6))
def test_widening_never_makes_a_conflict_of_an_agreement(left: Interval, right: Interval, tolerance: float) -> None:
    if iv.meet(left, right):
        assert iv.meet(left.widened(tolerance), right)


@given(INTERVALS, INTERVALS)
def test_intervals_that_do_not_meet_have_a_gap_or_touch(left: Interval, right: Interval) -> None:
    assert iv.meet(left, right) or iv.gap(left, right) > 0 or iv.touch(left, right)
