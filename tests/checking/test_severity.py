"""How loud a flag is: from how two figures stand, how sure it is that they are one, and how wide the gap is."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from figurecheck.checking import Accounts, check_account
from figurecheck.matching import account
from figurecheck.model import Article
from figurecheck.rulebook import load_rulebook

BOOK = load_rulebook()
LOUD = {"error", "warning"}
KARSK = "An avalanche at Karsk killed {} people on Tuesday, the governor said."
CHILDREN = "An avalanche at Karsk killed {} children on Tuesday, the governor said."
DRONES = "Russia launched {} drones at Kharkiv overnight, officials said on Tuesday."
DOWNED = "{} shot down {} drones over the border region of Sumy on Thursday, its {} said."


def raised(draft: str, other: str, hour: int = 8, other_hour: int = 8) -> dict[str, str]:
    """The flags against other sources that the draft gets, by code, and how loud each one is."""
    read = [
        account(Article(id=key, text=text, source=f"Outlet {key}", published=f"2031-03-04T{at:02}:00:00Z"), BOOK)
        for key, text, at in (("draft", draft, hour), ("other", other, other_hour))
    ]
    report = check_account(read[0], Accounts(read[1:]), BOOK)
    return {flag.code: flag.severity.value for flag in report.flags if flag.code.startswith("FC1")}


@pytest.mark.parametrize(
    ("draft", "other", "flags"),
    [
        # of one event and apart: an error
        (DRONES.format(84), DRONES.format(61), {"FC101": "error"}),
        (DRONES.format("more than 300"), DRONES.format(210), {"FC101": "error"}),
        (DRONES.format("between 40 and 50"), DRONES.format(71), {"FC101": "error"}),
        (DRONES.format(840), DRONES.format("8,400"), {"FC103": "error"}),
        # ends that touch, and orders of magnitude, are loose talk
        (DRONES.format("fewer than 50"), DRONES.format(50), {"FC101": "info"}),
        (DRONES.format("dozens of"), DRONES.format(700), {"FC101": "info"}),
        # a bound far from another value, or bound, holds
        (DRONES.format("more than 300"), DRONES.format("2,900"), {"FC107": "info"}),
        (DRONES.format("more than 300"), DRONES.format("at least 2,900"), {"FC107": "info"}),
        (DRONES.format("up to 900"), DRONES.format(150), {"FC107": "info"}),
        (DRONES.format("2,900"), DRONES.format("more than 300"), {}),
        # both can be right
        (DRONES.format(84), DRONES.format(84), {}),
        (DRONES.format(84), DRONES.format("more than 80"), {}),
        (DRONES.format("1,487"), DRONES.format("about 1,500"), {}),
        # one value, two sides
        (
            DOWNED.format("Ukraine", 137, "air force"),
            DOWNED.format("Russia", 137, "defence ministry"),
            {"FC102": "error"},
        ),
        # a part above its whole, and one that fits in it
        (CHILDREN.format(34), KARSK.format(12), {"FC106": "error"}),
        (CHILDREN.format(12), KARSK.format(34), {}),
        # one number, two units
        (
            "The Orla bridge at Karsk is 340 metres long, the mayor of Karsk said on Tuesday.",
            "The Orla bridge at Karsk is 340 feet long, the mayor of Karsk said on Tuesday.",
            {"FC104": "error"},
        ),
    ],
)
def test_a_flag_is_as_loud_as_the_two_figures_are_apart(draft: str, other: str, flags: dict[str, str]) -> None:
    assert raised(draft, other) == flags


def test_a_later_higher_toll_is_an_info_and_a_later_lower_one_is_not() -> None:
    assert raised(KARSK.format(31), KARSK.format(34), 8, 16) == {"FC105": "info"}
    assert raised(KARSK.format(34), KARSK.format(31), 16, 8) == {"FC105": "info"}
    assert raised(KARSK.format(34), KARSK.format(31), 8, 16) == {"FC101": "error"}


def test_a_part_of_a_later_higher_toll_may_be_above_an_earlier_whole() -> None:
    assert raised(KARSK.format(12), CHILDREN.format(34), 8, 16) == {"FC105": "info"}
    assert raised(KARSK.format(12), CHILDREN.format(34), 16, 8) == {"FC106": "error"}


def test_those_hurt_and_those_in_hospital_are_one_toll_that_grows() -> None:
    hurt = "An avalanche at Karsk injured {} people on Tuesday, the governor said."
    ward = "On Tuesday {} people were in hospital after an avalanche at Karsk, the governor said."
    assert raised(hurt.format(31), ward.format(34), 8, 16) == {"FC105": "info"}


def test_a_value_that_the_copy_sets_aside_is_an_info() -> None:
    newer = "The toll of the avalanche at Karsk on Tuesday was cut to nine killed from 12, the governor said."
    assert raised(KARSK.format(12), newer, 8, 16) == {"FC105": "info"}


def test_the_same_gap_of_a_line_up_that_is_only_likely_is_a_warning() -> None:
    other = "The Karsk railway is shut, and 19 villagers died in the snow."
    assert raised(KARSK.format(31), other) == {"FC101": "warning"}


def test_the_same_gap_of_another_event_is_nothing() -> None:
    assert raised(KARSK.format(31), "A fire at a mill in Dalemont killed 19 workers on Tuesday, police said.") == {}


@settings(max_examples=25, deadline=None)
@given(st.integers(2, 900), st.integers(2, 900))
def test_two_counts_of_one_event_are_loud_exactly_where_they_differ(one: int, other: int) -> None:
    found = raised(DRONES.format(one), DRONES.format(other))
    assert bool(LOUD & set(found.values())) is (one != other)
