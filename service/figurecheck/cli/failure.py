"""One line for every way a call can fail."""

import os

from typer import TyperException

from figurecheck.cli.output import CONTROLS


class CallError(Exception):
    """The call asks for what cannot be done; the message names it and the mend."""


def line(error: Exception) -> str:
    """What to tell the user of an error, on one line."""
    return f"figurecheck: {' '.join(_words(error).split()).translate(CONTROLS)}"


def _words(error: Exception) -> str:
    if isinstance(error, TyperException):
        return f"{error.format_message()} Try --help." if error.format_message() else "say which command: try --help"
    if _ours(error):
        return str(error)
    if isinstance(error, OSError) and error.strerror:
        return f"{os.fsdecode(error.filename)}: {error.strerror}" if error.filename else error.strerror
    if isinstance(error, MemoryError):
        return "out of memory: give it smaller files or fewer at once"
    return f"a bug in figurecheck, please report it: {type(error).__name__}: {error}"


def _ours(error: Exception) -> bool:
    """The package's own errors carry a message for the user; any other is a bug or the system's."""
    return type(error).__module__.partition(".")[0] == "figurecheck"
