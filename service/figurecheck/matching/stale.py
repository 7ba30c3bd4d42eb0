"""Values that copy itself sets aside: named as earlier ("to nine from 11"), or corrected and taken back."""

from collections.abc import Sequence
from enum import StrEnum

from figurecheck.matching.said import Said, Token
from figurecheck.model import Figure, LinkType
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook.matching import MatchingRules

_AFTER = 40
"""The characters behind a figure that name it as an earlier one."""
_SIGNS = frozenset(",.;:)")
"""What stands behind a value that ends what is set off."""
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
    end = figure.end - said.start
    after = said.text[end : end + _AFTER].lower().strip()
    if _corrected([token.word.low for token in before], after, said.corrects, rules):
        return Stale.CORRECTED
    behind = said.after(figure.end)
    if any(link.type == LinkType.CHANGE_TO for link in figure.links) or _earlier(before, behind, after, rules):
        return Stale.CORRECTED if said.corrects else Stale.EARLIER
    return Stale.NO


def _corrected(before: Sequence[str], after: str, marked: bool, rules: MatchingRules) -> bool:
    """Is the value the one that was wrong: "not 11", "an earlier version said 11", "retracted its figure of 40"?"""
    if before and before[-1] in rules.correction_onto:
        return False
    last = f" {' '.join(before[-4:])}"
    outright = marked or after.startswith(rules.older_after)
    if outright or not after or after[0] in _SIGNS:  # "put the dead at 20, not 23."
        set_off = "" if outright else ","
        if any(last.endswith(f"{set_off} {phrase}") for phrase in rules.instead):
            return True
    turn = max((i + 1 for i, word in enumerate(before) if word in rules.correction_turns), default=0)
    told = f" {' '.join(before[turn:])} "
    return any(phrase in told for phrase in rules.wrong) or rules.taken_back.search(told) is not None


def _earlier(before: Sequence[Token], behind: Sequence[Token], after: str, rules: MatchingRules) -> bool:
    """Does the copy name the value as an earlier one: "to nine from 11", "the previous toll of 20"?"""
    words = [token.word.low for token in before if token.alpha]
    tail = words[-_NEAR:]
    near = {*tail, *(token.word.low for token in behind[:_NEAR])}
    if words[:1] and words[0] in rules.older_opening and not rules.older_told.isdisjoint(near):
        return True
    if tail and tail[-1] in rules.older_from and not rules.older_from_after.isdisjoint(tail):
        return True
    if before and before[-1].word.low in rules.older_before:
        return True
    return _told_before(tail, rules) or after.startswith(rules.older_after)


def _told_before(tail: Sequence[str], rules: MatchingRules) -> bool:
    """Does a word like "earlier" stand before the word by which the value was told: "an earlier toll of"?"""
    marks = rules.older_before | rules.older_first
    at = next((i for i, word in enumerate(tail) if word in marks), len(tail))
    return not rules.older_told.isdisjoint(tail[at:])
