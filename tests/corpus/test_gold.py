"""The demonstration corpus: what each draft must raise, and how pairs of figures stand, as its gold says."""

import json
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from tests.house.tree import CHECKOUT, clean_environment

from figurecheck import Article

CORPUS = CHECKOUT / "corpus"
DRAFTS = sorted(path.name for path in (CORPUS / "drafts").iterdir())
LOUD = {"warning", "error"}

Line = dict[str, Any]


def gold(name: str) -> list[Line]:
    """The lines of a gold file."""
    return [json.loads(line) for line in (CORPUS / "gold" / name).read_text(encoding="utf-8").splitlines()]


@cache
def figurecheck(*arguments: str) -> Any:
    """The JSON that a command prints in the corpus folder."""
    done = subprocess.run(
        [Path(sys.executable).with_name("figurecheck"), *arguments, "--output-format", "json"],
        cwd=CORPUS, env=clean_environment(), capture_output=True, text=True,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@cache
def named(article: str) -> str:
    """The id of an article that the gold names: a web page has no id of its own, so the gold has its file's name."""
    page = CORPUS / "articles" / f"{article}.html"
    return Article(text=page.read_bytes().decode()).id if page.is_file() else article


def report(draft: str) -> Any:
    """The report on one draft, checked against all articles."""
    return figurecheck("check", f"drafts/{draft}", "--against", "articles", "--fail-on", "never")


@cache
def quotes() -> dict[str, str]:
    """Every figure's quote by its id."""
    return {figure["id"]: figure["quote"] for figure in figurecheck("extract", "articles")}


@cache
def comparisons() -> dict[frozenset[tuple[str, str]], str]:
    """The relation of each two compared figures, each named by its article and its quote."""
    names = quotes()
    return {
        frozenset(
            {(found["left_article"], names[found["left"]]), (found["right_article"], names[found["right"]])}
        ): found["relation"]
        for found in figurecheck("compare", "articles")
    }


def speaks_of(quote: str, wanted: str) -> bool:
    """Whether a figure's quote is the one that the gold names; either may hold a word more than the other."""
    return quote in wanted or wanted in quote


@pytest.mark.parametrize("expected", gold("flags.jsonl"), ids=lambda line: f"{line['draft']} {line['code']}")
def test_a_draft_raises_the_flag_with_its_evidence(expected: Line) -> None:
    flags = report(expected["draft"])["flags"]
    found = [
        flag
        for flag in flags
        if flag["code"] == expected["code"] and speaks_of(flag["figure"]["quote"], expected["quote"])
    ]
    assert len(found) == 1, [(flag["code"], flag["figure"]["quote"]) for flag in flags]
    shown = [(piece["article"], piece["figure"]["quote"]) for piece in found[0]["evidence"]]
    for piece in expected["evidence"]:
        assert any(
            article == named(piece["article"]) and speaks_of(quote, piece["quote"]) for article, quote in shown
        ), shown


@pytest.mark.parametrize("draft", DRAFTS)
def test_a_draft_raises_nothing_loud_that_the_gold_does_not_know(draft: str) -> None:
    known = [(line["code"], line["quote"]) for line in gold("flags.jsonl") if line["draft"] == draft]
    surprises = [
        (flag["code"], flag["figure"]["quote"], flag["message"])
        for flag in report(draft)["flags"]
        if flag["severity"] in LOUD
        and not any(flag["code"] == code and speaks_of(flag["figure"]["quote"], quote) for code, quote in known)
    ]
    assert surprises == []


@pytest.mark.parametrize(
    "pair", gold("pairs.jsonl"), ids=lambda pair: f"{pair['left']['article']} {pair['left']['quote']}"
)
def test_a_pair_stands_as_the_gold_says(pair: Line) -> None:
    wanted = [(named(side["article"]), side["quote"]) for side in (pair["left"], pair["right"])]
    found = {
        relation
        for names, relation in comparisons().items()
        if all(any(article == name and speaks_of(quote, text) for name, quote in names) for article, text in wanted)
    }
    assert found == ({pair["relation"]} if pair["relation"] else set())


def test_gold_quotes_stand_in_their_articles() -> None:
    texts = [path.read_text(encoding="utf-8") for path in sorted((CORPUS / "articles").iterdir())]
    for pair in gold("pairs.jsonl"):
        for side in (pair["left"], pair["right"]):
            assert any(side["quote"] in text for text in texts), side
