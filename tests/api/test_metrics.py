"""GET /metrics: what Prometheus is told of known requests."""

from typing import Any

from litestar import Litestar
from litestar.testing import TestClient
from prometheus_client.parser import text_string_to_metric_families

Client = TestClient[Litestar]

TEXT = "The ferry Aurelia sank off Port Selm on Monday, killing 27 people, divers said."
ARTICLE = {"text": TEXT, "published": "2026-03-03"}
OTHER = {**ARTICLE, "text": TEXT.replace("27", "22")}


def told(client: Client) -> dict[tuple[str, str], float]:
    """The value of each sample by its name and the one label that tells it apart."""
    answer = client.get("/metrics")
    assert answer.status_code == 200
    found: dict[tuple[str, str], float] = {}
    for family in text_string_to_metric_families(answer.text):
        for sample in family.samples:
            labels = sample.labels
            key = (
                labels.get("code") or labels.get("work") or f"{labels.get('path', '')} {labels.get('status_code', '')}"
            )
            found[sample.name, key.strip()] = sample.value
    return found


def grown(client: Client, *requests: Any) -> dict[tuple[str, str], float]:
    """By how much each sample grew with these requests."""
    before = told(client)
    for path, body in requests:
        client.post(path, json=body)
    return {key: value - before.get(key, 0) for key, value in told(client).items() if value != before.get(key)}


def test_they_come_as_open_metrics_where_that_is_asked_for(client: Client) -> None:
    plain = client.get("/metrics")
    assert plain.headers["content-type"].startswith("text/plain")
    other = client.get("/metrics", headers={"accept": "application/openmetrics-text; version=1.0.0"})
    assert other.headers["content-type"].startswith("application/openmetrics-text")
    assert other.text.endswith("# EOF\n")
    assert client.get("/metrics", headers={"accept": "text/csv"}).status_code == 406


def test_requests_are_counted_by_route_and_status(client: Client) -> None:
    found = grown(client, ("/v1/extract", ARTICLE), ("/v1/extract", ARTICLE), ("/v1/extract", {}))
    assert found["figurecheck_requests_total", "/v1/extract 200"] == 2
    assert found["figurecheck_requests_total", "/v1/extract 422"] == 1


def test_reading_is_timed_by_what_it_was_for(client: Client) -> None:
    found = grown(
        client, ("/v1/extract", ARTICLE), ("/v1/check", ARTICLE), ("/v1/compare", {"articles": [ARTICLE, OTHER]})
    )
    for work in ("extract", "check", "compare"):
        assert found["figurecheck_extraction_seconds_count", work] == 1
        assert found["figurecheck_extraction_seconds_sum", work] > 0


def test_what_a_check_compared_with_and_found_is_counted(desk: Client) -> None:
    desk.put("/v1/articles/radio", json=OTHER)
    found = grown(desk, ("/v1/check", ARTICLE), ("/v1/check", {"article": ARTICLE, "against": []}))
    assert found["figurecheck_candidates_count", ""] == 2
    assert found["figurecheck_candidates_sum", ""] == 1
    assert found["figurecheck_flags_total", "FC101"] == 1
