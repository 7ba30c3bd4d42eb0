"""The outputs by name, and the two ways to have one: as a string, or written as it grows."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from types import MappingProxyType
from typing import TextIO

from figurecheck.model import Report
from figurecheck.reporting.checked import Checked, checked
from figurecheck.reporting.options import Options
from figurecheck.rulebook.flags import FlagRule

Formatter = Callable[[Iterable[Checked], Options], Iterator[str]]

FORMATS: Mapping[str, str] = MappingProxyType(
    {
        "full": "Every flag with its sentence, evidence, source, time and reasons, for a terminal.",
        "concise": "One line a flag: path:line:column: code message.",
        "json": "One report for one input, an array for several.",
        "jsonl": "One report a line.",
        "github": "Workflow commands that GitHub Actions shows beside the lines.",
        "gitlab": "GitLab's code quality report.",
        "sarif": "SARIF 2.1.0, for code scanning.",
        "claimreview": "schema.org ClaimReview in JSON-LD, for fact-check directories.",
        "junit": "JUnit XML, a test case for each figure that was flagged.",
        "html": "One page to read, complete in itself.",
        "csv": "One row a flag, for a spreadsheet.",
    }
)
"""Name and one-line description; each is a module of this package with `lines(checked, options)`."""


class FormatError(ValueError):
    """An output format that is not known."""


def render(reports: Sequence[Checked | Report], output_format: str, options: Options | None = None) -> str:
    """The reports as one string.

    Raises FormatError for a format that is not in FORMATS.
    """
    options = replace(options or Options(), single=len(reports) == 1)
    return "".join(_formatter(output_format)(map(checked, reports), options))


def write(reports: Iterable[Checked | Report], output_format: str, out: TextIO, options: Options | None = None) -> None:
    """Write the reports to `out` as they come; `options.single` says beforehand that there will be only one.

    Raises FormatError for a format that is not in FORMATS.
    """
    for chunk in _formatter(output_format)(map(checked, reports), options or terminal_options(out)):
        out.write(chunk)


def terminal_options(out: TextIO, *, explain: bool = False, rules: Mapping[str, FlagRule] | None = None) -> Options:
    """Options for what `out` is: colour on a terminal unless NO_COLOR is set, and the terminal's width."""
    colour = out.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"
    width = min(shutil.get_terminal_size((100, 24)).columns, 120)
    return Options(explain=explain, colour=colour, width=width, rules=rules or {})


def _formatter(name: str) -> Formatter:
    if name not in FORMATS:
        raise FormatError(f"{name}: no such output format; choose one of {', '.join(FORMATS)}")
    formatter: Formatter = import_module(f"figurecheck.reporting.{_MODULES.get(name, name)}").lines
    return formatter


_MODULES = {"json": "json_report", "jsonl": "json_lines", "csv": "csv_report", "html": "html_report"}
"""Modules not named after their format, where the plain name would hide a library's."""
