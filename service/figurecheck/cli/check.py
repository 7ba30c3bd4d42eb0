"""figurecheck check: what is wrong with the figures of articles."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from figurecheck.cli import options
from figurecheck.cli.background import background
from figurecheck.cli.inputs import Inputs
from figurecheck.cli.main import FLAGGED
from figurecheck.cli.session import rulebook_of, settings_with
from figurecheck.cli.variadic import AgainstCommand

if TYPE_CHECKING:
    from figurecheck.cli.background import Background
    from figurecheck.model import Report
    from figurecheck.reporting import Checked
    from figurecheck.rulebook import Rulebook

OutputFormat = Literal[
    "text", "full", "concise", "json", "jsonl", "github", "gitlab", "sarif", "claimreview", "junit", "html", "csv"
]
"""The formats of reporting; text is another name of full. A test holds the two lists together."""

FailOn = Annotated[
    options.FailOn | None,
    typer.Option(help="The least severity that exits with 1: warning unless set."),
]
AsReport = Annotated[OutputFormat, typer.Option("--output-format", help="How to print the flags; text is full.")]


def check(
    paths: options.Paths,
    against: options.Against = None,
    database: options.Database = None,
    source: options.Source = None,
    published: options.Published = None,
    title: options.Title = None,
    rules: options.Rules = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show the weights behind each comparison.")] = False,
    fail_on: FailOn = None,
    input_format: options.AsInput = "auto",
    output_format: AsReport = "text",
) -> None:
    """Flag the figures that disagree: with other articles, with a corpus, or inside one article."""
    from figurecheck.rulebook.selection import selection

    settings = settings_with(database=database, rules=rules, select=select, ignore=ignore, fail_on=fail_on)
    book = rulebook_of(settings)
    codes = selection(book.flags, settings.select, settings.ignore)
    inputs = Inputs(paths, input_format, source=source, published=published, title=title)
    others = Inputs(against or [], input_format)
    tally = Tally()
    with ExitStack() as stack:
        behind = background(stack, settings, book, others)
        reports = tally.of(_checked(inputs, behind, book, codes))
        _print(reports, inputs, "full" if output_format == "text" else output_format, book, explain=explain)
    flagged = FLAGGED if tally.worst >= options.RANKS[settings.fail_on] else 0
    raise typer.Exit(max(inputs.code, others.code, flagged))


Command = AgainstCommand
"""What parses the call: --against takes several paths."""


class Tally:
    """The worst severity seen, as its rank; below 0 where no flag was seen."""

    def __init__(self) -> None:
        self.worst = -1

    def of(self, reports: "Iterable[Checked]") -> "Iterator[Checked]":
        """The reports as they come, counted."""
        for item in reports:
            self.worst = max([self.worst, *(flag.severity.rank for flag in item.report.flags)])
            yield item


def _checked(inputs: Inputs, behind: "Background", book: "Rulebook", codes: frozenset[str]) -> "Iterator[Checked]":
    from figurecheck.checking import check_account
    from figurecheck.matching import account
    from figurecheck.reporting import Checked

    for copy in inputs.track("Checking"):
        report: Report = check_account(account(copy.article, book), behind.evidence, book, codes)
        yield Checked(report, copy.article, copy.name, behind.library, copy.line or 1, behind.names)


def _print(
    reports: "Iterator[Checked]", inputs: Inputs, output_format: str, book: "Rulebook", *, explain: bool
) -> None:
    """One json input gives one report, several an array; the other formats are written as they grow."""
    from dataclasses import replace

    from figurecheck.reporting import write
    from figurecheck.reporting.formats import terminal_options

    shape = terminal_options(sys.stdout, explain=explain, rules=book.flags)
    if output_format != "json":
        write(reports, output_format, sys.stdout, shape)
        return
    every = list(reports)
    write(every, output_format, sys.stdout, replace(shape, single=len(every) == 1 and inputs.count == 1))
