"""A database made ready: transactions that begin when they say so, and tables that are there."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, QueuePool, create_engine, event, func, insert, inspect, make_url, select
from sqlalchemy.exc import ArgumentError, NoSuchModuleError

from figurecheck.storage.errors import CorpusError, clear_errors
from figurecheck.storage.schema import VERSION, metadata, store

PATIENCE = 60
"""Seconds that a connection waits for another one's write."""

_MAKING = 0x66_69_67_75
"""The lock under which tables are made on PostgreSQL, so that two processes do not make them at once."""

_PRAGMAS = ("foreign_keys = ON", "synchronous = NORMAL", "cache_size = -65536", "temp_store = MEMORY")
"""Set on every SQLite connection; with WAL, NORMAL loses no commit when a process is killed. The cache is in KiB."""


_ONE_CONNECTION = {"poolclass": QueuePool, "pool_size": 1, "max_overflow": 0}
"""For a corpus in memory, which is gone with its connection: threads take turns."""


def open_engine(address: str, *, create: bool) -> Engine:
    """An engine on the corpus at this address, its tables made if `create` and there are none.

    Raises CorpusError for an address that cannot be read, a database that cannot be used and one that is no corpus.
    """
    url = _url(address)
    name = describe(url)
    if url.get_backend_name() == "sqlite":
        _look_for_file(url, name, create=create)
    with clear_errors(name):
        engine = _engine(url, name)
        try:
            _prepare(engine, name, create=create)
        except BaseException:
            engine.dispose()
            raise
    return engine


def describe(url: URL) -> str:
    """How messages name a corpus: its file, or its address without the password."""
    if url.get_backend_name() == "sqlite":
        return url.database or "the corpus in memory"
    return url.render_as_string(hide_password=True)


def immediate(engine: Engine) -> Engine:
    """The engine for writing: on SQLite its transactions take the write lock at once, so that none fails later."""
    return engine.execution_options(immediate=True)


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
            return create_engine(url, pool_pre_ping=True)
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


def _prepare(engine: Engine, name: str, *, create: bool) -> None:
    """Checks that the tables are ours and of this version, and makes them in a database that has none."""
    with engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
    if not tables and create:
        _make(engine)
    elif store.name not in tables:
        raise CorpusError(f"{name} is a database, but no corpus; name the file of a corpus, or a new one")
    with engine.connect() as connection:
        found = connection.scalar(select(store.c.version))
    if found != VERSION:
        raise CorpusError(
            f"{name} is of another version of figurecheck; use that one, or add its articles to a new corpus"
        )


def _make(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        _use_write_ahead_log(engine)
    with immediate(engine).begin() as connection:
        if engine.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(_MAKING)))
        metadata.create_all(connection)
        if connection.scalar(select(store.c.version)) is None:
            connection.execute(insert(store).values(version=VERSION))


def _use_write_ahead_log(engine: Engine) -> None:
    """Readers then never wait for a writer. A file keeps this mode once it has it."""
    connection = engine.raw_connection()
    try:
        connection.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        connection.close()
