"""What Prometheus is told: requests, and what came of reading articles."""

import os
from dataclasses import dataclass
from typing import Any

from litestar import Request, Response, get
from litestar.openapi.datastructures import ResponseSpec
from litestar.openapi.spec import OpenAPIResponse, Operation
from litestar.plugins.prometheus import PrometheusConfig
from prometheus_client import REGISTRY, CollectorRegistry, Counter, Histogram
from prometheus_client.exposition import choose_encoder
from prometheus_client.multiprocess import MultiProcessCollector

from figurecheck.api.access import READ, SCHEME
from figurecheck.api.problems import documented
from figurecheck.api.work import Tally

EXTRACTION = Histogram(
    "figurecheck_extraction_seconds", "Time to read an article, by route.", ["work"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120),
)  # fmt: skip
CANDIDATES = Histogram(
    "figurecheck_candidates", "Articles that a check compared with.", buckets=(0, 1, 2, 4, 8, 16, 32, 64, 128)
)
FLAGS = Counter("figurecheck_flags", "Flags raised, by rule.", ["code"])

requests = PrometheusConfig(app_name="figurecheck", prefix="figurecheck", group_path=True)


PLAIN, OPEN = "text/plain", "application/openmetrics-text"
"""Prometheus's own format and the standard that came of it."""


@dataclass
class MetricsOperation(Operation):
    """The OpenAPI page of the metrics, which come in either format."""

    def __post_init__(self) -> None:
        assert self.responses is not None
        found = self.responses["200"]
        assert isinstance(found, OpenAPIResponse)
        assert found.content is not None
        found.content[OPEN] = found.content[PLAIN]


@get(
    "/metrics",
    operation_id="metrics",
    operation_class=MetricsOperation,
    summary="What Prometheus is told",
    opt=READ | {"media": [PLAIN, OPEN]},
    tags=["health"],
    security=[{SCHEME: []}],
    sync_to_thread=True,
    responses={
        200: ResponseSpec(str, description="Samples", media_type=PLAIN, generate_examples=False),
        **documented(),
    },
)
def metrics(request: Request[Any, Any, Any]) -> Response[bytes]:
    """Requests by route and status, how long reading took, with how many articles a check compared, flags by rule; of
    all the processes of the service together."""
    encode, media = choose_encoder(request.headers.get("accept", ""))
    return Response(encode(_registry()), media_type=media)


def _registry() -> CollectorRegistry:
    """The samples of this process, or of all where they share a folder."""
    if "PROMETHEUS_MULTIPROC_DIR" not in os.environ:
        return REGISTRY
    shared = CollectorRegistry()
    MultiProcessCollector(shared)  # type: ignore[no-untyped-call]
    return shared


def observe(tally: Tally) -> None:
    """Counts one piece of work."""
    EXTRACTION.labels(tally.work).observe(tally.seconds)
    if tally.candidates is not None:
        CANDIDATES.observe(tally.candidates)
    for code in tally.flags:
        FLAGS.labels(code).inc()
