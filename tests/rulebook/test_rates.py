"""What a figure is per."""

import pytest

from figurecheck.rulebook.units import UnitIndex


@pytest.mark.parametrize(
    ("words", "unit", "per", "tokens"),
    [
        ("kilometres an hour", "kilometre per hour", None, 3),
        ("miles per gallon", "mile per gallon", None, 3),
        ("barrels a day", "barrel per day", None, 3),
        ("barrel-a-day pipeline", "barrel per day", None, 1),
        ("litres per second", "litre", "second", 3),
        ("litres / second", "litre", "second", 3),
        ("mg/L", "milligram", "litre", 1),
        ("tonnes annually", "tonne", "year", 2),
        ("percent a year", "percent", "year", 3),
        ("percent a year ago", "percent", None, 1),
        ("hours a - week", "hour", "week", 4),
        ("gallons per square foot", "gallon", "square foot", 4),
    ],
)
def test_a_rate_without_a_name_of_its_own_has_a_per(
    units: UnitIndex, words: str, unit: str, per: str | None, tokens: int
) -> None:
    found = units.measure(words.split(), 0) or pytest.fail(words)
    assert (found[0].name, *found[1:]) == (unit, per, tokens)


@pytest.mark.parametrize(
    ("words", "per"),
    [
        ("a barrel", ("barrel", 2)),
        ("per share", ("share", 2)),
        ("per vehicle", ("vehicle", 2)),
        ("a head", ("person", 2)),
        ("per capita", ("person", 2)),
        ("daily", ("day", 1)),
        ("- a - share price", ("share", 4)),
        ("a vehicle", None),
        ("per cent", None),
        ("a year earlier", None),
        ("per 100,000 people", None),
        ("of oil", None),
    ],
)
def test_per_is_read_after_a_price_or_a_count(units: UnitIndex, words: str, per: tuple[str, int] | None) -> None:
    assert units.per(words.split(), 0) == per
