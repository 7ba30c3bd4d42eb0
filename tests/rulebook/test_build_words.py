"""The word index's data file is what its builder makes of lemminflect's tables."""

import pytest

from figurecheck.rulebook.words import DATA


def test_the_data_file_is_what_the_builder_writes() -> None:
    pytest.importorskip("lemminflect")
    from figurecheck.rulebook.build_words import encode, index, tables

    assert encode(index(tables())) == DATA.read_text(encoding="utf-8")


def test_a_form_that_is_another_noun_s_plural_is_that() -> None:
    from figurecheck.rulebook import tags
    from figurecheck.rulebook.build_words import index

    rows = [["game", "noun", "games"], ["games", "noun", "games"], ["news", "noun", "news"]]
    assert index(rows) == {
        "game": (tags.NOUN, "game", ""),
        "games": (tags.NOUNS, "game", ""),
        "news": (tags.NOUN, "news", ""),
    }
