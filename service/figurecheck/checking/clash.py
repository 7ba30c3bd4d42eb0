"""What kind of clash two figures make, so that each pair is flagged by one rule."""

from collections.abc import Iterator

from figurecheck.checking.finding import Match, View
from figurecheck.matching import intervals as iv
from figurecheck.matching import likeness
from figurecheck.matching.places import significant
from figurecheck.model import Expected, Relation, Severity

LIKELY, CERTAIN = 0.7, 0.9
"""The chance that two figures are one from which on a rule speaks, and is sure; a rule may set both."""
SLIP = frozenset(("same_noun", "kin", "swapped_digits"))
"""Levels at which both count with one noun, or write digits: a slip of two is likelier than a sum or a growth."""
THOUSAND = 3
"""The power of ten from one magnitude word to the next."""


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
    if kind == "running" and not _kept_digits(match):
        return "FC105"
    return "FC103" if power_of_ten(match) else "FC101"


def power_of_ten(match: Match) -> int | None:
    """The power of ten that two values of the same digits are apart, or None."""
    return likeness.power_of_ten(match.pair.left.measure.exact, match.pair.exact)


def _kept_digits(match: Match) -> bool:
    """Is it no growth of a toll, which seldom keeps every digit: 34 and 340, 1.2 million and 1.2 billion, 1,158 and
    1,518, 57 and seventy-five?"""
    steps = match.pair.steps
    one, other = (f"{abs(q.stated or 0):.0f}" for q in (match.mine.quantity, match.theirs.quantity))
    if likeness.swapped((one, 0), (other, 0)) and (len(one) >= likeness.MANY or any(s.level in SLIP for s in steps)):
        return True
    power = power_of_ten(match)
    return power is not None and (abs(power) >= THOUSAND or significant(match.mine.quantity.stated or 0) > 1)


def _unit_slip(match: Match) -> bool:
    """The same number in another unit: 5 km here, 5 miles there."""
    left, right = match.pair.left, match.pair.right
    a, b = left.figure.quantity, right.figure.quantity
    return (
        None not in (a.unit, b.unit)
        and a.unit != b.unit
        and a.stated is not None
        and b.stated is not None
        and iv.same(a.stated, b.stated)
    )


def spoken_of(view: View) -> Iterator[Match]:
    """The matches that are the rule's to speak of, and lined up surely enough to be worth an editor's time."""
    likely = view.rule.setting("likely", LIKELY)
    return (match for match in view.matches if match.pair.score >= likely and code(match) == view.rule.code)


def severity(match: Match, view: View) -> Severity:
    """Error for a sure line-up, warning for a likely one, info where the values hardly are apart."""
    if match.pair.stand.kind in ("touch", "order"):
        return Severity.INFO
    return Severity.ERROR if match.pair.score >= view.rule.setting("certain", CERTAIN) else Severity.WARNING


def expected(match: Match) -> Expected:
    """What the other article gives, in its own unit."""
    quantity = match.theirs.quantity
    low, high = quantity.low, quantity.high
    if low is None and high is None:
        low = high = quantity.stated
    return Expected(low=low, high=high)
