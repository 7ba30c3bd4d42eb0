"""What goes to stdout, and the lines of advice that go to stderr."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from figurecheck.model import Model


CONTROLS = {code: "\ufffd" for code in (*range(32), *range(127, 160)) if code != ord("\n")}
"""Control characters, which could drive a terminal, and what is shown in their place."""


def write(text: str) -> None:
    """Print to stdout, as it is: JSON, which escapes what is not to be shown."""
    sys.stdout.write(text)


def show(text: str) -> None:
    """Print to stdout for a person; an article's control characters never reach the terminal."""
    sys.stdout.write(text.translate(CONTROLS))


def advise(text: str) -> None:
    """One line on stderr."""
    sys.stderr.write(f"figurecheck: {' '.join(text.split()).translate(CONTROLS)}\n")


def stream(items: "Iterable[Model]", output_format: Literal["json", "jsonl"]) -> None:
    """Print the items as they come: as one JSON array, an item a line, or as JSON lines."""
    if output_format == "jsonl":
        for item in items:
            write(f"{item.model_dump_json()}\n")
        return
    start = "["
    for item in items:
        write(f"{start}{item.model_dump_json()}")
        start = ",\n"
    write("[]\n" if start == "[" else "]\n")
