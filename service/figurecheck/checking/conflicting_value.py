"""FC101 conflicting-value: another article gives another value for the same thing."""

from collections.abc import Iterator

from figurecheck.checking.clash import code, expected, severity
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.wording import here, there


def find(view: View) -> Iterator[Finding]:
    """One finding a figure of another article whose values do not meet."""
    certain, likely = view.rule.setting("certain", 0.9), view.rule.setting("likely", 0.7)
    for match in view.matches:
        if code(match) == "FC101":
            message = f"{here(match)} here, but {there(match)}: the two cannot both be right."
            yield Finding(match.mine, severity(match, certain, likely), message, match, expected=expected(match))
