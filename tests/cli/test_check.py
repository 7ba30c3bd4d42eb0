"""figurecheck check: flags, formats and exit codes."""

import json
from pathlib import Path
from typing import get_args

import pytest
from tests.cli.conftest import FERRY, Run, Spawn

from figurecheck.cli.check import OutputFormat
from figurecheck.reporting import FORMATS

UNSOURCED = "The flood displaced 3,000 people. Dozens of boats sank. The ferry had carried about 1,487 tonnes of grain."


def test_every_output_format_of_reporting_is_offered() -> None:
    assert [name for name in get_args(OutputFormat) if name != "text"] == list(FORMATS)


def test_a_conflict_with_another_file_is_flagged_and_exits_with_1(run: Run) -> None:
    done = run("check", "ferry.txt", "--against", "radio.txt")
    assert done.returncode == 1
    assert "FC101" in done.stdout
    assert done.stderr == ""


def test_a_clean_article_exits_with_0(run: Run) -> None:
    assert run("check", "ferry.txt", "--against", "ferry.txt").returncode == 0


def test_without_a_corpus_one_line_on_stderr_says_so(run: Run) -> None:
    done = run("check", "ferry.txt", "--output-format", "json")
    assert done.returncode == 0
    assert json.loads(done.stdout)["flags"] == []
    assert done.stderr.count("\n") == 1
    assert "--against" in done.stderr


def test_one_input_gives_one_report_and_several_an_array(run: Run) -> None:
    one = json.loads(run("check", "ferry.txt", "--output-format", "json").stdout)
    two = json.loads(run("check", "ferry.txt", "radio.txt", "--output-format", "json").stdout)
    assert one["version"] == 1
    assert [report["article"]["source"] for report in two] == ["Post", "Radio"]
    assert two[0] == one


def test_against_takes_every_path_up_to_the_next_option(run: Run, desk: Path) -> None:
    radio = (desk / "radio.txt").read_text(encoding="utf-8")
    (desk / "third.txt").write_text(radio.replace("22", "31").replace("Radio", "Wire"), encoding="utf-8")
    done = run("check", "ferry.txt", "--against", "radio.txt", "third.txt", "--output-format", "json")
    [flag] = json.loads(done.stdout)["flags"]
    assert len(flag["evidence"]) == 2


def test_against_ahead_of_the_only_path_takes_just_one(run: Run) -> None:
    done = run("check", "--against", "radio.txt", "ferry.txt", "--output-format", "json")
    assert json.loads(done.stdout)["article"]["source"] == "Post"


@pytest.mark.parametrize(
    ("arguments", "code"),
    [(["--fail-on", "error"], 1), (["--fail-on", "never"], 0), (["--ignore", "FC1"], 0), (["--select", "FC101"], 1)],
)
def test_what_fails_a_call_can_be_chosen(run: Run, arguments: list[str], code: int) -> None:
    assert run("check", "ferry.txt", "--against", "radio.txt", *arguments).returncode == code


def test_the_rules_of_sourcing_speak_only_where_they_are_asked_for(run: Run) -> None:
    silent = run("check", "-", "--output-format", "json", stdin=UNSOURCED)
    asked = run("check", "-", "--select", "FC3", "--output-format", "json", stdin=UNSOURCED)
    assert json.loads(silent.stdout)["flags"] == []
    assert {flag["code"] for flag in json.loads(asked.stdout)["flags"]} == {"FC301", "FC302", "FC303"}


def test_explain_shows_the_weights(run: Run) -> None:
    plain = run("check", "ferry.txt", "--against", "radio.txt").stdout
    assert len(run("check", "ferry.txt", "--explain", "--against", "radio.txt").stdout) > len(plain)


def test_standard_input_is_read_at_a_dash(run: Run) -> None:
    done = run("check", "-", "--source", "Desk", "--published", "2026-03-03", "--output-format", "json", stdin=FERRY)
    article = json.loads(done.stdout)["article"]
    assert (article["source"], article["published"]) == ("Desk", "2026-03-03T00:00:00Z")


@pytest.mark.parametrize("name", [name for name in get_args(OutputFormat) if name not in ("json", "text")])
def test_every_format_prints_the_flag(run: Run, name: str) -> None:
    done = run("check", "ferry.txt", "--against", "radio.txt", "--output-format", name)
    assert done.returncode == 1
    assert "FC101" in done.stdout


def test_the_output_is_the_same_under_any_hash_seed(spawn: Spawn) -> None:
    outputs = {
        spawn(
            "check", "ferry.txt", "--against", "radio.txt", "--output-format", "json", env={"PYTHONHASHSEED": seed}
        ).stdout
        for seed in ("0", "1", "42")
    }
    assert len(outputs) == 1


def test_the_output_is_utf_8_whatever_the_locale(spawn: Spawn, desk: Path) -> None:
    (desk / "quotes.txt").write_text("“Some 27 people”, said Zoë, were hurt.", encoding="utf-8")
    done = spawn("extract", "quotes.txt", "--output-format", "json", env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert done.returncode == 0
    assert "27 people" in done.stdout
