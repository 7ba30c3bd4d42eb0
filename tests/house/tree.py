"""The checkout as its tests see it: its files, and commands run in a clean environment."""

import os
import subprocess
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]


def clean_environment() -> dict[str, str]:
    """This process's environment without what would steer figurecheck or Python."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("FIGURECHECK_", "PYTHON"))}


def run(*command: str | Path, cwd: Path, **environment: str) -> str:
    """What the command prints; its own words where it fails."""
    done = subprocess.run(command, cwd=cwd, env=clean_environment() | environment, capture_output=True, text=True)
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def tracked() -> list[Path]:
    """The checkout's own files: what git knows, whether committed yet or not."""
    listed = run("git", "ls-files", "--cached", "--others", "--exclude-standard", cwd=CHECKOUT)
    return [path for name in listed.splitlines() if (path := CHECKOUT / name).is_file()]
