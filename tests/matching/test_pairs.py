"""Whole pairs of reports, extracted and compared: tests/matching/pairs.toml."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from figurecheck import Article, compare, extract

_TABLE = tomllib.loads((Path(__file__).parent / "pairs.toml").read_text(encoding="utf-8"))
PAIRS = [(kind, pair) for kind, pairs in _TABLE.items() for pair in pairs]


@pytest.mark.parametrize(("kind", "pair"), PAIRS, ids=[f"{kind}: {pair['b'][:40]}" for kind, pair in PAIRS])
def test_two_reports_are_compared_as_an_editor_reads_them(kind: str, pair: dict[str, Any]) -> None:
    """Each expected pair of figures has the relation that the table gives, or none."""
    del kind
    days = {side: pair.get(f"{side}_day", "2031-03-04") for side in ("a", "b")}
    articles = [
        Article.model_validate({"id": side, "text": pair[side], "published": f"{day}T12:00:00Z" if day else None})
        for side, day in days.items()
    ]
    quotes = {figure.id: figure.quote for article in articles for figure in extract(article)}
    found = {(quotes[c.left], quotes[c.right]): c.relation.value for c in compare(articles)}
    found |= {(right, left): relation for (left, right), relation in found.items()}
    for left, right, relation in pair["expect"]:
        assert {left, right} <= set(quotes.values())
        assert found.get((left, right), "none") in relation.split("|"), (left, right, found)
