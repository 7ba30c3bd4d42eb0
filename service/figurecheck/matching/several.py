"""The comparisons among several articles."""

from collections.abc import Iterable
from itertools import combinations

from figurecheck.matching import compare_accounts
from figurecheck.matching.account import Account
from figurecheck.model import Article, Comparison
from figurecheck.rulebook import Rulebook


def compare_several(accounts: Iterable[Account], rulebook: Rulebook) -> list[Comparison]:
    """The comparisons of each two articles, the earlier at the left, pairs in order of time; undated ones are last."""
    return [
        comparison
        for left, right in combinations(sorted(accounts, key=lambda account: age(account.article)), 2)
        for comparison in compare_accounts(left, right, rulebook)
    ]


def age(article: Article) -> tuple[bool, float, str]:
    """A sort key: earlier before later, dated before undated, then by id."""
    published = article.published
    return published is None, published.timestamp() if published else 0.0, article.id
