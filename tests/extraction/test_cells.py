"""Figures in tables: what is counted stands in the headers."""

from typing import Any

import pytest

from figurecheck.extraction import extract
from figurecheck.model import Article, Figure, Format
from figurecheck.rulebook import load_rulebook


def figures(text: str, form: Format = "markdown") -> list[Figure]:
    """The figures of a text, their quotes checked."""
    found = extract(Article(text=text, format=form), load_rulebook())
    assert all(figure.quote == text[figure.start : figure.end] for figure in found)
    return found


def under(header: str, cell: str, row: str = "Tamra", form: Format = "markdown") -> Figure | None:
    """The figure of a cell under a header, beside a row header."""
    found = figures(f"| Where | {header} |\n|---|---|\n| {row} | {cell} |\n| Dembe | - |\n", form)
    assert len(found) < 2
    return found[0] if found else None


@pytest.mark.parametrize(
    ("header", "cell", "expected"),
    [
        ("Killed", "12", {"kind": "count", "stated": 12, "head": "person", "action": "kill"}),
        ("Injured", "**1**,200", {"stated": 1200, "head": "person", "action": "injure", "quote": "1**,200"}),
        ("Deaths", "about 80", {"concept": "person", "action": "kill", "bound": "about", "quote": "about 80"}),
        ("Number of deaths", "4", {"concept": "person", "action": "kill"}),
        ("Missing people", "7", {"head": "person", "action": "missing"}),
        ("Homes destroyed", "300", {"head": "home", "action": "destroy"}),
        ("Drones shot down", "84", {"concept": "uav", "action": "intercept"}),
        ("Damage ($ million)", "45.5", {"kind": "money", "stated": 45500000, "unit": "USD", "quote": "45.5"}),
        ("Damage", "$52.5m", {"kind": "money", "stated": 52500000, "unit": "USD", "quote": "$52.5m"}),
        ("Rain (mm)", "210", {"kind": "measure", "unit": "millimetre", "head": "rain", "action": "measure"}),
        ("Rain (mm)", "8 inches", {"kind": "measure", "stated": 8, "unit": "inch"}),
        ("Unemployment rate (%)", "5.4", {"kind": "percent", "unit": "percent", "head": "rate"}),
        ("Arrests", "50-60", {"low": 50, "high": 60, "action": "arrest"}),
    ],
)
def test_a_header_tells_what_is_counted(header: str, cell: str, expected: dict[str, Any]) -> None:
    figure = under(header, cell)
    assert figure is not None
    told = {
        **figure.model_dump(),
        **figure.quantity.model_dump(),
        **figure.subject.model_dump(),
        **figure.context.model_dump(),
    }
    assert {key: told[key] for key in expected} == expected


@pytest.mark.parametrize(("header", "cell"), [("Year", "2023"), ("Rank", "3"), ("Page", "12"), ("Killed", "n/a")])
def test_a_number_that_counts_nothing_is_no_figure(header: str, cell: str) -> None:
    assert under(header, cell) is None


def test_what_is_counted_may_stand_beside_the_cell() -> None:
    found = figures("| | 2023 | Ukraine |\n|---|---|---|\n| Killed | 12 | 5 |\n| Inflation (%) | 3.2 | 4 |\n")
    assert [(figure.subject.head, figure.context.place) for figure in found] == [
        ("person", None),
        ("person", "Ukraine"),
        ("inflation", None),
        ("inflation", "Ukraine"),
    ]
    when = found[0].context.when
    assert when is not None
    assert (when.text, when.start, when.end) == ("2023", "2023-01-01", "2023-12-31")


def test_the_other_header_tells_which_of_them() -> None:
    found = figures("The quake struck in Tamra.\n\n| | Killed |\n|---|---|\n| Tamra | 12 |\n| Women | 5 |\n")
    assert [(figure.context.place, figure.subject.modifiers) for figure in found] == [("Tamra", ()), (None, ("Women",))]


def test_the_sentence_of_a_cell_is_its_row() -> None:
    text = "<table><tr><th>Where<th>Killed<th>Hurt</tr><tr><td>Tamra</td><td>12</td><td>30</td></tr></table>"
    found = figures(text, "html")
    assert [text[slice(*figure.sentence)] for figure in found] == ["Tamra</td><td>12</td><td>30"] * 2


def test_copy_in_a_table_is_read_as_copy() -> None:
    text = "<table><tr><th>Day<th>Report<tr><td>Friday<td>At least 34 people were killed when a ferry sank.</table>"
    (figure,) = figures(text, "html")
    assert figure.quote == "At least 34 people"
    assert figure.context.action == "kill"
