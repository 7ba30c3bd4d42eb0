"""Consistent articles raise nothing; with one number changed, the rule that watches it speaks.

The articles and the changes stand in mutations.toml. `pytest -rP` prints each rule's recall and its false alarms.
"""

import sys
import tomllib
from dataclasses import dataclass
from pathlib import Path

import pytest

from figurecheck.checking import Accounts, check_account
from figurecheck.checking.registry import RULES
from figurecheck.matching import account
from figurecheck.model import Article
from figurecheck.rulebook import load_rulebook

BOOK = load_rulebook()
CODES = [code for code in RULES if code.startswith("FC2")]
RECALL = 0.9
ARTICLES = tomllib.loads((Path(__file__).parent / "mutations.toml").read_text(encoding="utf-8"))["article"]


@dataclass(frozen=True)
class Mutation:
    """An article with one number changed, and the rule that is to say so."""

    code: str
    told: dict[str, str]
    right: str
    wrong: str

    @property
    def changed(self) -> str:
        """The text with the wrong number."""
        assert self.told["text"].count(self.right) == 1, f"{self.right!r} must stand once in {self.told['title']!r}"
        return self.told["text"].replace(self.right, self.wrong)


MUTATIONS = [
    Mutation(code, article, *pair.split(" > "))
    for article in ARTICLES
    for code in CODES
    for pair in article.get(code, ())
]


def codes(told: dict[str, str], text: str) -> list[str]:
    """The rules that speak of an article with this text."""
    article = Article.model_validate(
        {"id": "0", "title": told["title"], "text": text, "published": told.get("published")}
    )
    return [flag.code for flag in check_account(account(article, BOOK), Accounts(), BOOK, CODES).flags]


@pytest.mark.parametrize("told", ARTICLES, ids=lambda told: told["title"])
def test_a_consistent_article_raises_nothing(told: dict[str, str]) -> None:
    assert codes(told, told["text"]) == []


@pytest.mark.parametrize("code", CODES)
def test_a_rule_finds_nine_of_ten_changed_numbers(code: str) -> None:
    mine = [mutation for mutation in MUTATIONS if mutation.code == code]
    raised = [codes(mutation.told, mutation.changed) for mutation in mine]
    missed = [
        f"{m.told['title']}: {m.right} > {m.wrong}" for m, found in zip(mine, raised, strict=True) if code not in found
    ]
    others = sum(len(set(found) - {code}) for found in raised)
    sys.stdout.write(f"{code}: {len(mine) - len(missed)} of {len(mine)} found, {others} flags of other rules\n")
    assert len(mine) >= 5
    assert len(missed) <= (1 - RECALL) * len(mine), missed


def test_a_changed_number_raises_at_most_one_rule_more_than_its_own() -> None:
    found = [(mutation, set(codes(mutation.told, mutation.changed)) - {mutation.code}) for mutation in MUTATIONS]
    assert [(mutation.told["title"], mutation.right, others) for mutation, others in found if len(others) > 1] == []
