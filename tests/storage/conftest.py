"""A corpus that reads simply, and some articles to keep in it."""

from collections.abc import Callable, Iterator

import pytest
from tests.storage import readers

from figurecheck.model import Article
from figurecheck.storage import Corpus, records


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
