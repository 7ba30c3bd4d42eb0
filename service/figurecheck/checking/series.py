"""Series: the comparable figures of many articles, gathered and put in order of time."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from figurecheck.checking.clash import LIKELY
from figurecheck.checking.evidence import EvidenceSource
from figurecheck.checking.sources import Telling, origins
from figurecheck.matching import Account, Pair, pairs
from figurecheck.matching.groups import Groups
from figurecheck.matching.intervals import Interval
from figurecheck.matching.several import age
from figurecheck.model import Point, Relation, Series
from figurecheck.rulebook import Rulebook

ONE_THING = frozenset((Relation.EQUAL, Relation.CONSISTENT, Relation.CONFLICT, Relation.SUPERSEDED))
"""A part is not its whole, and what two sides claim is two things."""
EXPLAINED = frozenset(("running", "touch", "order"))
"""Kinds of conflict that dispute nothing."""

Values = dict[str, set[Interval]]
"""The values that hold, by article."""


class _Tie(NamedTuple):
    """Two figures of one thing; `disputed` where both cannot be right, `retired` the one that no longer holds."""

    score: float
    left: str
    right: str
    disputed: bool
    retired: str | None


@dataclass
class _Gathered:
    tellings: dict[str, Telling] = field(default_factory=dict)
    values: dict[str, Interval] = field(default_factory=dict)
    ties: list[_Tie] = field(default_factory=list)
    retired: set[str] = field(default_factory=set)


def series(accounts: Iterable[Account], evidence: EvidenceSource, book: Rulebook) -> list[Series]:
    """What the accounts and the evidence give of each thing that at least two of them speak of, the earliest first.

    An article counts one thing once: where two of its values could belong, the surer line-up has it.
    """
    found = _gather(accounts, evidence, book)
    groups = _joined(found)
    members: dict[str, list[str]] = defaultdict(list)
    for figure in found.tellings:
        members[groups.of(figure)].append(figure)
    disputed = {groups.of(tie.left) for tie in found.ties if _disputes(tie, found, groups)}
    made = [_series(figures, found, key in disputed, book) for key, figures in members.items() if len(figures) > 1]
    return sorted(made, key=lambda one: _when(found.tellings[one.points[0].figure.id]))


def _gather(accounts: Iterable[Account], evidence: EvidenceSource, book: Rulebook) -> _Gathered:
    found, seen = _Gathered(), set[frozenset[str]]()
    for account in accounts:
        _told_again(account, found, book)
        for other in evidence.candidates(account):
            both = frozenset((account.article.id, other.article.id))
            if len(both) == 1 or both in seen:
                continue
            seen.add(both)
            left, right = sorted((account, other), key=lambda one: age(one.article))
            for pair in pairs(left, right, book):
                if pair.relation in ONE_THING and pair.score >= LIKELY:
                    _tie(pair, left, right, found)
    return found


def _told_again(account: Account, found: _Gathered, book: Rulebook) -> None:
    """Ties the figures by which one article gives one value of one thing twice, as in its title and its lead."""
    first: dict[object, str] = {}
    for line in account.lines(book):
        told = line.measure.exact, line.crowd, line.action, line.person, line.groups, line.modifiers, line.partial
        again = first.setdefault(told, line.id)
        if again != line.id and not line.older and line.action:
            found.ties.append(_Tie(1.0, again, line.id, False, None))


def _tie(pair: Pair, left: Account, right: Account, found: _Gathered) -> None:
    for line, account in ((pair.left, left), (pair.right, right)):
        found.tellings[line.id] = account.article, line.figure
        found.values[line.id] = line.measure.exact
        if line.older:
            found.retired.add(line.id)
    if pair.retired:
        found.retired.add(pair.retired)
    disputed = pair.relation == Relation.CONFLICT and pair.stand.kind not in EXPLAINED
    found.ties.append(_Tie(pair.score, pair.left.id, pair.right.id, disputed, pair.retired))


def _joined(found: _Gathered) -> Groups[str]:
    """The figures in groups, the surest ties first; no article has two values that hold in one of them."""
    groups = Groups[str]()
    held: dict[str, Values] = {
        figure: {} if figure in found.retired else {article.id: {found.values[figure]}}
        for figure, (article, _) in found.tellings.items()
    }
    told = found.tellings.keys()
    for tie in sorted(found.ties, key=lambda tie: (-tie.score, tie.left, tie.right)):
        if tie.left not in told or tie.right not in told:
            continue
        one, other = groups.of(tie.left), groups.of(tie.right)
        if one != other and all(held[one][name] == held[other][name] for name in held[one].keys() & held[other].keys()):
            groups.join(one, other)
            held[other] = held[other] | held.pop(one)
    return groups


def _disputes(tie: _Tie, found: _Gathered, groups: Groups[str]) -> bool:
    live = found.retired.isdisjoint((tie.left, tie.right))
    return tie.disputed and live and groups.of(tie.left) == groups.of(tie.right)


def _when(telling: Telling) -> tuple[tuple[bool, float, str], bool, int]:
    article, figure = telling
    return age(article), figure.where == "body", figure.start


def _series(figures: Iterable[str], found: _Gathered, disputed: bool, book: Rulebook) -> Series:
    told: dict[object, str] = {}
    for figure in sorted(figures, key=lambda figure: _when(found.tellings[figure])):
        told.setdefault((found.tellings[figure][0].id, found.values[figure], figure in found.retired), figure)
    ordered = [found.tellings[figure] for figure in told.values()]
    points = tuple(_points(ordered, origins(ordered, book), found.retired))
    return Series(points=points, sources=len({point.origin for point in points}), disputed=disputed)


def _points(tellings: Iterable[Telling], names: Iterable[str], retired: set[str]) -> Iterator[Point]:
    for (article, figure), origin in zip(tellings, names, strict=True):
        yield Point(
            article=article.id,
            source=article.source,
            published=article.published,
            url=article.url,
            origin=origin,
            retired=figure.id in retired,
            figure=figure,
        )
