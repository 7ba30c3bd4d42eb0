"""OpenTelemetry, where the extra `otel` is installed and the standard variables name a collector."""

import os
from typing import Any

from figurecheck.settings import SettingsError

VARIABLES = ("OTEL_EXPORTER_OTLP_ENDPOINT", "OTEL_EXPORTER_OTLP_TRACES_ENDPOINT")


def plugins() -> list[Any]:
    """The plug-in that traces requests, if a collector is named: https://opentelemetry.io/docs/specs/otel/protocol/exporter.

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
    return [OpenTelemetryPlugin(OpenTelemetryConfig(tracer_provider=provider, exclude=["/health", "/metrics"]))]
