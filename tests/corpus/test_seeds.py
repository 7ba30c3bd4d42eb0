"""What the five articles that the project started from must give; skipped where they are not beside the checkout."""

import re
from functools import cache
from pathlib import Path

import pytest

from figurecheck import Article, check, compare, extract
from figurecheck.model import Figure

# A seed's number, the quote, its ends, and where it matters concept, action, actor and speaker.
FIGURES = [
    (0, "more than 300 drones", 300, None, "uav", "launch", "Russia", None),
    (0, "37 missiles", 37, 37, "missile", "launch", "Russia", None),
    (0, "three sources", 3, 3, None, None, None, None),
    (1, "84 Ukrainian drones", 84, 84, "uav", "intercept", "Russia", "defense ministry"),
    (1, "six different regions", 6, 6, "region", None, None, None),
    (1, "145 Russian drones", 145, 145, "uav", "intercept", "Ukraine", "air force"),
    (1, "at least six fatalities", 6, None, "person", "kill", None, None),
    (1, "21 injuries", 21, 21, "person", "injure", None, None),
    (1, "seven", 7, 7, "person", "injure", None, None),
    (1, "two children", 2, 2, "child", "injure", None, None),
    (1, "about half an hour", 0.45, 0.55, None, "measure", None, None),
    (1, "two nations", 2, 2, None, None, None, None),
    (2, "about 1,500 deaths and injuries", 1350, 1650, "person", "kill_or_injure", None, "Radakin"),
    (2, "700,000 people", 700000, 700000, "person", "kill_or_injure", None, "Radakin"),
    (2, "more than 40%", 40, None, None, "spend", None, "Radakin"),
    (2, "three years", 3, 3, None, "measure", None, None),
    (2, "two men", 2, 2, None, None, None, None),
    (2, "two leaders", 2, 2, None, None, None, None),
    (3, "84 drones", 84, 84, "uav", "intercept", "Ukraine", "Ukraine"),
    (4, "Thousands of people", 2000, 9999, "person", "kill", None, None),
    (4, "hundreds", 200, 999, None, None, None, None),
    (4, "about 10,000 to 12,000 troops", 10000, 12000, "soldier", "deploy", "North Korea", None),
    (4, "one person", 1, 1, "person", "kill", None, None),
    (4, "10", 10, 10, "person", "injure", None, None),
    (4, "two leaders", 2, 2, None, None, None, None),
    (4, "billions of people", 2e9, None, "person", None, None, None),
]
NO_FIGURES = [(0, "fourth"), (4, "third"), (4, "90x90"), (4, "2023"), (4, "945451"), (4, "24")]


@cache
def article(folder: Path, number: int) -> Article:
    """One seed; undated, as the files are."""
    [path] = folder.glob(f"{number:03}_*.txt")
    return Article(text=path.read_text(encoding="utf-8"), id=f"seed-{number}")


@pytest.fixture(scope="session")
def seeds(shared: Path) -> Path:
    """The folder of the seeds."""
    return shared / "seeds"


@cache
def figures(folder: Path, number: int) -> tuple[Figure, ...]:
    """A seed's figures."""
    return tuple(extract(article(folder, number)))


def found(folder: Path, number: int, quote: str) -> Figure:
    """The first figure whose quote is this or goes on behind it."""
    wanted = re.compile(rf"{re.escape(quote)}(?!\w)")
    match = next((one for one in figures(folder, number) if wanted.match(one.quote)), None)
    assert match is not None, [figure.quote for figure in figures(folder, number)]
    return match


@pytest.mark.parametrize(
    ("number", "quote", "low", "high", "concept", "action", "actor", "speaker"),
    FIGURES,
    ids=[f"{number} {quote}" for number, quote, *_ in FIGURES],
)
def test_a_seed_has_the_figure(
    seeds: Path,
    number: int,
    quote: str,
    low: float,
    high: float | None,
    concept: str | None,
    action: str | None,
    actor: str | None,
    speaker: str | None,
) -> None:
    figure = found(seeds, number, quote)
    assert figure.quantity.low == pytest.approx(low)
    if high is not None:
        assert figure.quantity.high == pytest.approx(high)
    assert concept in (None, figure.subject.concept)
    assert action in (None, figure.context.action)
    assert actor is None or actor in (figure.context.actor or "")
    said = figure.context.attribution
    assert speaker is None or speaker in ((said and said.speaker) or "")


@pytest.mark.parametrize(("number", "digits"), NO_FIGURES)
def test_a_seed_has_no_figure(seeds: Path, number: int, digits: str) -> None:
    assert [figure.quote for figure in figures(seeds, number) if digits in figure.quote] == []


def test_one_value_on_two_sides_is_an_attribution_conflict(seeds: Path) -> None:
    report = check(article(seeds, 1), against=[article(seeds, 3)])
    assert [(flag.code, flag.figure.quote, flag.evidence[0].figure.quote) for flag in report.flags] == [
        ("FC102", "84 Ukrainian drones", "84 drones")
    ]


def test_two_attacks_a_year_apart_never_meet(seeds: Path) -> None:
    assert compare([article(seeds, 0), article(seeds, 1)]) == []


def test_seven_injured_hold_two_children(seeds: Path) -> None:
    seven, children = found(seeds, 1, "seven"), found(seeds, 1, "two children")
    assert ("part_of", seven.id) in [(link.type.value, link.figure) for link in children.links]


def test_losses_by_the_day_are_a_rate(seeds: Path) -> None:
    assert found(seeds, 2, "about 1,500 deaths and injuries").quantity.per == "day"
