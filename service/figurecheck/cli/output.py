"""What goes to stdout, and the lines of advice that go to stderr."""

import sys
from collections.abc import Iterable
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from figurecheck.model import Model


def write(text: str) -> None:
    """Print to stdout, as it is."""
    sys.stdout.write(text)


def advise(text: str) -> None:
    """One line on stderr."""
    sys.stderr.write(f"figurecheck: {text}\n")


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
