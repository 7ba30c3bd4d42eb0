"""figurecheck keys: who may use the service."""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from figurecheck.cli import options
from figurecheck.cli.output import advise, show, stream, write
from figurecheck.cli.session import address_in, settings_with

if TYPE_CHECKING:
    from figurecheck.storage.keys import Keys

app = typer.Typer(name="keys", help="Keep the keys of the REST service.", no_args_is_help=True, add_completion=False)

Name = Annotated[str, typer.Argument(metavar="NAME", help="What lists and logs call the key; given once, for ever.")]
Scope = Annotated[
    Literal["read", "write", "admin"], typer.Option(help="What it may do; each contains those before it.")
]


@app.command()
def create(name: Name, scope: Scope = "read", database: options.Database = None) -> None:
    """Make a key and print it, this once: the store keeps only a digest."""
    with _keys(database, create=True) as keys:
        key, token = keys.create(name, scope)
    advise(f"{key.name}: a key with the scope {key.scope}; keep it safe, it is not shown again")
    write(f"{token}\n")


@app.command("list")
def list_(database: options.Database = None, output_format: options.AsList = "text") -> None:
    """Show the keys by name, without their secrets."""
    with _keys(database) as keys:
        every = keys.all()
    if output_format != "text":
        stream(every, output_format)
        return
    for key in every:
        used = f"last used {key.last_used:%Y-%m-%d}" if key.last_used else "never used"
        state = f"revoked {key.revoked:%Y-%m-%d}" if key.revoked else used
        show(f"{key.name}  {key.scope}  created {key.created:%Y-%m-%d}  {state}\n")


@app.command()
def revoke(name: Name, database: options.Database = None) -> None:
    """End a key, for ever."""
    with _keys(database) as keys:
        key = keys.revoke(name)
    show(f"{key.name}: revoked\n")


@contextmanager
def _keys(database: str | None, *, create: bool = False) -> "Iterator[Keys]":
    """The keys of the corpus that the settings name."""
    from figurecheck.storage import Database
    from figurecheck.storage.keys import Keys

    with closing(Database(address_in(settings_with(database=database)), create=create)) as opened:
        yield Keys(opened)
