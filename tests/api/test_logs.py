"""The log: one JSON object a line, with the request's id and without a word of what was sent."""

import json
import logging
import socket
from pathlib import Path
from time import sleep

import httpx
import pytest
from litestar import Litestar
from litestar.testing import TestClient
from tests.api.serving import serving

import figurecheck

TEXT = "The ferry Aurelia sank off Port Selm on Monday, killing 27 people, divers said."


def told(log: str) -> list[dict[str, object]]:
    """The entries of a log, but for the line that says where it listens."""
    return [json.loads(line) for line in log.splitlines() if not line.startswith("figurecheck: ")]


def test_every_request_is_one_line_with_its_id(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        sent = {"X-Request-ID": "desk-1", "Authorization": "Bearer a-secret"}
        answer = httpx.post(f"{server.address}/v1/check?title=Aurelia+kills+27", content=TEXT, headers=sent)
        assert answer.headers["x-request-id"] == "desk-1"
        assert httpx.post(f"{server.address}/v1/nowhere", content=TEXT).headers["x-request-id"]
    log = server.log.read_text(encoding="utf-8")
    [line] = [entry for entry in told(log) if entry.get("request_id") == "desk-1"]
    assert (line["event"], line["route"], line["status"], line["method"]) == ("request", "/v1/check", 200, "POST")
    assert "Aurelia" not in log
    assert "secret" not in log


def test_a_client_that_goes_away_in_the_middle_of_its_body_is_no_fault_of_the_service(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        host, port = server.address.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=60) as client:
            client.sendall(b"POST /v1/extract HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nSix")
        while not (found := [line for line in told(server.log.read_text()) if line.get("route") == "/v1/extract"]):
            sleep(0.02)
        metrics = httpx.get(f"{server.address}/metrics").text
    assert [line["status"] for line in found] == [400]
    assert 'status_code="400"' in metrics
    assert 'status_code="500"' not in metrics


@pytest.mark.parametrize("given", ["", "a b", "x" * 65, "<script>", "é"])
def test_an_id_that_is_no_plain_word_is_not_taken(client: TestClient[Litestar], given: str) -> None:
    answer = client.get("/health/live", headers={"X-Request-ID": given.encode("latin-1")})
    assert len(answer.headers["x-request-id"]) == 32


def test_a_bug_is_logged_by_its_type_and_its_way(
    client: TestClient[Litestar], monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(article: figurecheck.Article, **options: object) -> None:
        raise RuntimeError(article.text) from ValueError(article.text)

    monkeypatch.setattr(figurecheck, "extract", broken)
    with caplog.at_level(logging.INFO):
        assert client.post("/v1/extract", content=TEXT).status_code == 500
    assert "RuntimeError" in caplog.text
    assert "ValueError" in caplog.text
    assert "in broken" in caplog.text or " broken" in caplog.text
    assert "Aurelia" not in caplog.text
