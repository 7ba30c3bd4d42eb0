"""The flags that matter most, when there are more than a page can hold."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, islice
from typing import NamedTuple

from figurecheck.auditing.worker import Found
from figurecheck.model import Severity


class Entry(NamedTuple):
    """A flag that was written: what it is grouped and ordered by, and the bytes of the file where it stands."""

    severity: Severity
    code: str
    name: str
    figures: tuple[str, ...]
    score: float
    offset: int
    length: int


class Gravest:
    """At most `size` flags, errors before warnings before infos, and then those that came first."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._entries: dict[Severity, list[Entry]] = {severity: [] for severity in Severity}

    def add(self, found: Found, offset: int) -> None:
        """Consider one more flag, which stands at this offset of the file of flags."""
        entries = self._entries[found.severity]
        if len(entries) < self._size:
            entries.append(Entry(*found[:-1], offset, len(found.line)))

    def __iter__(self) -> Iterator[Entry]:
        return islice(chain.from_iterable(self._entries.values()), self._size)
