"""figurecheck extract: the figures of articles."""

from typing import TYPE_CHECKING

import typer

from figurecheck.cli import options
from figurecheck.cli.inputs import Inputs
from figurecheck.cli.output import show, stream
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
    from figurecheck.extraction import extract as read

    book = rulebook_of(settings_with(rules=rules))
    inputs = Inputs(paths, input_format, source=source, published=published, title=title)
    found = ((copy, figure) for copy in inputs.track("Reading") for figure in read(copy.article, book))
    if output_format == "text":
        for copy, figure in found:
            show(_line(copy, figure))
    else:
        stream((figure for _, figure in found), output_format)
    raise typer.Exit(inputs.code)


def _line(copy: "Copy", figure: "Figure") -> str:
    from figurecheck.cli.wording import place, reading_of

    return f"{place(copy, figure)}: {reading_of(figure)}\n"
