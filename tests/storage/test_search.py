"""Figures and articles are listed in pages, by what is asked of them, and each filter has its index."""

from datetime import date

import pytest
from sqlalchemy import literal_column
from tests.storage.plans import plan

from figurecheck import Article
from figurecheck.matching import account
from figurecheck.rulebook import load_rulebook
from figurecheck.storage import records, search
from figurecheck.storage.search import FigureQuery

ARTICLES = [
    Article(
        id="post",
        source="The Harbour Post",
        published="2025-03-02T08:30:00Z",
        text="Nine dock workers were killed in Port Ellin on Saturday when a barge caught fire, the mayor said. "
        "The harbour has lost more than $12 million.",
    ),
    Article(
        id="wire",
        source="Coastal Wire",
        published="2025-03-09T10:00:00Z",
        text="Russia launched more than 300 drones at Ukraine overnight, officials said. The town is 40 km away.",
    ),
]


@pytest.fixture
def filled(corpus, monkeypatch):
    """A corpus whose articles were really read."""
    monkeypatch.setattr(records, "account", lambda article, _: account(article, load_rulebook()))
    corpus.add(ARTICLES)
    return corpus.database


def quotes(database, **asked):
    return [found.figure.quote for found in search.figures(database, FigureQuery(**asked))]


ALL = ["40 km", "more than 300 drones", "more than $12 million", "Nine dock workers"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ALL),
        ({"concept": "uav"}, ["more than 300 drones"]),
        ({"unit": "USD"}, ["more than $12 million"]),
        ({"kind": "measure"}, ["40 km"]),
        ({"action": "kill"}, ["Nine dock workers"]),
        ({"actor": "RUSSIA"}, ["more than 300 drones"]),
        ({"source": "the harbour post"}, ALL[2:]),
        ({"text": "Dock WORKERS"}, ["Nine dock workers"]),
        ({"text": "workers DOCK nine"}, ["Nine dock workers"]),
        ({"text": "dron"}, ["more than 300 drones"]),
        ({"text": "rones"}, []),
        ({"text": "nine drones"}, []),
        ({"text": "12"}, ["more than $12 million"]),
        ({"text": "%"}, []),
        ({"text": "workers' OR \"*"}, []),
        ({"text": "km", "kind": "measure"}, ["40 km"]),
        ({"at_least": 1000}, ["more than 300 drones", "more than $12 million"]),
        ({"at_least": 9, "at_most": 9}, ["Nine dock workers"]),
        ({"at_most": 39}, ["Nine dock workers"]),
        ({"until": date(2025, 3, 1)}, ["Nine dock workers"]),
        ({"since": date(2025, 3, 3)}, ALL[:2]),
        ({"concept": "uav", "source": "The Harbour Post"}, []),
    ],
)
def test_figures_are_found_by(filled, asked, found):
    assert quotes(filled, **asked) == found


def test_a_place_is_found_without_case(filled):
    [nine] = search.figures(filled, FigureQuery(action="kill"))
    assert nine.figure.context.place
    assert quotes(filled, place=nine.figure.context.place.upper()) == ["Nine dock workers"]


def test_a_found_figure_names_its_article(filled):
    [found] = search.figures(filled, FigureQuery(concept="uav"))
    assert found.article == ARTICLES[1].head
    assert found.figure in search.whole(filled, "wire")[1]


def test_the_figures_of_an_article_stand_in_its_order(filled):
    article, figures = search.whole(filled, "post")
    assert article == ARTICLES[0]
    assert [figure.quote for figure in figures] == ["Nine dock workers", "more than $12 million"]
    assert search.whole(filled, "nobody") is None


def test_pages_join_without_a_gap(filled):
    seen, before = [], None
    while page := search.figures(filled, FigureQuery(), before=before, limit=3):
        seen += [found.figure.quote for found in page]
        before = page[-1].number
    assert seen == ALL


def test_articles_come_the_last_read_first(filled, corpus):
    assert [one.article.id for one in search.articles(filled)] == ["wire", "post"]
    [post] = search.articles(filled, source="the harbour POST")
    assert (post.article, post.figures, post.version) == (ARTICLES[0].head, 2, 1)
    corpus.add([ARTICLES[0].model_copy(update={"text": "Eight were killed."})])
    assert [(one.article.id, one.version) for one in search.articles(filled)] == [("post", 2), ("wire", 1)]


def test_words_are_found_as_articles_come_change_and_go(filled, corpus):
    corpus.add([ARTICLES[1].model_copy(update={"text": "Ten boats sank."})])
    assert (quotes(filled, text="drones"), quotes(filled, text="boats")) == ([], ["Ten boats"])
    corpus.remove(["wire", "post"])
    assert quotes(filled, text="boats") == quotes(filled, text="nine") == []


def test_words_go_by_their_index(filled):
    query = search.figures_query(FigureQuery(text="dock workers"))
    found = plan(filled, query, without=("seqscan", "indexscan"))
    assert "figure_words" in found
    assert "SCAN figure" not in found.splitlines()
    assert "Seq Scan" not in found


@pytest.mark.parametrize("name", ["concept", "unit", "kind", "action", "actor", "place", "source"])
def test_each_filter_goes_by_its_index_and_sorts_nothing(filled, name):
    query = search.figures_query(FigureQuery(**{name: {"kind": "count", "action": "kill"}.get(name, "x")}))
    found = plan(filled, query.order_by(literal_column("figure.number").desc()).limit(50))
    assert f"figure_by_{name}" in found
    assert "TEMP B-TREE" not in found
    assert "Sort" not in found
    assert "SCAN" not in found
    assert "Seq Scan" not in found


def test_days_go_by_their_index(filled):
    found = plan(filled, search.figures_query(FigureQuery(since=date(2025, 1, 1), until=date(2025, 1, 2))))
    assert "figure_by_starts" in found
