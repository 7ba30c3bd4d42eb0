"""Words as they are compared: names, lemmas, possessives."""

import pytest

from figurecheck.matching.words import lemma, listed, names, plain
from figurecheck.rulebook import load_rulebook

BOOK = load_rulebook()
INDEX, RULES = BOOK.words, BOOK.matching


@pytest.mark.parametrize(
    ("word", "form"), [("shooting", "shoot"), ("shot", "shoot"), ("drones", "drone"), ("nine-storey", "nine-storey")]
)
def test_all_forms_of_a_word_have_one_lemma(word: str, form: str) -> None:
    assert lemma(word, INDEX) == form


@pytest.mark.parametrize(
    ("token", "word"), [("Russia's", "Russia"), ("Kyiv’s", "Kyiv"), ("pilots'", "pilots"), ("us", "us")]
)
def test_a_possessive_ending_is_left_off(token: str, word: str) -> None:
    assert plain(token) == word


def test_names_are_the_capitals_that_no_sentence_start_explains() -> None:
    text = "Police in Karsk said that Marta Lind left. Rescuers came."
    assert names(listed(text), INDEX, RULES) >= {"karsk", "marta", "lind"}
    assert not names(listed(text), INDEX, RULES) & {"police", "rescuers"}


def test_tags_of_html_are_passed_over() -> None:
    assert listed("a <b class='x'>drone</b> fell") == ["a", "drone", "fell"]
