"""What the rest of an article gives to a sentence: what was told before, and who spoke last."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import takewhile
from typing import Final

from figurecheck.extraction.draft import Draft
from figurecheck.extraction.grammar import FINITE
from figurecheck.extraction.opening import OPENING, Opening
from figurecheck.extraction.part import Part
from figurecheck.extraction.places import REGION, Place
from figurecheck.extraction.readings import Reading, told_then
from figurecheck.extraction.scenes import dateline_of
from figurecheck.extraction.sentence import Sentence
from figurecheck.extraction.time import AT
from figurecheck.model import When

RECENT: Final = timedelta(days=60)
"""What took place longer ago is not what the article reports."""
LONGEST_WORD: Final = 24
"""How many letters before a name are read for what it names."""
BACK: Final = 600
"""How many characters before a sentence are read for who is speaking."""
SPEAKING: Final = 2
"""How many sentences are."""


@dataclass(slots=True)
class Told:
    """A figure that was read: with its own place, if its sentence names one; `open` where who did it is left out.

    `opens` where it stands in title or lead; `main` where it tells of the article's main event; `recent` where its
    sentence gives no day long before publication.
    """

    draft: Draft
    title: bool
    opens: bool
    main: bool
    place: Place | None
    open: bool
    recent: bool
    then: bool
    """Does its sentence speak of the time told of before ("during the same period")?"""
    paragraph: int
    """Where its paragraph begins in the body; -1 in a text without any."""
    before: When | None
    """The time that the sentence before gives, where its own gives none."""


class Story(Opening):
    """One article as its sentences need it, with the figures read so far.

    `body` is the article's body; `published` is the day of publication.
    """

    def __init__(self, body: Part, title: str | None, published: date | None) -> None:
        super().__init__(body, title, published)
        self.speaker: str | None = None
        """The last speaker named in the sentences read so far."""
        self.place: str | None = None
        """Where the last event told of took place."""
        self.told: list[Told] = []
        """The figures read so far, in order."""

    def before(self, start: int) -> Sentence | None:
        """The sentence before another one; none of another paragraph that has figures of its own."""
        number = self.body.number(start) - 1
        if number < 0:
            return None
        if self.body.kept(number) and "\n\n" in self.text[self.body.spans[number][1] : start]:
            return None
        return self.body.sentence(number)

    def place_before(self, start: int) -> Place | None:
        """The narrowest place that the sentence before names, if it is narrower than a region."""
        sentence = self.before(start)
        dateline = dateline_of(sentence) if sentence else 0
        found = self.scenes.places_of(sentence) if sentence else []
        places = [place for place in found if place.last > dateline]
        best = max(places, key=lambda place: (place.firm, place.narrow), default=None)
        return best if best is not None and best.narrow > REGION else None

    @cached_property
    def doubted(self) -> frozenset[int]:
        """Where the sentences begin of which the next one says that nobody could verify them."""
        text, roles, found = self.text, self.rulebook.roles, list[int]()
        at = text.find(roles.doubt)
        while at >= 0:
            number = self.body.number(at + 1) - 1
            if number > 0:
                (start, end), (begins, ends) = self.body.spans[number - 1 : number + 1]
                if "\n" not in text[end:begins] and any(words in text[begins:ends] for words in roles.unverified):
                    found.append(start)
            at = text.find(roles.doubt, at + 1)
        return frozenset(found)

    @cached_property
    def claimant(self) -> str | None:
        """Who claimed responsibility for the event."""
        roles, at = self.rulebook.roles, self.text.find(f" {self.rulebook.roles.owned}")
        number = self.body.number(at + 1) - 1 if at > 0 else -1
        if number < 0:
            return None
        reading = self.plain(self.body.sentence(number))
        lower = reading.clauses.lower
        i = lower.index(roles.owned) if roles.owned in lower else 0
        verb = reading.clauses.owner.get(i - 1)
        if verb is None or verb.passive or verb.negated or verb.lemma not in roles.claiming:
            return None
        group = reading.clauses.subject(verb)
        if group is None or lower[group.first] in roles.nobody:
            return None
        name = reading.namer.actor(group)
        return self.full(name) if name else None

    def is_force(self, name: str) -> bool:
        """Is it the name of a force that nobody wields, as the text first gives it: "typhoon Doksu"?"""
        if self.rulebook.words.known(name.lower()):
            return False
        before = self.text[: max(0, self.text.find(name))][-LONGEST_WORD:].split()
        return bool(before) and before[-1].lower() in self.rulebook.roles.blind

    def is_old(self, end: date | None) -> bool:
        """Does a time end long before publication?"""
        published = self.scenes.published
        return published is not None and end is not None and end < published - RECENT

    def when_before(self, start: int) -> When | None:
        """The first time that the sentence before gives, if it gives one."""
        sentence = self.before(start)
        times = self.scenes.all_times(sentence) if sentence else []
        dateline = dateline_of(sentence) if sentence else 0
        at = (
            time
            for time in times
            if time.last > dateline and time.role is AT and time.start is not None and not self.is_old(time.end)
        )
        return next(
            (time.when(sentence) for time in at if sentence and not told_then(self.plain(sentence), time)), None
        )

    def speaker_there(self, start: int) -> str | None:
        """Whom the sentence right before, of the same paragraph, opens with: "According to the agency, ..."."""
        number = self.body.number(start) - 1
        if number < 0 or "\n\n" in self.text[self.body.spans[number][1] : start]:
            return None
        sources = [source for source in self.plain(self.body.sentence(number)).sources if source.speaker]
        return sources[0].speaker if len(sources) == 1 and sources[0].at == 0 and not sources[0].bare else None

    def speaker_before(self, start: int, *, meant: bool = False) -> str | None:
        """Who spoke last before a sentence, in its own paragraph or the one before.

        `meant` where a pronoun stands for him: then whom the sentence before tells of counts as well.
        """
        for number in self._recent(start):
            reading = self.plain(self.body.sentence(number))
            named = [source.speaker for source in reading.sources if source.speaker and not source.bare]
            if named:
                return named[-1]
            if meant and "\n" not in self.text[self.body.spans[number][1] : start] and (told := self._person(reading)):
                return told
        return None

    def body_before(self, start: int) -> str | None:
        """The last body with a name that spoke right before: who "the group" is."""
        for number in self._recent(start):
            sources = self.plain(self.body.sentence(number)).sources
            bodies = [source.speaker for source in sources if source.speaker and source.body]
            if bodies:
                return bodies[-1]
        return None

    def _recent(self, start: int) -> Iterator[int]:
        """The numbers of the sentences before, the last first, that may tell who speaks."""
        paragraph = self.text.rfind("\n\n", 0, start)
        floor = max(start - BACK, self.text.rfind("\n\n", 0, max(0, paragraph)))
        number = self.body.number(start)
        near = range(number - 1, max(-1, number - 1 - SPEAKING), -1)
        return takewhile(lambda back: self.body.spans[back][1] > floor, near)

    @staticmethod
    def _person(reading: Reading) -> str | None:
        """The person that the first verb of a sentence is said of, by name."""
        verb = next((verb for verb in reading.clauses.verbs if verb.form is FINITE), None)
        group = reading.clauses.subject(verb) if verb is not None else None
        return reading.namer.person(group) if group is not None else None

    @cached_property
    def body_named(self) -> str | None:
        """The first body that the opening names as a source: who "a watchdog" is."""
        for sentence in self.body.opening(OPENING):
            for source in self.plain(sentence).sources:
                if source.speaker and source.body:
                    return source.speaker
        return None
