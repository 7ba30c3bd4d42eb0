"""One line a flag, as linters print it: path:line:column: code message."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from figurecheck.reporting.checked import Checked
from figurecheck.reporting.options import Options
from figurecheck.reporting.wording import printable


def lines(reports: Iterable[Checked], options: Options) -> Iterator[str]:
    """A line for each flag, in reading order."""
    for item in reports:
        for flag in item.flags():
            place = item.place(flag.figure)
            message = " ".join(printable(flag.message).split())
            yield f"{printable(item.file)}:{place.line}:{place.column}: {flag.code} {message}\n"
