"""Readings: one sentence with its clauses, times, places and sources, and what follows from them together."""

from dataclasses import dataclass

from figurecheck.extraction.attribution import Source
from figurecheck.extraction.clauses import Clauses
from figurecheck.extraction.deeds import EVENT
from figurecheck.extraction.grammar import Verb
from figurecheck.extraction.names import Namer
from figurecheck.extraction.places import Place
from figurecheck.extraction.times import Time


@dataclass(slots=True)
class Reading:
    """One sentence with all that its context is read from."""

    clauses: Clauses
    namer: Namer
    times: list[Time]
    places: list[Place]
    sources: list[Source]


def verb_before(reading: Reading, i: int) -> Verb | None:
    """The last verb group that ends before token i."""
    return next((verb for verb in reversed(reading.clauses.verbs) if verb.last <= i), None)


def told_then(reading: Reading, time: Time) -> bool:
    """Is it the time of telling: right after a word of saying ("said on Saturday"), with nobody's deed after it?"""
    clauses = reading.clauses
    for i in range(time.first - 1, max(-1, time.first - 4), -1):
        verb = clauses.owner.get(i)
        if verb is not None:
            return verb.lemma in clauses.speech and not clauses.opens_group(time.last)
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
        if verb.sense is None or not verb.sense.transitive or verb.sense.act.action not in EVENT:
            continue
        group = clauses.phrase(verb.last, "by") if verb.passive else clauses.subject(verb)
        actor = namer.actor(group)
        if actor:
            return actor
    return None
