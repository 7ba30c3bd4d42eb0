"""What holds for every text that is read."""

from hypothesis import given
from hypothesis import strategies as st

from figurecheck import Article, extract
from figurecheck.model import Bound, Figure

PIECES = st.sampled_from(
    [
        "more than", "about", "at least", "up to", "nearly", "between", "and", "to", "or", "of the", "a", "half",
        "dozens of", "million", "bn", "%", "per cent", "84", "1,500", "12.5", "1.2", "seven", "twenty-three",
        "two thirds", "$", "€", "km", "in 2024", "F-16", "3:45 p.m.", "No.", "Mr.", "an hour", "a day", "drones",
        "people were killed", "injured", "Russia", "police said", "on Monday", "years old", ".", ",", "(", ")", "-",
        "–", "“", "”", "’s", "é", "🙂", "\n\n", "\u00a0",
    ]
)  # fmt: skip
COPY = st.lists(PIECES, max_size=30).map(" ".join)
PARAGRAPHS = st.sampled_from(
    [
        "Police arrested 23 people in Verrane on Saturday, the mayor said.",
        "About 1,500 homes were damaged, and repairs will cost $1.2 million.",
        "Unemployment rose to 5.4% from 4.9%.",
        "At least six people died; 21 were injured.",
    ]
)


def reading(figure: Figure) -> tuple[object, ...]:
    """What a figure says by itself, without what the rest of its article lends it."""
    return figure.start, figure.end, figure.quote, figure.kind, figure.quantity


@given(COPY | st.text(max_size=200))
def test_every_quote_is_its_slice_and_lies_in_its_sentence(text: str) -> None:
    for figure in extract(text):
        assert figure.quote == text[figure.start : figure.end] != ""
        assert figure.sentence[0] <= figure.start < figure.end <= figure.sentence[1]


@given(COPY)
def test_every_value_is_an_interval_that_holds_what_is_stated(text: str) -> None:
    for figure in extract(text):
        quantity = figure.quantity
        assert not quantity.stated is quantity.low is quantity.high is None
        if quantity.low is not None and quantity.high is not None:
            assert quantity.low <= quantity.high
        if quantity.bound is Bound.EXACT:
            assert quantity.low == quantity.high == quantity.stated


@given(COPY | st.text(max_size=200))
def test_a_figure_is_what_validation_would_make_of_it(text: str) -> None:
    for figure in extract(text):
        assert Figure.model_validate(figure.model_dump(), strict=True) == figure


@given(COPY)
def test_figures_stand_in_order_and_apart(text: str) -> None:
    figures = extract(text)
    ends = [figure.end for figure in figures[:-1]]
    assert all(end <= figure.start for end, figure in zip(ends, figures[1:], strict=True)), [f.quote for f in figures]


@given(PARAGRAPHS, PARAGRAPHS)
def test_a_paragraph_reads_the_same_whatever_follows_it(first: str, second: str) -> None:
    alone = [reading(figure) for figure in extract(first)]
    together = [reading(figure) for figure in extract(f"{first}\n\n{second}")]
    assert together[: len(alone)] == alone


@given(PARAGRAPHS, PARAGRAPHS)
def test_a_paragraph_reads_the_same_whatever_stands_before_it(first: str, second: str) -> None:
    shift = len(first) + 2
    alone = [(start + shift, end + shift, *rest) for start, end, *rest in map(reading, extract(second))]
    together = [reading(figure) for figure in extract(f"{first}\n\n{second}")]
    assert together[len(together) - len(alone) :] == alone


@given(COPY)
def test_reading_again_gives_the_same_figures_and_ids(text: str) -> None:
    article = Article(text=text, id="one", title="Six dead")
    figures = extract(article)
    assert figures == extract(article)
    assert len({figure.id for figure in figures}) == len(figures)
