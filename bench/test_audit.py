"""The budgets of DESIGN 9 for an audit: articles a minute, how the cost grows, and memory; nothing is asserted.

An archive grows by the days that it covers. One that tells the same days more thickly costs more until every article
has all the candidates there may be, `nearest.NEAREST`.
"""

import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from os import times
from pathlib import Path
from resource import RUSAGE_CHILDREN, RUSAGE_SELF, getrusage
from time import perf_counter
from typing import NamedTuple

import pytest
from bench.news import articles

from figurecheck import audit
from figurecheck.model import Article

A_DAY = 3
"""Articles of a day of the archive."""
WORKERS = 2


class Cost(NamedTuple):
    """Seconds that passed, seconds of all cores, the most mebibytes that one process held, and flags raised."""

    passed: float
    spent: float
    held: float
    flags: int


def copies(count: int) -> Iterator[Article]:
    return articles(count, days=count // A_DAY)


def cost(count: int, out: Path) -> Cost:
    """What the audit of so many articles costs."""
    start, before = perf_counter(), sum(times()[:4])
    found = audit(copies(count), out, workers=WORKERS)
    spent = sum(times()[:4]) - before
    held = max(getrusage(whose).ru_maxrss for whose in (RUSAGE_SELF, RUSAGE_CHILDREN)) / 1024
    return Cost(perf_counter() - start, spent, held, found.flagged)


@pytest.mark.parametrize(("few", "many"), [(300, 3_000), pytest.param(3_000, 30_000, marks=pytest.mark.soak)])
def test_an_audit_of_ten_times_the_articles(
    capsys: pytest.CaptureFixture[str], tmp_path: Path, few: int, many: int
) -> None:
    """Each in a process of its own, so that the memory of one is not that of the other."""
    with ProcessPoolExecutor(1, get_context("spawn"), max_tasks_per_child=1) as own:
        small, large = (own.submit(cost, count, tmp_path / str(count)).result() for count in (few, many))
    with capsys.disabled():
        sys.stdout.write(
            f"\naudit of {many:,} articles over {few:,}: {large.spent / small.spent:.1f} x the time (budget: 12); "
            f"{1_000 * large.spent / many:.1f} ms of a core an article, {60 * many / large.passed:,.0f} articles a "
            f"minute on {WORKERS} workers (budget: 20,000); at most {large.held:,.0f} MiB in one process, "
            f"{small.held:,.0f} of {few:,} (budget: 1,024 in all)"
        )
    assert large.flags > small.flags
