"""Which figures of another article one may be one with at all: their families and what was done say so at once."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from figurecheck.matching.levels.action import action_level
from figurecheck.matching.line import Line
from figurecheck.rulebook import Rulebook

FAMILIES = {"share": ("share", "points"), "points": ("points", "share")}
"""Families that copy confuses: what is looked at beside a figure's own."""


class Opponents:
    """The figures of an article, found by the family and the action of one of another article's."""

    def __init__(self, lines: Iterable[Line], book: Rulebook) -> None:
        self._book = book
        self._by_family: dict[str, list[Line]] = defaultdict(list)
        for line in lines:
            self._by_family[line.measure.family].append(line)
        self._found: dict[tuple[str, str | None], Sequence[Line]] = {}

    def of(self, line: Line) -> Sequence[Line]:
        """Those of its family and of one confused with it, in their order; of counts, those with no other action."""
        key = line.measure.family, line.action
        found = self._found.get(key)
        if found is None:
            found = self._found[key] = self._look(*key)
        return found

    def _look(self, family: str, action: str | None) -> Sequence[Line]:
        found = [line for one in self._families(family) for line in self._by_family.get(one, ())]
        if family != "count":
            return found
        others = {one for one in {line.action for line in found} if action_level(action, one, self._book) == "other"}
        return [line for line in found if line.action not in others]

    def _families(self, family: str) -> Sequence[str]:
        """Those that are looked at: of money, also that of a coin that may be it, "the peso" of a Chilean one."""
        sort, _, unit = family.partition(" ")
        if sort == "money":
            return (family, *(f"{sort} {one}" for one in sorted(self._book.units.namesakes(unit))))
        return FAMILIES.get(family, (family,))
