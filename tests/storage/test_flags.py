"""The desk's memory: a decision holds for as long as the flag's fingerprint does."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from tests.storage.readers import read

from figurecheck.model import Article, Flag, Severity
from figurecheck.storage.flags import Flags


@pytest.fixture
def flags(corpus):
    return Flags(corpus.database)


def flag(fingerprint, code="FC101", message="It says 6, Radio 7."):
    figure = read(Article(id="draft", text="Sumy 6")).figures[0]
    return Flag(
        code=code, name="conflicting-value", severity=Severity.ERROR, article="draft", figure=figure,
        message=message, fingerprint=fingerprint,
    )  # fmt: skip


def test_a_new_flag_is_open(flags):
    [one] = flags.remember("draft", [flag("a")])
    assert (one.status, one.note, one.flag, one.raised) == ("open", None, flag("a"), one.seen)
    assert flags.get(one.number) == one


def test_a_dismissed_flag_stays_dismissed_while_its_fingerprint_holds(flags):
    [one] = flags.remember("draft", [flag("a")])
    flags.decide(one.number, {"status": "dismissed", "note": "Radio was wrong"}, "desk")
    [again] = flags.remember("draft", [flag("a", message="It says 6, Radio and Wire 7.")])
    assert (again.number, again.status, again.note, again.decided_by) == (
        one.number, "dismissed", "Radio was wrong", "desk",
    )  # fmt: skip
    assert again.flag.message == "It says 6, Radio and Wire 7."
    assert again.raised == one.raised < again.seen
    [other] = flags.remember("draft", [flag("b")])
    assert other.status == "open"


def test_what_a_rule_raised_that_did_not_run_this_time_stays(flags):
    flags.remember("draft", [flag("a"), flag("b", code="FC205")])
    assert flags.remember("draft", [], codes={"FC205"}) == []
    assert [one.flag for one in flags.page()] == [flag("a")]


def test_a_decision_outlives_a_flag_that_goes_and_comes_back(flags):
    [one] = flags.remember("draft", [flag("a")])
    flags.decide(one.number, {"status": "accepted", "note": None}, "desk")
    assert flags.remember("draft", []) == []
    assert flags.remember("draft", [flag("a")])[0].status == "accepted"


def test_open_flags_that_are_raised_no_more_are_forgotten_unless_someone_wrote_a_note(flags):
    noted, plain = flags.remember("draft", [flag("a"), flag("b")])
    flags.decide(noted.number, {"status": "open", "note": "asked the reporter"}, "desk")
    flags.remember("other", [flag("b")])
    flags.remember("draft", [flag("c")])
    assert flags.get(plain.number) is None
    assert flags.get(noted.number).note == "asked the reporter"
    assert [one.flag.fingerprint for one in flags.page()] == ["c", "b", "a"]


def test_two_flags_of_one_fingerprint_are_decided_as_one(flags):
    first, second = flags.remember("draft", [flag("a"), flag("a")])
    assert first == second


def test_checks_of_one_article_at_once_raise_each_flag_once(flags):
    raised = [flag(f"{n}") for n in range(12)]
    with ThreadPoolExecutor(4) as pool:
        told = list(pool.map(lambda turn: flags.remember("draft", raised[:: (-1) ** turn]), range(12)))
    assert {len({one.number for one in some}) for some in told} == {12}
    assert len(flags.page()) == 12


def test_an_article_s_id_may_hold_a_lone_surrogate(flags):
    [one] = flags.remember("draft\udc80", [flag("a")])
    assert flags.remember("draft\udc80", [flag("a")])[0].number == one.number


def test_pages_run_from_the_last_to_the_first_and_can_be_narrowed(flags):
    flags.remember("draft", [flag(f"{n}", code=f"FC10{n}") for n in range(1, 6)])
    flags.remember("other", [flag("1")])
    first = flags.page(limit=4)
    rest = flags.page(limit=4, before=first[-1].number)
    assert len(first + rest) == 6
    numbers = [one.number for one in first + rest]
    assert numbers == sorted(numbers, reverse=True)
    flags.decide(numbers[0], {"status": "dismissed", "note": None}, None)
    assert [one.number for one in flags.page(status="dismissed")] == numbers[:1]
    assert {one.flag.code for one in flags.page(code="FC102")} == {"FC102"}
    assert len(flags.page(article="draft", severity="error")) == 5


def test_a_flag_that_is_not_there_is_none(flags):
    assert flags.get(7) is None
    assert flags.decide(7, {"status": "dismissed", "note": None}, None) is None
