"""The whole OpenAPI document against the service, by schemathesis: no answer that it does not describe, and no 5xx."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import schemathesis
from hypothesis import HealthCheck, given, settings
from schemathesis import Case
from tests.api.serving import ALONE

from figurecheck import Article, Corpus
from figurecheck.api.app import create_app
from figurecheck.settings import Settings


@schemathesis.serializer("application/x-ndjson")
def lines(context: Any, value: Any) -> bytes:
    """A stream of lines, which the document shows as one text."""
    return str(value).encode()


@pytest.fixture
def api(tmp_path: Path) -> Iterator[Any]:
    """The document, and the service that it describes, with a corpus."""
    url = f"sqlite:///{tmp_path / 'corpus.db'}"
    with Corpus(url) as corpus:
        corpus.add([Article(id="ferry", text="The ferry sank and 27 people were killed.")])
    app = create_app(Settings(database=url), ALONE)
    yield schemathesis.openapi.from_asgi("/schema/openapi.json", app)
    app.state.desk.close()


@pytest.mark.parametrize("examples", [15, pytest.param(300, marks=pytest.mark.soak)])
def test_every_answer_is_as_the_document_says(api: Any, examples: int) -> None:
    for found in api.get_all_operations():
        operation = found.ok()

        @settings(max_examples=examples, suppress_health_check=list(HealthCheck), database=None)
        @given(case=operation.as_strategy())
        def holds(case: Case) -> None:
            case.call_and_validate(timeout=60)

        holds()
