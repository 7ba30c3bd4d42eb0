"""Flags that hang together are one finding."""

import itertools

from tests.reporting.samples import CONFLICT, NINE, SIX, VAGUE

from figurecheck.auditing.findings import findings
from figurecheck.auditing.gravest import Gravest
from figurecheck.auditing.worker import Found
from figurecheck.model import Severity

MIRRORED = CONFLICT.model_copy(
    update={
        "article": "wire",
        "figure": SIX,
        "evidence": (CONFLICT.evidence[0].model_copy(update={"article": "draft", "figure": NINE}),),
    }
)


def test_a_conflict_seen_from_both_sides_is_one_finding():
    (found,) = findings([CONFLICT, MIRRORED])
    assert found.flags == (CONFLICT, MIRRORED)


def test_flags_of_two_rules_stay_apart():
    assert len(findings([CONFLICT, MIRRORED.model_copy(update={"code": "FC102"})])) == 2


def test_a_chain_of_shared_figures_is_one_finding():
    def figure(name):
        return NINE.model_copy(update={"id": name})

    def flag(one, other):
        evidence = CONFLICT.evidence[0].model_copy(update={"figure": figure(other)})
        return CONFLICT.model_copy(update={"figure": figure(one), "evidence": (evidence,)})

    for order in itertools.permutations([flag("a", "b"), flag("c", "d"), flag("b", "c")]):
        assert len(findings(order)) == 1


def test_graver_findings_come_first():
    assert [one.lead.code for one in findings([VAGUE, CONFLICT])] == ["FC101", "FC302"]


def found(severity, message):
    flag = CONFLICT.model_copy(update={"severity": severity, "message": message})
    return Found(severity, flag.code, f"{flag.model_dump_json()}\n")


def test_the_page_takes_the_gravest_flags_in_their_order():
    gravest = Gravest(3)
    for severity, message in [
        (Severity.INFO, "i1"),
        (Severity.WARNING, "w1"),
        (Severity.WARNING, "w2"),
        (Severity.ERROR, "e1"),
        (Severity.WARNING, "w3"),
    ]:
        gravest.add(found(severity, message))
    assert [flag.message for flag in gravest.flags()] == ["e1", "w1", "w2"]
