"""What Prometheus is told: requests, and what came of reading articles."""

from litestar import Router
from litestar.plugins.prometheus import PrometheusConfig, PrometheusController
from prometheus_client import Counter, Histogram

from figurecheck.api.access import READ
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


route = Router(
    "/",
    route_handlers=[PrometheusController],
    include_in_schema=False,
    opt=READ | {"media": ["text/plain", "application/openmetrics-text"]},
)
"""GET /metrics."""


def observe(tally: Tally) -> None:
    """Counts one piece of work."""
    EXTRACTION.labels(tally.work).observe(tally.seconds)
    if tally.candidates is not None:
        CANDIDATES.observe(tally.candidates)
    for code in tally.flags:
        FLAGS.labels(code).inc()
