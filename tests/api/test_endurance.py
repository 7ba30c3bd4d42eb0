"""Servers that are killed, crowded, starved and left alone by their database, on both databases."""

import json
import os
import signal
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from time import monotonic
from typing import Any

import httpx
import pytest
from sqlalchemy import URL, create_engine, make_url, text
from tests.api.serving import Server, serving

from figurecheck import Corpus, extract
from figurecheck.storage import search
from figurecheck.storage.audits import Audits

FERRY = "The ferry Aurelia sank off Port Selm on Monday, killing {} people and hurting {}, divers said."


def article(number: int) -> dict[str, Any]:
    return {"id": f"a{number}", "text": FERRY.format(number + 2, number + 3), "published": "2026-03-03"}


def acknowledged(server: Server, numbers: range) -> Iterator[str]:
    """The ids that the server says are kept, until it is killed in the middle."""
    body = "".join(f"{json.dumps(article(number))}\n" for number in numbers)
    headers = {"content-type": "application/x-ndjson"}
    try:
        with httpx.stream("POST", f"{server.address}/v1/articles", content=body, headers=headers, timeout=60) as answer:
            for count, line in enumerate(answer.iter_lines()):
                found = json.loads(line)
                if found["status"] in ("added", "unchanged"):
                    yield found["id"]
                if count == 70:
                    os.killpg(server.process.pid, signal.SIGKILL)
    except httpx.TransportError:
        pass


@pytest.mark.parametrize("times", [2, pytest.param(10, marks=pytest.mark.soak)])
def test_a_kill_in_the_middle_of_a_load_loses_no_acknowledged_article(tmp_path: Path, address: str, times: int) -> None:
    Corpus(address).close()
    told: set[str] = set()
    for turn in range(times):
        with serving(tmp_path, "--database", address) as server:
            told.update(acknowledged(server, range(turn * 1000, turn * 1000 + 1000)))
            assert server.process.wait() == -signal.SIGKILL
    assert len(told) >= 64 * times
    with Corpus(address) as corpus:
        kept = {head.id for head in corpus.articles()}
        assert told <= kept
        for name in kept:
            found, figures = corpus.get(name), search.figures_of(corpus.database, name)
            assert found is not None
            assert figures == extract(found), "an article is whole or not there"


@pytest.mark.parametrize("seconds", [0, pytest.param(60, marks=pytest.mark.soak)])
def test_64_clients_at_once_lose_no_write_and_see_no_5xx(tmp_path: Path, address: str, seconds: int) -> None:
    Corpus(address).close()
    limits = httpx.Limits(max_connections=64)

    def visit(number: int) -> list[int]:
        seen: list[int] = []
        while not seen or monotonic() < end:
            mine = article(number * 10_000 + len(seen))
            seen += [
                client.put(f"/v1/articles/{mine['id']}", json=mine).status_code,
                client.post("/v1/check", json={**mine, "id": f"draft-{number}"}).status_code,
                client.get(f"/v1/articles/{mine['id']}").status_code,
                client.get("/v1/figures?action=kill&limit=5").status_code,
            ]
        return seen

    with serving(tmp_path, "--database", address, "--workers", "2") as server:
        with (
            httpx.Client(base_url=server.address, timeout=300, limits=limits) as client,
            ThreadPoolExecutor(64) as pool,
        ):
            end = monotonic() + seconds
            statuses = [status for seen in pool.map(visit, range(64)) for status in seen]
        assert set(statuses) == {200}
    with Corpus(address) as corpus:
        assert len(corpus) == len(statuses) / 4


def test_small_articles_are_read_while_a_huge_one_is(tmp_path: Path) -> None:
    huge = (FERRY.format(2, 3) + "\n") * 4_000
    with serving(tmp_path, FIGURECHECK_READERS="2") as server, httpx.Client(timeout=300) as client:
        with ThreadPoolExecutor(1) as pool:
            taken = pool.submit(client.post, f"{server.address}/v1/extract", content=huge)
            answered = 0
            while not taken.done():
                assert client.post(f"{server.address}/v1/extract", content="Six people died.").status_code == 200
                answered += 1
        assert taken.result().status_code == 200
    assert answered > 20, "small ones did not wait for the huge one"


def test_an_article_that_takes_too_long_is_given_up(tmp_path: Path, problem: Any) -> None:
    with serving(tmp_path, FIGURECHECK_TIMEOUT="1.5") as server:
        answer = httpx.post(f"{server.address}/v1/extract", content=FERRY.format(2, 3) * 60_000, timeout=60)
        assert problem(answer, 503)["type"].endswith("too-long")
        assert httpx.get(f"{server.address}/health/live", timeout=60).status_code == 200


def test_a_body_that_is_too_large_and_a_client_that_is_too_slow_get_their_own_answers(
    tmp_path: Path, problem: Any
) -> None:
    with serving(tmp_path, FIGURECHECK_BODY_TIMEOUT="0.5") as server:
        problem(httpx.post(f"{server.address}/v1/check", content=b"6 died. " * 1_300_000, timeout=60), 413)
        host, port = server.address.removeprefix("http://").split(":")
        with socket.create_connection((host, int(port)), timeout=60) as slow:
            slow.sendall(b"POST /v1/check HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\nSix")
            said = slow.recv(65536).decode()
    assert said.startswith("HTTP/1.1 408")
    assert "application/problem+json" in said


def test_what_watches_an_audit_is_ended_in_order_when_the_service_stops(tmp_path: Path, address: str) -> None:
    with Corpus(address) as corpus:
        audits = Audits(corpus.database)
        name = audits.add("{}").id
        audits.take()  # as another service does that runs it
    with serving(tmp_path, "--database", address) as server:
        events = []
        with httpx.stream("GET", f"{server.address}/v1/audits/{name}/events", timeout=60) as answer:
            for line in answer.iter_lines():
                events += [line] if line.startswith("event:") else []
                if len(events) == 1 and server.process.poll() is None:
                    server.process.terminate()
        server.process.wait()
    assert events == ["event: progress"], "the stream came to its end, and no transport error ended it"
    assert "Traceback" not in server.log.read_text(encoding="utf-8")


@contextmanager
def away(server: URL, address: str) -> Iterator[None]:
    """The database takes no connection, and those there were are cut."""
    engine, name = create_engine(server, isolation_level="AUTOCOMMIT"), make_url(address).database

    def tell(command: str) -> None:
        with engine.connect() as connection:
            connection.execute(text(command))

    tell(f"ALTER DATABASE {name} ALLOW_CONNECTIONS false")
    tell(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{name}'")
    try:
        yield
    finally:
        tell(f"ALTER DATABASE {name} ALLOW_CONNECTIONS true")
        engine.dispose()


def test_while_the_database_is_away_ready_says_so_and_the_service_comes_back_by_itself(
    tmp_path: Path, server: URL, postgresql: str, problem: Any
) -> None:
    Corpus(postgresql).close()
    with serving(tmp_path, "--database", postgresql) as service:
        get = lambda path: httpx.get(f"{service.address}{path}", timeout=60)  # noqa: E731
        assert get("/health/ready").status_code == 200
        with away(server, postgresql):
            problem(get("/health/ready"), 503)
            problem(get("/v1/articles"), 503)
            problem(httpx.post(f"{service.address}/v1/check", json=article(1), timeout=60), 503)
            assert get("/health/live").status_code == 200
        assert get("/health/ready").status_code == 200
        assert httpx.post(f"{service.address}/v1/check", json=article(1), timeout=60).status_code == 200
