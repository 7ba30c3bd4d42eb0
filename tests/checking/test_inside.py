"""Every rule inside one article flags what its file says it must, and nothing where it must pass."""

import pytest

from figurecheck.checking import Accounts, check_account
from figurecheck.checking.registry import RULES
from figurecheck.matching import account
from figurecheck.model import Article, Flag
from figurecheck.rulebook import load_rulebook
from figurecheck.rulebook.flags import Example, FlagRule

BOOK = load_rulebook()
INSIDE = [rule for code, rule in BOOK.flags.items() if code in RULES and not code.startswith("FC1")]
ARITHMETIC = [code for code in RULES if code.startswith("FC2")]
FLAGGED = [pytest.param(rule, e, id=f"{rule.code}-{i}") for rule in INSIDE for i, e in enumerate(rule.must_flag)]
PASSED = [pytest.param(rule, e, id=f"{rule.code}-{i}") for rule in INSIDE for i, e in enumerate(rule.must_pass)]


def check(example: Example, code: str) -> tuple[Flag, ...]:
    first = example.articles[0]
    article = Article.model_validate(
        {"id": "0", "text": first.text, "title": first.title, "source": first.source, "published": first.published}
    )
    return check_account(account(article, BOOK), Accounts(), BOOK, [*ARITHMETIC, code]).flags


@pytest.mark.parametrize("rule", INSIDE, ids=lambda rule: rule.code)
def test_a_rule_has_ten_examples_of_each(rule: FlagRule) -> None:
    assert len(rule.must_flag) >= 10
    assert len(rule.must_pass) >= 10


@pytest.mark.parametrize(("rule", "example"), FLAGGED)
def test_a_rule_flags_what_it_must(rule: FlagRule, example: Example) -> None:
    flags = check(example, rule.code)
    assert (rule.code, example.quote) in {(flag.code, flag.figure.quote) for flag in flags}


@pytest.mark.parametrize(("rule", "example"), FLAGGED)
def test_a_flag_shows_other_figures_or_the_value_that_is_right(rule: FlagRule, example: Example) -> None:
    for flag in check(example, rule.code):
        assert flag.evidence or flag.expected or flag.code.startswith("FC3")


@pytest.mark.parametrize(("rule", "example"), [case for case in FLAGGED if case.values[0].code in ARITHMETIC])
def test_a_flag_names_the_value_that_would_make_it_right(rule: FlagRule, example: Example) -> None:
    for flag in check(example, rule.code):
        wanted, stated = flag.expected, flag.figure.quantity.stated
        assert wanted is not None
        assert wanted.low is not None or wanted.high is not None
        assert stated is None or (wanted.low, wanted.high) != (stated, stated)


@pytest.mark.parametrize(("rule", "example"), PASSED)
def test_a_rule_passes_what_it_must(rule: FlagRule, example: Example) -> None:
    flags = check(example, rule.code)
    assert [(flag.code, flag.message) for flag in flags] == []
