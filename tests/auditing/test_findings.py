"""Flags that hang together are one finding, and the gravest come first."""

import itertools

from tests.reporting.samples import CONFLICT, NINE, SIX

from figurecheck.auditing.findings import findings
from figurecheck.auditing.gravest import Entry, Gravest
from figurecheck.auditing.worker import found
from figurecheck.model import Severity


def entry(*figures, code="FC101", severity=Severity.ERROR, score=0.5):
    return Entry(severity, code, "name", figures, score, 0, 0)


def test_a_conflict_seen_from_both_sides_is_one_finding():
    (one,) = findings([entry("a", "b", score=0.2), entry("b", "a", score=0.9)])
    assert [flag.score for flag in one.flags] == [0.9, 0.2]


def test_flags_of_two_rules_stay_apart():
    assert len(findings([entry("a", "b"), entry("b", "a", code="FC102")])) == 2


def test_a_chain_of_shared_figures_is_one_finding():
    for order in itertools.permutations([entry("a", "b"), entry("c", "d"), entry("b", "c"), entry("x")]):
        assert sorted(len(one.flags) for one in findings(order)) == [1, 3]


def test_graver_findings_come_first_and_the_gravest_flag_leads():
    flags = [entry("a", severity=Severity.INFO), entry("b", "c", severity=Severity.WARNING), entry("c", "b")]
    assert [one.lead.severity for one in findings(flags)] == [Severity.ERROR, Severity.INFO]


def test_a_flag_knows_the_figures_it_concerns():
    one = found(CONFLICT)
    assert one.figures == (NINE.id, SIX.id)
    assert one.line.endswith(b"}\n")


def test_the_page_takes_the_gravest_flags_in_their_order_and_knows_where_they_stand():
    gravest, offset = Gravest(3), 0
    for severity in (Severity.INFO, Severity.WARNING, Severity.WARNING, Severity.ERROR, Severity.WARNING):
        one = found(CONFLICT.model_copy(update={"severity": severity}))
        gravest.add(one, offset)
        offset += len(one.line)
    assert [flag.severity for flag in gravest] == [Severity.ERROR, Severity.WARNING, Severity.WARNING]
    assert [flag.offset < offset for flag in gravest] == [True] * 3
