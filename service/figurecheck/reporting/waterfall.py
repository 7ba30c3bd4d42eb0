"""The reasons of a comparison as a waterfall: each step's weight and the running total, for `--explain`."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from figurecheck.model import Comparison, Reason

BAR = 12
"""Cells of the longest bar."""


class Step(NamedTuple):
    """One reason with the running total of weights (log2 odds) after it, and a bar scaled to the longest step."""

    reason: Reason
    total: float
    bar: str


def waterfall(comparison: Comparison) -> list[Step]:
    """The comparison's reasons in order, each with the total so far."""
    reasons = comparison.reasons
    longest = max((abs(item.weight) for item in reasons), default=0.0)
    totals = accumulate(item.weight for item in reasons)
    return [Step(item, total, _bar(item.weight, longest)) for item, total in zip(reasons, totals, strict=True)]


def lines(comparison: Comparison) -> Iterator[str]:
    """The waterfall as text, a line per step: bar, weight, total, part, level, detail."""
    for step in waterfall(comparison):
        cells = f"{step.bar:<{BAR}} {step.reason.weight:+6.2f} {step.total:+7.2f}"
        yield f"{cells}  {f'{step.reason.part} {step.reason.level}':<22} {step.reason.detail}".rstrip()


def _bar(weight: float, longest: float) -> str:
    """Filled cells for a weight that speaks for a match, hollow ones for a weight against; none for a weight of 0."""
    cells = round(abs(weight) / longest * BAR) if longest else 0
    return ("█" if weight > 0 else "░") * cells
