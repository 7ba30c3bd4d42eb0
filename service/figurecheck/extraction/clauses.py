"""A shallow parse of one sentence: verb groups with form and voice, and the noun groups around them."""

from enum import IntEnum
from functools import lru_cache
from typing import NamedTuple

from figurecheck.extraction.sentence import Sentence
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import words as pos
from figurecheck.rulebook.actions import VerbSense

NOMINAL = pos.NOUN | pos.NOUNS | pos.NAME
ANY_VERB = pos.VERB | pos.VERBZ | pos.PAST | pos.PARTICIPLE | pos.GERUND
CLOSED = (
    pos.DET
    | pos.PREP
    | pos.CONJ
    | pos.PRON
    | pos.AUX
    | pos.PUNCT
    | pos.REL
    | pos.MODAL
    | pos.NEG
    | pos.TO
    | pos.POSSPRON
    | pos.POSS
)
INSIDE = NOMINAL | pos.ADJ | pos.NUM | pos.DET | pos.POSS | pos.POSSPRON
"""What a noun group is made of."""
QUOTES = frozenset({'"', "“", "”", "``", "''", "‘", "’"})
REACH = 40
"""How many tokens a search for a subject or object goes, so that hostile text costs no more than ordinary text."""


class Form(IntEnum):
    """How a verb stands in its clause."""

    FINITE = 0
    GERUND = 1
    PARTICIPLE = 2
    INFINITIVE = 3


class Group(NamedTuple):
    """A noun group: its tokens [first, last) and its head."""

    first: int
    last: int
    head: int


class Verb:
    """A verb group: its tokens [first, last), its main verb, and what it says, if a table lists it."""

    __slots__ = ("first", "form", "last", "lemma", "main", "negated", "passive", "sense")

    def __init__(self, first: int, last: int, main: int, lemma: str, form: Form, passive: bool, negated: bool) -> None:
        self.first = first
        self.last = last
        self.main = main
        self.lemma = lemma
        self.form = form
        self.passive = passive
        self.negated = negated
        self.sense: VerbSense | None = None


@lru_cache(maxsize=8)
def _phrases(rulebook: Rulebook) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    """Verbs of several words by the first one: the other words, and the whole; the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase in rulebook.lexicon.actions.verbs:
        first, *rest = phrase.split(" ")
        if rest:
            found.setdefault(first, []).append((tuple(rest), phrase))
    return {
        first: tuple(sorted(entries, key=lambda entry: (-len(entry[0]), entry[1]))) for first, entries in found.items()
    }


@lru_cache(maxsize=1 << 14)
def verb_lemma(rulebook: Rulebook, word: str) -> str:
    """The infinitive of a verb form, or the word itself."""
    return rulebook.words.verb(word) or word


class Clauses:
    """The verbs of a sentence, in order, and the noun groups around any token."""

    __slots__ = (
        "actions",
        "adjectives",
        "days",
        "figures",
        "index",
        "lower",
        "owner",
        "phrases",
        "roles",
        "rulebook",
        "sentence",
        "speech",
        "tags",
        "times",
        "verbs",
    )

    def __init__(self, sentence: Sentence, rulebook: Rulebook, figures: frozenset[int]) -> None:
        self.sentence = sentence
        self.lower = sentence.lower
        self.tags = sentence.tags
        self.rulebook = rulebook
        self.index = rulebook.words
        self.roles = rulebook.roles
        self.actions = rulebook.lexicon.actions.verbs
        self.adjectives = rulebook.lexicon.actions.adjectives
        self.phrases = _phrases(rulebook)
        self.speech = rulebook.lexicon.attributions.verbs
        self.times = rulebook.calendar.dated
        self.days = rulebook.calendar.named
        self.figures = figures
        """Tokens at which a figure's quote begins."""
        self.owner: dict[int, Verb] = {}
        self.verbs = self._read()
        for verb in self.verbs:
            for i in range(verb.first, verb.last):
                self.owner[i] = verb

    # Verb groups

    def _read(self) -> list[Verb]:
        tags, found = self.tags, list[Verb]()
        i, n = 0, len(tags)
        while i < n:
            bits = tags[i]
            verb = None
            if bits & (pos.AUX | pos.MODAL):
                verb = self._auxiliary(i)
            elif bits & ANY_VERB and not bits & (pos.PREP | pos.CONJ | pos.DET | pos.PRON):
                verb = self._plain(i)
            elif bits & pos.TO and i + 1 < n:
                verb = self._infinitive(i)
            if verb is None:
                i += 1
                continue
            self._name(verb)
            found.append(verb)
            i = verb.last
        self._settle_first(found)
        return found

    def _settle_first(self, verbs: list[Verb]) -> None:
        """A first verb that can be a participle is finite where its clause has no other: "two trains collided"."""
        verb = next((one for one in verbs if one.form in (Form.FINITE, Form.PARTICIPLE)), None)
        if verb is None or verb.form is Form.FINITE or (verb.sense is not None and verb.sense.transitive):
            return
        if not self.tags[verb.main] & pos.PAST or "by" in self.lower[verb.last : verb.last + 2]:
            return
        following = next((one for one in verbs if one.first > verb.first and one.form is Form.FINITE), None)
        if following is None or "," in self.lower[verb.last : following.first]:
            verb.form, verb.passive = Form.FINITE, False

    def _auxiliary(self, i: int) -> Verb:
        """A group opened by an auxiliary or modal; with no main verb the auxiliary is the verb itself."""
        tags, lower = self.tags, self.lower
        be, negated, aux, j = False, False, i, i
        while j < len(tags) and j - i < 8:
            bits = tags[j]
            if bits & pos.NEG:
                negated = True
            elif bits & (pos.AUX | pos.MODAL):
                be, aux = lower[j] in self.roles.be, j
            elif not (bits & pos.ADV and not bits & (pos.DET | pos.NUM)) or j in self.figures:
                break
            j += 1
        else:
            return Verb(i, aux + 1, aux, self._lemma(aux), Form.FINITE, False, negated)
        bits = tags[j]
        wanted = (pos.PARTICIPLE | pos.GERUND) if be else (pos.VERB | pos.PARTICIPLE | pos.PAST)
        if bits & wanted and not bits & (pos.DET | pos.PREP | pos.NUM | pos.PRON) and not self._is_noun_here(j, be):
            passive = be and bool(bits & pos.PARTICIPLE) and not (bits & pos.GERUND)
            return Verb(i, j + 1, j, self._lemma(j), Form.FINITE, passive, negated)
        return Verb(i, aux + 1, aux, self._lemma(aux), Form.FINITE, False, negated)

    def _is_noun_here(self, j: int, be: bool) -> bool:
        """A word after "has" that opens a noun group ("has suspected links", "have attacks") is no main verb."""
        bits = self.tags[j]
        return not be and not bits & (pos.PARTICIPLE | pos.VERB | pos.PAST)

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
        return Verb(
            i, main + 1, main, self._lemma(main), Form.INFINITIVE, passive, i > 0 and bool(tags[i - 1] & pos.NEG)
        )

    def _plain(self, i: int) -> Verb | None:
        """A verb without auxiliary: finite past or present, a participle after its noun, or an -ing clause."""
        bits = self.tags[i]
        before = self.tags[i - 1] if i else pos.PUNCT
        if (
            i in self.figures
            or "-" in self.lower[i]
            or (bits & pos.NAME and not self.sentence.headline and not before & pos.PUNCT)
        ):
            return None
        if bits & pos.GERUND:
            return self._gerund(i, bits, before)
        if bits & (pos.PAST | pos.PARTICIPLE):
            return self._past(i, bits, before)
        return self._present(i, bits, before)

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
            and self._noun_at(i + 1)
            and not self.tags[i + 1] & pos.ADJ
            and self._lemma(i) not in self.actions
        ):
            return None  # "a rights monitoring group"
        return Verb(i, i + 1, i, self._lemma(i), Form.GERUND, False, False)

    def _past(self, i: int, bits: int, before: int) -> Verb | None:
        lemma = self._lemma(i)
        if (
            lemma in self.roles.linking
            and i + 1 < len(self.lower)
            and self.lower[i + 1] in self.adjectives
            and before & (NOMINAL | pos.NUM)
        ):
            return Verb(i, i + 1, i, lemma, Form.PARTICIPLE, True, False)  # "40 feared dead"
        if self._determined(before) or (
            bits & pos.PARTICIPLE and before & pos.NUM and not before & pos.PRON and self.opens_group(i + 1)
        ):
            return None  # "the wounded men", "two besieged towns"
        if before & pos.ADJ and not before & (NOMINAL | pos.ADV | ANY_VERB) and self._noun_at(i + 1):
            return None
        if before & pos.PREP and not before & (pos.CONJ | pos.PART):
            return None
        active = self.opens_group(i + 2 if self._particle(i) else i + 1) or self._intransitive(lemma)
        if bits & pos.PAST and not bits & pos.PARTICIPLE:
            active = True
        if active or lemma in self.speech:
            return Verb(i, i + 1, i, lemma, Form.FINITE, False, False)
        return Verb(i, i + 1, i, lemma, Form.PARTICIPLE, True, False)

    def _present(self, i: int, bits: int, before: int) -> Verb | None:
        if self._determined(before) or before & pos.TO or (before & pos.PREP and not before & pos.CONJ):
            return None
        if not bits & (pos.NOUN | pos.NOUNS | pos.ADJ | pos.ADV | pos.NAME):
            return Verb(i, i + 1, i, self._lemma(i), Form.FINITE, False, False)
        if (
            before & NOMINAL
            and self._lemma(i) in self.roles.saying
            and i + 1 < len(self.lower)
            and self.lower[i + 1] in QUOTES
        ):
            return Verb(i, i + 1, i, self._lemma(i), Form.FINITE, False, False)  # "Sky News estimates “at least ...”"
        if before & pos.ADV and not before & NOMINAL and i > 1:
            before = self.tags[i - 2]
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
            return Verb(i, i + 1, i, self._lemma(i), Form.FINITE, False, False)
        if bits & ANY_VERB or (bits & NOMINAL and not self.sentence.headline):
            return None
        return Verb(i, i + 1, i, self._lemma(i), Form.FINITE, False, False)

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
        return bool(before & (pos.DET | pos.POSS | pos.POSSPRON)) and not before & (pos.CONJ | pos.REL)

    def _intransitive(self, lemma: str) -> bool:
        sense = self.actions.get(lemma)
        return sense is not None and not sense.transitive

    def _lemma(self, i: int) -> str:
        return verb_lemma(self.rulebook, self.lower[i])

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
        verbs = self.actions
        if self._particle(verb.main):
            verb.lemma += " " + self.lower[verb.main + 1]
            verb.last = max(verb.last, verb.main + 2)
        elif self._split_particle(verb.main):
            verb.lemma += " " + self.lower[verb.main + 2]
            verb.last = max(verb.last, verb.main + 3)
        else:
            for rest, phrase in self.phrases.get(verb.lemma, ()):
                if self._follows(verb.last, rest):
                    verb.lemma = phrase
                    break
        verb.sense = verbs.get(verb.lemma)

    def _follows(self, i: int, rest: tuple[str, ...]) -> bool:
        """Do these words follow from token i on, with at most three other words of a noun group between them?"""
        skipped = 0
        for word in rest:
            while i < len(self.lower) and self.lower[i] != word and self.index.noun(self.lower[i]) != word:
                if skipped == 3 or i in self.figures or not self.tags[i] & (INSIDE | pos.ADV):
                    return False
                i, skipped = i + 1, skipped + 1
            if i == len(self.lower) or i in self.figures:
                return False
            i += 1
        return True

    # Noun groups

    def opens_group(self, i: int) -> bool:
        """Does a noun group, and no time ("Thursday"), start at i, adverbs aside?"""
        tags, n = self.tags, len(self.tags)
        for j in range(i, min(i + 3, n)):
            if j in self.figures:
                return True
            bits = tags[j]
            if self.is_time(j):
                return False
            if bits & (pos.DET | pos.NUM | pos.POSSPRON) or (bits & pos.PRON and not bits & pos.REL):
                return not bits & (pos.CONJ | pos.REL)
            if bits & (pos.PREP | pos.CONJ) and not bits & pos.DET:
                return False
            if bits & pos.ADV and not bits & NOMINAL:
                continue
            return bool(bits & (NOMINAL | pos.ADJ | pos.PARTICIPLE)) and not bits & (
                pos.PREP | pos.CONJ | pos.AUX | pos.MODAL | pos.PUNCT
            )
        return False

    def is_time(self, i: int) -> bool:
        """Is the token the name of a day or month?"""
        return self.lower[i] in self.times and (self.sentence.words[i][0].isupper() or self.lower[i] in self.days)

    def _noun_at(self, i: int) -> bool:
        return i < len(self.tags) and bool(self.tags[i] & NOMINAL) and not self.tags[i] & CLOSED

    def group_at(self, i: int) -> Group | None:
        """The noun group that starts at token i."""
        tags, n = self.tags, min(len(self.tags), i + REACH)
        head, j = -1, i
        while j < n:
            bits = tags[j]
            if j in self.owner and not (bits & NOMINAL and j == i):
                break
            if bits & (pos.PREP | pos.CONJ | pos.AUX | pos.MODAL | pos.REL | pos.PUNCT) and not bits & (
                NOMINAL | pos.DET | pos.NUM
            ):
                if not (
                    self.lower[j] == "."
                    and self.sentence.glued(j)
                    and j + 1 < n
                    and tags[j + 1] & pos.NAME
                    and len(self.lower[j - 1]) < 6
                ):
                    break
            elif bits & NOMINAL and not self.is_time(j):
                head = j
            elif bits & pos.PRON and not bits & (pos.DET | pos.NUM | pos.POSSPRON):
                if head < 0:
                    return Group(i, j + 1, j)
                break
            elif bits & (INSIDE | pos.PARTICIPLE | pos.GERUND) and not self.is_time(j):
                if head >= 0 and bits & (pos.DET | pos.POSSPRON):
                    break
                if bits & pos.NUM and head < 0:
                    head = j
            elif not (bits & pos.ADV and head < 0):
                break
            j += 1
        if head < 0:
            return None
        return Group(i, head + 1, head)

    def group_before(self, i: int) -> Group | None:
        """The noun group that ends right before token i."""
        tags, j = self.tags, i - 1
        floor = max(0, i - REACH)
        if j < 0 or not (tags[j] & (NOMINAL | pos.NUM | pos.PRON)) or j in self.owner:
            return None
        head = j
        if tags[j] & pos.PRON and not tags[j] & (NOMINAL | pos.NUM):
            return Group(j, j + 1, j)
        while j >= floor:
            bits = tags[j]
            if j in self.owner or (
                bits & (pos.PREP | pos.CONJ | pos.AUX | pos.MODAL | pos.REL | pos.PUNCT)
                and not bits & (NOMINAL | pos.DET | pos.NUM | pos.POSS)
            ):
                break
            if not bits & (INSIDE | pos.PARTICIPLE | pos.GERUND | pos.PRON | pos.ADJ) or self.is_time(j):
                break
            j -= 1
            if (bits & pos.DET and not bits & pos.NUM) or j + 1 in self.figures:
                break
        return Group(j + 1, head + 1, head) if j + 1 <= head else None

    def subject(self, verb: Verb) -> Group | None:
        """The noun group a verb is said of: to its left, past phrases, appositions and relative clauses."""
        tags, lower = self.tags, self.lower
        found: Group | None = None
        spare: Group | None = None
        ruling = self.owner.get(verb.first - 1)
        if verb.form is Form.INFINITIVE and ruling is not None and ruling.form is Form.FINITE:
            return self.subject(ruling)  # "Ukraine claimed to have downed"
        joined = False
        j = verb.first - 1
        floor = max(0, j - REACH)
        if j > floor and lower[j] == ",":
            j = self._past_apposition(j)
        while j >= floor:
            bits = tags[j]
            owner = self.owner.get(j)
            if owner is not None:
                if owner.form is Form.FINITE:
                    relative = self._relative_before(owner)
                    if relative is None:
                        if found is not None and found.first == owner.last and owner.lemma not in self.speech:
                            found = None  # the object of another verb
                        break
                    j, found = relative - 1, None
                    continue
                j, found = owner.first - 1, None
                continue
            if bits & pos.REL and not bits & pos.CONJ and found is None:
                return self._antecedent(j)
            if lower[j] == "that" and found is None:
                antecedent = self._antecedent(j)
                if antecedent is not None:
                    return antecedent
                break
            if bits & pos.PUNCT:
                if lower[j] == ")":
                    j = self._open_bracket(j) - 1
                    continue
                if found is not None and self._places_a_place(found, j):
                    found = None
                elif found is not None or lower[j] != ",":
                    break
            elif bits & pos.CONJ and not bits & pos.PREP:
                if found is None or lower[j] not in self.roles.joining:
                    if found is not None or not bits & pos.ADV:
                        break
                elif j - 1 in self.owner or not tags[j - 1] & (NOMINAL | pos.NUM | pos.ADJ):
                    break
                elif not tags[j - 1] & (NOMINAL | pos.NUM):
                    j -= 1  # "eastern and northern Syria"
                else:
                    joined = True
            elif bits & (pos.PREP | pos.TO) and not bits & pos.ADJ:
                if found is not None and bits & pos.CONJ:
                    break  # "as", "before", "after", "since" open the verb's own clause
                if found is not None and any(self.is_time(k) for k in range(j + 1, found.first)):
                    break  # "in October four men"
                found, spare = None, spare or found
            elif (
                bits & (NOMINAL | pos.NUM | pos.PRON | pos.DET | pos.ADJ) and not bits & pos.ADV and not self.is_time(j)
            ):
                if found is not None and not joined:
                    break
                group = self.group_before(j + 1)
                if group is not None:
                    found, joined = group, False
                    j = group.first
            j -= 1
        return found or self._unglued(spare)

    def _places_a_place(self, group: Group, comma: int) -> bool:
        """Is a name between commas only the nation or state of the place before it ("in Almera, Spain, ...")?"""
        if group.last - group.first > 2 or self.lower[comma] != "," or not self.tags[comma - 1] & pos.NAME:
            return False
        closed = group.last < len(self.lower) and self.lower[group.last] == ","
        nations = self.rulebook.lexicon.nations
        return closed and nations.is_place(self.sentence.slice(group.first, group.last))

    def _unglued(self, group: Group | None) -> Group | None:
        """The head of a group that a phrase before it has run into: "elsewhere in Syria rebels attacked"."""
        if group is None or self.tags[group.head] & pos.NAME:
            return None
        for i in range(group.head - 1, group.first - 1, -1):
            if self.tags[i] & pos.NAME:
                return Group(i + 1, group.last, group.head)
        return None

    def main(self, verb: Verb) -> Verb | None:
        """The finite verb that an -ing clause hangs on: the nearest before it in no relative clause, else the next."""
        for other in reversed(self.verbs):
            if other.first < verb.first and other.form is Form.FINITE and self._relative_before(other) is None:
                return other
        if verb.first > 2:
            return None
        return next((other for other in self.verbs if other.first > verb.first and other.form is Form.FINITE), None)

    def opens_clause(self, verb: Verb) -> bool:
        """Has a finite verb a subject of its own right before it?"""
        i = verb.first - 1
        return i >= 0 and bool(self.tags[i] & (NOMINAL | pos.PRON)) and not self.tags[i] & pos.CONJ

    def _past_apposition(self, comma: int) -> int:
        """From a comma before a verb to the token before the apposition it closes."""
        for j in range(comma - 1, max(-1, comma - 20), -1):
            if self.lower[j] == "," and j > 0 and self.tags[j - 1] & (NOMINAL | pos.NUM):
                age = (
                    self.tags[j - 1] & pos.NUM and not self.tags[j - 1] & NOMINAL and j > 2 and self.lower[j - 2] == ","
                )
                return j - 3 if age else j - 1
        return comma

    def _open_bracket(self, j: int) -> int:
        for k in range(j - 1, max(-1, j - REACH), -1):
            if self.lower[k] == "(":
                return k
        return j

    def _relative_before(self, verb: Verb) -> int | None:
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

    def _antecedent(self, j: int) -> Group | None:
        """The noun group before a relative pronoun at j, past a preposition and a comma."""
        k = j
        while k > 0 and (self.tags[k - 1] & pos.PREP or self.lower[k - 1] == ","):
            k -= 1
        return self.group_before(k)

    def object(self, verb: Verb) -> Group | None:
        """The noun group right after a verb that is active, adverbs aside."""
        j = verb.last
        while (
            j < len(self.tags)
            and self.tags[j] & pos.ADV
            and not self.tags[j] & (NOMINAL | pos.DET | pos.PREP)
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
            if (owner is not None and owner.form is not Form.PARTICIPLE) or self.lower[j] in (";", ":", "."):
                return None
        return None
