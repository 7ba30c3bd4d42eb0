"""Values that copy names as older ("to nine from 11"): what equals the older value is superseded by the new one."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from figurecheck.matching.line import Line
from figurecheck.matching.measure import factor
from figurecheck.matching.relation import Stand
from figurecheck.model import Relation
from figurecheck.rulebook import Rulebook

if TYPE_CHECKING:
    from figurecheck.matching.pairs import Pair


def superseded(found: "Sequence[Pair]", left: Iterable[Line], right: Iterable[Line], book: Rulebook) -> "list[Pair]":
    """The pairs, those with a value that the copy names as older turned to the value that took its place."""
    heirs = {**_heirs(left), **_heirs(right)}
    turned = {}
    for pair in found:
        if pair.relation == Relation.SUPERSEDED and not pair.stand.kind and pair.left.older != pair.right.older:
            new = _turned(pair, heirs, book)
            if new is not None:
                turned[new.left.id, new.right.id] = new
    kept = [pair for pair in found if (pair.left.id, pair.right.id) not in turned]
    return [*kept, *turned.values()]


def _turned(pair: "Pair", heirs: dict[str, Line], book: Rulebook) -> "Pair | None":
    older = pair.left if pair.left.older else pair.right
    heir = heirs.get(older.id)
    if heir is None:
        return None
    left, right = (heir, pair.right) if older is pair.left else (pair.left, heir)
    conversion = factor(left.measure, right.measure, book.units)
    if conversion is None:
        return None
    other, exact = right.measure.interval.scaled(*conversion), right.measure.exact.scaled(*conversion)
    return replace(pair, left=left, right=right, stand=Stand(Relation.SUPERSEDED), other=other, exact=exact)


def _heirs(lines: Iterable[Line]) -> dict[str, Line]:
    """The figure of its sentence that took each older one's place: the nearest of its family before it, or after."""
    all_lines = list(lines)
    found = {}
    for i, line in enumerate(all_lines):
        if line.older:
            near = [*reversed(all_lines[:i]), *all_lines[i + 1 :]]
            heir = next((other for other in near if not other.older and _replaces(other, line)), None)
            if heir is not None:
                found[line.id] = heir
    return found


def _replaces(new: Line, old: Line) -> bool:
    one, other = new.figure, old.figure
    if (one.where, one.sentence) != (other.where, other.sentence) or new.measure.family != old.measure.family:
        return False
    return new.head is None or old.head is None or new.head == old.head or (new.person and old.person)
