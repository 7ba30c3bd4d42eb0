"""Values that copy sets aside ("to nine from 11"): what another article still gives of them is superseded."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

from figurecheck.matching import intervals as iv
from figurecheck.matching.heirs import heirs
from figurecheck.matching.line import Line
from figurecheck.matching.measure import factor
from figurecheck.matching.relation import Side, Stand
from figurecheck.matching.stale import Stale
from figurecheck.model import relations
from figurecheck.rulebook import Rulebook

if TYPE_CHECKING:
    from figurecheck.matching.pairs import Pair

_KINDS = {Stale.EARLIER: "", Stale.CORRECTED: "corrected"}


class _Change(NamedTuple):
    """A value that one side's copy sets aside, and the one that took its place; none where it was only taken back."""

    side: Side
    old: Line
    new: Line | None

    @property
    def stand(self) -> Stand:
        return Stand(relations.SUPERSEDED, _KINDS[self.old.stale], newer=self.side)


def superseded(found: "Sequence[Pair]", left: Sequence[Line], right: Sequence[Line], book: Rulebook) -> "list[Pair]":
    """The pairs, those with a value that the copy sets aside turned to the value that took its place."""
    changes = {change.old.id: change for change in (*_changes("left", left), *_changes("right", right))}
    if not changes:
        return list(found)
    turned = {(pair.left.id, pair.right.id): pair for pair in _turned(found, changes, book)}
    kept = [pair for pair in found if (pair.left.id, pair.right.id) not in turned]
    return [*(_overtaken(pair, changes.values()) for pair in kept), *turned.values()]


def _changes(side: Side, lines: Sequence[Line]) -> Iterator[_Change]:
    newer = heirs(lines)
    return (_Change(side, line, newer.get(line.id)) for line in lines if line.older)


def _turned(found: "Iterable[Pair]", changes: Mapping[str, _Change], book: Rulebook) -> "Iterator[Pair]":
    """Pairs of an older value and its equal: the value that took its place, or itself where it was taken back."""
    for pair in found:
        if pair.relation != relations.SUPERSEDED or pair.stand.kind or pair.left.older == pair.right.older:
            continue
        change = changes[pair.left.id if pair.left.older else pair.right.id]
        if change.new is None:
            if change.old.stale == Stale.CORRECTED:
                yield pair._replace(stand=change.stand)
            continue
        left, right = (change.new, pair.right) if change.side == "left" else (pair.left, change.new)
        conversion = factor(left.measure, right.measure, book.units)
        if conversion is None:
            continue
        other, exact = right.measure.interval.scaled(*conversion), right.measure.exact.scaled(*conversion)
        if not iv.meet(left.measure.interval, other):
            yield pair._replace(left=left, right=right, stand=change.stand, other=other, exact=exact)


def _overtaken(pair: "Pair", changes: Iterable[_Change]) -> "Pair":
    """A conflict of a new value, wherever its article gives it, with the one that the article sets aside is none."""
    if pair.relation != relations.CONFLICT:
        return pair
    for change in changes:
        mine, theirs = (pair.left, pair.right) if change.side == "left" else (pair.right, pair.left)
        new, old = change.new, change.old
        if new and mine.action in (new.action, old.action) and _same(mine, new) and _same(theirs, old):
            return pair._replace(stand=change.stand)
    return pair


def _same(one: Line, other: Line) -> bool:
    a, b = one.measure, other.measure
    return (a.family, a.unit, a.per) == (b.family, b.unit, b.per) and iv.alike(a.exact, b.exact)
