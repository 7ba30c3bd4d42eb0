"""The opening of an article: its title and first sentences, and what they tell of its main event."""

from collections import Counter
from datetime import date
from functools import cached_property
from typing import Final

from figurecheck.extraction.deeds import CHARGED, EVENT
from figurecheck.extraction.fullnames import FullNames
from figurecheck.extraction.grammar import Verb
from figurecheck.extraction.part import Part
from figurecheck.extraction.place_names import is_name
from figurecheck.extraction.places import NATION, Place
from figurecheck.extraction.readings import Reading, actor_in, told_then, verb_before
from figurecheck.extraction.scenes import Scenes, dateline_of
from figurecheck.extraction.sentence import Sentence, read_sentence
from figurecheck.extraction.time import AT, Time
from figurecheck.model import When

OPENING: Final = 8
"""How many sentences are read for the place of the main event."""
LEAD: Final = 3
"""How many sentences, the title with them, are read for its actor and time and for who is charged."""


class Opening:
    """Who did what, where and when, as an article opens. All is read when first asked for.

    `body` is the article's body; `published` is the day of publication.
    """

    def __init__(self, body: Part, title: str | None, published: date | None) -> None:
        self.body = body
        self.text = body.text
        self.title = title
        self.rulebook = body.rulebook
        self.scenes = Scenes(body, published)
        self.names = FullNames(body.text, body.rulebook)
        self._readings: dict[Sentence, Reading] = {}

    def reading(self, sentence: Sentence, figures: frozenset[int] = frozenset()) -> Reading:
        """Clauses, times, places and sources of a sentence; `figures` are the tokens at which its figures begin."""
        return Reading(sentence, figures, self.scenes)

    def plain(self, sentence: Sentence) -> Reading:
        """The reading of a sentence with no regard to its figures, made once."""
        found = self._readings.get(sentence)
        if found is None:
            found = self._readings[sentence] = self.reading(sentence)
        return found

    @cached_property
    def opening(self) -> list[Sentence]:
        """The title and the first sentences of the body."""
        found = self.body.opening(OPENING)
        return [read_sentence(self.title, 0, len(self.title), self.rulebook), *found] if self.title else found

    @cached_property
    def lead(self) -> list[Reading]:
        """The readings of the title and of the first sentences."""
        return [self.plain(sentence) for sentence in self.opening[:LEAD]]

    def opens(self, start: int) -> bool:
        """Does a sentence of the body belong to the lead?"""
        spans = self.body.spans[: LEAD - 1]
        return bool(spans) and start < spans[-1][1]

    @cached_property
    def spared(self) -> bool:
        """Does the text tell of wounds, and of no death? Then who was shot was hurt."""
        lower, roles = f"{self.title or ''} {self.text}".lower(), self.rulebook.roles
        if any(word in lower for word in roles.harmless):
            return True
        return any(word in lower for word in roles.hurtful) and not any(word in lower for word in roles.deadly)

    @cached_property
    def places(self) -> list[list[Place]]:
        """The places of each sentence of the opening."""
        return [self.scenes.places_of(sentence) for sentence in self.opening]

    @cached_property
    def event_place(self) -> Place | None:
        """The narrowest place of the opening that a firm preposition sets; of two, the first."""
        return self._narrowest(self.places)

    @cached_property
    def lead_place(self) -> Place | None:
        """That of the title and the first sentences."""
        return self._narrowest(self.places[:LEAD])

    def _narrowest(self, places: list[list[Place]]) -> Place | None:
        told = [
            (self._cares(place), place)
            for i, (sentence, found) in enumerate(zip(self.opening, places, strict=False))
            if not self._turns(sentence)
            for place in found
            if place.firm and (i < LEAD or not self._cares(place))
        ]
        return max(told, key=lambda one: (not one[0], one[1].narrow), default=(False, None))[1]

    def _cares(self, place: Place) -> bool:
        """Are the hurt and the dead taken there? Only the lead makes a hospital the place of an event."""
        return place.name.rpartition(" ")[2].lower() in self.rulebook.roles.care

    def _turns(self, sentence: Sentence) -> bool:
        """Does a sentence turn to another event ("Earlier this week a raid ...")?"""
        return bool(sentence.lower) and sentence.lower[0] in self.rulebook.roles.other

    @cached_property
    def inside(self) -> dict[str, Place]:
        """For each wider place of the opening, the first narrower one that a sentence names beside it."""
        found: dict[str, Place] = {}
        for places in self.places:
            for place in places:
                for other in places:
                    if other.narrow > place.narrow > NATION and other.firm:
                        found.setdefault(place.name, other)
        return found

    @cached_property
    def nation(self) -> str | None:
        """The nation that most of the opening's places lie in, else the first one named, but for who acts."""
        firm = [place.name for places in self.places for place in places if place.firm]
        found = Counter(nation for name in firm if (nation := self._nation_of(name)))
        if found:
            return found.most_common(1)[0][0]
        words = (
            word
            for sentence in self.opening[:LEAD]
            for i, word in enumerate(sentence.words)
            if word[0].isupper() and len(word) > 1 and not self._of_somebody(sentence, i)
        )
        named = (nation for word in words if (nation := self._nation_of(word)))
        return next((nation for nation in named if nation != self.event_actor), None)

    def _nation_of(self, place: str) -> str | None:
        nations = self.rulebook.lexicon.nations
        found = (
            nations.nation_of_place(place)
            or nations.nation_of(place)
            or nations.nation_of_place(place.partition(" ")[0])
        )
        return None if found in nations.bodies else found

    @cached_property
    def named(self) -> frozenset[str]:
        """The names of the opening's places."""
        return frozenset(place.name for places in self.places for place in places)

    @cached_property
    def listed(self) -> str | None:
        """The first listed city, state or province that the lead names, wherever it stands."""
        places = self.rulebook.lexicon.nations.places
        sentences = ((sentence, dateline_of(sentence)) for sentence in self.opening[:LEAD])
        words = (
            sentence.words[i]
            for sentence, dateline in sentences
            for i in range(dateline, len(sentence))
            if sentence.lower[i] in places and sentence.words[i][0].isupper() and not self._of_somebody(sentence, i)
        )
        return next(words, None)

    def _of_somebody(self, sentence: Sentence, i: int) -> bool:
        """Is the word at token i a person's first name: "Transport Minister Aden Duale"?"""
        titled = i > 0 and sentence.lower[i - 1] in self.rulebook.roles.titles
        return titled and i + 1 < len(sentence) and is_name(sentence, i + 1)

    @cached_property
    def filed(self) -> str | None:
        """The listed city of the dateline, from where the copy was filed ("OSLO, April 24 (SNB) - ...")."""
        sentence = next(iter(self.body.opening(1)), None)
        if sentence is None or not dateline_of(sentence):
            return None
        last = next((i for i, word in enumerate(sentence.words) if not (word.isalpha() and word.isupper())), 0)
        name = sentence.slice(0, last).title() if last else ""
        return name if name and self.rulebook.lexicon.nations.is_place(name) else None

    @cached_property
    def event_actor(self) -> str | None:
        """Who acts in the first event that the lead tells."""
        accused = self.rulebook.roles.accused
        actors = (actor for reading in self.lead if (actor := actor_in(reading)))
        return next((actor for actor in actors if actor.lower() not in accused), None)

    @cached_property
    def event_when(self) -> When | None:
        """The day of the main event: the first of the lead that stands with a word of an event."""
        chosen = (one for one in self._days if self._of_event(*one))
        return next((time.when(reading.sentence) for reading, time in chosen), None)

    @cached_property
    def lead_when(self) -> When | None:
        """The first day of the lead that is not the time of telling."""
        return next((time.when(reading.sentence) for reading, time in self._days), None)

    @cached_property
    def _days(self) -> list[tuple[Reading, Time]]:
        return [
            (reading, time) for reading in self.lead for time in reading.times
            if time.one_day and time.role is AT and not told_then(reading, time)
        ]  # fmt: skip

    def _of_event(self, reading: Reading, time: Time) -> bool:
        """Does the verb before a time, or a noun that it has come from, tell of an event?"""
        verb = verb_before(reading, time.first)
        if verb is None:
            return False
        if verb.sense is not None and verb.sense.act.action in EVENT:
            return True
        return verb.lemma in self.rulebook.roles.happening

    @cached_property
    def accused(self) -> str | None:
        """The first person whom the opening names as charged, arrested or before a court."""
        court = self.rulebook.roles.court
        for reading in map(self.plain, self.opening):
            for verb in reading.clauses.verbs:
                charged = verb.sense is not None and verb.sense.act.action in CHARGED
                if charged or verb.lemma in court or self._faces_charges(reading, verb):
                    for group in (reading.clauses.subject(verb), reading.clauses.object(verb)):
                        name = reading.namer.full_name(group) if group else None
                        name = self.full(name) if name else None
                        if name and " " in name:
                            return name
        return None

    def _faces_charges(self, reading: Reading, verb: Verb) -> bool:
        """ "Smith is facing 10 counts of murder": what is faced is a charge."""
        group = reading.clauses.object(verb) if verb.lemma == "face" else None
        act = self.rulebook.lexicon.action_of_noun(reading.namer.head(group)) if group else None
        return act is not None and act.action in CHARGED

    def full(self, name: str) -> str:
        """A name as the article gives it at its fullest ("Zelensky" -> "Volodymyr Zelensky")."""
        return self.names.full(name)
