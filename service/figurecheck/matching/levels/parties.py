"""How those compare who did it, to whom, and where; and where two figures belong to two sides."""

from collections.abc import Sequence

from figurecheck.matching.both import Both
from figurecheck.matching.levels.action import running
from figurecheck.matching.levels.setting import CROWD, values
from figurecheck.matching.likeness import MANY
from figurecheck.matching.line import Line
from figurecheck.matching.names import Name, level
from figurecheck.matching.places import significant
from figurecheck.matching.scope import EXTENT
from figurecheck.matching.step import Step, weighed
from figurecheck.rulebook import Rulebook

HOLDERS = frozenset(("other_holder", "two_holders", "other_nation"))
"""Levels at which the figure is of one name here, of another there."""
LOOSE = frozenset(("other", "two_holders"))
"""Levels at which nothing but two names tells two actors apart."""
TOLD_NATIONS = frozenset(("same", "same_side", "other_nation", "measured_nation", "only_there"))
"""Levels of places that say how their nations stand."""
SIDED = frozenset(
    (
        ("actor", "other"),
        ("actor", "other_body"),
        ("actor", "other_holder"),
        ("actor", "other_nation"),
        ("actor", "other_side"),
        ("actor", "two_holders"),
        ("actor", "reversed"),
        ("actor", "withheld"),
        ("target", "other"),
        ("target", "other_side"),
        ("subject", "other_side"),
        ("subject", "other_camp"),
        ("subject", "other_sort"),
    )
)
"""The parts and levels at which two figures belong to two sides."""


def actor(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """Who did it. Where no verb says what, two sides may have done it together: "Peru agrees a loan with Chile"."""
    found = level(left.actor, right.actor, book.matching.alike)
    if found == "other_side" and {left.action, right.action} <= book.matching.vague:
        found = "other"
    if found in ("unknown", "other") and _two_bodies(left.actor, right.actor, book):
        found = "other_body"
    return weighed(book, "actor", found, "{} / {}", left.actor, right.actor)


def _two_bodies(left: Name | None, right: Name | None, book: Rulebook) -> bool:
    """Are they of two bodies: police and stewards, a prefecture and a union, the government and the Houthis?"""
    if left is None or right is None:
        return False
    if left.nations or right.nations:
        bodies, names = book.lexicon.nations.bodies, book.matching.of_states
        return any(
            one.nations and one.nations <= bodies and not other.nations and not names.isdisjoint(other.words)
            for one, other in ((left, right), (right, left))
        )
    return bool(left.bodies and right.bodies and not left.bodies & right.bodies)


def target(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """To whom it was done."""
    found = level(left.target, right.target, book.matching.alike)
    return weighed(book, "target", found, "{} / {}", left.target, right.target)


def place(left: Line, right: Line, both: Both, book: Rulebook) -> tuple[Step, ...]:
    """Where it was."""
    a, b = left.place, right.place
    if a is None and b is None:
        held = (_of_holder(left, both.nations[1], book), _of_holder(right, both.nations[0], book))
        found = "only_there" if any(held) else "unknown"
    elif a is None or b is None:
        lies_nowhere = book.lexicon.nations.bodies
        only = _only(a, both.nations[1] - lies_nowhere) or _only(b, both.nations[0] - lies_nowhere)
        owned = _owned_elsewhere(left, right) or _owned_elsewhere(right, left)
        found = "measured_nation" if owned else "only_there" if only else "unknown"
    else:
        found = level(a, b, book.matching.alike)
        if found not in ("same", "unknown"):
            found = _two_places(a, b, both.names)
            found = "other_undated" if found == "other" and both.event.days is None else found
            found = "measured_nation" if found == "other_nation" and left.measure.family == "share" else found
    if (_within(left, right) or _within(right, left)) and running(left, right, book):
        return weighed(book, "place", "part_there", "{} / {}", a, b)
    if found not in TOLD_NATIONS and _two_stories(left, right, both):
        found = "other_story"
    if _of_world(left, b) or _of_world(right, a):
        found = "part_of_world"
    return weighed(book, "place", found, "{} / {}", a, b)


def _of_world(line: Line, there: Name | None) -> bool:
    """Is it counted all over the world, and the other one in a place that is a nation?"""
    return there is not None and bool(there.nations) and "world" in line.scope.sets.get(EXTENT, ())


def _within(one: Line, other: Line) -> bool:
    """Is one of a place that its clause names, and the other of several countries?"""
    return other.scope.wide and not one.scope.wide and one.place is not None and bool(one.place.words & one.around.own)


def _two_stories(left: Line, right: Line, both: Both) -> bool:
    """Are the articles of two nations, and is neither figure told beside the nation of the other's story?"""
    if all(both.nations) and both.nations[0].isdisjoint(both.nations[1]):
        named = both.event.named and left.measure.family == "count"  # of cars of one make here and there
        return left.place is right.place is None and not named
    mine, theirs = both.homes
    return bool(mine) and left.nations.isdisjoint(theirs) and right.nations.isdisjoint(mine)


def _of_holder(line: Line, nations: frozenset[str], book: Rulebook) -> bool:
    """Is a measure that of a nation of which the other article, which is of these, does not speak: "Kenya had"?"""
    if line.holder is None or line.measure.family == "count":
        return False
    name, table = line.holder.name, book.lexicon.nations
    own = table.nation_of(name.text)
    return own is not None and own not in table.bodies and _only(name, nations - table.bodies)


def _owned_elsewhere(line: Line, other: Line) -> bool:
    """Is a share of one by its place, of another by its noun: "inflation in Germany", "euro zone inflation"?"""
    if line.place is None or line.measure.family != "share":
        return False
    return bool(line.place.nations and other.owner) and line.place.nations.isdisjoint(other.owner)


def _only(place: Name | None, nations: frozenset[str]) -> bool:
    """Is it of a nation that the other article, which is of these, does not speak of?"""
    return place is not None and bool(place.nations and nations) and place.nations.isdisjoint(nations)


def _two_places(left: Name, right: Name, names: tuple[frozenset[str], frozenset[str]]) -> str:
    """How two places compare that are not one: one may lie in the other, or the other article name it as well."""
    if left.around and right.around and not left.around & right.around:
        return "other_nation"
    told = left.words & names[1] or right.words & names[0] or left.nations or right.nations
    return "named_there" if told else "other"


def sided(left: Line, right: Line, found: Sequence[Step], both: Both, book: Rulebook) -> list[int]:
    """The steps at which two figures belong to two sides. Of tolls only nations make sides: other names are loose."""
    if {left.action, right.action} == book.matching.mirrored:
        return []
    toll = left.action in book.matching.running or right.action in book.matching.running
    chance = _by_chance(left, right, both)
    return [
        i
        for i, one in enumerate(found)
        if (one.part, one.level) in SIDED
        and not (one.part == "actor" and one.level not in HOLDERS and _one_clause(left, right))
        and not (toll and one.level == "other")
        and not (chance and one.part == "actor" and one.level in LOOSE)
    ]


def _one_clause(left: Line, right: Line) -> bool:
    """Is it one clause told twice, which names neither doer? Each article gives it its own from another sentence."""
    doers = [line.actor.words if line.actor else frozenset[str]() for line in (left, right)]
    return left.around.own == right.around.own and all(doer.isdisjoint(left.around.own) for doer in doers)


def _by_chance(left: Line, right: Line, both: Both) -> bool:
    """Of many who have such a value each, two may have one of few digits: the points of two players."""
    return values(left, right, both) > CROWD and significant(left.figure.quantity.stated or 0) < MANY
