"""How a message writes the values of its working."""

from math import inf, isclose

from figurecheck.matching.intervals import Interval
from figurecheck.model import Expected, Figure, Kind, Number

_LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_IRREGULAR = {"foot": "feet", "inch": "inches", "penny": "pence", "paisa": "paise"}
_SIGNS = {Kind.PERCENT: "%", Kind.PERCENTAGE_POINT: " percentage points", Kind.BASIS_POINT: " basis points"}


def number(value: float) -> str:
    """A value as copy would write it: "138", "17.6 million", "1,240", "0.64"."""
    for size, word in _LARGE:
        if abs(value) >= size:
            return f"{value / size:.4g} {word}"
    if abs(value) >= 100 or isclose(value, round(value), abs_tol=1e-9):
        return f"{value:,.0f}"
    return f"{value:.3g}"


def said(value: float, figure: Figure) -> str:
    """A value in a figure's unit: "4,695 acres", "GBP 17.6 million", "27%"."""
    unit = figure.quantity.unit
    if figure.kind == Kind.MONEY and unit and unit.isupper():
        return f"{unit} {number(value)}"
    if figure.kind in _SIGNS:
        return number(value) + _SIGNS[figure.kind]
    if unit and figure.kind in (Kind.MEASURE, Kind.DURATION, Kind.MONEY):
        return f"{number(value)} {plural(unit) if value != 1 else unit}"
    return number(value)


def plural(unit: str) -> str:
    """A unit's name in the plural: "kilometres per hour", "feet"."""
    one, per, rest = unit.partition(" per ")
    lead, _, last = one.rpartition(" ")
    many = _IRREGULAR.get(last, last if last.endswith("s") else f"{last}s")
    return f"{lead} {many}".strip() + per + rest


def expected(values: Interval, places: int = 6) -> Expected:
    """The values that would make a figure right; an unknown end is null."""
    return Expected(low=_wire(values.low, places), high=_wire(values.high, places))


def exactly(value: float, places: int = 6) -> Expected:
    """The one value that would make a figure right."""
    return expected(Interval(value, value), places)


def _wire(value: float, places: int) -> Number | None:
    if abs(value) == inf:
        return None
    rounded = round(value, places)
    return int(rounded) if rounded == int(rounded) else rounded
