"""Values that copy itself sets aside: named as earlier ("to nine from 11"), or corrected and taken back."""

import re
from collections.abc import Sequence
from enum import StrEnum

from figurecheck.matching.words import listed, plain
from figurecheck.model import Figure, LinkType
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook.matching import MatchingRules

_AFTER = 40
"""The characters behind a figure that name it as an earlier one."""
_NEAR = 6
"""The words before a figure that do."""


class Stale(StrEnum):
    """What an article says of one of its values."""

    NO = ""
    EARLIER = "earlier"
    CORRECTED = "corrected"


def stale(text: str, figure: Figure, rulebook: Rulebook) -> Stale:
    """Does the copy set the value aside: "the toll rose to 15 from 12", "an earlier version said 11"?"""
    rules = rulebook.matching
    start, end = figure.sentence
    before = [plain(token).lower() for token in listed(text[start : figure.start])]
    after = text[figure.end : min(end, figure.end + _AFTER)].lower().strip()
    if _corrected(before, after, _marked(text[start:end], rules), rules):
        return Stale.CORRECTED
    behind = [plain(token).lower() for token in listed(text[figure.end : end])]
    if any(link.type == LinkType.CHANGE_TO for link in figure.links) or _earlier(before, behind, after, rules):
        return Stale.CORRECTED if _marked(text[start:end], rules) else Stale.EARLIER
    return Stale.NO


def _marked(sentence: str, rules: MatchingRules) -> bool:
    """Does the sentence set right what was published before?"""
    return not rules.correction_marks.isdisjoint(plain(token).lower() for token in listed(sentence))


def _corrected(before: Sequence[str], after: str, marked: bool, rules: MatchingRules) -> bool:
    """Is the value the one that was wrong: "not 11", "an earlier version said 11", "retracted its figure of 40"?"""
    if before and before[-1] == "to":
        return False
    if marked or any(map(after.startswith, rules.older_after)):
        last = f" {' '.join(before[-2:])}"
        if any(last.endswith(f" {phrase}") for phrase in rules.instead):
            return True
    turn = max((i + 1 for i, word in enumerate(before) if word in rules.correction_turns), default=0)
    told = f" {' '.join(before[turn:])} "
    if any(f" {phrase} " in told for phrase in rules.wrong):
        return True
    return any(re.search(rf" {verb} (?:\S+ ){{0,3}}(?:{rules.claims}) ", told) for verb in rules.taken_back)


def _earlier(before: Sequence[str], behind: Sequence[str], after: str, rules: MatchingRules) -> bool:
    """Does the copy name the value as an earlier one: "to nine from 11", "the previous toll of 20"?"""
    words = [word for word in before if word[0].isalpha()]
    tail = words[-_NEAR:]
    if words and words[0] in rules.older_opening and not rules.older_told.isdisjoint((*tail, *behind[:_NEAR])):
        return True
    if tail and tail[-1] == "from" and not rules.from_after.isdisjoint(tail):
        return True
    return _marked_older(tail, before[-1:], rules) or any(map(after.startswith, rules.older_after))


def _marked_older(tail: Sequence[str], last: Sequence[str], rules: MatchingRules) -> bool:
    """Does a word like "earlier" stand right before the value, or before the word by which it was told?"""
    if not rules.older_before.isdisjoint(last):
        return True
    marks = rules.older_before | rules.older_first
    at = next((i for i, word in enumerate(tail) if word in marks), len(tail))
    return not rules.older_told.isdisjoint(tail[at:])
