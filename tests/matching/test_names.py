"""Names of actors, targets and places, and whether two of them can be one."""

import pytest
from tests.matching.told import BOOK

from figurecheck.matching.names import level, name


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
