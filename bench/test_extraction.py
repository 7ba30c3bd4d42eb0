"""Extraction beside its peer and as texts grow. Budgets are in DESIGN 9; `make bench` prints, nothing is asserted."""

import re

import pytest
from bench.news import text
from pytest_benchmark.fixture import BenchmarkFixture

from figurecheck import extract

ORDINARY = text(20_000)
HOSTILE = {
    "digits": "1" * 20_000,
    "commas": "1," * 10_000,
    "hedges": "more than about " * 1_250,
    "numbers": "one hundred and " * 1_250,
    "quotes": '"' * 20_000,
    "dashes": "1-" * 10_000,
}


def test_extract(benchmark: BenchmarkFixture) -> None:
    benchmark.group = "20,000 characters of news"
    extract("Six people.")
    benchmark(extract, ORDINARY)


def test_quantulum3_sentence_by_sentence(benchmark: BenchmarkFixture) -> None:
    benchmark.group = "20,000 characters of news"
    parser = pytest.importorskip("quantulum3.parser")
    sentences = re.split(r"(?<=\.)\s+", ORDINARY)
    parser.parse("Six people.")
    benchmark.pedantic(lambda: [parser.parse(sentence) for sentence in sentences], rounds=1)


@pytest.mark.parametrize("length", [10_000, 100_000, 1_000_000, pytest.param(10_000_000, marks=pytest.mark.soak)])
def test_growth(benchmark: BenchmarkFixture, length: int) -> None:
    benchmark.group = "growth with length"
    copy = text(length)
    benchmark.extra_info["characters"] = len(copy)
    benchmark.pedantic(extract, (copy,), rounds=1)


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile(benchmark: BenchmarkFixture, name: str) -> None:
    benchmark.group = "20,000 hostile characters"
    benchmark.pedantic(extract, (HOSTILE[name],), rounds=3)
