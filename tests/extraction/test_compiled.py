"""The compiled wheel, where `make wheel` has put one into build/compiled, against the package as it stands."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.extraction.test_hostile import PIECES, SHORT
from tests.extraction.written import HERE, table

ROOT = HERE.parents[1]
COMPILED = ROOT / "build" / "compiled"
COPY = sorted(map(str, (ROOT / "corpus" / "articles").glob("*")))
READ = """
import json, sys
from figurecheck import extract
for text in json.load(sys.stdin):
    print(json.dumps([text, *(figure.model_dump(mode="json") for figure in extract(text))]))
"""

pytestmark = [pytest.mark.soak, pytest.mark.skipif(not COMPILED.exists(), reason="`make wheel` has made none")]


def run(package: Path, *arguments: str, told: str = "") -> list[str]:
    """The lines that Python prints with the package of this folder; `told` is what it reads."""
    command, env = [sys.executable, *arguments], {**os.environ, "PYTHONPATH": str(package)}
    return subprocess.run(command, env=env, input=told, check=True, stdout=-1, text=True).stdout.splitlines()


def strings(told: object) -> Iterator[str]:
    """Every string of a table, keys and values."""
    if isinstance(told, str):
        yield told
    elif isinstance(told, list | dict):
        for one in told:
            yield from strings(one)
        if isinstance(told, dict):
            yield from strings([*told.values()])


def test_its_reading_is_compiled() -> None:
    [where] = run(COMPILED, "-c", "import figurecheck.extraction.verbs as verbs; print(verbs.__file__)")
    assert not where.endswith(".py")


def test_it_gives_the_same_figures_of_articles() -> None:
    call = ("-m", "figurecheck", "extract", "--output-format", "json", *COPY)
    assert run(COMPILED, *call) == run(ROOT / "service", *call), "another reading: is the build older than its source?"


def test_it_gives_the_same_figures_of_every_written_example_and_of_hostile_text() -> None:
    written = [text for path in sorted(HERE.glob("*.toml")) for text in strings(table(path.name))]
    hostile = [(piece * SHORT)[:SHORT] for piece in PIECES]
    told = json.dumps([*written, "\n\n".join(written), *hostile])
    for compiled, plain in zip(
        *(run(package, "-c", READ, told=told) for package in (COMPILED, ROOT / "service")), strict=True
    ):
        assert compiled == plain
