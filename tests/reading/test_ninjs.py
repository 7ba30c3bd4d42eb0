"""News in JSON."""

import json
from typing import Any

import pytest

from figurecheck.model import Article
from figurecheck.reading.ninjs import is_ninjs
from figurecheck.reading.sources import InputFormat, ReadError, read_bytes

ONE = {
    "uri": "https://wire.example/items/9",
    "type": "text",
    "versioncreated": "2025-03-04T06:20:00Z",
    "language": "en-GB",
    "headline": "Quake kills 34",
    "provider": "The Wire",
    "body_text": "At least 34 people were killed.",
    "body_xhtml": "<p>At least 34 people were killed.</p>",
}
TWO = {
    "uri": "urn:newsml:wire.example:9",
    "standard": {"name": "ninjs", "version": "2.0"},
    "firstcreated": "2025-03-04T06:20:00Z",
    "language": "en",
    "headlines": [{"role": "sub", "value": "Police"}, {"role": "main", "value": "Quake kills 34"}],
    "infosources": [{"role": "x", "name": "The Wire"}],
    "bodies": [
        {"role": "main", "contenttype": "application/xhtml+xml", "value": "<p>At least 34 people were killed.</p>"}
    ],
}
THREE = {
    "uri": "urn:newsml:wire.example:9",
    "versionCreated": "2025-03-04T07:20:00+01:00",
    "copyrightHolder": "The Wire",
    "headlines": [{"value": "Quake kills 34"}],
    "bodies": [
        {"role": "html", "contentType": "text/html", "value": "<p>34 dead</p>"},
        {"role": "text", "contentType": "text/plain; charset=utf-8", "value": "At least 34 people were killed."},
    ],
}


def only(item: Any, form: InputFormat = "ninjs") -> Article:
    """The one article of some JSON."""
    (article,) = read_bytes(json.dumps(item).encode(), "item.json", form)
    return article


@pytest.mark.parametrize("form", ["ninjs", "json", "auto", "jsonl"])
@pytest.mark.parametrize(("item", "markup"), [(ONE, "text"), (TWO, "html"), (THREE, "text")])
def test_an_item_of_each_version(item: dict[str, Any], markup: str, form: InputFormat) -> None:
    article = only(item, form)
    assert article.id == item["uri"]
    assert article.title == "Quake kills 34"
    assert article.source == "The Wire"
    assert article.published is not None
    assert article.published.timestamp() == 1741069200
    assert article.language == "en"
    assert article.format == markup
    assert "At least 34 people were killed." in article.text


def test_an_address_is_one_only_where_the_uri_is_one() -> None:
    assert only(ONE).url == "https://wire.example/items/9"
    assert only(TWO).url is None


def test_items_without_a_body_are_told_and_the_others_read() -> None:
    with pytest.raises(ReadError, match="item 2: has no text"):
        read_bytes(json.dumps([ONE, {"uri": "x"}]).encode(), "items.json", "ninjs")


@pytest.mark.parametrize(
    ("item", "is_one"),
    [(ONE, True), (TWO, True), (THREE, True), ({"text": "x"}, False), ({"title": "x"}, False), ({}, False)],
)
def test_what_is_a_ninjs_item(item: dict[str, Any], is_one: bool) -> None:
    assert is_ninjs(item) is is_one


@pytest.mark.parametrize("junk", [None, 7, [], {}, "", [None], {"value": 7}])
def test_values_of_other_kinds_are_passed_over(junk: Any) -> None:
    for key in (*ONE, *TWO):
        item = {**TWO, "body_text": "34 dead", key: junk}
        assert only(item).text in ("34 dead", "<p>At least 34 people were killed.</p>")
