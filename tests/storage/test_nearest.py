"""Candidates are few however many articles there are, and the same in whatever order those came."""

import pytest
from sqlalchemy import select
from tests.storage.plans import plan
from tests.storage.readers import RULES, read

from figurecheck.storage import Corpus, nearest
from figurecheck.storage.nearest import COMMON, NEAREST
from figurecheck.storage.schema import figure


def ids(accounts):
    return [account.article.id for account in accounts]


def test_a_key_that_many_share_makes_no_candidate_alone(corpus, write):
    corpus.add([write(f"a{n}", "Sumy 1") for n in range(COMMON)])
    probe = read(write("x", "Sumy Odesa Kherson 5"))
    assert len(corpus.candidates(probe)) == COMMON
    corpus.add([write("b", "Sumy 1"), write("c", "Sumy Odesa 1"), write("d", "Kherson 1")])
    assert ids(corpus.candidates(probe)) == ["c", "d"]


def test_a_great_story_gives_its_nearest_articles(corpus, write):
    corpus.add([write(f"a{n}", "Sumy Odesa 1") for n in range(300)])
    corpus.add([write("near", "Sumy Odesa Kherson 1")])
    found = ids(corpus.candidates(read(write("x", "Sumy Odesa Kherson 5"))))
    assert len(found) == NEAREST
    assert "near" in found


def test_the_order_in_which_articles_came_changes_no_candidate(corpus, write):
    articles = [write(f"a{n}", "Sumy Odesa 1") for n in range(150)]
    corpus.add(articles)
    with Corpus("sqlite://", RULES) as other:
        other.add(reversed(articles))
        probe = read(write("x", "Sumy Odesa 5"))
        assert ids(corpus.candidates(probe)) == ids(other.candidates(probe))


@pytest.mark.parametrize("query", [nearest._SIZES, nearest._ENTRIES])
def test_candidates_come_by_index_alone(corpus, query):
    found = plan(corpus.database, query.params(keys=[1, 2]))
    if corpus.database.kind == "sqlite":
        assert found == "SEARCH blocking_key USING PRIMARY KEY (key=?)"
    else:
        assert "Index Only Scan using blocking_key_pkey" in found
        assert "Seq Scan" not in found


def test_the_figures_of_candidates_come_by_index(corpus):
    query = select(figure.c.record).where(figure.c.article.in_([1, 2]))
    assert "figure_by_article" in plan(corpus.database, query)


def test_a_key_of_a_great_many_articles_is_not_read(corpus, write, monkeypatch):
    monkeypatch.setattr(nearest, "ENTRIES", 20)
    corpus.add([write(f"a{n}", "Sumy Odesa 1") for n in range(30)])
    corpus.add([write("near", "Odesa Kherson Poltava 1")])
    assert ids(corpus.candidates(read(write("x", "Sumy Odesa Kherson Poltava 5")))) == ["near"]


def test_the_one_that_asks_takes_nobodys_place(corpus, write):
    articles = [write(f"a{n}", "Sumy Odesa 1") for n in range(60)]
    corpus.add(articles)
    assert len(corpus.candidates(read(articles[0]))) == NEAREST
