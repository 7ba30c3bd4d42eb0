"""Figures that leave out what the one before says: "from $75 a barrel to $46", "84.75 cents; the lowest is 74.07"."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from figurecheck.extraction.draft import Draft
from figurecheck.extraction.readers import SentenceReader
from figurecheck.model import kinds
from figurecheck.rulebook import tags as pos

_OR: Final = ([",", "or"], ["or"], ["("])
"""What stands between an amount and the share that it is told as too."""
_JOINED: Final = (["and"], ["or"])
_NEXT: Final = pos.PUNCT | pos.CONJ | pos.PREP | pos.TO


class AlikeReader(SentenceReader):
    """Gives the figures of one sentence the units and rates that they share with the figure before."""

    __slots__ = ()

    def read(self, drafts: Sequence[Draft]) -> None:
        """Fills in unit and per, and ties both ends of a change that a rate parts."""
        for before, draft in pairwise(drafts):
            if draft.kind is kinds.PERCENT and self._told_as(before, draft):
                draft.change = draft.change or before.change  # "rose £3m, or 12%"
            if before.unit is None:
                if self._shared_behind(before, draft):
                    before.kind, before.unit, before.dimension = draft.kind, draft.unit, draft.dimension
                continue
            if self._change_past_rate(before, draft) or (self._bare(draft) and self._alike(before, draft)):
                draft.kind, draft.unit, draft.dimension = before.kind, before.unit, before.dimension
            if draft.unit == before.unit and draft.change_role and before.change_role:
                draft.per = before.per = draft.per or before.per

    def _shared_behind(self, before: Draft, draft: Draft) -> bool:
        """ "jailed for nine and 12 years": two lengths of time behind one preposition, their unit behind the second."""
        told = before.first > 0 and self.s.lower[before.first - 1] in self.m.lengths_after
        joined = self.s.lower[before.last : draft.first] in _JOINED
        return told and joined and draft.kind is kinds.DURATION and self._bare(before)

    def _told_as(self, before: Draft, draft: Draft) -> bool:
        """Is a share what an amount is told as too: "rose 34 points, or 2.2%", "lost 3 cents (2%)"?"""
        i = before.last + (self.s.lower[before.last] in self.m.points)
        return self.s.lower[i : draft.first] in _OR

    def _change_past_rate(self, before: Draft, draft: Draft) -> bool:
        """ "slid from $75 a barrel to $46": the two ends, where a rate keeps them from touching."""
        s = self.s
        if before.per is None or draft.unit not in {None, before.unit} or draft.change_role or not before.first:
            return False
        if s.lower[before.last : draft.first] != ["to"] or s.lower[before.first - 1] != "from":
            return False
        before.change_role, draft.change_role = "from", "to"
        before.links.append(("change_to", draft))
        draft.links.append(("change_from", before))
        return True

    def _bare(self, draft: Draft) -> bool:
        """Has a number neither a unit nor anything that it counts behind it?"""
        if draft.unit is not None or draft.kind is not kinds.COUNT or draft.stated is None or draft.head_lemma:
            return False
        return draft.last >= self.n or bool(self.s.tags[draft.last] & _NEXT and self.s.lower[draft.last] != "of")

    def _alike(self, before: Draft, draft: Draft) -> bool:
        """Does a second clause tell of the same as the first: "rose by 2% but ... fell by 1", "the lowest is 74.07"?"""
        lower = self.s.lower
        gap = lower[before.last : draft.first]
        if (
            before.kind is kinds.PERCENT
            and len(gap) > 1
            and before.first
            and gap[-1] == lower[before.first - 1] == "on"
        ):
            return True  # "put the Tories on 22% and Reform on 19"
        fine = (before.precision or 1) < 1 and (draft.precision or 1) < 1
        if fine and before.kind is kinds.PERCENT and self.s.tags[draft.first - 1] & pos.POSS:
            return True  # "won 52.3% to her rival's 44.9"
        if not gap or self.m.contrasts.isdisjoint(gap):
            return False
        if gap[-1] == "by":
            return before.change is not None and draft.change is not None
        return fine and gap[-1] in self.m.age_being
