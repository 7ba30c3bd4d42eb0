"""Blocking keys: which articles are compared at all."""

import pytest
from tests.matching.told import told

from figurecheck.matching import Account, blocking_keys, probe_keys


def meet(left: Account, right: Account) -> bool:
    """Does the left article find the right one?"""
    return not set(probe_keys(left)).isdisjoint(blocking_keys(right))


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("A ferry sank off Port Ellan on Tuesday.", "Divers searched the waters off Port Ellan."),
        ("A magnitude 6.4 earthquake struck western Nepal.", "People ran into the streets as a quake hit Nepal."),
        ("Britain's economy grew 0.3%, statistics showed.", "UK gross domestic product rose by 0.1%."),
        ("The Bank of England cut rates by a quarter of a point.", "Britain's central bank lowered borrowing costs."),
    ],
)
def test_articles_on_one_thing_share_a_key(left: str, right: str) -> None:
    one, other = told(left), told(right)
    assert meet(one, other)
    assert meet(other, one)


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("A magnitude 6.4 earthquake struck western Nepal.", "A quake of magnitude 6.4 struck eastern Turkey."),
        ("Britain's economy grew 0.3%.", "A train hit a lorry in Britain, hurting three."),
    ],
)
def test_one_nation_or_one_kind_of_event_is_no_key_alone(left: str, right: str) -> None:
    assert not meet(told(left), told(right))


def test_dated_articles_meet_within_a_week_and_undated_ones_always() -> None:
    text = "A ferry sank off Port Ellan."
    march, next_week, april = (told(text, published=f"2031-{day}T08:00:00Z") for day in ("03-04", "03-10", "04-30"))
    assert meet(march, next_week)
    assert not meet(march, april)
    assert meet(march, told(text, published=None))
    assert meet(told(text, published=None), april)
