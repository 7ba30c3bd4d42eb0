"""FC104 basis-mismatch: the same number in another unit or on another basis, miles for km, percent for points."""

from collections.abc import Iterator

from figurecheck.checking.clash import expected, severity, spoken_of
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.wording import here, there


def find(view: View) -> Iterator[Finding]:
    """One finding a figure of another article that has the number but not its basis."""
    for match in spoken_of(view):
        message = f"{here(match)} here, but {there(match)}: one number on two bases."
        yield Finding(match.mine, severity(match, view), message, match, expected=expected(match))
