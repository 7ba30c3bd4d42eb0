"""Values that copy names as older ("to nine from 11"): what equals the older value is superseded by the new one."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from figurecheck.matching.heirs import heirs
from figurecheck.matching.line import Line
from figurecheck.matching.measure import factor
from figurecheck.matching.relation import Stand
from figurecheck.model import Relation
from figurecheck.rulebook import Rulebook

if TYPE_CHECKING:
    from figurecheck.matching.pairs import Pair


def superseded(found: "Sequence[Pair]", left: Sequence[Line], right: Sequence[Line], book: Rulebook) -> "list[Pair]":
    """The pairs, those with a value that the copy names as older turned to the value that took its place."""
    newer = {**heirs(left), **heirs(right)}
    turned = {}
    for pair in found:
        if pair.relation == Relation.SUPERSEDED and not pair.stand.kind and pair.left.older != pair.right.older:
            new = _turned(pair, newer, book)
            if new is not None:
                turned[new.left.id, new.right.id] = new
    kept = [pair for pair in found if (pair.left.id, pair.right.id) not in turned]
    return [*kept, *turned.values()]


def _turned(pair: "Pair", newer: Mapping[str, Line], book: Rulebook) -> "Pair | None":
    older = pair.left if pair.left.older else pair.right
    heir = newer.get(older.id)
    if heir is None:
        return None
    left, right = (heir, pair.right) if older is pair.left else (pair.left, heir)
    conversion = factor(left.measure, right.measure, book.units)
    if conversion is None:
        return None
    other, exact = right.measure.interval.scaled(*conversion), right.measure.exact.scaled(*conversion)
    return replace(pair, left=left, right=right, stand=Stand(Relation.SUPERSEDED), other=other, exact=exact)
