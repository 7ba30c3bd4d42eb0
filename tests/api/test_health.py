"""The probes."""

from pathlib import Path
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient
from tests.api.serving import ALONE

from figurecheck import Article
from figurecheck.api.app import create_app
from figurecheck.rulebook import load_rulebook
from figurecheck.settings import Settings
from figurecheck.storage import Corpus, CorpusError, records


def test_live_answers(client: TestClient[Litestar]) -> None:
    assert client.get("/health/live").json()["status"] == "ok"


def test_ready_names_the_rules_in_force(client: TestClient[Litestar]) -> None:
    assert client.get("/health/ready").json() == {"status": "ok", "rules": load_rulebook().hash, "stale": None}


def test_ready_says_how_much_of_the_corpus_other_rules_have_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = f"sqlite:///{tmp_path / 'corpus.db'}"
    with Corpus(url) as corpus:
        corpus.add([Article(text="The ferry sank and 27 people were killed.")])
    with TestClient(create_app(Settings(database=url), ALONE)) as client:
        assert client.get("/health/ready").json()["stale"] == 0
        monkeypatch.setattr(records, "extractor", lambda: "newer")
        assert client.get("/health/ready").json()["stale"] == 1


def test_ready_fails_while_the_corpus_is_away(tmp_path: Path, problem: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    url = f"sqlite:///{tmp_path / 'corpus.db'}"
    Corpus(url).close()

    def away(self: Corpus) -> int:
        raise CorpusError("the disk is gone")

    with TestClient(create_app(Settings(database=url), ALONE), raise_server_exceptions=False) as client:
        assert client.get("/health/ready").status_code == 200
        monkeypatch.setattr(Corpus, "stale", away)
        problem(client.get("/health/ready"), 503)
        assert client.get("/health/live").status_code == 200
