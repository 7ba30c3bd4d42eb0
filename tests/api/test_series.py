"""/v1/series."""

from typing import Any

from litestar import Litestar
from litestar.testing import TestClient

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


def test_what_is_no_question_is_refused(desk: Client, client: Client, problem: Any) -> None:
    problem(desk.get("/v1/series?colour=red"), 422)
    problem(client.get("/v1/series"), 409)
