"""What a reader sees of a text, and the laws of its offsets."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figurecheck.model import Format
from figurecheck.reading.projection import project

FORMATS: tuple[Format, ...] = ("text", "markdown", "html")

SNIPPETS = (
    *"<>&;\"'`*_[]()!#-|~=:/\\ \n\r\t1a,.\0\ud800\u00ad\u200b\ufeffﬁé“😀",
    *(
        "<b>",
        "</b>",
        "<p>",
        "</p>",
        "<br>",
        "<!--",
        "-->",
        "<script>",
        "</script>",
        "<td>",
        "<tr>",
        "<table>",
        "</table>",
    ),
    *(
        "<h1>",
        "</h1>",
        "<title>",
        "</title>",
        "<sup>",
        "</sup>",
        "<div hidden>",
        "</div>",
        "<a href='x>5'>",
        "<td colspan=9>",
    ),
    *(
        "&amp;",
        "&nbsp;",
        "&#8203;",
        "&shy;",
        "&#x1F600;",
        "&fjlig;",
        "&ngE;",
        "&#0;",
        "1,200",
        "killed",
        "\n\n",
        "\r\n",
    ),
    *(
        "| a | 1 |\n",
        "|---|---|\n",
        "```\n",
        "![x](y5)",
        "[t](u5)",
        "# ",
        "> ",
        "1. ",
        "---\n",
        "title: x\n",
        "~~",
        "[^1]",
    ),
)
UNSEEN = "\u00ad\u200b\ufeff"
markup = st.lists(st.sampled_from(SNIPPETS), max_size=60).map("".join)
anything = st.one_of(markup, st.text(st.characters(max_codepoint=0x1FF), max_size=80))


@given(text=anything, form=st.sampled_from(FORMATS), title=st.sampled_from((None, "a", "1,200")))
def test_every_plain_character_stands_in_the_source(text: str, form: Format, title: str | None) -> None:
    projection = project(text, form, title)
    before = 0
    for at in range(len(projection.text)):
        start, end = projection.source(at, at + 1)
        assert before <= start <= end <= len(text)
        before = start
        if end - start == 1 and not projection.text[at].isspace() and projection.text[at] not in "\ufffd⁰¹²³⁴⁵⁶⁷⁸⁹":
            assert text[start] == projection.text[at] or text[start] in "ﬀﬁﬂﬃﬄﬅﬆ"


@given(text=anything, form=st.sampled_from(FORMATS), data=st.data())
def test_a_span_covers_what_its_parts_cover(text: str, form: Format, data: st.DataObject) -> None:
    projection = project(text, form)
    size = len(projection.text)
    start = data.draw(st.integers(0, size))
    end = data.draw(st.integers(start, size))
    span = projection.source(start, end)
    assert 0 <= span[0] <= span[1] <= len(text)
    if start < end:
        assert span == (projection.source(start, start + 1)[0], projection.source(end - 1, end)[1])
    else:
        assert span[0] == span[1]


@given(text=anything, form=st.sampled_from(FORMATS))
def test_cells_lie_inside_their_tables_and_the_text(text: str, form: Format) -> None:
    projection = project(text, form)
    for table in projection.tables:
        for cell in table.cells:
            assert table.start <= cell.line[0] <= cell.start < cell.end <= cell.line[1] <= table.end
            assert table.end <= len(projection.text)
            assert projection.text[cell.start : cell.end].strip()


@given(text=st.text(st.characters(categories=("L", "N", "P", "Zs"), exclude_characters="ﬀﬁﬂﬃﬄﬅﬆ"), max_size=60))
def test_text_is_read_as_it_stands(text: str) -> None:
    projection = project(text, "text")
    assert projection.text == text
    assert projection.source(0, len(text)) == (0, len(text))


@given(text=anything)
def test_text_loses_only_what_is_not_to_be_seen(text: str) -> None:
    seen = project(text, "text").text
    assert seen == "".join({"ﬁ": "fi"}.get(c, c) for c in text if c not in UNSEEN)


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    ("text", "plain", "number", "source"),
    [
        ("about 1\u00ad200 men", "about 1200 men", "1200", "1\u00ad200"),
        ("about 1\u200b200 men", "about 1200 men", "1200", "1\u200b200"),
        ("some \u202a300\u202c men", "some 300 men", "300", "300"),
        ("ﬁfty-ﬁve men", "fifty-five men", "fifty-five", "ﬁfty-ﬁve"),
        ("\ufeff12 men", "12 men", "12", "12"),
    ],
)
def test_what_is_not_to_be_seen_does_not_break_a_number(
    form: Format, text: str, plain: str, number: str, source: str
) -> None:
    projection = project(text, form)
    assert projection.text == plain
    at = plain.index(number)
    start, end = projection.source(at, at + len(number))
    assert text[start:end] == source


@pytest.mark.parametrize("form", ["markdown", "html"])
@pytest.mark.parametrize(
    "piece",
    [
        "<",
        "<a",
        "<a ",
        '<a ">" ',
        "&",
        "&#",
        "&#9",
        "`",
        "[",
        "[a](",
        "<!--",
        "<![CDATA[",
        "<nav>",
        "<div hidden>",
        "<table>",
        "<td>",
        "<tr><td rowspan=99>1<tr>",
        "<th colspan=99>1",
        "<h1>",
        "<sup>",
        "<pre>\n",
        ">",
        "\0",
        "|a",
        "- ",
        "*a ",
        "---\n",
        "<title>",
        "<script>",
        "\u200ba",
        "ﬁ",
        "\ud800",
        "1,",
        "<svg><math><nav><del><s>",
        "\n",
        "<b>",
        "</b>",
        "![",
        "a: b\n",
    ],
)
def test_hostile_text_is_read_in_one_pass(form: Format, piece: str) -> None:
    """A pass that looks back or ahead without end would not come back from this."""
    text = piece * (150_000 // len(piece))
    projection = project(text, form)
    assert projection.source(0, len(projection.text))[1] <= len(text)
