"""The command in this process, and as its users run it: in one of its own."""

import io
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from figurecheck.cli.main import main


class Done(NamedTuple):
    """What a call left behind."""

    returncode: int
    stdout: str
    stderr: str


Run = Callable[..., Done]
Spawn = Callable[..., subprocess.CompletedProcess[str]]

FERRY = "The ferry Aurelia sank off Port Selm on Monday, killing 27 people, divers said.\n"
RADIO = "The ferry Aurelia sank off Port Selm on Monday, killing 22 people, divers said.\n"


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    """A working folder with two drafts that disagree."""
    (tmp_path / "ferry.txt").write_text(f"---\nsource: Post\npublished: 2026-03-03\n---\n{FERRY}", encoding="utf-8")
    (tmp_path / "radio.txt").write_text(f"---\nsource: Radio\npublished: 2026-03-03\n---\n{RADIO}", encoding="utf-8")
    return tmp_path


@pytest.fixture
def environ(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """An environment in which no setting is made."""
    for name in [name for name in os.environ if name.startswith("FIGURECHECK_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("COLUMNS", "100")
    return dict(os.environ)


@pytest.fixture
def run(desk: Path, environ: dict[str, str], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]) -> Run:
    """Runs a command in the working folder; whatever happens, it shows no traceback."""
    monkeypatch.chdir(desk)
    monkeypatch.setattr("uvicorn.Server.run", lambda *_, **__: pytest.fail("it serves"))

    def call(*arguments: str, stdin: str = "", env: dict[str, str] | None = None) -> Done:
        with monkeypatch.context() as patch:
            patch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(stdin.encode())))
            for name, value in (env or {}).items():
                patch.setenv(name, value)
            with pytest.raises(SystemExit) as stop:
                main(list(arguments))
        out, err = capfd.readouterr()
        assert "Traceback" not in out + err, err
        assert isinstance(stop.value.code, int)
        return Done(stop.value.code, out, err)

    return call


@pytest.fixture
def spawn(desk: Path, environ: dict[str, str]) -> Spawn:
    """Runs a command in a process of its own."""

    def start(*arguments: str, env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "figurecheck", *arguments]
        return subprocess.run(
            command, cwd=desk, env=environ | (env or {}), capture_output=True, encoding="utf-8", check=False
        )

    return start
