"""Ties between the figures of one article."""

import pytest
from tests.extraction.contexts import figures

from figurecheck.model import Figure, LinkType


def linked(text: str, quote: str) -> list[tuple[LinkType, str]]:
    """The links of the last figure with this quote, each with the quote it leads to."""
    found = figures(text)
    quotes = {figure.id: figure.quote for figure in found}
    return [(link.type, quotes[link.figure]) for link in last(found, quote).links]


def last(found: list[Figure], quote: str) -> Figure:
    return [figure for figure in found if figure.quote == quote][-1]


@pytest.mark.parametrize(
    ("text", "part", "whole"),
    [
        ("The blast hurt seven people, including two children.", "two children", "seven people"),
        ("Forty of the 90 passengers were killed.", "Forty", "90 passengers"),
        ("The blast hurt seven people, including two children and a nurse.", "two children", "seven people"),
        ("The blast hurt seven people, including three men and two women.", "two women", "seven people"),
        ("Nine of the 20 passengers died and 11 survived.", "11", "20 passengers"),
        ("Of the 84, 36 were shot down.", "36", "84"),
        ("Of the 84 drones, air defences shot down 36.", "36", "84 drones"),
    ],
)
def test_a_part_is_tied_to_its_whole(text: str, part: str, whole: str) -> None:
    assert linked(text, part) == [(LinkType.PART_OF, whole)]


TOLD = "Tamra launched more than 300 drones at Kerrin on Monday. Two people were killed. Of the 300, 84 were shot down."


def test_a_count_told_again_is_the_one_told_before_however_far_back() -> None:
    whole, part = last(figures(TOLD), "300"), last(figures(TOLD), "84")
    assert linked(TOLD, "300") == [(LinkType.SAME_AS, "more than 300 drones")]
    assert (whole.subject.head, whole.context.action, whole.context.actor) == ("drone", "launch", "Tamra")
    assert (part.subject.head, part.context.action) == ("drone", "intercept")
