"""Slips of the hand in what is written."""

import pytest

from figurecheck.matching.likeness import swapped
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
