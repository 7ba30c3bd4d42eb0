"""The totals of tables, in Markdown and in HTML."""

import pytest

from figurecheck.checking import Accounts, check_account
from figurecheck.matching import account
from figurecheck.model import Article
from figurecheck.rulebook import load_rulebook

BOOK = load_rulebook()
MARKDOWN = """Outages by region, the utility said.

| Region | Homes | Crews |
|---|---|---|
| North | 3,120 | 12 |
| South | 2,450 | 9 |
| West | 1,010 | 4 |
| Total | {total} | 25 |
"""
ROWS = (("North", "3,120"), ("South", "2,450"), ("West", "1,010"), ("Total", "{total}"))
HTML = "<p>Outages by region.</p><table><tr><th>Region</th><th>Homes</th></tr>{rows}</table>".replace(
    "{rows}", "".join(f"<tr><td>{name}</td><td>{homes}</td></tr>" for name, homes in ROWS)
)


@pytest.mark.parametrize(("text", "form"), [(MARKDOWN, "markdown"), (HTML, "html")])
@pytest.mark.parametrize(("total", "quotes"), [("6,580", []), ("6,880", ["6,880"])])
def test_a_total_row_is_the_sum_of_its_column(text: str, form: str, total: str, quotes: list[str]) -> None:
    article = Article.model_validate({"text": text.replace("{total}", total), "format": form})
    flags = check_account(account(article, BOOK), Accounts(), BOOK, ["FC203"]).flags
    assert [flag.figure.quote for flag in flags] == quotes
    assert all(len(flag.evidence) == 3 and flag.expected and flag.expected.low == 6580 for flag in flags)
