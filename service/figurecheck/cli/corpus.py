"""figurecheck corpus: the articles to check against."""

from typing import TYPE_CHECKING, Annotated

import typer

from figurecheck.cli import options
from figurecheck.cli.failure import CallError
from figurecheck.cli.inputs import Inputs
from figurecheck.cli.main import CLEAN, WRONG
from figurecheck.cli.output import advise, show, stream
from figurecheck.cli.progress import track
from figurecheck.cli.session import rulebook_of, settings_with

if TYPE_CHECKING:
    from figurecheck.storage import Corpus

app = typer.Typer(name="corpus", help="Keep the articles to check against.", no_args_is_help=True, add_completion=False)

Ids = Annotated[list[str], typer.Argument(metavar="IDS", help="The ids of articles, as corpus list shows them.")]
Workers = Annotated[int, typer.Option(min=1, help="Processes that read articles.")]


@app.command()
def add(
    paths: options.Paths,
    database: options.Database = None,
    source: options.Source = None,
    published: options.Published = None,
    title: options.Title = None,
    rules: options.Rules = None,
    input_format: options.AsInput = "auto",
    workers: Workers = 1,
) -> None:
    """Keep articles with their figures; what is kept already stays, what has changed is read anew."""
    inputs = Inputs(paths, input_format, source=source, published=published, title=title)
    with _corpus(database, rules, create=True) as corpus:
        articles = [copy.article for copy in inputs]
        counts = dict.fromkeys(("added", "changed", "reread", "unchanged", "failed"), 0)
        for outcome in track(corpus.load(articles, workers=workers), "Keeping", len(articles)):
            counts[outcome.status] += 1
            if outcome.error:
                advise(f"{outcome.id}: not read: {outcome.error}")
        told = (f"{count} {status}" for status, count in counts.items() if count or status != "failed")
        show(f"{corpus.name}: {', '.join(told)}\n")
    raise typer.Exit(max(inputs.code, WRONG if counts["failed"] else CLEAN))


@app.command("list")
def list_(
    database: options.Database = None,
    output_format: options.AsList = "text",
) -> None:
    """Show the articles of the corpus, the earliest first."""
    with _corpus(database, None, create=False) as corpus:
        heads = corpus.articles()
        if output_format != "text":
            stream(heads, output_format)
        else:
            for head in heads:
                day = f"{head.published:%Y-%m-%d}" if head.published else "undated   "
                show(f"{head.id}  {day}  {head.source or '-'}  {head.title or ''}".rstrip() + "\n")


@app.command()
def remove(ids: Ids, database: options.Database = None) -> None:
    """Forget articles and their figures."""
    with _corpus(database, None, create=False) as corpus:
        unknown = [name for name in ids if name not in corpus]
        count = corpus.remove(ids)
        show(f"{corpus.name}: {count} removed\n")
    for name in unknown:
        advise(f"{name}: no such article in the corpus; figurecheck corpus list shows them")
    raise typer.Exit(WRONG if unknown else CLEAN)


def _corpus(database: str | None, rules: "options.Rules", *, create: bool) -> "Corpus":
    settings = settings_with(database=database, rules=rules)
    if settings.database is None:
        raise CallError("no corpus named: give --database sqlite:///corpus.db or set FIGURECHECK_DATABASE")
    from figurecheck.storage import Corpus

    return Corpus(settings.database, rulebook_of(settings), create=create)
