"""What holds: figures that independent sources give as well."""

from collections.abc import Iterable

from figurecheck.checking.finding import Match
from figurecheck.matching import Account
from figurecheck.matching.words import listed
from figurecheck.model import Figure, Relation, Support
from figurecheck.rulebook import Rulebook

AGREE = frozenset((Relation.EQUAL, Relation.CONSISTENT))
EDGE = 120
"""The characters at either end of an article in which it credits an agency: "(Reuters)", "Source: Reuters"."""


def support(account: Account, matches: Iterable[Match], book: Rulebook) -> tuple[Support, ...]:
    """For each figure that others bear out: how many independent sources give it, its own counted, and the articles.

    Two articles are of one source when their outlet, or the agency that they credit for the figure, is the same.
    """
    by_figure: dict[str, list[Match]] = {}
    for match in matches:
        if match.pair.relation in AGREE:
            by_figure.setdefault(match.mine.id, []).append(match)
    found = []
    for figure in account.figures:
        agreeing = by_figure.get(figure.id, [])
        sources = {source(match.other, match.theirs, book) for match in agreeing} - {source(account, figure, book)}
        if sources:
            articles = tuple(sorted({match.other.article.id for match in agreeing}))
            found.append(Support(figure=figure.id, sources=len(sources) + 1, articles=articles))
    return tuple(found)


def source(account: Account, figure: Figure, book: Rulebook) -> str:
    """Whose a figure is: the agency that the copy credits, for it or as a whole, else the outlet; lower case."""
    said = figure.context.attribution
    text = account.article.text
    for copy in (said.speaker if said and said.speaker else "", text[:EDGE], text[-EDGE:]):
        words = [token.lower() for token in listed(copy)]
        for i in range(len(words)):
            for size in (2, 1):
                if (name := " ".join(words[i : i + size])) in book.matching.agencies:
                    return name
    return (account.article.source or account.article.id).casefold()
