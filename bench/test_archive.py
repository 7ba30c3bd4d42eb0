"""The budget of DESIGN 9 for a check against a great archive: a ratio in one run, and all that is asserted of it."""

import sys
from contextlib import ExitStack
from pathlib import Path
from statistics import median
from time import perf_counter

import pytest
from bench.archive import Mould, fill, stories
from pytest_benchmark.fixture import BenchmarkFixture

from figurecheck import Corpus, check
from figurecheck.model import Article
from figurecheck.rulebook import load_rulebook

BUDGET = 2
STORIES, DRAFTS, WARMING = 100, 30, 5
"""Stories that are read, drafts of them that are timed at most, and drafts that are checked before these."""


def milliseconds(draft: Article, corpus: Corpus) -> tuple[float, int]:
    """How long this check takes, and how many articles it compared with."""
    start = perf_counter()
    report = check(draft, corpus)
    return (perf_counter() - start) * 1_000, report.stats["candidates"]


@pytest.mark.parametrize(("few", "many"), [(1_000, 10_000), pytest.param(10_000, 1_000_000, marks=pytest.mark.soak)])
def test_check_hardly_grows_with_the_archive(
    benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], tmp_path: Path, few: int, many: int
) -> None:
    """Each draft is the third telling of a story that both archives have two of, and is checked once in each by turns.

    One without a date asks for articles of any time, so that it meets the most there are in both.
    Years make a corpus great here. One that tells the same weeks more thickly costs more until drafts have all the
    candidates there may be, `nearest.NEAREST`: most of a check is comparing with those.
    """
    told, rulebook = list(stories(STORIES)), load_rulebook()
    moulds = [[Mould(telling, rulebook) for telling in story[:2]] for story in told]
    dated = [story[2] for story in told[: WARMING + min(DRAFTS, few // 60)]]
    undated = [draft.model_copy(update={"published": None}) for draft in dated]
    with ExitStack() as opened:
        archives = [opened.enter_context(Corpus(f"sqlite:///{tmp_path / f'{size}.db'}")) for size in (few, many)]
        for archive, size in zip(archives, (few, many), strict=True):
            fill(archive, moulds, size)

        def by_turns(drafts: list[Article]) -> list[list[tuple[float, int]]]:
            return [[milliseconds(draft, archive) for archive in archives] for draft in drafts][WARMING:]

        taken = benchmark.pedantic(lambda: {"dated": by_turns(dated), "undated": by_turns(undated)}, rounds=1)
        benchmark.extra_info["figures"] = [archive.figure_count() for archive in archives]
    for kind, rows in taken.items():
        small, large = ([median(values) for values in zip(*of, strict=True)] for of in zip(*rows, strict=True))
        ratio = large[0] / small[0]
        benchmark.extra_info[kind] = {"ratio": ratio, "milliseconds, candidates": [small, large]}
        with capsys.disabled():
            sys.stdout.write(
                f"\n{kind} article, {many:,} figures over {few:,}: {ratio:.2f} (budget: at most {BUDGET}); "
                f"{small[0]:.0f} and {large[0]:.0f} ms, {small[1]:.0f} and {large[1]:.0f} candidates"
            )
    assert all(benchmark.extra_info[kind]["ratio"] <= BUDGET for kind in taken)
