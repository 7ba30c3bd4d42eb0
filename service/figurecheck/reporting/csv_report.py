"""One row a flag, for a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import StringIO

from figurecheck.model import Flag
from figurecheck.reporting import wording
from figurecheck.reporting.checked import Checked
from figurecheck.reporting.options import Options

COLUMNS = (
    "file", "line", "column", "article", "source", "published", "code", "name", "severity", "message", "quote",
    "value", "sentence", "evidence_source", "evidence_article", "evidence_quote", "evidence_value", "score",
    "fingerprint",
)  # fmt: skip
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def lines(reports: Iterable[Checked], options: Options) -> Iterator[str]:
    """A head, then a row for each flag with its strongest piece of evidence."""
    yield _row(COLUMNS)
    for item in reports:
        yield from (_row(_cells(item, flag)) for flag in item.flags())


def _cells(item: Checked, flag: Flag) -> tuple[object, ...]:
    head, place = item.report.article, item.place(flag.figure)
    first = flag.evidence[0] if flag.evidence else None
    return (
        item.file, place.line, place.column, head.id, head.source, head.published and head.published.isoformat(),
        flag.code, flag.name, flag.severity.value, flag.message, flag.figure.quote, wording.value(flag.figure.quantity),
        "".join(item.excerpt(flag.figure)),
        first and first.source, first and first.article, first and first.figure.quote,
        first and wording.value(first.figure.quantity),
        flag.comparison and flag.comparison.score, flag.fingerprint,
    )  # fmt: skip


def _row(cells: Iterable[object]) -> str:
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerow([_safe(cell) for cell in cells])
    return out.getvalue()


def _safe(cell: object) -> object:
    """Text that a spreadsheet would take for a formula is quoted with an apostrophe (OWASP, CSV injection)."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
