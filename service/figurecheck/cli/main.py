"""Where the process starts and ends: every way out is an exit code and at most one line, never a traceback.

Nothing is imported before `main` runs, so that an interrupt while the program loads is caught as well.
"""

import sys

CLEAN, FLAGGED, WRONG, INTERRUPTED, PIPE_CLOSED = 0, 1, 2, 130, 141
"""Exit codes: nothing to flag; flags; the call or a file was wrong; 128 + SIGINT and + SIGPIPE, as shells have it."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command in `arguments` (the process's own by default) and leave with its exit code; never returns."""
    code = WRONG
    try:
        code = _run(arguments)
        sys.stdout.flush()
    except KeyboardInterrupt:
        code = INTERRUPTED
    except BrokenPipeError:
        code = PIPE_CLOSED
    except Exception as error:
        _say(error)
    finally:
        _detach()
    sys.exit(code)


def _run(arguments: list[str] | None) -> int:
    from figurecheck.cli.app import app

    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    outcome = app(arguments, prog_name="figurecheck", standalone_mode=False)
    return outcome if isinstance(outcome, int) else CLEAN


def _say(error: Exception) -> None:
    from figurecheck.cli.failure import line

    try:
        print(line(error), file=sys.stderr)  # noqa: T201
    except OSError:
        return


def _detach() -> None:
    """Point a closed stdout at nothing, or the interpreter complains while it shuts down."""
    import os

    try:
        sys.stdout.flush()
    except (OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
