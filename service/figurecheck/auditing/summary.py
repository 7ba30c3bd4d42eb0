"""What an audit found, in numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from figurecheck.model import Severity


@dataclass(slots=True)
class AuditSummary:
    """Articles read, their figures, and flags by severity and by rule; `flags` and `report` are the files written.

    `repeated` articles were given more than once, `replaced` ones shared their id with a later one, which was kept;
    `failed` has, by id, what was raised by those that could not be read.
    """

    flags: Path
    report: Path
    rules: str
    articles: int = 0
    figures: int = 0
    repeated: int = 0
    replaced: int = 0
    failed: dict[str, str] = field(default_factory=dict)
    severities: Counter[Severity] = field(default_factory=Counter)
    codes: Counter[str] = field(default_factory=Counter)

    @property
    def flagged(self) -> int:
        """How many flags were raised."""
        return self.severities.total()
