"""Article -> figures: the sentences that hold a number are read once, each figure frozen into the model."""

from collections.abc import Iterator
from decimal import Decimal

from figurecheck.extraction.cells import CellReader
from figurecheck.extraction.context import read_context
from figurecheck.extraction.draft import Draft, Value
from figurecheck.extraction.links import link_parts
from figurecheck.extraction.quantities import read_quantities
from figurecheck.extraction.sentence import Sentence, read_sentence
from figurecheck.extraction.sentences import spans
from figurecheck.extraction.settling import settle
from figurecheck.extraction.story import Story
from figurecheck.extraction.subjects import SubjectReader
from figurecheck.model import (
    Action,
    Article,
    Bound,
    Context,
    Figure,
    Kind,
    Link,
    LinkType,
    Number,
    Quantity,
    Subject,
    Where,
    figure_id,
)
from figurecheck.reading.projection import Projection, project
from figurecheck.rulebook import Rulebook

Sentences = Iterator[tuple[Sentence, list[Draft], bool]]


def extract(article: Article, rulebook: Rulebook) -> list[Figure]:
    """Every figure of the article, title first, each part in reading order."""
    found: list[tuple[Where, str, Projection, Sentence, list[Draft]]] = []
    told: list[tuple[Sentence, list[Draft], bool]] = []
    read_parts = list(parts(article))
    published = article.published.date() if article.published else None
    story = Story(read_parts[-1][2].text, article.title, published, rulebook)
    for where, source, projection in read_parts:
        for sentence, drafts, in_cell in read(projection, rulebook):
            found.append((where, source, projection, sentence, drafts))
            if not in_cell:
                told.append((sentence, drafts, where == "title"))
                story.keep(sentence)
    for sentence, drafts, title in told:
        read_context(sentence, drafts, story, rulebook, title=title)
    settle(story)
    return [figure for one in found for figure in _freeze(article, *one)]


def parts(article: Article) -> Iterator[tuple[Where, str, Projection]]:
    """Title and body as a reader sees them, with the way back to the source."""
    if article.title:
        yield "title", article.title, project(article.title, "text")
    yield "body", article.text, project(article.text, article.format, article.title)


def read(projection: Projection, rulebook: Rulebook) -> Sentences:
    """The sentences that hold figures, with their drafts, and whether the headers of a table have told all of them."""
    carried: Draft | None = None
    told: dict[Value, Draft] = {}
    before, text = 0, projection.text
    cells = CellReader(projection, rulebook) if projection.tables else None
    for start, end in spans(text, rulebook):
        cell = cells.at(start, end) if cells else None
        if cells and cell:
            sentence, drafts = cells.read(cell)
            if drafts:
                yield sentence, drafts, True
            continue
        if text.find("\n", before, start) >= 0:
            carried = None
        before = end
        sentence = read_sentence(text, start, end, rulebook)
        drafts, _ = read_quantities(sentence, rulebook)
        if not drafts:
            continue
        SubjectReader(sentence, rulebook).read(drafts, carried, told)
        drafts = [draft for draft in drafts if not _counts_nothing(draft)]
        if not drafts:
            continue
        link_parts(sentence, drafts, carried, told, rulebook)
        counted = [draft for draft in drafts if draft.head_lemma and draft.kind is Kind.COUNT]
        carried = counted[-1] if counted else None
        told |= {draft.stated: draft for draft in counted if draft.stated is not None}
        yield sentence, drafts, False


def _counts_nothing(draft: Draft) -> bool:
    """ "hundreds" that says not of what is no figure."""
    return draft.bound is Bound.ORDER and draft.kind is Kind.COUNT and draft.head_lemma is None


def number(value: Value | None) -> Number | None:
    """A value for the wire: whole where whole."""
    return float(value) if isinstance(value, Decimal) else value


def _freeze(
    article: Article, where: Where, source: str, projection: Projection, sentence: Sentence, drafts: list[Draft]
) -> Iterator[Figure]:
    start, end = projection.source(sentence.start, sentence.end)
    places = []
    for draft in drafts:
        span = projection.source(sentence.starts[draft.first], sentence.ends[draft.last - 1])
        draft.id = figure_id(article.id, where, *span)
        places.append(span)
    for draft, (first, last) in zip(drafts, places, strict=True):
        yield Figure.model_construct(
            id=draft.id,
            start=first,
            end=last,
            quote=source[first:last],
            sentence=(start, end),
            where=where,
            kind=draft.kind,
            quantity=_quantity(draft),
            subject=Subject.model_construct(
                text=draft.subject_text, head=draft.head_lemma, modifiers=draft.modifiers, concept=draft.concept
            ),
            context=Context.model_construct(
                actor=draft.actor,
                action=draft.action or draft.implied or _action(draft),
                target=draft.target,
                place=draft.place,
                when=draft.when,
                attribution=draft.attribution,
            ),
            links=_links(draft),
        )


def _action(draft: Draft) -> Action:
    """What is done where no verb says: ages, durations and distances are measured."""
    return Action.MEASURE if draft.kind in {Kind.AGE, Kind.DURATION, Kind.MEASURE} else Action.OTHER


def _quantity(draft: Draft) -> Quantity:
    return Quantity.model_construct(
        stated=None if draft.bound in {Bound.BETWEEN, Bound.ORDER} else number(draft.stated),
        low=number(draft.low),
        high=number(draft.high),
        low_open=draft.low_open,
        high_open=draft.high_open,
        bound=draft.bound,
        hedge=draft.hedge,
        unit=draft.unit,
        dimension=draft.dimension,
        per=draft.per,
        change=draft.change,
    )


def _links(draft: Draft) -> tuple[Link, ...]:
    found = [Link.model_construct(type=LinkType(kind), figure=other.id) for kind, other in draft.links]
    if draft.part_of is not None:
        found.append(Link.model_construct(type=LinkType.PART_OF, figure=draft.part_of.id))
    return tuple(found)
