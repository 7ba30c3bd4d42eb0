"""The process that serves, over a real socket."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import httpx
import pytest

TEXT = "The ferry Aurelia sank off Port Selm on Monday, killing 27 people, divers said."


def start(folder: Path, *arguments: str) -> tuple[subprocess.Popen[bytes], str]:
    """A server of its own and its address."""
    environ = {name: value for name, value in os.environ.items() if not name.startswith("FIGURECHECK_")}
    command = [sys.executable, "-m", "figurecheck", "serve", "--port", "0", *arguments]
    process = subprocess.Popen(command, cwd=folder, env=environ, stderr=subprocess.PIPE)
    assert process.stderr is not None
    line = process.stderr.readline().decode()
    found = re.search(r"http://\S+?(?= )", line)
    if found is None:
        with process:
            process.kill()
        pytest.fail(line)
    return process, found[0]


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    process, address = start(tmp_path_factory.mktemp("desk"))
    with process:
        httpx.get(f"{address}/health/live", timeout=60)
        yield address
        process.terminate()


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


def test_it_does_not_say_what_it_is_made_of(server: str) -> None:
    assert "server" not in httpx.get(f"{server}/health/live").headers


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_it_stops_quietly_and_finishes_what_it_took(tmp_path: Path, how: signal.Signals) -> None:
    process, address = start(tmp_path)
    with process, httpx.Client(timeout=60) as client, ThreadPoolExecutor(1) as pool:
        client.get(f"{address}/health/live")
        taken = pool.submit(client.post, f"{address}/v1/extract", content=f"{TEXT}\n" * 1_000)
        while not taken.running():
            pass
        client.get(f"{address}/health/live")
        process.send_signal(how)
        assert taken.result().status_code == 200
        assert process.stderr is not None
        assert b"Traceback" not in process.stderr.read()
    assert process.returncode in (0, -how)


def test_a_port_that_is_taken_is_named(server: str, tmp_path: Path) -> None:
    port = server.rpartition(":")[2]
    command = [sys.executable, "-m", "figurecheck", "serve", "--port", port]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert port in done.stderr
    assert done.stderr.count("\n") == 1
