"""The tables of docs/figures.md hold: each row is read, or compared, as it says."""

import pytest
from tests.house.tree import CHECKOUT

from figurecheck import Article, compare, extract
from figurecheck.model import Relation

DISAGREE = {Relation.CONFLICT, Relation.ATTRIBUTION_CONFLICT}


def rows(first: str) -> list[list[str]]:
    """The cells of the table whose first column has this head."""
    lines = (CHECKOUT / "docs" / "figures.md").read_text(encoding="utf-8").splitlines()
    start = next(place for place, line in enumerate(lines) if line.startswith(f"| {first} |"))
    table = []
    for line in lines[start + 2 :]:
        if not line.startswith("|"):
            break
        table.append([cell.strip() for cell in line.strip("|").split("|")])
    return table


def end(value: float | None, is_open: bool) -> str:
    return "-" if value is None else f"{value}{' (open)' if is_open else ''}"


@pytest.mark.parametrize(("written", "stated", "low", "high", "bound"), rows("written"))
def test_a_row_is_read_as_it_says(written: str, stated: str, low: str, high: str, bound: str) -> None:
    [figure] = extract(written)
    quantity = figure.quantity
    ends = end(quantity.low, quantity.low_open), end(quantity.high, quantity.high_open)
    assert (end(quantity.stated, False), *ends, quantity.bound.value) == (stated, low, high, bound)


@pytest.mark.parametrize(("one", "another", "they"), rows("one copy"))
def test_a_row_of_two_compares_as_it_says(one: str, another: str, they: str) -> None:
    pair = [
        Article(text=text, id=name, published="2025-04-11T18:00:00Z") for name, text in (("a", one), ("b", another))
    ]
    [comparison] = compare(pair)
    assert (comparison.relation in DISAGREE) == (they == "disagree"), comparison
