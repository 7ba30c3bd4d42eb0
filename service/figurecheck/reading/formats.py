"""Which reader reads what: by the format asked for, the file's name, or the first characters of the text."""

import re
from collections.abc import Callable, Iterator
from importlib import import_module
from pathlib import PurePath
from typing import Literal

from figurecheck.model import Article
from figurecheck.reading.errors import ReadError
from figurecheck.reading.fields import Meta

InputFormat = Literal["auto", "text", "markdown", "html", "ninjs", "jsonl", "json", "feed"]
Reader = Callable[[str, str, Meta], Iterator[Article | ReadError]]

SUFFIXES: dict[str, InputFormat] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".json": "json",
    ".ninjs": "ninjs",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
}
"""The endings of the files that are read, and how."""

_READERS = {
    "text": ("plain", "read_text"),
    "markdown": ("plain", "read_markdown"),
    "html": ("webpage", "read_html"),
    "json": ("records", "read_json"),
    "ninjs": ("records", "read_ninjs"),
    "feed": ("feed", "read_feed"),
}
_PAGE = re.compile(
    r"\s*(?:<!--.{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body|article|main|div|p|h1|section)[\s>]", re.I | re.S
)
_FEED = re.compile(r"\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:rss|feed|rdf:RDF)[\s>]", re.I | re.S)
_OBJECT = re.compile(r'\s*(?:\[\s*)?\{\s*(?:"|\})')
_LINES = re.compile(r"\s*\{[^\n]*\}[ \t]*\r?\n\s*\{")


def by_name(name: str) -> InputFormat | None:
    """The format of a file of this name, as far as its ending tells."""
    return SUFFIXES.get(PurePath(name).suffix.lower())


def by_content(text: str) -> InputFormat:
    """The format of a text whose name tells nothing: by how it begins; plain text where that tells nothing either."""
    head = text[:10_000]
    if _FEED.match(head):
        return "feed"
    if _PAGE.match(head):
        return "html"
    if _LINES.match(text):
        return "jsonl"
    return "json" if _OBJECT.match(head) else "text"


def reader(name: InputFormat) -> Reader:
    """The function that reads a format; loaded only now, with what it needs."""
    module, function = _READERS[name]
    found: Reader = getattr(import_module(f"figurecheck.reading.{module}"), function)
    return found
