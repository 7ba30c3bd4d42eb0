"""Drafts, once all is read, as figures of the wire contract."""

from decimal import Decimal
from typing import Final

from figurecheck.extraction.draft import Draft, Value
from figurecheck.model import (
    Action,
    Context,
    Figure,
    Link,
    LinkType,
    Number,
    Quantity,
    Subject,
    Where,
    actions,
    bounds,
    figure_id,
    kinds,
)

_MEASURED: Final = frozenset({kinds.AGE, kinds.DURATION, kinds.MEASURE})
_VAGUE: Final = frozenset({bounds.BETWEEN, bounds.ORDER})
Span = tuple[int, int]


def freeze(article: str, where: Where, source: str, sentence: Span, drafts: list[tuple[Draft, Span]]) -> list[Figure]:
    """The drafts of one sentence with their spans as figures; `article` is its id, `source` the title or the text."""
    for draft, span in drafts:
        draft.id = figure_id(article, where, *span)
    return [_figure(draft, where, source, sentence, *span) for draft, span in drafts]


def _figure(draft: Draft, where: Where, source: str, sentence: Span, start: int, end: int) -> Figure:
    """One figure; a draft holds nothing that a record would refuse."""
    quantity = {
        "stated": None if draft.bound in _VAGUE else _number(draft.stated),
        "low": _number(draft.low),
        "high": _number(draft.high),
        "low_open": draft.low_open,
        "high_open": draft.high_open,
        "bound": draft.bound,
        "hedge": draft.hedge,
        "unit": draft.unit,
        "dimension": draft.dimension,
        "per": draft.per,
        "change": draft.change,
    }
    subject = {
        "text": draft.subject_text,
        "head": draft.head_lemma,
        "modifiers": draft.modifiers,
        "concept": draft.concept,
    }
    context = {
        "actor": draft.actor,
        "action": draft.action or draft.implied or _action(draft),
        "target": draft.target,
        "place": draft.place,
        "when": draft.when,
        "attribution": draft.attribution,
    }
    return Figure.sure(
        {
            "id": draft.id,
            "start": start,
            "end": end,
            "quote": source[start:end],
            "sentence": sentence,
            "where": where,
            "kind": draft.kind,
            "quantity": Quantity.sure(quantity),
            "subject": Subject.sure(subject),
            "context": Context.sure(context),
            "links": _links(draft) if draft.links or draft.part_of is not None else (),
        }
    )


def _number(value: Value | None) -> Number | None:
    """A value for the wire: whole where whole."""
    if not isinstance(value, Decimal):
        return value
    number = float(value)
    return int(value) if number.is_integer() else number  # a fraction too fine for JSON is none


def _action(draft: Draft) -> Action:
    """What is done where no verb says: ages, durations and distances are measured."""
    return actions.MEASURE if draft.kind in _MEASURED else actions.OTHER


def _links(draft: Draft) -> tuple[Link, ...]:
    found = [Link(type=LinkType(kind), figure=other.id) for kind, other in draft.links]
    if draft.part_of is not None:
        found.append(Link(type=LinkType.PART_OF, figure=draft.part_of.id))
    return tuple(found)
