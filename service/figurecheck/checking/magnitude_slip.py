"""FC103 magnitude-slip: the same digits at another power of ten, million for billion."""

from collections.abc import Iterator

from figurecheck.checking.clash import code, expected, power_of_ten, severity
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.wording import here, there


def find(view: View) -> Iterator[Finding]:
    """One finding a figure of another article that is off by a power of ten."""
    certain, likely = view.rule.setting("certain", 0.9), view.rule.setting("likely", 0.7)
    for match in view.matches:
        if code(match) == "FC103":
            times = 10 ** abs(power_of_ten(match) or 0)
            message = f"{here(match)} here, but {there(match)}: the same digits, {times:,} times apart."
            yield Finding(match.mine, severity(match, certain, likely), message, match, expected=expected(match))
