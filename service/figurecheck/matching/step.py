"""One step of the waterfall: a level of a comparison, the bits that it adds, and what it was read from."""

from collections.abc import Iterable, Mapping, Set
from operator import attrgetter
from typing import NamedTuple

from figurecheck.matching.names import Name
from figurecheck.model import Part
from figurecheck.rulebook import Rulebook

_WEIGHT = attrgetter("weight")
TELLING = 5
"""Words that a step names of all that weigh in it."""


class Step(NamedTuple):
    """One step of the waterfall; becomes a Reason. Most pairs are never reported, so that `detail` is worded late."""

    part: Part
    level: str
    weight: float
    told: str
    of: tuple[object, ...] = ()

    @property
    def detail(self) -> str:
        """What the step was read from, for an editor."""
        return self.told.format(*map(_worded, self.of)) if self.of else self.told


def step(book: Rulebook, part: Part, level: str, told: str, *of: object) -> Step:
    """The step of a level, which weighs what rules/matching.toml says; `told` has a place for each one of `of`."""
    return Step(part, level, book.matching.levels[part][level], told, of)


def weighed(book: Rulebook, part: Part, level: str, told: str, *of: object) -> tuple[Step, ...]:
    """The step of a level by itself; none where the level weighs nothing."""
    weight = book.matching.levels[part][level]
    return (Step(part, level, weight, told, of),) if weight else ()


def bits(steps: Iterable[Step]) -> float:
    """What steps add up to, in their order: the log2 of the odds that two figures are one thing."""
    added: float = sum(map(_WEIGHT, steps))
    return added


def _worded(one: object) -> object:
    if one is None:
        return "-"
    if isinstance(one, Name):
        return one.text
    if isinstance(one, Mapping):
        return ", ".join(sorted(one, key=lambda word: (-one[word], word))[:TELLING])
    if isinstance(one, Set):
        return ", ".join(sorted(one))
    return one
