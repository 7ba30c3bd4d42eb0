"""Slips of the hand in what is written."""

import pytest

from figurecheck.matching.likeness import one_digit, swapped
from figurecheck.matching.places import numeral


@pytest.mark.parametrize(
    ("left", "right", "slip"),
    [
        ("132 boats", "123 boats", True),
        ("1,320 boats", "1,230 boats", True),
        ("4.21 km", "4.12 km", True),
        ("2.1%", "1.2%", True),
        ("0.21%", "0.12%", True),
        ("132 boats", "132 boats", False),
        ("132 boats", "231 boats", False),
        ("132 boats", "124 boats", False),
        ("132 boats", "1,320 boats", False),
        ("13.2 km", "1.32 km", False),
        ("six boats", "nine boats", False),
        ("6 boats", "9 boats", False),
    ],
)
def test_two_neighbouring_digits_that_changed_places_are_a_slip(left: str, right: str, slip: bool) -> None:
    """Whatever points and commas stand between them; no other digit, and no point, may differ."""
    assert swapped(numeral(left), numeral(right)) is slip
    assert swapped(numeral(right), numeral(left)) is slip


@pytest.mark.parametrize(
    ("left", "right", "slip"),
    [
        (8, 18, True),
        (8, 81, True),
        (27, 17, True),
        (4.9e9, 4.1e9, True),
        (400_000, 1_400_000, True),
        (312, 3_120, True),
        (30, 90, False),
        (6, 9, False),
        (40, 14, False),
        (27, 72, False),
        (27, 27, False),
        (27, None, False),
    ],
)
def test_a_digit_dropped_added_or_mistaken_is_a_slip(left: float | None, right: float | None, slip: bool) -> None:
    """Zeros that both end on say nothing, and of one digit each nothing is left to know them by."""
    assert one_digit(left, right) is slip
    assert one_digit(right, left) is slip
