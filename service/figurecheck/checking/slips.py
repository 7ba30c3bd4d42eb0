"""How far a written value may be from what it should be and still be a slip of the pen, and no figure of another thing.

Read on the wrong figures of 240 test articles by a dozen hands: all but one in twenty lie within 2.5 times of the right
value, and most others keep its digits; what is further off has most often been tied to the wrong figures.
"""

from figurecheck.matching.intervals import Interval, meet, times

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
