"""The verb of a figure that stands away from it: behind a phrase or clause, or before it in its own clause."""

from typing import Final

from figurecheck.extraction.clauses import Clauses
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.grammar import FINITE, NOMINAL
from figurecheck.extraction.objects import Objects
from figurecheck.extraction.predicates import APART, Government, Predicates
from figurecheck.model import actions, kinds
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import words as pos

CLAUSE: Final = 8
"""How many tokens after "since" or "after" a finite verb makes it open a clause."""
REACH: Final = 24
"""How many tokens after a figure its verb may follow."""
STOPS: Final = frozenset({";", ":", "–", "—", "--"})
"""Marks past which no verb is looked for."""
_TURNING: Final = pos.REL | pos.CONJ | pos.PUNCT
"""What a clause can turn at."""


class FarVerbs:
    """Finds such verbs of the figures of one sentence."""

    __slots__ = ("clauses", "finite", "lower", "objects", "predicates", "roles", "tags")

    def __init__(self, clauses: Clauses, predicates: Predicates, objects: Objects, rulebook: Rulebook) -> None:
        self.clauses = clauses
        self.tags = clauses.tags
        self.lower = clauses.lower
        self.roles = rulebook.roles
        self.predicates = predicates
        self.objects = objects
        self.finite = any(verb.form is FINITE for verb in clauses.verbs)
        """Has the sentence a finite verb?"""

    def as_subject(self, draft: Draft) -> Government | None:
        """A figure whose verb stands after a phrase or clause: "two men in a passing car fired"."""
        j, n = draft.group_last, min(len(self.tags), draft.group_last + REACH)
        owner, tags = self.clauses.owner, self.tags
        while j < n:
            if j not in owner and not tags[j] & _TURNING:
                j += 1
                continue
            verb = owner.get(j)
            if verb is not None:
                alone = verb.passive and verb.sense is not None and not self.finite  # "2 women and an infant killed"
                if verb.form is FINITE or alone:
                    return None if self.predicates.is_told(verb, draft) else self.predicates.subject_of(verb, draft)
                j = verb.last
            elif self.tags[j] & pos.REL and self._is_relative(j):
                past = self._past_relative(j)
                j = past if j > draft.group_last or self._goes_on(past) else j + 1
            elif (
                self.lower[j] in STOPS
                or self._opens_clause(j)
                or (
                    self.tags[j] & pos.CONJ
                    and not self.tags[j] & (pos.PREP | pos.REL)
                    and self.lower[j] not in self.roles.joining
                )
            ):
                return None
            else:
                j += 1
        return None

    def _is_relative(self, j: int) -> bool:
        """Is a pronoun relative: "who", or "that" after a noun?"""
        return not self.tags[j] & pos.CONJ or bool(self.tags[j - 1] & (NOMINAL | pos.PRON))

    def _opens_clause(self, j: int) -> bool:
        """Does "since", "after" or "as" at j open a clause with its own subject?"""
        bits = self.tags[j]
        if (
            not (bits & pos.CONJ and bits & pos.PREP)
            or self.lower[j] == "than"
            or self.lower[j - 1] == "well"
            or self.lower[j + 1 : j + 2] == ["well"]
        ):
            return False
        return any(verb.form is FINITE and j < verb.first <= j + CLAUSE for verb in self.clauses.verbs)

    def _goes_on(self, j: int) -> bool:
        """Does the clause's own verb follow a relative one: "three women who had brought food were abducted"?"""
        return any(verb.first >= j and verb.form is FINITE for verb in self.clauses.verbs)

    def _past_relative(self, j: int) -> int:
        """From a relative pronoun to the token after its verb."""
        for verb in self.clauses.verbs:
            if verb.first > j and verb.form is FINITE:
                return verb.last
        return len(self.tags)

    def in_clause(self, draft: Draft) -> Government | None:
        """The last resort: the nearest verb before the figure in its clause, the figure being no object of it."""
        for verb in reversed(self.clauses.verbs):
            if verb.last <= draft.first:
                gives = draft.kind is kinds.MONEY and verb.sense is not None and verb.sense.act.action is actions.SPEND
                if draft.first - verb.last > REACH or (verb.lemma in self.clauses.speech and not gives):
                    return None  # but "promised each of the families $300"
                joined = self.objects.as_joined(verb, draft)
                return joined or Government(verb.sense.act.action if verb.sense else None, APART, verb)
        return None
