"""Places: which words name one, how narrow it is, and whether it is where something happened."""

import pytest

from figurecheck.extraction.places import Place, read_places
from figurecheck.extraction.sentence import read_sentence
from figurecheck.rulebook import load_rulebook


def read(text: str) -> list[Place]:
    """The places of one sentence."""
    rulebook = load_rulebook()
    return read_places(read_sentence(text, 0, len(text), rulebook), rulebook)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A tram derailed in Lisbon.", ["Lisbon"]),
        ("It fell in the coastal town of Almera.", ["Almera"]),
        ("It fell in the Korbu district of Tamra.", ["Korbu", "Tamra"]),
        ("It hit the northern province of Dembe.", ["Dembe"]),
        ("Shots rang out near the corner of Elm Street and Third Avenue.", ["Elm Street and Third Avenue"]),
        ("It fell in Kenya's Nakuru county.", ["Nakuru county"]),
        ("It fell in parts of Chile.", ["Chile"]),
        ("It fell in Ms Ortega's hometown of Almera.", ["Almera"]),
        ("It burned on 14th Avenue.", ["14th Avenue"]),
        ("It fell in the village of Ras al-Dum.", ["Ras al-Dum"]),
        ("It sank in the Bay of Almera.", ["Bay of Almera"]),
        ("It burned in the Korbu forest.", ["Korbu forest"]),
        ("They fell on Mount Dembe.", ["Mount Dembe"]),
    ],
)
def test_a_place_is_the_name_after_a_preposition_and_the_kind_of_place(text: str, names: list[str]) -> None:
    assert [place.name for place in read(text)] == names


@pytest.mark.parametrize(
    "text",
    [
        "She wrote on Twitter.",
        "It fell on Monday in March.",
        "Police looked into the Ortega case.",
        "It was reported in the Almera Times.",
        "They met in a Christian neighbourhood.",
        "He spoke in a hall.",
    ],
)
def test_what_is_no_place_is_left_out(text: str) -> None:
    assert read(text) == []


def test_a_village_told_by_its_kind_is_firm() -> None:
    assert [place.firm for place in read("It fell in the border village of Almera.") if place.name == "Almera"] == [
        True
    ]


def test_a_street_is_narrower_than_a_town_and_a_town_than_a_nation() -> None:
    street, town, nation = read("It burned on Elm Street in the village of Almera in Chile.")
    assert street.narrow > town.narrow > nation.narrow


def test_a_landmark_is_no_narrower_than_a_town() -> None:
    near, at = read("It fell near the Korbu Hospital.") + read("It fell at the Korbu Hospital.")
    assert near.narrow < at.narrow
