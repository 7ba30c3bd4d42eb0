"""Readings: one sentence with its clauses, times, places and sources, and what follows from them together."""

from figurecheck.extraction.attacks import deed_nouns
from figurecheck.extraction.attribution import may_tell, read_sources
from figurecheck.extraction.clauses import Clauses
from figurecheck.extraction.deeds import EVENT
from figurecheck.extraction.grammar import FINITE, GERUND, Verb
from figurecheck.extraction.names import Namer
from figurecheck.extraction.places import Place
from figurecheck.extraction.scenes import Scenes
from figurecheck.extraction.sentence import Sentence
from figurecheck.extraction.sources import Source
from figurecheck.extraction.time import Time


class Reading:
    """One sentence with all that its context is read from, each read when first asked for."""

    __slots__ = ("_clauses", "_deeds", "_figures", "_namer", "_scenes", "_sources", "_times", "rulebook", "sentence")

    def __init__(self, sentence: Sentence, figures: frozenset[int], scenes: Scenes) -> None:
        self.sentence = sentence
        self.rulebook = scenes.rulebook
        self._figures = figures
        self._scenes = scenes
        self._clauses: Clauses | None = None
        self._namer: Namer | None = None
        self._times: list[Time] | None = None
        self._sources: list[Source] | None = None
        self._deeds: list[int] | None = None

    @property
    def clauses(self) -> Clauses:
        """Its clauses, with regard to the figures in it."""
        if self._clauses is None:
            self._clauses = Clauses(self.sentence, self.rulebook, self._figures)
        return self._clauses

    @property
    def namer(self) -> Namer:
        """What names its noun groups."""
        if self._namer is None:
            self._namer = Namer(self.clauses, self.rulebook)
        return self._namer

    @property
    def times(self) -> list[Time]:
        """The times that the sentence gives, its dateline's aside."""
        if self._times is None:
            self._times = self._scenes.times_of(self.sentence)
        return self._times

    @property
    def places(self) -> list[Place]:
        """The places that it names."""
        return self._scenes.places_of(self.sentence)

    @property
    def sources(self) -> list[Source]:
        """Who says so."""
        if self._sources is None:
            told = may_tell(self.sentence, self.rulebook)
            self._sources = read_sources(self.clauses, self.namer, self.rulebook) if told else []
        return self._sources

    @property
    def deeds(self) -> list[int]:
        """The tokens of the nouns that name an attack."""
        if self._deeds is None:
            self._deeds = deed_nouns(self.clauses, self.rulebook)
        return self._deeds


def verb_before(reading: Reading, i: int) -> Verb | None:
    """The last verb group that ends before token i."""
    return next((verb for verb in reversed(reading.clauses.verbs) if verb.last <= i), None)


def told_then(reading: Reading, time: Time) -> bool:
    """Is it the time of telling: right after a word of saying ("said on Saturday"), with nobody's deed after it?"""
    clauses = reading.clauses
    behind = clauses.owner.get(time.last)
    if behind is not None and behind.lemma in clauses.roles.saying and behind.form is FINITE:
        return True  # "the ministry on Monday identified the dead"
    for i in range(time.first - 1, max(-1, time.first - 4), -1):
        verb = clauses.owner.get(i)
        if verb is not None:
            told = verb.lemma in clauses.speech or verb.lemma in clauses.roles.emerging
            return told and not clauses.opens_group(time.last)
    return False


def told_there(reading: Reading, place: Place) -> bool:
    """Is it the place of telling: right before or after a word of saying ("officials in Kyiv said")?"""
    clauses = reading.clauses
    for i in (place.last, place.first - 1):
        verb = clauses.owner.get(i)
        if (
            verb is not None
            and verb.lemma in clauses.speech
            and (verb.sense is None or verb.lemma in clauses.roles.saying)
        ):
            return True
    return False


def actor_in(reading: Reading) -> str | None:
    """Who acts in the first event that a sentence tells."""
    clauses, namer = reading.clauses, reading.namer
    for verb in clauses.verbs:
        if (
            verb.sense is None
            or not verb.sense.transitive
            or verb.sense.act.action not in EVENT
            or clauses.undergone(verb)
        ):
            continue
        main = clauses.main(verb) if verb.form is GERUND else verb
        if main is None or (main is not verb and main.passive):
            continue
        group = clauses.phrase(verb.last, "by") if verb.passive else clauses.subject(main)
        then = group is not None and group.first > 0 and clauses.lower[group.first - 1] in clauses.roles.sequel
        actor = None if then else namer.actor(group)
        if actor:
            return actor
    return None
