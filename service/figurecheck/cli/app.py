"""The commands by name. Each imports what it needs when it runs, so that none waits for another's libraries."""

from collections.abc import Callable
from typing import Annotated

import typer

from figurecheck.cli import corpus
from figurecheck.cli.audit import audit
from figurecheck.cli.check import check
from figurecheck.cli.compare import compare
from figurecheck.cli.config import config, init
from figurecheck.cli.explain import explain
from figurecheck.cli.extract import extract
from figurecheck.cli.output import write
from figurecheck.cli.rule import rule
from figurecheck.cli.schema import schema
from figurecheck.cli.serve import serve
from figurecheck.cli.variadic import AgainstCommand

app = typer.Typer(
    name="figurecheck",
    help="Find the figures in news copy, line them up across sources and flag the ones that disagree.",
    epilog="Exit codes: 0 clean, 1 flags at or above --fail-on, 2 the call or a file was wrong.",
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
)


def _version(wanted: bool) -> None:
    if wanted:
        import figurecheck

        write(f"figurecheck {figurecheck.__version__}\n")
        raise typer.Exit


@app.callback()
def _root(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Show the version and leave.")
    ] = False,
) -> None:
    """Find the figures in news copy, line them up across sources and flag the ones that disagree."""


COMMANDS: tuple[Callable[..., None] | typer.Typer, ...] = (
    extract,
    explain,
    compare,
    check,
    corpus.app,
    audit,
    serve,
    rule,
    schema,
    config,
    init,
)
for command in COMMANDS:
    if isinstance(command, typer.Typer):
        app.add_typer(command, name="corpus")
    else:
        app.command(cls=AgainstCommand if command is check else None)(command)
