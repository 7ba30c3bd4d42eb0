"""The figure that took the place of one that copy names as older: "cut the toll to nine from 11"."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from figurecheck.matching.line import Line


def heirs(lines: Sequence[Line]) -> Mapping[str, Line]:
    """For each older figure's id the newer one: the nearest of its family in its sentence, before it or else after."""
    found = {}
    for i, line in enumerate(lines):
        if line.older:
            near = [*reversed(lines[:i]), *lines[i + 1 :]]
            heir = next((other for other in near if not other.older and _replaces(other, line)), None)
            if heir is not None:
                found[line.id] = heir
    return found


def inherited(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The figures, the older ones with what was done, where and to whom from the one that took their place."""
    newer = heirs(lines)
    return tuple(_taken(line, newer[line.id]) if line.id in newer else line for line in lines)


def _taken(old: Line, new: Line) -> Line:
    return replace(old, action=new.action, place=new.place, actor=new.actor, target=new.target, person=new.person)


def _replaces(new: Line, old: Line) -> bool:
    one, other = new.figure, old.figure
    if (one.where, one.sentence) != (other.where, other.sentence) or new.measure.family != old.measure.family:
        return False
    return new.head is None or old.head is None or new.head == old.head or (new.person and old.person)
