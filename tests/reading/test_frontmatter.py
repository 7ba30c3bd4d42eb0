"""YAML front matter."""

import pytest

from figurecheck.reading.errors import ReadError
from figurecheck.reading.frontmatter import body_start, front_fields, front_matter


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("---\ntitle: x\n---\nbody", "body"),
        ("---\r\ntitle: x\r\n---\r\nbody", "body"),
        ("---\ntitle: x\n...\nbody", "body"),
        ("\ufeff---\ntitle: x\n---\nbody", "body"),
        ("---\ntitle: x\n---", ""),
        ("---\nNine men were killed.\n---\nbody", None),
        ("---\ntitle: x\nbody", None),
        ("----\ntitle: x\n---\nbody", None),
        ("\n---\ntitle: x\n---\nbody", None),
        ("title: x", None),
    ],
)
def test_where_the_text_behind_the_front_matter_starts(text: str, body: str | None) -> None:
    assert text[body_start(text) :] == (text if body is None else body)


def test_values_are_text_as_they_are_written() -> None:
    fields = front_fields("id: 007\ntitle: yes\npublished: 2025-10-16\nsource: 'a: b'\n", "x")
    assert fields == {"id": "007", "title": "yes", "published": "2025-10-16", "source": "a: b"}


def test_other_systems_names_for_the_fields() -> None:
    fields = front_fields("date: 2025-10-16\nheadline: A\nlang: de\ncanonical_url: https://a.b\ntags: [x, y]\n", "x")
    assert fields == {"published": "2025-10-16", "title": "A", "language": "de", "url": "https://a.b"}
    assert front_fields("published: 2025-10-16\ndate: 2020-01-01\n", "x") == {"published": "2025-10-16"}
    assert front_fields("title: null\nurl: ~\nsource:\n", "x") == {}


@pytest.mark.parametrize("written", ["a: [" * 400, "a: [" * 9000, "- " * 900 + "a: b", "a: &x [*x]\ntitle: *y"])
def test_hostile_yaml_is_no_more_than_an_error(written: str) -> None:
    with pytest.raises(ReadError, match=r"^x: line "):
        front_fields(written, "x")


def test_a_tag_makes_nothing() -> None:
    assert front_fields("a: !!python/object:os.system {}\ntitle: x", "x") == {"title": "x"}


def test_none_of_a_text_without_front_matter() -> None:
    assert front_matter("Nine men") == ("", 0)
