"""The budgets of DESIGN 9 for extraction, as ratios within one run; `make bench` prints them, nothing is asserted.

Ordinary articles are real ones where the evaluation data lies beside the checkout, else invented. All are read once
before they are timed, as a service has read copy before.
"""

import json
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from re import split
from statistics import median
from time import process_time

import pytest
from bench.news import articles, text
from bench.test_extraction import HOSTILE

from figurecheck import extract
from figurecheck.extraction.part import Part
from figurecheck.extraction.quantities import read_quantities
from figurecheck.rulebook import load_rulebook

ROOT = Path(__file__).resolve().parents[1]
FORMS = {"this checkout": ROOT / "service", "the compiled wheel": ROOT / "build" / "compiled"}
"""The packages that are timed; `make wheel` makes the second."""
SHARED = Path(os.environ.get("FIGURECHECK_SHARED", ROOT.parent / "shared"))
COUNT, SHORT, LONG = 60, 400, 4_000
"""How many articles are read, and of which length."""
SIZES = (10_000, 100_000, 1_000_000)
HUGE = 10_000_000
Report = Callable[[str], None]


@pytest.fixture
def report(capsys: pytest.CaptureFixture[str]) -> Report:
    def say(line: str) -> None:
        with capsys.disabled():
            sys.stdout.write(f"\n{line}")

    return say


def ordinary() -> tuple[str, list[str]]:
    """What the articles are, and their texts."""
    file = SHARED / "data" / "events_dev.jsonl"
    if not file.exists():
        return "invented", [article.text for article in articles(COUNT)]
    rows = (json.loads(line) for line in file.read_text(encoding="utf-8").splitlines())
    texts = [article["text"] for row in rows for article in row["articles"]]
    short = [one for one in texts if SHORT < len(one) < LONG]
    return "real", short[:: len(short) // COUNT]


def find(copy: str) -> None:
    """Finds the figures of a text: spans, values and units, without what they count."""
    rulebook = load_rulebook()
    for _, sentence in Part(copy, rulebook).counting():
        read_quantities(sentence, rulebook)


def cost(read: Callable[[str], object], copy: str, times: int = 5) -> float:
    """The median of the seconds that reading takes."""
    taken = []
    for _ in range(times):
        start = process_time()
        read(copy)
        taken.append(process_time() - start)
    return median(taken)


def print_ratios() -> None:
    """Prints as JSON quantulum3's time over ours for each ordinary article, timed right after one another: finding its
    figures, and whole extraction."""
    from quantulum3.parser import parse

    texts = ordinary()[1]
    parse("Six people.")
    for copy in texts:
        extract(copy)
    ratios = []
    for copy in texts:
        sentences = [one for one in split(r"(?<=[.!?])\s+", copy) if one.strip()]
        peer = cost(lambda _, read=sentences: [parse(one) for one in read], copy, 1)  # type: ignore[misc]
        ratios.append((peer / cost(find, copy), peer / cost(extract, copy)))
    json.dump(ratios, sys.stdout)


def ratios(package: Path) -> list[tuple[float, float]]:
    """What `print_ratios` prints in a process that has the package of this folder."""
    call = (sys.executable, "-c", "from bench.test_ratios import print_ratios; print_ratios()")
    path = os.pathsep.join(map(str, (package, ROOT)))
    printed = subprocess.run(call, env={**os.environ, "PYTHONPATH": path}, check=True, capture_output=True).stdout
    return [(finding, whole) for finding, whole in json.loads(printed)]


def test_beside_quantulum3(report: Report) -> None:
    pytest.importorskip("quantulum3.parser")
    kind, texts = ordinary()
    report(f"{len(texts)} {kind} articles, median of quantulum3's time over ours, sentence by sentence:")
    for name, package in FORMS.items():
        if package.exists():
            finding, whole = map(median, zip(*ratios(package), strict=True))
            report(f"  {name:<18}  finding figures {finding:6.1f} (budget: at least 60)")
            report(f"  {'':<18}  extract, whole  {whole:6.1f} (budget: at least 20, aim 40)")


@pytest.mark.parametrize("huge", [False, pytest.param(True, marks=pytest.mark.soak)])
def test_growth(report: Report, huge: bool) -> None:
    extract(text(SIZES[0]))
    base = cost(extract, text(SIZES[0])) / SIZES[0]
    report("extract, cost per character over that at 10,000 characters (budget: linear):")
    for size in (HUGE,) if huge else SIZES[1:]:
        copy = text(size)
        report(f"  {size:>10,} characters  {cost(extract, copy, 1) / len(copy) / base:5.2f}")


def test_hostile(report: Report) -> None:
    copy = text(20_000)
    extract(copy)
    base = cost(extract, copy) / len(copy)
    report("hostile text, cost per character over that of ordinary text (budget: at most 3):")
    for name, hostile in HOSTILE.items():
        report(f"  {name:<10} {cost(extract, hostile, 3) / len(hostile) / base:5.2f}")


def test_memory(report: Report) -> None:
    copy = text(SIZES[1])
    extract(copy)
    tracemalloc.start()
    try:
        extract(copy)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    report(f"peak memory of extract over the size of the text, {SIZES[1]:,} characters: {peak / len(copy):.0f}\n")
