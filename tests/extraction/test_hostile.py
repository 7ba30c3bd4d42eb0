"""Hostile text costs in proportion to its length, counted in calls and not in seconds, so that machines agree."""

from cProfile import Profile

import pytest

from figurecheck import extract

PIECES = [
    "1", "1-", "1,", "1/", "$1", "1%", "(1", "half a ", "from 1 to ", "Mr. ", '"1', "“1 ", "killed 1 ", "two of 1 ",
    "March 1 ", "1\n\n", "dozens of ", "F-16 ",
]  # fmt: skip
SHORT, LONG = 4_000, 12_000
"""Both beyond the longest sentence that is read in one piece."""


def calls(text: str) -> int:
    """How many calls reading this text makes."""
    profile = Profile(builtins=False)
    profile.runcall(extract, text)
    return sum(entry.callcount for entry in profile.getstats())


@pytest.mark.parametrize("piece", PIECES, ids=repr)
def test_three_times_the_text_costs_about_three_times_as_much(piece: str) -> None:
    extract(piece)
    short, long = (calls((piece * length)[:length]) for length in (SHORT, LONG))
    assert long <= 4 * short + 1_000


def test_a_fraction_too_fine_for_json_leaves_a_whole_number() -> None:
    (figure,) = extract("The sum was 20242024202420241.2 exactly.")
    assert (figure.quantity.stated, type(figure.quantity.stated)) == (20242024202420241, int)
