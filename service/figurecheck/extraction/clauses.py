"""The clauses of one sentence: its verbs, and the noun groups around any token."""

from typing import Final

from figurecheck.extraction.grammar import BREAKING, FINITE, INSIDE, NOMINAL, PARTICIPLE, REACH, Group, Tokens, Verb
from figurecheck.extraction.predication import Subject
from figurecheck.extraction.sentence import Sentence
from figurecheck.extraction.verbs import VerbReader
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import words as pos

_COUNTING: Final = NOMINAL | pos.NUM
_HEADING: Final = _COUNTING | pos.PRON
_CARRYING: Final = _COUNTING | pos.DET
_OWNED: Final = _CARRYING | pos.POSS
_OWNING: Final = pos.DET | pos.POSSPRON
_DETERMINING: Final = _OWNING | pos.NUM
_MODIFYING: Final = INSIDE | pos.PARTICIPLE | pos.GERUND
_BEFORE: Final = _MODIFYING | pos.PRON


class Clauses(Tokens):
    """A shallow parse: `verbs` in order, `owner`, the verb group that each token belongs to, and `particles`, the
    tokens that complete a verb from behind its object."""

    __slots__ = ("owner", "particles", "verbs")

    def __init__(self, sentence: Sentence, rulebook: Rulebook, figures: frozenset[int]) -> None:
        super().__init__(sentence, rulebook, figures)
        self.owner: dict[int, Verb] = {}
        self.verbs = VerbReader(sentence, rulebook, figures).read()
        self.particles = frozenset(verb.particle for verb in self.verbs)
        for verb in self.verbs:
            for i in range(verb.first, verb.last):
                self.owner[i] = verb

    def group_at(self, i: int) -> Group | None:
        """The noun group that starts at token i."""
        tags, n = self.tags, min(len(self.tags), i + REACH)
        head, j = -1, i
        while j < n:
            bits = tags[j]
            if j in self.owner and not (bits & NOMINAL and j == i):
                break
            if head >= 0 and (j in self.figures or self.lower[j] in self.directions):
                break  # "an oil refinery 60 km inside Chad", "convicted Marlow last month"
            if bits & BREAKING and not bits & _CARRYING:
                if not (self.lower[j] == "." and self._abbreviates(j)):
                    break
            elif bits & NOMINAL and not self.is_time(j):
                head = j
            elif bits & pos.PRON and not bits & _DETERMINING:
                if head < 0:
                    return Group(i, j + 1, j)
                break
            elif bits & _MODIFYING and not self.is_time(j):
                if head >= 0 and bits & _OWNING:
                    break
                if bits & pos.NUM and head < 0:
                    head = j
            elif not (bits & pos.ADV and head < 0):
                break
            j += 1
        if head < 0:
            return None
        return Group(i, head + 1, head)

    def _abbreviates(self, j: int) -> bool:
        """Does the stop at j close the short word of a name: "St. Louis", "Sgt. Ana Ortega", "Halvorsen Inc. said"?"""
        if j and self.tags[j - 1] & pos.NAME and f"{self.lower[j - 1]}." in self.rulebook.lexicon.abbreviations.either:
            return j + 1 < len(self.tags)
        named = j + 1 < len(self.tags) and self.tags[j + 1] & pos.NAME
        return bool(named) and self.sentence.glued(j) and j > 0 and len(self.lower[j - 1]) < 6

    def group_before(self, i: int) -> Group | None:
        """The noun group that ends right before token i."""
        tags, j = self.tags, i - 1
        j -= j > 0 and self.lower[j] == "." and self._abbreviates(j)
        if j < 0 or not tags[j] & _HEADING or j in self.owner:
            return None
        head = j
        if tags[j] & pos.PRON and not tags[j] & _COUNTING:
            return Group(j, j + 1, j)
        floor = max(0, i - REACH)
        while j >= floor:
            bits = tags[j]
            if self.lower[j] == "." and self._abbreviates(j):
                j -= 1
                continue
            if j in self.owner or (bits & BREAKING and not bits & _OWNED):
                break
            if not bits & _BEFORE or self.is_time(j):
                break
            j -= 1
            if (bits & pos.DET and not bits & pos.NUM) or j + 1 in self.figures:
                break
        return Group(j + 1, head + 1, head) if j + 1 <= head else None

    def subject(self, verb: Verb) -> Group | None:
        """The noun group a verb is said of: to its left, past phrases, appositions and relative clauses."""
        return Subject(self, verb).find()

    def undergone(self, verb: Verb) -> bool:
        """Does its subject undergo what a verb of both kinds says, which has no object: "18 migrants drowned"?"""
        both = verb.sense is not None and verb.sense.both and verb.form is FINITE and not verb.passive
        return both and verb.last not in self.figures and self.object(verb) is None

    def main(self, verb: Verb) -> Verb | None:
        """The finite verb that an -ing clause hangs on: the nearest before it in no relative clause, else the next."""
        for other in reversed(self.verbs):
            if other.first < verb.first and other.form is FINITE and self.relative_before(other) is None:
                return other
        if verb.first > 2:
            return None
        return next((other for other in self.verbs if other.first > verb.first and other.form is FINITE), None)

    def opens_clause(self, verb: Verb) -> bool:
        """Has a finite verb a subject of its own right before it?"""
        i = verb.first - 1
        return i >= 0 and bool(self.tags[i] & (NOMINAL | pos.PRON)) and not self.tags[i] & pos.CONJ

    def relative_before(self, verb: Verb) -> int | None:
        """The token of the relative pronoun that a finite verb belongs to, or None."""
        j = verb.first - 1
        floor = max(0, j - 8)
        while j >= floor:
            if self.tags[j] & pos.REL and (j == 0 or not self.owner.get(j - 1)):
                return j
            if j in self.owner or self.tags[j] & pos.PUNCT:
                return None
            j -= 1
        return None

    def antecedent(self, j: int) -> Group | None:
        """The noun group before a relative pronoun at j, past a preposition and a comma."""
        k = j
        while k > 0 and (self.tags[k - 1] & pos.PREP or self.lower[k - 1] == ","):
            k -= 1
        group = self.group_before(k)
        if group is None or not group.first or not self.tags[group.head] & pos.NAME:
            return group
        placed = self.lower[group.first - 1] in self.roles.firm  # "a shooting in Harris County that left one dead"
        return (self.group_before(group.first - 1) if placed else None) or group

    def object(self, verb: Verb) -> Group | None:
        """The noun group right after a verb that is active, adverbs aside."""
        j = verb.last
        while (
            j < len(self.tags)
            and self.tags[j] & pos.ADV
            and not self.tags[j] & (NOMINAL | pos.DET | pos.PREP | pos.CONJ)
            and j not in self.figures
        ):
            j += 1
        return self.group_at(j) if j < len(self.tags) and self.opens_group(j) else None

    def phrase(self, start: int, preposition: str, stop: int | None = None) -> Group | None:
        """The noun group after a preposition, where that follows within the clause that goes on from token start."""
        end = min(len(self.tags), start + REACH // 2, stop or len(self.tags))
        for j in range(start, end):
            if self.lower[j] == preposition and j + 1 < len(self.tags):
                return self.group_at(j + 1)
            owner = self.owner.get(j)
            if (owner is not None and owner.form is not PARTICIPLE) or self.lower[j] in (";", ":", "."):
                return None
        return None
