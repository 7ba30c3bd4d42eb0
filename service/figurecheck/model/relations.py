"""The members of `Relation` by plain names, found faster than by their class (see kinds.py)."""

from typing import Final

from figurecheck.model.comparison import Relation

EQUAL: Final = Relation.EQUAL
CONSISTENT: Final = Relation.CONSISTENT
CONFLICT: Final = Relation.CONFLICT
ATTRIBUTION_CONFLICT: Final = Relation.ATTRIBUTION_CONFLICT
SUPERSEDED: Final = Relation.SUPERSEDED
PART_OF: Final = Relation.PART_OF
