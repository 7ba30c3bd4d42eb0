"""Series: one thing as many articles give it, over time."""

from collections.abc import Iterable
from itertools import permutations

from figurecheck import Article, Series, series

EVENT = "avalanche at Karsk on Tuesday"


def article(key: str, text: str, hour: int, **more: object) -> Article:
    time = f"2031-03-04T{hour:02}:00:00Z"
    return Article(**{"id": key, "text": text, "source": f"Outlet {key}", "published": time, **more})


ARTICLES = [
    article("a", f"The {EVENT} killed 12 people, the governor said.", 8),
    article("b", f"Rescuers said that 12 people had died in the {EVENT}; the slope gave way at dawn.", 9),
    article("c", f"The number of people killed in the {EVENT} rose to 15, the governor said.", 14),
    article("z", "Sugar growers in Vellaria sold 4,200 tonnes of cane to Dalemont, the board said on Tuesday.", 9),
]


def tolls(found: Iterable[Series]) -> list[list[tuple[str, float | None]]]:
    return [[(point.article, point.figure.quantity.stated) for point in one.points] for one in found]


def test_figures_of_one_thing_stand_in_order_of_time_with_their_sources() -> None:
    (found,) = series(ARTICLES)
    assert tolls([found]) == [[("a", 12), ("b", 12), ("c", 15)]]
    assert (found.sources, found.disputed) == (3, False)


def test_the_order_of_articles_changes_nothing() -> None:
    assert len({str([one.model_dump_json() for one in series(order)]) for order in permutations(ARTICLES)}) == 1


def test_an_unrelated_article_changes_nothing() -> None:
    assert series(ARTICLES) == series(ARTICLES[:3])


def test_values_that_cannot_both_be_right_are_disputed() -> None:
    other = article("d", f"The {EVENT} killed nine people, the mayor said.", 15)
    (found,) = series([ARTICLES[0], other])
    assert found.disputed


def test_a_corrected_value_no_longer_holds_and_disputes_nothing() -> None:
    text = f"Correction: the {EVENT} killed nine people, not 12, the governor said."
    (found,) = series([ARTICLES[0], article("d", text, 15)])
    assert {point.figure.quantity.stated for point in found.points if not point.retired} == {9}
    assert not found.disputed


def test_one_agency_in_many_outlets_is_one_source() -> None:
    copies = [article(key, f"KARSK (Reuters) - {ARTICLES[0].text}", 8 + i) for i, key in enumerate("pqrst")]
    (found,) = series(copies)
    assert (found.sources, {point.origin for point in found.points}) == (1, {"reuters"})
    assert len(found.points) == 5


def test_what_an_article_says_twice_is_one_point() -> None:
    twice = article("e", ARTICLES[0].text, 10, title="Avalanche at Karsk kills 12 people")
    (found,) = series([twice, ARTICLES[1]])
    assert tolls([found]) == [[("b", 12), ("e", 12)]]
