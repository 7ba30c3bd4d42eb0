"""explain: the figures of extract, and the numerals that are none."""

import pytest

from figurecheck.extraction import Rejected, explain, extract
from figurecheck.model import Article
from figurecheck.rulebook import load_rulebook

TEXT = "On 12 May 2024 the strike hit 3 houses at 10:30 p.m. and killed about 20 people."


def test_the_figures_are_those_of_extract() -> None:
    article, book = Article(text=TEXT, title="20 killed"), load_rulebook()
    assert [one for one in explain(article, book) if not isinstance(one, Rejected)] == extract(article, book)


def test_every_numeral_that_is_no_figure_has_a_reason() -> None:
    rejected = [one for one in explain(Article(text=TEXT), load_rulebook()) if isinstance(one, Rejected)]
    assert [(one.quote, bool(one.reason)) for one in rejected] == [
        (quote, True) for quote in ("12", "2024", "10", "30")
    ]


@pytest.mark.parametrize(
    ("source", "form"), [(TEXT, "text"), (f"<p>{TEXT}</p>", "html"), (f"# A\n\n{TEXT}", "markdown")]
)
def test_offsets_point_into_the_source(source: str, form: str) -> None:
    article = Article.model_validate({"text": source, "format": form})
    for one in explain(article, load_rulebook()):
        assert source[one.start : one.end] == one.quote


def test_they_stand_in_reading_order_the_title_first() -> None:
    found = explain(Article(text=TEXT, title="The 5th strike kills 20"), load_rulebook())
    assert [(one.where, one.start) for one in found] == sorted(
        ((one.where, one.start) for one in found), key=lambda place: (place[0] == "body", place[1])
    )
    assert found[0].where == "title"
