"""Whatever an article says, each output stays what its readers can read."""

import csv
import io
import json
import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.reporting.samples import CONFLICT, REPORT, figure

from figurecheck.model import Article, Report
from figurecheck.reporting import Checked, Options, render

TEXTS = st.text(max_size=30) | st.sampled_from(
    [
        "\x1b[31mred\x1b[0m",
        "a\r\nb",
        "]]>",
        "</script><b>",
        "::error::x",
        "[bold]x[/]",
        "=1+1",
        "\u2028",
        "\x85",
        "%0A",
        '"',
        "\x00",
    ]
)


@st.composite
def reports(draw):
    """A report of one flag whose sentence, quote, message, source and path are any text."""
    before, quote, after = draw(TEXTS), draw(TEXTS.filter(bool)), draw(TEXTS)
    article = Article(id="any", text=f"{before}{quote}{after}", title=draw(TEXTS), source=draw(TEXTS))
    mine = figure(article, quote, 9)
    flag = CONFLICT.model_copy(update={"figure": mine, "message": draw(TEXTS), "article": "any"})
    report = Report(rules="abc", article=article.head, figures=(mine,), flags=(flag,))
    return Checked(report, article, draw(TEXTS.filter(lambda path: path and "\n" not in path)))


def obeyed(text):
    """The characters a terminal would obey."""
    return {char for char in text if ord(char) < 32 or 127 <= ord(char) < 160} - set("\n\t")


@given(reports())
@settings(max_examples=60)
def test_terminals_are_told_nothing_but_text(item):
    for name in ("full", "concise", "github"):
        assert not obeyed(render([item], name, Options(explain=True)))


@given(reports())
@settings(max_examples=60)
def test_one_flag_is_one_line_where_lines_count(item):
    for name in ("concise", "github", "jsonl"):
        text = render([item, item], name)
        assert text.count("\n") == 2
        assert text.endswith("\n")


@given(reports())
@settings(max_examples=60)
def test_documents_can_be_read_again(item):
    assert Report.model_validate_json(render([item], "json")) == item.report
    assert json.loads(render([item], "gitlab"))[0]["location"]["path"] == item.file
    result = json.loads(render([item], "sarif"))["runs"][0]["results"][0]
    assert result["message"]["text"] == item.report.flags[0].message
    assert ET.fromstring(render([item], "junit"))[0].get("failures") == "1"
    (row,) = csv.DictReader(io.StringIO(render([item], "csv"), newline=""))
    assert row["quote"].removeprefix("'") == item.report.flags[0].figure.quote


@given(reports())
@settings(max_examples=60)
def test_a_page_has_no_element_that_an_article_wrote(item):
    empty = replace(item, report=REPORT.model_copy(update={"flags": item.report.flags}), article=None, path="x")
    for each in (item, empty):
        html = render([each], "html")
        assert html.count("<script>") == 1
        assert html.count("<b>") == render([each], "html").count("</b>")


@pytest.mark.parametrize("text", ["\x1b]0;title\x07", "\x9b31m"])
def test_escape_sequences_show_as_marks(text):
    flag = CONFLICT.model_copy(update={"message": f"a{text}b"})
    assert "\ufffd" in render([REPORT.model_copy(update={"flags": (flag,)})], "full")
