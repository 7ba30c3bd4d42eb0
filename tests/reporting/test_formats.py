"""What every output holds to, and what each of them says."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import chain

import pytest
from pydantic import BaseModel
from sarif_pydantic import Sarif
from tests.reporting.samples import CHECKED, CLEAN, CONFLICT, REPORT

from figurecheck.model import Report, Severity
from figurecheck.reporting import FORMATS, FormatError, Options, render, write
from figurecheck.rulebook.flags import FlagRule


class Tags(HTMLParser):
    """Start tags with their attributes, and whether every tag is closed in turn."""

    VOID = frozenset({"meta", "input", "br"})

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


@pytest.mark.parametrize("name", FORMATS)
@pytest.mark.parametrize("reports", [[], [CHECKED], [CHECKED, CLEAN], [REPORT]])
def test_every_format_renders_with_and_without_text(name, reports):
    assert render(reports, name) == render(reports, name)


@pytest.mark.parametrize("name", FORMATS)
def test_writing_gives_what_rendering_gives(name):
    out = io.StringIO()
    write([CHECKED, CLEAN], name, out, Options())
    assert out.getvalue() == render([CHECKED, CLEAN], name)


def test_an_unknown_format_names_those_there_are():
    with pytest.raises(FormatError, match=r"pdf: no such output format; choose one of full, concise"):
        render([CHECKED], "pdf")


def test_json_is_one_report_for_one_input_and_an_array_for_several_or_none():
    assert Report.model_validate_json(render([CHECKED], "json")) == REPORT
    assert [Report.model_validate(one) for one in json.loads(render([CHECKED, CLEAN], "json"))] == [
        REPORT,
        CLEAN.report,
    ]
    assert json.loads(render([], "json")) == []


def test_json_keeps_line_separators_inside_strings():
    odd = REPORT.model_copy(update={"rules": "a\u2028b\x85c"})
    assert json.loads(render([odd, odd], "json"))[1]["rules"] == "a\u2028b\x85c"


def test_jsonl_has_one_report_a_line():
    assert [Report.model_validate_json(line) for line in render([CHECKED, CLEAN], "jsonl").splitlines()] == [
        REPORT,
        CLEAN.report,
    ]


def test_concise_gives_line_and_column_in_reading_order():
    first, second = render([CHECKED], "concise").splitlines()
    assert first.startswith("news/draft, final.txt:2:11: FC101 9 dock workers killed here")
    assert second == "news/draft, final.txt:4:1: FC302 More than 40 of what? Say it."


def test_github_escapes_what_its_runner_reads():
    first, second = render([CHECKED], "github").splitlines()
    assert first.startswith("::error file=news/draft%2C final.txt,line=2,col=11,endLine=2,endColumn=28,title=FC101")
    assert first.endswith("100%25 at odds.")
    assert second.startswith("::notice ")
    assert second.endswith("::More than 40 of what?%0ASay it.")


def test_gitlab_keeps_one_finding_in_two_files_apart():
    other = CLEAN.__class__(REPORT, CHECKED.article, "copy.txt")
    issues = json.loads(render([CHECKED, other], "gitlab"))
    assert len({issue["fingerprint"] for issue in issues}) == 4
    assert issues[0]["location"]["lines"] == {"begin": 2, "end": 2}
    assert issues[0]["severity"] == "major"


def test_sarif_results_point_at_their_rule_and_region():
    run = json.loads(render([CHECKED], "sarif"))["runs"][0]
    result = run["results"][0]
    assert run["tool"]["driver"]["rules"][result["ruleIndex"]]["id"] == result["ruleId"] == "FC101"
    region = result["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["snippet"]["text"]) == (2, 11, "nine dock workers")
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "news/draft%2C%20final.txt"


def test_sarif_fits_the_models_of_its_standard():
    assert list(unknown(Sarif.model_validate_json(render([CHECKED, CLEAN], "sarif")))) == [
        "columnKind"  # 3.14.17 of the standard has it; these models leave it out
    ]


def unknown(part: object) -> Iterator[str]:
    """The names in a SARIF log, at any depth, that its models do not have."""
    if isinstance(part, BaseModel):
        yield from part.model_extra or ()
        yield from unknown([getattr(part, name) for name in type(part).model_fields])
    elif isinstance(part, list):
        yield from chain.from_iterable(map(unknown, part))


def test_sarif_and_html_say_what_a_rule_does_where_they_know_it():
    rule = FlagRule("FC101", "conflicting-value", Severity.ERROR, "A figure differs. And more.\n", "Readers ask.\n")
    options = Options(rules={"FC101": rule})
    run = json.loads(render([CHECKED], "sarif", options))["runs"][0]
    assert run["tool"]["driver"]["rules"][0] == {
        "id": "FC101",
        "name": "conflicting-value",
        "shortDescription": {"text": "A figure differs."},
        "fullDescription": {"text": "A figure differs. And more."},
        "help": {"text": "Readers ask."},
        "defaultConfiguration": {"level": "error"},
    }
    assert "A figure differs. And more. Readers ask." in render([CHECKED], "html", options)


def test_junit_counts_each_flag_and_drops_what_xml_cannot_hold():
    bad = REPORT.model_copy(update={"flags": (CONFLICT.model_copy(update={"message": "a\x00b\ud800c"}),)})
    suites = ET.fromstring(render([CHECKED, CLEAN, bad], "junit"))
    assert [(suite.get("tests"), suite.get("failures")) for suite in suites] == [("2", "2"), ("1", "0"), ("1", "1")]
    assert suites[2].find("testcase/failure").get("message") == "a\ufffdb\ufffdc"


def test_csv_cells_are_never_formulas():
    trap = REPORT.model_copy(update={"flags": (CONFLICT.model_copy(update={"message": "=HYPERLINK(1)"}),)})
    rows = list(csv.DictReader(io.StringIO(render([trap, CHECKED], "csv"))))
    assert rows[0]["message"] == "'=HYPERLINK(1)"
    assert (rows[1]["value"], rows[1]["evidence_value"], rows[1]["evidence_source"]) == ("9", "6", "Coastal Wire")


def test_full_shows_both_sentences_with_their_figures_and_where_they_are_from():
    text = render([CHECKED], "full")
    assert "It killed «nine dock workers», the mayor said." in text
    assert "Coastal Wire, 2025-03-02 06:00 UTC" in text
    assert "1 error, 1 info in 2 figures of 1 article" in text
    assert "\x1b" not in text


def test_evidence_without_a_source_is_called_by_its_path():
    evidence = CONFLICT.evidence[0].model_copy(update={"source": None})
    report = REPORT.model_copy(update={"flags": (CONFLICT.model_copy(update={"evidence": (evidence,)}),)})
    item = replace(CHECKED, report=report, names={"wire": "news/wire.txt"})
    for name in ("full", "junit", "sarif", "html"):
        assert "news/wire.txt" in render([item], name)


def test_full_explains_with_the_running_total():
    assert "-0.80   +2.40  words far" in render([CHECKED], "full", Options(explain=True))


def test_full_has_colour_only_when_asked():
    assert "\x1b[" in render([CHECKED], "full", Options(colour=True))


def test_full_prints_text_that_looks_like_markup_as_it_is():
    odd = REPORT.model_copy(update={"flags": (CONFLICT.model_copy(update={"message": "[bold]x[/] :smile:"}),)})
    assert "[bold]x[/] :smile:" in render([odd], "full")


def test_html_is_complete_in_itself_and_escapes_what_it_is_given():
    html = render([CHECKED, CLEAN], "html")
    page = Tags()
    page.feed(html)
    assert page.open == []
    assert not {"link", "img", "iframe"} & {tag for tag, _ in page.seen}
    assert [attrs for tag, attrs in page.seen if tag == "script"] == [{}]
    assert "&lt;b&gt;officials&lt;/b&gt;" in html
    assert "<mark>nine dock workers</mark>" in html
    assert 'href="https://wire.example/barge?a=1&amp;b=2"' in html


def test_html_links_only_to_web_addresses():
    evidence = CONFLICT.evidence[0].model_copy(update={"url": "javascript:alert(1)"})
    trap = REPORT.model_copy(update={"flags": (CONFLICT.model_copy(update={"evidence": (evidence,)}),)})
    assert "javascript:" not in render([trap], "html")


def test_a_claim_review_names_claim_speaker_and_evidence():
    [review, *_] = json.loads(render([CHECKED], "claimreview"))["@graph"]
    flag = CHECKED.flags()[0]
    assert review["identifier"] == flag.fingerprint
    assert flag.figure.quote in review["claimReviewed"]
    assert len(review["citation"]) == len(flag.evidence)
    assert "ratingValue" not in review["reviewRating"]
