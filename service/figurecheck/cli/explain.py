"""figurecheck explain: how a text was read."""

from pathlib import Path
from typing import Annotated

import typer

from figurecheck.cli import options
from figurecheck.cli.inputs import Inputs, articles_in
from figurecheck.cli.main import CLEAN
from figurecheck.cli.output import show
from figurecheck.cli.session import rulebook_of, settings_with

Text = Annotated[str, typer.Argument(help="The text itself, the path of a file, or - for standard input.")]


def explain(
    text: Text,
    source: options.Source = None,
    published: options.Published = None,
    title: options.Title = None,
    rules: options.Rules = None,
    input_format: options.AsInput = "auto",
) -> None:
    """Show how a text was read: each figure in full, and why a numeral was no figure."""
    from figurecheck.cli.wording import full_reading, rejection
    from figurecheck.extraction import Rejected
    from figurecheck.extraction import explain as read

    book = rulebook_of(settings_with(rules=rules))
    given = {"source": source, "published": published, "title": title}
    if text == "-" or _is_file(text):
        inputs = Inputs([text], input_format, **given)
        articles = [copy.article for copy in inputs]
        code = inputs.code
    else:
        articles, code = articles_in(text, input_format, **given), CLEAN
    for article in articles:
        for one in read(article, book):
            show(rejection(one) if isinstance(one, Rejected) else full_reading(one))
    raise typer.Exit(code)


def _is_file(text: str) -> bool:
    try:
        return Path(text).is_file()
    except (OSError, ValueError):
        return False
