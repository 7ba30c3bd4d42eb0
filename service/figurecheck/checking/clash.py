"""What kind of clash two figures make, so that each pair is flagged by one rule."""

from figurecheck.checking.finding import Match
from figurecheck.matching import intervals as iv
from figurecheck.matching import likeness
from figurecheck.model import Expected, Relation, Severity


def code(match: Match) -> str | None:
    """The rule that speaks of a pair, or None where the two agree."""
    pair = match.pair
    if pair.relation == Relation.SUPERSEDED:
        return "FC105" if pair.stand.newer else None
    if pair.relation == Relation.ATTRIBUTION_CONFLICT:
        return "FC102"
    if pair.relation != Relation.CONFLICT:
        return None
    kind = pair.stand.kind
    if kind == "exceeds":
        return "FC106"
    if kind == "basis" or _unit_slip(match):
        return "FC104"
    if kind == "running":
        return "FC105"
    return "FC103" if power_of_ten(match) else "FC101"


def power_of_ten(match: Match) -> int | None:
    """The power of ten that two values of the same digits are apart, or None."""
    return likeness.power_of_ten(match.pair.left.measure.exact, match.pair.exact)


def _unit_slip(match: Match) -> bool:
    """The same number in another unit: 5 km here, 5 miles there."""
    left, right = match.pair.left, match.pair.right
    a, b = left.figure.quantity, right.figure.quantity
    return a.unit != b.unit and a.stated is not None and b.stated is not None and iv.same(a.stated, b.stated)


def severity(match: Match, certain: float, likely: float) -> Severity:
    """Error for a sure line-up and values clearly apart, warning for a likely one, info for the rest."""
    if match.pair.stand.kind in ("touch", "order"):
        return Severity.INFO
    score = match.pair.score
    return Severity.ERROR if score >= certain else Severity.WARNING if score >= likely else Severity.INFO


def expected(match: Match) -> Expected:
    """What the other article gives, in its own unit."""
    quantity = match.theirs.quantity
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        low = high = quantity.stated
    return Expected(low=low, high=high)
