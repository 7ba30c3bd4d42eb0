"""Ties between the figures of one sentence: a part and its whole."""

from figurecheck.extraction.draft import Draft
from figurecheck.extraction.sentence import Sentence
from figurecheck.model import Kind
from figurecheck.rulebook import Rulebook

_COUNTS = frozenset({Kind.COUNT, Kind.RATIO, Kind.PERCENT})
_GAP = 8
"""How many tokens may stand between a whole and the mark of its part."""


def link_parts(sentence: Sentence, drafts: list[Draft], carried: Draft | None, rules: Rulebook) -> None:
    """Marks figures as parts of the figure before: "seven, including two children", "nine of them critically"."""
    whole = carried
    for draft in drafts:
        if draft.kind not in _COUNTS:
            continue
        if whole is not None and _is_part(sentence, draft, whole, whole is not carried, rules):
            draft.part_of = whole
        elif draft.kind is Kind.COUNT:
            whole = draft


def _is_part(sentence: Sentence, draft: Draft, whole: Draft, near: bool, rules: Rulebook) -> bool:
    if near and not 0 <= draft.first - whole.last <= _GAP or draft.change_role:
        return False
    if draft.stated is not None and whole.stated is not None and draft.stated > whole.stated:
        return False
    subsets = rules.measures.subsets
    for size in (1, 2, 3):
        if draft.first >= size and tuple(sentence.lower[draft.first - size : draft.first]) in subsets:
            return near
    behind = tuple(sentence.lower[draft.last - 2 : draft.last]), tuple(sentence.lower[draft.last : draft.last + 2])
    return any(pair in rules.measures.subset_behind for pair in behind)
