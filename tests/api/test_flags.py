"""/v1/flags: what the desk decided stays decided."""

from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

Client = TestClient[Litestar]

TEXT = "The ferry Aurelia sank off Port Selm on Monday, killing 27 people, divers said."
RADIO = {"text": TEXT.replace("27", "22"), "source": "Radio", "published": "2026-03-03"}
DRAFT = {"id": "draft", "text": TEXT, "published": "2026-03-03"}


@pytest.fixture
def raised(desk: Client) -> dict[str, Any]:
    """A flag that a check raised."""
    desk.put("/v1/articles/radio", json=RADIO)
    assert len(desk.post("/v1/check", json=DRAFT).json()["flags"]) == 1
    [flag] = desk.get("/v1/flags").json()["items"]
    return dict(flag)


def test_a_check_is_remembered(desk: Client, raised: dict[str, Any]) -> None:
    assert (raised["status"], raised["note"], raised["flag"]["code"]) == ("open", None, "FC101")
    assert desk.get(f"/v1/flags/{raised['number']}").json() == raised
    for query, count in {
        "status=open": 1,
        "status=dismissed": 0,
        "code=FC101&article=draft": 1,
        "severity=info": 0,
    }.items():
        assert len(desk.get(f"/v1/flags?{query}").json()["items"]) == count


def test_a_dismissed_flag_stays_dismissed_while_its_fingerprint_holds(desk: Client, raised: dict[str, Any]) -> None:
    decided = desk.patch(
        f"/v1/flags/{raised['number']}", json={"status": "dismissed", "note": "Radio is wrong."}
    ).json()
    assert (decided["status"], decided["note"]) == ("dismissed", "Radio is wrong.")
    report = desk.post("/v1/check", json=DRAFT).json()
    assert (report["flags"], report["stats"]["flags"], report["stats"]["dismissed"]) == ([], 0, 1)
    elsewhere = {"text": f"{TEXT}\n\nThe port is closed.", "published": "2026-03-03"}
    assert desk.post("/v1/check", json=elsewhere).json()["flags"] == []
    desk.put("/v1/articles/radio", json={**RADIO, "text": TEXT.replace("27", "21")})
    assert len(desk.post("/v1/check", json=DRAFT).json()["flags"]) == 1


def test_a_flag_that_is_opened_again_is_raised_again(desk: Client, raised: dict[str, Any]) -> None:
    address = f"/v1/flags/{raised['number']}"
    desk.patch(address, json={"status": "dismissed"})
    assert desk.patch(address, json={"note": "Ask them."}).json()["status"] == "dismissed"
    assert desk.patch(address, json={"status": "open"}).json()["note"] == "Ask them."
    assert len(desk.post("/v1/check", json=DRAFT).json()["flags"]) == 1


def test_a_decision_that_says_nothing_decides_nothing(desk: Client, raised: dict[str, Any]) -> None:
    assert desk.patch(f"/v1/flags/{raised['number']}", json={}).json() == raised


def test_the_memory_is_not_asked_where_the_articles_are_given(desk: Client, raised: dict[str, Any]) -> None:
    desk.patch(f"/v1/flags/{raised['number']}", json={"status": "dismissed"})
    assert len(desk.post("/v1/check", json={"article": DRAFT, "against": [RADIO]}).json()["flags"]) == 1


@pytest.mark.parametrize("body", [{"status": "wrong"}, {"colour": "red"}, {"note": "a\0b"}, []])
def test_what_is_no_decision_is_refused(desk: Client, raised: dict[str, Any], problem: Any, body: Any) -> None:
    problem(desk.patch(f"/v1/flags/{raised['number']}", json=body), 422)


def test_a_flag_that_is_not_there_is_not_found(desk: Client, problem: Any) -> None:
    problem(desk.get("/v1/flags/999"), 404)
    problem(desk.patch("/v1/flags/999", json={"status": "open"}), 404)
