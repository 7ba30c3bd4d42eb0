"""What two articles were found to have in common, kept until the second of them asks."""

from __future__ import annotations

from collections import OrderedDict

from figurecheck.matching import Account, Pair, pairs
from figurecheck.rulebook import Rulebook

KEPT = 8_000
"""Answers kept at most: those of a few hundred articles with their candidates."""


class Memory:
    """Finds pairs as `matching.pairs` does, once for each two articles: an audit asks for them from either side."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[str, str], list[Pair]] = OrderedDict()

    def __call__(self, left: Account, right: Account, rulebook: Rulebook) -> list[Pair]:
        """The pairs of the two articles; the second answer is the last, as nobody asks a third time."""
        key = left.article.id, right.article.id
        known = self._kept.pop(key, None)
        if known is not None:
            return known
        found = self._kept[key] = pairs(left, right, rulebook)
        if len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return found
