"""A draft takes its unit, and the kind that goes with it."""

from typing import Final

from figurecheck.extraction.draft import Draft
from figurecheck.model import kinds
from figurecheck.rulebook.unit import Unit

SHARES: Final = {
    "percent": kinds.PERCENT,
    "percentage point": kinds.PERCENTAGE_POINT,
    "basis point": kinds.BASIS_POINT,
}
"""Kinds that have a unit of their own, by its name."""


def take_unit(draft: Draft, unit: Unit) -> None:
    """Gives the draft a unit and the kind that goes with it."""
    draft.unit, draft.dimension = unit.name, unit.dimension
    draft.kind = SHARES.get(unit.name) or (kinds.DURATION if unit.dimension == "time" else kinds.MEASURE)
    if draft.kind is kinds.PERCENT:
        draft.dimension = None
