"""How the tests of context read a text: the one figure whose quote holds some words."""

from datetime import UTC, datetime

from figurecheck.extraction import extract
from figurecheck.model import Article, Context, Figure
from figurecheck.rulebook import load_rulebook

PUBLISHED = datetime(2025, 3, 12, 18, tzinfo=UTC)
"""A Wednesday."""


def figures(text: str, title: str | None = None, published: datetime | None = PUBLISHED) -> list[Figure]:
    """All figures of an article."""
    return extract(Article(text=text, title=title, published=published), load_rulebook())


def context(text: str, quote: str, title: str | None = None, where: str = "body") -> Context:
    """The context of the figure whose quote holds the given words."""
    found = [figure for figure in figures(text, title) if quote in figure.quote and figure.where == where]
    assert found, f"no figure {quote!r}"
    return found[0].context


def speaker(text: str, quote: str) -> str | None:
    """Who says the figure."""
    said = context(text, quote).attribution
    return said.speaker if said else None
