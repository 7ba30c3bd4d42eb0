"""FC107 loose-bound: a bound that holds, but says little: "more than 300" where another article counts 2,900."""

from collections.abc import Iterator
from math import inf

from figurecheck.checking.clash import LIKELY
from figurecheck.checking.finding import Finding, Match, View
from figurecheck.checking.wording import here, there
from figurecheck.model import Bound, Relation, Severity

LOWER = frozenset((Bound.MORE_THAN, Bound.AT_LEAST))
UPPER = frozenset((Bound.LESS_THAN, Bound.AT_MOST))


def find(view: View) -> Iterator[Finding]:
    """One finding, always an info, a figure of another article that meets this one's bound from far off."""
    likely = view.rule.setting("likely", LIKELY)
    for match in view.matches:
        if match.pair.relation != Relation.CONSISTENT or match.pair.score < likely:
            continue
        if _times(match) >= view.book.tolerance.loose_ratio:
            message = f"{here(match)} here holds, but {there(match)} is {_times(match):.0f} times off."
            yield Finding(match.mine, Severity.INFO, message, match)


def _times(match: Match) -> float:
    """How far the other value, or bound, lies from the checked figure's bound; 1 where that has none."""
    left, right = match.pair.left.measure.exact, match.pair.exact
    mine, theirs = (left, right) if match.mine_left else (right, left)
    bound = match.mine.quantity.bound
    if bound in LOWER and mine.low > 0 and theirs.low > 0:
        return theirs.low / mine.low
    if bound in UPPER and 0 < theirs.high < inf:
        return mine.high / theirs.high
    return 1.0
