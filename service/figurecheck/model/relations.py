"""The members of `Relation` by plain names, found faster than by their class (see kinds.py)."""

from figurecheck.model.comparison import Relation

EQUAL, CONSISTENT, CONFLICT, ATTRIBUTION_CONFLICT, SUPERSEDED, PART_OF = Relation
