"""figurecheck extract: the figures of articles."""

from typing import TYPE_CHECKING

import typer

from figurecheck.cli import options
from figurecheck.cli.inputs import Inputs
from figurecheck.cli.output import array, lines, write
from figurecheck.cli.session import rulebook_of, settings_with

if TYPE_CHECKING:
    from figurecheck.model import Figure
    from figurecheck.reading.sources import Copy


def extract(
    paths: options.Paths,
    source: options.Source = None,
    published: options.Published = None,
    title: options.Title = None,
    rules: options.Rules = None,
    input_format: options.AsInput = "auto",
    output_format: options.AsList = "text",
) -> None:
    """Print the figures of articles: exact spans, values, units, what they count, and their context."""
    book = rulebook_of(settings_with(rules=rules))
    from figurecheck import extraction

    inputs = Inputs(paths, input_format, source=source, published=published, title=title)
    found = [(copy, extraction.extract(copy.article, book)) for copy in inputs.track("Reading")]
    if output_format == "text":
        write("".join(_line(copy, figure) for copy, figures in found for figure in figures))
    else:
        write({"json": array, "jsonl": lines}[output_format]([figure for _, figures in found for figure in figures]))
    raise typer.Exit(inputs.code)


def _line(copy: "Copy", figure: "Figure") -> str:
    from figurecheck.cli.wording import place, reading_of

    return f"{place(copy, figure)}: {reading_of(figure)}\n"
