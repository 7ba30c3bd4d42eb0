"""The fuzzer finds nothing: a bounded run in `make test`, a million in `make soak`."""

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("atheris", reason="atheris has wheels for Linux only")

TARGET = Path(__file__).with_name("fuzz_extract.py")


@pytest.mark.parametrize("runs", [1_000, pytest.param(1_000_000, marks=pytest.mark.soak)])
def test_no_text_breaks_extraction(runs: int, tmp_path: Path) -> None:
    done = subprocess.run(
        [
            sys.executable, TARGET, f"-runs={runs}", "-max_len=48", "-seed=1", "-timeout=60",
            f"-artifact_prefix={tmp_path}/",
        ],
        capture_output=True, text=True, cwd=tmp_path,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-4000:]
