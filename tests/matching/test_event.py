"""The same-event gate: place, time and rare words speak for one event; numbers never do."""

from hypothesis import given
from hypothesis import strategies as st
from tests.matching.told import BOOK, told

from figurecheck.matching import Account, compare_accounts
from figurecheck.matching.event import event

SHOOTING = "Three men were shot outside a laundromat on Harrow Avenue in Brook City on Monday night, police said."
OTHER_WORDS = "Gunfire near a Harrow Avenue laundromat wounded three men late on Monday, Brook City police said."
OTHER_NIGHT = "Five men were shot at a party on Delmar Street in Brook City early on Saturday, police said."
ELSEWHERE = "A ferry with 212 passengers sank off Port Ellan in Scotland on Monday; the coastguard saved all of them."
LONG = (
    " Detectives asked residents for video of the street. Neighbours heard shouts before the shots and saw a car leave."
)


def shot(text: str, quote: str, value: int, day: str | None) -> Account:
    people = {"head": "man", "concept": "man", "action": "injure", "place": "Brook City"}
    published = f"{day}T08:00:00Z" if day else None
    return told(text + LONG, {"quote": quote, "value": value, **people}, published=published)


MONDAY = shot(SHOOTING, "Three men", 3, "2031-03-04")
SAME = shot(OTHER_WORDS, "three men", 3, "2031-03-04")
SATURDAY = shot(OTHER_NIGHT, "Five men", 5, "2031-05-17")


def test_two_reports_of_one_shooting_in_other_words_meet() -> None:
    assert [c.relation for c in compare_accounts(MONDAY, SAME, BOOK)] == ["equal"]


def test_two_shootings_in_one_city_on_other_days_do_not_meet() -> None:
    assert compare_accounts(MONDAY, SATURDAY, BOOK) == []


def test_articles_of_unlike_words_are_below_the_gate() -> None:
    ferry = told(ELSEWHERE, {"quote": "212 passengers", "value": 212, "head": "passenger"})
    assert event(MONDAY, ferry, BOOK).bits < 0
    assert compare_accounts(MONDAY, ferry, BOOK) == []


def test_without_dates_one_event_is_still_seen_with_less_certainty() -> None:
    dated = compare_accounts(MONDAY, SAME, BOOK)
    undated = compare_accounts(shot(SHOOTING, "Three men", 3, None), shot(OTHER_WORDS, "three men", 3, None), BOOK)
    assert undated
    assert undated[0].score < dated[0].score


@given(st.integers(min_value=1, max_value=10**9))
def test_numbers_say_nothing_of_the_event(value: int) -> None:
    plain = told(f"The mine at Bory lost {value} tonnes of coal on Monday.")
    other = told("The mine at Bory lost 7 tonnes of coal on Monday.")
    assert event(plain, other, BOOK).bits == event(other, other, BOOK).bits


def test_the_gate_mirrors_itself() -> None:
    assert event(MONDAY, SATURDAY, BOOK).bits == event(SATURDAY, MONDAY, BOOK).bits
