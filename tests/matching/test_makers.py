"""Who made the polls and indices of an article."""

import pytest

from figurecheck.matching.makers import makers
from figurecheck.rulebook import load_rulebook

BOOK = load_rulebook()
MADE = (
    ("A poll by Vantor puts the Greens at 12%.", {"vantor"}),
    ("The Greens stand at 12%, a Vantor Institute poll shows.", {"vantor", "institute"}),
    ("Vantor's first online survey of the race gives them 12%.", {"vantor"}),
    ("A University of Tolva poll puts the Greens at 12%.", {"university", "tolva"}),
    ("They have 12% in a poll for mayor that the University of Tolva published.", {"university", "tolva"}),
    ("Not yet, says Meridian Research. Its panel puts them at 14%.", {"meridian", "research"}),
    ("Rents rose by 2%, says Dray Mutual, whose index, like that of Vantor, is new.", {"dray", "mutual"}),
    ("Rents averaged 900 crowns on the index kept by the website Homely.", {"homely"}),
    ("Homes are dearer, the index of Dray Mutual showed.", {"dray", "mutual"}),
    ("Sondex, a private pollster, sees the Greens at 14%.", {"sondex"}),
    ("Meridian finds the Greens at 14% in an online panel.", {"meridian"}),
    ("A poll for the respected Vantor newspaper has the Greens at 12%.", {"vantor"}),
    ("Greens ahead, says pollster Vantor.", {"vantor"}),
)
UNMADE = (
    "The Greens of Vantor stand at 12%.",
    "In its March survey the bank saw 2% growth.",
    "A survey of Vantor workers found 12% unhappy.",
    "A German poll had the Greens at 12%.",
)


@pytest.mark.parametrize(("text", "names"), MADE, ids=[text for text, _ in MADE])
def test_who_made_a_poll_or_an_index_is_read_from_the_words_around_it(text: str, names: set[str]) -> None:
    assert makers(text, BOOK).only == names


@pytest.mark.parametrize("text", UNMADE)
def test_whoever_was_asked_or_only_named_made_nothing(text: str) -> None:
    assert not makers(text, BOOK).made


def test_an_article_that_names_two_has_no_one_maker() -> None:
    read = makers("A Vantor poll has them at 12%. A Meridian poll has them at 14%.", BOOK)
    assert not read.only
    assert read.of((0, 30)) == {"vantor"}
