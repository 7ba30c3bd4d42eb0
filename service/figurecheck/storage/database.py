"""A database that is open: transactions that begin when they say so, errors that say the mend."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, BigInteger, Connection, Engine, QueuePool, create_engine, event, func, make_url, select
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from figurecheck.storage.errors import CorpusError, clear_errors
from figurecheck.storage.hashing import signed_hash
from figurecheck.storage.upgrading import prepare

PATIENCE = 60
"""Seconds that a connection waits for another one's write."""

_PRAGMAS = ("foreign_keys = ON", "synchronous = NORMAL", "cache_size = -65536", "temp_store = MEMORY")
"""Set on every SQLite connection; with WAL, NORMAL loses no commit when a process is killed. The cache is in KiB."""

_SNAPSHOT = {"postgresql": {"isolation_level": "REPEATABLE READ"}}
"""What makes the reads of one transaction agree, where they do not by themselves."""

_ONE_CONNECTION = {"poolclass": QueuePool, "pool_size": 1, "max_overflow": 0}
"""For a corpus in memory, which is gone with its connection: threads take turns."""

_DRIVERS = {"postgresql": "postgresql+psycopg"}
"""The driver where an address names none."""


class Database:
    """A database of a corpus, opened. Threads may share it. `name` is how messages call it; `kind` the sort it is.

    An empty one is made a corpus if `create`; an older one is brought up to date as `upgrading.prepare` says. Raises
    CorpusError for an address that cannot be read, a database that cannot be used and one that is no corpus.
    """

    def __init__(self, address: str, *, create: bool = False, upgrade: bool = False) -> None:
        url = _url(address)
        self.name = _described(url)
        self.kind = url.get_backend_name()
        if self.kind == "sqlite":
            _look_for_file(url, self.name, create=create)
        with clear_errors(self.name):
            self._engine = _engine(url, self.name)
            self._writer = self._engine.execution_options(immediate=True)
            self._reader = self._engine.execution_options(**_SNAPSHOT.get(self.kind, {}))
            try:
                prepare(self._writer, self.name, create=create, upgrade=upgrade)
            except BaseException:
                self.close()
                raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection whose reads agree with each other. Raises CorpusError for whatever the database refuses."""
        with clear_errors(self.name), self._reader.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection whose writes are kept when the block ends, all of them or, if it raises, none.

        On SQLite it takes the write lock at once, so that no write fails later. Raises as `reading`.
        """
        with clear_errors(self.name), self._writer.begin() as connection:
            yield connection

    def claim(self, connection: Connection, ids: Sequence[str]) -> None:
        """Until this transaction ends, no other that claims one of these articles goes on.

        So two processes that bring an article at once do so one after the other; on SQLite all writes do.
        """
        if self.kind == "postgresql":
            locks = func.unnest(sorted({signed_hash(one) for one in ids}), type_=BigInteger).column_valued()
            connection.execute(select(func.pg_advisory_xact_lock(locks)))

    def close(self) -> None:
        """Give back the connections; the database is not used after this."""
        self._engine.dispose()


def _described(url: URL) -> str:
    """The file, or the address without the password."""
    if url.get_backend_name() == "sqlite":
        return url.database or "the corpus in memory"
    return url.render_as_string(hide_password=True)


def _url(address: str) -> URL:
    try:
        return make_url(address)
    except ArgumentError:
        raise CorpusError(f"{address}: no database address; write sqlite:///{address or 'corpus.db'}") from None


def _look_for_file(url: URL, name: str, *, create: bool) -> None:
    if _in_memory(url):
        return
    file = Path(url.database or "")
    if file.is_dir():
        raise CorpusError(f"{name} is a folder; name a file in it")
    if not create and not file.exists():
        raise CorpusError(f"{name}: no such corpus; make it with `figurecheck corpus add`, or mend the name")
    if not file.parent.is_dir():
        raise CorpusError(f"{name} cannot be made: there is no folder {file.parent}; make it first")


def _in_memory(url: URL) -> bool:
    return url.database in (None, "", ":memory:")


def _engine(url: URL, name: str) -> Engine:
    try:
        if url.get_backend_name() != "sqlite":
            return create_engine(url.set(drivername=_DRIVERS.get(url.drivername, url.drivername)), pool_pre_ping=True)
        pool: dict[str, Any] = _ONE_CONNECTION if _in_memory(url) else {}
        connect_args = {"check_same_thread": False, "timeout": PATIENCE}
        engine = create_engine(url, connect_args=connect_args, **pool)
    except NoSuchModuleError:
        raise CorpusError(f"{name}: no such kind of database; use sqlite:/// or postgresql://") from None
    except ModuleNotFoundError as error:
        raise CorpusError(f"{name} needs {error.name}; install figurecheck[postgres]") from None
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: sqlite3.Connection, record: object) -> None:
    """Leaves BEGIN to `_on_begin`: the driver's own comes too late for reads that must agree with each other."""
    connection.isolation_level = None
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _on_begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("immediate")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
