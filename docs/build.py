"""Writes what in the documentation the program itself can tell: command output, the command reference, the rules.

`make docs` runs it; a test runs it too and compares, so that no page says what the program does not.
"""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parent.parent
PAGES = [CHECKOUT / "README.md", *sorted((CHECKOUT / "docs").glob("*.md"))]
CONSOLE = re.compile(r"(?<=^```console\n)(.*?)(?=^```$)", re.MULTILINE | re.DOTALL)
GENERATED = re.compile(r"(?<=<!-- from: )(?P<command>[^\n]*?) -->\n.*?(?=<!-- end -->)", re.DOTALL)
OMITTED = "[...]"
"""A line of a console block that stands for the rest of an output; it stays where it was written."""


def output(command: str, folder: Path) -> str:
    """What a shell command prints in a folder, both streams, with this environment's programs and no colours."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("FIGURECHECK_", "PYTHON"))}
    here = {"PATH": f"{Path(sys.executable).parent}:{kept['PATH']}", "COLUMNS": "100", "NO_COLOR": "1", "TERM": "dumb"}
    done = subprocess.run(
        ["sh", "-c", command], cwd=folder, env=kept | here, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    return "".join(f"{line.rstrip()}\n" for line in done.stdout.splitlines())


def session(block: str, folder: Path) -> str:
    """A console block with each command's output as it is today, cut where the block cuts it."""
    written = []
    for part in re.split(r"^(?=\$ )", block, flags=re.MULTILINE):
        if not part.strip():
            continue
        command, _, shown = part.partition("\n")
        lines = output(command.removeprefix("$ "), folder).splitlines(keepends=True)
        kept = shown.splitlines().index(OMITTED) if OMITTED in shown.splitlines() else None
        written += [f"{command}\n", *lines[:kept], *([f"{OMITTED}\n"] if kept is not None else [])]
    return "".join(written)


def page(text: str) -> str:
    """A page with its console blocks and its generated parts as the program has them today."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for shown in ("corpus", "rules"):
            (folder / shown).symlink_to(CHECKOUT / shown)
        text = CONSOLE.sub(lambda found: session(found[0], folder), text)
        return GENERATED.sub(lambda found: f"{found['command']} -->\n{output(found['command'], folder)}", text)


if __name__ == "__main__":
    for path in PAGES:
        path.write_text(page(path.read_text(encoding="utf-8")), encoding="utf-8")
