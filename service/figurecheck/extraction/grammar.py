"""The words of grammar: verb and noun groups, and what any reader of tokens asks of them."""

from enum import IntEnum
from typing import Final, NamedTuple

from figurecheck.extraction.sentence import Sentence
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import words as pos
from figurecheck.rulebook.actions import VerbSense

NOMINAL: Final = pos.NOUN | pos.NOUNS | pos.NAME
ANY_VERB: Final = pos.VERB | pos.VERBZ | pos.PAST | pos.PARTICIPLE | pos.GERUND
CLOSED: Final = (
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
INSIDE: Final = NOMINAL | pos.ADJ | pos.NUM | pos.DET | pos.POSS | pos.POSSPRON
"""What a noun group is made of."""
BREAKING: Final = pos.PREP | pos.CONJ | pos.AUX | pos.MODAL | pos.REL | pos.PUNCT
"""What ends a noun group, where it can be nothing within one."""
QUOTES: Final = frozenset({'"', "“", "”", "``", "''", "‘", "’"})
REACH: Final = 40
"""How many tokens a search for a subject or object goes, so that hostile text costs no more than ordinary text."""


_DETERMINING: Final = pos.DET | pos.NUM | pos.POSSPRON
_JOINING: Final = pos.CONJ | pos.REL
_LEADING: Final = pos.PREP | pos.CONJ
_GROUPED: Final = NOMINAL | pos.ADJ | pos.PARTICIPLE
_UNGROUPED: Final = _LEADING | pos.AUX | pos.MODAL | pos.PUNCT


class Form(IntEnum):
    """How a verb stands in its clause."""

    FINITE = 0
    GERUND = 1
    PARTICIPLE = 2
    INFINITIVE = 3


FINITE: Final = Form.FINITE
GERUND: Final = Form.GERUND
PARTICIPLE: Final = Form.PARTICIPLE
INFINITIVE: Final = Form.INFINITIVE
"""By these names they are found in a tenth of the time that Python 3.11 takes to find a member in its class."""


class Group(NamedTuple):
    """A noun group: its tokens [first, last) and its head."""

    first: int
    last: int
    head: int


class Verb:
    """A verb group: its tokens [first, last), its main verb, and what it says, if a table lists it.

    `particle` is the token of a particle behind its object ("shot 12 drones down"), -1 without one.
    """

    __slots__ = ("first", "form", "last", "lemma", "main", "negated", "particle", "passive", "sense")

    def __init__(self, first: int, last: int, main: int, lemma: str, form: Form, passive: bool, negated: bool) -> None:
        self.first = first
        self.last = last
        self.main = main
        self.lemma = lemma
        self.form = form
        self.passive = passive
        self.negated = negated
        self.particle = -1
        self.sense: VerbSense | None = None


class Tokens:
    """One sentence's tokens with the tables that tell what they can be; `figures` are those at which a quote begins."""

    __slots__ = (
        "days", "directions", "figures", "lower", "roles", "rulebook", "sentence", "speech", "tags", "terms", "times",
    )  # fmt: skip

    def __init__(self, sentence: Sentence, rulebook: Rulebook, figures: frozenset[int]) -> None:
        self.sentence = sentence
        self.lower = sentence.lower
        self.tags = sentence.tags
        self.rulebook = rulebook
        self.roles = rulebook.roles
        self.speech = rulebook.lexicon.attributions.verbs
        self.terms = rulebook.calendar.terms
        self.times = rulebook.calendar.dated
        self.days = rulebook.calendar.named
        self.directions = rulebook.calendar.directions
        self.figures = figures

    def opens_group(self, i: int) -> bool:
        """Does a noun group, and no time ("Thursday", "this year"), start at i, adverbs aside?"""
        for j, bits in enumerate(self.tags[i : i + 3], i):
            if j in self.figures:
                return not bits & pos.PAST  # "House prices doubled"
            if self.is_time(j) or (self.lower[j] in self.directions and self._turns(j)):
                return False
            if bits & _DETERMINING or (bits & pos.PRON and not bits & pos.REL):
                return not bits & _JOINING
            if bits & _LEADING and not bits & pos.DET:
                return False
            if bits & pos.ADV and not bits & NOMINAL:
                continue
            return bool(bits & _GROUPED) and not bits & _UNGROUPED
        return False

    def _turns(self, i: int) -> bool:
        """ "this year", "last night": a time by its direction, but no owner ("last year's crop")."""
        if i + 1 >= len(self.lower) or self.lower[i + 1] not in self.terms:
            return False
        return i + 2 >= len(self.tags) or not self.tags[i + 2] & (pos.POSS | NOMINAL)

    def is_time(self, i: int) -> bool:
        """Is the token the name of a day or month?"""
        return self.lower[i] in self.times and (self.sentence.words[i][0].isupper() or self.lower[i] in self.days)

    def noun_at(self, i: int) -> bool:
        return i < len(self.tags) and bool(self.tags[i] & NOMINAL) and not self.tags[i] & CLOSED
