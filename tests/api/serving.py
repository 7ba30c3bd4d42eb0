"""Services under test: in this process, or a process of their own."""

import os
import re
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import sleep
from typing import NamedTuple

import httpx
import pytest

from figurecheck.api.settings import ServiceSettings

ALONE = ServiceSettings(readers=0)
"""A service whose articles are read in this process."""


READERS = {"FIGURECHECK_READERS": "1"}
"""One is enough, and starts sooner."""


class Server(NamedTuple):
    """A service in a process of its own; its log is what it wrote to stderr."""

    process: subprocess.Popen[bytes]
    address: str
    log: Path


@contextmanager
def serving(folder: Path, *arguments: str, **environment: str) -> Iterator[Server]:
    """A server that answers, on a free port; stopped at the end, and what it started with it."""
    log = folder / "service.log"
    environ = {name: value for name, value in os.environ.items() if not name.startswith("FIGURECHECK_")}
    command = [sys.executable, "-m", "figurecheck", "serve", "--port", "0", *arguments]
    with log.open("wb") as stderr:
        process = subprocess.Popen(
            command, cwd=folder, env=environ | READERS | environment, stderr=stderr, start_new_session=True
        )
    with process:
        try:
            address = _address(process, log)
            httpx.get(f"{address}/health/live", timeout=60)
            yield Server(process, address, log)
        finally:
            if process.poll() is None:
                process.terminate()


def _address(process: subprocess.Popen[bytes], log: Path) -> str:
    while process.poll() is None:
        found = re.search(r"http://\S+?(?= \(documentation)", log.read_text(encoding="utf-8"))
        if found:
            return found[0]
        sleep(0.02)
    pytest.fail(log.read_text(encoding="utf-8"))
