"""FC106 part-exceeds-whole: what is a part by its words is above the whole that another article gives."""

from collections.abc import Iterator

from figurecheck.checking.clash import code, severity
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.wording import here, there


def find(view: View) -> Iterator[Finding]:
    """One finding a figure of another article that it cannot be a part, or the whole, of."""
    certain, likely = view.rule.setting("certain", 0.9), view.rule.setting("likely", 0.7)
    for match in view.matches:
        if code(match) == "FC106":
            message = f"{here(match)} here, but {there(match)}: a part cannot exceed its whole."
            yield Finding(match.mine, severity(match, certain, likely), message, match)
