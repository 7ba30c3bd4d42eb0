"""A corpus that reads simply, and some articles to keep in it."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import create_engine
from tests.storage import readers

from figurecheck.model import Article
from figurecheck.storage import Corpus, records
from figurecheck.storage.schema import metadata


@pytest.fixture(params=["sqlite", "postgresql"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The address of a corpus that is not there yet; the database that FIGURECHECK_POSTGRES names is emptied for it."""
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path / 'corpus.db'}"
    server = os.environ.get("FIGURECHECK_POSTGRES")
    if not server:
        pytest.skip("FIGURECHECK_POSTGRES names no database")
    engine = create_engine(server)
    metadata.drop_all(engine)
    engine.dispose()
    return server


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
