"""Compound units that the index cannot compose ("W/m2/K"), named by quantulum3's own parser.

quantulum3 takes seconds to load, so it is imported by the first compound unit that an article brings, and never by
ordinary copy: only a token in the shape of a formula is asked about.
"""

import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from threading import Lock
from typing import Final

_POWER: Final = r"(?:\^?[-−]?[1-4]|⁻?[¹²³⁴])"
_PIECE: Final = r"[^\W\d_]{1,4}"
_SHAPE: Final = re.compile(rf"({_PIECE}){_POWER}?(?:[/·⋅*]{_PIECE}{_POWER}?)+")
_LONG: Final = re.compile(rf"[/·⋅*].*[/·⋅*]|{_POWER}")
_LONGEST: Final = 40
_LOCK: Final = Lock()


@dataclass(frozen=True, slots=True)
class Compound:
    """A compound unit under quantulum3's name; `parts` are its units with their powers."""

    name: str
    dimension: str
    parts: tuple[tuple[str, int], ...]


def first_piece(token: str) -> str | None:
    """The first unit of a token in the shape of a compound of three units, or of powers; None for any other token."""
    shape = _SHAPE.fullmatch(token) if len(token) <= _LONGEST else None
    return shape[1] if shape and _LONG.search(token) else None


@lru_cache(maxsize=256)
def parse_compound(token: str) -> Compound | None:
    """What quantulum3 makes of a compound unit; None where it does not know it. Never raises."""
    with _LOCK, _quiet():
        try:
            from quantulum3 import classifier, parser

            classifier.USE_CLF = False  # its trained classifier is optional, and depends on what else is installed
            found = parser.parse(f"1 {token}")
        except Exception:
            return None
    if len(found) != 1 or found[0].span[1] != len(token) + 2:
        return None
    unit = found[0].unit
    parts = tuple((str(part["base"]), int(part["power"])) for part in unit.dimensions)
    known = len(parts) > 1 and all(base != "unk" for base, _ in parts)
    return Compound(unit.name, unit.entity.name, parts) if known else None


@contextmanager
def _quiet() -> Iterator[None]:
    """Keeps quantulum3 from warning of its missing extra, and from setting up the process's logging at every parse."""
    import logging

    root = logging.getLogger()
    guard = logging.NullHandler()  # basicConfig leaves a root logger alone that has a handler
    root.addHandler(guard)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        root.removeHandler(guard)
