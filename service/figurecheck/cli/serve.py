"""figurecheck serve: the REST service."""

from typing import Annotated

import typer

from figurecheck.cli import options
from figurecheck.cli.output import advise
from figurecheck.cli.session import settings_with


def serve(
    host: Annotated[str | None, typer.Option(help="Where to listen; loopback unless told otherwise.")] = None,
    port: Annotated[int | None, typer.Option(min=0, max=65535, help="The port; 0 takes any free one.")] = None,
    workers: Annotated[int | None, typer.Option(min=1, help="Server processes that share the port.")] = None,
    database: options.Database = None,
    rules: options.Rules = None,
) -> None:
    """Serve the REST API of /v1; the documentation is at /schema."""
    from figurecheck.api.server import serve as run
    from figurecheck.api.settings import load_service

    settings = settings_with(database=database, rules=rules)
    service = load_service({"host": host, "port": port, "workers": workers})
    run(settings, service, lambda address: advise(f"serving on {address} (documentation at {address}/schema)"))
