"""Files, folders and bodies become articles; what cannot be read is told and the rest is read on."""

import io
import sys
from datetime import UTC, datetime
from pathlib import Path
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figurecheck.reading.sources import (
    Copy,
    InputFormat,
    ReadError,
    _stream,
    find_files,
    read_all,
    read_bytes,
    read_path,
)

FRONT = "---\nid: quake-1\ntitle: Quake kills 34\nsource: The Wire\npublished: 2025-03-04T06:20:00Z\n---\n"
FORMATS: tuple[InputFormat, ...] = ("auto", "text", "markdown", "html", "json", "jsonl", "ninjs", "feed")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an article of every kind, and what is none."""
    (tmp_path / "b.txt").write_text("At least 34 people were killed.")
    (tmp_path / "a.md").write_text("# Quake kills 34\n\nPolice said.")
    (tmp_path / "c.html").write_text("<title>Quake</title><p>34 dead")
    (tmp_path / "d.jsonl").write_text('{"text": "34 dead"}\n\n{"text": "35 dead", "id": "x"}\n')
    (tmp_path / "e.json").write_text('{"uri": "n1", "headline": "Quake", "body_text": "34 dead"}')
    (tmp_path / "README.md").write_text("What is in here.")
    (tmp_path / ".hidden.txt").write_text("Not this.")
    (tmp_path / "photo.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "more").mkdir()
    (tmp_path / "more" / "f.txt").write_text("Six hurt.")
    return tmp_path


def problem(data: bytes, name: str = "story.txt", input_format: InputFormat = "auto", limit: int = 1000) -> str:
    """What is wrong with some bytes, in one line."""
    with pytest.raises(ReadError) as caught:
        read_bytes(data, name, input_format, limit)
    assert "\n" not in str(caught.value)
    assert str(caught.value).startswith(name)
    return str(caught.value)


def test_a_folder_is_read_in_order_of_names(folder: Path) -> None:
    found = [Path(path).name for path in find_files([folder]) if isinstance(path, str)]
    assert found == ["a.md", "b.txt", "c.html", "d.jsonl", "e.json", "f.txt"]


def test_articles_come_with_their_file_and_line(folder: Path) -> None:
    copies = [copy for copy in read_all([folder]) if isinstance(copy, Copy)]
    assert [(Path(copy.name).name, copy.line) for copy in copies] == [
        ("a.md", 1),
        ("b.txt", 1),
        ("c.html", 1),
        ("d.jsonl", 1),
        ("d.jsonl", 3),
        ("e.json", 1),
        ("f.txt", 1),
    ]
    assert [copy.article.format for copy in copies] == ["markdown", "text", "html", "text", "text", "text", "text"]


def test_a_file_that_cannot_be_read_does_not_stop_the_others(folder: Path) -> None:
    (folder / "empty").mkdir()
    paths = [folder / "none.txt", folder / "photo.jpg", folder / "empty", folder / "b.txt"]
    *wrong, right = read_all(paths)
    assert isinstance(right, Copy)
    assert [type(item) for item in wrong] == [ReadError] * 3
    messages = [str(item).removeprefix(str(folder)) for item in wrong]
    assert messages[0].startswith("/none.txt: no such file")
    assert messages[1].startswith("/photo.jpg: is an image, not text")
    assert messages[2].startswith("/empty: holds no articles")


def test_a_bad_line_does_not_stop_the_other_lines(tmp_path: Path) -> None:
    file = tmp_path / "wire.jsonl"
    file.write_bytes(
        b'{"text": "34 dead"}\n{"text": \n\xff\n[1]\n{"text": "x", "tetx": 1}\n{"text": " "}\n{"text": "35 dead"}'
    )
    items = list(read_all([file]))
    assert [item.line for item in items if isinstance(item, Copy)] == [1, 7]
    assert [(item.place, item.problem) for item in items if isinstance(item, ReadError)] == [
        ("line 2 column 9", "is no JSON: expecting value"),
        ("line 3", "is not UTF-8 text but, it seems, WINDOWS-1252"),
        ("line 4", "is no article: it must be a JSON object"),
        ("line 5", "unknown field 'tetx'"),
        ("line 6", "has no text"),
    ]


def test_standard_input_is_read_by_its_content(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(
        sys, "stdin", SimpleNamespace(buffer=io.BytesIO(b"<!DOCTYPE html><title>Quake</title><p>34 dead"))
    )
    (article,) = read_path("-")
    assert (article.format, article.title) == ("html", "Quake")


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("At least 34 people were killed.", "text"),
        ("<!-- 1 --><!doctype html>\n<p>34", "html"),
        ("<p>34 dead", "html"),
        ("<3 dead", "text"),
        ('{"text": "34 dead", "format": "markdown"}', "markdown"),
        ('[{"text": "34 dead"}]', "text"),
        ('{"articles": [{"text": "34 dead"}]}', "text"),
        ('{"text": "34 dead"}\n{"text": "35"}', "text"),
        ('{"uri": "n1", "headline": "x", "body_xhtml": "<p>34 dead"}', "html"),
        ("<?xml version='1.0'?><rss><item><description>34 dead</description></item></rss>", "html"),
        ("{sic} he said", "text"),
        ("[34] dead", "text"),
    ],
)
def test_the_format_of_a_body_shows_in_its_first_characters(text: str, form: str) -> None:
    assert read_bytes(text.encode(), "body")[0].format == form


def test_plain_text_is_what_follows_the_front_matter() -> None:
    body = "\n34 dead.\r\nSix hurt.\n"
    (article,) = read_bytes((FRONT + body).encode(), "story.txt")
    assert article.text == body
    assert (article.id, article.title, article.source) == ("quake-1", "Quake kills 34", "The Wire")
    assert article.published == datetime(2025, 3, 4, 6, 20, tzinfo=UTC)


def test_the_line_on_which_a_text_starts_is_behind_the_front_matter(tmp_path: Path) -> None:
    (tmp_path / "story.txt").write_text(FRONT + "34 dead")
    (copy,) = read_all([tmp_path / "story.txt"])
    assert isinstance(copy, Copy)
    assert copy.line == 7


def test_plain_text_has_no_title_of_its_own() -> None:
    (article,) = read_bytes(b"Quake kills 34\n\nPolice said.", "story.txt")
    assert article.title is None
    assert article.published is None


def test_line_ends_stay_and_a_byte_order_mark_does_not() -> None:
    (article,) = read_bytes(b"\xef\xbb\xbf34 dead\r\nSix hurt\r", "story.txt")
    assert article.text == "34 dead\r\nSix hurt\r"


def test_markdown_takes_its_title_from_a_heading_at_its_start() -> None:
    (article,) = read_bytes(b"# Quake kills 34\n\nPolice said.", "story.md")
    assert article.title == "Quake kills 34"
    assert article.text.startswith("# Quake")
    (article,) = read_bytes(FRONT.replace("34", "53").encode() + b"# Quake kills 34\n\nPolice said.", "story.md")
    assert article.title == "Quake kills 53"


def test_what_the_caller_gives_wins() -> None:
    (article,) = read_bytes(
        FRONT.encode() + b"34 dead", "x", "auto", 1000, source="Desk", published="2025-03-05", title=None
    )
    assert (article.source, article.title) == ("Desk", "Quake kills 34")
    assert article.published == datetime(2025, 3, 5, tzinfo=UTC)


def test_an_unnamed_article_has_the_hash_of_its_text_for_an_id() -> None:
    (one,), (other,), (third,) = (read_bytes(text, "x") for text in (b"34 dead", b"34 dead", b"35 dead"))
    assert one.id == other.id != third.id


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b"", "story.txt: is empty; "),
        (b" \n\t\n", "story.txt: is empty; "),
        (FRONT.encode(), "story.txt: is empty: nothing stands behind its front matter; "),
        (b"34\0dead", "story.txt: byte 2: holds a NUL byte: a binary file, not text; "),
        (b"%PDF-1.7 ...", "story.txt: is a PDF file, not text; "),
        (b"PK\x03\x04", "story.txt: is a ZIP archive or an office document, not text; "),
        (b"\x00\x9f\x01\x02\x81" * 9, "story.txt: byte 1: is not UTF-8 text, by its bytes a binary file; "),
        ("34 dead, “police” said".encode("cp1252"), "byte 9: is not UTF-8 text but, it seems, WINDOWS-1252; "),
        ("34 dead".encode("utf-16"), "byte 0: is not UTF-8 text but, it seems, UTF-16; "),
        ("34 dead".encode("utf-16-be"), "byte 0: is not UTF-8 text but, it seems, UTF-16BE; "),
        ("34 dead".encode("utf-32"), "byte 0: is not UTF-8 text but, it seems, UTF-32; "),
        (b"34 dead " * 200, "story.txt: is larger than 1,000 bytes; "),
        (b"---\ntitle: 34: dead\n---\nx", "story.txt: line 2: front matter: mapping values are not allowed"),
        (b"---\ntitle: [34]\n---\nx", "story.txt: line 1: front matter: title is a list or a table; "),
        (b"---\npublished: 4/3/25\n---\nx", "story.txt: published: '4/3/25' is no date; write it in ISO 8601"),
    ],
)
def test_what_is_wrong_is_said_in_one_line_with_the_mend(data: bytes, said: str) -> None:
    assert said in problem(data)
    assert "; " in problem(data)


def test_the_mend_of_another_encoding_is_a_command() -> None:
    assert problem("é".encode("latin-1")).endswith("; turn it into UTF-8, as by: iconv -f WINDOWS-1252 -t UTF-8")
    page = '<meta charset="koi8-r"><p>34 убитых'.encode("koi8-r")
    assert "iconv -f KOI8-R" in problem(page, "page.html")


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'{"text": }', "story.json: line 1 column 10: is no JSON: expecting value; "),
        (b"[]", "story.json: is empty: an array without articles; "),
        (b"[3]", "story.json: item 1: is no article: it must be a JSON object; "),
        (b"[" * 900, "story.json: line 1 column 901: is no JSON"),
        (b'{"uri": "n1", "headline": "x"}', "story.json: has no text: no body_text, body_xhtml or bodies; "),
        (b'{"title": "x"}', "story.json: has no text; "),
        (b'{"text": "x", "published": "soon"}', "story.json: published: 'soon' is no date; "),
        (b'{"text": "x", "format": "rtf"}', "story.json: format: input should be 'text', 'markdown' or 'html'; "),
        (b'{"text": 7}', "story.json: text: input should be a valid string; "),
    ],
)
def test_what_is_wrong_with_json(data: bytes, said: str) -> None:
    assert problem(data, "story.json").startswith(said)


def test_a_date_given_that_is_none_is_told_at_once() -> None:
    with pytest.raises(ReadError, match="published: 'soon' is no date"):
        read_all([], published="soon")
    with pytest.raises(TypeError, match="unknown field: by"):
        read_all([], by="me")


def test_a_line_over_the_limit_is_passed_over(tmp_path: Path) -> None:
    file = tmp_path / "wire.jsonl"
    file.write_text('{"text": "' + "34 dead " * 500 + '"}\n{"text": "35 dead"}\n')
    wrong, right = read_all([file], "auto", 1000)
    assert isinstance(right, Copy)
    assert right.line == 2
    assert str(wrong).endswith("wire.jsonl: line 1: is longer than 1,000 bytes; split it or raise the limit")


@given(
    data=st.one_of(st.binary(max_size=60), st.text(max_size=60).map(lambda text: text.encode("utf-8", "replace"))),
    head=st.sampled_from(
        (b"", b"---\n", b"---\ntitle: ", b'{"text": ', b"<rss><item>", b"<html>", b'[{"uri": "a", "body_text": ')
    ),
    form=st.sampled_from(FORMATS),
)
def test_any_bytes_give_articles_or_a_read_error(data: bytes, head: bytes, form: InputFormat) -> None:
    for item in _stream(io.BytesIO(head + data), "x", form, 1000, {}):
        assert item.article.text.strip() if isinstance(item, Copy) else str(item).isprintable()


def test_the_seeds_are_read_as_they_are(shared: Path) -> None:
    files = sorted((shared / "seeds").glob("*.txt"))
    copies = [copy for copy in read_all([shared / "seeds"]) if isinstance(copy, Copy)]
    assert [copy.article.text for copy in copies] == [file.read_bytes().decode() for file in files]
