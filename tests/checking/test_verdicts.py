"""What the FC2xx rules raise on real copy, each with an editor's verdict; skipped where that copy is not at hand."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from figurecheck import Article, check

VERDICTS = Path(__file__).parents[2] / "bench" / "fc2xx_verdicts.jsonl"
FIELDS = {"article", "rule", "verdict", "why", "now"}
WRONG = 0.01
"""Wrong flags an article, at most."""


@pytest.fixture(scope="module")
def verdicts() -> list[dict[str, str]]:
    """The rows of the verdict file."""
    return [json.loads(line) for line in VERDICTS.read_text(encoding="utf-8").splitlines()]


def articles(shared: Path) -> Iterator[Article]:
    """The articles of the events, and the seeds."""
    for line in (shared / "data" / "events_dev.jsonl").read_text(encoding="utf-8").splitlines():
        for entry in json.loads(line)["articles"]:
            told: dict[str, Any] = {"id": entry["id"], "text": entry["text"], "title": entry.get("title") or None}
            yield Article.model_validate(told | {"source": entry["source"], "published": entry["date"]})
    for path in sorted((shared / "seeds").iterdir()):
        yield Article(id=path.stem, text=path.read_text(encoding="utf-8"))


def test_a_verdict_says_what_an_editor_asks(verdicts: list[dict[str, str]]) -> None:
    for row in verdicts:
        assert set(row) == FIELDS
        assert all(row.values())
        assert row["verdict"] in ("right", "wrong")
        assert row["now"] in ("raised", "silent")


def test_what_is_raised_on_real_copy_has_its_verdict(shared: Path, verdicts: list[dict[str, str]]) -> None:
    """The flags raised are those that the file says are, and at most one article in a hundred has a wrong one."""
    read = list(articles(shared))
    raised = {(a.id, flag.code) for a in read for flag in check(a).flags if flag.code.startswith("FC2")}
    told = {(row["article"], row["rule"]): row["verdict"] for row in verdicts if row["now"] == "raised"}
    assert raised == set(told)
    assert sum(verdict == "wrong" for verdict in told.values()) <= WRONG * len(read)
