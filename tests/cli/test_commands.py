"""The other commands, each in its own process."""

import json
from pathlib import Path

import pytest
from tests.cli.conftest import FERRY, Run

COMMANDS = [
    "extract", "explain", "compare", "check", "corpus", "audit", "serve", "keys", "rule", "schema", "config", "init",
]  # fmt: skip


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_help(run: Run, command: str) -> None:
    done = run(command, "--help")
    assert done.returncode == 0
    assert f"figurecheck {command}" in done.stdout


def test_version_names_the_program(run: Run) -> None:
    assert run("--version").stdout.startswith("figurecheck 0.")


def test_extract_prints_the_figures_with_their_places(run: Run) -> None:
    done = run("extract", "ferry.txt")
    assert done.returncode == 0
    assert done.stdout.startswith(f"ferry.txt:5:{FERRY.index('27') + 1}: “27 people”")


def test_extract_gives_one_array_in_json_and_a_figure_a_line_in_jsonl(run: Run) -> None:
    figures = json.loads(run("extract", "ferry.txt", "radio.txt", "--output-format", "json").stdout)
    assert [figure["quantity"]["stated"] for figure in figures] == [27, 22]
    lines = run("extract", "ferry.txt", "radio.txt", "--output-format", "jsonl").stdout.splitlines()
    assert [json.loads(line) for line in lines] == figures


def test_offsets_point_into_the_file_as_it_is(run: Run, desk: Path) -> None:
    text = "# Flood\r\n\r\n“Some **27** people” were hurt.\r\n"
    (desk / "flood.md").write_bytes(text.encode())
    [figure] = json.loads(run("extract", "flood.md", "--output-format", "json").stdout)
    assert text[figure["start"] : figure["end"]] == figure["quote"]


def test_compare_prints_the_relation_and_both_quotes(run: Run) -> None:
    done = run("compare", "ferry.txt", "radio.txt")
    assert done.returncode == 0
    assert "conflict" in done.stdout
    assert "“27 people”" in done.stdout
    assert "“22 people”" in done.stdout
    assert (
        json.loads(run("compare", "ferry.txt", "radio.txt", "--output-format", "json").stdout)[0]["relation"]
        == "conflict"
    )


def test_explain_reads_a_text_a_file_or_standard_input(run: Run) -> None:
    outputs = {
        run("explain", FERRY).stdout,
        run("explain", "-", stdin=FERRY).stdout,
    }
    assert len(outputs) == 1
    assert "“27 people”" in outputs.pop()
    assert "“27 people”" in run("explain", "ferry.txt").stdout


def test_explain_says_why_a_numeral_is_no_figure(run: Run) -> None:
    done = run("explain", "On 12 May 2024 it rained.")
    assert done.returncode == 0
    assert done.stdout.splitlines()[1].startswith("“2024”  body 10-14: no figure, ")


def test_a_corpus_is_filled_listed_checked_against_and_emptied(run: Run) -> None:
    database = ("--database", "sqlite:///corpus.db")
    assert "1 added" in run("corpus", "add", "radio.txt", *database).stdout
    assert "1 unchanged" in run("corpus", "add", "radio.txt", *database).stdout
    [head] = json.loads(run("corpus", "list", *database, "--output-format", "json").stdout)
    assert head["source"] == "Radio"
    assert "Radio" in run("corpus", "list", *database).stdout
    assert run("check", "ferry.txt", *database).returncode == 1
    assert run("check", "ferry.txt", env={"FIGURECHECK_DATABASE": "sqlite:///corpus.db"}).returncode == 1
    assert run("corpus", "remove", "nothing", *database).returncode == 2
    assert "1 removed" in run("corpus", "remove", head["id"], *database).stdout
    assert run("check", "ferry.txt", *database).returncode == 0


def test_a_series_has_its_figures_in_order_and_can_be_asked_for(run: Run) -> None:
    database = ("--database", "sqlite:///series.db")
    run("corpus", "add", "radio.txt", "ferry.txt", *database)
    text = run("corpus", "series", *database).stdout
    [series] = json.loads(run("corpus", "series", *database, "--output-format", "json").stdout)
    assert series["sources"] == len(series["points"]) == 2
    assert series["disputed"]
    assert "2 figures, 2 sources, disputed" in text
    assert all(point["figure"]["quote"] in text for point in series["points"])
    assert (
        run("corpus", "series", *database, "--action", series["points"][0]["figure"]["context"]["action"]).stdout
        == text
    )
    assert run("corpus", "series", *database, "--place", "Nowhere").stdout == ""
    assert run("corpus", "series", *database, "--since", "1999").returncode == 2


def test_an_audit_writes_flags_and_a_page(run: Run, desk: Path) -> None:
    done = run("audit", "ferry.txt", "radio.txt", "--out", "found", "--workers", "1")
    assert done.returncode == 0
    assert "2 articles" in done.stdout
    flags = [json.loads(line) for line in (desk / "found" / "flags.jsonl").read_text(encoding="utf-8").splitlines()]
    assert {flag["code"] for flag in flags} == {"FC101"}
    assert "FC101" in (desk / "found" / "report.html").read_text(encoding="utf-8")
    assert run("audit", "ferry.txt", "radio.txt", "--out", "found", "--fail-on", "error").returncode == 1


def test_rule_shows_a_page_and_lists_them(run: Run) -> None:
    page = run("rule", "fc101").stdout
    assert page.startswith("# FC101 conflicting-value")
    assert "Why it matters" in page
    assert page == run("rule", "conflicting-value").stdout
    assert "FC102" in run("rule").stdout


@pytest.mark.parametrize("name", ["article", "figure", "comparison", "flag", "report"])
def test_schema_gives_json_schema(run: Run, name: str) -> None:
    schema = json.loads(run("schema", name).stdout)
    assert schema["$schema"].endswith("2020-12/schema")
    assert schema["type"] == "object"


def test_init_writes_a_file_that_sets_nothing(run: Run, desk: Path) -> None:
    before = run("config").stdout
    assert run("init").returncode == 0
    assert run("config").stdout == before
    assert run("init").returncode == 2
    assert run("init", "--force").returncode == 0
    assert "fail-on" in (desk / "figurecheck.toml").read_text(encoding="utf-8")


def test_config_shows_where_a_setting_was_made(run: Run, desk: Path) -> None:
    (desk / "figurecheck.toml").write_text('ignore = ["FC107"]\n', encoding="utf-8")
    lines = run("config", env={"FIGURECHECK_FAIL_ON": "error"}).stdout.splitlines()
    assert any(line.startswith("ignore") and "figurecheck.toml" in line for line in lines)
    assert any(line.startswith("fail-on") and "environment" in line for line in lines)
    assert json.loads(run("config", "--output-format", "json").stdout)["ignore"] == ["FC107"]
