"""FC105 superseded: a later report gives a running toll higher, or copy names the older value as older."""

from collections.abc import Iterator

from figurecheck.checking.clash import code, expected
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.wording import here, there
from figurecheck.model import Relation, Severity


def find(view: View) -> Iterator[Finding]:
    """One finding, always an info, a figure of another article that updates this one or is updated by it."""
    for match in view.matches:
        if code(match) != "FC105":
            continue
        if match.pair.relation == Relation.SUPERSEDED:
            message = f"{here(match)} here and {there(match)}: one of the two is named as an earlier value."
        elif match.later:
            message = f"{here(match)} here updates {there(match)}."
        else:
            message = f"{here(match)} here has been overtaken by {there(match)}."
        yield Finding(match.mine, Severity.INFO, message, match, expected=None if match.later else expected(match))
