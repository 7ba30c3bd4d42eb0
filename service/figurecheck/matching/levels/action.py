"""How what was done compares."""

from functools import lru_cache

from figurecheck.matching.both import Both
from figurecheck.matching.line import Line
from figurecheck.matching.step import Step, weighed
from figurecheck.model import Action
from figurecheck.rulebook import Rulebook


def action(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """What was done; a measure is told with many verbs, and what has no action of its own by the words for it."""
    if shared := left.deeds & right.deeds:
        return weighed(book, "action", "same_deed", "{}", shared)
    if _lives(left, right, book) or _lives(right, left, book):
        return weighed(book, "action", "other", "{} / {}", left.deeds or left.action, right.deeds or right.action)
    return _action(left.action, right.action, left.measure.family == "count", book)


def _lives(line: Line, other: Line, book: Rulebook) -> bool:
    """Is one of the trapped or the saved, the other of the dead: "11 miners trapped", "nine miners died"?"""
    return other.action == Action.KILL.value and not line.deeds.isdisjoint(book.matching.living)


@lru_cache(maxsize=4096)
def _action(left: str | None, right: str | None, counted: bool, book: Rulebook) -> tuple[Step, ...]:
    level = action_level(left, right, book)
    if level == "other" and not counted:
        level = "other_measured"
    return weighed(book, "action", level, "{} / {}", left, right)


@lru_cache(maxsize=4096)
def action_level(left: str | None, right: str | None, book: Rulebook) -> str:
    """How two actions compare: same, near, sum (one is a part of the other), vague, unknown, opposed, other."""
    rules = book.matching
    if left is None or right is None:
        return "unknown"
    if left == right:
        return "vague" if left in rules.vague else "same"
    if right in rules.sums.get(left, ()) or left in rules.sums.get(right, ()):
        return "sum"
    if left in rules.vague or right in rules.vague:
        return "toll_or_not" if left in rules.running or right in rules.running else "unknown"
    together = frozenset((left, right))
    return "near" if together in rules.near else "opposed" if together in rules.opposed else "other"


def running(left: Line, right: Line, book: Rulebook) -> bool:
    """Are both tolls, which grow while an event is still being counted?"""
    return left.action in book.matching.running and right.action in book.matching.running
