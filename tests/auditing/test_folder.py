"""Results appear whole or not at all, and a folder that cannot hold them is named."""

import subprocess
import sys

import pytest

from figurecheck.auditing import AuditError
from figurecheck.auditing.folder import publish, workspace


def test_a_workspace_makes_the_folder_and_leaves_nothing_behind(tmp_path):
    out = tmp_path / "new" / "results"
    with workspace(out) as folder:
        (folder / "half").write_text("x")
        assert folder.parent == out
    assert list(out.iterdir()) == []


def test_an_interrupted_run_leaves_the_results_of_the_last_one(tmp_path):
    (tmp_path / "flags.jsonl").write_text("old")
    with pytest.raises(KeyboardInterrupt):
        _interrupted(tmp_path)
    assert [file.read_text() for file in tmp_path.iterdir()] == ["old"]


def test_what_a_killed_run_left_goes_with_the_next_run(tmp_path):
    killed = "import os, sys; from pathlib import Path; from figurecheck.auditing.folder import workspace as at\n"
    killed += "with at(Path(sys.argv[1])) as folder: (folder / 'half').write_text('x'); os.kill(os.getpid(), 9)"
    assert subprocess.run([sys.executable, "-c", killed, tmp_path], check=False).returncode == -9
    (left,) = tmp_path.iterdir()
    with workspace(tmp_path) as folder:
        assert list(tmp_path.iterdir()) == [folder] != [left]


def test_a_run_at_work_keeps_its_folder(tmp_path):
    with workspace(tmp_path) as one, workspace(tmp_path) as other:
        assert one.exists()
        assert other.exists()


def _interrupted(out):
    with workspace(out) as folder:
        (folder / "flags.jsonl").write_text("half")
        raise KeyboardInterrupt


def test_publishing_replaces_in_one_step(tmp_path):
    (tmp_path / "flags.jsonl").write_text("old")
    with workspace(tmp_path) as folder:
        (folder / "flags.jsonl").write_text("new")
        assert publish(folder / "flags.jsonl", tmp_path) == tmp_path / "flags.jsonl"
    assert (tmp_path / "flags.jsonl").read_text() == "new"


def test_a_file_in_the_way_is_named(tmp_path):
    (tmp_path / "results").write_text("x")
    for out in (tmp_path / "results", tmp_path / "results" / "deeper"):
        with (
            pytest.raises(AuditError, match=r"results.*; name a folder, or a new one, for the results"),
            workspace(out),
        ):
            pass
