"""A corpus tells of one thing over time, found by blocking keys alone, on every database."""

import pytest

from figurecheck import Article
from figurecheck import series as of_articles
from figurecheck.matching import account
from figurecheck.rulebook import load_rulebook
from figurecheck.storage import Corpus, records
from figurecheck.storage.errors import BroadError
from figurecheck.storage.search import FigureQuery

BOOK = load_rulebook()
FIFTEEN = FigureQuery(at_least=15, at_most=15)


def told(key, text, hour, source=None):
    time = f"2031-03-04T{hour:02}:00:00Z"
    return Article(id=key, text=text, source=source or f"Outlet {key}", published=time)


ARTICLES = [
    told("a", "The avalanche at Karsk on Tuesday killed 12 people, the governor said.", 8),
    told("b", "Rescuers said that 12 people had died in the avalanche at Karsk on Tuesday.", 9),
    told("c", "The number of people killed in the avalanche at Karsk on Tuesday rose to 15, the governor said.", 14),
    told("p", "A fire at the Dalemont mill injured 40 workers on Tuesday, the mill's owner said.", 9),
    told("q", "Forty workers were injured in Tuesday's fire at the Dalemont mill.", 11),
    told("z", "Sugar growers in Vellaria sold 4,200 tonnes of cane, the board said on Tuesday.", 9),
]


@pytest.fixture
def filled(address, monkeypatch):
    """A corpus whose articles were really read."""
    monkeypatch.setattr(records, "account", account)
    with Corpus(address, BOOK) as corpus:
        corpus.add(reversed(ARTICLES))
        yield corpus


def told_by(found):
    return [[(point.article, point.figure.quantity.stated) for point in one.points] for one in found]


def test_what_several_articles_speak_of_is_one_series_each_the_earliest_first(filled):
    assert told_by(filled.series()) == [[("a", 12), ("b", 12), ("c", 15)], [("p", 40), ("q", 40)]]


def test_a_corpus_tells_what_its_articles_tell(filled):
    assert filled.series() == of_articles(ARTICLES)


def test_only_series_with_a_figure_asked_for_are_given_whole(filled):
    assert told_by(filled.series(FIFTEEN)) == [[("a", 12), ("b", 12), ("c", 15)]]
    assert told_by(filled.series(FigureQuery(action="injure"))) == [[("p", 40), ("q", 40)]]
    assert filled.series(FigureQuery(at_least=4000)) == []


def test_an_article_that_is_removed_is_in_no_series(filled):
    filled.remove(["c", "q"])
    assert told_by(filled.series()) == [[("a", 12), ("b", 12)]]


def test_a_question_that_too_many_articles_answer_is_refused(filled):
    with pytest.raises(BroadError):
        filled.series(FigureQuery(kind="count"), most=2)
    assert filled.series(FIFTEEN, most=2)
