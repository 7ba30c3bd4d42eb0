"""What is read from written examples: topic by topic (figures.toml), and news copy of all domains (news.toml)."""

import pytest
from tests.extraction.written import Expected, examples, figures, told, wanted

_ROWS = [
    pytest.param(text, expected, id=f"{topic}: {text}")
    for name in ("figures.toml", "news.toml", "contract.toml", "contexts.toml", "hard.toml", "desks.toml")
    for topic, text, expected in examples(name)
]


@pytest.mark.parametrize(("text", "expected"), _ROWS)
def test_a_sentence_gives_its_figures(text: str, expected: list[Expected]) -> None:
    found = figures(text)
    if [figure.quote for figure in found] != [one["quote"] for one in expected]:
        pytest.fail(f"{[figure.quote for figure in found]} where the example has {[one['quote'] for one in expected]}")
    for figure, one in zip(found, expected, strict=True):
        full = wanted(one)
        said = told(figure, one, found)
        if "stated" in said and isinstance(said["stated"], float):
            full = {key: pytest.approx(value) if isinstance(value, float) else value for key, value in full.items()}
        assert said == full


@pytest.mark.parametrize(("text", "expected"), _ROWS)
def test_open_ends_follow_the_words(text: str, expected: list[Expected]) -> None:
    for figure in figures(text):
        quantity = figure.quantity
        nearly = quantity.bound == "about" and quantity.high == quantity.stated
        over = quantity.bound == "about" and quantity.low == quantity.stated
        assert quantity.low_open == (quantity.bound == "more_than" or over)
        assert quantity.high_open == (quantity.bound == "less_than" or nearly)
        assert (quantity.stated is None) == (quantity.bound in {"between", "order"})


def test_at_least_500_examples_are_written() -> None:
    assert len(_ROWS) >= 500
