"""figurecheck corpus: the articles to check against."""

import json
from collections import Counter
from collections.abc import Iterable
from contextlib import closing
from datetime import datetime
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from figurecheck.cli import options
from figurecheck.cli.inputs import Inputs
from figurecheck.cli.main import CLEAN, WRONG
from figurecheck.cli.output import advise, show, stream, write
from figurecheck.cli.progress import track
from figurecheck.cli.session import address_in, rulebook_of, settings_with
from figurecheck.model.figure import Action

if TYPE_CHECKING:
    from figurecheck.storage import Corpus, Outcome

app = typer.Typer(name="corpus", help="Keep the articles to check against.", no_args_is_help=True, add_completion=False)

Ids = Annotated[list[str], typer.Argument(metavar="IDS", help="The ids of articles, as corpus list shows them.")]
DAY = ["%Y-%m-%d"]
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
        outcomes = corpus.load((copy.article for copy in inputs), workers=workers)
        failed = _tell(corpus, track(outcomes, "Keeping"), ("added", "changed", "reread", "unchanged"))
    raise typer.Exit(max(inputs.code, failed))


@app.command()
def reindex(database: options.Database = None, rules: options.Rules = None, workers: Workers = 1) -> None:
    """Read anew what other rules or another version read; stopped at any time, it goes on where it was."""
    with _corpus(database, rules, create=False) as corpus:
        failed = _tell(corpus, track(corpus.reindex(workers=workers), "Reading", corpus.stale()), ("reread",))
    raise typer.Exit(failed)


@app.command()
def status(
    database: options.Database = None,
    rules: options.Rules = None,
    output_format: Annotated[Literal["text", "json"], typer.Option(help="How to print it.")] = "text",
) -> None:
    """Show how much there is, and how much of it other rules or another version read."""
    with _corpus(database, rules, create=False) as corpus:
        counts = {"articles": len(corpus), "figures": corpus.figure_count(), "stale": corpus.stale()}
        if output_format == "json":
            write(json.dumps({"database": corpus.name, "rules": corpus.rulebook.hash, **counts}) + "\n")
            return
        told = ", ".join(f"{name} {count}" for name, count in counts.items())
        mend = "; figurecheck corpus reindex reads those anew" if counts["stale"] else ""
        show(f"{corpus.name}: {told}{mend}\n")


@app.command()
def upgrade(database: options.Database = None) -> None:
    """Make the tables, or bring those of an older version up to date. A SQLite corpus does so when it is opened."""
    from figurecheck.storage import Database

    with closing(Database(address_in(settings_with(database=database)), create=True, upgrade=True)) as opened:
        show(f"{opened.name}: up to date\n")


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
def series(
    database: options.Database = None,
    rules: options.Rules = None,
    concept: Annotated[str | None, typer.Option(metavar="NAME", help="What is counted, such as person or uav.")] = None,
    action: Annotated[Action | None, typer.Option(help="What was done.")] = None,
    place: Annotated[str | None, typer.Option(metavar="NAME", help="Where, as an article names it.")] = None,
    since: Annotated[datetime | None, typer.Option(formats=DAY, help="Of this day or later.")] = None,
    until: Annotated[datetime | None, typer.Option(formats=DAY, help="Of this day or earlier.")] = None,
    output_format: options.AsList = "text",
) -> None:
    """Show what several articles give of one thing, over time, source beside source."""
    from figurecheck.cli.wording import series_text
    from figurecheck.storage.search import FigureQuery

    asked = FigureQuery(
        concept=concept,
        action=action,
        place=place,
        since=since.date() if since else None,
        until=until.date() if until else None,
    )
    with _corpus(database, rules, create=False) as corpus:
        found = corpus.series(asked if asked.conditions() else None)
    if output_format != "text":
        stream(found, output_format)
    else:
        show("\n".join(map(series_text, found)))


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


def _tell(corpus: "Corpus", outcomes: "Iterable[Outcome]", shown: Iterable[str]) -> int:
    """Shows how many articles met each outcome, and why some could not be read; returns the exit code."""
    counts: Counter[str] = Counter()
    for outcome in outcomes:
        counts[outcome.status] += 1
        if outcome.error:
            advise(f"{outcome.id}: not read: {outcome.error}")
    told = [f"{counts[status]} {status}" for status in (*shown, *(["failed"] if counts["failed"] else []))]
    show(f"{corpus.name}: {', '.join(told)}\n")
    return WRONG if counts["failed"] else CLEAN


def _corpus(database: str | None, rules: "options.Rules", *, create: bool) -> "Corpus":
    from figurecheck.storage import Corpus

    settings = settings_with(database=database, rules=rules)
    return Corpus(address_in(settings), rulebook_of(settings), create=create)
