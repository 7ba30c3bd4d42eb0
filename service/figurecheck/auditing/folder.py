"""The folder an audit writes to: what is in it is finished, or is not there."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory


class AuditError(ValueError):
    """An audit that cannot be done; the message names the place and the mend."""


@contextmanager
def workspace(out: Path) -> Iterator[Path]:
    """A folder inside `out`, which is made if need be, for what is not finished yet; it goes when the block ends.

    Raises AuditError where `out` cannot be made or written to, or its disk is full.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        with TemporaryDirectory(prefix=".audit-", dir=out, ignore_cleanup_errors=True) as folder:
            yield Path(folder)
    except OSError as error:
        raise AuditError(f"{error.filename or out}: {error.strerror or error}; {_mend(error, out)}") from error


def publish(file: Path, out: Path) -> Path:
    """Moves a finished file into `out` in one step, in place of the one of an earlier run; returns where it is."""
    with file.open("rb") as written:
        os.fsync(written.fileno())
    return file.replace(out / file.name)


def _mend(error: OSError, out: Path) -> str:
    if isinstance(error, FileExistsError | NotADirectoryError):
        return "name a folder, or a new one, for the results"
    if isinstance(error, PermissionError):
        return f"allow writing to {out}, or name another folder for the results"
    return "mend that, or name another folder for the results"
