"""figurecheck compare: the comparable figures of several articles."""

from typing import Annotated

import typer

from figurecheck.cli import options
from figurecheck.cli.failure import CallError
from figurecheck.cli.inputs import Inputs
from figurecheck.cli.main import CLEAN
from figurecheck.cli.output import show, stream
from figurecheck.cli.session import rulebook_of, settings_with


def compare(
    paths: options.Paths,
    source: options.Source = None,
    published: options.Published = None,
    title: options.Title = None,
    rules: options.Rules = None,
    explain: Annotated[bool, typer.Option("--explain", help="Show the weights behind each score.")] = False,
    input_format: options.AsInput = "auto",
    output_format: options.AsList = "text",
) -> None:
    """Line up the comparable figures of each two articles, the earlier one at the left."""
    from figurecheck.cli.wording import comparison_text
    from figurecheck.matching import account
    from figurecheck.matching.several import compare_several

    book = rulebook_of(settings_with(rules=rules))
    inputs = Inputs(paths, input_format, source=source, published=published, title=title)
    names: dict[str, str] = {}
    accounts = []
    for copy in inputs.track("Reading"):
        names[copy.article.id] = copy.name
        accounts.append(account(copy.article, book))
    if len(accounts) < 2 and inputs.code == CLEAN:
        raise CallError("compare needs two articles or more: name further files")
    comparisons = compare_several(accounts, book)
    if output_format != "text":
        stream(comparisons, output_format)
    else:
        figures = {figure.id: figure for account in accounts for figure in account.figures}
        show("".join(comparison_text(found, figures, names, explain=explain) for found in comparisons))
    raise typer.Exit(inputs.code)
