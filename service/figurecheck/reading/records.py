"""JSON: articles in the wire form, one or several, or one to a line, and ninjs items among them."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from figurecheck.model import Article
from figurecheck.reading.decoding import decode
from figurecheck.reading.errors import ReadError
from figurecheck.reading.fields import Meta, make_article
from figurecheck.reading.ninjs import is_ninjs, ninjs_fields

_MEND = "write one JSON object a line"


def read_json(text: str, name: str, meta: Meta) -> Iterator[Article | ReadError]:
    """The articles of a JSON text: one, an array of them or {"articles": […]}; each in wire form or a ninjs item."""
    loaded = _load(text, name, "")
    if isinstance(loaded, ReadError):
        yield loaded
        return
    if isinstance(loaded, dict) and isinstance(loaded.get("articles"), list):
        loaded = loaded["articles"]
    if not isinstance(loaded, list):
        yield _article(loaded, name, "", meta)
        return
    if not loaded:
        yield ReadError(name, "is empty: an array without articles", mend="give it an article or leave it out")
    for number, item in enumerate(loaded, 1):
        yield _article(item, name, f"item {number}", meta)


def read_ninjs(text: str, name: str, meta: Meta) -> Iterator[Article | ReadError]:
    """The articles of ninjs items: as `read_json`, with no other objects in it."""
    loaded = _load(text, name, "")
    several = isinstance(loaded, list)
    for number, item in enumerate(loaded if several else [loaded], 1):
        if isinstance(item, ReadError):
            yield item
        else:
            yield _item(item, name, f"item {number}" if several else "", meta)


def read_lines(lines: Iterable[bytes], name: str, meta: Meta, limit: int) -> Iterator[tuple[int, Article | ReadError]]:
    """The articles of JSON lines, each with its line number, or what is wrong there; blank lines are passed over."""
    seen = False
    for number, line in enumerate(lines, 1):
        if line.isspace():
            continue
        seen = True
        place = f"line {number}"
        if len(line) > limit:
            yield number, ReadError(name, f"is longer than {limit:,} bytes", place, "split it or raise the limit")
            continue
        try:
            loaded = _load(decode(line, name, place).rstrip(), name, place)
            yield number, loaded if isinstance(loaded, ReadError) else _article(loaded, name, place, meta)
        except ReadError as error:
            yield number, error
    if not seen:
        yield 1, ReadError(name, "is empty", mend="give it some articles or leave it out")


def _load(text: str, name: str, place: str) -> Any:
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        where = f"{place or f'line {error.lineno}'} column {error.colno}"
        return ReadError(
            name, f"is no JSON: {error.msg[:1].lower()}{error.msg[1:]}", where, _MEND if place else "mend the JSON"
        )
    except (ValueError, RecursionError):
        return ReadError(
            name, "is no JSON that can be read: a number too long, or nested too deep", place, "mend the JSON"
        )


def _article(item: Any, name: str, place: str, meta: Meta) -> Article | ReadError:
    if isinstance(item, dict) and "text" not in item and is_ninjs(item):
        return _item(item, name, place, meta)
    if not isinstance(item, dict):
        return ReadError(name, "is no article: it must be a JSON object", place, 'write {"text": "…", "id": "…", …}')
    try:
        return make_article(item, meta, name, place)
    except ReadError as error:
        return error


def _item(item: Any, name: str, place: str, meta: Meta) -> Article | ReadError:
    if not isinstance(item, dict):
        return ReadError(name, "is no ninjs item: it must be a JSON object", place, "see the ninjs user guide")
    fields = ninjs_fields(item)
    if not fields["text"]:
        return ReadError(
            name, "has no text: no body_text, body_xhtml or bodies", place, "give it a body or leave it out"
        )
    try:
        return make_article(fields, meta, name, place)
    except ReadError as error:
        return error
