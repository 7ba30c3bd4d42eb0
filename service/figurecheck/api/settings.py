"""The settings of the service alone: in the environment, or in the table [serve] of the desk's file."""

import os
from collections.abc import Mapping
from ipaddress import ip_address
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, Field, ValidationError
from pydantic_settings import (
    BaseSettings,
    InitSettingsSource,
    NoDecode,
    PydanticBaseSettingsSource,
    SettingsConfigDict,
)

from figurecheck.settings import PREFIX, SERVE, named, nearest_file, split, wrong

REQUESTS = 600
"""Requests a minute that each client may make of a service that listens beyond loopback, unless set."""


class ServiceSettings(BaseSettings):
    """How the service listens and what it allows; options of `serve` go before these."""

    model_config = SettingsConfigDict(env_prefix=PREFIX, env_ignore_empty=True, frozen=True, extra="forbid")

    host: str = Field(default="127.0.0.1", description="Where to listen; loopback unless told otherwise.")
    port: int = Field(default=8000, ge=0, le=65535, description="The port; 0 takes any free one.")
    workers: int = Field(default=1, ge=1, description="Server processes that share the port.")
    readers: int = Field(
        default=2, ge=0, description="Processes beside each of them that read articles; with 0 its threads do."
    )
    audit_workers: int = Field(default=1, ge=1, description="Processes that share the work of an audit.")
    timeout: float = Field(default=120, gt=0, description="Seconds after which the reading of an article is given up.")
    body_limit: int = Field(default=10_000_000, gt=0, description="The largest request body, in bytes.")
    body_timeout: float = Field(
        default=30, gt=0, description="Seconds that a client has to send a request's headers, and its body again."
    )
    require_keys: bool = Field(
        default=False, description="Ask for a key on loopback too; beyond it one is always asked for."
    )
    rate_limit: int | None = Field(
        default=None,
        ge=0,
        description=f"Requests a minute of each client, 0 for any number; unless set, {REQUESTS} beyond loopback.",
        examples=[REQUESTS],
    )
    cors_origins: Annotated[tuple[str, ...], NoDecode, BeforeValidator(split)] = Field(
        default=(), description="Origins whose pages may call the service from a browser."
    )

    @classmethod
    def settings_customise_sources(
        cls,
        settings_cls: type[BaseSettings],
        init_settings: PydanticBaseSettingsSource,
        env_settings: PydanticBaseSettingsSource,
        dotenv_settings: PydanticBaseSettingsSource,
        file_secret_settings: PydanticBaseSettingsSource,
    ) -> tuple[PydanticBaseSettingsSource, ...]:
        """Options before the environment, and that before the file."""
        return init_settings, env_settings, InitSettingsSource(settings_cls, _table()[1])

    @property
    def exposed(self) -> bool:
        """Whether others than this machine can reach it."""
        try:
            return not ip_address(self.host).is_loopback
        except ValueError:
            return self.host != "localhost"

    @property
    def keyed(self) -> bool:
        """Whether every request needs a key."""
        return self.exposed or self.require_keys

    @property
    def requests(self) -> int:
        """Requests a minute that each client may make; 0 for any number."""
        return (REQUESTS if self.exposed else 0) if self.rate_limit is None else self.rate_limit


def load_service(options: Mapping[str, Any] | None = None) -> ServiceSettings:
    """The settings in force in the working folder. Raises SettingsError, with its place, for what cannot be read."""
    given = {name: value for name, value in (options or {}).items() if value is not None}
    try:
        return ServiceSettings(**given)
    except ValidationError as error:
        raise wrong(error, origins(given), ServiceSettings.model_fields) from None


def origins(options: Mapping[str, Any]) -> dict[str, str]:
    """Where each of the settings that are set was set."""
    file, table = _table()
    told = (name for name in ServiceSettings.model_fields if os.environ.get(PREFIX + name.upper()))
    return dict.fromkeys(table, str(file)) | dict.fromkeys(told, "environment") | dict.fromkeys(options, "options")


def _table() -> tuple[Path | None, dict[str, Any]]:
    file, table = nearest_file(Path.cwd())
    found = table.get(SERVE, {})
    return file, named(found) if isinstance(found, dict) else {SERVE: found}
