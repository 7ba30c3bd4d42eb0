"""One page to read: every flag as a card, with filters by severity, rule and words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from figurecheck.reporting.cards import cards
from figurecheck.reporting.checked import Checked
from figurecheck.reporting.options import Options
from figurecheck.reporting.pages import Page, codes, page


def lines(reports: Iterable[Checked], options: Options) -> Iterator[str]:
    """The page in chunks."""
    items = list(reports)
    title = f"Figures checked: {items[0].name}" if len(items) == 1 else "Figures checked"
    yield from page(summary(title, items, options), cards(items))


def summary(title: str, items: list[Checked], options: Options) -> Page:
    """The head of a page for these reports."""
    flags = [flag for item in items for flag in item.report.flags]
    severities = Counter(flag.severity.value for flag in flags)
    return Page(
        title=title,
        counts={
            "articles": len(items),
            "figures": sum(len(item.report.figures) for item in items),
            "flags": len(flags),
        },
        codes=codes(((flag.code, flag.name) for flag in flags), options.rules),
        severities={name: severities[name] for name in ("error", "warning", "info") if severities[name]},
        rules=" ".join(sorted({item.report.rules for item in items})),
    )
