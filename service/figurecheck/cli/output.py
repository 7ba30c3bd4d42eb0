"""What goes to stdout, and the lines of advice that go to stderr."""

import sys
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from figurecheck.model import Model


def write(text: str) -> None:
    """Print to stdout, as it is."""
    sys.stdout.write(text)


def advise(text: str) -> None:
    """One line on stderr."""
    sys.stderr.write(f"figurecheck: {text}\n")


def array(items: "Sequence[Model]") -> str:
    """The items as one JSON array, one item a line, the wire contract's form."""
    return "[" + ",\n".join(item.model_dump_json() for item in items) + "]\n"


def lines(items: "Iterable[Model]") -> str:
    """The items as JSON, one a line."""
    return "".join(f"{item.model_dump_json()}\n" for item in items)


def terminal() -> bool:
    """True where a person reads stdout."""
    return sys.stdout.isatty()
