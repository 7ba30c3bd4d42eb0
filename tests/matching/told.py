"""Figures built by hand, so that matching is tested apart from extraction."""

from typing import Any

from figurecheck.matching import Account, account
from figurecheck.model import Article, Figure, figure_id
from figurecheck.rulebook import load_rulebook

BOOK = load_rulebook()


def figure(article: Article, quote: str, value: float | None = None, **more: Any) -> Figure:
    """The figure that the quote is in the article. `more`: head, concept, modifiers, kind, links, what a Quantity has
    (low, high, bound, unit, per, change ...), and what a Context has (actor, action, target, place)."""
    start = article.text.index(quote)
    end = start + len(quote)
    first = max(article.text.rfind(". ", 0, start) + 2, 0) if ". " in article.text[:start] else 0
    stop = article.text.find(".", end)
    quantity = {
        k: more[k] for k in ("low", "high", "low_open", "high_open", "bound", "unit", "per", "change") if k in more
    }
    if value is not None:
        quantity = {"stated": value, "low": value, "high": value} | quantity
    context = {k: more[k] for k in ("actor", "action", "target", "place") if k in more}
    if "day" in more:
        context["when"] = {"text": more["day"], "start": more["day"], "end": more["day"]}
    if "speaker" in more:
        context["attribution"] = {"speaker": more["speaker"]}
    head = more.get("head")
    return Figure.model_validate(
        {
            "id": figure_id(article.id, "body", start, end),
            "start": start,
            "end": end,
            "quote": quote,
            "sentence": (first, len(article.text) if stop < 0 else stop + 1),
            "kind": more.get("kind", "count"),
            "quantity": quantity,
            "subject": {
                "text": head, "head": head, "concept": more.get("concept"),
                "modifiers": tuple(more.get("modifiers", ())),
            },
            "context": context,
            "links": tuple(more.get("links", ())),
        }
    )  # fmt: skip


def told(text: str, *figures: dict[str, Any], published: str | None = "2031-03-04T08:00:00Z", **more: Any) -> Account:
    """An account of the text with these figures, each a dict of `figure`'s arguments."""
    article = Article.model_validate({"text": text, "published": published, **more})
    return account(article, BOOK, tuple(figure(article, **arguments) for arguments in figures))
