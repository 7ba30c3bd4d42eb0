"""What can go wrong with a corpus, in one line that says the mend."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError


class CorpusError(ValueError):
    """A corpus that cannot be opened, read or written; the message names it and the mend."""


class BroadError(ValueError):
    """A question that more of a corpus would have to be read for than the asker allows; the message says how much."""


class KeyNameError(ValueError):
    """A name that no key has, or one that is taken; the message names it and the mend."""


_MENDS = (
    ("file is not a database", "is not a database; name the file of a corpus, or a new one"),
    ("file is encrypted", "is not a database; name the file of a corpus, or a new one"),
    (
        "unable to open database file",
        "cannot be opened; its folder must exist, both must allow reading and writing",
    ),
    ("readonly database", "cannot be written to; allow writing to the file and to its folder"),
    ("database is locked", "is held by another program; try again when that has finished"),
    ("database or disk is full", "has no room left on its disk; make room and run this again"),
    ("disk image is malformed", "is damaged; restore it from a copy, or add its articles to a new corpus"),
    ("disk I/O error", "cannot be read from its disk; see to the disk, or restore the file from a copy"),
    ("NUL", "cannot keep a text with NUL characters; take them out of the article"),
    ("no such table", "is a database, but no corpus; name the file of a corpus, or a new one"),
    ("no such column", "was made by another version of figurecheck; add its articles to a new corpus"),
    ("could not translate host name", "names a host that is not known; mend the address"),
    ("server closed the connection", "went away; start the database server again"),
    ("terminating connection", "went away; start the database server again"),
    ("the database system is", "is starting or stopping; try again"),
    ("Is the server running", "does not answer; start the database server, or mend the address"),
    ("QueuePool limit", "is asked for too much at once; try again"),
    ("onnection refused", "does not answer; start the database server, or mend the address"),
    ("password authentication failed", "refuses this user and password; mend the address"),
    ("does not exist", "names a database or a role that does not exist; make it, or mend the address"),
)
"""What drivers say, and what that means for the one who asked."""


@contextmanager
def clear_errors(name: str) -> Iterator[None]:
    """Turns what the database or its driver says inside the block into a CorpusError about `name`."""
    try:
        yield
    except (SQLAlchemyError, sqlite3.Error) as error:
        raise CorpusError(f"{name} {_mend(error)}") from error
    except UnicodeEncodeError as error:
        raise CorpusError(f"{name} cannot hold a lone surrogate, which UTF-8 has no bytes for; take it out") from error


def _mend(error: Exception) -> str:
    said = str(error.orig if isinstance(error, DBAPIError) else error)
    known = (mend for sign, mend in _MENDS if sign in said)
    return next(known, f"cannot be used: {said.splitlines()[0] if said else type(error).__name__}")
