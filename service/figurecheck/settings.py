"""What a desk may set once: in figurecheck.toml, in [tool.figurecheck] of pyproject.toml, or in the environment."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import rtoml
from pydantic import BeforeValidator, Field, ValidationError

from figurecheck.model import Model

PREFIX = "FIGURECHECK_"
"""An environment variable is this and the setting's name in capitals: FIGURECHECK_DATABASE."""

FailOn = Literal["error", "warning", "info", "never"]


class SettingsError(ValueError):
    """A setting that cannot be read; the message names its place and the mend."""


def _split(value: object) -> object:
    """A list may be written with commas, in the environment or as an option."""
    parts = [value] if isinstance(value, str) else value
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        return value
    return [piece.strip() for part in parts for piece in part.split(",") if piece.strip()]


class Settings(Model):
    """The settings in force; options of a command go before them."""

    database: str | None = Field(default=None, description="The corpus to check against: a database URL.")
    rules: Annotated[tuple[Path, ...], BeforeValidator(_split)] = Field(
        default=(), description="Folders of a desk's own tables, laid over the shipped ones in this order."
    )
    select: Annotated[tuple[str, ...], BeforeValidator(_split)] = Field(
        default=(), description="Codes, or their first letters, of the only rules to run; all that are on if empty."
    )
    ignore: Annotated[tuple[str, ...], BeforeValidator(_split)] = Field(
        default=(), description="Codes, or their first letters, of rules not to run."
    )
    fail_on: FailOn = Field(default="warning", description="The least severity that makes `check` exit with 1.")
    host: str = Field(default="127.0.0.1", description="Where `serve` listens; loopback unless told otherwise.")
    port: int = Field(default=8000, ge=0, le=65535, description="The port of `serve`; 0 takes any free one.")
    body_limit: int = Field(default=10_000_000, gt=0, description="The largest request body, in bytes.")

    origins: dict[str, str] = Field(default_factory=dict, exclude=True, description="Setting -> where it was set.")


def load_settings(
    folder: Path | None = None,
    environ: Mapping[str, str] | None = None,
    options: Mapping[str, Any] | None = None,
) -> Settings:
    """The settings in force in `folder`, by default the working one: options, environment, file, defaults.

    Raises SettingsError, with file and key, for what cannot be read.
    """
    environ = os.environ if environ is None else environ
    file, table = _nearest((folder or Path.cwd()).absolute())
    settings = Settings()
    if file is not None:
        settings = _lay(
            settings, {key.replace("-", "_"): value for key, value in table.items()}, str(file), file.parent
        )
    named = {name: environ[PREFIX + name.upper()] for name in SETTINGS if environ.get(PREFIX + name.upper())}
    return _lay(_lay(settings, named, "environment", None), options or {}, "options", None)


SETTINGS = tuple(name for name in Settings.model_fields if name != "origins")
"""The names of the settings, in the order they are shown."""


def starter() -> str:
    """The text of a figurecheck.toml that sets nothing and shows everything."""
    lines = ["# Settings of figurecheck; each line shows its default.", ""]
    for name in SETTINGS:
        field = Settings.model_fields[name]
        value = {None: '"sqlite:///corpus.db"', (): "[]"}.get(field.default) or _toml(field.default)
        lines += [f"# {field.description}", f"# {name.replace('_', '-')} = {value}", ""]
    return "\n".join(lines)


def _toml(value: object) -> str:
    return f'"{value}"' if isinstance(value, str) else str(value)


def _nearest(folder: Path) -> tuple[Path | None, dict[str, Any]]:
    """The first figurecheck.toml, or pyproject.toml with our table, in the folder or above it."""
    for place in (folder, *folder.parents):
        if (own := place / "figurecheck.toml").is_file():
            return own, _toml_file(own)
        if (shared := place / "pyproject.toml").is_file():
            table = _toml_file(shared).get("tool", {}).get("figurecheck")
            if isinstance(table, dict):
                return shared, table
    return None, {}


def _toml_file(path: Path) -> dict[str, Any]:
    try:
        return rtoml.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise SettingsError(f"{path}: {reason}; mend or remove the file") from None


def _lay(settings: Settings, values: Mapping[str, Any], origin: str, base: Path | None) -> Settings:
    """The settings with `values` laid over them."""
    values = {key: _from_file(key, value, base) if base else value for key, value in values.items()}
    if "origins" in values:
        raise SettingsError(f"{origin}: origins: no such setting; there are {', '.join(SETTINGS)}")
    origins = {**settings.origins, **dict.fromkeys(values, origin)}
    try:
        return Settings.model_validate({**dict(settings), **values, "origins": origins})
    except ValidationError as error:
        first = error.errors()[0]
        key = ".".join(map(str, first["loc"]))
        if first["type"] == "extra_forbidden":
            raise SettingsError(f"{origin}: {key}: no such setting; there are {', '.join(SETTINGS)}") from None
        raise SettingsError(f"{origin}: {key} = {first['input']!r}: {first['msg']}") from None


def _from_file(key: str, value: Any, base: Path) -> Any:
    """A file's paths start at the file's folder, wherever the command runs."""
    if key == "rules" and isinstance(value, list):
        return [str(base / part) if isinstance(part, str) else part for part in value]
    scheme, three_slashes, path = value.partition(":///") if key == "database" and isinstance(value, str) else ("",) * 3
    if three_slashes and scheme.startswith("sqlite") and path and path != ":memory:":
        return f"{scheme}:///{base / path}"
    return value
