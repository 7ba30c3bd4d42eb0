"""Progress bars: on a terminal, and only for what takes long."""

import io
import sys

import pytest

from figurecheck.cli import progress
from figurecheck.cli.progress import Stages, track


class Terminal(io.StringIO):
    """A stderr that a person watches."""

    def isatty(self) -> bool:
        return True


def watched(monkeypatch: pytest.MonkeyPatch, patience: float = 0.0) -> Terminal:
    """Puts a person before stderr, who waits `patience` seconds."""
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setattr(progress, "PATIENCE", patience)
    return screen


def test_nothing_is_shown_where_no_one_watches(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "PATIENCE", 0.0)
    assert list(track(range(5), "Reading")) == [0, 1, 2, 3, 4]
    with Stages({}) as stages:
        stages.tell("read", 1, 5)
    assert capsys.readouterr() == ("", "")


def test_nothing_is_shown_for_what_is_quick(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch, patience=60.0)
    assert list(track(range(5), "Reading")) == [0, 1, 2, 3, 4]
    with Stages({}) as stages:
        stages.tell("read", 1, 5)
    assert terminal.getvalue() == ""


def test_a_bar_is_shown_for_what_takes_long_and_loses_no_item(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch)
    assert list(track(range(5), "Reading", 5)) == [0, 1, 2, 3, 4]
    assert "Reading" in terminal.getvalue()


def test_each_stage_has_its_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = watched(monkeypatch)
    with Stages({"read": "Reading", "check": "Checking"}) as stages:
        stages.tell("read", 3, None)
        stages.tell("check", 1, 3)
        stages.tell("check", 3, 3)
    assert "Reading" in terminal.getvalue()
    assert "Checking" in terminal.getvalue()


def test_nothing_goes_to_stdout(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    watched(monkeypatch)
    list(track(range(5), "Reading"))
    assert capsys.readouterr().out == ""
