"""/v1/figures."""

from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

Client = TestClient[Litestar]

COPY = {
    "ferry": {"text": "The ferry sank off Port Selm on Monday, killing 27 people.", "source": "Radio"},
    "drones": {"text": "Russia launched more than 300 drones at Ukraine overnight.", "source": "Post"},
    "road": {"text": "The new road is 40 kilometres long.", "source": "Post"},
}


@pytest.mark.parametrize(
    ("query", "quotes"),
    [
        ("", {"27 people", "more than 300 drones", "40 kilometres"}),
        ("concept=uav", {"more than 300 drones"}),
        ("unit=kilometre", {"40 kilometres"}),
        ("at_least=30&at_most=50", {"40 kilometres"}),
        ("at_least=1000", {"more than 300 drones"}),
        ("actor=russia", {"more than 300 drones"}),
        ("action=kill", {"27 people"}),
        ("source=Post", {"more than 300 drones", "40 kilometres"}),
        ("text=drone", {"more than 300 drones"}),
        ("text=nothing", set()),
    ],
)
def test_figures_are_found_by_what_they_say(desk: Client, query: str, quotes: set[str]) -> None:
    for name, body in COPY.items():
        desk.put(f"/v1/articles/{name}", json={**body, "published": "2026-03-03"})
    found = desk.get(f"/v1/figures?{query}").json()
    assert {item["figure"]["quote"] for item in found["items"]} == quotes
    assert all(item["article"]["id"] in COPY for item in found["items"])


def test_they_come_in_pages(desk: Client) -> None:
    for name, body in COPY.items():
        desk.put(f"/v1/articles/{name}", json=body)
    first = desk.get("/v1/figures?limit=2").json()
    last = desk.get(f"/v1/figures?limit=2&cursor={first['next']}").json()
    assert (len(first["items"]), len(last["items"]), last["next"]) == (2, 1, None)


@pytest.mark.parametrize("query", ["colour=red", "at_least=many", "kind=drones", "since=soon", "source=a&source=b"])
def test_what_is_no_question_is_refused(desk: Client, problem: Any, query: str) -> None:
    assert problem(desk.get(f"/v1/figures?{query}"), 422)["errors"][0]["place"].startswith("query.")
