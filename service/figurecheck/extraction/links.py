"""Ties between figures: a part and its whole, and a count told again."""

from collections.abc import Mapping
from typing import Final

from figurecheck.extraction.draft import Draft, Value
from figurecheck.extraction.sentence import Sentence
from figurecheck.model import kinds
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import tags as pos

_COUNTS: Final = frozenset({kinds.COUNT, kinds.RATIO, kinds.PERCENT})
_DESCRIBING: Final = pos.ADJ | pos.PARTICIPLE | pos.GERUND
_GOVERNING: Final = pos.PREP | pos.CONJ | pos.PUNCT | pos.AUX | pos.NUM
_OWNS: Final = frozenset({"'s", "’s", "'", "’"})
_ASIDE: Final = 4
"""How many tokens may stand between "of the 30 people" and its part ("tested,")."""
_CLAUSE: Final = 18
"""How many may where they are all that is before a comma."""
_GAP: Final = 8
"""How many tokens may stand between a whole and the mark of its part."""


def link_parts(
    sentence: Sentence, drafts: list[Draft], carried: Draft | None, told: Mapping[Value, Draft], rules: Rulebook
) -> None:
    """Ties parts to their whole ("seven, including two children", "40 of the 90"), counts told again to the first."""
    whole = carried
    counts: list[Draft] = []
    for k, draft in enumerate(drafts):
        if draft.kind not in _COUNTS:
            continue
        following = drafts[k + 1] if k + 1 < len(drafts) else None
        if not fits(draft, whole) and marked_as_part(sentence, draft, rules):
            whole = next((one for one in reversed(counts) if fits(draft, one)), whole)
        if whole is not None and _is_part(sentence, draft, whole, whole is not carried, rules):
            draft.part_of = whole
            whole.shared = whole.shared or (whole is not carried and opens_whole(sentence, whole, rules))
        elif following is not None and _is_part_of_next(sentence, draft, following, rules):
            draft.part_of = following
            following.shared = True
        elif k and _is_another_part(sentence, draft, drafts[k - 1], whole, rules):
            draft.part_of = whole
        elif draft.kind is kinds.COUNT:
            _told_again(sentence, draft, whole, told, rules)
            whole = draft
            counts.append(draft)


def fits(draft: Draft, whole: Draft | None) -> bool:
    """May the draft be a part, by its value?"""
    if whole is None or draft.stated is None or whole.stated is None or draft.kind is not kinds.COUNT:
        return True
    return draft.stated <= whole.stated


def marked_as_part(sentence: Sentence, draft: Draft, rules: Rulebook) -> bool:
    """Do the words around a figure make it a part of one before: "of which 86", "86 of which"?"""
    return _opened_as_part(sentence, draft, rules) or _closed_as_part(sentence, draft, rules)


def _opened_as_part(sentence: Sentence, draft: Draft, rules: Rulebook) -> bool:
    """ "including seven", "of which seven", "among them seven"."""
    subsets = rules.measures.subsets
    sizes = (size for size in (1, 2, 3) if draft.first >= size)
    return any(tuple(sentence.lower[draft.first - size : draft.first]) in subsets for size in sizes)


def _closed_as_part(sentence: Sentence, draft: Draft, rules: Rulebook) -> bool:
    """ "seven of them", "nine of whom"."""
    around = tuple(sentence.lower[draft.last - 2 : draft.last]), tuple(sentence.lower[draft.last : draft.last + 2])
    return any(pair in rules.measures.subset_behind for pair in around)


def _is_part(sentence: Sentence, draft: Draft, whole: Draft, near: bool, rules: Rulebook) -> bool:
    if draft.change_role or not fits(draft, whole):
        return False
    if near and not 0 <= draft.first - whole.last <= _GAP:
        return _told_far_off(sentence, draft, whole, rules)
    if _opened_as_part(sentence, draft, rules):
        return near
    gap = sentence.lower[whole.group_last : draft.first]
    if near and opens_whole(sentence, whole, rules) and _told_of_parts(draft, gap):
        return True
    return _closed_as_part(sentence, draft, rules)


def _is_another_part(sentence: Sentence, draft: Draft, before: Draft, whole: Draft | None, rules: Rulebook) -> bool:
    """ "including two children and a nurse", "nine of the 20 passengers died and 11 survived"."""
    if whole is None or draft.kind is not kinds.COUNT or draft.change_role or not fits(draft, whole):
        return False
    gap = sentence.lower[before.group_last : draft.first]
    joined = rules.roles.joining
    if before.part_of is whole:
        told = gap[:1] != [] and gap[0] in rules.roles.be and len(gap) <= _ASIDE  # "22 were women and nine children"
        return bool(gap) and (all(word in joined or word == "," for word in gap) or (told and gap[-1] in joined))
    return before is whole and whole.shared and draft.head is None and bool(gap) and gap[-1] in joined


def _told_of_parts(draft: Draft, gap: list[str]) -> bool:
    """ "of the 84, 36 were destroyed", "of the 84 drones, air defences shot down 36"."""
    return (
        not gap
        or (gap[-1] == "," and (len(gap) <= _ASIDE or draft.head is None))
        or (gap[0] == "," and draft.head is None)
    )


def _told_far_off(sentence: Sentence, draft: Draft, whole: Draft, rules: Rulebook) -> bool:
    """ "of the 84 drones that were over the city on Monday night, 36 were destroyed": up to the only comma."""
    gap = sentence.lower[whole.group_last : draft.first]
    return (
        len(gap) <= _CLAUSE
        and gap[-1:] == [","]
        and gap.count(",") == 1
        and draft.head is None
        and opens_whole(sentence, whole, rules)
    )


def opens_whole(sentence: Sentence, whole: Draft, rules: Rulebook) -> bool:
    """Does the whole open a clause behind "of": "of the 84, 36 were destroyed"?"""
    lower, i = sentence.lower, whole.first - 1
    if i > 0 and lower[i] in rules.measures.determiners:
        i -= 1
    return i >= 0 and lower[i] == "of" and (i == 0 or lower[i - 1] in rules.measures.opened_after)


def _is_part_of_next(sentence: Sentence, draft: Draft, following: Draft, rules: Rulebook) -> bool:
    """ "40 of the 90 passengers", "four of 715 planets", "two nurses were among 12 people killed"."""
    gap = sentence.lower[draft.last : following.first]
    shared = of_whole(sentence, draft.last, following.first, rules)
    among = gap[-1:] == ["among"] and len(gap) <= _ASIDE
    return (shared or among) and following.kind is kinds.COUNT and fits(draft, following)


def of_whole(sentence: Sentence, first: int, last: int, rules: Rulebook) -> bool:
    """Do the tokens [first, last) between two figures make the second the whole: "of", "of the", "of the island's",
    "of the combined"?"""
    first += sentence.lower[first : first + 2] == ["out", "of"]
    if sentence.lower[first : first + 1] != ["of"] or first >= last:
        return False
    if last - first == 1 or sentence.lower[last - 1] in _OWNS:
        return True
    told = sentence.tags[first + 2 : last]
    return sentence.lower[first + 1] in rules.measures.determiners and all(
        bits & _DESCRIBING and not bits & _GOVERNING for bits in told
    )


def _told_again(
    sentence: Sentence, draft: Draft, whole: Draft | None, told: Mapping[Value, Draft], rules: Rulebook
) -> None:
    """Ties "the 84 drones" to the count told before."""
    if draft.stated is None or draft.first == 0 or sentence.lower[draft.first - 1] not in rules.measures.determiners:
        return
    before = whole if whole is not None and whole.stated == draft.stated else told.get(draft.stated)
    if before is not None and before.concept == draft.concept:
        draft.links.append(("same_as", before))
