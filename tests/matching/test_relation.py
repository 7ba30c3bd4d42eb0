"""Which figures meet, and how they stand: DESIGN section 6."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.matching.told import BOOK, figure, told

from figurecheck.matching import Account, compare_accounts
from figurecheck.model import Relation


def shot_down(text: str, quote: str, value: float, actor: str, target: str | None = None, **more: Any) -> Account:
    drones = {"head": "drone", "concept": "uav", "action": "intercept", "actor": actor, "target": target}
    return told(text, {"quote": quote, "value": value, **drones, **more.pop("figure", {})}, **more)


RUSSIA_84 = shot_down(
    "Russia's defence ministry said it intercepted 84 Ukrainian drones over six regions this weekend, near Moscow.",
    "84 Ukrainian drones", 84, "Russia", figure={"modifiers": ("Ukrainian",)},
)  # fmt: skip
UKRAINE_84 = shot_down(
    "At the weekend Ukraine claimed to have intercepted 84 drones that were aimed at Russian regions near Moscow.",
    "84 drones", 84, "Ukraine", target="Russia",
)  # fmt: skip
UKRAINE_145 = shot_down(
    "Ukraine's air force said it shot down 145 Russian drones over its regions this weekend, near Moscow.",
    "145 Russian drones", 145, "Ukraine", figure={"modifiers": ("Russian",)},
)  # fmt: skip


def relations(left: Account, right: Account) -> list[Relation]:
    return [c.relation for c in compare_accounts(left, right, BOOK)]


def test_one_distinctive_value_given_to_two_sides_is_an_attribution_conflict() -> None:
    assert relations(RUSSIA_84, UKRAINE_84) == [Relation.ATTRIBUTION_CONFLICT]


def test_other_values_of_other_sides_do_not_meet() -> None:
    assert relations(RUSSIA_84, UKRAINE_145) == []


def test_comparison_mirrors_itself() -> None:
    for left, right in ((RUSSIA_84, UKRAINE_84), (UKRAINE_84, RUSSIA_84)):
        (found,) = compare_accounts(left, right, BOOK)
        assert (found.left_article, found.right_article) == (left.article.id, right.article.id)
    (one,), (other,) = compare_accounts(RUSSIA_84, UKRAINE_84, BOOK), compare_accounts(UKRAINE_84, RUSSIA_84, BOOK)
    assert (one.relation, one.score) == (other.relation, other.score)


SHOT_DOWN = st.builds(
    lambda value, actor: shot_down(
        f"{actor} said it shot down {value} drones this weekend, near Moscow.", f"{value} drones", value, actor
    ),
    st.integers(13, 99),
    st.sampled_from(["Russia", "Ukraine"]),
)


@given(SHOT_DOWN, SHOT_DOWN)
def test_comparison_mirrors_itself_whatever_the_values(left: Account, right: Account) -> None:
    there, back = compare_accounts(left, right, BOOK), compare_accounts(right, left, BOOK)
    assert [(one.left, one.right, one.relation, one.score, one.difference) for one in there] == [
        (one.right, one.left, one.relation, one.score, one.difference) for one in back
    ]


def test_an_article_is_never_compared_with_its_own_id() -> None:
    assert compare_accounts(RUSSIA_84, RUSSIA_84, BOOK) == []


def toll(
    text: str, quote: str, value: float | None, action: str = "kill", day: str = "2031-03-04", **more: Any
) -> Account:
    people = {"head": "person", "concept": "person", "action": action, "place": "Karsk"} | more
    return told(text, {"quote": quote, "value": value, **people}, published=f"{day}T08:00:00Z")


def killed(count: int, day: str = "2031-03-04", **more: Any) -> Account:
    return toll(
        f"An avalanche at Karsk killed {count} people on Tuesday, the governor said.",
        f"{count} people",
        count,
        day=day,
        **more,
    )


def also_killed(count: int, day: str = "2031-03-04", noun: str = "people", **more: Any) -> Account:
    quote = f"{count} {noun}"
    return toll(f"The governor said that {quote} died in Tuesday's avalanche at Karsk.", quote, count, day=day, **more)


def test_equal_tolls_of_one_event_are_equal() -> None:
    assert relations(killed(12), also_killed(12)) == [Relation.EQUAL]


def test_exact_tolls_of_one_event_that_differ_conflict() -> None:
    assert relations(killed(12), also_killed(13)) == [Relation.CONFLICT]


def test_a_bound_is_consistent_with_a_value_inside_it() -> None:
    bound = toll(
        "At least 10 people died in Tuesday's avalanche at Karsk.", "At least 10 people", None,
        low=10, high=None, bound="at_least",
    )  # fmt: skip
    assert relations(killed(12), bound) == [Relation.CONSISTENT]


def test_one_city_on_other_days_is_another_event() -> None:
    assert relations(killed(12), also_killed(12, day="2031-04-20")) == []


def test_children_are_part_of_people() -> None:
    assert relations(killed(12), also_killed(4, noun="children", head="child")) == [Relation.PART_OF]


def test_killed_is_part_of_killed_and_injured() -> None:
    assert relations(killed(12), also_killed(30, action="kill_or_injure")) == [Relation.PART_OF]


def test_killed_and_injured_are_not_compared() -> None:
    assert relations(killed(12), also_killed(30, action="injure")) == []


def test_more_killed_than_casualties_conflict() -> None:
    assert relations(killed(40), also_killed(31, action="kill_or_injure")) == [Relation.CONFLICT]


@pytest.mark.parametrize("day", ["2031-03-04", "2031-03-05"])
def test_a_value_that_the_copy_names_as_older_is_superseded(day: str) -> None:
    later = toll(
        "The toll of the avalanche at Karsk on Tuesday rose to 15 from the previous 12 people, the governor said.",
        "12 people", 12, day=day,
    )  # fmt: skip
    assert relations(killed(12), later) == [Relation.SUPERSEDED]


def test_a_dead_and_wounded_split_adds_up_to_the_people_shot() -> None:
    shot = toll(
        "Five men were shot on Auburn Avenue in Karsk on Tuesday.", "Five men", 5, action="kill_or_injure", head="man"
    )
    split = told(
        "One person is dead and four others are hurt after a shooting on Auburn Avenue in Karsk on Tuesday.",
        {"quote": "One person", "value": 1, "head": "person", "concept": "person", "action": "kill", "place": "Karsk"},
        {
            "quote": "four others",
            "value": 4,
            "head": "person",
            "concept": "person",
            "action": "injure",
            "place": "Karsk",
        },
    )
    assert set(relations(shot, split)) == {Relation.PART_OF}


def backed(text: str, value: int, whole: int) -> Account:
    named = {"head": "member", "concept": "member", "action": "vote"}
    article = told(text).article
    of = figure(article, f"the {whole} members", whole)
    return told(
        text,
        {"quote": str(value), "value": value, "links": ({"type": "part_of", "figure": of.id},), **named},
        {"quote": f"the {whole} members", "value": whole, "head": "member", "concept": "member"},
    )


def test_parts_of_two_wholes_are_further_apart_than_parts_of_one() -> None:
    here = backed("In Wellington 5 of the 16 members of the rate panel backed the cut on Wednesday.", 5, 16)
    there = "In Wellington 4 of the {} members of the rate panel backed the cut on Wednesday."
    (same, *_), (other, *_) = (compare_accounts(here, backed(there.format(n), 4, n), BOOK) for n in (16, 29))
    assert same.relation == other.relation == Relation.CONFLICT
    assert other.score < same.score
    assert "parts of two wholes" in {reason.detail for reason in other.reasons}
