"""Web pages: what a page's head says of the article. The text is the whole source, so that offsets point into it."""

import json
import re
from collections.abc import Iterator
from html import unescape
from typing import Any

from figurecheck.model import Article
from figurecheck.reading.dates import published_time
from figurecheck.reading.fields import Meta, make_article
from figurecheck.reading.hypertext import ATTRIBUTES
from figurecheck.reading.titles import one_line, says_title

_TAG = re.compile(rf"<(html|meta|link|time|title|h1|script)(?=[\s/>])({ATTRIBUTES})(>|\Z)", re.IGNORECASE)
_ATTRIBUTE = re.compile(r"""([^\s=/"'<>]+)(?:\s*=\s*(?:"([^"]*+)"|'([^']*+)'|([^\s"'<>]+)))?""")
_CONTENT = {name: re.compile(rf"(.*?)</{name}[\s>]", re.IGNORECASE | re.DOTALL) for name in ("title", "h1", "script")}
_MARKUP = re.compile(r"<[^>]*+>")
_LONGEST = 8000  # characters of a tag or a title, in which what is looked for stands

_TITLES = ("og:title", "twitter:title", "dc.title", "title")
_SOURCES = ("og:site_name", "application-name", "publisher", "dc.publisher", "dcterms.publisher")
_DATES = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "date",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publish-date",
    "publish_date",
    "time",
)
_LINKS = ("canonical", "og:url", "twitter:url")


def read_html(text: str, name: str, meta: Meta) -> Iterator[Article]:
    """The one article of a web page, its text the page's source.

    Title, source, published, url and language come from its meta tags, its JSON-LD, its first h1 and time, and its
    title; a date that is none is passed over.
    """
    yield make_article({**page_fields(text), "text": text, "format": "html"}, meta, name)


def page_fields(text: str) -> dict[str, Any]:
    """What a page says of itself, by field of an article."""
    said = _said(text)
    language = said.get("html", "").split("-")[0].split("_")[0].lower()
    return {
        "title": _title(said),
        "source": _first(said, _SOURCES),
        "published": next((day for key in _DATES if (day := _date(said.get(key, "")))), None),
        "url": _first(said, _LINKS),
        "language": language if language.isalpha() else None,
    }


def _first(said: dict[str, str], keys: tuple[str, ...]) -> str:
    return next((said[key] for key in keys if said.get(key)), "")


def _title(said: dict[str, str]) -> str:
    """A title without the site's name, where a heading shows what the name is."""
    title, heading = one_line(_first(said, _TITLES)), said.get("h1", "")
    if not title:
        return heading
    return heading if says_title(heading, title) and len(heading) < len(title) else title


def _date(written: str) -> Any:
    try:
        return published_time(written)
    except ValueError:
        return None


def _said(text: str) -> dict[str, str]:
    """The first value that the page gives under each name."""
    said: dict[str, str] = {}
    unclosed: set[str] = set()
    at = 0
    while tag := _TAG.search(text, at):
        at = tag.end()
        name = tag[1].lower()
        if name in _CONTENT:
            content = None if name in unclosed else _CONTENT[name].match(text, at)
            if content is None:
                unclosed.add(name)  # looked for once, so that a page of open tags takes no longer than another
                continue
            at = content.end()
            if name == "script":
                _linked_data(tag[2], content[1], said)
            else:
                said.setdefault(name, _words(content[1]))
        else:
            _tag(name, tag[2], said)
    return said


def _words(markup: str) -> str:
    return one_line(unescape(_MARKUP.sub("", markup)) if len(markup) <= _LONGEST else "")


def _tag(name: str, written: str, said: dict[str, str]) -> None:
    attributes = {
        found[1].lower(): unescape(found[2] or found[3] or found[4] or "").strip()
        for found in _ATTRIBUTE.finditer(written[:_LONGEST])
    }
    if name == "html":
        said.setdefault("html", attributes.get("lang") or attributes.get("xml:lang", ""))
    elif name == "link":
        if "canonical" in attributes.get("rel", "").lower().split():
            said.setdefault("canonical", attributes.get("href", ""))
    elif name == "time":
        if attributes.get("datetime"):
            key = "datepublished" if attributes.get("itemprop", "").lower() == "datepublished" else "time"
            said.setdefault(key, attributes["datetime"])
    else:
        content = attributes.get("content", "")
        if content:
            for key in ("property", "name", "itemprop"):
                if attributes.get(key):
                    said.setdefault(attributes[key].lower(), content)


def _linked_data(attributes: str, content: str, said: dict[str, str]) -> None:
    """A news article in JSON-LD (schema.org): its date, headline and publisher."""
    if "ld+json" not in attributes:
        return
    try:
        loaded = json.loads(content)
    except (ValueError, RecursionError):
        return
    graph = loaded.get("@graph", loaded) if isinstance(loaded, dict) else loaded
    for item in graph if isinstance(graph, list) else [graph]:
        if isinstance(item, dict) and "Article" in str(item.get("@type", ""))[:200]:
            publisher = item.get("publisher")
            named = publisher.get("name") if isinstance(publisher, dict) else None
            found = {
                "datepublished": item.get("datePublished"),
                "og:title": item.get("headline"),
                "og:site_name": named,
            }
            for key, value in found.items():
                if isinstance(value, str) and value.strip():
                    said.setdefault(key, " ".join(unescape(value).split()))
