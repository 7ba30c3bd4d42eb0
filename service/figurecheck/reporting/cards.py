"""What the pages show: flags as cards, with the figures that speak against each other side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from figurecheck.model import ArticleHead, Evidence, Figure, Flag
from figurecheck.reporting import wording
from figurecheck.reporting.checked import Checked, Excerpt
from figurecheck.reporting.waterfall import Step, waterfall


@dataclass(frozen=True, slots=True)
class Exhibit:
    """One figure on a card: its value, its sentence, and where and when it was published."""

    figure: str
    value: str
    excerpt: Excerpt
    setting: str
    source: str
    title: str | None
    when: str
    url: str | None
    article: str


@dataclass(frozen=True, slots=True)
class Card:
    """One finding: what is wrong, the figures concerned (the flagged one first) and why they were compared."""

    code: str
    name: str
    severity: str
    message: str
    exhibits: tuple[Exhibit, ...]
    expected: str | None = None
    sure: str | None = None
    steps: tuple[Step, ...] = ()
    more: tuple[str, ...] = ()
    """Other things said of the same figures, one sentence each."""
    flags: int = 1
    """How many flags the card stands for."""
    further: tuple[Exhibit, ...] = ()
    """Figures that need not stand beside the others."""


def card(item: Checked, flag: Flag) -> Card:
    """A flag of a report as a card."""
    head = item.report.article
    flagged = exhibit(flag.figure, item.excerpt(flag.figure), head, item.file)
    evidence = (_evidence_exhibit(item, one) for one in flag.evidence)
    return Card(
        code=flag.code,
        name=flag.name,
        severity=flag.severity.value,
        message=flag.message,
        exhibits=(flagged, *evidence),
        expected=None if flag.expected is None else wording.expected(flag.expected),
        sure=None if flag.comparison is None else wording.odds(flag.comparison),
        steps=() if flag.comparison is None else tuple(waterfall(flag.comparison)),
    )


def cards(reports: Iterable[Checked]) -> Iterator[Card]:
    """The cards of every flag, in the order of the reports and of their texts."""
    return (card(item, flag) for item in reports for flag in item.flags())


def exhibit(figure: Figure, excerpt: Excerpt, head: ArticleHead, name: str | None = None) -> Exhibit:
    """A figure of an article, ready to show; `name` is what to call an article without a source."""
    return Exhibit(
        figure=figure.id,
        value=wording.value(figure.quantity),
        excerpt=excerpt,
        setting=wording.setting(figure),
        source=head.source or name or head.id,
        title=head.title,
        when=wording.day(head.published),
        url=head.url if head.url and head.url.startswith(("http://", "https://")) else None,
        article=head.id,
    )


def _evidence_exhibit(item: Checked, evidence: Evidence) -> Exhibit:
    article = item.library.get(evidence.article)
    head = ArticleHead(
        id=evidence.article,
        title=article.title if article else None,
        source=evidence.source,
        published=evidence.published,
        url=evidence.url,
    )
    return exhibit(evidence.figure, item.evidence_excerpt(evidence), head, item.names.get(head.id))
