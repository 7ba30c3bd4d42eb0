"""The flags that matter most, when there are more than a page can hold."""

from __future__ import annotations

from itertools import chain, islice

from figurecheck.auditing.worker import Found
from figurecheck.model import Flag, Severity


class Gravest:
    """At most `size` flags, errors before warnings before infos, those that came first before later ones."""

    def __init__(self, size: int) -> None:
        self._size = size
        self._lines: dict[Severity, list[str]] = {severity: [] for severity in Severity}
        self.seen = 0

    def add(self, found: Found) -> None:
        """Consider one more flag."""
        self.seen += 1
        lines = self._lines[found.severity]
        if len(lines) < self._size:
            lines.append(found.line)

    def flags(self) -> list[Flag]:
        """The flags chosen, the gravest first."""
        return [
            Flag.model_validate_json(line) for line in islice(chain.from_iterable(self._lines.values()), self._size)
        ]
