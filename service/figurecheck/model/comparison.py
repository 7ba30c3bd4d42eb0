"""Two figures of two articles side by side."""

from enum import StrEnum
from typing import Literal

from figurecheck.model.base import Model, Number


class Relation(StrEnum):
    """How two comparable figures stand to each other."""

    EQUAL = "equal"
    CONSISTENT = "consistent"
    CONFLICT = "conflict"
    ATTRIBUTION_CONFLICT = "attribution_conflict"
    SUPERSEDED = "superseded"
    PART_OF = "part_of"


Part = Literal["subject", "action", "actor", "target", "place", "when", "unit", "words"]


class Reason(Model):
    """One step of the waterfall: how two figures compare in one part, and the weight it adds (log2 odds)."""

    part: Part
    level: str
    weight: float
    detail: str


class Difference(Model):
    """The gap between the nearest ends of two intervals, in the left figure's unit, and their ratio (1 or more)."""

    absolute: Number
    ratio: Number | None


class Comparison(Model):
    """Two figures side by side; left is of the earlier article. `score` is the chance that they speak of one thing."""

    left: str
    right: str
    left_article: str
    right_article: str
    relation: Relation
    score: float
    reasons: tuple[Reason, ...] = ()
    difference: Difference | None = None
