"""How a message writes the values of its working, and how it says how one stands to another."""

from math import inf, isclose
from typing import Literal

from figurecheck.matching.intervals import Interval
from figurecheck.matching.measure import span
from figurecheck.model import Expected, Figure, Kind, Number
from figurecheck.rulebook.units import UnitIndex

Stand = Literal["times", "part", "change"]
"""How a message tells a ratio: as a multiple, as a share, or as what was gained or lost."""
_LARGE = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
_IRREGULAR = {"foot": "feet", "inch": "inches", "penny": "pence", "paisa": "paise", "pound-mass": "pounds"}
_MEASURED = frozenset((Kind.MEASURE, Kind.DURATION, Kind.MONEY, Kind.AGE))


def number(value: float) -> str:
    """A value as copy would write it: "138", "17.6 million", "1,240", "0.64"."""
    whole = isclose(value, round(value), abs_tol=1e-9)
    for size, word in _LARGE:
        if abs(value) >= size and (not whole or isclose(round(value / size, 3), value / size)):
            return f"{value / size:.4g} {word}"
    return f"{value:,.0f}" if abs(value) >= 1000 or whole else f"{value:.3f}".rstrip("0")


def percent(value: float) -> str:
    """A percentage to a tenth: "27.3%", "6%"; below one per cent to two digits."""
    return f"{f'{value:,.1f}'.removesuffix('.0') if abs(value) >= 1 else f'{value:.2g}'}%"


def amount(value: float, figure: Figure, units: UnitIndex) -> str:
    """A value in a figure's unit, with the sign that its copy writes, but without a word: "£17.6 million", "4,695"."""
    if figure.kind == Kind.PERCENT:
        return f"{number(value)}%"
    sign = _sign(figure, units)
    cents = sign and abs(value) < 1000 and not isclose(value, round(value), abs_tol=1e-9)
    return f"{sign}{value:.2f}" if cents else sign + number(value)


def said(value: float, figure: Figure, units: UnitIndex) -> str:
    """A value in a figure's unit, as its copy writes it: "4,695 acres", "£17.6 million", "180 million zloty"."""
    written, unit = amount(value, figure, units), figure.quantity.unit
    if figure.kind not in _MEASURED or not unit or not written[:1].isdigit():
        return written
    return f"{written} {_unit(figure, unit, units) if value != 1 else _of_one(unit)}"


def rounded(value: float) -> float:
    """A value as a conversion is written: to the whole from 1,000 on, to a tenth from 10 on, else to a hundredth."""
    return round(value, decimals(value))


def stands(ratio: float, how: Stand) -> str:
    """How one value stands to another, up to that other: "1.5 times", "64% of", "12% more than"."""
    if how == "change":
        return f"{percent(abs(ratio - 1) * 100)} {'more' if ratio > 1 else 'less'} than"
    return f"{ratio:.3g} times" if how == "times" and ratio > 1 else f"{percent(ratio * 100)} of"


def plural(unit: str) -> str:
    """A unit's name in the plural: "kilometres per hour", "feet", "degrees Celsius"."""
    one, per, rest = unit.partition(" per ")
    if one.startswith("degree"):
        head, _, scale = one.partition(" ")
        return f"{head}s {scale.capitalize()}".strip()
    lead, _, last = one.rpartition(" ")
    many = _IRREGULAR.get(last, last if last.endswith("s") else f"{last}s")
    return f"{lead} {many}".strip() + per + rest


def expected(values: Interval, places: int = 6) -> Expected:
    """The values that would make a figure right; an unknown end is null."""
    return Expected(low=_wire(values.low, places), high=_wire(values.high, places))


def exactly(value: float, places: int = 6) -> Expected:
    """The one value that would make a figure right."""
    return expected(Interval(value, value), places)


def given(figure: Figure, times: float = 1.0) -> Expected:
    """What a figure gives, in a unit of which its own is so many."""
    return expected(span(figure.quantity).scaled(times))


def decimals(value: float) -> int:
    """The decimals to which a conversion is written."""
    return 0 if abs(value) >= 1000 else 1 if abs(value) >= 10 else 2


def _sign(figure: Figure, units: UnitIndex) -> str:
    """The money's sign, as it stands before the figure's digits: "US$", "Rs "; "" where there is none."""
    quote = figure.quote
    first = next((k for k, mark in enumerate(quote) if mark.isdigit()), 0)
    lead = quote[:first].split()
    if figure.kind != Kind.MONEY or not lead:
        return ""
    touches = not quote[first - 1].isspace()
    known = units.currency_prefix(lead[-1], touches)
    return lead[-1] + ("" if touches else " ") if known else ""


def _unit(figure: Figure, name: str, units: UnitIndex) -> str:
    """The unit as the figure's own words have it, else its name: "acres", "km/h", "Fahrenheit"."""
    told = figure.quote.split()
    for k in range(1, len(told)) if figure.quantity.stated != 1 else ():
        found = units.match(told, k) or units.match_currency(told, k)
        if found and found[0].name == name:
            return " ".join(told[k : k + found[1]])
    return plural(name) if not name.isupper() else name


def _of_one(unit: str) -> str:
    return _IRREGULAR[unit].removesuffix("s") if unit == "pound-mass" else unit


def _wire(value: float, places: int) -> Number | None:
    if abs(value) == inf:
        return None
    rounded = round(value, places)
    return int(rounded) if rounded == int(rounded) else rounded
