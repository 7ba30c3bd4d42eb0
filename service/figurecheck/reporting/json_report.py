"""The wire contract's report as JSON."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from figurecheck.reporting.checked import Checked
from figurecheck.reporting.options import Options


def lines(reports: Iterable[Checked], options: Options) -> Iterator[str]:
    """One report on its own, where the caller says that there is one; an array otherwise."""
    documents = (item.report.model_dump_json(indent=2) for item in reports)
    if options.single:
        yield from (f"{document}\n" for document in documents)
        return
    start = "[\n"
    for document in documents:
        yield start + "  " + document.replace("\n", "\n  ")
        start = ",\n"
    yield "[]\n" if start == "[\n" else "\n]\n"
