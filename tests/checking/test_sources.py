"""Who stands behind a figure: one agency, or one sentence, is one source however many outlets print it."""

import pytest

from figurecheck.checking.sources import credited, origins
from figurecheck.extraction import extract
from figurecheck.model import Article, Figure
from figurecheck.rulebook import load_rulebook

BOOK = load_rulebook()
LEAD = "An avalanche at Karsk killed 31 people on Tuesday and cut the road to the valley, the governor said."
OTHER = "The governor of Karsk put the number of dead in Tuesday's avalanche at 31, the highest toll in a decade."


def telling(key: str, text: str, source: str | None = None, hour: int = 8) -> tuple[Article, Figure]:
    article = Article(id=key, text=text, source=source or f"Outlet {key}", published=f"2031-03-04T{hour:02}:00:00Z")
    return article, next(figure for figure in extract(article, BOOK) if figure.quantity.stated == 31)


@pytest.mark.parametrize(
    ("text", "source", "name"),
    [
        (LEAD, "The Harbour Post", "the harbour post"),
        (f"KARSK (Reuters) - {LEAD}", "The Harbour Post", "reuters"),
        (f"KARSK, March 4 (AP) - {LEAD}", "The Harbour Post", "ap"),
        (f"{LEAD} The Associated Press contributed to this report.", "The Harbour Post", "ap"),
        ("Reuters reported that an avalanche at Karsk killed 31 people.", "The Harbour Post", "reuters"),
        ("An avalanche at Karsk killed 31 people, according to AFP.", "The Harbour Post", "afp"),
        (LEAD, "Agence France-Presse", "afp"),
    ],
)
def test_a_figure_is_of_the_agency_that_copy_credits_or_else_of_the_outlet(text: str, source: str, name: str) -> None:
    assert credited(*telling("a", text, source), BOOK) == name


def test_ten_outlets_that_print_one_agency_are_one_source() -> None:
    tellings = [telling(str(i), f"KARSK (AP) - {LEAD}") for i in range(10)]
    assert set(origins(tellings, BOOK)) == {"ap"}


def test_a_copied_sentence_is_of_the_outlet_that_had_it_first() -> None:
    tellings = [telling("b", LEAD.replace("Tuesday and", "Tuesday, and"), hour=9), telling("a", LEAD, hour=8)]
    assert origins(tellings, BOOK) == ["outlet a", "outlet a"]


def test_other_words_are_another_source() -> None:
    assert origins([telling("a", LEAD), telling("b", OTHER)], BOOK) == ["outlet a", "outlet b"]


def test_a_short_sentence_may_be_alike_by_chance() -> None:
    tellings = [telling(key, "The toll at Karsk is 31 dead.") for key in "ab"]
    assert len(set(origins(tellings, BOOK))) == 2
