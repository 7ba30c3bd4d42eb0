"""Where figures stand in their files, and how they read in their sentences."""

from hypothesis import given
from hypothesis import strategies as st
from tests.reporting.samples import CHECKED, DRAFT, FORTY, NINE, SIX, WIRE, figure

from figurecheck.model import Article
from figurecheck.reporting import Checked, Excerpt, excerpt


@given(st.text(alphabet="ab\n\r é😀", max_size=40), st.text(alphabet="xy", min_size=1, max_size=3))
def test_line_and_column_lead_back_to_the_quote(before, quote):
    article = Article(id="a", text=f"{before}{quote} z")
    place = Checked(CHECKED.report, article).place(figure(article, quote, 1))
    line = article.text.split("\n")[place.line - 1]
    assert line[place.column - 1 : place.end_column - 1] == quote


def test_lines_count_from_where_the_text_starts_in_its_file():
    assert Checked(CHECKED.report, DRAFT, "f", first_line=7).place(FORTY).line == 10


def test_a_figure_of_the_title_or_without_text_is_on_the_first_line():
    assert Checked(CHECKED.report).place(NINE)[:2] == (1, 1)
    assert CHECKED.place(NINE.model_copy(update={"where": "title"}))[:2] == (1, 1)


def test_an_excerpt_is_the_sentence_around_its_quote():
    assert excerpt(DRAFT, NINE) == Excerpt("It killed ", "nine dock workers", ", the mayor said.")
    assert excerpt(WIRE, SIX).quote == "Six dock workers"


def test_an_excerpt_of_a_text_that_changed_is_the_quote_alone():
    assert excerpt(WIRE, NINE) == Excerpt("", "nine dock workers", "")
    assert excerpt(None, NINE) == Excerpt("", "nine dock workers", "")
