"""Writes what in the documentation the program itself can tell: command output, the command reference, the rules.

`make docs` runs it; a test runs it too and compares, so that no page says what the program does not.
"""

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
PAGES = [CHECKOUT / "README.md", *sorted((CHECKOUT / "docs").glob("*.md"))]
CONSOLE = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
GENERATED = re.compile(r"^<!-- from: (.*?) -->\n.*?^<!-- end -->\n", re.MULTILINE | re.DOTALL)
SHOWN_ADDRESS = "http://127.0.0.1:8000"
"""The service in the pages; where they are built it listens on any free port."""
OMITTED = "[...]"
"""A line of a console block that stands for the rest of an output; it stays where it was written."""


def environment() -> dict[str, str]:
    """This process's environment with the programs beside this Python, and nothing that steers figurecheck."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("FIGURECHECK_", "PYTHON"))}
    return kept | {
        "PATH": f"{Path(sys.executable).parent}:{kept['PATH']}",
        "COLUMNS": "100",
        "TERMINAL_WIDTH": "100",
        "NO_COLOR": "1",
        "TERM": "dumb",
    }


def output(command: str, folder: Path, address: str = SHOWN_ADDRESS) -> str:
    """What a shell command prints in a folder, both streams, with the service at this address."""
    done = subprocess.run(
        ["sh", "-c", command.replace(SHOWN_ADDRESS, address)],
        cwd=folder,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    printed = done.stdout.replace(address, SHOWN_ADDRESS)
    return "".join(f"{line.rstrip()}\n" for line in printed.splitlines())


@contextmanager
def service(folder: Path) -> Iterator[str]:
    """The address of a service that runs meanwhile, with the demonstration corpus."""
    output("figurecheck corpus add corpus/articles --database sqlite:///corpus.db", folder)
    command = ["figurecheck", "serve", "--port", "0", "--database", "sqlite:///corpus.db"]
    with subprocess.Popen(command, cwd=folder, env=environment(), stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        found = re.search(r"http://[^\s/]+", process.stderr.readline())
        try:
            yield found[0] if found else SHOWN_ADDRESS
        finally:
            process.terminate()


def session(block: str, folder: Path, address: str) -> str:
    """A console block with each command's output as it is today, cut where the block cuts it."""
    written = []
    for part in re.split(r"^(?=\$ )", block, flags=re.MULTILINE):
        if not part.strip():
            continue
        command, _, shown = part.partition("\n")
        lines = output(command.removeprefix("$ "), folder, address).splitlines(keepends=True)
        kept = shown.splitlines().index(OMITTED) if OMITTED in shown.splitlines() else None
        written += [f"{command}\n", *lines[:kept], *([f"{OMITTED}\n"] if kept is not None else [])]
    return "".join(written)


def generated(found: re.Match[str], folder: Path) -> str:
    """A generated part with what its command prints today."""
    return f"<!-- from: {found[1]} -->\n{output(found[1], folder)}<!-- end -->\n"


def page(text: str) -> str:
    """A page as the program has it today: its generated part, if it has one, else its console blocks."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for shown in ("corpus", "rules"):
            (folder / shown).symlink_to(CHECKOUT / shown)
        if GENERATED.search(text):
            return GENERATED.sub(lambda found: generated(found, folder), text)
        served = any(SHOWN_ADDRESS in block for block in CONSOLE.findall(text))
        with service(folder) if served else nullcontext(SHOWN_ADDRESS) as address:
            return CONSOLE.sub(lambda found: session(found[0], folder, address), text)


if __name__ == "__main__":
    for path in PAGES:
        path.write_text(page(path.read_text(encoding="utf-8")), encoding="utf-8")
