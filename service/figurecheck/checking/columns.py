"""The columns of a table whose last row gives their totals, and lists of which each item has a line of its own."""

from collections.abc import Iterator

from figurecheck.checking.finding import View
from figurecheck.checking.passage import Passage
from figurecheck.checking.phrases import phrases
from figurecheck.checking.sorts import fits
from figurecheck.checking.values import vague
from figurecheck.model import Figure, Kind

ADDED = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION))


def columns(view: View) -> Iterator[tuple[Figure, tuple[Figure, ...]]]:
    """Every total of a table with the figures above it."""
    rows: list[Passage] = []
    for passage in view.page.body:
        if not _is_row(passage) or (rows and not _goes_on(rows[-1], passage)):
            rows = []
        if _is_row(passage) and passage.gaps[0] in phrases(view.rule, "total_rows") and len(rows) > 1:
            for k, whole in enumerate(passage.figures):
                column = tuple(row.figures[k] for row in rows)
                if whole.kind in ADDED and not whole.quantity.per and not any(map(vague, (whole, *column))):
                    yield whole, column
            rows = []
        elif _is_row(passage):
            rows.append(passage)


def _is_row(passage: Passage) -> bool:
    """Is the passage a label and figures with nothing between them?"""
    return bool(passage.gaps[0]) and not any(passage.gaps[1:])


def _goes_on(row: Passage, passage: Passage) -> bool:
    """Has a row as many figures as the one above it, of the same things?"""
    if len(row.figures) != len(passage.figures):
        return False
    pairs = zip(row.figures, passage.figures, strict=True)
    return all(a.kind == b.kind and a.subject.head == b.subject.head for a, b in pairs)


def bulleted(view: View) -> Iterator[tuple[Figure, tuple[Figure, ...]]]:
    """The whole in the sentence that leads to a list with a colon, and the one figure of each line of the list."""
    lead: Passage | None = None
    items: list[Passage] = []
    for passage in (*view.page.body, None):
        if passage and lead and passage.gaps[0][:1] in _BULLETS:
            items.append(passage)
            continue
        if lead and len(items) >= LEAST and lead.gaps[-1][-1:] == (":",):
            parts = tuple(item.figures[0] for item in items if len(item.figures) == 1)
            wholes = [whole for whole in lead.figures if all(fits(part, whole, view) for part in parts)]
            if len(wholes) == 1 and len(parts) == len(items) and wholes[0].kind in ADDED:
                yield wholes[0], parts
        lead, items = passage, []


LEAST = 3
"""A list has so many lines."""
_BULLETS = (("-",), ("•",), ("·",))
