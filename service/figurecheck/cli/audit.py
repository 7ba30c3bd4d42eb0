"""figurecheck audit: every article of an archive against all the others."""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from figurecheck.cli import options
from figurecheck.cli.inputs import Inputs
from figurecheck.cli.main import CLEAN, FLAGGED, WRONG
from figurecheck.cli.output import advise, show
from figurecheck.cli.progress import Stages
from figurecheck.cli.session import rulebook_of, settings_with

if TYPE_CHECKING:
    from figurecheck.model import Article

Out = Annotated[Path, typer.Option(metavar="DIR", help="The folder for flags.jsonl and report.html.")]
Workers = Annotated[
    int | None, typer.Option(min=1, help="Processes that share the work: one for each core unless set.")
]
FailOn = Annotated[options.FailOn, typer.Option(help="The least severity that exits with 1.")]


def audit(
    paths: options.Paths,
    out: Out,
    source: options.Source = None,
    published: options.Published = None,
    title: options.Title = None,
    rules: options.Rules = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    workers: Workers = None,
    fail_on: FailOn = "never",
    input_format: options.AsInput = "auto",
) -> None:
    """Check every article against all the others; write flags.jsonl and report.html into a folder."""
    from figurecheck.auditing import audit as run
    from figurecheck.rulebook.selection import selection

    settings = settings_with(rules=rules, select=select, ignore=ignore)
    book = rulebook_of(settings)
    codes = selection(book.flags, settings.select, settings.ignore)
    inputs = Inputs(paths, input_format, source=source, published=published, title=title)
    names: dict[str, str] = {}
    with Stages({"read": "Reading", "check": "Checking", "write": "Writing the report"}) as stages:
        summary = run(
            _named(inputs, names), out, book, select=codes, names=names, workers=workers, progress=stages.tell
        )
    for name, error in sorted(summary.failed.items()):
        advise(f"{names.get(name, name)}: not read: {error}")
    show(f"{summary.articles} articles, {summary.figures} figures, {summary.flagged} flags\n")
    show("".join(f"{path}\n" for path in (summary.flags, summary.report)))
    worst = max((severity.rank for severity, count in summary.severities.items() if count), default=-1)
    code = max(inputs.code, WRONG if summary.failed else CLEAN)
    raise typer.Exit(max(code, FLAGGED if worst >= options.RANKS[fail_on] else CLEAN))


def _named(inputs: Inputs, names: dict[str, str]) -> "Iterator[Article]":
    """The articles as they come; `names` learns the paths of those without a source."""
    for copy in inputs:
        if copy.article.source is None:
            names.setdefault(copy.article.id, copy.name)
        yield copy.article
