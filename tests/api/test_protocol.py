"""Connections whose client is slow, or speaks no HTTP."""

import json
import socket
from collections.abc import Iterator

import pytest
from tests.api.serving import serving


@pytest.fixture(scope="module")
def hurried(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int]]:
    """Where a service listens that gives its clients half a second."""
    with serving(tmp_path_factory.mktemp("desk"), FIGURECHECK_BODY_TIMEOUT="0.5") as server:
        host, port = server.address.removeprefix("http://").split(":")
        yield host, int(port)


def said(at: tuple[str, int], *pieces: bytes) -> tuple[bytes, dict[str, object]]:
    """The head and the problem of what is answered to these pieces before the connection is closed."""
    with socket.create_connection(at, timeout=60) as client:
        for piece in pieces:
            client.sendall(piece)
        answer = b"".join(iter(lambda: client.recv(65536), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    assert b"application/problem+json" in head
    found: dict[str, object] = json.loads(body)
    assert f"HTTP/1.1 {found['status']} ".encode() in head
    assert "; " in str(found["detail"])
    return head, found


@pytest.mark.parametrize("begun", [b"", b"GET /health/live HTTP/1.1\r\n", b"GET /health/live HTTP/1.1\r\nHost: a\r\n"])
def test_a_client_that_stops_in_its_headers_is_told_and_left(hurried: tuple[str, int], begun: bytes) -> None:
    assert said(hurried, begun)[1]["status"] == 408


def test_a_client_that_dribbles_its_headers_is_left_too(hurried: tuple[str, int]) -> None:
    with socket.create_connection(hurried, timeout=60) as client:
        client.sendall(b"GET /health/live HTTP/1.1\r\n")
        client.settimeout(0.05)
        for _ in range(600):
            client.sendall(b"X")
            try:
                assert b" 408 " in client.recv(65536)
                return
            except TimeoutError:
                continue
    pytest.fail("it was listened to for ever")


def test_the_next_request_of_a_connection_has_its_own_time(hurried: tuple[str, int]) -> None:
    with socket.create_connection(hurried, timeout=60) as client:
        client.sendall(b"GET /health/live HTTP/1.1\r\nHost: a\r\n\r\n")
        told = b""
        while not told.endswith(b"}"):  # head and body may come one after the other
            told += client.recv(65536)
        assert b" 200 " in told
        client.sendall(b"GET /health")
        assert b" 408 " in client.recv(65536)


@pytest.mark.parametrize(
    "sent", [b"hello\r\n\r\n", b"GET / HTTP/1.1\r\n" + b"X: " + b"x" * 70_000], ids=["no HTTP", "endless headers"]
)
def test_what_is_no_http_is_a_problem(hurried: tuple[str, int], sent: bytes) -> None:
    head, found = said(hurried, sent)
    assert found["status"] == 400
    assert b"connection: close" in head.lower()


def test_head_is_answered_as_get_is_without_the_body(hurried: tuple[str, int]) -> None:
    with socket.create_connection(hurried, timeout=60) as client:
        client.sendall(b"HEAD /health/live HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
        answer = b"".join(iter(lambda: client.recv(65536), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    assert b" 200 " in head
    assert b"content-length: " in head.lower()
    assert body == b""
