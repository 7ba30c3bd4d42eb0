"""The commands by name. Only the one that is called is loaded, and it loads what it needs when it runs."""

from collections.abc import Iterator, Mapping
from functools import cache
from importlib import import_module
from typing import Annotated, Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

from figurecheck.cli.output import write

COMMANDS = (
    "extract", "explain", "compare", "check", "corpus", "audit", "serve", "keys", "rule", "schema", "config", "init",
)  # fmt: skip
"""The commands in the order of the help; each is the function (or, of sub-commands, the app) of its own module."""

HELP = {"help_option_names": ["-h", "--help"]}


class Commands(Mapping[str, Any]):
    """The commands, each made when it is first asked for."""

    def __getitem__(self, name: str) -> Any:
        if name not in COMMANDS:
            raise KeyError(name)
        return _command(name)

    def __iter__(self) -> Iterator[str]:
        return iter(COMMANDS)

    def __len__(self) -> int:
        return len(COMMANDS)


@cache
def _command(name: str) -> Any:
    module = import_module(f"figurecheck.cli.{name}")
    if hasattr(module, "app"):
        return get_command(module.app)
    single = typer.Typer(add_completion=False, context_settings=HELP)
    single.command(name, cls=getattr(module, "Command", None))(getattr(module, name))
    return get_command(single)


class LazyGroup(TyperGroup):
    """A group of commands that are loaded when they are called."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**options)
        self.commands = Commands()  # type: ignore[assignment]


app = typer.Typer(
    name="figurecheck",
    cls=LazyGroup,
    help="Find the figures in news copy, line them up across sources and flag the ones that disagree.",
    epilog="Exit codes: 0 clean, 1 flags at or above --fail-on, 2 the call or a file was wrong.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    context_settings=HELP,
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
