"""Comparing: pairs of articles a second, and one article against many in memory."""

from itertools import combinations

import pytest
from bench.news import articles
from pytest_benchmark.fixture import BenchmarkFixture

from figurecheck.checking import Accounts, check_account
from figurecheck.matching import Account, account, compare_accounts
from figurecheck.rulebook import load_rulebook

BOOK = load_rulebook()


def accounts(count: int) -> list[Account]:
    return [account(article, BOOK) for article in articles(count)]


def test_pairs_of_articles(benchmark: BenchmarkFixture) -> None:
    """Every pair of 60 articles; `extra_info` has the pairs of articles and of figures."""
    told = accounts(60)
    pairs = list(combinations(told, 2))
    benchmark.extra_info["articles"] = len(pairs)
    benchmark.extra_info["figures"] = sum(len(a.figures) * len(b.figures) for a, b in pairs)
    benchmark(lambda: [compare_accounts(a, b, BOOK) for a, b in pairs])


def test_account_of_a_read_article(benchmark: BenchmarkFixture) -> None:
    """What matching reads of an article beside its figures."""
    told = accounts(20)
    benchmark(lambda: [account(a.article, BOOK, a.figures).lines(BOOK) for a in told])


@pytest.mark.parametrize("count", [300, 1200])
def test_one_article_against_many(benchmark: BenchmarkFixture, count: int) -> None:
    """Only those that share a blocking key are compared: the time hardly grows with the number."""
    told = accounts(count)
    evidence = Accounts(told)
    benchmark.extra_info["candidates"] = len(evidence.candidates(told[0]))
    benchmark(check_account, told[0], evidence, BOOK)
