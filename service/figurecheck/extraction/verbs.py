"""The verb groups of one sentence: form, voice and particles."""

from functools import lru_cache
from itertools import pairwise

from figurecheck.extraction.cues import VERB, tokens_with
from figurecheck.extraction.deeds import CASUALTIES
from figurecheck.extraction.grammar import (
    ANY_VERB,
    FINITE,
    GERUND,
    INFINITIVE,
    INSIDE,
    NOMINAL,
    PARTICIPLE,
    QUOTES,
    Tokens,
    Verb,
)
from figurecheck.extraction.sentence import Sentence
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import words as pos

SKIPPED = 4
"""How many words of a noun group may stand between two words of such a verb."""
HEDGED = 4
"""Within how many tokens of a figure's beginning its number stands."""
WINDOW = 8
"""Within how many tokens the second word of a verb of several words stands."""


Phrases = tuple[tuple[tuple[str, ...], str], ...]


@lru_cache(maxsize=8)
def _phrases(rulebook: Rulebook) -> dict[str, Phrases]:
    """Verbs of several words by the first one: the other words, and the whole; the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase in rulebook.lexicon.actions.verbs:
        first, *rest = phrase.split(" ")
        if rest:
            found.setdefault(first, []).append((tuple(rest), phrase))
    return {
        first: tuple(sorted(entries, key=lambda entry: (-len(entry[0]), entry[1]))) for first, entries in found.items()
    }


_HELPING = pos.AUX | pos.MODAL
_FUNCTION = pos.PREP | pos.CONJ | pos.DET | pos.PRON
_QUANTIFYING = pos.DET | pos.NUM
_PERFECT = pos.PAST | pos.PARTICIPLE
_AFTER_BE = pos.PARTICIPLE | pos.GERUND
_AFTER_HAVE = pos.VERB | _PERFECT
_NO_VERB = pos.DET | pos.PREP | pos.NUM | pos.PRON
_OWNING = pos.DET | pos.POSS | pos.POSSPRON
_JOINING = pos.CONJ | pos.REL
_NOMINAL_TOO = pos.NOUN | pos.NOUNS | pos.ADJ | pos.ADV | pos.NAME


class VerbReader(Tokens):
    """Reads the verb groups of a sentence from left to right."""

    __slots__ = ("actions", "adjectives", "index", "objects", "phrases")

    def __init__(self, sentence: Sentence, rulebook: Rulebook, figures: frozenset[int]) -> None:
        super().__init__(sentence, rulebook, figures)
        self.index = rulebook.words
        self.actions = rulebook.lexicon.actions.verbs
        self.adjectives = rulebook.lexicon.actions.adjectives
        self.objects = rulebook.lexicon.actions.objects
        self.phrases = _phrases(rulebook)

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
                verb = self._plain(i, bits)
            elif bits & pos.TO and i + 1 < n:
                verb = self._infinitive(i)
            if verb is not None:
                self._name(verb)
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
        if self._held(verb.main):
            return
        if not self.tags[verb.main] & pos.PAST or "by" in self.lower[verb.last : verb.last + 2]:
            return
        following = next((one for one in verbs if one.first > verb.first and one.form is FINITE), None)
        if following is None or "," in self.lower[verb.last : following.first]:
            verb.form, verb.passive = FINITE, False

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
            elif not bits & pos.ADV or bits & _QUANTIFYING or j in self.figures:
                if bits & (_AFTER_BE if be else _AFTER_HAVE) and not bits & _NO_VERB:
                    passive = be and bool(bits & pos.PARTICIPLE) and not bits & pos.GERUND
                    return Verb(i, j + 1, j, self._lemma(j), FINITE, passive, negated)
                break
        return Verb(i, aux + 1, aux, self._lemma(aux), FINITE, False, negated)

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
        return Verb(i, main + 1, main, self._lemma(main), INFINITIVE, passive, i > 0 and bool(tags[i - 1] & pos.NEG))

    def _plain(self, i: int, bits: int) -> Verb | None:
        """A verb without auxiliary: finite past or present, a participle after its noun, or an -ing clause."""
        before = self.tags[i - 1] if i else pos.PUNCT
        if (
            i in self.figures
            or "-" in self.lower[i]
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
        if bits & pos.NOUN and not self.opens_group(i + 1) and not self._particle(i):
            return None
        if (
            bits & pos.NOUN
            and before & NOMINAL
            and self.noun_at(i + 1)
            and not self.tags[i + 1] & pos.ADJ
            and self._lemma(i) not in self.actions
        ):
            return None  # "a rights monitoring group"
        return Verb(i, i + 1, i, self._lemma(i), GERUND, False, False)

    def _past(self, i: int, bits: int, before: int) -> Verb | None:
        lemma = self._lemma(i)
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
        ):
            return None  # "the wounded men", "two besieged towns"
        if before & pos.ADJ and not before & (NOMINAL | pos.ADV | ANY_VERB) and self.noun_at(i + 1):
            return None
        if before & pos.PREP and not before & (pos.CONJ | pos.PART):
            return None
        active = self._has_object(i) or self._intransitive(lemma)
        if bits & pos.PAST and (not bits & pos.PARTICIPLE or self._whom(i)):
            active = True
        by = self.lower[i + 1 : i + 2] == ["by"]  # "hostages released by rebels"
        if active or (lemma in self.speech and not by and not self._held(i)):
            return Verb(i, i + 1, i, lemma, FINITE, False, False)
        return Verb(i, i + 1, i, lemma, PARTICIPLE, True, False)

    def _whom(self, i: int) -> bool:
        """ "the men whom rebels killed": one word for who did it between a relative pronoun and the verb."""
        relative = self.tags[i - 2] if i > 1 else 0
        return bool(relative & pos.REL and self.tags[i - 1] & NOMINAL) and not relative & pos.CONJ

    def _held(self, i: int) -> bool:
        """ "Two held after raid": right behind a number, what a verb that means another thing of some objects says."""
        number = i > 0 and self.tags[i - 1] & pos.NUM and not self.tags[i - 1] & pos.PRON
        return bool(number) and self._lemma(i) in self.objects and not self._has_object(i)

    def _has_object(self, i: int) -> bool:
        """Does a noun group follow that the verb can govern: no verb with an object of its own ("the men killed
        included a guard")?"""
        j = i + 2 if self._particle(i) else i + 1
        if not self.opens_group(j):
            return False
        following = self.tags[j + 1] if j + 1 < len(self.tags) else 0
        governs = following & (pos.DET | pos.POSSPRON) or j + 1 in self.figures
        return not (self.tags[j] & pos.PAST and governs and j not in self.figures)

    def _present(self, i: int, bits: int, before: int) -> Verb | None:
        if self._determined(before) or before & pos.TO or (before & pos.PREP and not before & pos.CONJ):
            return None
        if not bits & _NOMINAL_TOO:
            return Verb(i, i + 1, i, self._lemma(i), FINITE, False, False)
        if (
            before & NOMINAL
            and self._lemma(i) in self.roles.saying
            and i + 1 < len(self.lower)
            and self.lower[i + 1] in QUOTES
        ):
            return Verb(i, i + 1, i, self._lemma(i), FINITE, False, False)  # "Sky News estimates “at least ...”"
        if self._happens(i, before):
            return Verb(i, i + 1, i, self._lemma(i), FINITE, False, False)
        if before & pos.ADV and not before & NOMINAL and i > 1:
            before = self.tags[i - 2]
        if self._remains(i, bits, before):
            return Verb(i, i + 1, i, self._lemma(i), FINITE, False, False)
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
        if bits & (pos.DET | pos.NUM | pos.NAME | pos.POSSPRON) or k in self.figures:
            return Verb(i, i + 1, i, self._lemma(i), FINITE, False, False)
        if bits & ANY_VERB or (bits & NOMINAL and not self.sentence.headline):
            return None
        return Verb(i, i + 1, i, self._lemma(i), FINITE, False, False)

    def _happens(self, i: int, before: int) -> bool:
        """ "Two die in crash", "12 flee": behind many, a listed verb that needs no object, with no noun behind."""
        after = self.tags[i + 1] if i + 1 < len(self.tags) else pos.PUNCT
        bare = self.tags[i] & pos.VERB and not self.tags[i] & pos.NOUNS and before & (pos.NUM | pos.NOUNS)
        return bool(bare and after & (pos.PREP | pos.PUNCT | pos.CONJ)) and self._intransitive(self._lemma(i))

    def _remains(self, i: int, bits: int, before: int) -> bool:
        """ "one sailor remains hospitalised": a linking verb before what its subject is."""
        if not bits & pos.VERBZ or not before & NOMINAL or self._lemma(i) not in self.roles.linking:
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
        lemma = self._lemma(i)
        return lemma in self.actions or lemma in self.speech or lemma in self.phrases or lemma in self.roles.carrying

    @staticmethod
    def _determined(before: int) -> bool:
        """Does an article or possessive go before, so that a noun group goes on?"""
        return bool(before & _OWNING) and not before & _JOINING

    def _intransitive(self, lemma: str) -> bool:
        sense = self.actions.get(lemma)
        return sense is not None and not sense.transitive

    def _lemma(self, i: int) -> str:
        word = self.lower[i]
        return self.index.verb(word) or word

    def _particle(self, i: int) -> bool:
        return (
            i + 1 < len(self.tags)
            and bool(self.tags[i + 1] & pos.PART)
            and f"{self._lemma(i)} {self.lower[i + 1]}" in self.actions
        )

    def _split_particle(self, i: int) -> bool:
        """ "blew themselves up": a pronoun between a verb and its particle."""
        j = i + 2
        return (
            j < len(self.tags)
            and bool(self.tags[j - 1] & pos.PRON and self.tags[j] & pos.PART)
            and f"{self._lemma(i)} {self.lower[j]}" in self.actions
        )

    def _name(self, verb: Verb) -> None:
        """Gives a verb its sense; a phrasal verb takes its particle in."""
        behind = self.tags[verb.main + 1] if verb.main + 1 < len(self.tags) else 0
        if behind & pos.PART and self._particle(verb.main):
            particle = self.lower[verb.main + 1]
            verb.last = max(verb.last, verb.main + 2)
            longer = (one for one in self.phrases.get(verb.lemma, ()) if len(one[0]) > 1 and one[0][0] == particle)
            whole = (phrase for rest, phrase in longer if self._follows(verb.last, rest[1:]))
            verb.lemma = next(whole, f"{verb.lemma} {particle}")  # "showed up at the hospital"
        elif behind & pos.PRON and self._split_particle(verb.main):
            verb.lemma += " " + self.lower[verb.main + 2]
            verb.last = max(verb.last, verb.main + 3)
        elif (phrases := self.phrases.get(verb.lemma)) is not None:
            verb.lemma = self._phrase(verb.last, phrases) or verb.lemma
        verb.sense = self.actions.get(verb.lemma)
        if verb.sense is not None and verb.sense.act.action in CASUALTIES:
            beside = {self.lower[verb.main - 1] if verb.main else "", *self.lower[verb.last : verb.last + 1]}
            verb.sense = verb.sense if self.roles.fatal.isdisjoint(beside) else self.actions["kill"]  # "fatally shot"

    def _phrase(self, last: int, phrases: Phrases) -> str | None:
        """The lemma of several words that a verb is the first of, its other ones behind token `last`."""
        window = self.lower[last : last + WINDOW]
        for rest, phrase in phrases:
            if (rest[0] in window or f"{rest[0]}s" in window) and self._follows(last, rest):
                return phrase
        return None

    def _follows(self, i: int, rest: tuple[str, ...]) -> bool:
        """Do these words follow from token i on, with a few other words of a noun group between them?

        A phrase that says from where may go before: "taken from the scene to an area hospital"; a figure may stand
        before the first of two, if that is a preposition: "took 57 men into custody", but not "reported 12 cases".
        """
        skipped, first = 0, rest[0]
        reaches = len(rest) > 1 and bool(self.index.tags(first) & pos.PREP)
        if self.lower[i : i + 1] == ["from"] and first in self.lower[i : i + WINDOW]:
            i = self.lower.index(first, i)
        if reaches and i in self.figures:
            i = next((k for k in range(i, min(i + HEDGED, len(self.tags))) if self.tags[k] & pos.NUM), i)
        for word in rest:
            while i < len(self.lower) and self.lower[i] != word and self.index.noun(self.lower[i]) != word:
                figure = i in self.figures and not (reaches and word == first)
                if skipped == SKIPPED or figure or not self.tags[i] & (INSIDE | pos.ADV | pos.NUM):
                    return False
                i, skipped = i + 1, skipped + 1
            if i == len(self.lower) or i in self.figures:
                return False
            i += 1
        return True
