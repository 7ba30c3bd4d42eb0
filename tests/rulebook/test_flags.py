"""The files of flags: what every rule must say."""

from pathlib import Path

import pytest

from figurecheck.rulebook import RulesError, load_rulebook

WHOLE = """
name = "too-loud"
severity = "info"
what = "What it does."
why = "Why it matters."
[settings]
times = 3
[[must_flag]]
quote = "9 dead"
articles = [{ text = "Police said 9 dead." }, { text = "Police said 8 dead.", source = "Wire" }]
[[must_pass]]
articles = [{ text = "Police said 9 dead.", published = "2031-03-04T08:00:00Z" }]
"""


def test_every_shipped_rule_has_texts_and_examples_of_both_kinds() -> None:
    flags = load_rulebook().flags
    assert list(flags) == sorted(flags)
    for code, rule in flags.items():
        assert rule.code == code
        assert rule.what
        assert rule.why
        assert rule.must_flag
        assert rule.must_pass


def test_names_of_rules_are_unique_within_a_family() -> None:
    names = [(rule.code[:3], rule.name) for rule in load_rulebook().flags.values()]
    assert len(names) == len(set(names))


def test_a_rule_is_read_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    rule = read(tmp_path, WHOLE)["FC901"]
    assert (rule.name, rule.severity, rule.enabled) == ("too-loud", "info", True)
    assert rule.setting("times", 0) == 3
    assert rule.setting("other", 7) == 7
    assert rule.must_flag[0].quote == "9 dead"
    assert rule.must_flag[0].articles[1].source == "Wire"
    assert rule.must_pass[0].quote is None


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('why = "Why it matters."', "", "lacks why"),
        ("[[must_pass]]", "[[must_skip]]", "must_skip"),
        ('quote = "9 dead"', 'quote = "10 dead"', "not in the first article"),
        ('quote = "9 dead"', "", "must_flag[0].quote"),
        ("{ text = ", "{ txt = ", "txt"),
        ('severity = "info"', 'severity = "loud"', "known are"),
    ],
)
def test_a_rule_that_lacks_something_is_named_with_the_mend(tmp_path: Path, old: str, new: str, expected: str) -> None:
    with pytest.raises(RulesError) as caught:
        read(tmp_path, WHOLE.replace(old, new, 1))
    assert "FC901.toml" in str(caught.value)
    assert expected in str(caught.value)


def read(root: Path, text: str):  # type: ignore[no-untyped-def]
    from figurecheck.rulebook.flags import read_flags
    from figurecheck.rulebook.sources import Layer, Sources, _parse

    path = root / "FC901.toml"
    return read_flags(Sources((Layer(path, "flags/FC901.toml", _parse(path, text.encode())),), ""))
