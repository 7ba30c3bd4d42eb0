"""OpenTelemetry: the spans that a collector is sent."""

from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

import httpx
import pytest
from tests.api.serving import serving

from figurecheck.api import telemetry

TEXT = "The ferry Aurelia sank off Port Selm on Monday, killing 27 people, divers said."

trace_service = pytest.importorskip("opentelemetry.proto.collector.trace.v1.trace_service_pb2")


class Collector(ThreadingHTTPServer):
    """Keeps what it is sent."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Sent)
        self.bodies: list[bytes] = []


class _Sent(BaseHTTPRequestHandler):
    server: Collector

    def do_POST(self) -> None:
        self.server.bodies.append(self.rfile.read(int(self.headers["content-length"])))
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def collector() -> Iterator[Collector]:
    with Collector() as found:
        thread = Thread(target=found.serve_forever)
        thread.start()
        yield found
        found.shutdown()
        thread.join()


def test_a_collector_is_told_of_each_request_and_of_no_word_that_was_sent(tmp_path: Path, collector: Collector) -> None:
    address = f"http://127.0.0.1:{collector.server_address[1]}"
    told = {"OTEL_EXPORTER_OTLP_ENDPOINT": address, "OTEL_SEMCONV_STABILITY_OPT_IN": "http/dup"}
    with serving(tmp_path, **told) as server:
        sent = {"Authorization": "Bearer a-secret"}
        httpx.post(f"{server.address}/v1/check?title=Aurelia+kills+27", content=TEXT, headers=sent, timeout=60)
        server.process.terminate()
        server.process.wait()
    found = [trace_service.ExportTraceServiceRequest.FromString(body) for body in collector.bodies]
    resources = [resource for request in found for resource in request.resource_spans]
    names = [span.name for resource in resources for scope in resource.scope_spans for span in scope.spans]
    assert "POST /v1/check" in names
    assert not any("health" in name for name in names)
    assert {"figurecheck"} == {
        attribute.value.string_value
        for resource in resources
        for attribute in resource.resource.attributes
        if attribute.key == "service.name"
    }
    assert "Aurelia" not in str(found)
    assert "secret" not in str(found)


def test_without_a_collector_nothing_is_traced(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in telemetry.VARIABLES:
        monkeypatch.delenv(name, raising=False)
    assert telemetry.plugins() == []
