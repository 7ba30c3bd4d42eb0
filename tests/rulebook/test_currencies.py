"""Money before and after numbers."""

import pytest

from figurecheck.rulebook.units import UnitIndex


@pytest.mark.parametrize(
    ("words", "name", "tokens"),
    [
        ("dollars", "USD", 1),
        ("U.S. dollars", "USD", 2),
        ("Hong Kong dollars", "HKD", 3),
        ("Australian dollars in", "AUD", 2),
        ("Zimbabwean dollars", "ZWL", 2),
        ("pounds", "GBP", 1),
        ("pounds sterling", "GBP", 2),
        ("Mexican pesos", "MXN", 2),
        ("Danish crowns", "DKK", 2),
        ("renminbi", "CNY", 1),
        ("EUR", "EUR", 1),
        ("roubles", "RUB", 1),
        ("pesos", "peso", 1),
        ("rupees", "INR", 1),
        ("crowns", "crown", 1),
        ("cents", "cent", 1),
        ("pence", "penny", 1),
    ],
)
def test_money_after_a_number_is_its_iso_code_or_its_coin(units: UnitIndex, words: str, name: str, tokens: int) -> None:
    unit, count = units.match_currency(words.split(), 0) or pytest.fail(words)
    assert (unit.name, count, unit.dimension) == (name, tokens, "currency")


@pytest.mark.parametrize("word", ["marks", "all", "top", "TOP", "ALL", "R", "a", "real", "sol"])
def test_everyday_words_are_no_money(units: UnitIndex, word: str) -> None:
    assert units.match_currency([word], 0) is None


@pytest.mark.parametrize(
    ("word", "name"), [("$", "USD"), ("HK$", "HKD"), ("£", "GBP"), ("Rs", "INR"), ("CHF", "CHF"), ("dlrs", "USD")]
)
def test_money_before_a_number(units: UnitIndex, word: str, name: str) -> None:
    unit = units.currency_prefix(word, glued=False) or pytest.fail(word)
    assert unit.name == name


def test_a_lone_letter_is_money_only_where_it_touches_the_number(units: UnitIndex) -> None:
    assert units.currency_prefix("R", glued=False) is None
    assert units.currency_prefix("R", glued=True) is not None
