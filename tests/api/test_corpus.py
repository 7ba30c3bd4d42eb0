"""The service with a corpus of its own."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from litestar import Litestar
from litestar.testing import TestClient
from tests.api.serving import ALONE

import figurecheck
from figurecheck import Article, Corpus
from figurecheck.api.app import create_app
from figurecheck.settings import Settings
from figurecheck.storage import CorpusError

TEXT = "The ferry Aurelia sank off Port Selm on Monday, killing 27 people, divers said."
RADIO = Article(id="radio", text=TEXT.replace("27", "22"), source="Radio", published="2026-03-03")
DRAFT = {"id": "draft", "text": TEXT, "published": "2026-03-03"}

Client = TestClient[Litestar]


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Client]:
    """A service whose corpus holds one article."""
    url = f"sqlite:///{tmp_path / 'corpus.db'}"
    with Corpus(url) as corpus:
        corpus.add([RADIO])
    with TestClient(create_app(Settings(database=url), ALONE), raise_server_exceptions=False) as client:
        yield client


def test_check_without_against_uses_the_corpus_of_the_server(served: Client) -> None:
    [flag] = served.post("/v1/check", json=DRAFT).json()["flags"]
    assert (flag["code"], flag["evidence"][0]["article"]) == ("FC101", "radio")


def test_an_empty_against_asks_for_the_article_alone(served: Client) -> None:
    assert served.post("/v1/check", json={"article": DRAFT, "against": []}).json()["flags"] == []


def test_the_answer_is_the_library_s(served: Client) -> None:
    expected = figurecheck.check(Article.model_validate(DRAFT), [RADIO]).model_dump(mode="json")
    assert served.post("/v1/check", json=DRAFT).json() == expected


def test_many_threads_share_the_corpus(served: Client) -> None:
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: served.post("/v1/check", json=DRAFT), range(32)))
    assert {(answer.status_code, answer.text) for answer in answers} == {(200, answers[0].text)}


def test_a_corpus_that_cannot_be_made_stops_the_start(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"there is no folder .*nowhere"):
        create_app(Settings(database=f"sqlite:///{tmp_path / 'nowhere' / 'new.db'}"), ALONE)


def test_a_corpus_that_cannot_be_opened_stops_the_start(tmp_path: Path) -> None:
    (tmp_path / "corpus.db").write_text("no database at all, but long enough to be looked at" * 30)
    with pytest.raises(CorpusError, match=r"corpus\.db"):
        create_app(Settings(database=f"sqlite:///{tmp_path / 'corpus.db'}"), ALONE)


def test_while_the_corpus_is_away_requests_fail_cleanly_and_then_recover(
    served: Client, problem: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*arguments: object) -> None:
        raise CorpusError("a path that is nobody's business")

    with monkeypatch.context() as patch:
        patch.setattr(Corpus, "candidates", away)
        assert "nobody" not in problem(served.post("/v1/check", json=DRAFT), 503)["detail"]
    assert served.post("/v1/check", json=DRAFT).status_code == 200


def test_the_rules_that_the_settings_select_are_run(tmp_path: Path) -> None:
    with TestClient(create_app(Settings(ignore=("FC1",)), ALONE)) as client:
        body = {"article": DRAFT, "against": [RADIO.model_dump(mode="json")]}
        assert client.post("/v1/check", json=body).json()["flags"] == []
