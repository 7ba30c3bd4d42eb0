"""What holds: figures that independent sources give as well."""

from collections.abc import Iterable

from figurecheck.checking.finding import Match
from figurecheck.checking.sources import origins
from figurecheck.matching import Account
from figurecheck.model import Relation, Support
from figurecheck.rulebook import Rulebook

AGREE = frozenset((Relation.EQUAL, Relation.CONSISTENT))


def support(account: Account, matches: Iterable[Match], book: Rulebook) -> tuple[Support, ...]:
    """For each figure that others bear out: how many independent sources give it, its own counted, and the articles."""
    by_figure: dict[str, list[Match]] = {}
    for match in matches:
        if match.pair.relation in AGREE:
            by_figure.setdefault(match.mine.id, []).append(match)
    found = []
    for figure in account.figures:
        agreeing = by_figure.get(figure.id, [])
        if not agreeing:
            continue
        others = [(match.other.article, match.theirs) for match in agreeing]
        sources = set(origins([(account.article, figure), *others], book))
        if len(sources) > 1:
            articles = tuple(sorted({match.other.article.id for match in agreeing}))
            found.append(Support(figure=figure.id, sources=len(sources), articles=articles))
    return tuple(found)
