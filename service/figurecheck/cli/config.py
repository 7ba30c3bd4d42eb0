"""figurecheck config and figurecheck init: the settings in force, and a file to set them in."""

import json
from pathlib import Path
from typing import Annotated, Literal

import typer

from figurecheck.cli.failure import CallError
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


def init(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="The folder to set up.")] = Path(),
    force: Annotated[bool, typer.Option("--force", help="Overwrite a figurecheck.toml that stands there.")] = False,
) -> None:
    """Write a figurecheck.toml that shows every setting with its default."""
    from figurecheck.settings import starter

    path = folder / "figurecheck.toml"
    try:
        with path.open("w" if force else "x", encoding="utf-8", newline="\n") as file:
            file.write(starter())
    except FileExistsError:
        raise CallError(f"{path}: stands already; --force overwrites it") from None
    write(f"{path} written\n")
