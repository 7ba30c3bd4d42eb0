"""What a corpus promises when several processes use it, and when one of them is killed."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import delete, func, select, text
from tests.storage.loader import articles
from tests.storage.readers import RULES, Rules, read

from figurecheck.storage import Corpus, CorpusError
from figurecheck.storage.schema import article, figure

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


def killed_after(loader, lines):
    """The ids that a process told of before and while it was killed."""
    told = [loader.stdout.readline().strip() for _ in range(lines)]
    loader.kill()
    return {*told, *loader.communicate(timeout=60)[0].split("\n")[:-1]}


def halves(corpus):
    """How many figures' rows there are beyond those that their articles count."""
    with corpus.database.reading() as connection:
        return connection.scalar(select(func.count()).select_from(figure)) - corpus.figure_count()


def test_ten_killed_loads_lose_nothing_they_acknowledged_and_leave_no_half_article(address):
    kept = set()
    for kill in range(10):
        kept |= killed_after(start(address, "x", 100_000), 1 + 37 * kill)
        with Corpus(address, RULES, create=False) as corpus:
            assert kept <= {head.id for head in corpus.articles()}
            assert halves(corpus) == 0
    with Corpus(address, RULES, create=False) as corpus:
        assert all(whole(corpus, article) for article in articles("x", len(corpus)))
        corpus.add(articles("x", len(corpus) + 10))
        assert corpus.stale() == 0


def test_reindexing_that_is_killed_again_and_again_ends_with_all_read_anew(address):
    with Corpus(address, RULES) as corpus:
        corpus.add(articles("x", 400))
    done = set()
    for _ in range(3):
        again = killed_after(start(address, "x", "newer"), 65)
        assert not done & again
        done |= again
    with Corpus(address, Rules("newer"), create=False) as corpus:
        assert corpus.stale() <= 400 - len(done)
        assert {outcome.id for outcome in corpus.reindex()}.isdisjoint(done)
        assert corpus.stale() == halves(corpus) == 0
        assert all(whole(corpus, article) for article in articles("x", 400))


def test_readers_go_on_while_another_process_writes(address):
    loader = start(address, "x", 1_000)
    assert loader.stdout is not None
    loader.stdout.readline()
    with Corpus(address, RULES, create=False) as corpus:
        sizes = [len(corpus) for _ in range(50)]
        loader.communicate(timeout=120)
        assert sizes == sorted(sizes)
        assert len(corpus) == 1_000


def test_a_corpus_whose_connections_were_cut_goes_on(postgresql):
    with Corpus(postgresql, RULES) as corpus, Corpus(postgresql, RULES) as other:
        corpus.add(articles("x", 3))
        with other.database.writing() as connection:
            others = "datname = current_database() AND pid <> pg_backend_pid()"
            connection.execute(text(f"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE {others}"))
        assert len(corpus) == 3
        corpus.add(articles("y", 3))
        assert len(other) == 6


def test_a_connection_that_is_cut_while_it_works_says_so_and_keeps_nothing(postgresql):
    with Corpus(postgresql, RULES) as corpus:
        corpus.add(articles("x", 3))
        with pytest.raises(CorpusError, match="went away; start the database server again"):
            forget_all_and_die(corpus)
        assert len(corpus) == 3


def forget_all_and_die(corpus):
    with corpus.database.writing() as connection:
        connection.execute(delete(article))
        connection.execute(text("SELECT pg_terminate_backend(pg_backend_pid())"))


def test_a_server_that_is_not_there_says_so(tmp_path):
    with pytest.raises(CorpusError, match=r"does not answer; start the database server, or mend the address$"):
        Corpus(f"postgresql://desk@/corpus?host={tmp_path}")
