"""figurecheck serve: the REST service."""

from typing import Annotated

import typer

from figurecheck.cli import options
from figurecheck.cli.output import advise
from figurecheck.cli.session import settings_with


def serve(
    host: Annotated[str | None, typer.Option(help="Where to listen; loopback unless told otherwise.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="The port; 0 takes any free one.")] = None,
    database: options.Database = None,
    rules: options.Rules = None,
) -> None:
    """Serve POST /v1/check, /v1/extract and /v1/compare; the documentation is at /schema."""
    from figurecheck.api.server import serve as run

    settings = settings_with(host=host, port=port, database=database, rules=rules)
    run(settings, announce=lambda address: advise(f"serving on {address} (documentation at {address}/schema)"))
