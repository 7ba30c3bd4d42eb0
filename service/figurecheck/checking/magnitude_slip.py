"""FC103 magnitude-slip: the same digits at another power of ten, million for billion."""

from collections.abc import Iterator

from figurecheck.checking.clash import expected, power_of_ten, severity, spoken_of
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.wording import here, there


def find(view: View) -> Iterator[Finding]:
    """One finding a figure of another article that is off by a power of ten."""
    for match in spoken_of(view):
        times = 10 ** abs(power_of_ten(match) or 0)
        message = f"{here(match)} here, but {there(match)}: the same digits, {times:,} times apart."
        yield Finding(match.mine, severity(match, view), message, match, expected=expected(match))
