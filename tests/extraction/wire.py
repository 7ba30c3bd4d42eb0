"""What holds for the figures of any text."""

import json
import math
from collections.abc import Iterable

from figurecheck.model import Figure

LARGEST = 1.1 * 10**24
"""No numeral is read beyond 10^24; "about" lets a tenth more stand."""


def _refuse(constant: str) -> None:
    raise AssertionError(f"{constant} is no JSON")


def check_figures(text: str, figures: Iterable[Figure]) -> None:
    """Asserts that quotes are slices, figures stand apart, values are finite, whole where whole, and JSON is clean."""
    end = 0
    for figure in figures:
        assert figure.quote == text[figure.start : figure.end] != ""
        assert figure.start >= end, "figures overlap"
        end = figure.end
        quantity = figure.quantity
        known = [value for value in (quantity.stated, quantity.low, quantity.high) if value is not None]
        assert known, "neither stated nor low nor high"
        assert all(math.isfinite(value) and abs(value) <= LARGEST for value in known)
        assert all(isinstance(value, int) or not value.is_integer() for value in known), "whole where whole"
        wire = figure.model_dump_json()
        assert json.loads(wire.encode(), parse_constant=_refuse)["start"] == figure.start
