"""The unit index: written forms to units, and back to what quantulum3 says."""

import tomllib
from pathlib import Path

import pytest

from figurecheck.rulebook.units import AFTER_DIGITS, AFTER_WORD, GLUED, UnitIndex

RULES = Path(__file__).parents[2] / "rules" / "lexicon" / "en"


@pytest.fixture(scope="module")
def units() -> UnitIndex:
    tables = [tomllib.loads((RULES / f"{name}.toml").read_text("utf-8")) for name in ("units", "currencies")]
    return UnitIndex.load(*tables)


@pytest.mark.parametrize(
    ("form", "name", "tokens"),
    [
        ("square kilometres of forest", "square kilometre", 2),
        ("nautical miles off", "nautical mile", 2),
        ("km/h", "kilometre per hour", 1),
        ("miles per hour", "mile per hour", 3),
        ("sq. ft.", "square foot", 2),
        ("°C", "degree Celsius", 1),
        ("degrees Celsius", "degree Celsius", 2),
        ("degrees F", "degree fahrenheit", 2),
        ("megawatt-hours", "megawatt hour", 1),
        ("MW", "megawatt", 1),
        ("mW", "milliwatt", 1),
        ("MB", "megabyte", 1),
        ("years'", "year", 1),
        ("percentage points", "percentage point", 2),
        ("per cent", "percent", 2),
        ("tonnes", "tonne", 1),
    ],
)
def test_the_longest_form_gives_quantulum3s_unit(units: UnitIndex, form: str, name: str, tokens: int) -> None:
    unit, count = units.match(form.split(), 0) or pytest.fail(form)
    assert (unit.name, count) == (name, tokens)


@pytest.mark.parametrize("word", ["a", "at", "as", "of", "drones", "times", "bars", "points", "M", "k", "G"])
def test_everyday_words_are_no_units(units: UnitIndex, word: str) -> None:
    assert units.match([word], 0, GLUED) is None


def test_short_symbols_need_digits_and_in_must_touch_them(units: UnitIndex) -> None:
    assert units.match(["m"], 0, AFTER_WORD) is None
    assert units.match(["m"], 0, AFTER_DIGITS) is not None
    assert units.match(["in", "May"], 0, AFTER_DIGITS) is None
    assert units.match(["in"], 0, GLUED) is not None
