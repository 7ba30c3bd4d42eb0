"""News feeds: RSS 0.9 to 2.0 and Atom."""

from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from figurecheck.model import Article
from figurecheck.reading.errors import ReadError
from figurecheck.reading.fields import Meta, make_article

_FIELDS = {
    "id": ("id", "guid"),
    "title": ("title",),
    "published": ("published", "pubDate", "date", "issued", "updated"),
}
_BODIES = ("encoded", "content", "description", "summary")
_MEND = "mend the XML or save the entries as HTML"


def read_feed(text: str, name: str, meta: Meta) -> Iterator[Article | ReadError]:
    """The articles of a feed, one an entry; their text is the content as HTML, or as plain text where Atom says so."""
    if "<!ENTITY" in text:
        raise ReadError(name, "declares entities, which a feed may not", mend=_MEND)
    try:
        root = ElementTree.fromstring(text)
    except (ElementTree.ParseError, ValueError) as error:
        line, column = getattr(error, "position", (1, 0))
        raise ReadError(
            name, f"is no XML: {str(error).split(':')[0]}", f"line {line} column {column + 1}", _MEND
        ) from None
    entries = [element for element in root.iter() if _tag(element) in ("item", "entry")]
    if not entries:
        raise ReadError(name, "is no feed with entries", mend="give RSS or Atom with items, or --input-format html")
    channel = next((element for element in root.iter() if _tag(element) == "channel"), root)
    source = _words(_child(channel, ("title",)))
    language = (_words(_child(channel, ("language",))) or root.get(_LANGUAGE, "")).split("-")[0].lower()
    for number, entry in enumerate(entries, 1):
        fields = {"source": source, "language": language, **_entry(entry)}
        place = f"entry {number}"
        if not fields["text"].strip():
            yield ReadError(name, "has no text", place, "a feed with full text is wanted")
            continue
        try:
            yield make_article(fields, meta, name, place)
        except ReadError as error:
            yield error


_LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"


def _entry(entry: Element) -> dict[str, Any]:
    fields: dict[str, Any] = {key: _words(_child(entry, tags)) for key, tags in _FIELDS.items()}
    fields["url"] = _link(entry)
    fields["text"], fields["format"] = _body(entry)
    return fields


def _tag(element: Element) -> str:
    """An element's name without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _child(parent: Element, tags: tuple[str, ...]) -> Element | None:
    """The first child of the first of these names that has one."""
    for tag in tags:
        for child in parent:
            if _tag(child) == tag and (len(child) or (child.text or "").strip()):
                return child
    return None


def _words(element: Element | None) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())


def _link(entry: Element) -> str:
    for child in entry:
        if _tag(child) == "link":
            if child.get("href") and child.get("rel", "alternate") == "alternate":
                return child.get("href", "")
            if (child.text or "").strip():
                return _words(child)
    return ""


def _body(entry: Element) -> tuple[str, str]:
    """The text of an entry and its format."""
    body = _child(entry, _BODIES)
    if body is None:
        return "", "html"
    kind = body.get("type", "html")
    if len(body):
        return ElementTree.tostring(body, encoding="unicode"), "html"
    return body.text or "", "text" if kind in ("text", "text/plain") else "html"
