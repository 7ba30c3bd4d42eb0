"""What other rules read is read anew: all of it, however often that is stopped, and nothing else is touched."""

import pytest
from tests.storage.readers import Rules, read

from figurecheck.storage import Corpus, records


@pytest.fixture
def newer(corpus, address):
    """The same corpus, opened with other rules."""
    with Corpus(address, Rules("newer")) as other:
        yield other


@pytest.fixture
def articles(write):
    return [write(f"a{n}", f"Sumy counted {n} drones") for n in range(150)]


def test_a_corpus_knows_what_it_was_read_with(corpus, newer, articles):
    assert (corpus.readings(), corpus.stale(), newer.stale()) == ([], 0, 0)
    corpus.add(articles)
    assert (corpus.stale(), newer.stale()) == (0, 150)
    newer.add(articles[:30])
    assert (corpus.stale(), newer.stale()) == (30, 120)
    assert [(one.rules, one.articles) for one in corpus.readings()] == [("newer", 30), ("simple", 120)]


def test_another_extractor_makes_articles_stale(corpus, articles, monkeypatch):
    corpus.add(articles)
    monkeypatch.setattr(records, "extractor", lambda: "newer")
    assert corpus.stale() == 150


def test_stale_articles_are_read_anew_and_only_those(corpus, newer, articles):
    corpus.add(articles)
    newer.add(articles[:70])
    fresh = [number for number in newer.numbers() if number > 150]
    outcomes = list(newer.reindex())
    assert {one.status for one in outcomes} == {"reread"}
    assert {one.id for one in outcomes} == {article.id for article in articles[70:]}
    assert newer.stale() == 0
    assert set(fresh) <= set(newer.numbers())
    assert list(newer.reindex()) == []
    assert newer.figure_count() == 150
    assert all(newer.get(article.id) == article for article in articles)


def test_reindexing_goes_on_where_it_was_stopped(corpus, newer, articles):
    corpus.add(articles)
    begun = newer.reindex()
    next(begun)
    begun.close()
    left = newer.stale()
    assert 0 < left < 150
    assert len(list(newer.reindex())) == left


def test_what_a_new_extractor_reads_replaces_the_figures_and_keys(corpus, newer, write, monkeypatch):
    corpus.add([write("a", "Sumy counted 84 drones")])
    monkeypatch.setattr(records, "account", lambda one, _: read(one.model_copy(update={"text": "Odesa 1 and 2"})))
    list(newer.reindex())
    assert newer.figure_count() == 2
    assert newer.candidates(read(write("x", "Sumy 1"))) == []


@pytest.mark.parametrize("then", ["changed", "removed"])
def test_an_article_that_changes_or_goes_meanwhile_is_left_to_who_did_it(corpus, newer, write, monkeypatch, then):
    corpus.add([write("a", "Sumy 1"), write("b", "Sumy 2")])

    def slowly(article, _):
        if article.id == "a" and article.text == "Sumy 1":
            _ = corpus.remove(["a"]) if then == "removed" else corpus.add([write("a", "Odesa 3")])
        return read(article)

    monkeypatch.setattr(records, "account", slowly)
    assert [one.id for one in newer.reindex()] == ["b"]
    assert ("a" in newer) == (then == "changed")
    if then == "changed":
        assert newer.get("a").text == "Odesa 3"


def test_an_article_that_cannot_be_read_anew_stays_as_it_was(corpus, newer, write, monkeypatch):
    corpus.add([write("a", "Sumy 1"), write("b", "Sumy 2")])

    def badly(article, _):
        if article.id == "a":
            raise RuntimeError("no")
        return read(article)

    monkeypatch.setattr(records, "account", badly)
    assert {one.id: one.status for one in newer.reindex()} == {"a": "failed", "b": "reread"}
    assert newer.stale() == 1
    assert newer.figure_count() == 2
