"""The wire contract's reports, one a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from figurecheck.reporting.checked import Checked
from figurecheck.reporting.options import Options


def lines(reports: Iterable[Checked], options: Options) -> Iterator[str]:
    """Each report as one line of JSON."""
    return (f"{item.report.model_dump_json()}\n" for item in reports)
