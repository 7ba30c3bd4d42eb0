"""OpenTelemetry, where the extra `otel` is installed and the standard variables name a collector."""

import os
from collections.abc import Callable
from typing import Any

from litestar.config.app import AppConfig
from litestar.plugins import InitPlugin

from figurecheck.settings import SettingsError

VARIABLES = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")

_WITH_QUERY = {"http.url", "url.full", "url.query"}
"""Attributes of a span, of the older and the newer semantic conventions, that hold the query of a request."""


def plugins() -> list[Any]:
    """What traces requests, if a collector is named: https://opentelemetry.io/docs/specs/otel/protocol/exporter.

    Raises SettingsError where the extra is not installed.
    """
    if not any(os.environ.get(name) for name in VARIABLES):
        return []
    try:
        from litestar.plugins.opentelemetry import OpenTelemetryConfig, OpenTelemetryPlugin
        from opentelemetry.exporter.otlp.proto.http.trace_exporter import OTLPSpanExporter
        from opentelemetry.sdk.resources import SERVICE_NAME, Resource
        from opentelemetry.sdk.trace import TracerProvider
        from opentelemetry.sdk.trace.export import BatchSpanProcessor
    except ImportError as error:
        named = next(name for name in VARIABLES if os.environ.get(name))
        raise SettingsError(f"environment: {named} needs {error.name}; install figurecheck[otel]") from None
    provider = TracerProvider(resource=Resource.create({SERVICE_NAME: "figurecheck"}))
    provider.add_span_processor(BatchSpanProcessor(OTLPSpanExporter()))
    config = OpenTelemetryConfig(
        tracer_provider=provider,
        exclude=["/health", "/metrics"],
        exclude_spans=["receive", "send"],
        server_request_hook_handler=_wordless,
    )
    return [OpenTelemetryPlugin(config), _Last(provider.shutdown)]


def _wordless(span: Any, scope: dict[str, Any]) -> None:
    """Takes the query out of a span: titles of articles come in it."""
    for name in _WITH_QUERY & span.attributes.keys():
        span.set_attribute(name, span.attributes[name].partition("?")[0] if name != "url.query" else "")


class _Last(InitPlugin):
    """Has this done when the service stops."""

    def __init__(self, act: Callable[[], None]) -> None:
        self._act = act

    def on_app_init(self, app_config: AppConfig) -> AppConfig:
        app_config.on_shutdown.append(self._act)
        return app_config
