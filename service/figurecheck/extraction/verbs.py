"""The verb groups of one sentence: form, voice and particles."""

from itertools import pairwise
from typing import Final

from figurecheck.extraction.cues import VERB, tokens_with
from figurecheck.extraction.grammar import ANY_VERB, FINITE, INFINITIVE, PARTICIPLE, Verb
from figurecheck.extraction.lone_verbs import LoneVerbs
from figurecheck.rulebook import words as pos

_HELPING: Final = pos.AUX | pos.MODAL
_FUNCTION: Final = pos.PREP | pos.CONJ | pos.DET | pos.PRON
_QUANTIFYING: Final = pos.DET | pos.NUM
_AFTER_BE: Final = pos.PARTICIPLE | pos.GERUND
_AFTER_HAVE: Final = pos.VERB | pos.PAST | pos.PARTICIPLE
_NO_VERB: Final = pos.DET | pos.PREP | pos.NUM | pos.PRON


class VerbReader(LoneVerbs):
    """Reads the verb groups of a sentence from left to right."""

    __slots__ = ()

    def read(self) -> list[Verb]:
        """The verb groups of the sentence, in order."""
        found: list[Verb] = []
        done, n = 0, len(self.tags)
        for i in tokens_with(VERB, self.sentence.cues):
            if i < done:
                continue
            bits, verb = self.tags[i], None
            if bits & _HELPING:
                verb = self._auxiliary(i)
            elif bits & ANY_VERB and not bits & _FUNCTION:
                verb = self.plain(i, bits)
            elif bits & pos.TO and i + 1 < n:
                verb = self._infinitive(i)
            if verb is not None:
                self.name(verb)
                found.append(verb)
                done = verb.last
        self._settle_joined(found)
        self._settle_first(found)
        self._settle_pairs(found)
        return found

    def _settle_pairs(self, verbs: list[Verb]) -> None:
        """Of two finite verbs side by side, the first is a participle of the noun before: "hours worked fell"."""
        for verb, following in pairwise(verbs):
            if (
                verb.last == following.first
                and verb.form is following.form is FINITE
                and verb.first == verb.main
                and self.tags[verb.main] & pos.PARTICIPLE
                and verb.lemma not in self.speech
            ):
                verb.form, verb.passive = PARTICIPLE, True

    def _settle_joined(self, verbs: list[Verb]) -> None:
        """Of two verbs joined by "and", the first acts if the second does, on one object: "shot and killed 10 men"."""
        for verb, following in pairwise(verbs):
            if verb.form is not PARTICIPLE or verb.last + 1 != following.first:
                continue
            joined = self.lower[verb.last] in self.roles.joining and self.tags[verb.main] & pos.PAST
            if joined and following.form is FINITE and not following.passive and following.first == following.main:
                verb.form, verb.passive = FINITE, False

    def _settle_first(self, verbs: list[Verb]) -> None:
        """A first verb that can be a participle is finite where its clause has no other: "two trains collided"."""
        verb = next((one for one in verbs if one.form is FINITE or one.form is PARTICIPLE), None)
        if verb is None or verb.form is FINITE:
            return
        if verb.sense is not None and verb.sense.transitive and not verb.sense.both:
            return
        if self.held(verb.main):
            return
        if not self.tags[verb.main] & pos.PAST or "by" in self.lower[verb.last : verb.last + 2]:
            return
        finite = (one for one in verbs if one.first > verb.first and one.form is FINITE)
        if self._opens(verb.last):
            next(finite, None)
        following = next(finite, None)
        if following is None or "," in self.lower[verb.last : following.first]:
            verb.form, verb.passive = FINITE, False

    def _opens(self, i: int) -> bool:
        """Does a clause with its own verb begin at token i: "18 people drowned when a flood burst through a camp"?"""
        opens = i < len(self.tags) and self.tags[i] & pos.CONJ
        return bool(opens) and self.lower[i] not in self.roles.joining

    def _auxiliary(self, i: int) -> Verb:
        """A group opened by an auxiliary or modal; with no main verb the auxiliary is the verb itself."""
        be, negated, aux = False, False, i
        for j, bits in enumerate(self.tags[i : i + 8], i):
            if bits & pos.NEG:
                negated = True
            elif bits & _HELPING:
                be, aux = self.lower[j] in self.roles.be, j
            elif self.lower[j] in self.roles.floating and j > i:
                continue
            elif not bits & pos.ADV or bits & _QUANTIFYING or j in self.figures or self._left(j):
                if bits & (_AFTER_BE if be else _AFTER_HAVE) and not bits & _NO_VERB:
                    passive = be and bool(bits & pos.PARTICIPLE) and not bits & pos.GERUND
                    return Verb(i, j + 1, j, self.lemma_at(j), FINITE, passive, negated)
                break
        return Verb(i, aux + 1, aux, self.lemma_at(aux), FINITE, False, negated)

    def _left(self, j: int) -> bool:
        """ "were left homeless": a participle that could be an adverb, before what its subject is."""
        become = self.tags[j] & pos.PARTICIPLE and self.lemma_at(j) in self.roles.linking
        return bool(become) and j + 1 < len(self.lower) and self.lower[j + 1] in self.adjectives

    def _infinitive(self, i: int) -> Verb | None:
        j = i + 1
        tags = self.tags
        while j < len(tags) and tags[j] & pos.ADV and not tags[j] & pos.VERB and j - i < 3:
            j += 1
        if j >= len(tags) or j in self.figures or not tags[j] & pos.VERB or tags[j] & (pos.DET | pos.PRON | pos.NUM):
            return None
        if tags[j] & pos.NAME and self.sentence.words[j][0].isupper() and not self.sentence.headline:
            return None
        main, passive = j, False
        if self.lower[j] in self.roles.be or self.lower[j] == "have":
            k = j + 1
            while k < len(tags) and (tags[k] & pos.ADV or self.lower[k] in self.roles.be) and k - j < 4:
                k += 1
            if k < len(tags) and tags[k] & pos.PARTICIPLE and not tags[k] & pos.DET:
                main, passive = k, self.lower[k - 1] in self.roles.be or self.lower[j] in self.roles.be
        return Verb(i, main + 1, main, self.lemma_at(main), INFINITIVE, passive, i > 0 and bool(tags[i - 1] & pos.NEG))
