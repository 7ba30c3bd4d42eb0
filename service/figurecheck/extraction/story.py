"""What the rest of an article gives to a sentence: its day, its main event, full names, and who spoke last."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import islice

from figurecheck.extraction.attribution import Source, read_sources
from figurecheck.extraction.clauses import Clauses
from figurecheck.extraction.names import Namer
from figurecheck.extraction.places import NATION, Place, read_places
from figurecheck.extraction.sentence import Sentence, read_sentence
from figurecheck.extraction.sentences import around
from figurecheck.extraction.times import Role, Time, read_times
from figurecheck.model import Action, When
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook.lexicon import Abbreviations

OPENING = 8
"""How many sentences are read for the place of the main event."""
LEAD = 3
"""How many sentences are read for its actor, target and time."""
BACK = 600
"""How many characters before a sentence are read for who is speaking."""
NAME = re.compile(r"(?:(?:[A-Z][\w’'-]+|[A-Z]\.|[A-Z][a-z]{1,3}\.) )+$")
ACCUSED = 5
"""How many sentences are read for the name of who is charged."""
CHARGED = frozenset({Action.CHARGE, Action.ARREST})
EVENT = frozenset(
    {
        Action.KILL,
        Action.INJURE,
        Action.KILL_OR_INJURE,
        Action.ATTACK,
        Action.FIRE,
        Action.LAUNCH,
        Action.DESTROY,
        Action.CAPTURE,
    }
)


@dataclass(frozen=True, slots=True)
class Event:
    """The article's main event, as far as title and opening tell it."""

    actor: str | None = None
    target: str | None = None
    place: Place | None = None
    nation: str | None = None
    when: When | None = None


@dataclass(slots=True)
class Reading:
    """One sentence with all that its context is read from."""

    clauses: Clauses
    namer: Namer
    times: list[Time]
    places: list[Place]
    sources: list[Source]


class Story:
    """One article as its sentences need it. Everything is read when first asked for, from the title and the opening only.

    `text` is the plain text of the body; `published` is the day of publication.
    """

    def __init__(self, text: str, title: str | None, published: date | None, rulebook: Rulebook) -> None:
        self.text = text
        self.title = title
        self.rulebook = rulebook
        self.given = published
        self.speaker: str | None = None
        """The last speaker named in the sentences read so far."""
        self.place: str | None = None
        """Where the last event told of took place."""
        self._sentences: dict[int, Sentence] = {}
        self._full: dict[str, str] = {}

    def sentence(self, start: int, end: int) -> Sentence:
        """The sentence at text[start:end], read once."""
        found = self._sentences.get(start)
        if found is None:
            found = self._read(self.text, start, end)
            if len(self._sentences) < OPENING:
                self._sentences[start] = found
        return found

    def _read(self, text: str, start: int, end: int) -> Sentence:
        rulebook = self.rulebook
        return read_sentence(text, start, end, self.rulebook)

    def reading(self, sentence: Sentence, figures: frozenset[int] = frozenset()) -> Reading:
        """Clauses, times, places and sources of a sentence."""
        rulebook = self.rulebook
        clauses = Clauses(sentence, rulebook, figures)
        namer = Namer(clauses, rulebook)
        times = read_times(sentence, rulebook.calendar, self.published)
        places = read_places(sentence, rulebook.roles, rulebook.lexicon.nations, rulebook.calendar.dated)
        return Reading(clauses, namer, times, places, read_sources(clauses, namer, rulebook))

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """Where the sentences of the opening stand."""
        return list(islice(_sentences(self.text, 0, self.rulebook.lexicon.abbreviations), OPENING))

    @cached_property
    def opening(self) -> list[Sentence]:
        """The title and the first sentences of the body."""
        found = [self.sentence(start, end) for start, end in self.spans]
        return [self._read(self.title, 0, len(self.title)), *found] if self.title else found

    @cached_property
    def published(self) -> date | None:
        """The day of publication; where it was not given, the first full date of the opening."""
        if self.given is not None:
            return self.given
        for start, end in self.spans[:2]:
            for time in read_times(self.sentence(start, min(end, start + BACK)), self.rulebook.calendar, None):
                if time.one_day:
                    return time.start
        return None

    @cached_property
    def deadly(self) -> bool:
        """Does the text tell of a death? Else who was shot was hurt."""
        lower = f"{self.title or ''} {self.text}".lower()
        return any(word in lower for word in self.rulebook.roles.deadly) and not any(
            word in lower for word in self.rulebook.roles.harmless
        )

    @cached_property
    def event(self) -> Event:
        """The main event, from title and opening."""
        lead = [self.reading(sentence) for sentence in self.opening[:LEAD]]
        return Event(
            actor=self._first_actor(lead),
            target=None,
            place=self._place(),
            nation=self._nation(lead),
            when=self._when(lead),
        )

    def _first_actor(self, lead: Sequence[Reading]) -> str | None:
        for reading in lead:
            found = actor_in(reading)
            if found:
                return found
        return None

    @cached_property
    def places(self) -> list[list[Place]]:
        """The places of each sentence of the opening."""
        lexicon, roles, named = self.rulebook.lexicon, self.rulebook.roles, self.rulebook.calendar.dated
        return [read_places(sentence, roles, lexicon.nations, named) for sentence in self.opening]

    @cached_property
    def accused(self) -> str | None:
        """The first person whom the opening names as charged or arrested."""
        for sentence in self.opening[:ACCUSED]:
            reading = self.reading(sentence)
            for verb in reading.clauses.verbs:
                if verb.sense is not None and verb.sense.act.action in CHARGED:
                    for group in (reading.clauses.subject(verb), reading.clauses.object(verb)):
                        name = reading.namer.full_name(group) if group else None
                        if name:
                            return name
        return None

    def _place(self) -> Place | None:
        """The narrowest place of the opening that a firm preposition sets; of two, the first."""
        best: Place | None = None
        for places in self.places:
            for place in places:
                if place.firm and (best is None or place.narrow > best.narrow):
                    best = place
        return best

    @cached_property
    def inside(self) -> dict[str, Place]:
        """For each wider place of the opening, the first narrower one that a sentence names beside it."""
        found: dict[str, Place] = {}
        for places in self.places:
            for place in places:
                for other in places:
                    if other.narrow > place.narrow and place.narrow > NATION and other.firm:
                        found.setdefault(place.name, other)
        return found

    def _nation(self, lead: Sequence[Reading]) -> str | None:
        """The nation that most of the opening's places lie in, else the first one named."""
        nations = self.rulebook.lexicon.nations
        found = Counter(nation for places in self.places for place in places if (nation := self._nation_of(place.name)))
        if found:
            return found.most_common(1)[0][0]
        for reading in lead:
            for word in reading.clauses.sentence.words:
                if word[0].isupper():
                    nation = nations.nation_of(word) or nations.nation_of_place(word)
                    if nation:
                        return nation
        return None

    def _nation_of(self, place: str) -> str | None:
        nations = self.rulebook.lexicon.nations
        return (
            nations.nation_of_place(place)
            or nations.nation_of(place)
            or nations.nation_of_place(place.partition(" ")[0])
        )

    def opens(self, start: int) -> bool:
        """Does a sentence of the body belong to the lead?"""
        spans = self.spans[:LEAD]
        return bool(spans) and start < spans[-1][1]

    def _when(self, lead: Sequence[Reading]) -> When | None:
        for reading in lead:
            for time in reading.times:
                if time.one_day and time.role is Role.AT and not told_then(reading, time):
                    return time.when(reading.clauses.sentence)
        return None

    def full(self, name: str) -> str:
        """A name as the article gives it at its fullest ("Zelensky" -> "Volodymyr Zelensky")."""
        found = self._full.get(name)
        if found is None:
            found = self._full[name] = self._fullest(name) if self._is_surname(name) else name
        return found

    def _is_surname(self, name: str) -> bool:
        """Can the name be the last word of a longer one?"""
        return (
            " " not in name
            and name[:1].isupper()
            and not name.isupper()
            and self.rulebook.lexicon.nation_of(name) is None
        )

    def _fullest(self, name: str) -> str:
        """The first mention with a first name before it; three mentions are looked at."""
        at = 0
        for _ in range(4):
            at = self.text.find(name, at)
            if at < 0:
                break
            before = NAME.search(self.text[max(0, at - 60) : at])
            if before:
                return self._untitled(before.group() + name) or name
            at += len(name)
        return name

    def _untitled(self, name: str) -> str:
        words = name.split(" ")
        lexicon, titles = self.rulebook.lexicon, self.rulebook.roles.titles
        last = 0
        for i, word in enumerate(words[:-1]):
            if (
                word.lower().rstrip(".") in titles
                or lexicon.nation_of(word)
                or self.rulebook.words.tags(word.lower()) == 0
            ):
                last = i + 1
        return " ".join(words[last:])

    def speaker_before(self, start: int) -> str | None:
        """Who spoke last before a sentence, in its own paragraph or the one before."""
        low = max(0, start - BACK)
        before = self.text[low:start]
        cut = before.rfind("\n\n", 0, max(0, before.rfind("\n\n")))
        before = before[cut + 2 :] if cut >= 0 else before
        spans = list(_sentences(before, 0, self.rulebook.lexicon.abbreviations))
        for left, right in reversed(spans[-4:]):
            sources = self.reading(self._read(before, left, right)).sources
            named = [source.speaker for source in sources if source.speaker and not source.bare]
            if named:
                return named[-1]
        return None

    @cached_property
    def body_named(self) -> str | None:
        """The first body that the opening names as a source: who "a watchdog" is."""
        for start, end in self.spans:
            for source in self.reading(self.sentence(start, end)).sources:
                if source.speaker and source.body:
                    return source.speaker
        return None


def _sentences(text: str, at: int, abbreviations: Abbreviations) -> Iterator[tuple[int, int]]:
    """The sentences of a text from an offset on."""
    while at < len(text):
        start, end = around(text, at, at, abbreviations)
        if start < end:
            yield start, end
        at = max(end, at + 1)


def told_then(reading: Reading, time: Time) -> bool:
    """Is it the time of telling: right after a word of saying ("said on Saturday")?"""
    owner = reading.clauses.owner
    for i in range(time.first - 1, max(-1, time.first - 4), -1):
        verb = owner.get(i)
        if verb is not None:
            return verb.lemma in reading.clauses.speech
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
