"""The written place of a number: how finely its copy states it. A pure function of the quote and the value."""

import re
from functools import lru_cache
from math import floor, isclose, log10

from figurecheck.model import Quantity
from figurecheck.rulebook.tolerance import Tolerance

_DIGITS = re.compile(r"\d+(?:[,.\u00a0\u202f'’ ]?\d+)*")
_GROUPED = re.compile(r"\d{1,3}(?:([,\u00a0\u202f'’ ])\d{3})(?:\1\d{3})*(?:\.\d+)?$")
_MULTIPLES = (*(10.0**n for n in range(25)), 0.01, 12.0)
"""What a magnitude word may multiply by; a percent given as a share by 0.01; "two dozen" by 12."""


def last_place(value: float) -> float:
    """The place of the last non-zero digit of a whole number: 14,000 -> 1,000; 1,487 -> 1. For 0 it is 1."""
    place, whole = 1.0, int(abs(value))
    while whole and whole % 10 == 0:
        place, whole = place * 10, whole // 10
    return place


def decimal_place(value: float) -> float:
    """The last decimal that a value has, at most six: 0.25 -> 0.01; 7 -> 1."""
    text = f"{value:.6f}".rstrip("0")
    return float(10.0 ** -len(text.partition(".")[2]))


def digits(quote: str) -> tuple[float, float] | None:
    """The first number written in digits in the quote, and the place of its last digit; None where there is none."""
    written = _written(quote)
    return (float(".".join(written)), 10.0 ** -len(written[1])) if written else None


def numeral(quote: str) -> tuple[str, int] | None:
    """The digits of that number from the first that is no zero on, and how many of them are decimals."""
    written = _written(quote)
    return ("".join(written).lstrip("0"), len(written[1])) if written else None


@lru_cache(maxsize=65536)
def _written(quote: str) -> tuple[str, str] | None:
    """The whole part and the decimals of the first number written in digits; of one with two points, the whole part."""
    found = _DIGITS.search(quote)
    if not found:
        return None
    text = found.group()
    if not _GROUPED.match(text):
        text = re.split(r"[^\d.]", text)[0]
    whole, *decimals = re.sub(r"[^\d.]", "", text).split(".")
    return whole, decimals[0] if len(decimals) == 1 else ""


def written_place(quote: str, stated: float) -> tuple[float, bool]:
    """The place of the last digit as written, in the value's own unit, and whether it was written in full.

    "$1.2bn", 1.2e9 -> (1e8, False); "14,000" -> (1, True); in words: "five thousand" -> (1000, False), "seven" ->
    (1, True).
    """
    size = abs(stated)
    written = digits(quote)
    if written and size and written[0]:
        factor = size / written[0]
        for multiple in _MULTIPLES:
            if isclose(factor, multiple, rel_tol=1e-6):
                return written[1] * multiple, multiple == 1.0 and written[1] == 1.0
    if size != int(size):
        return decimal_place(size), False
    return (last_place(size), False) if size >= 1000 else (1.0, True)


def tolerance(kind: str, quote: str, quantity: Quantity, rules: Tolerance) -> float:
    """What a figure's ends give way, in its own unit (DESIGN section 4)."""
    if quantity.bound in rules.exact_bounds or quantity.bound == "order":
        return 0.0
    value = quantity.stated
    if value is None:
        value = quantity.low if quantity.low is not None else quantity.high
    if value is None:
        return 0.0
    size = abs(float(value))
    place, in_full = written_place(quote, size)
    whole = size == floor(size)
    if in_full and whole and size >= rules.whole_from:
        return min(rules.place_share * last_place(size), rules.whole_cap * size)
    if in_full and whole and kind in rules.exact_kinds and quantity.per is None:
        return 0.0
    if not whole and digits(quote) is None and kind in ("ratio", "percent"):
        place = rules.fraction_place * (100 if kind == "percent" else 1)
    return rules.place_share * place


def distinctive(value: float | None, rules: Tolerance) -> bool:
    """Is a value seldom met twice: 13 or more and not round (137, 1,340, 1.37 million)?"""
    if value is None or abs(value) < rules.distinctive_from:
        return False
    size = abs(value)
    if size == floor(size) and size < 1000:
        return size % 10 != 0
    return significant(size) >= 3


def significant(value: float) -> int:
    """How many significant digits a number has, at most seven: 1,340 has 3."""
    size = abs(value)
    return len(f"{size / 10 ** floor(log10(size)):.6f}".rstrip("0").replace(".", "")) if size else 0
