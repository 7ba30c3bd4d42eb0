"""The figure that took the place of one that copy sets aside: "cut the toll to nine from 11"."""

from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from figurecheck.matching import intervals as iv
from figurecheck.matching.line import Line
from figurecheck.matching.stale import Stale


def heirs(lines: Sequence[Line]) -> Mapping[str, Line]:
    """For each older figure's id the newer one: the nearest of its family in its sentence, before it or else after.

    Where its sentence has none, a corrected one has the first of the article that counts the same to another value.
    """
    found = {}
    for i, line in enumerate(lines):
        if line.older:
            near = [*reversed(lines[:i]), *lines[i + 1 :]]
            heir = _beside(line, near) or (_elsewhere(line, lines) if line.stale == Stale.CORRECTED else None)
            if heir is not None:
                found[line.id] = heir
    return found


def inherited(lines: Sequence[Line], vague: Container[str | None]) -> tuple[Line, ...]:
    """The figures, the older ones with what was done, where and to whom from the one that took their place.

    An action that is one of the `vague` says less than the older figure's own: "gave the toll as 11; it is nine".
    """
    newer = heirs(lines)
    return tuple(_taken(line, newer[line.id], vague) if line.id in newer else line for line in lines)


def still_given(old: Line, heir: Line, lines: Iterable[Line]) -> Iterator[Line]:
    """The figures outside the older one's sentence that still give its value, as if it held."""
    was, now = old.measure.exact, heir.measure.exact
    for line in lines:
        told = not line.older and not _one_sentence(line, old) and _counts_the_same(line, heir)
        if told and iv.alike(line.measure.exact, was) and not iv.alike(was, now):
            yield line


def _beside(old: Line, near: Iterable[Line]) -> Line | None:
    return next((new for new in near if not new.older and _one_sentence(new, old) and _replaces(new, old)), None)


def _elsewhere(old: Line, lines: Iterable[Line]) -> Line | None:
    others = (new for new in lines if not new.older and _counts_the_same(new, old))
    return next((new for new in others if not iv.alike(new.measure.exact, old.measure.exact)), None)


def _taken(old: Line, new: Line, vague: Container[str | None]) -> Line:
    if not _one_sentence(old, new):
        return old
    action = old.action if new.action in vague else new.action
    return replace(old, action=action, place=new.place, actor=new.actor, target=new.target, person=new.person)


def _one_sentence(one: Line, other: Line) -> bool:
    return (one.figure.where, one.figure.sentence) == (other.figure.where, other.figure.sentence)


def _counts_the_same(one: Line, other: Line) -> bool:
    alike = (one.action, one.partial, one.groups) == (other.action, other.partial, other.groups)
    return alike and _replaces(one, other)


def _replaces(new: Line, old: Line) -> bool:
    if new.measure.family != old.measure.family or new.share.on_top:
        return False
    return new.head is None or old.head is None or new.head == old.head or (new.person and old.person)
