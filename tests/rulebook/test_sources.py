"""A desk's rules over the shipped ones: what they change, and what is said of a file that cannot be used."""

import re
import tomllib
from pathlib import Path

import pytest

from figurecheck.rulebook import RulesError, load_rulebook
from figurecheck.rulebook.sources import merge, shipped


def overlay(root: Path, name: str, text: str) -> Path:
    path = root / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return root


def test_loading_twice_gives_the_same_rulebook() -> None:
    assert load_rulebook() is load_rulebook(())


def test_the_hash_names_the_rules_in_force(tmp_path: Path) -> None:
    desk = overlay(tmp_path, "tolerance.toml", "whole_cap = 0.04\n")
    changed = load_rulebook((desk,))
    assert changed.tolerance.whole_cap == 0.04
    assert changed.hash != load_rulebook().hash
    assert len(changed.hash) == 16


def test_a_list_of_settings_takes_the_place_of_the_shipped_one(tmp_path: Path) -> None:
    desk = overlay(tmp_path, "tolerance.toml", 'exact_kinds = ["age"]\n')
    assert load_rulebook((desk,)).tolerance.exact_kinds == ("age",)


def test_words_of_a_desk_join_the_shipped_ones(tmp_path: Path) -> None:
    desk = overlay(tmp_path, "lexicon/en/concepts_arms.toml", '[aircraft]\nuav = ["zanbur"]\n')
    lexicon = load_rulebook((desk,)).lexicon
    assert lexicon.concept("zanbur") == lexicon.concept("drone") == "uav"


def test_a_word_that_a_desk_places_elsewhere_moves(tmp_path: Path) -> None:
    assert load_rulebook().lexicon.concept("jet") == "airliner"
    desk = overlay(tmp_path, "lexicon/en/concepts_desk.toml", '[aircraft]\nwarplane = ["jet"]\n')
    assert load_rulebook((desk,)).lexicon.concept("jet") == "warplane"


def test_a_desk_adds_concepts_actions_words_and_nations(tmp_path: Path) -> None:
    overlay(tmp_path, "lexicon/en/concepts_sea.toml", '[person]\ndiver = ["pearl diver"]\n')
    overlay(tmp_path, "lexicon/en/actions.toml", '[bake]\nis = "other"\nverbs = ["bake"]\n')
    overlay(tmp_path, "lexicon/en/nations.toml", '[nations]\nRuritania = { people = ["Ruritanian"] }\n')
    desk = overlay(tmp_path, "lexicon/en/words.toml", '[nouns]\nzorgen = "zorg"\n[tags]\n"nouns" = ["zorgen"]\n')
    rules = load_rulebook((desk,))
    assert rules.lexicon.is_a(rules.lexicon.concept("pearl diver"), "person")
    act = rules.lexicon.action_of_verb("bake")
    assert act is not None
    assert act.name == "bake"
    assert rules.lexicon.nation_of("Ruritanians") == "Ruritania"
    assert rules.words.noun("zorgen") == "zorg"


def test_a_desk_turns_a_rule_down(tmp_path: Path) -> None:
    desk = overlay(tmp_path, "flags/FC101.toml", 'severity = "info"\nenabled = false\n')
    rule = load_rulebook((desk,)).flags["FC101"]
    assert (rule.severity, rule.enabled, rule.name) == ("info", False, "conflicting-value")


def test_of_two_overlays_the_later_wins(tmp_path: Path) -> None:
    first = overlay(tmp_path / "a", "tolerance.toml", "order_factor = 3\nloose_ratio = 9\n")
    second = overlay(tmp_path / "b", "tolerance.toml", "order_factor = 4\n")
    tolerance = load_rulebook((first, second)).tolerance
    assert (tolerance.order_factor, tolerance.loose_ratio) == (4, 9)


BROKEN = {
    "bad TOML": ("tolerance.toml", "whole_cap = \n", "line 1"),
    "not UTF-8": ("tolerance.toml", None, "UTF-8"),
    "unknown setting": ("tolerance.toml", "speed = 1\n", "speed"),
    "wrong type": ("tolerance.toml", 'whole_cap = "much"\n', "whole_cap"),
    "unknown file": ("lexicon/en/spices.toml", "", "known are"),
    "unknown action": ("lexicon/en/actions.toml", '[bake]\nverbs = ["bake"]\n', "give it `is`"),
    "unknown parent action": ("lexicon/en/actions.toml", '[bake]\nis = "cook"\n', "no action 'cook'"),
    "unknown key of an action": ("lexicon/en/actions.toml", '[kill]\nverb = ["zap"]\n', "kill.verb"),
    "actions in a circle": ("lexicon/en/actions.toml", '[a]\nis = "b"\n[b]\nis = "a"\n', "below itself"),
    "concepts in a circle": ("lexicon/en/concepts_x.toml", '[a]\nb = ["b"]\n[b]\na = ["a"]\n', "below itself"),
    "unknown wider concept": ("lexicon/en/concepts_x.toml", '[nowhere]\nb = ["b"]\n', "no concept 'nowhere'"),
    "a word twice in a file": (
        "lexicon/en/concepts_x.toml",
        '[person]\naunt = ["zork"]\nuncle = ["zork"]\n',
        "keep it in one",
    ),
    "a list that is none": ("lexicon/en/concepts_x.toml", "[person]\naunt = 3\n", "list of words"),
    "unknown part of speech": ("lexicon/en/words.toml", '[tags]\n"noon" = ["zork"]\n', "noon"),
    "unknown stance": ("lexicon/en/attribution.toml", '[verbs]\nshouted = ["yell"]\n', "no stance"),
    "unknown key of a nation": ("lexicon/en/nations.toml", '[nations]\nX = { folk = ["Xer"] }\n', "nations.X.folk"),
    "an object of no concept": (
        "lexicon/en/actions.toml",
        '[kill]\nobjects = { lose = ["zork"] }\n',
        "no concept 'zork'",
    ),
    "a subject of no concept": (
        "lexicon/en/actions.toml",
        '[kill]\nsubjects = { go = "zork" }\n',
        "no concept 'zork'",
    ),
    "unknown key of a flag": ("flags/FC101.toml", "loud = true\n", "loud"),
    "unknown severity": ("flags/FC101.toml", 'severity = "fatal"\n', "known are error"),
    "a flag without a name": ("flags/FC999.toml", 'severity = "info"\n', "known are"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_file_that_cannot_be_used_is_named_with_the_place_and_the_mend(tmp_path: Path, case: str) -> None:
    name, text, expected = BROKEN[case]
    overlay(tmp_path, name, text or "")
    if text is None:
        (tmp_path / name).write_bytes(b"a = '\xff'")
    with pytest.raises(RulesError) as caught:
        load_rulebook((tmp_path,))
    message = str(caught.value)
    assert name in message.replace("\\", "/")
    assert expected in message
    assert "\n" not in message


def test_a_folder_that_is_none_is_named(tmp_path: Path) -> None:
    with pytest.raises(RulesError, match="no such folder"):
        load_rulebook((tmp_path / "nowhere",))


def test_merging_nothing_changes_nothing() -> None:
    table = {"a": ["x"], "b": {"c": 1}}
    assert merge(table, {}) == table


def test_lists_of_tables_merge_by_name() -> None:
    base = {"unit": [{"name": "mile", "factor": 1}, {"name": "foot", "factor": 2}]}
    over = {"unit": [{"name": "foot", "factor": 3}, {"name": "rod", "factor": 4}]}
    assert merge(base, over)["unit"] == [
        {"name": "mile", "factor": 1},
        {"name": "foot", "factor": 3},
        {"name": "rod", "factor": 4},
    ]


def test_no_shipped_word_stands_for_two_concepts() -> None:
    seen: dict[str, str] = {}
    for layer in sorted((shipped() / "lexicon" / "en").glob("concepts*.toml")):
        for group in tomllib.loads(layer.read_text(encoding="utf-8")).values():
            for concept, words in group.items():
                for word in re.split(r",\s+", words.strip()) if isinstance(words, str) else words:
                    assert seen.setdefault(word, concept) == concept, word
