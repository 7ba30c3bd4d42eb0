"""figurecheck init: a file to make settings in."""

from pathlib import Path
from typing import Annotated

import typer

from figurecheck.cli.failure import CallError
from figurecheck.cli.output import write


def init(
    folder: Annotated[Path, typer.Argument(metavar="[DIR]", help="The folder to set up.")] = Path(),
    force: Annotated[bool, typer.Option("--force", help="Overwrite a figurecheck.toml that stands there.")] = False,
) -> None:
    """Write a figurecheck.toml that shows every setting with its default."""
    from figurecheck.api.settings import ServiceSettings
    from figurecheck.settings import SERVE, Settings, starter

    text = "# Settings of figurecheck; each line shows its default.\n\n" + starter(Settings.model_fields)
    text += f"[{SERVE}]\n\n" + starter(ServiceSettings.model_fields)
    path = folder / "figurecheck.toml"
    try:
        with path.open("w" if force else "x", encoding="utf-8", newline="\n") as file:
            file.write(text)
    except FileExistsError:
        raise CallError(f"{path}: stands already; --force overwrites it") from None
    write(f"{path} written\n")
