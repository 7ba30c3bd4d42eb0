"""FC101 conflicting-value: another article gives another value for the same thing."""

from collections.abc import Iterator

from figurecheck.checking.clash import expected, severity, spoken_of
from figurecheck.checking.finding import Finding, Match, View
from figurecheck.checking.wording import here, there

LOOSE = frozenset(("money", "duration"))
ROUND = 1000
"""Sums and spans, and counts from here on, are so often rounded that a bound at the very number says nothing."""
_BOTH = "the two cannot both be right"
_WHY = {"touch": "the bound leaves out that very number", "order": "one of the two is loose or out of date"}
"""What to say of a clash by its kind."""


def find(view: View) -> Iterator[Finding]:
    """One finding a figure of another article whose values do not meet."""
    for match in spoken_of(view):
        if _hardly(match):
            continue
        message = f"{here(match)} here, but {there(match)}: {_WHY.get(match.pair.stand.kind, _BOTH)}."
        yield Finding(match.mine, severity(match, view), message, match, expected=expected(match))


def _hardly(match: Match) -> bool:
    """Is a bound no further off than copy rounds: "more than $1 million" and $1 million, "over six years" and six?"""
    measure = match.pair.left.measure
    loose = measure.sort in LOOSE or (measure.family == "count" and abs(measure.exact.near) >= ROUND)
    return match.pair.stand.kind == "touch" and loose
