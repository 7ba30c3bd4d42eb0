"""How a text was read: its figures, and the numerals that are none, with the reason."""

from collections.abc import Iterator
from typing import NamedTuple

from figurecheck.extraction.draft import Draft
from figurecheck.extraction.extractor import extract, parts
from figurecheck.extraction.numeral import Numeral
from figurecheck.extraction.part import Part
from figurecheck.extraction.quantities import read_quantities
from figurecheck.model import Article, Figure, Where
from figurecheck.rulebook import Rulebook


class Rejected(NamedTuple):
    """A numeral that is no figure; offsets are code points into the title or the text, as a figure's are."""

    where: Where
    start: int
    end: int
    quote: str
    reason: str


def explain(article: Article, rulebook: Rulebook) -> list[Figure | Rejected]:
    """The figures that `extract` gives and the numerals it turns away, in reading order, the title first."""
    figures = extract(article, rulebook)
    taken = [(figure.where, figure.start, figure.end) for figure in figures]
    rejected = [one for one in _rejected(article, rulebook) if not _within(one, taken)]
    every: list[Figure | Rejected] = [*figures, *rejected]
    return sorted(every, key=lambda one: (one.where == "body", one.start, one.end))


def _within(numeral: Rejected, taken: list[tuple[Where, int, int]]) -> bool:
    """A table's cell is read again with its headers, and may then hold a figure."""
    return any(where == numeral.where and start < numeral.end and numeral.start < end for where, start, end in taken)


def _rejected(article: Article, rulebook: Rulebook) -> Iterator[Rejected]:
    for where, source, projection in parts(article):
        for _, sentence in Part(projection.text, rulebook).counting():
            drafts, rejected = read_quantities(sentence, rulebook)
            away: list[tuple[Draft | Numeral, str]] = [(draft, "counts nothing named") for draft in drafts]
            for numeral, reason in (*away, *rejected):
                start, end = projection.source(sentence.begins(numeral.first), sentence.ends(numeral.last - 1))
                yield Rejected(where, start, end, source[start:end], reason)
