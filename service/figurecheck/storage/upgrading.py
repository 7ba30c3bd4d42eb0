"""Migrations: a database is made, and brought to the tables of this version, in one transaction or not at all."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import closing
from pathlib import Path
from threading import Lock
from time import sleep
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, func, inspect, select, text

from figurecheck.storage.errors import CorpusError

if TYPE_CHECKING:
    from alembic.config import Config

HEAD = "0002"
"""The newest migration, named here so that opening a database that is up to date loads no Alembic."""
VERSION_TABLE = "figurecheck_version"
"""Not Alembic's default name, which another program may use in the same database."""

_MIGRATIONS = Path(__file__).parent / "migrations"
_LOCK = 0x66_69_67_75
"""What PostgreSQL holds while it is upgraded, so that two processes do not do it at once."""
_ALEMBIC = Lock()
"""Alembic runs one upgrade in a process at a time: it keeps its context in a global."""
_TRIES = 200
"""For a lock, 0.05 seconds apart."""
_BEFORE_MIGRATIONS = {"store", "article", "blocking_key"}


def prepare(writer: Engine, name: str, *, create: bool, upgrade: bool) -> None:
    """Makes an empty database a corpus if `create`, and brings an older one up to date if `upgrade`.

    An older SQLite file, which one program opens at a time, is upgraded in any case; an older PostgreSQL, which
    services of several versions may be using, only when asked. Raises CorpusError for a database that is no corpus, or
    one that this version may not use.
    """
    found = _revision(writer, name, create=create)
    if found == HEAD:
        return
    if found is not None and found not in known():
        raise CorpusError(f"{name} was made by a newer figurecheck; use that one, or install the newest")
    if found is None or upgrade or writer.dialect.name == "sqlite":
        _upgrade(writer)
    else:
        raise CorpusError(f"{name} was made by an older figurecheck; bring it up to date: `figurecheck corpus upgrade`")


def known() -> set[str]:
    """The revisions that this version has migrations for."""
    from alembic.script import ScriptDirectory

    return {script.revision for script in ScriptDirectory.from_config(alembic_config()).walk_revisions()}


def alembic_config(connection: Connection | None = None) -> Config:
    """What Alembic's own commands take, to run on this connection."""
    from alembic.config import Config

    config = Config(attributes={"connection": connection}, stdout=sys.stdout)  # its default is the one of its import
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    return config


def _revision(engine: Engine, name: str, *, create: bool) -> str | None:
    """The migration that a database stands at; None for an empty one that may be made a corpus."""
    with engine.connect() as connection:
        tables = set(inspect(connection).get_table_names())
        if VERSION_TABLE in tables:
            return str(connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}")))
    if tables >= _BEFORE_MIGRATIONS:
        raise CorpusError(f"{name} was made by an early figurecheck; add its articles to a new corpus")
    if tables:
        raise CorpusError(f"{name} is a database, but no corpus; name the file of a corpus, or a new one")
    if not create:
        raise CorpusError(f"{name} holds no corpus yet; make it with `figurecheck corpus add`, or mend the name")
    return None


def _upgrade(writer: Engine) -> None:
    from alembic.command import upgrade

    if writer.dialect.name == "sqlite":
        _use_write_ahead_log(writer)
    with writer.begin() as connection:
        if writer.dialect.name == "postgresql":
            connection.execute(select(func.pg_advisory_xact_lock(_LOCK)))
        with _ALEMBIC:
            upgrade(alembic_config(connection), "head")


def _use_write_ahead_log(engine: Engine) -> None:
    """Readers then never wait for a writer. A file keeps this mode once it has it.

    SQLite does not wait for a lock here, so this does: another process may be making the same corpus.
    """
    with closing(engine.raw_connection()) as connection:
        for left in reversed(range(_TRIES)):
            try:
                connection.cursor().execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if not left or "locked" not in str(error):
                    raise
                sleep(0.05)
            else:
                return
