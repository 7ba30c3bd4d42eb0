"""How values, times and reasons read."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from tests.reporting.samples import CONFLICT

from figurecheck.model import Bound, Comparison, Quantity
from figurecheck.reporting import waterfall, wording


@pytest.mark.parametrize(
    ("quantity", "words"),
    [
        (Quantity(stated=84, low=84, high=84), "84"),
        (Quantity(stated=1500, low=1350, high=1650, bound=Bound.ABOUT), "about 1,500"),
        (Quantity(stated=300, low=300, low_open=True, bound=Bound.MORE_THAN), "more than 300"),
        (Quantity(stated=6, low=6, bound=Bound.AT_LEAST), "at least 6"),
        (Quantity(stated=50, high=50, high_open=True, bound=Bound.LESS_THAN), "less than 50"),
        (Quantity(stated=700, high=700, bound=Bound.AT_MOST), "at most 700"),
        (Quantity(low=10000, high=12000, bound=Bound.BETWEEN), "10,000 to 12,000"),
        (Quantity(stated=1.2e9, low=1.2e9, high=1.2e9, unit="USD"), "$1,200,000,000"),
        (Quantity(stated=40, low=40, low_open=True, bound=Bound.MORE_THAN, unit="percent"), "more than 40%"),
        (Quantity(stated=12, low=12, high=12, unit="kilometre", per="day"), "12 kilometre per day"),
        (Quantity(stated=4.5, low=4.5, high=4.5), "4.5"),
    ],
)
def test_a_value_reads_as_it_was_meant(quantity, words):
    assert wording.value(quantity) == words


def test_a_time_is_told_in_utc():
    assert wording.day(datetime(2025, 3, 2, 8, 30, tzinfo=timezone(timedelta(hours=2)))) == "2025-03-02 06:30 UTC"
    assert wording.day(datetime(2025, 3, 2, tzinfo=UTC)) == "2025-03-02"
    assert wording.day(None) == "undated"


def test_the_waterfall_ends_at_the_sum_of_its_weights():
    comparison = CONFLICT.comparison
    assert isinstance(comparison, Comparison)
    steps = waterfall.waterfall(comparison)
    assert steps[-1].total == pytest.approx(sum(step.weight for step in comparison.reasons))
    assert [len(step.bar) for step in steps] == [waterfall.BAR, 3]
