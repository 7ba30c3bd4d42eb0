"""figurecheck config: the settings in force."""

import json
from typing import Annotated, Literal

import typer

from figurecheck.cli.output import write


def config(
    output_format: Annotated[Literal["text", "json"], typer.Option(help="How to print the settings.")] = "text",
) -> None:
    """Show the settings in force, and where each was set."""
    from figurecheck.settings import SETTINGS, load_settings

    settings = load_settings()
    values = settings.model_dump(mode="json")
    if output_format == "json":
        write(json.dumps({name: values[name] for name in SETTINGS}, indent=2, ensure_ascii=False) + "\n")
        return
    for name in SETTINGS:
        shown = json.dumps(values[name], ensure_ascii=False)
        write(f"{name.replace('_', '-'):12} {shown:30} {settings.origins.get(name, 'default')}\n")
