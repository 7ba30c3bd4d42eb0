"""The unit index: written forms to units, units to other units."""

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figurecheck.rulebook.sources import Sources, read
from figurecheck.rulebook.unit_tables import Measures
from figurecheck.rulebook.units import AFTER_DIGITS, AFTER_WORD, GLUED, UnitIndex


@pytest.mark.parametrize(
    ("form", "name", "tokens"),
    [
        ("square kilometres of forest", "square kilometre", 2),
        ("nautical miles off", "nautical mile", 2),
        ("km/h", "kilometre per hour", 1),
        ("miles per hour", "mile per hour", 3),
        ("sq ft", "square foot", 2),
        ("sq. ft.", "square foot", 2),
        ("sq . ft .", "square foot", 3),
        ("°C", "degree Celsius", 1),
        ("degrees Celsius", "degree Celsius", 2),
        ("degrees F", "degree fahrenheit", 2),
        ("megawatt-hours", "megawatt hour", 1),
        ("megawatt - hours", "megawatt hour", 3),
        ("KM", "kilometre", 1),
        ("years'", "year", 1),
        ("percentage points", "percentage point", 2),
        ("per cent", "percent", 2),
        ("tonnes", "tonne", 1),
        ("metric tons", "tonne", 2),
        ("ft-long", "foot", 1),
        ("bps", "basis point", 1),
        ("m3", "cubic metre", 1),
        ("km²", "square kilometre", 1),
        ("magnitude", "magnitude", 1),
    ],
)
def test_the_longest_form_gives_the_unit(units: UnitIndex, form: str, name: str, tokens: int) -> None:
    unit, count = units.match(form.split(), 0) or pytest.fail(form)
    assert (unit.name, count) == (name, tokens)


@pytest.mark.parametrize(
    ("one", "other"), [("MW", "mW"), ("GW", "Gt"), ("Mt", "mt"), ("mm", "MM"), ("m", "M"), ("C", "c"), ("kN", "kn")]
)
def test_case_tells_symbols_apart(units: UnitIndex, one: str, other: str) -> None:
    assert units.match([one], 0) != units.match([other], 0)


@pytest.mark.parametrize(
    "word", ["a", "at", "as", "are", "of", "may", "drones", "times", "bars", "points", "M", "k", "G", "Teslas", "Cups"]
)
def test_everyday_words_are_no_units(units: UnitIndex, word: str) -> None:
    assert units.match([word], 0, GLUED) is None


def test_short_symbols_need_digits_and_in_must_touch_them(units: UnitIndex) -> None:
    assert units.match(["m"], 0, AFTER_WORD) is None
    assert units.match(["m"], 0, AFTER_DIGITS) is not None
    assert units.match(["in", "May"], 0, AFTER_DIGITS) is None
    assert units.match(["in"], 0, GLUED) is not None


@pytest.mark.parametrize(
    ("value", "unit", "other", "result"),
    [
        (12, "mile", "kilometre", 19.312128),
        (100, "degree Celsius", "degree fahrenheit", 212),
        (32, "degree fahrenheit", "degree Celsius", 0),
        (1, "barrel", "litre", 158.987294928),
        (2, "hectare", "square metre", 20000),
        (25, "basis point", "percentage point", 0.25),
        (19, "cent", "USD", 0.19),
        (36, "knot", "kilometre per hour", 66.672),
        (1, "tonne", "kilogram", 1000),
        (90, "minute", "hour", 1.5),
    ],
)
def test_units_of_one_dimension_convert(units: UnitIndex, value: float, unit: str, other: str, result: float) -> None:
    assert units.convert(value, unit, other) == result


@pytest.mark.parametrize(
    ("unit", "other"),
    [("mile", "hour"), ("USD", "EUR"), ("percent", "percentage point"), ("rupee", "INR"), ("x", "mile")],
)
def test_units_of_two_dimensions_do_not_convert(units: UnitIndex, unit: str, other: str) -> None:
    assert units.convert(1, unit, other) is None


def test_pers_convert_with_their_units(units: UnitIndex) -> None:
    assert units.convert(1, "litre", "cubic metre", "second", "hour") == 3.6
    assert units.convert(1, "barrel per day", "barrel", None, "year") == 365.25
    assert units.convert(10, "metre", "kilometre per hour", "second", None) == 36
    assert units.convert(5, "USD", "USD", "barrel", "barrel") == 5
    assert units.convert(5, "USD", "USD", "share", "barrel") is None


@pytest.mark.parametrize(
    ("word", "unit", "per"),
    [
        ("mg/L", "milligram", "litre"),
        ("l/s", "litre", "second"),
        ("g/km", "gram", "kilometre"),
        ("t/d", "tonne", "day"),
    ],
)
def test_a_rate_in_one_token_has_unit_and_per(units: UnitIndex, word: str, unit: str, per: str) -> None:
    found = units.match_rate(word) or pytest.fail(word)
    assert (found[0].name, found[1]) == (unit, per)


def test_a_rate_with_its_own_name_is_one_unit(units: UnitIndex) -> None:
    assert units.compose("kilometre", "hour") == ("kilometre per hour", None)
    assert units.compose("barrel", "day") == ("barrel per day", None)
    assert units.compose("litre", "second") == ("litre", "second")
    assert units.compose("USD", "barrel") == ("USD", "barrel")


@pytest.mark.parametrize("word", ["and/or", "he/she", "24/7", "AC/DC", "/", "m/", "/m"])
def test_other_words_with_strokes_are_no_rates(units: UnitIndex, word: str) -> None:
    assert units.match_rate(word) is None


LENGTHS = ["mile", "kilometre", "metre", "foot", "inch", "yard", "nautical mile", "light-year"]


@given(st.integers(-(10**9), 10**9), st.sampled_from(LENGTHS), st.sampled_from(LENGTHS))
def test_a_conversion_there_and_back_is_the_value(units: UnitIndex, value: int, unit: str, other: str) -> None:
    there = units.convert(value, unit, other)
    assert there is not None
    assert units.convert(there, other, unit) == pytest.approx(value, rel=1e-13)


@given(st.lists(st.text(max_size=8), min_size=1, max_size=6), st.sampled_from([AFTER_WORD, AFTER_DIGITS, GLUED]))
def test_any_tokens_can_be_asked_about(units: UnitIndex, words: list[str], after: int) -> None:
    for i in range(len(words)):
        for found in (units.match(words, i, after), units.match_currency(words, i)):
            assert found is None or 1 <= found[-1] <= len(words) - i


def test_a_decimal_converts_too(units: UnitIndex) -> None:
    assert units.convert(Decimal("1.5"), "hour", "minute") == 90


@pytest.mark.parametrize("words", ["barrel bombs", "second homes", "foot soldiers", "W . Saratoga", "' s"])
def test_what_begins_like_a_unit_may_be_none(units: UnitIndex, words: str) -> None:
    assert units.match(words.split(), 0, GLUED) is None


def test_a_desk_lays_its_own_units_and_money_over_the_shipped_ones(tmp_path: Path) -> None:
    folder = tmp_path / "lexicon" / "en"
    folder.mkdir(parents=True)
    (folder / "units.toml").write_text(
        '[never]\nforms = ["furlong"]\n[[unit]]\nname = "football pitch"\ndimension = "area"\nfactor = "7140"\n'
        'forms = ["football pitch", "football pitches"]\n'
    )
    (folder / "currencies.toml").write_text('[bare]\ndollar = "AUD"\n')
    sources = read((tmp_path,))
    units = UnitIndex.load(sources.merged("lexicon/en/units.toml"), sources.merged("lexicon/en/currencies.toml"))
    assert units.match(["furlong"], 0) is None
    assert units.convert(2, "football pitch", "square metre") == 14280
    unit, count = units.match_currency(["dollars"], 0) or pytest.fail("dollars")
    assert (unit.name, count) == ("AUD", 1)


@pytest.mark.parametrize("table", ["drop", "forms", "prefer", "below"])
def test_a_unit_that_there_is_not_is_named(sources: Sources, table: str) -> None:
    rules = sources.merged("lexicon/en/units.toml")
    wrong: dict[str, Any] = {"drop": {"units": ["smoot"]}, "forms": {"smoot": ["smoots"]}}
    rules[table] = wrong.get(table, {"x": "smoot"})
    with pytest.raises(ValueError, match=rf"\[{table}\] names 'smoot'"):
        Measures.load(rules)
