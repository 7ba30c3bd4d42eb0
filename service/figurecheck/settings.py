"""What a desk may set once: in figurecheck.toml, in [tool.figurecheck] of pyproject.toml, or in the environment."""

import json
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Annotated, Any, Literal

import rtoml
from pydantic import BeforeValidator, Field, ValidationError
from pydantic.fields import FieldInfo

from figurecheck.model import Model

PREFIX = "FIGURECHECK_"
"""An environment variable is this and the setting's name in capitals: FIGURECHECK_DATABASE."""
SERVE = "serve"
"""The table of the file that holds the settings of the service alone; `api.settings` reads it."""

FailOn = Literal["error", "warning", "info", "never"]


class SettingsError(ValueError):
    """A setting that cannot be read; the message names its place and the mend."""


def split(value: object) -> object:
    """A list may be written with commas, in the environment or as an option."""
    parts = [value] if isinstance(value, str) else value
    if not isinstance(parts, list) or not all(isinstance(part, str) for part in parts):
        return value
    return [piece.strip() for part in parts for piece in part.split(",") if piece.strip()]


class Settings(Model):
    """The settings in force; options of a command go before them."""

    database: str | None = Field(
        default=None, description="The corpus to check against: a database URL.", examples=["sqlite:///corpus.db"]
    )
    rules: Annotated[tuple[Path, ...], BeforeValidator(split)] = Field(
        default=(), description="Folders of a desk's own tables, laid over the shipped ones in this order."
    )
    select: Annotated[tuple[str, ...], BeforeValidator(split)] = Field(
        default=(), description="Codes, or their first letters, of the only rules to run; all that are on if empty."
    )
    ignore: Annotated[tuple[str, ...], BeforeValidator(split)] = Field(
        default=(), description="Codes, or their first letters, of rules not to run."
    )
    fail_on: FailOn = Field(default="warning", description="The least severity that makes `check` exit with 1.")

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
    file, table = nearest_file(folder or Path.cwd())
    settings = Settings()
    if file is not None:
        own = {key: value for key, value in table.items() if key != SERVE}
        settings = _lay(settings, own, str(file), file.parent)
    told = {name: environ[PREFIX + name.upper()] for name in SETTINGS if environ.get(PREFIX + name.upper())}
    return _lay(_lay(settings, told, "environment", None), options or {}, "options", None)


SETTINGS = tuple(name for name in Settings.model_fields if name != "origins")
"""The names of the settings, in the order they are shown."""


def starter(fields: Mapping[str, FieldInfo]) -> str:
    """Lines of a figurecheck.toml that set nothing and show every one of these settings."""
    return "".join(
        f"# {field.description}\n# {name.replace('_', '-')} = {_toml(field)}\n\n"
        for name, field in fields.items()
        if not field.exclude
    )


def _toml(field: FieldInfo) -> str:
    shown = field.examples[0] if field.examples else field.default
    return json.dumps(list(shown) if isinstance(shown, tuple) else shown)


def nearest_file(folder: Path) -> tuple[Path | None, dict[str, Any]]:
    """The first figurecheck.toml, or pyproject.toml with our table, in the folder or above it, and its settings.

    Raises SettingsError for a file that cannot be read.
    """
    folder = folder.absolute()
    for place in (folder, *folder.parents):
        if (own := place / "figurecheck.toml").is_file():
            return own, named(_toml_file(own))
        if (shared := place / "pyproject.toml").is_file():
            table = _toml_file(shared).get("tool", {}).get("figurecheck")
            if isinstance(table, dict):
                return shared, named(table)
    return None, {}


def named(table: Mapping[str, Any]) -> dict[str, Any]:
    """The table by the names of the settings, which in a file may be written with hyphens."""
    return {key.replace("-", "_"): value for key, value in table.items()}


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
        raise wrong(error, origins, SETTINGS) from None


def wrong(error: ValidationError, origins: Mapping[str, str], settings: Iterable[str]) -> SettingsError:
    """What to say of values that fit no setting: the first of them, where it was set, and what there is."""
    first = error.errors()[0]
    key = ".".join(map(str, first["loc"]))
    origin = origins[str(first["loc"][0])]
    if first["type"] == "extra_forbidden":
        return SettingsError(f"{origin}: {key}: no such setting; there are {', '.join(settings)}")
    return SettingsError(f"{origin}: {key} = {first['input']!r}: {first['msg']}")


def _from_file(key: str, value: Any, base: Path) -> Any:
    """A file's paths start at the file's folder, wherever the command runs."""
    if key == "rules" and isinstance(value, list):
        return [str(base / part) if isinstance(part, str) else part for part in value]
    scheme, three_slashes, path = value.partition(":///") if key == "database" and isinstance(value, str) else ("",) * 3
    if three_slashes and scheme.startswith("sqlite") and path and path != ":memory:":
        return f"{scheme}:///{base / path}"
    return value
