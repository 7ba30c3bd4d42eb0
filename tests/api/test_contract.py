"""The whole OpenAPI document against a service, by schemathesis with all its checks: right requests and wrong ones."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.api.serving import serving

from figurecheck import Article, Corpus
from figurecheck.storage.keys import Keys

CHECKOUT = Path(__file__).resolve().parents[2]
FERRY = Article(id="ferry", text="The ferry sank and 27 people were killed.")


@pytest.mark.parametrize(
    ("phases", "examples"),
    [
        ("examples,coverage", 1),
        pytest.param("examples,coverage,fuzzing,stateful", 300, marks=pytest.mark.soak),
    ],
)
def test_every_answer_is_as_the_document_says(tmp_path: Path, address: str, phases: str, examples: int) -> None:
    """A wrong request is refused, a right one is not, each with a status, a body and headers that are on the page."""
    with Corpus(address) as corpus:
        corpus.add([FERRY])
        _, token = Keys(corpus.database).create("desk", "admin")
    with serving(tmp_path, "--database", address, FIGURECHECK_REQUIRE_KEYS="true") as server:
        program = [str(Path(sys.executable).with_name("schemathesis")), "--config-file"]
        document = [str(CHECKOUT / "tests/api/schemathesis.toml"), "run", f"{server.address}/schema/openapi.json"]
        how = ["--header", f"Authorization: Bearer {token}", "--mode", "all", "--phases", phases, "--seed", "1"]
        more = [
            "--max-examples",
            str(examples),
            "--request-timeout",
            "120",
            "--continue-on-failure",
            "--warnings",
            "off",
            "--no-color",
        ]
        environ = {**os.environ, "SCHEMATHESIS_HOOKS": "tests.api.contract", "PYTHONPATH": str(CHECKOUT)}
        command = [*program, *document, *how, *more]
        done = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Tested: 21" in done.stdout
    assert '"level": "error"' not in server.log.read_text(encoding="utf-8")
