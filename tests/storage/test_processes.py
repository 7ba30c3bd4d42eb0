"""What a corpus promises when several processes use it, and when one of them is killed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from tests.storage.loader import articles
from tests.storage.readers import RULES, read

from figurecheck.storage import Corpus

CHECKOUT = Path(__file__).resolve().parents[2]


def start(address, name, count):
    """A process that loads `count` articles."""
    path = os.pathsep.join([str(CHECKOUT), str(CHECKOUT / "service")])
    command = [sys.executable, "-m", "tests.storage.loader", address, name, str(count)]
    return subprocess.Popen(command, env={**os.environ, "PYTHONPATH": path}, stdout=subprocess.PIPE, text=True)


def whole(corpus, article):
    """Is the article there with its figures, and found by its keys?"""
    probe = read(article.model_copy(update={"id": "probe"}))
    found = [one for one in corpus.candidates(probe) if one.article.id == article.id]
    return found == [read(article)] and corpus.get(article.id) == article


def test_processes_that_load_at_once_each_keep_all_of_theirs(address):
    loaders = [start(address, name, 300) for name in ("x", "y", "z")]
    said = [loader.communicate(timeout=120)[0].split() for loader in loaders]
    assert [loader.returncode for loader in loaders] == [0, 0, 0]
    assert [len(set(ids)) for ids in said] == [300, 300, 300]
    with Corpus(address, RULES, create=False) as corpus:
        assert len(corpus) == 900
        assert corpus.figure_count() == 4 * 900


@pytest.mark.parametrize("line", [1, 65, 200])
def test_a_killed_load_loses_nothing_it_acknowledged_and_leaves_no_half_article(address, line):
    loader = start(address, "x", 100_000)
    assert loader.stdout is not None
    kept = [loader.stdout.readline().strip() for _ in range(line)]
    loader.kill()
    kept += loader.communicate(timeout=60)[0].split("\n")[:-1]
    with Corpus(address, RULES, create=False) as corpus:
        assert set(kept) <= {head.id for head in corpus.articles()}
        assert all(whole(corpus, article) for article in articles("x", len(corpus)))
        corpus.add(articles("x", 400))
        assert len(corpus) >= 400


def test_readers_go_on_while_another_process_writes(address):
    loader = start(address, "x", 1_000)
    assert loader.stdout is not None
    loader.stdout.readline()
    with Corpus(address, RULES, create=False) as corpus:
        sizes = [len(corpus) for _ in range(50)]
        loader.communicate(timeout=120)
        assert sizes == sorted(sizes)
        assert len(corpus) == 1_000
