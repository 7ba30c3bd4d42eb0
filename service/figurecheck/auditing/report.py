"""The page of an audit: each finding with the figures that disagree, side by side."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import BinaryIO

from figurecheck.auditing.findings import Finding, findings
from figurecheck.auditing.gravest import Entry, Gravest
from figurecheck.auditing.summary import AuditSummary
from figurecheck.model import Article, ArticleHead, Figure, Flag, Severity
from figurecheck.reporting import wording
from figurecheck.reporting.cards import Card, Exhibit, exhibit
from figurecheck.reporting.checked import excerpt
from figurecheck.reporting.pages import Page, codes, page
from figurecheck.reporting.waterfall import waterfall
from figurecheck.rulebook.flags import FlagRule
from figurecheck.storage import Corpus
from figurecheck.storage.recent import Recent

KEPT_TEXTS = 2_000
"""Texts held in memory while the page is drawn."""
BESIDE = 6
"""Figures that stand side by side on a card; the others of a finding fold away."""
TOLD = 60
"""Flags and figures of one finding that the page tells of at most; the file of flags has them all."""


def write_report(folder: Path, gravest: Gravest, shelf: Shelf, summary: AuditSummary) -> None:
    """Draw the page in `folder`, where the file of flags stands."""
    found, shown = findings(gravest), sum(1 for _ in gravest)
    with (folder / summary.flags.name).open("rb") as flags, (folder / summary.report.name).open("wb") as out:
        cards = (_card([_flag(flags, entry) for entry in one.flags[:TOLD]], len(one.flags), shelf) for one in found)
        for chunk in page(_head(found, shown, summary, shelf.rules), cards):
            out.write(chunk.encode())


def _flag(file: BinaryIO, entry: Entry) -> Flag:
    file.seek(entry.offset)
    return Flag.model_validate_json(file.read(entry.length))


class Shelf:
    """Articles of a corpus, the last ones read kept at hand, and what to call those without a source, by id."""

    def __init__(self, corpus: Corpus, names: Mapping[str, str]) -> None:
        self._corpus = corpus
        self.rules: Mapping[str, FlagRule] = corpus.rulebook.flags
        self.names = names
        self._recent: Recent[str, Article] = Recent(KEPT_TEXTS)

    def get(self, article_id: str) -> Article | None:
        """The article of this id, or None."""
        known = self._recent.get(article_id)
        if known is not None:
            return known
        found = self._corpus.get(article_id)
        return None if found is None else self._recent.keep(article_id, found)


def _head(found: list[Finding], shown: int, summary: AuditSummary, rules: Mapping[str, FlagRule]) -> Page:
    severities = Counter(one.lead.severity for one in found)
    left = summary.flagged - shown
    return Page(
        title="Audit of figures",
        counts={
            "articles": summary.articles,
            "figures": summary.figures,
            "flags": summary.flagged,
            "findings": len(found),
        },
        codes=codes(((one.lead.code, one.lead.name) for one in found), rules),
        severities={one.value: severities[one] for one in Severity if severities[one]},
        rules=summary.rules,
        note=f"The page shows the {shown:,} gravest flags; flags.jsonl has {left:,} more." if left else None,
    )


def _card(flags: Sequence[Flag], count: int, shelf: Shelf) -> Card:
    """A finding of `count` flags, of which these are told; the first speaks for the others.

    Of two articles that disagree neither is known to be right, so that only a finding inside one has a value to expect.
    """
    lead = flags[0]
    exhibits = _exhibits(flags, shelf)
    messages = dict.fromkeys(flag.message for flag in flags if flag.message != lead.message)
    return Card(
        code=lead.code,
        name=lead.name,
        severity=lead.severity.value,
        message=lead.message,
        exhibits=exhibits[:BESIDE],
        further=exhibits[BESIDE:TOLD],
        expected=None if lead.expected is None or lead.comparison else wording.expected(lead.expected),
        sure=None if lead.comparison is None else wording.odds(lead.comparison),
        steps=() if lead.comparison is None else tuple(waterfall(lead.comparison)),
        more=tuple(messages),
        flags=count,
    )


def _exhibits(flags: Iterable[Flag], shelf: Shelf) -> tuple[Exhibit, ...]:
    """Every figure that the flags concern, each once: the lead's and its evidence, then the others."""
    shown: dict[str, Exhibit] = {}
    for flag in flags:
        _show(shown, flag.figure, ArticleHead(id=flag.article), shelf)
        for one in flag.evidence:
            head = ArticleHead(id=one.article, source=one.source, published=one.published, url=one.url)
            _show(shown, one.figure, head, shelf)
    return tuple(shown.values())


def _show(shown: dict[str, Exhibit], figure: Figure, head: ArticleHead, shelf: Shelf) -> None:
    if figure.id not in shown:
        article = shelf.get(head.id)
        shown[figure.id] = exhibit(figure, excerpt(article, figure), article or head, shelf.names.get(head.id))
