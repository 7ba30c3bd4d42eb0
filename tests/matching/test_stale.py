"""Copy that corrects a value, takes it back or names it as an earlier one; and copy that only looks like it."""

import pytest
from tests.matching.told import BOOK

from figurecheck.matching import Account, account, pairs
from figurecheck.matching.stale import Stale
from figurecheck.model import Article, Relation


def read(text: str, key: str = "a") -> Account:
    return account(Article(id=key, text=text, published="2031-03-05T08:00:00Z"), BOOK)


def set_aside(text: str) -> dict[str, Stale]:
    return {line.figure.quote: line.stale for line in read(text).lines(BOOK) if line.stale}


@pytest.mark.parametrize(
    "text",
    [
        "(Corrects toll to nine from 11 in paragraph 2) An avalanche at Karsk killed nine people.",
        "CORRECTION: An earlier version of this story gave the toll as 11; it is nine.",
        "Correction: nine people died in the avalanche at Karsk, not 11.",
        "The article was amended to say that nine people, rather than 11, died at Karsk.",
        "This story was amended on 5 March to correct the number of dead from 11 to nine.",
        "An avalanche at Karsk killed nine people, not 11 as first reported.",
        "The governor corrected the toll to nine from 11.",
    ],
)
def test_a_correction_sets_the_wrong_value_aside_and_keeps_the_right_one(text: str) -> None:
    assert set_aside(text) == {"11": Stale.CORRECTED}


@pytest.mark.parametrize(
    ("text", "quote", "how"),
    [
        ("An earlier version of this article said that 11 people had been killed.", "11 people", Stale.CORRECTED),
        ("The ministry retracted its figure of 40 dead.", "40 dead", Stale.CORRECTED),
        ("The paper misstated the number of injured as 30.", "30", Stale.CORRECTED),
        ("The toll was revised down from 40 to 25.", "40", Stale.EARLIER),
        ("Police first said 11 people had died.", "11 people", Stale.EARLIER),
    ],
)
def test_copy_says_how_it_sets_a_value_aside(text: str, quote: str, how: Stale) -> None:
    assert set_aside(text) == {quote: how}


@pytest.mark.parametrize(
    "text",
    [
        "Police wrongly arrested 11 people at the march.",
        "The army withdrew 40 tanks from Velmar.",
        "Three people were hurt, not two of them badly.",
        "The company corrected 300 faults in its trams.",
    ],
)
def test_what_only_sounds_like_a_correction_is_none(text: str) -> None:
    assert set_aside(text) == {}


def test_what_another_article_still_gives_is_superseded_and_says_which_is_newer() -> None:
    old = read("An avalanche at Karsk killed 11 people on Tuesday, the governor said.", "old")
    new = read("Correction: nine people died in Tuesday's avalanche at Karsk, not 11, the governor said.", "new")
    (found,) = [pair for pair in pairs(old, new, BOOK) if pair.stand.newer]
    assert (found.relation, found.stand.newer, found.stand.kind) == (Relation.SUPERSEDED, "right", "corrected")
    assert (found.left.figure.quote, found.right.figure.quote) == ("11 people", "nine people")


@pytest.mark.parametrize(
    "text",
    [
        "Hours earlier, two groups had met in the bar.",
        "The firm was originally sold for $9.4 billion.",
        "A quake with a preliminary magnitude of 4.4 struck Dolvar.",
        "Earlier on Tuesday 12 people fled the valley.",
    ],
)
def test_what_came_earlier_is_not_what_was_told_earlier(text: str) -> None:
    assert set_aside(text) == {}
