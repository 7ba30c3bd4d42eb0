"""What a sentence says beside its figures."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figurecheck.matching.said import Said
from figurecheck.matching.words import listed
from figurecheck.rulebook import load_rulebook

BOOK = load_rulebook()
PIECES = st.sampled_from(("Two-year-old ", "boys' ", "fell, ", "U.S. ", "two", "-", " ", "40 ", "and ", "is"))


def said(text: str) -> Said:
    return Said(text, (0, len(text)), BOOK)


@given(st.lists(PIECES, max_size=12).map("".join), st.data())
def test_the_tokens_on_both_sides_of_a_place_are_those_of_the_two_texts(text: str, data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(text)))
    assert [token.text for token in said(text).before(at)] == listed(text[:at])
    assert [token.text for token in said(text).after(at)] == listed(text[at:])


def test_tokens_stand_where_the_article_has_them() -> None:
    text = "It rained. The Quill fell by <b>two</b> metres."
    tokens = Said(text, (11, len(text)), BOOK).tokens
    assert [text[token.start : token.end] for token in tokens] == [token.text for token in tokens]
    assert [token.text for token in tokens] == ["The", "Quill", "fell", "by", "two", "metres", "."]


def test_a_name_given_only_as_whereabouts_is_elsewhere() -> None:
    assert said("Marta Lind, 40, died in New Calder.").elsewhere == {"new", "calder"}
    assert not said("In Calder, Calder council met.").elsewhere


def test_kinds_of_event_are_told_by_any_of_their_words() -> None:
    assert said("A quake shook the town.").kinds == said("The aftershocks went on.").kinds
    assert said("A quake shook the town.").kinds.isdisjoint(said("The ferry sank.").kinds)


@pytest.mark.parametrize(
    ("text", "counted"),
    [
        ("The toll of nine includes the gunman.", True),
        ("Six died, the bomber among them.", True),
        ("The gunman killed six and fled.", False),
    ],
)
def test_whoever_did_it_is_counted_in_where_the_copy_says_so(text: str, counted: bool) -> None:
    assert said(text).gunman is counted


def test_power_stations_that_cut_their_emissions_own_them() -> None:
    owner = said("Power stations cut their emissions by a fifth.").owner
    assert owner is not None
    assert owner.text == "Power stations"
    assert said("Emissions fell by a fifth.").owner is None
