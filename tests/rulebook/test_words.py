"""The word index: parts of speech and lemmas of news copy's words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figurecheck.rulebook import load_rulebook
from figurecheck.rulebook import words as pos


@pytest.fixture(scope="module")
def words() -> pos.WordIndex:
    return load_rulebook().words


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("people", "person"),
        ("children", "child"),
        ("men", "man"),
        ("troops", "troop"),
        ("casualties", "casualty"),
        ("games", "game"),
        ("rounds", "round"),
        ("police", "police"),
        ("forces", "force"),
        ("losses", "loss"),
        ("drones", "drone"),
        ("aircraft", "aircraft"),
        ("quadcopters", "quadcopter"),
        ("militiamen", "militiaman"),
        ("lives", "life"),
        ("deaths", "death"),
        ("crises", "crisis"),
        ("homes", "home"),
        ("sub-munitions", "sub-munition"),
        ("gigafactories", "gigafactory"),
    ],
)
def test_a_noun_form_gives_its_singular(words: pos.WordIndex, form: str, lemma: str) -> None:
    assert words.noun(form) == lemma


@pytest.mark.parametrize(
    ("form", "lemma"),
    [
        ("shot", "shoot"),
        ("killed", "kill"),
        ("died", "die"),
        ("left", "leave"),
        ("fell", "fall"),
        ("rose", "rise"),
        ("downed", "down"),
        ("said", "say"),
        ("wounded", "wound"),
        ("struck", "strike"),
        ("doxxed", "doxx"),
        ("geolocated", "geolocate"),
        ("lost", "lose"),
    ],
)
def test_a_verb_form_gives_its_infinitive(words: pos.WordIndex, form: str, lemma: str) -> None:
    assert words.verb(form) == lemma


def test_function_words_have_the_tags_of_the_rules_alone(words: pos.WordIndex) -> None:
    assert words.tags("than") == pos.PREP | pos.CONJ
    assert words.tags("the") == pos.DET
    assert words.tags("who") == pos.PRON | pos.REL
    assert words.tags("could") == pos.MODAL


def test_a_word_has_every_part_of_speech_it_can_be(words: pos.WordIndex) -> None:
    assert words.tags("strikes") == pos.NOUNS | pos.VERBZ
    assert words.tags("killed") & (pos.PAST | pos.PARTICIPLE) == pos.PAST | pos.PARTICIPLE
    assert words.tags("ukrainian") & (pos.NOUN | pos.ADJ) == pos.NOUN | pos.ADJ
    assert words.tags("ukraine") & pos.NAME


def test_unknown_words_are_tagged_by_their_ending(words: pos.WordIndex) -> None:
    assert words.tags("blorfly") == pos.ADV
    assert words.tags("blorfing") == pos.GERUND | pos.NOUN
    assert words.tags("blorfed") == pos.PAST | pos.PARTICIPLE | pos.ADJ
    assert words.tags("blorfs") == pos.NOUNS | pos.VERBZ
    assert words.tags("blorf") == pos.NOUN
    assert words.tags("nine-storey") & pos.ADJ


def test_what_is_no_noun_or_verb_has_no_such_lemma(words: pos.WordIndex) -> None:
    assert words.noun("than") is None
    assert words.verb("the") is None


@given(st.text(max_size=12))
def test_any_text_has_tags_and_lemmas_or_none(text: str) -> None:
    index = load_rulebook().words
    word = text.lower()
    assert isinstance(index.tags(word), int)
    assert index.noun(word) is None or isinstance(index.noun(word), str)
    assert index.verb(word) is None or isinstance(index.verb(word), str)
