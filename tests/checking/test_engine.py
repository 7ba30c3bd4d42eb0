"""One engine for all rules: what a report holds, and the laws that no order and no unrelated article may break."""

from itertools import permutations

import pytest

from figurecheck.checking import Accounts, check_account
from figurecheck.matching import Account, account
from figurecheck.model import Article, Flag, Report
from figurecheck.rulebook import load_rulebook

BOOK = load_rulebook()
DAY = "2031-03-04T{:02}:00:00Z"


def told(key: str, text: str, hour: int = 8, source: str | None = None) -> Account:
    return account(Article(id=key, text=text, published=DAY.format(hour), source=source or f"Outlet {key}"), BOOK)


DRAFT = told(
    "draft", "An avalanche at Karsk killed 31 people on Tuesday, the governor said. The slope fell 900 metres.", 18
)
OTHERS = [
    told("a", "The governor said an avalanche at Karsk killed 34 people on Tuesday.", 8),
    told("b", "An avalanche that hit Karsk on Tuesday killed 31 people, the governor said.", 9),
    told("c", "Tuesday's avalanche at Karsk killed 36 people, rescuers said.", 10),
]
UNRELATED = told("z", "Sugar growers in Vellaria sold 4,200 tonnes of cane to Dalemont, the board said on Tuesday.", 11)


def check(*others: Account, draft: Account = DRAFT) -> Report:
    return check_account(draft, Accounts(others), BOOK)


def flags(report: Report, code: str) -> list[Flag]:
    return [flag for flag in report.flags if flag.code == code]


def test_one_flag_a_rule_and_figure_holds_all_its_evidence() -> None:
    (flag,) = flags(check(*OTHERS), "FC101")
    assert flag.figure.quote == "31 people"
    assert {evidence.article for evidence in flag.evidence} == {"a", "c"}


def test_the_order_of_the_evidence_changes_nothing() -> None:
    reports = {check(*order).model_dump_json() for order in permutations(OTHERS)}
    assert len(reports) == 1


def test_an_unrelated_article_changes_no_flag() -> None:
    assert check(*OTHERS, UNRELATED).flags == check(*OTHERS).flags


def test_an_article_is_not_evidence_against_its_own_id() -> None:
    twin = told("draft", "An avalanche at Karsk killed 34 people on Tuesday, the governor said.", 9)
    assert check(twin).flags == ()


def test_edits_elsewhere_do_not_move_a_fingerprint() -> None:
    edited = told("draft", "Snow fell all night. " + DRAFT.article.text, 18)
    one, other = (flags(check(*OTHERS, draft=draft), "FC101")[0].fingerprint for draft in (DRAFT, edited))
    assert one == other


def test_another_value_in_the_evidence_moves_it() -> None:
    other = told("a", "The governor said an avalanche at Karsk killed 35 people on Tuesday.", 8)
    one, two = (flags(check(evidence), "FC101")[0].fingerprint for evidence in (OTHERS[0], other))
    assert one != two


def test_only_the_selected_rules_run() -> None:
    report = check_account(DRAFT, Accounts(OTHERS), BOOK, select={"FC107"})
    assert report.flags == ()


def test_support_counts_sources_that_agree() -> None:
    (found,) = check(*OTHERS).support
    assert (found.sources, found.articles) == (2, ("b",))


@pytest.mark.parametrize("credit", ["KARSK (Reuters) - ", ""])
def test_outlets_that_credit_one_agency_are_one_source(credit: str) -> None:
    texts = (
        "An avalanche at Karsk killed 31 people on Tuesday, the governor said.",
        "The governor said that 31 people died in Tuesday's avalanche at Karsk.",
        "Rescuers counted 31 people killed by the avalanche that hit Karsk on Tuesday.",
    )
    draft, *others = (told(key, credit + text) for key, text in zip(("draft", "a", "b"), texts, strict=True))
    found = check(*others, draft=draft).support
    assert [support.sources for support in found] == ([] if credit else [3])


def test_a_report_counts_what_was_looked_at() -> None:
    stats = check(*OTHERS, UNRELATED).stats
    assert stats["figures"] == 2
    assert stats["candidates"] == 3
    assert stats["flags"] == len(check(*OTHERS).flags)


def test_a_key_that_too_many_share_is_passed_over_and_counted() -> None:
    crowd = Accounts(OTHERS, cap=2)
    assert crowd.candidates(DRAFT) == []
    assert crowd.candidates(DRAFT).capped > 0
    assert check_account(DRAFT, crowd, BOOK).stats["capped"] > 0
    assert check(*OTHERS).stats["capped"] == 0


def test_a_message_names_both_quotes_and_the_other_source() -> None:
    (flag,) = flags(check(OTHERS[0]), "FC101")
    assert "31 people" in flag.message
    assert "34 people" in flag.message
    assert "Outlet a" in flag.message


OLD = told("old", "The governor said an avalanche at Karsk killed 34 people on Tuesday.", 9)
CORRECTION = told(
    "correction", "The governor corrected the toll of Tuesday's avalanche at Karsk to 31 people killed, not 34.", 12
)


def test_a_value_that_a_third_article_corrects_is_no_evidence() -> None:
    assert flags(check(OLD), "FC101")
    assert not flags(check(OLD, CORRECTION), "FC101")


def test_a_corrected_value_is_told_of_by_its_correction_alone() -> None:
    report = check(DRAFT, CORRECTION, draft=OLD)
    assert [flag.code for flag in report.flags] == ["FC105"]
    assert [evidence.article for evidence in report.flags[0].evidence] == ["correction"]
