"""Expressions of time, seen from Wednesday, 12 March 2025."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from figurecheck.extraction.sentence import read_sentence
from figurecheck.extraction.time import Role, Time
from figurecheck.extraction.times import read_times
from figurecheck.rulebook import load_rulebook

TODAY = date(2025, 3, 12)


def read(text: str, published: date | None = TODAY) -> list[Time]:
    """The times of one sentence."""
    rulebook = load_rulebook()
    return read_times(read_sentence(text, 0, len(text), rulebook), rulebook.calendar, published)


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("It fell on Monday.", "2025-03-10", "2025-03-10"),
        ("Wednesday brought two more.", "2025-03-12", "2025-03-12"),
        ("It fell last Wednesday.", "2025-03-05", "2025-03-05"),
        ("They meet next Friday.", "2025-03-14", "2025-03-14"),
        ("It began early on Tuesday morning.", "2025-03-11", "2025-03-11"),
        ("It burned overnight.", "2025-03-12", "2025-03-12"),
        ("It burned last night.", "2025-03-11", "2025-03-11"),
        ("It fell yesterday.", "2025-03-11", "2025-03-11"),
        ("It rained over the weekend.", "2025-03-08", "2025-03-09"),
        ("Sales rose in October.", "2024-10-01", "2024-10-31"),
        ("Sales rose in February.", "2025-02-01", "2025-02-28"),
        ("Sales rose last year.", "2024-01-01", "2024-12-31"),
        ("Sales rose this week.", "2025-03-10", "2025-03-16"),
        ("Sales rose last month.", "2025-02-01", "2025-02-28"),
        ("It fell on Nov. 1.", "2024-11-01", "2024-11-01"),
        ("They meet on March 28.", "2025-03-28", "2025-03-28"),
        ("It fell on 7 January 2019.", "2019-01-07", "2019-01-07"),
        ("It fell on Thursday, 6 February 2025.", "2025-02-06", "2025-02-06"),
        ("It fell in 2011.", "2011-01-01", "2011-12-31"),
        ("It fell two days ago.", "2025-03-10", "2025-03-10"),
        ("It has fallen since September 2014.", "2014-09-01", "2025-03-12"),
        ("It came down in the past two weeks.", "2025-02-26", "2025-03-12"),
        ("It fell in the past 24 hours.", "2025-03-11", "2025-03-12"),
        ("It has fallen over the past year.", "2024-03-12", "2025-03-12"),
        ("It has fallen over the last decade.", "2015-03-15", "2025-03-12"),
        ("By Monday 200 homes had burned.", "2025-03-10", "2025-03-10"),
        ("Sales rose in the first nine months of 2024.", "2024-01-01", "2024-09-30"),
        ("Sales rose in the third quarter.", "2024-07-01", "2024-09-30"),
        ("Sales rose in the second half of last year.", "2024-07-01", "2024-12-31"),
        ("Sales rose in the first two months of the year.", "2025-01-01", "2025-02-28"),
        ("Sales rose between October and January.", "2024-10-01", "2025-01-31"),
        ("Between January and March last year sales rose.", "2024-01-01", "2024-03-31"),
        ("It rained from Friday to Monday.", "2025-03-07", "2025-03-10"),
        ("Between 2010 and 2014 sales rose.", "2010-01-01", "2014-12-31"),
    ],
)
def test_a_time_is_resolved_against_the_day_of_publication(text: str, start: str, end: str) -> None:
    [time] = read(text)
    assert (str(time.start), str(time.end)) == (start, end)


@pytest.mark.parametrize(
    "text",
    ["They may march again.", "The sun was out.", "The 2019 model won.", "It weighs 14 tonnes.", "She sat down."],
)
def test_words_that_only_look_like_times_are_none(text: str) -> None:
    assert read(text) == []


def test_since_and_until_are_no_time_at_which_something_happened() -> None:
    assert [time.role for time in read("It has stood since 1998 and will until Friday.")] == [Role.SINCE, Role.LIMIT]


@pytest.mark.parametrize(
    "text",
    [
        "Turnout was the lowest since 2001.",
        "It is the first time since 1998.",
        "More fell than last year.",
        "Sales rose from a year earlier.",
        "Sales were up on last year.",
        "Sales rose compared with 2019.",
    ],
)
def test_a_time_that_others_are_compared_with_is_not_their_own(text: str) -> None:
    assert [time.role for time in read(text)] == [Role.LIMIT]


def test_a_decade_is_no_year() -> None:
    assert [time.first for time in read("By the late 1980s sales fell, and they rose on Monday.")] == [11]


def test_without_a_day_of_publication_only_full_dates_resolve() -> None:
    assert [time.start for time in read("It fell on Monday.", None)] == [None]
    assert [time.start for time in read("It fell on 7 January 2019.", None)] == [date(2019, 1, 7)]


def test_an_impossible_date_resolves_to_nothing() -> None:
    assert [time.start for time in read("It fell on February 31, 2020.")] == [None]


@given(st.dates(date(1950, 1, 1), date(2080, 1, 1)), st.sampled_from(["Monday", "Thursday", "Saturday"]))
def test_a_weekday_lies_in_the_week_up_to_publication(published: date, weekday: str) -> None:
    [time] = read(f"It fell on {weekday}.", published)
    assert time.start is not None
    assert 0 <= (published - time.start).days < 7
    assert time.start.strftime("%A") == weekday


@pytest.mark.parametrize("text", ["It falls next year.", "It falls next Friday.", "It falls tomorrow."])
def test_the_last_day_of_the_calendar_breaks_nothing(text: str) -> None:
    assert all(time.start is None for time in read(text, date.max))
