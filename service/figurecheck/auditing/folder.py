"""The folder an audit writes to: what is in it is finished, or is not there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory

try:
    import fcntl
except ImportError:  # on Windows, where what a killed run leaves behind stays
    fcntl = None  # type: ignore[assignment]

_PREFIX = ".audit-"


class AuditError(ValueError):
    """An audit that cannot be done; the message names the place and the mend."""


@contextmanager
def workspace(out: Path) -> Iterator[Path]:
    """A folder inside `out`, which is made if need be, for what is not finished yet; it goes when the block ends.

    So do those of earlier runs that were killed. Raises AuditError where `out` cannot be made or written to, or its
    disk is full.
    """
    try:
        out.mkdir(parents=True, exist_ok=True)
        with ExitStack() as stack:
            with _locked(out):
                _sweep(out)
                made = TemporaryDirectory(prefix=_PREFIX, dir=out, ignore_cleanup_errors=True)
                folder = Path(stack.enter_context(made))
                stack.enter_context(_locked(folder))
            yield folder
    except OSError as error:
        raise AuditError(f"{error.filename or out}: {error.strerror or error}; {_mend(error, out)}") from error


def publish(file: Path, out: Path) -> Path:
    """Moves a finished file into `out` in one step, in place of the one of an earlier run; returns where it is."""
    with file.open("rb") as written:
        os.fsync(written.fileno())
    return file.replace(out / file.name)


@contextmanager
def _locked(folder: Path, *, wait: bool = True) -> Iterator[None]:
    """Holds the folder's lock, which goes with the process; raises BlockingIOError if not to `wait` for another's."""
    if fcntl is None:
        yield
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        yield
    finally:
        os.close(handle)


def _sweep(out: Path) -> None:
    """Removes the folders of runs that were killed: nobody holds their locks."""
    for left in out.glob(f"{_PREFIX}*") if fcntl else ():
        with suppress(OSError), _locked(left, wait=False):
            shutil.rmtree(left)


def _mend(error: OSError, out: Path) -> str:
    if isinstance(error, FileExistsError | NotADirectoryError):
        return "name a folder, or a new one, for the results"
    if isinstance(error, PermissionError):
        return f"allow writing to {out}, or name another folder for the results"
    return "mend that, or name another folder for the results"
