"""The command as its users run it: a process of its own."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

Run = Callable[..., subprocess.CompletedProcess[str]]

FERRY = "The ferry Aurelia sank off Port Selm on Monday, killing 27 people, divers said.\n"
RADIO = "The ferry Aurelia sank off Port Selm on Monday, killing 22 people, divers said.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A working folder with two drafts that disagree."""
    (tmp_path / "ferry.txt").write_text(f"---\nsource: Post\npublished: 2026-03-03\n---\n{FERRY}", encoding="utf-8")
    (tmp_path / "radio.txt").write_text(f"---\nsource: Radio\npublished: 2026-03-03\n---\n{RADIO}", encoding="utf-8")
    return tmp_path


@pytest.fixture
def environ() -> dict[str, str]:
    """An environment in which no setting is made."""
    return {name: value for name, value in os.environ.items() if not name.startswith("FIGURECHECK_")} | {
        "COLUMNS": "100"
    }


@pytest.fixture
def run(desk: Path, environ: dict[str, str]) -> Run:
    """Runs a command in the working folder; whatever happens, it shows no traceback."""

    def start(*arguments: str, **options: object) -> subprocess.CompletedProcess[str]:
        env = environ | dict(options.pop("env", {}))  # type: ignore[call-overload]
        command = [sys.executable, "-m", "figurecheck", *arguments]
        done = subprocess.run(command, cwd=desk, env=env, capture_output=True, encoding="utf-8", timeout=120, **options)  # type: ignore[call-overload]
        assert "Traceback" not in done.stdout + done.stderr, done.stderr
        return done  # type: ignore[no-any-return]

    return start
