"""The application in this process, without a socket."""

from collections.abc import Iterator
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient

from figurecheck import Corpus
from figurecheck.api.app import create_app
from figurecheck.api.settings import ServiceSettings
from figurecheck.settings import Settings

LIMIT = 20_000


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient[Litestar]]:
    with TestClient(
        create_app(service=ServiceSettings(body_limit=LIMIT, readers=0)), raise_server_exceptions=False
    ) as found:
        yield found


@pytest.fixture
def desk(address: str) -> Iterator[TestClient[Litestar]]:
    """A service with an empty corpus, on each of the databases."""
    Corpus(address).close()
    service = ServiceSettings(body_limit=LIMIT, readers=0)
    with TestClient(create_app(Settings(database=address), service), raise_server_exceptions=False) as found:
        yield found


@pytest.fixture
def problem() -> Any:
    """Asserts that an answer is a problem of this status and returns it."""

    def read(answer: Any, status: int) -> dict[str, Any]:
        assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json"), answer.text
        found: dict[str, Any] = answer.json()
        assert found["status"] == status
        assert found["type"].startswith("urn:figurecheck:problem:")
        assert found["title"]
        assert "; " in found["detail"], "a detail ends with the mend"
        assert "Traceback" not in answer.text
        return found

    return read
