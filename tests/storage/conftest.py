"""A corpus that reads simply, and some articles to keep in it."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import URL
from tests import postgres
from tests.storage import readers

from figurecheck.model import Article
from figurecheck.storage import Corpus, records


@pytest.fixture(scope="session")
def server() -> Iterator[URL]:
    """A PostgreSQL server, one for each process that runs tests."""
    with postgres.server() as address:
        yield address


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of a corpus that is not there yet, on each of the databases."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'corpus.db'}"
        return
    with postgres.database(request.getfixturevalue("server")) as address:
        yield address


@pytest.fixture(autouse=True)
def _simple_reading(monkeypatch: pytest.MonkeyPatch) -> None:
    """These are tests of keeping, not of reading."""
    monkeypatch.setattr(records, "account", readers.read)


@pytest.fixture
def corpus(address: str) -> Iterator[Corpus]:
    """An empty corpus."""
    with Corpus(address, readers.RULES) as corpus:
        yield corpus


@pytest.fixture
def write() -> Callable[..., Article]:
    """Makes an article of an id and a text."""

    def article(id_: str, text: str, **fields: object) -> Article:
        return Article(**{"id": id_, "text": text, **fields})

    return article
