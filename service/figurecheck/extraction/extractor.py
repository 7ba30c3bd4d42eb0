"""Article -> figures: the sentences that hold a number are read once, each figure frozen into the model."""

from collections import deque
from collections.abc import Iterator
from typing import NamedTuple

from figurecheck.extraction.cells import CellReader
from figurecheck.extraction.context import read_context
from figurecheck.extraction.draft import Draft, Value
from figurecheck.extraction.freezing import freeze
from figurecheck.extraction.links import link_parts
from figurecheck.extraction.part import Part
from figurecheck.extraction.quantities import read_quantities
from figurecheck.extraction.sentence import Sentence
from figurecheck.extraction.settling import settle
from figurecheck.extraction.story import Story
from figurecheck.extraction.subjects import SubjectReader
from figurecheck.model import Article, Figure, Where, bounds, kinds
from figurecheck.reading.projection import Projection, project
from figurecheck.rulebook import Rulebook

Sentences = Iterator[tuple[Sentence, list[Draft], bool]]


class Found(NamedTuple):
    """A sentence that holds figures, and where: `in_cell` where the headers of a table have told all of them."""

    where: Where
    source: str
    projection: Projection
    sentence: Sentence
    drafts: list[Draft]
    in_cell: bool


def extract(article: Article, rulebook: Rulebook) -> list[Figure]:
    """Every figure of the article, title first, each part in reading order."""
    found, figures = _found(article, rulebook), list[Figure]()
    while found:  # a sentence is let go as soon as its figures are made
        figures += _freeze(article.id, found.popleft())
    return figures


def _found(article: Article, rulebook: Rulebook) -> deque[Found]:
    """The sentences of an article that hold figures, all that is told of these filled in."""
    found: deque[Found] = deque()
    for where, source, projection in parts(article):
        part = Part(projection.text, rulebook)
        found.extend(Found(where, source, projection, *one) for one in read(part, projection))
    story = Story(part, article.title, article.published.date() if article.published else None)
    for one in found:
        if not one.in_cell:
            read_context(one.sentence, one.drafts, story, rulebook, title=one.where == "title")
    settle(story)
    return found


def parts(article: Article) -> Iterator[tuple[Where, str, Projection]]:
    """Title and body as a reader sees them, with the way back to the source."""
    if article.title:
        yield "title", article.title, project(article.title, "text")
    yield "body", article.text, project(article.text, article.format, article.title)


def read(part: Part, projection: Projection) -> Sentences:
    """The sentences that hold figures, with their drafts, and whether the headers of a table have told all of them."""
    carried: Draft | None = None
    told: dict[Value, Draft] = {}
    before, text, rulebook = 0, part.text, part.rulebook
    cells = CellReader(projection, rulebook) if projection.tables else None
    for number, sentence in part.counting():
        start, end = part.spans[number]
        cell = cells.at(start, end) if cells else None
        if cells and cell:
            row, drafts = cells.read(cell)
            if drafts:
                yield row, drafts, True
            continue
        if text.find("\n", before, start) >= 0:
            carried = None
        before = end
        drafts, _ = read_quantities(sentence, rulebook)
        if not drafts:
            continue
        SubjectReader(sentence, rulebook).read(drafts, carried, told)
        drafts = [draft for draft in drafts if not _counts_nothing(draft)]
        if not drafts:
            continue
        link_parts(sentence, drafts, carried, told, rulebook)
        counted = [draft for draft in drafts if draft.head_lemma and draft.kind is kinds.COUNT]
        carried = counted[-1] if counted else None
        told |= {draft.stated: draft for draft in counted if draft.stated is not None}
        part.keep(number, sentence)
        yield sentence, drafts, False


def _counts_nothing(draft: Draft) -> bool:
    """ "hundreds" that says not of what is no figure."""
    return draft.bound is bounds.ORDER and draft.kind is kinds.COUNT and draft.head_lemma is None


def _freeze(article: str, found: Found) -> list[Figure]:
    """The figures of one sentence, every span where it stands in the source."""
    where, source, projection, sentence, drafts, _ = found
    spans = [projection.source(sentence.begins(draft.first), sentence.ends(draft.last - 1)) for draft in drafts]
    whole = projection.source(sentence.start, sentence.end)
    return freeze(article, where, source, whole, list(zip(drafts, spans, strict=True)))
