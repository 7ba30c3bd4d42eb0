"""Verbs that no auxiliary goes before: finite ones, participles behind their noun, -ing clauses."""

from typing import Final

from figurecheck.extraction.deeds import LIVE
from figurecheck.extraction.grammar import ANY_VERB, CLOSED, FINITE, GERUND, NOMINAL, PARTICIPLE, QUOTES, Verb
from figurecheck.extraction.phrasal import Phrasal
from figurecheck.extraction.sentence import Sentence
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import words as pos

SHARED: Final = 16
"""Within how many tokens before a bare verb the modal stands that it shares."""
_OPENING: Final = pos.CONJ | pos.PUNCT
_PERFECT: Final = pos.PAST | pos.PARTICIPLE
_OWNING: Final = pos.DET | pos.POSS | pos.POSSPRON
_JOINING: Final = pos.CONJ | pos.REL
_NOMINAL_TOO: Final = pos.NOUN | pos.NOUNS | pos.ADJ | pos.ADV | pos.NAME


class LoneVerbs(Phrasal):
    """Tells the verbs of one sentence that stand without an auxiliary from nouns and adjectives."""

    __slots__ = ("adjectives", "objects", "texts")

    def __init__(self, sentence: Sentence, rulebook: Rulebook, figures: frozenset[int]) -> None:
        super().__init__(sentence, rulebook, figures)
        self.adjectives = rulebook.lexicon.actions.adjectives
        self.objects = rulebook.lexicon.actions.objects
        self.texts = rulebook.lexicon.attributions.nouns

    def plain(self, i: int, bits: int) -> Verb | None:
        """A verb without auxiliary: finite past or present, a participle after its noun, or an -ing clause."""
        before = self.tags[i - 1] if i else pos.PUNCT
        if (
            i in self.figures
            or ("-" in self.lower[i] and self.lower[i].partition("-")[0] not in self.index.prefixes)
            or (bits & pos.NAME and self.sentence.words[i][0].isupper() and not self._may_be_verb(before))
        ):
            return None
        if bits & pos.GERUND:
            return self._gerund(i, bits, before)
        if bits & _PERFECT:
            return self._past(i, bits, before)
        return self._present(i, bits, before)

    def _may_be_verb(self, before: int) -> bool:
        """May a capitalised word be a verb: in a headline, or where a sentence opens?"""
        return self.sentence.headline or bool(before & pos.PUNCT)

    def _gerund(self, i: int, bits: int, before: int) -> Verb | None:
        following = self.lower[i + 1] if i + 1 < len(self.lower) else ""
        if (
            following == "of"
            or self._determined(before)
            or (before & pos.ADJ and not before & (pos.NOUN | pos.ADV | pos.NAME))
        ):
            return None
        if self._paves(i, before):
            return None
        told = following == "that" and self.lemma_at(i) in self.roles.saying  # "... , saying that"
        if bits & pos.NOUN and not (told or self.opens_group(i + 1) or self.takes_particle(i)):
            return None
        if (
            bits & pos.NOUN
            and before & NOMINAL
            and self.noun_at(i + 1)
            and not self.tags[i + 1] & pos.ADJ
            and self.lemma_at(i) not in self.actions
        ):
            return None  # "a rights monitoring group"
        return Verb(i, i + 1, i, self.lemma_at(i), GERUND, False, False)

    def _paves(self, i: int, before: int) -> bool:
        """ "hurled paving stones": right behind what is done to things, before their noun."""
        if not before & pos.PAST or before & NOMINAL or not self.noun_at(i + 1):
            return False
        act = self.actions.get(self.lemma_at(i - 1))
        return act is not None and act.act.action in LIVE

    def _past(self, i: int, bits: int, before: int) -> Verb | None:
        lemma = self.lemma_at(i)
        if (
            lemma in self.roles.linking
            and i + 1 < len(self.lower)
            and self.lower[i + 1] in self.adjectives
            and before & (NOMINAL | pos.NUM)
        ):
            return Verb(i, i + 1, i, lemma, PARTICIPLE, True, False)  # "40 feared dead"
        if self._determined(before) or (
            bits & pos.PARTICIPLE
            and lemma not in self.roles.suffering
            and before & pos.NUM
            and not before & pos.PRON
            and self.opens_group(i + 1)
            and i + 1 not in self.figures
            and not self._completed(i)
        ):
            return None  # "the wounded men", "two besieged towns", but "312 tested positive"
        if before & pos.ADJ and not before & (NOMINAL | pos.ADV | ANY_VERB) and self.noun_at(i + 1):
            return None
        if before & _OPENING and self._describes(i, bits):
            return None
        if before & pos.PREP and not before & (pos.CONJ | pos.PART):
            return None
        active = self._has_object(i) or self._intransitive(lemma)
        if bits & pos.PAST and (not bits & pos.PARTICIPLE or self._whom(i)):
            active = True
        by = self._done_by(i + 1)  # "hostages released by rebels", "a poll released on Monday by the institute"
        if active or (lemma in self.speech and not by and not self.held(i)):
            return Verb(i, i + 1, i, lemma, FINITE, False, False)
        return Verb(i, i + 1, i, lemma, PARTICIPLE, True, False)

    def _completed(self, i: int) -> bool:
        """Does the word behind make one verb of the two: "2 shot dead", "312 tested positive"?"""
        if i + 1 >= len(self.lower) or not self.tags[i + 1] & pos.ADJ:
            return False  # "opened fire"
        return f"{self.lemma_at(i)} {self.lower[i + 1]}" in self.actions

    def _describes(self, i: int, bits: int) -> bool:
        """ "when masked youths hurled": a participle that opens a clause, before one noun and the clause's verb."""
        if not bits & pos.PARTICIPLE or i + 2 >= len(self.tags):
            return False
        noun, verb = self.tags[i + 1], self.tags[i + 2]
        act = self.actions.get(self.lemma_at(i + 2))
        does = verb & pos.PAST and not verb & _NOMINAL_TOO and act is not None and i + 2 not in self.figures
        return bool(does and noun & pos.NOUNS and not noun & CLOSED) and self.lower[i - 1] not in self.roles.joining

    def _done_by(self, i: int) -> bool:
        """Does "by" follow from token i on, a day before it?"""
        while i + 1 < len(self.tags) and (self.is_time(i) or (self.tags[i] & pos.PREP and self.is_time(i + 1))):
            i += 1
        return self.lower[i : i + 1] == ["by"]

    def _whom(self, i: int) -> bool:
        """ "the men whom rebels killed": one word for who did it between a relative pronoun and the verb."""
        relative = self.tags[i - 2] if i > 1 else 0
        return bool(relative & pos.REL and self.tags[i - 1] & NOMINAL) and not relative & pos.CONJ

    def held(self, i: int) -> bool:
        """ "Two held after raid": right behind a number, what a verb that means another thing of some objects says."""
        number = i > 0 and self.tags[i - 1] & pos.NUM and not self.tags[i - 1] & pos.PRON
        return bool(number) and self.lemma_at(i) in self.objects and not self._has_object(i)

    def _has_object(self, i: int) -> bool:
        """Does a noun group follow that the verb can govern: no verb with an object of its own ("the men killed
        included a guard")?"""
        j = i + 2 if self.takes_particle(i) or self._completed(i) else i + 1
        if not self.opens_group(j):
            gerund = j < len(self.tags) and self.tags[j] & pos.GERUND
            return bool(gerund) and self._paves(j, self.tags[j - 1])
        if self._when(j):
            return False
        following = self.tags[j + 1] if j + 1 < len(self.tags) else 0
        governs = following & (pos.DET | pos.POSSPRON) or j + 1 in self.figures
        return not (self.tags[j] & pos.PAST and governs and j not in self.figures)

    def _when(self, j: int) -> bool:
        """ "murdered this year": a pointing word before a noun of time."""
        points = j + 1 < len(self.tags) and self.tags[j] & pos.DET and self.tags[j] & pos.PRON
        noun = self.index.noun(self.lower[j + 1]) if points else None
        lexicon = self.rulebook.lexicon
        return noun is not None and lexicon.is_a(lexicon.concept(noun), "time")

    def _present(self, i: int, bits: int, before: int) -> Verb | None:
        if self._determined(before) or before & pos.TO or (before & pos.PREP and not before & pos.CONJ):
            return None
        if not bits & _NOMINAL_TOO:
            return Verb(i, i + 1, i, self.lemma_at(i), FINITE, False, False)
        if (
            before & NOMINAL
            and self.lemma_at(i) in self.roles.saying
            and i + 1 < len(self.lower)
            and (self.lower[i + 1] in QUOTES or (bits & pos.VERBZ and self.lower[i + 1] == "that"))
        ):
            return Verb(i, i + 1, i, self.lemma_at(i), FINITE, False, False)  # "the agency estimates “at least ...”"
        if self._happens(i, before) or self._in_relative(i, bits, before) or self._in_frame(i, bits, before):
            return Verb(i, i + 1, i, self.lemma_at(i), FINITE, False, False)
        if before & pos.ADV and not before & NOMINAL and i > 1:
            before = self.tags[i - 2]
        if self._remains(i, bits, before):
            return Verb(i, i + 1, i, self.lemma_at(i), FINITE, False, False)
        subject = before & (NOMINAL | pos.PRON | pos.REL) and not before & (pos.ADV | pos.CONJ)
        if not subject or not self.opens_group(i + 1) or not self._listed(i):
            return None
        if not bits & pos.VERBZ and not self._plural_before(i) and not self.sentence.headline:
            return None  # "a possible US attack"
        k = i + 1
        while (
            k < len(self.tags)
            and self.tags[k] & pos.ADV
            and not self.tags[k] & (NOMINAL | pos.DET)
            and k not in self.figures
        ):
            k += 1
        bits = self.tags[k]
        named = bits & pos.NAME and self.sentence.words[k][0].isupper()  # "US exports rose": no flower
        if named or bits & (pos.DET | pos.NUM | pos.POSSPRON) or k in self.figures:
            return Verb(i, i + 1, i, self.lemma_at(i), FINITE, False, False)
        if bits & ANY_VERB or (bits & NOMINAL and not self.sentence.headline):
            return None
        return Verb(i, i + 1, i, self.lemma_at(i), FINITE, False, False)

    def _happens(self, i: int, before: int) -> bool:
        """ "Two die in crash", "12 flee": behind many, a listed verb that needs no object, with no noun behind."""
        after = self.tags[i + 1] if i + 1 < len(self.tags) else pos.PUNCT
        bare = self.tags[i] & pos.VERB and not self.tags[i] & pos.NOUNS and before & (pos.NUM | pos.NOUNS)
        return bool(bare and after & (pos.PREP | pos.PUNCT | pos.CONJ)) and self._intransitive(self.lemma_at(i))

    def _in_frame(self, i: int, bits: int, before: int) -> bool:
        """Does what follows tell that a word which can be a noun is the verb?"""
        after = self.tags[i + 1] if i + 1 < len(self.tags) else pos.PUNCT
        if i + 1 in self.figures:
            return self._goes_on(i, bits, before) or self._numbers(i)
        return (
            self._says(i, bits, before) if after & pos.PUNCT else bool(after & pos.TO) and self._plans(i, bits, before)
        )

    def _says(self, i: int, bits: int, before: int) -> bool:
        """ "..., activists say.", "..., federal figures show": a verb of saying that ends what it tells."""
        if not before & NOMINAL:
            return False
        lemma = self.lemma_at(i)
        if lemma not in self.speech or lemma in self.texts:
            return False
        return bool(bits & pos.VERBZ or before & pos.NOUNS or lemma in self.roles.saying)

    def _numbers(self, i: int) -> bool:
        """ "the injured number 35": a verb of counting between those whom a word stands for and how many they are."""
        k = i - 1
        k -= k > 0 and bool(self.tags[k] & pos.ADV) and not self.tags[k] & pos.ADJ  # "the injured now number 35"
        told = k > 0 and self.tags[k - 1] & pos.DET and self.lower[k] in self.roles.befallen
        return bool(told) and self.lemma_at(i) in self.roles.counts

    def _goes_on(self, i: int, bits: int, before: int) -> bool:
        """ "will close 60 stores and axe 2,100 jobs": a bare verb before a figure, that shares a modal or "to"."""
        bare = bits & pos.VERB and before & pos.CONJ
        if not bare or self.lower[i - 1] not in self.roles.joining or not self._listed(i):
            return False
        shared = pos.MODAL | pos.TO
        return any(self.tags[j] & shared and self.tags[j + 1] & pos.VERB for j in range(max(0, i - SHARED), i - 1))

    def _plans(self, i: int, bits: int, before: int) -> bool:
        """ "the airline plans to shed 300 jobs": a verb that passes on the action of the one behind "to"."""
        to = i + 2 < len(self.tags) and self.tags[i + 2] & pos.VERB
        one = before & (NOMINAL | pos.PUNCT) and not before & pos.NOUNS
        return bool(bits & pos.VERBZ and to and one) and self.lemma_at(i) in self.roles.carrying

    def _in_relative(self, i: int, bits: int, before: int) -> bool:
        """ "a group that works in the north": right behind a relative pronoun, with a phrase to follow."""
        after = self.tags[i + 1] if i + 1 < len(self.tags) else pos.PUNCT
        relative = before & pos.REL and i > 1 and self.tags[i - 2] & (NOMINAL | pos.PUNCT)
        return bool(bits & pos.VERBZ and relative and after & pos.PREP)

    def _remains(self, i: int, bits: int, before: int) -> bool:
        """ "one sailor remains hospitalised": a linking verb before what its subject is."""
        if not bits & pos.VERBZ or not before & NOMINAL or self.lemma_at(i) not in self.roles.linking:
            return False
        after = self.tags[i + 1] if i + 1 < len(self.tags) else 0
        return bool(after & (pos.PARTICIPLE | pos.ADJ)) and not after & (pos.NOUN | pos.NOUNS)

    def _plural_before(self, i: int) -> bool:
        """Can what stands before a bare verb be its subject: a plural, even past a phrase ("raids in Chad kill")?"""
        plural = pos.NOUNS | pos.PRON | pos.REL
        for j in range(i - 1, max(-1, i - 7), -1):
            if self.tags[j] & plural:
                return True
            if self.tags[j] & pos.PREP:
                return j > 0 and bool(self.tags[j - 1] & plural)
            if self.tags[j] & (pos.PUNCT | pos.DET):
                return False
        return False

    def _listed(self, i: int) -> bool:
        """Does a table list the verb? A word that is more often a noun is a verb only then."""
        lemma = self.lemma_at(i)
        return lemma in self.actions or lemma in self.speech or lemma in self.phrases or lemma in self.roles.carrying

    @staticmethod
    def _determined(before: int) -> bool:
        """Does an article or possessive go before, so that a noun group goes on?"""
        return bool(before & _OWNING) and not before & _JOINING

    def _intransitive(self, lemma: str) -> bool:
        sense = self.actions.get(lemma)
        return sense is not None and not sense.transitive
