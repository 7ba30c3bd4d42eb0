"""How those compare who did it, to whom, and where; and where two figures belong to two sides."""

from collections.abc import Iterator, Sequence

from figurecheck.matching.both import Both
from figurecheck.matching.line import Line
from figurecheck.matching.names import Name, level
from figurecheck.matching.step import Step, step
from figurecheck.rulebook import Rulebook

SIDED = frozenset(
    (
        ("actor", "other"),
        ("actor", "other_body"),
        ("actor", "other_side"),
        ("target", "other"),
        ("target", "other_side"),
        ("subject", "other_side"),
    )
)
"""The parts and levels at which two figures belong to two sides."""


def actor(left: Line, right: Line, both: Both, book: Rulebook) -> Iterator[Step]:
    """Who did it. Where no verb says what, two sides may have done it together: "Peru agrees a loan with Chile"."""
    found = level(left.actor, right.actor, book.matching.alike)
    if found == "other_side" and {left.action, right.action} <= book.matching.vague:
        found = "other"
    if found in ("unknown", "other") and _two_bodies(left.actor, right.actor):
        found = "other_body"
    yield step(book, "actor", found, "{} / {}", left.actor, right.actor)


def _two_bodies(left: Name | None, right: Name | None) -> bool:
    """Are they of two bodies: police and stewards, a prefecture and a union?"""
    return bool(left and right and left.bodies and right.bodies and not left.bodies & right.bodies)


def target(left: Line, right: Line, both: Both, book: Rulebook) -> Iterator[Step]:
    """To whom it was done."""
    found = level(left.target, right.target, book.matching.alike)
    yield step(book, "target", found, "{} / {}", left.target, right.target)


def place(left: Line, right: Line, both: Both, book: Rulebook) -> Iterator[Step]:
    """Where it was."""
    a, b = left.place, right.place
    found = level(a, b, book.matching.alike)
    if a and b and found not in ("same", "unknown"):
        found = _two_places(a, b, both.names)
    elif _only_there(left, right, both.nations):
        found = "only_there"
    yield step(book, "place", found, "{} / {}", a, b)


def _only_there(left: Line, right: Line, nations: tuple[frozenset[str], frozenset[str]]) -> bool:
    """Is one of a nation that the other article does not speak of but of others, while the other is of no place?"""
    sides = ((left.place, right.place, nations[1]), (right.place, left.place, nations[0]))
    return any(one and one.nations and told and not other and not one.nations & told for one, other, told in sides)


def _two_places(left: Name, right: Name, names: tuple[frozenset[str], frozenset[str]]) -> str:
    """How two places compare that are not one: one may lie in the other, or the other article name it as well."""
    if left.around and right.around and not left.around & right.around:
        return "other_nation"
    told = left.words & names[1] or right.words & names[0] or left.nations or right.nations
    return "named_there" if told else "other"


def sided(left: Line, right: Line, found: Sequence[Step], book: Rulebook) -> list[int]:
    """The steps at which two figures belong to two sides. Of tolls only nations make sides: other names are loose."""
    toll = left.action in book.matching.running or right.action in book.matching.running
    return [i for i, one in enumerate(found) if (one.part, one.level) in SIDED and not (toll and one.level == "other")]
