"""Flags as schema.org ClaimReview in JSON-LD, which fact-check directories and search engines read.

A review's rating has no value, only a name: that two sources disagree does not say which is wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

from figurecheck.model import Evidence, Flag
from figurecheck.reporting.checked import Checked
from figurecheck.reporting.options import Options


def lines(reports: Iterable[Checked], options: Options) -> Iterator[str]:
    """One graph with a review for each flag."""
    graph = [_review(item, flag) for item in reports for flag in item.flags()]
    yield json.dumps({"@context": "https://schema.org", "@graph": graph}, indent=2, ensure_ascii=False) + "\n"


def _review(item: Checked, flag: Flag) -> dict[str, Any]:
    head = item.report.article
    told = flag.figure.context.attribution
    speaker = told and told.speaker
    claim = {
        "@type": "Claim",
        "author": speaker and {"@type": "Thing", "name": speaker},
        "appearance": _work(head.title or head.id, head.source, head.published, head.url),
    }
    review = {
        "@type": "ClaimReview",
        "identifier": flag.fingerprint,
        "author": {"@type": "Organization", "name": "figurecheck"},
        "claimReviewed": "".join(item.excerpt(flag.figure)),
        "itemReviewed": _told(claim),
        "reviewBody": flag.message,
        "reviewRating": {"@type": "Rating", "alternateName": flag.name, "reviewAspect": flag.code},
        "citation": [_citation(item, evidence) for evidence in flag.evidence],
    }
    return _told(review)


def _citation(item: Checked, evidence: Evidence) -> dict[str, Any]:
    work = _work(item.origin(evidence), evidence.source, evidence.published, evidence.url)
    return work | {"text": "".join(item.evidence_excerpt(evidence))}


def _work(name: str, source: str | None, published: datetime | None, url: str | None) -> dict[str, Any]:
    publisher = source and {"@type": "Organization", "name": source}
    return _told(
        {
            "@type": "NewsArticle",
            "headline": name,
            "publisher": publisher,
            "datePublished": published and published.isoformat(),
            "url": url,
        }
    )


def _told(fields: dict[str, Any]) -> dict[str, Any]:
    """The fields that are known."""
    return {name: value for name, value in fields.items() if value}
