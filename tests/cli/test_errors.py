"""Whatever goes wrong: one clear line, exit 2, and the other files of the call are still done."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.cli.conftest import FERRY, Run

from figurecheck.reading.sources import LIMIT

BROKEN = {
    "empty.txt": b"",
    "blank.txt": b" \n",
    "binary.txt": b"\x00\x01\x02\xff" * 50,
    "latin.txt": "Zoë counted 27 people.".encode("latin-1"),
    "utf16.txt": "27 people".encode("utf-16"),
    "missing.txt": None,
    "broken.jsonl": b'{"text": "27 people"\n',
}


@pytest.mark.parametrize("name", BROKEN)
def test_a_file_that_cannot_be_read_is_named_and_the_others_are_done(run: Run, desk: Path, name: str) -> None:
    content = BROKEN[name]
    if content is not None:
        (desk / name).write_bytes(content)
    done = run("extract", name, "ferry.txt", "--output-format", "json")
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1, done.stderr
    assert name in done.stderr
    assert [item["quantity"]["stated"] for item in json.loads(done.stdout)] == [27]


def test_an_oversized_file_is_named_and_the_others_are_done(run: Run, desk: Path) -> None:
    with (desk / "huge.txt").open("wb") as file:
        file.truncate(LIMIT + 1)
    done = run("extract", "huge.txt", "ferry.txt", "--output-format", "json")
    assert (done.returncode, len(json.loads(done.stdout))) == (2, 1)
    assert "huge.txt is larger than" in done.stderr.replace(": ", " ")


def test_a_wrong_file_beats_a_flag(run: Run) -> None:
    done = run("check", "ferry.txt", "missing.txt", "--against", "radio.txt", "--output-format", "json")
    assert done.returncode == 2
    [report] = json.loads(done.stdout)
    assert report["flags"]


def test_a_wrong_file_among_those_to_check_against_is_an_error(run: Run) -> None:
    done = run("check", "ferry.txt", "--against", "radio.txt", "missing.txt")
    assert (done.returncode, "missing.txt" in done.stderr) == (2, True)
    assert "FC101" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "--help"),
        (["nonsense"], "nonsense"),
        (["check"], "PATHS"),
        (["check", "ferry.txt", "--colour"], "--colour"),
        (["check", "ferry.txt", "--against"], "--against"),
        (["check", "ferry.txt", "--output-format", "docx"], "docx"),
        (["check", "ferry.txt", "--fail-on", "sometimes"], "sometimes"),
        (["check", "ferry.txt", "--published", "soon"], "published"),
        (["check", "ferry.txt", "--select", "FC999"], "FC999"),
        (["check", "ferry.txt", "--rules", "nowhere"], "nowhere"),
        (["check", "ferry.txt", "--database", "sqlite:///nowhere.db"], "nowhere.db"),
        (["check", "ferry.txt", "--database", "nonsense"], "nonsense"),
        (["corpus", "list"], "--database"),
        (["corpus", "nonsense"], "nonsense"),
        (["rule", "FC999"], "FC999"),
        (["schema", "nonsense"], "nonsense"),
        (["compare", "ferry.txt"], "two articles"),
        (["serve", "--port", "99999"], "port"),
        (["serve", "--host", "nowhere.invalid"], "nowhere.invalid"),
        (["serve", "--database", "sqlite:///nowhere/corpus.db"], "no folder nowhere"),
        (["audit", "ferry.txt"], "--out"),
        (["audit", "ferry.txt", "--out", "ferry.txt"], "ferry.txt"),
    ],
)
def test_a_wrong_call_gets_one_line_that_names_it(run: Run, arguments: list[str], said: str) -> None:
    done = run(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    assert arguments == [] or done.stdout == ""


def test_broken_rules_are_named_with_file_and_place(run: Run, desk: Path) -> None:
    rules = desk / "rules"
    rules.mkdir()
    (rules / "tolerance.toml").write_text("= 3", encoding="utf-8")
    done = run("check", "ferry.txt", "--rules", "rules")
    assert (done.returncode, done.stdout) == (2, "")
    assert "tolerance.toml" in done.stderr


def test_a_broken_settings_file_is_named(run: Run, desk: Path) -> None:
    (desk / "figurecheck.toml").write_text('fail-on = "perhaps"', encoding="utf-8")
    done = run("check", "ferry.txt")
    assert done.returncode == 2
    assert "figurecheck.toml" in done.stderr
    assert "perhaps" in done.stderr


def test_a_pipe_closed_early_is_no_error(desk: Path, environ: dict[str, str]) -> None:
    command = [sys.executable, "-m", "figurecheck", "schema"]
    with subprocess.Popen(command, cwd=desk, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        assert process.stderr.read() == b""
    assert process.returncode == 141


def test_a_full_disk_is_one_line(desk: Path, environ: dict[str, str]) -> None:
    full = Path("/dev/full")
    if not full.exists():
        pytest.skip("no /dev/full on this system")
    with full.open("wb") as out:
        command = [sys.executable, "-m", "figurecheck", "schema"]
        done = subprocess.run(command, cwd=desk, env=environ, stdout=out, stderr=subprocess.PIPE, check=False)
    assert done.returncode == 2
    assert done.stderr.count(b"\n") == 1


def test_an_interrupt_leaves_quietly(desk: Path, environ: dict[str, str]) -> None:
    command = [sys.executable, "-m", "figurecheck", "check", "-"]
    with subprocess.Popen(
        command, cwd=desk, env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stderr is not None
        os.read(process.stderr.fileno(), 200)  # the line about the corpus: it reads by now
        process.send_signal(signal.SIGINT)
        assert b"Traceback" not in process.stderr.read()
    assert process.returncode == 130


def test_an_interrupt_while_modules_load_has_the_same_code(tmp_path: Path, environ: dict[str, str]) -> None:
    """Dataclasses are made by exec, and an interrupt that has passed one kills a `python -m` that catches it."""
    (tmp_path / "loading.py").write_text(
        "from figurecheck.cli import main\n"
        "main._run = lambda arguments: exec('raise KeyboardInterrupt')\n"
        "main.main()\n",
        encoding="utf-8",
    )
    command = [sys.executable, "-m", "loading"]
    assert subprocess.run(command, cwd=tmp_path, env=environ, check=False).returncode == 130


def test_an_interrupt_of_many_processes_leaves_quietly(desk: Path, environ: dict[str, str]) -> None:
    for number in range(400):
        (desk / f"{number}.txt").write_text(f"{FERRY * 20} It was storm number {number}.", encoding="utf-8")
    command = [sys.executable, "-m", "figurecheck", "audit", ".", "--out", "found", "--workers", "2"]
    with subprocess.Popen(
        command, cwd=desk, env=environ, stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True
    ) as process:
        while process.poll() is None and not list((desk / "found").glob("*")):
            time.sleep(0.05)
        time.sleep(0.3)  # the workers are being started
        os.killpg(process.pid, signal.SIGINT)
        assert process.communicate()[1] == b""
    assert process.returncode == 130


def test_closed_streams_are_no_error(desk: Path, environ: dict[str, str]) -> None:
    command = f"{sys.executable} -m figurecheck schema >&- 2>&-"
    assert subprocess.run(command, cwd=desk, env=environ, shell=True, check=False).returncode == 0


def test_a_bug_is_one_line_that_asks_for_a_report() -> None:
    from figurecheck.cli.failure import line

    assert line(ZeroDivisionError("division by zero")).startswith("figurecheck: a bug in figurecheck, please report it")


def test_an_error_of_many_lines_is_told_on_one() -> None:
    from figurecheck.cli.failure import line
    from figurecheck.settings import SettingsError

    assert "\n" not in line(SettingsError(f"a\nb\n{FERRY}"))


@pytest.mark.parametrize("command", ["extract", "explain", "check"])
def test_an_article_cannot_drive_the_terminal(run: Run, desk: Path, command: str) -> None:
    (desk / "hostile.txt").write_text("\x1b]0;owned\x07The blast killed 27 \x1b[31mpeople.", encoding="utf-8")
    done = run(command, "hostile.txt")
    assert "\x1b" not in done.stdout + done.stderr
