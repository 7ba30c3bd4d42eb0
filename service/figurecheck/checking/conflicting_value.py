"""FC101 conflicting-value: another article gives another value for the same thing."""

from collections.abc import Iterator

from figurecheck.checking.clash import expected, severity, spoken_of
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.wording import here, there

_BOTH = "the two cannot both be right"
_WHY = {"touch": "the bound leaves out that very number", "order": "one of the two is loose or out of date"}
"""What to say of a clash by its kind."""


def find(view: View) -> Iterator[Finding]:
    """One finding a figure of another article whose values do not meet."""
    for match in spoken_of(view):
        message = f"{here(match)} here, but {there(match)}: {_WHY.get(match.pair.stand.kind, _BOTH)}."
        yield Finding(match.mine, severity(match, view), message, match, expected=expected(match))
