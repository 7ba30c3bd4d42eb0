"""Checking one article against ever larger corpora, and filling them."""

from pathlib import Path

import pytest
from bench.news import articles
from pytest_benchmark.fixture import BenchmarkFixture

from figurecheck import Corpus, check


@pytest.mark.parametrize("count", [1_250, 12_500, pytest.param(125_000, marks=pytest.mark.soak)])
def test_check_against_a_corpus(benchmark: BenchmarkFixture, count: int, tmp_path: Path) -> None:
    benchmark.group = "one article against a corpus of about eight figures an article"
    draft = next(articles(1, seed=2))
    with Corpus(f"sqlite:///{tmp_path / 'corpus.db'}") as corpus:
        for _ in corpus.load(articles(count), workers=2):
            pass
        benchmark.extra_info["figures"] = corpus.figure_count()
        benchmark(check, draft, corpus)


def test_add(benchmark: BenchmarkFixture, tmp_path: Path) -> None:
    benchmark.group = "adding 300 articles"
    copies = list(articles(300))
    with Corpus(f"sqlite:///{tmp_path / 'corpus.db'}") as corpus:
        benchmark.pedantic(corpus.add, (copies,), rounds=1)
