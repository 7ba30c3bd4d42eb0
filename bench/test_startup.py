"""A cold process beside its peer. Budget (DESIGN 9): a check in at most a fifth of quantulum3's loading time."""

import subprocess
import sys
from pathlib import Path

import pytest
from bench.news import articles
from pytest_benchmark.fixture import BenchmarkFixture

COLD = {
    "python": ("-c", ""),
    "quantulum3 loads its units": ("-c", "from quantulum3 import load; load.units()"),
    "figurecheck --version": ("-m", "figurecheck", "--version"),
    "figurecheck check": ("-m", "figurecheck", "check", "draft.txt"),
    "figurecheck check --against": ("-m", "figurecheck", "check", "draft.txt", "--against", "other.txt"),
}


@pytest.mark.parametrize("command", COLD)
def test_cold_process(benchmark: BenchmarkFixture, command: str, tmp_path: Path) -> None:
    benchmark.group = "a cold process"
    for name, article in zip(("draft.txt", "other.txt"), articles(2), strict=True):
        (tmp_path / name).write_text(article.text, encoding="utf-8")

    def run() -> None:
        done = subprocess.run([sys.executable, *COLD[command]], cwd=tmp_path, capture_output=True, check=False)
        assert done.returncode in (0, 1), done.stderr

    benchmark.pedantic(run, rounds=5, warmup_rounds=1)
