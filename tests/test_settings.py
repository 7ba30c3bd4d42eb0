"""The settings: where they are found, which goes first, and what is said of a wrong one."""

from pathlib import Path

import pytest

from figurecheck.settings import SETTINGS, Settings, SettingsError, load_settings, starter

STARTER = starter(Settings.model_fields)


def test_without_any_the_defaults_hold(tmp_path: Path) -> None:
    assert load_settings(tmp_path, {}) == Settings()


def test_the_nearest_file_above_is_read(tmp_path: Path) -> None:
    (tmp_path / "figurecheck.toml").write_text('fail-on = "error"\n')
    inner = tmp_path / "drafts" / "today"
    inner.mkdir(parents=True)
    assert load_settings(inner, {}).fail_on == "error"
    (inner / "figurecheck.toml").write_text('fail_on = "info"\n')
    assert load_settings(inner, {}).fail_on == "info"


def test_pyproject_counts_only_with_our_table(tmp_path: Path) -> None:
    (tmp_path / "figurecheck.toml").write_text('fail-on = "error"\n')
    inner = tmp_path / "project"
    inner.mkdir()
    (inner / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    assert load_settings(inner, {}).fail_on == "error"
    (inner / "pyproject.toml").write_text("[tool.figurecheck]\nfail-on = 'info'\n")
    assert load_settings(inner, {}).fail_on == "info"


def test_options_go_before_the_environment_and_that_before_the_file(tmp_path: Path) -> None:
    (tmp_path / "figurecheck.toml").write_text('fail-on = "error"\nselect = ["FC1"]\ndatabase = "file"\n')
    environ = {"FIGURECHECK_SELECT": "FC2", "FIGURECHECK_DATABASE": "environment"}
    settings = load_settings(tmp_path, environ, {"database": "option"})
    assert (settings.fail_on, settings.select, settings.database) == ("error", ("FC2",), "option")
    assert settings.origins == {
        "fail_on": str(tmp_path / "figurecheck.toml"),
        "select": "environment",
        "database": "options",
    }


def test_an_empty_variable_sets_nothing(tmp_path: Path) -> None:
    assert load_settings(tmp_path, {"FIGURECHECK_DATABASE": ""}).database is None


def test_paths_of_a_file_start_at_its_folder(tmp_path: Path) -> None:
    (tmp_path / "figurecheck.toml").write_text('rules = ["desk"]\ndatabase = "sqlite:///corpus.db"\n')
    settings = load_settings(tmp_path, {})
    assert settings.rules == (tmp_path / "desk",)
    assert settings.database == f"sqlite:///{tmp_path / 'corpus.db'}"


@pytest.mark.parametrize("url", ["postgresql://desk@host/figures", "sqlite:///:memory:", "sqlite://"])
def test_other_addresses_stay_as_they_are(tmp_path: Path, url: str) -> None:
    (tmp_path / "figurecheck.toml").write_text(f'database = "{url}"\n')
    assert load_settings(tmp_path, {}).database == url


def test_lists_may_be_written_with_commas(tmp_path: Path) -> None:
    assert load_settings(tmp_path, {"FIGURECHECK_SELECT": "FC101, FC2"}).select == ("FC101", "FC2")
    assert load_settings(tmp_path, {}, {"ignore": ["FC1,FC2", "FC3"]}).ignore == ("FC1", "FC2", "FC3")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("colour = 3", "colour: no such setting; there are database"),
        ("origins = {}", "origins: no such setting"),
        ('fail-on = "soon"', "fail_on = 'soon'"),
        ("rules = 3", "rules = 3"),
        ("= 3", "line 1"),
    ],
)
def test_a_wrong_setting_is_named_with_its_file(tmp_path: Path, text: str, said: str) -> None:
    (tmp_path / "figurecheck.toml").write_text(text)
    with pytest.raises(SettingsError) as error:
        load_settings(tmp_path, {})
    assert str(tmp_path / "figurecheck.toml") in str(error.value)
    assert said in str(error.value)


def test_the_starter_sets_nothing_and_shows_every_setting(tmp_path: Path) -> None:
    (tmp_path / "figurecheck.toml").write_text(STARTER)
    assert load_settings(tmp_path, {}) == Settings()
    assert all(f"# {name.replace('_', '-')} = " in STARTER for name in SETTINGS)


def test_the_starter_can_be_used_by_taking_the_marks_away(tmp_path: Path) -> None:
    lines = [line.removeprefix("# ") if " = " in line else line for line in STARTER.splitlines()]
    (tmp_path / "figurecheck.toml").write_text("\n".join(lines))
    settings = load_settings(tmp_path, {})
    assert set(settings.origins) == set(SETTINGS)
