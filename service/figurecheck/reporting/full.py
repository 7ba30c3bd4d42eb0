"""Every flag with its sentence, its evidence and why the two were compared, for reading in a terminal."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from figurecheck.model import Severity
from figurecheck.reporting.checked import Checked
from figurecheck.reporting.options import Options


def lines(reports: Iterable[Checked], options: Options) -> Iterator[str]:
    """A block of text for each report that has flags, then one line that counts them.

    Rich is loaded for the first flag or for colour: most articles are clean, and most calls are short.
    """
    found: Counter[Severity] = Counter()
    articles = figures = 0
    for item in reports:
        articles += 1
        figures += len(item.report.figures)
        found.update(flag.severity for flag in item.report.flags)
        for flag in item.flags():
            from figurecheck.reporting.block import block

            yield block(item, flag, options)
    total = _totals(found, figures, articles)
    if options.colour:
        from figurecheck.reporting.block import dim

        total = dim(total, options).rstrip("\n")
    yield f"{total}\n"


def _totals(found: Counter[Severity], figures: int, articles: int) -> str:
    """ "2 errors, 1 warning in 34 figures of 3 articles", or that nothing was found."""
    counts = [_count(found[severity], severity.value) for severity in Severity if found[severity]]
    where = f"{_count(figures, 'figure')} of {_count(articles, 'article')}"
    return f"{', '.join(counts) or 'No flags'} in {where}"


def _count(amount: int, noun: str) -> str:
    return f"{amount:,} {noun}{'' if amount == 1 or noun == 'info' else 's'}"
