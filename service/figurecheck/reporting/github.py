"""Workflow commands, which GitHub Actions shows beside the lines of a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from figurecheck.model import Flag
from figurecheck.reporting.checked import Checked
from figurecheck.reporting.options import Options
from figurecheck.reporting.wording import printable

_LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def lines(reports: Iterable[Checked], options: Options) -> Iterator[str]:
    """A workflow command for each flag, in reading order."""
    return (_command(item, flag) for item in reports for flag in item.flags())


def _command(item: Checked, flag: Flag) -> str:
    place = item.place(flag.figure)
    properties = {"file": item.file, "line": place.line, "col": place.column, "endLine": place.end_line}
    if place.end_line == place.line:
        properties["endColumn"] = place.end_column
    properties["title"] = f"{flag.code} {flag.name}"
    listed = ",".join(f"{name}={_property(str(value))}" for name, value in properties.items())
    return f"::{_LEVELS[flag.severity]} {listed}::{_data(flag.message)}\n"


def _data(text: str) -> str:
    """Escaped as the Actions toolkit's `escapeData` does; a carriage return is no longer there."""
    return printable(text).replace("%", "%25").replace("\n", "%0A")


def _property(text: str) -> str:
    """Escaped as the Actions toolkit's `escapeProperty` does."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
