"""Who did what in the articles the project started from, where their folder stands."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from figurecheck.extraction import extract
from figurecheck.model import Article, Context
from figurecheck.rulebook import load_rulebook

DAYS = (
    datetime(2025, 10, 16, tzinfo=UTC),
    *(datetime(2024, 11, 11, tzinfo=UTC),) * 3,
    datetime(2025, 2, 9, tzinfo=UTC),
)
"""When each seed was published; the files do not say."""


def context(shared: Path, seed: int, quote: str) -> Context:
    """The context of the figure with that quote in a seed."""
    text = sorted((shared / "seeds").iterdir())[seed].read_text(encoding="utf-8")
    found = extract(Article(text=text, published=DAYS[seed]), load_rulebook())
    return next(figure.context for figure in found if quote in figure.quote)


@pytest.mark.parametrize(
    ("seed", "quote", "action", "actor", "target", "speaker"),
    [
        (0, "300 drones", "launch", "Russia", "Ukraine", "Volodymyr Zelenskiy"),
        (0, "37 missiles", "launch", "Russia", "Ukraine", "Volodymyr Zelenskiy"),
        (1, "84 Ukrainian drones", "intercept", "Russia", "Ukraine", "Russia’s defense ministry"),
        (1, "145 Russian drones", "intercept", "Ukraine", "Russia", "Ukraine’s air force"),
        (1, "six fatalities", "kill", "Russia", None, None),
        (1, "seven", "injure", None, "apartment block", None),
        (2, "700,000 people", "kill_or_injure", None, None, "Tony Radakin"),
        (2, "40%", "spend", "Russia", None, "Tony Radakin"),
        (3, "84 drones", "intercept", "Ukraine", "Russia", "Ukraine"),
        (4, "one person", "kill", "Ukraine", "city", "Moscow-installed officials"),
        (4, "troops", "deploy", "North Korea", None, "US"),
    ],
)
def test_the_seeds_say_who_did_what_to_whom(
    shared: Path, seed: int, quote: str, action: str, actor: str | None, target: str | None, speaker: str | None
) -> None:
    found = context(shared, seed, quote)
    said = found.attribution.speaker if found.attribution else None
    assert (found.action, found.actor, found.target, said) == (action, actor, target, speaker)


def test_a_claim_and_a_confirmation_are_told_apart(shared: Path) -> None:
    claimed, confirmed = context(shared, 3, "84 drones").attribution, context(shared, 1, "145 Russian").attribution
    assert claimed is not None
    assert confirmed is not None
    assert (claimed.stance, confirmed.stance) == ("claimed", "confirmed")


def test_the_interceptions_of_one_weekend_share_it(shared: Path) -> None:
    times = [context(shared, 1, "84").when, context(shared, 1, "145").when, context(shared, 3, "84").when]
    assert {when.start for when in times if when} == {"2024-11-09"}
