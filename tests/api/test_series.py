"""/v1/series."""

from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from figurecheck.api import work

Client = TestClient[Litestar]

TEXT = "The ferry Aurelia sank off Port Selm on Monday, killing {} people, divers said."


def test_a_series_is_what_articles_give_of_one_thing(desk: Client) -> None:
    for day, toll in enumerate((22, 25, 27), 3):
        body = {"text": TEXT.format(toll), "source": f"Source {day}", "published": f"2026-03-0{day}"}
        desk.put(f"/v1/articles/{day}", json=body)
    [found] = desk.get("/v1/series?action=kill").json()
    assert [point["figure"]["quantity"]["stated"] for point in found["points"]] == [22, 25, 27]
    assert found == desk.get("/v1/series").json()[0]
    assert desk.get("/v1/series?concept=uav").json() == []


def test_a_question_that_too_many_articles_meet_is_refused(
    desk: Client, problem: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(work, "SERIES", 2)
    for day in (3, 4, 5):
        body = {"text": TEXT.format(day), "source": f"S{day}", "published": f"2026-03-0{day}"}
        desk.put(f"/v1/articles/{day}", json=body)
    for query in ("", "?action=kill", "?kind=count"):
        assert problem(desk.get(f"/v1/series{query}"), 400)["type"].endswith("too-broad")
    assert len(desk.get("/v1/series?source=S3").json()) == 1
    assert desk.get("/v1/series?action=injure").json() == []


def test_what_is_no_question_is_refused(desk: Client, client: Client, problem: Any) -> None:
    problem(desk.get("/v1/series?colour=red"), 422)
    problem(client.get("/v1/series"), 409)
