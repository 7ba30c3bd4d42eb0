"""Consistent articles raise nothing; with one number changed, the rule that watches it speaks.

The articles and what holds between their numbers stand in mutations.toml, the changes are made by mutating.py. `pytest
-rP` prints a line for each rule: how many it finds of the changes that break what holds, and that put it far off, and
how many it flags of those that leave the formula standing: false alarms, where the formula is no looser than the copy.
"""

import sys
import tomllib
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from tests.checking.mutating import Mutation, Relation, mutations

from figurecheck.checking import Accounts, check_account
from figurecheck.checking.registry import RULES
from figurecheck.matching import account
from figurecheck.model import Article
from figurecheck.rulebook import load_rulebook

BOOK = load_rulebook()
CODES = [code for code in RULES if code.startswith("FC2")]
RECALL, LEAST = 0.9, 15
ARTICLES: list[dict[str, Any]] = tomllib.loads((Path(__file__).parent / "mutations.toml").read_text("utf-8"))["article"]


def codes(told: dict[str, Any], text: str) -> list[str]:
    """The rules that speak of an article with this text."""
    article = Article.model_validate(
        {"id": "0", "title": told["title"], "text": text, "published": told.get("published")}
    )
    return [flag.code for flag in check_account(account(article, BOOK), Accounts(), BOOK, CODES).flags]


@pytest.mark.parametrize("told", ARTICLES, ids=lambda told: told["title"])
def test_a_consistent_article_raises_nothing(told: dict[str, Any]) -> None:
    assert codes(told, told["text"]) == []


@pytest.mark.parametrize("told", ARTICLES, ids=lambda told: told["title"])
def test_what_is_said_to_hold_between_its_numbers_does(told: dict[str, Any]) -> None:
    formulas = [formula for code in CODES for formula in told.get(code, ())]
    assert [formula for formula in formulas if Relation(formula).standing() != "holds"] == []


@pytest.mark.parametrize("code", CODES)
def test_a_rule_finds_nine_of_ten_changes_that_break_what_holds(code: str) -> None:
    made, found, missed = Counter[str](), Counter[str](), list[tuple[str, str]]()
    others = 0
    for told in ARTICLES:
        for mutation in mutations(told["text"], [Relation(formula) for formula in told.get(code, ())]):
            raised = set(codes(told, mutation.text))
            made[mutation.standing] += 1
            found[mutation.standing] += code in raised
            others += mutation.standing != "holds" and len(raised - {code}) > 1
            if mutation.standing == "off" and code not in raised:
                missed.append((told["title"], mutation.change))
    shown = ", ".join(f"{found[name]} of {made[name]} {name}" for name in ("off", "far", "holds"))
    sys.stdout.write(f"{code}: flags {shown}; {others} raise two other rules\n")
    assert made["off"] >= LEAST
    assert found["off"] >= RECALL * made["off"], missed


@pytest.mark.parametrize(
    ("formula", "text", "change", "standing"),
    [
        ("{63} = {27} + {36}", "63 breaches, 27 and 36", "36: 26", "off"),
        ("{63} = {27} + {36}", "63 breaches, 27 and 36", "63: 36", "off"),
        ("{63} = {27} + {36}", "63 breaches, 27 and 36", "27: 270", "far"),
        ("{54,000} = {31,000} + {23,000}", "54,000: 31,000, 23,000", "54,000: 54,001", "holds"),
        ("{54,000} = {31,000} + {23,000}", "54,000: 31,000, 23,000", "31,000: 13,000", "off"),
        ("{38.4} = {21.7} + {16.7}", "38.4, 21.7 and 16.7", "38.4: 38.5", "holds"),
        ("{38.4} = {21.7} + {16.7}", "38.4, 21.7 and 16.7", "38.4: 39.4", "off"),
        ("{14} <= {60}", "14 of 60", "14: 41", "holds"),
        ("{48} <= {60}", "48 of 60", "48: 84", "off"),
        ("2031 - {1970} - 0..1 = {61}", "1970, 61", "61: 62", "off"),
        ("2031 - {1970} - 0..1 = {61}", "1970, 61", "61: 60", "holds"),
    ],
)
def test_a_change_is_detectable_where_the_formula_can_hold_no_longer(
    formula: str, text: str, change: str, standing: str
) -> None:
    made = {mutation.change: mutation.standing for mutation in mutations(text, [Relation(formula)])}
    assert made[change] == standing


def test_every_way_of_going_wrong_is_tried() -> None:
    made: list[Mutation] = list(mutations("some 54,000 homes", [Relation("{54,000} = 54000")]))
    slips = {mutation.change.split(": ")[1] for mutation in made}
    assert {"64,000", "44,000", "55,000", "45,000", "50,400", "540,000", "5,400", "54,001"} <= slips
    assert all(mutation.text == f"some {mutation.change.split(': ')[1]} homes" for mutation in made)
