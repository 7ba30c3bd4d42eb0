"""The process that serves, over a real socket."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path
from time import sleep

import httpx
import pytest
from tests.api.serving import Server, serving

TEXT = "The ferry Aurelia sank off Port Selm on Monday, killing 27 people, divers said."


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    with serving(tmp_path_factory.mktemp("desk")) as found:
        yield found.address


def test_it_listens_on_loopback_unless_told_otherwise(server: str) -> None:
    assert server.startswith("http://127.0.0.1:")


def test_curl_data_binary_sends_the_text_itself(server: str, tmp_path: Path) -> None:
    curl = shutil.which("curl")
    if curl is None:
        pytest.skip("no curl on this machine")
    (tmp_path / "ferry.txt").write_text(TEXT, encoding="utf-8")
    command = [curl, "--silent", "--data-binary", f"@{tmp_path / 'ferry.txt'}", f"{server}/v1/check?source=Post"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert '"source":"Post"' in done.stdout
    assert '"quote":"27 people"' in done.stdout


def test_many_clients_at_once_get_the_same_answer(server: str) -> None:
    with httpx.Client(timeout=60) as client, ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: client.post(f"{server}/v1/check", json={"text": TEXT}), range(24)))
    assert {(answer.status_code, answer.text) for answer in answers} == {(200, answers[0].text)}


def test_it_answers_probes_while_it_reads_a_large_article(server: str) -> None:
    with httpx.Client(timeout=120) as client, ThreadPoolExecutor(1) as pool:
        large = pool.submit(client.post, f"{server}/v1/extract", content=f"{TEXT}\n" * 3_000)
        while not large.done():
            assert client.get(f"{server}/health/live", timeout=10).status_code == 200
        assert large.result().status_code == 200


def test_it_makes_the_corpus_that_is_not_there_yet(tmp_path: Path) -> None:
    with serving(tmp_path, "--database", "sqlite:///new.db") as server, httpx.Client(base_url=server.address) as client:
        assert client.put("/v1/articles/ferry", json={"text": TEXT}).status_code == 200
        assert [item["figure"]["quote"] for item in client.get("/v1/figures").json()["items"]] == ["27 people"]


def test_it_does_not_say_what_it_is_made_of(server: str) -> None:
    assert "server" not in httpx.get(f"{server}/health/live").headers


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
@pytest.mark.parametrize("workers", ["1", "2"])
def test_it_stops_quietly_and_finishes_what_it_took(tmp_path: Path, how: signal.Signals, workers: str) -> None:
    """The whole group hears the signal, as from a terminal or from systemd."""
    with serving(tmp_path, "--workers", workers) as server, httpx.Client(timeout=60) as client:
        with client.stream("POST", f"{server.address}/v1/extract", content=half_way(server, how)) as answer:
            assert answer.status_code == 200
        server.process.wait()
    log = server.log.read_text(encoding="utf-8")
    assert "Traceback" not in log, log
    assert server.process.returncode in (0, -how)


def half_way(server: Server, how: signal.Signals) -> Iterator[bytes]:
    """A body in whose middle the server is told to stop."""
    yield f"{TEXT}\n".encode() * 500
    os.killpg(server.process.pid, how)
    yield f"{TEXT}\n".encode() * 500


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A service of two processes that lets each client ask 30 times a minute."""
    with serving(tmp_path_factory.mktemp("two"), "--workers", "2", FIGURECHECK_RATE_LIMIT="30") as found:
        yield found


def test_a_burst_of_connections_is_shared_out(two: Server) -> None:
    host, port = two.address.removeprefix("http://").split(":")
    with ExitStack() as opened:

        def connect() -> None:
            opened.enter_context(socket.create_connection((host, int(port)), timeout=60))

        def shares() -> list[int]:
            held = [len(inodes(process) & connected(int(port))) for process in offspring(two.process.pid)]
            return sorted(held)[-2:]

        while not shares()[0]:  # until both are there to accept
            connect()
            sleep(0.05)
        before = shares()
        for _ in range(32):
            connect()
        while sum(shares()) < sum(before) + 32:
            sleep(0.02)
        assert shares()[0] > before[0]


def test_each_process_tells_the_metrics_of_all(two: Server) -> None:
    def visits() -> float:
        told = httpx.get(f"{two.address}/metrics", timeout=60).text
        rows = [line for line in told.splitlines() if "requests_total{" in line and 'path="/health/live"' in line]
        return sum(float(row.rpartition(" ")[2]) for row in rows)

    before = visits()
    for _ in range(20):
        httpx.get(f"{two.address}/health/live", timeout=60)
    assert [visits() for _ in range(4)] == [before + 20] * 4


def connected(port: int) -> set[str]:
    """The sockets of established connections to a port, as Linux lists them."""
    rows = [line.split() for line in Path("/proc/net/tcp").read_text().splitlines()[1:]]
    return {row[9] for row in rows if row[3] == "01" and int(row[1].rpartition(":")[2], 16) == port}


def inodes(process: int) -> set[str]:
    """The sockets that a process has open."""
    links = [os.readlink(one) for one in Path(f"/proc/{process}/fd").iterdir()]
    return {link[len("socket:[") : -1] for link in links if link.startswith("socket:[")}


def offspring(process: int) -> list[int]:
    """The processes that a process has started."""
    found = Path(f"/proc/{process}/task/{process}/children").read_text().split()
    return [int(one) for one in found]


def test_processes_count_the_requests_of_a_client_together(two: Server) -> None:
    def ask(_: int) -> int:
        return httpx.get(f"{two.address}/v1/articles", timeout=60).status_code

    left = int(httpx.get(f"{two.address}/v1/articles", timeout=60).headers["ratelimit-remaining"])
    with ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(ask, range(48)))
    assert statuses.count(429) == 48 - left
    assert httpx.get(f"{two.address}/health/live", timeout=60).status_code == 200


def test_a_port_that_is_taken_is_named(server: str, tmp_path: Path) -> None:
    port = server.rpartition(":")[2]
    command = [sys.executable, "-m", "figurecheck", "serve", "--port", port]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert port in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_reader_that_dies_costs_one_request_at_most(tmp_path: Path) -> None:
    with serving(tmp_path) as server:
        for reader in offspring(server.process.pid):
            os.kill(reader, signal.SIGKILL)
        statuses = [httpx.post(f"{server.address}/v1/check", content=TEXT, timeout=60).status_code for _ in range(3)]
    assert statuses[0] in (200, 503)
    assert statuses[1:] == [200, 200]


def test_a_service_that_cannot_start_does_not_say_that_it_serves(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "figurecheck", "serve", "--host", "0.0.0.0", "--port", "0"]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert "figurecheck keys" in done.stderr
    assert done.stderr.count("\n") == 1
