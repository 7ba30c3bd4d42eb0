"""Comparing: pairs of articles and of figures a second, and one article against many in memory."""

import sys
from collections.abc import Callable
from itertools import combinations, product
from time import process_time

import pytest
from bench.archive import stories
from bench.news import articles
from pytest_benchmark.fixture import BenchmarkFixture
from rapidfuzz.fuzz import token_set_ratio

from figurecheck.checking import Accounts, check_account
from figurecheck.matching import Account, account, compare_accounts
from figurecheck.rulebook import load_rulebook

BOOK = load_rulebook()
CANDIDATES, ROUNDS = 32, 5
"""Articles that a check compares one with, at most; measurements, of which the best counts."""


def accounts(count: int) -> list[Account]:
    return [account(article, BOOK) for article in articles(count)]


def test_pairs_of_articles(benchmark: BenchmarkFixture) -> None:
    """Every pair of 60 articles; `extra_info` has the pairs of articles and of figures."""
    told = accounts(60)
    pairs = list(combinations(told, 2))
    benchmark.extra_info["articles"] = len(pairs)
    benchmark.extra_info["figures"] = sum(len(a.figures) * len(b.figures) for a, b in pairs)
    benchmark(lambda: [compare_accounts(a, b, BOOK) for a, b in pairs])


def seconds(work: Callable[[], object]) -> float:
    """Seconds of a core that the work takes."""
    start = process_time()
    work()
    return process_time() - start


def test_pairs_of_figures_a_second(capsys: pytest.CaptureFixture[str]) -> None:
    """A dense article against its candidates, beside rapidfuzz on the sentences of the same pairs; first with what is
    read of the candidates for comparing, then once that is at hand."""
    draft, *others = [account(telling, BOOK) for story in stories(CANDIDATES // 3 + 1) for telling in story]
    others = others[:CANDIDATES]
    sentences = [[one.article.text[slice(*figure.sentence)] for figure in one.figures] for one in (draft, *others)]
    count = sum(len(draft.figures) * len(other.figures) for other in others)

    def line_up() -> None:
        for other in others:
            compare_accounts(draft, other, BOOK)

    def fuzzy() -> None:
        for theirs in sentences[1:]:
            for one, other in product(sentences[0], theirs):
                token_set_ratio(one, other)

    first = seconds(line_up)
    ours, fuzz = (min(seconds(work) for _ in range(ROUNDS)) for work in (line_up, fuzzy))
    with capsys.disabled():
        sys.stdout.write(
            f"\n{count:,} pairs of figures of {CANDIDATES} candidates: {count / ours:,.0f} a second, "
            f"{1_000 * ours:.0f} ms ({1_000 * first:.0f} ms the first time), "
            f"{ours / fuzz:.1f} x rapidfuzz's token_set_ratio of their sentences\n"
        )
    assert count > 0


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
