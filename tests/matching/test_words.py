"""Words around figures: names, lemmas, clauses, asides."""

import pytest

from figurecheck.matching.around import around
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


def test_words_of_the_figures_own_clause_are_nearest() -> None:
    text = "The flood killed 12 people, and the mayor opened schools."
    near = around(text, (0, len(text)), (17, 26), INDEX, RULES).near
    assert near["flood"] == near["kill"] == 1
    assert near["school"] < 1


def test_an_aside_does_not_part_a_figure_from_its_subject() -> None:
    text = "Core inflation, which strips out food and energy, stood at 3.6 per cent."
    start = text.index("3.6")
    read = around(text, (0, len(text)), (start, start + 12), INDEX, RULES)
    assert {"core", "inflation"} <= read.topic


def test_the_figure_is_no_word_around_itself() -> None:
    text = "A bridge of 40 metres fell."
    assert "metre" not in around(text, (0, len(text)), (12, 21), INDEX, RULES).near


def test_tags_of_html_are_passed_over() -> None:
    assert listed("a <b class='x'>drone</b> fell") == ["a", "drone", "fell"]
