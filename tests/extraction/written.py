"""Reading sentences for tests, and the tables of written examples: each text with the figures it must give."""

import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from figurecheck.extraction import extract
from figurecheck.model import Article, Bound, Figure, Format
from figurecheck.rulebook import load_rulebook

Expected = dict[str, Any]
HERE = Path(__file__).resolve().parent
_VALUES = ("stated", "low", "high")
_QUANTITY = (*_VALUES, "low_open", "high_open", "bound", "hedge", "unit", "per", "change")
_SUBJECT = ("head", "concept")
_CONTEXT = ("action", "actor", "target", "place")
_SOURCE = ("speaker", "stance")
_LINKS = ("part_of", "change_from", "change_to", "same_as")


def figures(text: str, markup: Format = "text", title: str | None = None) -> list[Figure]:
    """The figures of a text."""
    return extract(Article(text=text, title=title, format=markup, id="example"), load_rulebook())


@cache
def table(name: str) -> dict[str, dict[str, list[Expected]]]:
    """A table of examples: topic -> text -> figures."""
    return tomllib.loads((HERE / name).read_text(encoding="utf-8"))


def examples(name: str) -> Iterator[tuple[str, str, list[Expected]]]:
    """The rows of a table: topic, text and the figures expected, in order."""
    for topic, rows in table(name).items():
        for text, expected in rows.items():
            yield topic, text, expected


def told(figure: Figure, expected: Expected, everyone: list[Figure]) -> Expected:
    """What a figure says of all that its example speaks of, in the example's words.

    An example leaves out what is plain: kind count, an exact bound, and with it low and high; change none; no links.
    """
    quantity, subject = figure.quantity, figure.subject
    said: Expected = {"quote": figure.quote, "kind": str(figure.kind)}
    said |= {name: getattr(quantity, name) for name in ("bound", "unit", "per", "change")}
    for name in expected:
        if name in _QUANTITY:
            said[name] = getattr(quantity, name)
        elif name in _SUBJECT:
            said[name] = getattr(subject, name)
        elif name in _CONTEXT:
            said[name] = getattr(figure.context, name)
        elif name in _SOURCE:
            said[name] = getattr(figure.context.attribution, name)
    if quantity.bound is Bound.EXACT:
        said |= {name: getattr(quantity, name) for name in _VALUES}
    quotes = {other.id: other.quote for other in everyone}
    return said | {link.type.value: quotes[link.figure] for link in figure.links if link.type.value in _LINKS}


def wanted(expected: Expected) -> Expected:
    """An example with what it leaves out."""
    full: Expected = {"kind": "count", "bound": "exact", "unit": None, "per": None, "change": None} | expected
    if full["bound"] == "exact":
        full |= {"low": full["stated"], "high": full["stated"]}
    for name, value in full.items():
        if value == "":  # TOML has no null
            full[name] = None
    return full
