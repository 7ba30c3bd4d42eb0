"""Figures that echo the one before: the same deed with another number, or a part of those it befell."""

from figurecheck.extraction.clauses import Clauses
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.predicates import PATIENT, Government
from figurecheck.extraction.readers import ClauseReader
from figurecheck.model import actions, kinds
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import words as pos


class Echoes(ClauseReader):
    """Tells which figures of one sentence share what governs the one before."""

    __slots__ = ("compared_with",)

    def __init__(self, clauses: Clauses, rulebook: Rulebook) -> None:
        super().__init__(clauses, rulebook)
        self.compared_with = rulebook.calendar.compared_with

    def of(self, draft: Draft, before: Draft, government: Government) -> Government | None:
        """What governs a figure by the one before, which `government` governs; None for one that stands by itself."""
        if self._compared(draft, before) or (
            draft.head is None
            and draft.head_lemma == before.head_lemma
            and (self._told_otherwise(draft) or self._told_by(draft))
        ):
            return government
        return self._manner(draft, government)

    def _compared(self, draft: Draft, before: Draft) -> bool:
        """ "77 miners died, down from 84", "147, compared with 154", "$1 million ($1.5 million)": of one deed."""
        if draft.kind is not before.kind or draft.head is not None or draft.first < 2:
            return False
        bracket = self.lower[draft.first - 1] == "(" and before.last == draft.first - 1 and draft.kind is kinds.MONEY
        return bracket or draft.change_role == "from" or self.lower[draft.first - 2] in self.compared_with

    def _told_otherwise(self, draft: Draft) -> bool:
        """ "killed 40 fighters; residents put the figure at 12": another number for what was counted before."""
        i = draft.first - 2
        if i < 1 or not self.tags[i - 1] & pos.DET:
            return False
        return self.lower[i] in self.roles.counting and self.lower[i + 1] in {"at", "to"}

    def _told_by(self, draft: Draft) -> bool:
        """ "30,000 marched; police say 8,000": a verb of saying before a bare number that ends its clause."""
        verb, end = self.clauses.owner.get(draft.first - 1), draft.last
        says = verb is not None and verb.sense is None and verb.lemma in self.clauses.speech
        return says and (end >= len(self.lower) or bool(self.tags[end] & pos.PUNCT))

    def _manner(self, draft: Draft, government: Government) -> Government | None:
        """ "shot five, one fatally", "four were hurt, one critically": a part, and how it befell them."""
        j = draft.last
        if draft.head is not None or government.part is not PATIENT or not self._ends_in_manner(j):
            return None
        return Government(actions.KILL, PATIENT, None, j) if self.lower[j] in self.roles.fatal else government

    def _ends_in_manner(self, j: int) -> bool:
        """Does an adverb alone close the clause at token j: "one critically,"?"""
        n, tags = len(self.lower), self.tags
        if j >= n or not tags[j] & pos.ADV or tags[j] & (pos.NOUN | pos.ADJ | pos.PREP | pos.PART):
            return False
        return j + 1 >= n or bool(tags[j + 1] & pos.PUNCT)
