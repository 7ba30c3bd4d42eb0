"""figurecheck config: the settings in force."""

import json
from typing import Annotated, Literal

import typer

from figurecheck.cli.output import write


def config(
    output_format: Annotated[Literal["text", "json"], typer.Option(help="How to print the settings.")] = "text",
) -> None:
    """Show the settings in force, and where each was set."""
    from figurecheck.api.settings import load_service, origins
    from figurecheck.settings import SERVE, load_settings

    settings = load_settings()
    service = load_service().model_dump(mode="json")
    if output_format == "json":
        write(json.dumps(settings.model_dump(mode="json") | {SERVE: service}, indent=2, ensure_ascii=False) + "\n")
        return
    found = [(name, value, settings.origins.get(name)) for name, value in settings.model_dump(mode="json").items()]
    told = origins({})
    found += [(f"{SERVE}.{name}", value, told.get(name)) for name, value in service.items()]
    for name, value, origin in found:
        write(f"{name.replace('_', '-'):20} {json.dumps(value, ensure_ascii=False):30} {origin or 'default'}\n")
