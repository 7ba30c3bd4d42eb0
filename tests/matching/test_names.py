"""Names of actors, targets and places, and whether two of them can be one."""

import pytest
from tests.matching.told import BOOK

from figurecheck.matching.names import level, name, place_name


@pytest.mark.parametrize(
    ("left", "right", "expected"),
    [
        ("U.S. employers", "the country's employers", "unknown"),
        ("U.S. forces", "American forces", "same_side"),
        ("U.S. forces", "Russian forces", "other_side"),
        ("Brussels", "the European Commission", "same_side"),
        ("Kyiv", "Ukraine's air force", "same_side"),
        ("Acme Airways", "Acme", "same"),
        ("a gunman", "John Coll", "unknown"),
        ("Acme", "Borealis", "other"),
    ],
)
def test_two_names_can_be_one_or_not(left: str, right: str, expected: str) -> None:
    one, other = name(left, BOOK), name(right, BOOK)
    assert level(one, other, BOOK.matching.alike) == level(other, one, BOOK.matching.alike) == expected


@pytest.mark.parametrize(
    ("text", "low"), [("eastern Chad", "chad"), ("South Sudan", "south sudan"), ("Korbu", "korbu")]
)
def test_the_part_of_a_nation_in_one_direction_compares_as_the_nation(text: str, low: str) -> None:
    found = place_name(text, BOOK)
    assert found is not None
    assert found.low == low


@pytest.mark.parametrize(("left", "right", "expected"), [("Belgrade", "Novi Sad", "other"), ("Kyiv", "Kyiv", "same")])
def test_a_capital_where_something_happened_is_a_city(left: str, right: str, expected: str) -> None:
    assert level(place_name(left, BOOK), place_name(right, BOOK), BOOK.matching.alike) == expected
