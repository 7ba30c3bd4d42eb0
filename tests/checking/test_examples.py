"""Every rule against other articles flags what its file says it must, and passes what it must."""

import pytest

from figurecheck.checking import Accounts, check_account
from figurecheck.matching import account
from figurecheck.model import Article, Report
from figurecheck.rulebook import load_rulebook
from figurecheck.rulebook.flags import Example, FlagRule

BOOK = load_rulebook()
CROSS = [rule for code, rule in BOOK.flags.items() if code.startswith("FC1")]
FLAGGED = [pytest.param(rule, e, id=f"{rule.code}-{i}") for rule in CROSS for i, e in enumerate(rule.must_flag)]
PASSED = [pytest.param(rule, e, id=f"{rule.code}-{i}") for rule in CROSS for i, e in enumerate(rule.must_pass)]


def check(example: Example) -> Report:
    articles = [
        Article.model_validate(
            {"id": str(i), "text": a.text, "title": a.title, "source": a.source, "published": a.published}
        )
        for i, a in enumerate(example.articles)
    ]
    accounts = [account(article, BOOK) for article in articles]
    return check_account(accounts[0], Accounts(accounts[1:]), BOOK)


@pytest.mark.parametrize("rule", CROSS, ids=lambda rule: rule.code)
def test_a_rule_has_five_examples_of_each(rule: FlagRule) -> None:
    assert len(rule.must_flag) >= 5
    assert len(rule.must_pass) >= 5


@pytest.mark.parametrize(("rule", "example"), FLAGGED)
def test_a_rule_flags_what_it_must(rule: FlagRule, example: Example) -> None:
    flags = check(example).flags
    assert (rule.code, example.quote) in {(flag.code, flag.figure.quote) for flag in flags}


@pytest.mark.parametrize(("rule", "example"), PASSED)
def test_a_rule_passes_what_it_must(rule: FlagRule, example: Example) -> None:
    assert rule.code not in {flag.code for flag in check(example).flags}
