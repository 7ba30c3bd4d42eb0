"""What is never a figure (DESIGN 3), kind by kind, from written examples (nonfigures.toml)."""

import pytest
from tests.extraction.written import figures, table

_KINDS = table("nonfigures.toml")
_NOTHING = [pytest.param(text, id=f"{kind}: {text}") for kind, rows in _KINDS.items() for text in rows["nothing"]]
_BESIDE = [
    pytest.param(text, quotes, id=f"{kind}: {text}")
    for kind, rows in _KINDS.items()
    for text, quotes in rows.get("beside", {}).items()
]


@pytest.mark.parametrize("text", _NOTHING)
def test_it_is_no_figure(text: str) -> None:
    assert [figure.quote for figure in figures(text)] == []


@pytest.mark.parametrize(("text", "quotes"), _BESIDE)
def test_only_what_stands_beside_it_is_a_figure(text: str, quotes: list[str]) -> None:
    assert [figure.quote for figure in figures(text)] == quotes


def test_at_least_300_examples_are_written() -> None:
    assert len(_NOTHING) + len(_BESIDE) >= 300
