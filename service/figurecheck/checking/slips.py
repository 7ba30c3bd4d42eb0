"""How far a written value may be from what it should be and still be a slip of the pen, and no figure of another thing.

Read on the wrong figures of 240 test articles by a dozen hands: all but one in twenty lie within 2.5 times of the right
value, and most others keep its digits; what is further off has most often been tied to the wrong figures.
"""

from math import isclose

from figurecheck.matching.intervals import Interval, meet, times
from figurecheck.matching.places import digits, numeral
from figurecheck.model import Figure

FAR = 2.5
POWERS = (0.001, 0.01, 0.1, 10.0, 100.0, 1000.0)
TOLD = 6.0
"""What the sentence itself calls a share, or the amount between two values, may be off by so much."""
LEVELS = 2.0
"""Two levels whose ratio is further off than this from the one that is told are no before and after."""


def may_be_slip(told: Interval, come: Interval, far: float = FAR) -> bool:
    """Is what is told within so many times of what it comes to, or some powers of ten off?"""
    apart = times(told, come)
    return apart is not None and (apart <= far or any(meet(told.scaled(power), come) for power in POWERS))


def is_turned(one: str, other: str) -> bool:
    """Are the digits of two quotes the same in another order: "62,000" and "26,000"? One digit is in no order."""
    left, right = numeral(one), numeral(other)
    if not left or not right or left == right or left[1] != right[1] or len(left[0]) < 2:
        return False
    return sorted(left[0]) == sorted(right[0])


def is_mistyped(one: str, other: str) -> bool:
    """Does one digit of several differ: "17.6" and "18.6"? Of "3,000" and "8,000" there is but one to differ."""
    left, right = numeral(one), numeral(other)
    if not left or not right or left[1] != right[1] or len(left[0]) != len(right[0]):
        return False
    told = min(len(left[0].rstrip("0")), len(right[0].rstrip("0")))
    return told > 1 and sum(a != b for a, b in zip(left[0], right[0], strict=True)) == 1


def is_misprint(figure: Figure, value: float) -> bool:
    """Is what is written but one digit, or the order of its digits, from a value: "$1,640" where 1,440 is right?

    Only of three digits or more: of fewer, another number is too often that near by chance.
    """
    written, stated = digits(figure.quote), figure.quantity.stated
    if not written or not written[0] or stated is None:
        return False
    should, decimals = value * written[0] / float(stated), (numeral(figure.quote) or ("", 0))[1]
    told = f"{should:.{decimals}f}"
    if not isclose(float(told), should, rel_tol=1e-6) or len((numeral(told) or ("", 0))[0].rstrip("0")) < LONG:
        return False
    return is_mistyped(told, figure.quote) or is_turned(told, figure.quote)


LONG = 3
