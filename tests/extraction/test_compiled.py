"""The compiled build, where `make compiled` has made one, against the package as it stands."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
COMPILED = ROOT / "build" / "compiled"
COPY = sorted(map(str, (ROOT / "corpus" / "articles").glob("*")))


def run(package: Path, *arguments: str) -> str:
    """What Python prints with the package of this folder."""
    command, env = [sys.executable, *arguments], {**os.environ, "PYTHONPATH": str(package)}
    return subprocess.run(command, env=env, check=True, capture_output=True, text=True).stdout


@pytest.mark.soak
@pytest.mark.skipif(not COMPILED.exists(), reason="`make compiled` has made none")
def test_it_gives_the_same_figures() -> None:
    where = "import figurecheck.extraction.verbs as verbs; print(verbs.__file__)"
    assert not run(COMPILED, "-c", where).strip().endswith(".py")
    call = ("-m", "figurecheck", "extract", "--output-format", "json", *COPY)
    assert run(COMPILED, *call) == run(ROOT / "service", *call), "another reading: is the build older than its source?"
