"""FC101 conflicting-value: another article gives another value for the same thing."""

from collections.abc import Iterator

from figurecheck.checking.clash import expected, severity, spoken_of
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.wording import here, there


def find(view: View) -> Iterator[Finding]:
    """One finding a figure of another article whose values do not meet."""
    for match in spoken_of(view):
        message = f"{here(match)} here, but {there(match)}: the two cannot both be right."
        yield Finding(match.mine, severity(match, view), message, match, expected=expected(match))
