"""Words around figures: clauses, asides, words cut by a figure."""

from figurecheck.matching.around import Around, around
from figurecheck.matching.said import Said
from figurecheck.rulebook import load_rulebook

BOOK = load_rulebook()


def read(text: str, quote: str) -> Around:
    said, start = Said(text, (0, len(text)), BOOK), text.index(quote)
    return around(start, said.before(start), said.after(start + len(quote)), BOOK.matching)


def test_words_of_the_figures_own_clause_are_nearest() -> None:
    near = read("The flood killed 12 people, and the mayor opened schools.", "12 people").near
    assert near["flood"] == near["kill"] == 1
    assert near["school"] < 1


def test_an_aside_does_not_part_a_figure_from_its_subject() -> None:
    text = "Core inflation, which strips out food and energy, stood at 3.6 per cent."
    assert {"core", "inflation"} <= read(text, "3.6 per cent").topic


def test_the_figure_is_no_word_around_itself() -> None:
    assert "metre" not in read("A bridge of 40 metres fell.", "40 metres").near


def test_the_words_beside_are_those_that_touch_the_figure() -> None:
    assert read("A bridge of 40 metres fell.", "40 metres").beside == ("of", "fell")
    assert read("40 metres, fell.", "40 metres").beside == (None, None)
