"""What words mean: look-ups that extraction and matching rest on."""

import pytest

from figurecheck.model import Action, Stance
from figurecheck.rulebook import load_rulebook
from figurecheck.rulebook.lexicon import Lexicon


@pytest.fixture(scope="module")
def lexicon() -> Lexicon:
    return load_rulebook().lexicon


@pytest.mark.parametrize(
    ("noun", "concept", "wider"),
    [
        ("drone", "uav", "aircraft"),
        ("unmanned aerial vehicle", "uav", "aircraft"),
        ("cruise missile", "missile", "weapon"),
        ("soldier", "soldier", "person"),
        ("policewoman", "police_officer", "combatant"),
        ("boy", "child", "person"),
        ("apartment block", "home", "building"),
        ("ferry", "ship", "vessel"),
        ("gunshot", "shot", "ammunition"),
        ("oblast", "region", "place"),
        ("fatality", "person", "person"),
        ("palestinian", "citizen", "person"),
        ("tank", "armoured_vehicle", "vehicle"),
        ("airstrike", "airstrike", "attack"),
        ("life", "life", "person"),
    ],
)
def test_a_noun_has_a_concept_below_wider_ones(lexicon: Lexicon, noun: str, concept: str, wider: str) -> None:
    assert lexicon.concept(noun) == concept
    assert lexicon.is_a(concept, wider)


def test_a_noun_group_has_the_concept_of_its_longest_listed_end(lexicon: Lexicon) -> None:
    assert lexicon.concept_of_group(["russian", "attack", "drone"]) == "uav"
    assert lexicon.concept_of_group(["two", "police", "officer"]) == "police_officer"
    assert lexicon.concept_of_group(["red", "squirglefish"]) is None


@pytest.mark.parametrize(
    ("verb", "particle", "of", "action"),
    [
        ("kill", None, None, Action.KILL),
        ("die", None, None, Action.KILL),
        ("wound", None, None, Action.INJURE),
        ("shoot", None, None, Action.KILL_OR_INJURE),
        ("shoot", "down", None, Action.INTERCEPT),
        ("down", None, None, Action.INTERCEPT),
        ("fire", None, "missile", Action.LAUNCH),
        ("fire", None, "shot", Action.FIRE),
        ("fire", None, "worker", Action.LAY_OFF),
        ("lose", None, "life", Action.KILL),
        ("lose", None, "job", Action.LAY_OFF),
        ("destroy", None, "uav", Action.INTERCEPT),
        ("destroy", None, "home", Action.DESTROY),
        ("lay", "off", None, Action.LAY_OFF),
        ("murder", None, None, Action.KILL),
        ("convict", None, None, Action.OTHER),
    ],
)
def test_a_verb_names_an_action_by_particle_and_object(
    lexicon: Lexicon, verb: str, particle: str | None, of: str | None, action: Action
) -> None:
    act = lexicon.action_of_verb(verb, particle, of)
    assert act is not None
    assert act.action == action


def test_a_verb_says_who_undergoes_it(lexicon: Lexicon) -> None:
    die, kill = lexicon.verb_sense("die"), lexicon.verb_sense("kill")
    assert die is not None
    assert kill is not None
    assert (die.transitive, kill.transitive) == (False, True)


def test_a_verb_that_is_not_listed_names_no_action(lexicon: Lexicon) -> None:
    assert lexicon.action_of_verb("yodel") is None


def test_event_nouns_count_a_concept_and_say_what_befell_it(lexicon: Lexicon) -> None:
    casualty = lexicon.event_noun("casualty")
    assert casualty is not None
    assert (casualty.concept, casualty.act.action) == ("person", Action.KILL_OR_INJURE)
    assert lexicon.parts_of(Action.KILL_OR_INJURE) == (Action.KILL, Action.INJURE)
    assert lexicon.parts_of(Action.KILL) == ()


def test_adjectives_and_nouns_name_actions(lexicon: Lexicon) -> None:
    dead, interception = lexicon.action_of_adjective("dead"), lexicon.action_of_noun("interception")
    assert dead is not None
    assert interception is not None
    assert (dead.action, interception.action) == (Action.KILL, Action.INTERCEPT)


def test_every_action_of_the_wire_contract_has_words_or_is_other(lexicon: Lexicon) -> None:
    assert {act.action for act in lexicon.actions.classes.values()} == set(Action)


@pytest.mark.parametrize(
    ("verb", "stance"),
    [("say", Stance.STATED), ("allege", Stance.CLAIMED), ("confirm", Stance.CONFIRMED), ("deny", Stance.DENIED)],
)
def test_verbs_of_saying_have_a_stance(lexicon: Lexicon, verb: str, stance: Stance) -> None:
    assert lexicon.stance_of_verb(verb) == stance
    assert lexicon.stance_of_verb("eat") is None


def test_blaming_is_an_accusation(lexicon: Lexicon) -> None:
    assert "blame" in lexicon.attributions.accusations
    assert "say" not in lexicon.attributions.accusations


@pytest.mark.parametrize("name", ["Ukraine", "Ukrainian", "Ukrainians", "Kyiv", "UKRAINE"])
def test_a_nation_goes_by_many_names(lexicon: Lexicon, name: str) -> None:
    assert lexicon.nation_of(name) == "Ukraine"


def test_places_lie_in_nations(lexicon: Lexicon) -> None:
    assert lexicon.nations.nation_of_place("Kharkiv") == "Ukraine"
    assert lexicon.nations.nation_of_place("Texas") == "United States"
    assert lexicon.nation_of("Kharkiv") is None
    assert lexicon.nations.is_place("Black Sea")
    assert not lexicon.nations.is_place("Ukrainian")


def test_titles_never_end_a_sentence_and_abbreviated_names_may(lexicon: Lexicon) -> None:
    assert "gen." in lexicon.abbreviations.inner
    assert "u.s." in lexicon.abbreviations.either
    assert not lexicon.abbreviations.inner & lexicon.abbreviations.either
