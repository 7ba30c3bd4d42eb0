"""Values that an article of the evidence corrects or sets aside: what another still gives of them disputes nothing."""

from collections.abc import Callable, Collection, Iterable, Iterator

from figurecheck.checking.finding import Match
from figurecheck.matching import Account, Pair
from figurecheck.matching import intervals as iv
from figurecheck.matching.line import Line
from figurecheck.matching.several import age
from figurecheck.model import Relation
from figurecheck.rulebook import Rulebook

Compare = Callable[[Account, Account, Rulebook], list[Pair]]
"""Finds the pairs of two articles, the earlier one first; `matching.pairs`, or what remembers its answers."""
CLASHES = frozenset((Relation.CONFLICT, Relation.ATTRIBUTION_CONFLICT))


def live(matches: Iterable[Match], others: Collection[Account], book: Rulebook, compare: Compare) -> Iterator[Match]:
    """The matches but for the clashes with, or of, a value that a third article has retired: FC105 speaks of those."""
    matches = list(matches)
    retired = {match.pair.retired for match in matches}
    setters = [(other, old) for other in others if (old := [line for line in other.lines(book) if line.older])]
    known: dict[tuple[str, str], set[str | None]] = {}

    def gone(third: Account, other: Account) -> set[str | None]:
        """The figures of the other article that the third one sets aside; two articles are compared once."""
        both = third.article.id, other.article.id
        if both not in known:
            left, right = sorted((third, other), key=lambda one: age(one.article))
            known[both] = {pair.retired for pair in compare(left, right, book)}
        return known[both]

    for match in matches:
        if match.pair.relation in CLASHES:
            theirs = match.pair.right if match.mine_left else match.pair.left
            thirds = (other for other, old in setters if other is not match.other and _sets_aside(old, theirs))
            if match.mine.id in retired or any(theirs.id in gone(third, match.other) for third in thirds):
                continue
        yield match


def _sets_aside(old: Iterable[Line], line: Line) -> bool:
    """May one of the older values be the line's? Asked first: it costs no comparison of two articles."""
    told = line.measure
    return any(one.measure.family == told.family and iv.meet(one.measure.interval, told.interval) for one in old)
