"""Values that copy itself sets aside: named as earlier ("to nine from 11"), or corrected and taken back."""

from collections.abc import Sequence
from enum import StrEnum

from figurecheck.matching.said import Said, Token
from figurecheck.matching.words import plain
from figurecheck.model import Figure, LinkType
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook.matching import MatchingRules

_BEFORE, _AFTER = 60, 40
"""The characters on either side of a figure that name it as an earlier one."""
_NEAR = 6
"""The words before a figure that do."""


class Stale(StrEnum):
    """What an article says of one of its values."""

    NO = ""
    EARLIER = "earlier"
    CORRECTED = "corrected"


def stale(figure: Figure, said: Said, before: Sequence[Token], rulebook: Rulebook) -> Stale:
    """Does the copy set the value aside: "the toll rose to 15 from 12", "an earlier version said 11"?"""
    rules = rulebook.matching
    at, end = figure.start - said.start, figure.end - said.start
    after = said.text[end : end + _AFTER].lower().strip()
    if _corrected([token.word.low for token in before], after, said.corrects, rules):
        return Stale.CORRECTED
    if any(link.type == LinkType.CHANGE_TO for link in figure.links) or _earlier(said.text, at, end, after, rules):
        return Stale.CORRECTED if said.corrects else Stale.EARLIER
    return Stale.NO


def _corrected(before: Sequence[str], after: str, marked: bool, rules: MatchingRules) -> bool:
    """Is the value the one that was wrong: "not 11", "an earlier version said 11", "retracted its figure of 40"?"""
    if before and before[-1] in rules.correction_onto:
        return False
    if marked or after.startswith(rules.older_after):
        last = f" {' '.join(before[-2:])}"
        if any(last.endswith(f" {phrase}") for phrase in rules.instead):
            return True
    turn = max((i + 1 for i, word in enumerate(before) if word in rules.correction_turns), default=0)
    told = f" {' '.join(before[turn:])} "
    return any(phrase in told for phrase in rules.wrong) or rules.taken_back.search(told) is not None


def _earlier(sentence: str, at: int, end: int, after: str, rules: MatchingRules) -> bool:
    """Does the copy name the value as an earlier one: "to nine from 11", "the previous toll of 20"?"""
    before = sentence[max(0, at - _BEFORE) : at].lower().rstrip()
    tail = before.replace(",", " ").split()[-_NEAR:]
    opening = plain(sentence[:end].split(maxsplit=1)[0]).strip(",").lower()
    if opening in rules.older_opening:
        return True
    if tail and tail[-1] in rules.older_from and not rules.older_from_after.isdisjoint(tail):
        return True
    words = f" {' '.join(tail)} "
    return any(word in words for word in rules.older_before) or after.startswith(rules.older_after)
