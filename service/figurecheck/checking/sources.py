"""Who stands behind a figure: what many outlets take from one agency, or copy word for word, is one source."""

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz import fuzz, process

from figurecheck.matching.groups import Groups
from figurecheck.matching.several import age
from figurecheck.matching.words import listed
from figurecheck.model import Article, Figure
from figurecheck.rulebook import Rulebook

EDGE = 120
"""The characters at either end of an article in which it credits an agency: "(Reuters)", "Source: Reuters"."""

Telling = tuple[Article, Figure]
"""A figure with the article that gives it."""


def origins(tellings: Sequence[Telling], book: Rulebook) -> list[str]:
    """For each telling the independent source that it comes from, named after the earliest outlet or agency of it.

    Two tellings are of one source where their outlet, or the agency that they credit, is the same, or where they give
    one value in sentences that are one but for a few letters.
    """
    names = [credited(article, figure, book) for article, figure in tellings]
    groups = Groups[str]()
    for one, other in _copies([_sentence(*telling) for telling in tellings], book):
        if _value(tellings[one]) == _value(tellings[other]):
            groups.join(names[one], names[other])
    first: dict[str, str] = {}
    for i in sorted(range(len(tellings)), key=lambda i: age(tellings[i][0])):
        first.setdefault(groups.of(names[i]), names[i])
    return [first[groups.of(name)] for name in names]


def credited(article: Article, figure: Figure, book: Rulebook) -> str:
    """Whose a figure is: the agency that the copy credits, for it or as a whole, else the outlet; lower case."""
    said = figure.context.attribution
    speaker = said.speaker if said and said.speaker else ""
    for copy in (speaker, article.source or "", article.text[:EDGE], article.text[-EDGE:]):
        agency = _agency(copy, book)
        if agency is not None:
            return agency
    return (article.source or article.id).casefold()


@lru_cache(maxsize=4096)
def _agency(copy: str, book: Rulebook) -> str | None:
    """The first agency that a piece of copy names; asked for each figure of an article, and worked out once."""
    words = [token.lower() for token in listed(copy)]
    for i in (i for i, word in enumerate(words) if word in book.matching.agency_openings):
        for size in (2, 1):
            name = " ".join(words[i : i + size])
            if name in book.matching.agencies:
                return book.matching.agencies[name]
    return None


def _copies(sentences: Sequence[str], book: Rulebook) -> list[tuple[int, int]]:
    """Pairs of sentences, by their places, that are near-identical; short ones may be so by chance."""
    least, alike = book.matching.copied["words"], book.matching.copied["alike"]
    first: dict[str, int] = {}
    found = [(i, first.setdefault(told, i)) for i, told in enumerate(sentences) if told.count(" ") + 1 >= least]
    copies = [(i, same) for i, same in found if i != same]
    unlike = list(first)
    for i, told in enumerate(unlike[:-1]):
        near = process.extract(told, unlike[i + 1 :], scorer=fuzz.ratio, score_cutoff=alike, limit=None)
        copies += [(first[told], first[other]) for other, _, _ in near]
    return copies


def _value(telling: Telling) -> tuple[object, ...]:
    quantity = telling[1].quantity
    return quantity.stated, quantity.low, quantity.high


def _sentence(article: Article, figure: Figure) -> str:
    text = article.text if figure.where == "body" else article.title or ""
    return " ".join(token.lower() for token in listed(text[figure.sentence[0] : figure.sentence[1]]))
