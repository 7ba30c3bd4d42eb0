"""FC106 part-exceeds-whole: what is a part by its words is above the whole that another article gives."""

from collections.abc import Iterator

from figurecheck.checking.clash import severity, spoken_of
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.wording import here, there


def find(view: View) -> Iterator[Finding]:
    """One finding a figure of another article that it cannot be a part, or the whole, of."""
    for match in spoken_of(view):
        message = f"{here(match)} here, but {there(match)}: a part cannot exceed its whole."
        yield Finding(match.mine, severity(match, view), message, match)
