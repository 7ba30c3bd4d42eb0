"""A report made by hand, for the outputs to write."""

from datetime import UTC, datetime
from typing import Any

from figurecheck.model import (
    Action,
    Article,
    Attribution,
    Bound,
    Comparison,
    Context,
    Difference,
    Evidence,
    Expected,
    Figure,
    Flag,
    Kind,
    Quantity,
    Reason,
    Relation,
    Report,
    Severity,
    Subject,
    figure_id,
)
from figurecheck.reporting import Checked

DRAFT = Article(
    id="draft",
    title="Barge fire kills nine",
    source="The Harbour Post",
    published=datetime(2025, 3, 2, 8, 30, tzinfo=UTC),
    text="A fire broke out.\nIt killed nine dock workers, the mayor said.\n\nMore than 40 were hurt, 100%.\n",
)
WIRE = Article(
    id="wire",
    title="Six die on burning barge",
    source="Coastal Wire",
    published=datetime(2025, 3, 2, 6, tzinfo=UTC),
    url="https://wire.example/barge?a=1&b=2",
    text="Six dock workers died when a barge burned in Port Ellin, <b>officials</b> said.",
)


def figure(article: Article, quote: str, value: float, **changes: Any) -> Figure:
    """A figure at the first place of `quote` in the article's text."""
    start = article.text.index(quote)
    low = article.text.rfind("\n", 0, start) + 1
    high = article.text.find("\n", start)
    fields: dict[str, Any] = {
        "id": figure_id(article.id, "body", start, start + len(quote)),
        "start": start,
        "end": start + len(quote),
        "quote": quote,
        "sentence": (low, len(article.text) if high < 0 else high),
        "kind": Kind.COUNT,
        "quantity": Quantity(stated=value, low=value, high=value),
        "subject": Subject(text="dock workers", head="worker", concept="person"),
        "context": Context(action=Action.KILL, place="Port Ellin", attribution=Attribution(speaker="the mayor")),
    }
    return Figure(**fields | changes)


NINE = figure(DRAFT, "nine dock workers", 9)
SIX = figure(WIRE, "Six dock workers", 6)
FORTY = figure(DRAFT, "More than 40", 40, quantity=Quantity(stated=40, low=40, low_open=True, bound=Bound.MORE_THAN))

CONFLICT = Flag(
    code="FC101",
    name="conflicting-value",
    severity=Severity.ERROR,
    article="draft",
    figure=NINE,
    evidence=(Evidence(article="wire", source="Coastal Wire", published=WIRE.published, url=WIRE.url, figure=SIX),),
    comparison=Comparison(
        left=SIX.id,
        right=NINE.id,
        left_article="wire",
        right_article="draft",
        relation=Relation.CONFLICT,
        score=0.97,
        reasons=(
            Reason(part="place", level="same", weight=3.2, detail="both Port Ellin"),
            Reason(part="words", level="far", weight=-0.8, detail="few rare words shared"),
        ),
        difference=Difference(absolute=3, ratio=1.5),
    ),
    expected=Expected(low=6, high=6),
    message="9 dock workers killed here, 6 in Coastal Wire: 100% at odds.",
    fingerprint="f1",
)
VAGUE = Flag(
    code="FC302",
    name="vague-figure",
    severity=Severity.INFO,
    article="draft",
    figure=FORTY,
    message="More than 40 of what?\nSay it.",
    fingerprint="f2",
)
REPORT = Report(rules="abc123", article=DRAFT.head, figures=(NINE, FORTY), flags=(VAGUE, CONFLICT))
CHECKED = Checked(REPORT, DRAFT, "news/draft, final.txt", {"wire": WIRE})
CLEAN = Checked(Report(rules="abc123", article=WIRE.head, figures=(SIX,)), WIRE, "wire.txt")
