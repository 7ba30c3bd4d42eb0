"""FC104 basis-mismatch: the same number in another unit or on another basis, miles for km, percent for points."""

from collections.abc import Iterator

from figurecheck.checking.clash import code, expected, severity
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.wording import here, there


def find(view: View) -> Iterator[Finding]:
    """One finding a figure of another article that has the number but not its basis."""
    certain, likely = view.rule.setting("certain", 0.9), view.rule.setting("likely", 0.7)
    for match in view.matches:
        if code(match) == "FC104":
            message = f"{here(match)} here, but {there(match)}: one number on two bases."
            yield Finding(match.mine, severity(match, certain, likely), message, match, expected=expected(match))
