"""One count told twice in an article."""

from typing import Any

from tests.matching.told import BOOK, told

from figurecheck.matching import Account, compare_accounts
from figurecheck.model import Relation

DEAD = {"action": "kill", "place": "Port Ellin", "day": "2031-03-03"}


def dead(text: str, bare: str, whole: str, value: int) -> Account:
    """An article that counts the dead twice, the second time as workers."""
    workers: dict[str, Any] = {"quote": f"{whole} dock workers", "value": value, "head": "worker", "concept": "worker"}
    people = {"quote": bare, "value": value, "head": "person", "concept": "person"}
    return told(f"{bare} died in Port Ellin. {whole} dock workers {text}", people | DEAD, workers | DEAD)


def test_a_bare_count_is_of_the_group_named_elsewhere() -> None:
    six = dead("were killed when a barge caught fire in the harbour on Monday.", "Six", "Some six", 6)
    nine = dead("were killed on Monday as a barge burned in the harbour.", "Nine", "Some nine", 9)
    bare, workers = six.lines(BOOK)
    assert bare.groups == workers.groups != frozenset()
    found = compare_accounts(six, nine, BOOK)
    assert {c.relation for c in found} == {Relation.CONFLICT}
    assert all(c.difference is not None for c in found)


def test_a_group_within_a_larger_count_stays_a_part_of_it() -> None:
    text = "Some nine people died in Port Ellin. Six dock workers were killed."
    people = {"quote": "Some nine people", "value": 9, "head": "person", "concept": "person"}
    workers = {"quote": "Six dock workers", "value": 6, "head": "worker", "concept": "worker"}
    whole, part = told(text, people | DEAD, workers | DEAD).lines(BOOK)
    assert whole.groups == frozenset() != part.groups
