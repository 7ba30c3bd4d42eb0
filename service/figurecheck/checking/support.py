"""What holds: figures that independent sources give as well."""

from collections.abc import Iterable

from figurecheck.checking.finding import Match
from figurecheck.matching import Account
from figurecheck.model import Relation, Support

AGREE = frozenset((Relation.EQUAL, Relation.CONSISTENT))


def support(account: Account, matches: Iterable[Match]) -> tuple[Support, ...]:
    """For each figure that others bear out: how many independent sources give it, its own counted, and the articles.

    Two articles are of one source when their outlet or the agency that they credit for the figure is the same.
    """
    by_figure: dict[str, list[Match]] = {}
    for match in matches:
        if match.pair.relation in AGREE:
            by_figure.setdefault(match.mine.id, []).append(match)
    found = []
    for figure in account.figures:
        agreeing = by_figure.get(figure.id, [])
        sources = {_source(match.other) for match in agreeing} - {_source(account)}
        if sources:
            articles = tuple(sorted({match.other.article.id for match in agreeing}))
            found.append(Support(figure=figure.id, sources=len(sources) + 1, articles=articles))
    return tuple(found)


def _source(account: Account) -> str:
    head = account.article
    return (head.source or head.id).casefold()
