"""A number as it is written in a sentence, and what it is worth, exactly."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from figurecheck.extraction.draft import Value
from figurecheck.extraction.forms import Form

LIMIT: Final = 10**24  # DESIGN 4: a numeral beyond this is no figure


class Numeral:
    """A number at tokens [first, last): its value, or for an order of magnitude its low and high.

    `place` is the worth of the last written place ("1.2 million": 100000), None where that has no meaning.
    """

    __slots__ = ("bare", "first", "form", "high", "last", "low", "magnitude", "noun", "place", "value")

    def __init__(self, first: int, last: int, value: Value | None, form: Form, place: Value | None = None) -> None:
        self.first = first
        self.last = last
        self.value = value
        self.form = form
        self.place = place
        self.low: Value | None = None
        self.high: Value | None = None
        self.magnitude: Value = 1  # what the words behind the digits multiply by
        self.noun: int | None = None  # what a share is of, where it stands within: the call of "one call in five"
        self.bare: Value | None = value  # the value before that


def exact(value: Decimal | Fraction | int) -> Value:
    """An int where whole, else a Decimal (a third to 12 places)."""
    if isinstance(value, int):
        return value
    if not isinstance(value, Decimal):
        if value.denominator == 1:
            return value.numerator
        value = Decimal(value.numerator) / Decimal(value.denominator)
    return int(value) if value == value.to_integral_value() else value
