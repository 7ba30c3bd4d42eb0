"""The members of `Bound` by plain names, found faster than by their class (see kinds.py)."""

from figurecheck.model.figure import Bound

EXACT, ABOUT, MORE_THAN, AT_LEAST, LESS_THAN, AT_MOST, BETWEEN, ORDER = Bound
