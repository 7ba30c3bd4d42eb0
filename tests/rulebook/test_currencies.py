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
        ("rupees", "rupee", 1),
        ("cents", "cent", 1),
        ("pence", "penny", 1),
    ],
)
def test_money_after_a_number_is_its_iso_code_or_its_coin(units: UnitIndex, words: str, name: str, tokens: int) -> None:
    unit, count = units.match_currency(words.split(), 0) or pytest.fail(words)
    assert (unit.name, count, unit.dimension) == (name, tokens, "currency")


@pytest.mark.parametrize("word", ["crowns", "marks", "all", "top", "TOP", "ALL", "R", "a", "real", "soles"])
def test_everyday_words_are_no_money(units: UnitIndex, word: str) -> None:
    assert units.match_currency([word], 0) is None


@pytest.mark.parametrize(
    ("before", "name", "tokens"),
    [
        ("$", "USD", 1),
        ("US $", "USD", 2),
        ("U.S. $", "USD", 2),
        ("HK $", "HKD", 2),
        ("c $", "CAD", 2),
        ("costs £", "GBP", 1),
        ("Rs .", "rupee", 2),
        ("CHF", "CHF", 1),
    ],
)
def test_money_before_a_number_may_take_several_tokens(units: UnitIndex, before: str, name: str, tokens: int) -> None:
    words = before.split()
    unit, count = units.currency_before([*words, "5"], len(words)) or pytest.fail(before)
    assert (unit.name, count) == (name, tokens)


@pytest.mark.parametrize(
    ("token", "name"), [("USD115", "USD"), ("Rs500", "rupee"), ("R500", "ZAR"), ("EUR5m", "EUR"), ("RM10", "MYR")]
)
def test_a_code_may_touch_its_digits(units: UnitIndex, token: str, name: str) -> None:
    unit, length = units.glued_prefix(token) or pytest.fail(token)
    assert unit.name == name
    assert token[length:][0].isdigit()


@pytest.mark.parametrize("token", ["N95", "K2", "F16", "Covid19", "2024", "Y2K"])
def test_names_with_digits_are_no_money(units: UnitIndex, token: str) -> None:
    assert units.glued_prefix(token) is None
    assert units.glued_prefix("Y50", large=True) is not None
