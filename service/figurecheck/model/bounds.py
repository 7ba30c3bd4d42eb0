"""The members of `Bound` by plain names, found faster than by their class (see kinds.py)."""

from typing import Final

from figurecheck.model.figure import Bound

EXACT: Final = Bound.EXACT
ABOUT: Final = Bound.ABOUT
MORE_THAN: Final = Bound.MORE_THAN
AT_LEAST: Final = Bound.AT_LEAST
LESS_THAN: Final = Bound.LESS_THAN
AT_MOST: Final = Bound.AT_MOST
BETWEEN: Final = Bound.BETWEEN
ORDER: Final = Bound.ORDER
