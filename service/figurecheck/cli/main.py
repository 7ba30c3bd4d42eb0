"""Where the process starts and ends: every way out is an exit code and at most one line, never a traceback.

Only the standard library is imported before `main` runs, so that an interrupt while the program loads is caught too.
"""

import gc
import os
import sys

CLEAN, FLAGGED, WRONG, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141
"""Exit codes: nothing to flag; flags; the call or a file was wrong; 128 + SIGINT and + SIGPIPE, as shells have it."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command in `arguments` (the process's own by default) and leave with its exit code; never returns."""
    code = WRONG
    try:
        _open_streams()
        code = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        code = PIPE_CLOSED
    except SystemExit as stop:
        code = _asked(stop)
    except Exception as error:
        _say(error)
    finally:
        _let_go()
        exec("")  # an interrupt within exec, as of a dataclass being made, marks the process to die by it: no more
        gc.disable()  # or the interpreter looks through all tables once more for what it is about to drop
    sys.exit(code)


def _open_streams() -> None:
    """Streams that are there, in UTF-8 whatever the locale says, and line ends as they are written."""
    sys.stdout = sys.stdout or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    sys.stderr = sys.stderr or open(os.devnull, "w", encoding="utf-8")  # noqa: SIM115
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")


def _run(arguments: list[str] | None) -> int:
    from figurecheck.cli.app import app

    outcome = app(arguments, prog_name="figurecheck", standalone_mode=False)
    return outcome if isinstance(outcome, int) else CLEAN


def _asked(stop: SystemExit) -> int:
    """The code of an exit that a library asks for; for a closed pipe, typer asks for 1."""
    if isinstance(stop.__context__, BrokenPipeError):
        return PIPE_CLOSED
    return stop.code if isinstance(stop.code, int) else CLEAN if stop.code is None else WRONG


def _say(error: Exception) -> None:
    from figurecheck.cli.failure import line

    try:
        print(line(error), file=sys.stderr)  # noqa: T201
    except OSError:
        return


def _let_go() -> None:
    """Point a stdout that takes no more at nothing, or the interpreter complains while it shuts down."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
