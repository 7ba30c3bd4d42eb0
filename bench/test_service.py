"""POST /v1/check over a socket, against a small corpus and a great one on both databases: how fast it is, and grows."""

import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from itertools import cycle
from pathlib import Path
from statistics import median, quantiles
from time import perf_counter

import httpx
import pytest
from bench.archive import Mould, fill, stories
from bench.news import FILLER
from pytest_benchmark.fixture import BenchmarkFixture
from tests import postgres
from tests.api.serving import serving

from figurecheck import Corpus
from figurecheck.model import Article
from figurecheck.rulebook import load_rulebook

BUDGET = 2
"""DESIGN 9: a check against 1,000,000 figures takes at most twice as long as one against 10,000."""
STORIES, WARMING, CLIENTS, RUSH = 110, 10, 8, 40
"""Stories that are read, drafts that are checked before others are timed, clients that ask at once, and how often."""
WORDS = 600


def draft(telling: Article) -> bytes:
    """The telling as a request, with as many sentences without figures as an article of WORDS has."""
    text, more = telling.text, cycle(FILLER)
    while len(text.split()) < WORDS:
        text = f"{text}\n\n{next(more)}"
    return telling.model_copy(update={"text": text}).model_dump_json().encode()


@contextmanager
def databases(kind: str, folder: Path, number: int) -> Iterator[list[str]]:
    """The addresses of this many empty databases."""
    with ExitStack() as opened:
        if kind == "sqlite":
            yield [f"sqlite:///{folder / f'{place}.db'}" for place in range(number)]
        else:
            server = opened.enter_context(postgres.server())
            yield [opened.enter_context(postgres.database(server)) for _ in range(number)]


def check(client: httpx.Client, body: bytes) -> float:
    """The milliseconds that a check takes, from the first byte sent to the last received."""
    start = perf_counter()
    answer = client.post("/v1/check", content=body, headers={"content-type": "application/json"})
    answer.raise_for_status()
    return (perf_counter() - start) * 1_000


@pytest.mark.parametrize(("few", "many"), [(1_000, 10_000), pytest.param(10_000, 1_000_000, marks=pytest.mark.soak)])
@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_check_over_a_socket(
    benchmark: BenchmarkFixture, capsys: pytest.CaptureFixture[str], tmp_path: Path, kind: str, few: int, many: int
) -> None:
    """Each draft is the third telling of a story that both corpora have two of. One client sends each to both by turns,
    which gives the times; then CLIENTS at once send some again, which gives the rate."""
    told, rulebook = list(stories(STORIES)), load_rulebook()
    moulds = [[Mould(telling, rulebook) for telling in story[:2]] for story in told]
    drafts = [draft(story[2]) for story in told[: min(STORIES, WARMING + few // 60)]]
    with ExitStack() as opened:
        clients = []
        for address, size in zip(opened.enter_context(databases(kind, tmp_path, 2)), (few, many), strict=True):
            with Corpus(address) as corpus:
                fill(corpus, moulds, size)
            folder = tmp_path / str(size)
            folder.mkdir()
            server = opened.enter_context(serving(folder, "--database", address, FIGURECHECK_READERS="2"))
            clients.append(opened.enter_context(httpx.Client(base_url=server.address, timeout=300)))

        def by_turns() -> list[list[float]]:
            return [[check(client, body) for client in clients] for body in drafts][WARMING:]

        def at_once(client: httpx.Client) -> float:
            with ThreadPoolExecutor(CLIENTS) as pool:
                start = perf_counter()
                list(pool.map(lambda body: check(client, body), drafts[-RUSH:]))
                return len(drafts[-RUSH:]) / (perf_counter() - start)

        small, large = zip(*benchmark.pedantic(by_turns, rounds=1), strict=True)
        rates = [at_once(client) for client in clients]
    ratio = median(large) / median(small)
    benchmark.extra_info[kind] = {"ratio": ratio, "requests a second": rates, "milliseconds": [small, large]}
    with capsys.disabled():
        for size, rate, times in zip((few, many), rates, (small, large), strict=True):
            p99 = quantiles(times, n=100, method="inclusive")[98]
            sys.stdout.write(
                f"\n{kind}, {size:,} figures: {rate:.1f} requests a second; "
                f"p50 {median(times):.0f} ms, p99 {p99:.0f} ms"
            )
        sys.stdout.write(f"\n{kind}, p50 of {many:,} over {few:,}: {ratio:.2f} (budget: at most {BUDGET})\n")
    assert ratio <= BUDGET
