"""The figures that stand beside a figure: another deal, game or model has others beside it, too."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from figurecheck.matching.intervals import Interval, meet
from figurecheck.matching.line import Company, Crowd, Line
from figurecheck.rulebook.matching import MatchingRules


def accompanied(lines: Sequence[Line], rules: MatchingRules) -> Iterator[Line]:
    """The figures, each with those of its sentence that are of another kind. Tolls go with all that is told of an
    event, and shares with all that is told of a measure: they have none."""
    sentences: dict[object, list[Line]] = defaultdict(list)
    for line in lines:
        if _sociable(line, rules):
            sentences[line.figure.where, line.figure.sentence].append(line)
    for line in lines:
        mates = sentences[line.figure.where, line.figure.sentence] if _sociable(line, rules) else ()
        found = _company(line, mates) if len(mates) > 1 else {}
        yield replace(line, company=found) if found else line


def _sociable(line: Line, rules: MatchingRules) -> bool:
    return line.action not in rules.running and line.measure.sort not in rules.asked and not line.measure.order


def _company(line: Line, mates: Iterable[Line]) -> Company:
    found: dict[Crowd, tuple[Interval, ...]] = {}
    for mate in mates:
        said = mate.crowd[1] is not None  # a bare number is of anything
        other = mate.measure.sort != line.measure.sort or (mate.measure.sort == "count" and mate.crowd != line.crowd)
        if said and other:
            found[mate.crowd] = (*found.get(mate.crowd, ()), mate.measure.interval)
    return found


def strange(left: Company, right: Company) -> frozenset[str]:
    """The units and nouns in which figures stand beside both, where none of them is one here and there."""
    shared = left.keys() & right.keys()
    if any(meet(one, other) for crowd in shared for one in left[crowd] for other in right[crowd]):
        return frozenset()
    return frozenset(unit or family for family, unit in shared)
