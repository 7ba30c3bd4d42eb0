"""Verbs of several words, and what each verb says: "carried out", "took 57 men into custody", "fatally shot"."""

from functools import lru_cache
from typing import Final

from figurecheck.extraction.deeds import CASUALTIES
from figurecheck.extraction.grammar import INSIDE, NOMINAL, Tokens, Verb
from figurecheck.extraction.sentence import Sentence
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import words as pos

SKIPPED: Final = 4
"""How many words of a noun group may stand between two words of such a verb."""
HEDGED: Final = 4
"""Within how many tokens of a figure's beginning its number stands."""
WAYS: Final = (["from"], ["to"])
WINDOW: Final = 8
"""Within how many tokens the second word of a verb of several words stands."""


Phrases = tuple[tuple[tuple[str, ...], str, str], ...]
"""The other words of a verb of several words, the whole, and the plural of the first of the other words."""
PLURALS: Final = {"fe": "ves", "y": "ies"}
"""How a plural ends that does not merely add an s, by how its singular does."""


@lru_cache(maxsize=8)
def _phrases(rulebook: Rulebook) -> dict[str, Phrases]:
    """Verbs of several words by the first one: the other words, and the whole; the longest first."""
    found: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for phrase in rulebook.lexicon.actions.verbs:
        first, *rest = phrase.split(" ")
        if rest:
            found.setdefault(first, []).append((tuple(rest), phrase, _plural(rest[0])))
    return {
        first: tuple(sorted(entries, key=lambda entry: (-len(entry[0]), entry[1]))) for first, entries in found.items()
    }


def _plural(noun: str) -> str:
    """The plural of a noun: "life" -> "lives", "job" -> "jobs"."""
    ending = next((one for one in PLURALS if noun.endswith(one)), "")
    return noun.removesuffix(ending) + PLURALS[ending] if ending else f"{noun}s"


class Phrasal(Tokens):
    """Gives the verb groups of one sentence their lemma, be it of several words, and their sense."""

    __slots__ = ("actions", "index", "phrases")

    def __init__(self, sentence: Sentence, rulebook: Rulebook, figures: frozenset[int]) -> None:
        super().__init__(sentence, rulebook, figures)
        self.index = rulebook.words
        self.actions = rulebook.lexicon.actions.verbs
        self.phrases = _phrases(rulebook)

    def lemma_at(self, i: int) -> str:
        word = self.lower[i]
        verb = self.index.verb(word) or word
        return self._stem(verb) if "-" in verb else verb

    def _stem(self, verb: str) -> str:
        """ "air-lift" -> "airlift", "re-arrest" -> "arrest": what says the same as a hyphenated verb; or itself."""
        head, _, last = verb.partition("-")
        if verb in self.actions or f"{head}{last}" in self.actions:
            return verb if verb in self.actions else f"{head}{last}"
        return last if head in self.index.prefixes and last in self.actions else verb

    def takes_particle(self, i: int) -> bool:
        return (
            i + 1 < len(self.tags)
            and bool(self.tags[i + 1] & pos.PART)
            and f"{self.lemma_at(i)} {self.lower[i + 1]}" in self.actions
        )

    def _split_particle(self, i: int) -> bool:
        """ "blew themselves up": a pronoun between a verb and its particle."""
        j = i + 2
        return (
            j < len(self.tags)
            and bool(self.tags[j - 1] & pos.PRON and self.tags[j] & pos.PART)
            and f"{self.lemma_at(i)} {self.lower[j]}" in self.actions
        )

    def name(self, verb: Verb) -> None:
        """Gives a verb its sense; a phrasal verb takes its particle in."""
        behind = self.tags[verb.main + 1] if verb.main + 1 < len(self.tags) else 0
        if behind & pos.PART and self.takes_particle(verb.main):
            particle = self.lower[verb.main + 1]
            verb.last = max(verb.last, verb.main + 2)
            longer = (one for one in self.phrases.get(verb.lemma, ()) if len(one[0]) > 1 and one[0][0] == particle)
            whole = (phrase for rest, phrase, _ in longer if self._follows(verb.last, rest[1:]))
            verb.lemma = next(whole, f"{verb.lemma} {particle}")  # "showed up at the hospital"
        elif behind & pos.PRON and self._split_particle(verb.main):
            verb.lemma += " " + self.lower[verb.main + 2]
            verb.last = max(verb.last, verb.main + 3)
        elif (phrases := self.phrases.get(verb.lemma)) is not None:
            verb.lemma = self._phrase(verb.last, phrases) or verb.lemma
        if verb.lemma in self.phrases and not verb.passive:
            verb.particle = self._apart(verb)
            verb.lemma += f" {self.lower[verb.particle]}" if verb.particle > 0 else ""
        if verb.negated and f"not {verb.lemma}" in self.actions:
            verb.lemma = f"not {verb.lemma}"  # "have not been found"
        verb.sense = self.actions.get(verb.lemma)
        if verb.sense is not None and verb.sense.act.action in CASUALTIES:
            beside = {self.lower[verb.main - 1] if verb.main else "", *self.lower[verb.last : verb.last + 1]}
            verb.sense = verb.sense if self.roles.fatal.isdisjoint(beside) else self.actions["kill"]  # "fatally shot"

    def _apart(self, verb: Verb) -> int:
        """The particle behind a verb's object ("shot 12 drones down"), which opens no phrase of its own; else -1."""
        counted = False
        for i, bits in enumerate(self.tags[verb.last : verb.last + WINDOW], verb.last):
            if counted and bits & pos.PART and f"{verb.lemma} {self.lower[i]}" in self.actions:
                after = i + 1
                phrase = after < len(self.tags) and (self.opens_group(after) or self.is_time(after))
                return -1 if phrase else i
            if not bits & (INSIDE | pos.NUM | pos.PRON) and i not in self.figures and self.lower[i] != "of":
                return -1
            counted = counted or bool(bits & (NOMINAL | pos.NUM | pos.PRON))
        return -1

    def _phrase(self, last: int, phrases: Phrases) -> str | None:
        """The lemma of several words that a verb is the first of, its other ones behind token `last`."""
        window = self.lower[last : last + WINDOW]
        for rest, phrase, plural in phrases:
            if (rest[0] in window or plural in window) and self._follows(last, rest):
                return phrase
        return None

    def _follows(self, i: int, rest: tuple[str, ...]) -> bool:
        """Do these words follow from token i on, with a few other words of a noun group between them?

        A phrase that says from where or to where may go before: "taken from the scene to an area hospital", "flown to
        the capital for surgery"; a figure may stand before the first of two, if that is a preposition: "took 57 men
        into custody", but not "reported 12 cases".
        """
        skipped, first = 0, rest[0]
        reaches = len(rest) > 1 and bool(self.index.tags(first) & pos.PREP)
        if self.lower[i : i + 1] in WAYS and first in self.lower[i + 1 : i + WINDOW]:
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
