"""Flags that speak of the same figures, seen as one finding."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from figurecheck.auditing.gravest import Entry
from figurecheck.matching.groups import Groups


class Finding(NamedTuple):
    """Flags of one rule whose figures and evidence hang together; the gravest and surest first."""

    flags: tuple[Entry, ...]

    @property
    def lead(self) -> Entry:
        """The flag that speaks for the others."""
        return self.flags[0]


def findings(flags: Iterable[Entry]) -> list[Finding]:
    """The flags as findings: two flags of one rule that share a figure, as flagged or as evidence, are one finding.

    Ordered by the severity of their leads, then rule, then as the flags came.
    """
    listed = list(flags)
    groups = Groups[tuple[str, str]]()
    for flag in listed:
        for figure in flag.figures[1:]:
            groups.join((flag.code, flag.figures[0]), (flag.code, figure))
    gathered: dict[tuple[str, str], list[Entry]] = {}
    for flag in listed:
        gathered.setdefault(groups.of((flag.code, flag.figures[0])), []).append(flag)
    found = [Finding(tuple(sorted(group, key=_weight))) for group in gathered.values()]
    return sorted(found, key=lambda one: (-one.lead.severity.rank, one.lead.code))


def _weight(flag: Entry) -> tuple[int, float]:
    return -flag.severity.rank, -flag.score
