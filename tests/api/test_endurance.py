"""Servers that are killed, crowded, starved and left alone by their database, on both databases."""

import json
import os
import signal
import socket
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path
from time import monotonic, sleep
from typing import Any

import httpx
import pytest
from sqlalchemy import URL, create_engine, make_url, text
from tests.api.serving import Server, serving

from figurecheck import Article, Corpus, extract
from figurecheck.storage import search
from figurecheck.storage.audits import Audits
from figurecheck.storage.flags import Flags

FERRY = "The ferry Aurelia sank off Port Selm on Monday, killing {} people and hurting {}, divers said."


def story(boat: str, toll: int) -> dict[str, Any]:
    """An article on a boat of its own."""
    text = (
        f"The ferry {boat} sank off Port {boat} on Monday, killing {toll} people and hurting {toll + 1}, divers said."
    )
    return {"text": text, "published": "2026-03-03", "source": boat}


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
            found = search.whole(corpus.database, name)
            assert found is not None
            assert found[1] == extract(found[0]), "an article is whole or not there"


class Visitor:
    """A client that reads, checks and writes, and knows what it was told is kept."""

    def __init__(self, client: httpx.Client, number: int) -> None:
        self.kept: set[str] = set()
        self.decided: dict[int, str] = {}
        self.statuses: list[int] = []
        self._client = client
        self._name = f"Visitor{chr(97 + number // 8)}{chr(97 + number % 8)}"
        self._rounds = 0

    def visit(self) -> None:
        """One round of all that the service can be asked for."""
        self._rounds += 1
        mine = [f"{self._name}-{self._rounds}-{part}" for part in range(4)]
        told = story(self._name, self._rounds + 2)
        self._ask("PUT", f"/v1/articles/{mine[0]}", json=told)
        body = "".join(f"{json.dumps({**told, 'id': name})}\n" for name in mine[1:])
        lines = self._ask("POST", "/v1/articles", content=body).text.splitlines()
        assert {json.loads(line)["status"] for line in lines} == {"added"}
        self.kept.update(mine)
        self._ask("DELETE", f"/v1/articles/{mine[1]}")
        self.kept.remove(mine[1])
        assert self._ask("GET", f"/v1/articles/{mine[2]}").json()["article"]["source"] == self._name
        self._ask("GET", f"/v1/figures?source={self._name}&limit=5")
        self._ask("GET", f"/v1/series?source={self._name}&action=injure")
        self._ask("GET", "/v1/audits?limit=1")
        self._ask("POST", "/v1/check", json={**story(self._name, 900), "id": self._name})
        for flag in self._ask("GET", f"/v1/flags?article={self._name}&limit=1").json()["items"]:
            note = f"{self._name}, {self._rounds}"
            self._ask("PATCH", f"/v1/flags/{flag['number']}", json={"status": "accepted", "note": note})
            self.decided[flag["number"]] = note

    def _ask(self, method: str, path: str, **what: Any) -> httpx.Response:
        answer = self._client.request(method, path, **what)
        self.statuses.append(answer.status_code)
        return answer


@pytest.mark.parametrize("seconds", [0, pytest.param(60, marks=pytest.mark.soak)])
def test_64_clients_at_once_lose_no_write_and_see_no_5xx(tmp_path: Path, address: str, seconds: int) -> None:
    """They load, write, delete, decide, check and search, while an audit runs and another is cancelled."""
    Corpus(address).close()
    with serving(tmp_path, "--database", address, "--workers", "2") as server:
        limits = httpx.Limits(max_connections=64)
        with (
            httpx.Client(base_url=server.address, timeout=300, limits=limits) as client,
            ThreadPoolExecutor(64) as pool,
        ):
            visitors = [Visitor(client, number) for number in range(64)]
            audit, other = (client.post("/v1/audits", json={}).headers["location"] for _ in range(2))
            assert client.delete(other).json()["state"] == "cancelled"
            end = monotonic() + seconds

            def stay(visitor: Visitor) -> None:
                visitor.visit()
                while monotonic() < end:
                    visitor.visit()

            list(pool.map(stay, visitors))
            with client.stream("GET", f"{audit}/events") as told:
                assert "event: done" in list(told.iter_lines())
            assert {status for one in visitors for status in one.statuses} == {200, 204}
    with Corpus(address) as corpus:
        assert {head.id for head in corpus.articles()} == {name for one in visitors for name in one.kept}
        decided = {number: note for one in visitors for number, note in one.decided.items()}
        assert decided
        for number, note in decided.items():
            found = Flags(corpus.database).get(number)
            assert found is not None
            assert (found.status, found.note) == ("accepted", note)


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


@pytest.mark.parametrize(("timeout", "state"), [("120", "done"), ("0.01", "queued")])
def test_a_service_that_is_told_to_stop_finishes_its_audit_or_leaves_it_to_the_next(
    tmp_path: Path, address: str, timeout: str, state: str
) -> None:
    with Corpus(address) as corpus:
        corpus.add(Article.model_validate(story(f"Aurel{letter}", 7)) for letter in "abcdefghijkl")
        asked = Audits(corpus.database).add("{}").id
        with serving(tmp_path, "--database", address, FIGURECHECK_TIMEOUT=timeout) as server:
            while (found := Audits(corpus.database).get(asked)) and found.state == "queued":
                sleep(0.01)
            server.process.terminate()
            server.process.wait()
        found = Audits(corpus.database).get(asked)
        assert found is not None
        assert found.state == state
    assert "Traceback" not in server.log.read_text(encoding="utf-8")


def test_a_service_that_is_told_to_stop_finishes_the_load_and_the_check_that_it_took(
    tmp_path: Path, address: str
) -> None:
    Corpus(address).close()
    lines = [f"{json.dumps(article(number))}\n".encode() for number in range(200)]
    with serving(tmp_path, "--database", address) as server, ThreadPoolExecutor(1) as pool:
        checked = pool.submit(httpx.post, f"{server.address}/v1/check", content=FERRY.format(2, 3) * 500, timeout=120)

        def body() -> Iterator[bytes]:
            yield from lines[:100]
            sleep(0.5)  # the check has been taken by now
            server.process.terminate()
            yield from lines[100:]

        answer = httpx.post(f"{server.address}/v1/articles", content=body(), timeout=120)
        assert [json.loads(line)["status"] for line in answer.text.splitlines()] == ["added"] * 200
        assert checked.result().status_code == 200
        server.process.wait()
    with Corpus(address) as corpus:
        assert len(corpus) == 200


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
        asked: list[tuple[str, str, Any]] = [
            ("GET", "/health/ready", None),
            ("GET", "/v1/articles", None),
            ("GET", "/v1/series?source=post", None),
            ("POST", "/v1/check", article(1)),
            ("PUT", "/v1/articles/a1", article(1)),
            ("POST", "/v1/audits", {}),
        ]
        ask = lambda method, path, body: httpx.request(method, f"{service.address}{path}", json=body, timeout=60)  # noqa: E731
        with away(server, postgresql):
            for one in asked:
                answer = ask(*one)
                problem(answer, 503)
                assert int(answer.headers["retry-after"]) > 0
            problem(httpx.post(f"{service.address}/v1/articles", content=json.dumps(article(1)), timeout=60), 503)
            assert get("/health/live").status_code == 200
        assert [ask(*one).status_code for one in asked] == [200, 200, 200, 200, 200, 202]
