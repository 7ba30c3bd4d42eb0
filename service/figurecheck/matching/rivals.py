"""Rivals: of two figures that one could be, each has half the chance."""

from collections import defaultdict
from collections.abc import Sequence
from math import log2
from typing import TYPE_CHECKING

from figurecheck.matching import intervals as iv
from figurecheck.matching.levels import Step
from figurecheck.model import relations

if TYPE_CHECKING:
    from figurecheck.matching.pairs import Pair

ROUNDS = 4
"""Rounds of weighing; a rival that is better matched elsewhere soon counts for little."""


def contested(found: "Sequence[Pair]") -> "list[Pair]":
    """The pairs whose odds stay above even when their rivals' are weighed against them.

    A rival shares one figure and has another value for the other. The odds of each pair are divided by those of its
    rivals, whose odds are divided in turn, as in Sinkhorn's balancing of a table.
    """
    rivals = _rivals(found)
    plain = [2.0 ** min(pair.bits, 60.0) for pair in found]
    odds = list(plain)
    for _ in range(ROUNDS):
        odds = [
            own / max(1 + sum(map(odds.__getitem__, mine)), 1 + sum(map(odds.__getitem__, others)))
            for own, (mine, others) in zip(plain, rivals, strict=True)
        ]
    return [
        _weighed(pair, log2(after / own), sum(map(len, sides)))
        for pair, own, after, sides in zip(found, plain, odds, rivals, strict=True)
        if after > 1
    ]


def _weighed(pair: "Pair", bits: float, count: int) -> "Pair":
    step = Step("words", "rivals", round(bits, 2), f"{count} other pairs of these figures")
    return pair._replace(steps=(*pair.steps, step), bits=pair.bits + step.weight)


def _rivals(found: "Sequence[Pair]") -> list[tuple[list[int], list[int]]]:
    """For each pair, those of its left and those of its right figure with another value; a part is and has no rival,
    and one number on two bases is none: "killed 55" and "55 casualties, nine of them dead"."""
    mine, other = [pair.left.measure.interval for pair in found], [pair.other for pair in found]
    lefts: dict[str, list[int]] = defaultdict(list)
    rights: dict[str, list[int]] = defaultdict(list)
    for i, pair in enumerate(found):
        if pair.relation != relations.PART_OF and pair.stand.kind != "basis":
            lefts[pair.left.id].append(i)
            rights[pair.right.id].append(i)
    return [
        ([], [])
        if pair.relation == relations.PART_OF
        else (
            [i for i in lefts[pair.left.id] if not iv.alike(other[i], other[at])],
            [i for i in rights[pair.right.id] if not iv.alike(mine[i], mine[at])],
        )
        for at, pair in enumerate(found)
    ]
