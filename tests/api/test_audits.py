"""/v1/audits."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from figurecheck.storage.audits import Audits

Client = TestClient[Litestar]

TEXT = "The ferry Aurelia sank off Port Selm on Monday, killing 27 people, divers said."


@pytest.fixture
def told(desk: Client) -> Client:
    """A corpus of two articles that disagree."""
    for name, text in {"post": TEXT, "radio": TEXT.replace("27", "22")}.items():
        desk.put(f"/v1/articles/{name}", json={"text": text, "source": name, "published": "2026-03-03"})
    return desk


def events(client: Client, address: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """The server-sent events of an audit, to the end of the stream."""
    for block in client.get(f"{address}/events").text.replace("\r\n", "\n").split("\n\n"):
        fields = dict(line.split(": ", 1) for line in block.splitlines() if ": " in line)
        if "data" in fields:
            yield fields["event"], json.loads(fields["data"])


def test_an_audit_runs_by_itself_and_its_flags_are_remembered(told: Client) -> None:
    answer = told.post("/v1/audits", json={})
    assert (answer.status_code, answer.json()["state"]) == (202, "queued")
    *_, (last, status) = events(told, answer.headers["location"])
    assert (last, status["state"]) == ("done", "done")
    assert status["result"]["articles"] == 2
    assert status["result"]["codes"] == {"FC101": 2}
    assert told.get(answer.headers["location"]).json() == status
    assert {flag["flag"]["article"] for flag in told.get("/v1/flags").json()["items"]} == {"post", "radio"}


def test_what_was_dismissed_is_left_out(told: Client) -> None:
    address = told.post("/v1/audits", json={}).headers["location"]
    list(events(told, address))
    for flag in told.get("/v1/flags").json()["items"]:
        told.patch(f"/v1/flags/{flag['number']}", json={"status": "dismissed"})
    address = told.post("/v1/audits", json={}).headers["location"]
    *_, (_, status) = events(told, address)
    assert (status["result"]["flags"], status["result"]["dismissed"]) == (0, 2)


def test_it_runs_the_rules_that_are_asked_for(told: Client, problem: Any) -> None:
    address = told.post("/v1/audits", json={"ignore": ["FC1"]}).headers["location"]
    *_, (_, status) = events(told, address)
    assert (status["result"]["flags"], status["request"]["ignore"]) == (0, ["FC1"])
    problem(told.post("/v1/audits", json={"select": ["FC999"]}), 422)


def test_what_an_audit_raises_no_more_is_forgotten(told: Client) -> None:
    list(events(told, told.post("/v1/audits", json={}).headers["location"]))
    assert len(told.get("/v1/flags").json()["items"]) == 2
    told.post("/v1/check", json={"id": "draft", "text": TEXT.replace("27", "31"), "published": "2026-03-03"})
    told.put("/v1/articles/radio", json={"text": TEXT, "source": "radio", "published": "2026-03-03"})
    list(events(told, told.post("/v1/audits", json={}).headers["location"]))
    raised = [flag["flag"]["article"] for flag in told.get("/v1/flags").json()["items"]]
    assert raised == ["draft"], "what is no article of the corpus was not audited"


def test_an_audit_of_some_rules_leaves_alone_what_others_raised(told: Client) -> None:
    survey = "In the survey 40 percent were for it, 50 percent were against it and 30 percent did not know."
    told.put("/v1/articles/both", json={"text": f"{TEXT} {survey}".replace("27", "24"), "published": "2026-03-03"})
    for asked in ({}, {"select": ["FC205"]}):
        list(events(told, told.post("/v1/audits", json=asked).headers["location"]))
    raised = {flag["flag"]["code"] for flag in told.get("/v1/flags?article=both").json()["items"]}
    assert raised == {"FC101", "FC205"}


def test_one_that_is_cancelled_ends(told: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Audits, "waiting", lambda *_: False)
    address = told.post("/v1/audits", json={}).headers["location"]
    assert told.delete(address).json()["state"] == "cancelled"
    assert told.delete(address).json()["state"] == "cancelled"
    assert [name for name, _ in events(told, address)] == ["cancelled"]


def test_audits_are_listed_in_pages(told: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Audits, "waiting", lambda *_: False)
    made = [told.post("/v1/audits", json={}).json()["id"] for _ in range(3)]
    first = told.get("/v1/audits?limit=2").json()
    last = told.get(f"/v1/audits?limit=2&cursor={first['next']}").json()
    assert [item["id"] for item in (*first["items"], *last["items"])] == made[::-1]
    assert last["next"] is None


def test_an_audit_that_is_not_there_is_not_found(told: Client, problem: Any) -> None:
    for path in ("", "/events"):
        problem(told.get(f"/v1/audits/{'0' * 32}{path}"), 404)
    problem(told.delete(f"/v1/audits/{'0' * 32}"), 404)
    problem(told.get(f"/v1/audits?cursor={'0' * 32}"), 404)
    problem(told.get("/v1/audits/x"), 422)
