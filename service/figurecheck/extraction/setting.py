"""Where and when: the place and time of one figure, from its sentence and the story."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise
from typing import Final

from figurecheck.extraction.deeds import ATTENDANT, FAR_AWAY, LINGERING, LIVE, MEASURED, TALLIED, UNPLACED
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.places import CITY, NATION, REGION, SPOT, Place, place_after
from figurecheck.extraction.readings import Reading, told_then, told_there
from figurecheck.extraction.story import Story
from figurecheck.extraction.time import AT, LIMIT, Time
from figurecheck.model import When, actions

BARRIERS: Final = frozenset({"(", ")", ";", ":"})
FAR: Final = 20
TAKEN: Final = 8
"""Within how many tokens behind the hurt "to" says where they were taken."""
APART: Final = 4
"""Tokens between a part of a day and its day."""


class Setting:
    """Finds places and times of the figures of one sentence."""

    __slots__ = ("_places", "_times", "joining", "placed", "reading", "story", "title")

    def __init__(self, reading: Reading, drafts: Iterable[Draft], story: Story, *, title: bool) -> None:
        self.reading = reading
        self.story = story
        self.title = title
        self.joining = story.rulebook.roles.joining
        self.placed = [draft.first for draft in drafts if draft.kind not in UNPLACED]
        self._places: list[Place] | None = None
        self._times: list[Time] | None = None

    @property
    def places(self) -> list[Place]:
        """The sentence's places, but for those where something was told."""
        if self._places is None:
            self._places = [place for place in self.reading.places if not told_there(self.reading, place)]
        return self._places

    @property
    def times(self) -> list[Time]:
        """The sentence's times, but for limits and for those when something was told."""
        if self._times is None:
            times = (time for time in self.reading.times if time.role is not LIMIT)
            self._times = [time for time in times if not told_then(self.reading, time)]
        return self._times

    def own_place(self, draft: Draft) -> Place | None:
        """The sentence's own place for a figure: a firm one, after the figure, the narrowest, the nearest."""
        places = self.places
        if not places:
            return None
        within = (place for place in places if draft.number_last <= place.first <= draft.group_last)
        named = next(within, None)  # "the three towns of ..."
        return named or max(
            places,
            key=lambda place: (
                place.firm,
                not self._parted(place, draft),
                place.first >= draft.last,
                place.narrow,
                -abs(place.first - draft.last),
            ),
        )

    def _parted(self, place: Place, draft: Draft) -> bool:
        """Does another figure or clause stand between: "In Almera 12 were held, and in Korbu 19"?"""
        low, high = min(place.last, draft.last), max(place.first, draft.first)
        if any(low <= figure < high and figure != draft.first for figure in self.placed):
            return True
        between = self.reading.clauses.lower[low:high]
        parts = (mark in BARRIERS or (mark == "," and word in self.joining) for mark, word in pairwise(between))
        return "than" in between or any(parts)

    def place(self, draft: Draft, own: Place | None, *, main: bool, past: bool) -> str | None:
        """Where it was, with the story's places for what the sentence leaves out."""
        story = self.story
        if draft.kind in UNPLACED:
            return None
        if own is None and self._countrywide():
            return story.nation
        if draft.action is actions.HOSPITALISE:
            return own.name if own else self._taken_to(draft)
        if draft.kind in MEASURED or (draft.kind in TALLIED and draft.action in ATTENDANT):
            return own.name if own else self._round_about()
        if draft.action not in LIVE:
            return own.name if own and not self._apart(own, draft) else self._by_the_way(draft)
        if not main:
            return own.name if own else story.nation if past else None
        if draft.action in FAR_AWAY:
            return own.name if own else None
        found = self._narrowed(own) if own else self._from_before()
        if own is None or own.firm:
            story.place = found
        return found

    def _apart(self, place: Place, draft: Draft) -> bool:
        """Is a place behind a figure that of another verb: "will cut 300 jobs and close plants in Ohio"?"""
        between, lower = range(draft.group_last, place.first), self.reading.clauses.lower
        return any(
            verb.first in between and lower[verb.first - 1] in self.joining for verb in self.reading.clauses.verbs
        )

    def _countrywide(self) -> bool:
        """ "nationwide", "across the country": is it the nation that the copy is set in?"""
        lower, roles = self.reading.clauses.lower, self.story.rulebook.roles
        if not roles.nationwide.isdisjoint(lower):
            return True
        if roles.homeland.isdisjoint(lower):
            return False
        at = (i for i, word in enumerate(lower) if i > 1 and word in roles.homeland)
        return any(lower[i - 1] == "the" and lower[i - 2] in roles.firm for i in at)

    def _taken_to(self, draft: Draft) -> str | None:
        """ "flown to Arequipa for surgery", "taken to Korbu General"."""
        sentence = self.reading.sentence
        ends = (i for i in range(draft.last, min(draft.last + TAKEN, len(sentence))) if sentence.lower[i] == "to")
        place = next((place_after(sentence, i, self.story.rulebook) for i in ends), None)
        return place.name if place is not None else None

    def _round_about(self) -> str | None:
        """The place of the last event told of in the same paragraph, for what stands around it."""
        start = self.reading.sentence.start
        paragraph = -1 if self.title else self.story.text.rfind("\n", 0, start)
        last = next((told for told in reversed(self.story.told) if told.main), None)
        return last.draft.place if last is not None and last.paragraph == paragraph else None

    def _by_the_way(self, draft: Draft) -> str | None:
        """The place of a figure that tells of something done, but of no event: that of the last event told of."""
        story = self.story
        if draft.action is actions.COST and not self._ruins():
            return self._round_about()
        if draft.action not in LINGERING:
            return None
        if story.place:
            return story.place
        return story.event_place.name if story.event_place else story.listed

    def _ruins(self) -> bool:
        """Does the sentence name damage, whose cost belongs to the event?"""
        noun = self.story.rulebook.lexicon.action_of_noun
        return any(
            (act := noun(word)) is not None and act.action is actions.DAMAGE for word in self.reading.sentence.lower
        )

    def _from_before(self) -> str | None:
        """The place of the sentence before, else that of the last event told of, else that of the main event."""
        story = self.story
        before = None if self.title else story.place_before(self.reading.sentence.start)
        if before is not None:
            return self._narrowed(before)
        if story.place:
            return story.place
        return story.event_place.name if story.event_place else story.listed or story.filed or story.nation

    def _narrowed(self, own: Place) -> str:
        """A place of the main event as narrowly as the opening gives it."""
        if own.narrow == SPOT:
            return own.name
        inner = self.story.inside.get(own.name)
        if inner is not None and own.narrow < inner.narrow:
            return inner.name
        event = self.story.event_place
        opens = self.title or self.story.opens(self.reading.sentence.start)
        if own.narrow > CITY:
            spot = event if opens and event is not None and event.narrow == SPOT and not event.landmark else None
            return spot.name if spot is not None else own.name  # "in a Marlow home", and then "on Elm Street"
        lead = self.story.lead_place if opens and own.part else None
        if lead is not None and lead.narrow > CITY:
            return lead.name  # "in northeast Nigeria", and then "near the village of"
        if event is None or event.narrow <= own.narrow or not (opens or own.name in self.story.named):
            return own.name
        if own.narrow == NATION and not opens:
            return own.name
        return (
            event.name
            if own.narrow == NATION
            or (own.narrow == REGION and opens and not own.part)
            or (event.narrow == SPOT and own.narrow <= CITY)
            else own.name
        )

    def when(self, draft: Draft) -> When | None:
        """The sentence's own time for a figure: at it rather than since then, one day rather than more, the nearest."""
        if draft.kind in UNPLACED or not self.reading.times:
            return None
        times = [time for time in self.times if self._is_its(time, draft)]
        if not times:
            return None
        best = times[0]
        if len(times) > 1:
            best = min(times, key=lambda time: (time.role, not time.one_day, self._distance(time, draft)))
        return self._with_day(best) or best.when(self.reading.sentence)

    def _is_its(self, time: Time, draft: Draft) -> bool:
        """Does a time long past belong to the figure: with no other figure between them?"""
        if self._is_recent(time.end):
            return True
        low, high = min(time.last, draft.last), max(time.first, draft.first)
        return not any(low <= figure < high and figure != draft.first for figure in self.reading.clauses.figures)

    def _is_recent(self, end: date | None) -> bool:
        return not self.story.is_old(end)

    def _with_day(self, part: Time) -> When | None:
        """A part of a day with the day named after it, be it that of telling: "overnight, he said on Thursday"."""
        sentence = self.reading.sentence
        if sentence.lower[part.last - 1] not in self.story.rulebook.calendar.alone:
            return None
        for time in self.reading.times:
            if time.one_day and time.role is AT and part.last <= time.first <= part.last + APART:
                day = time.when(sentence)
                joint = " " if time.first == part.last else " … "
                text = f"{sentence.slice(part.first, part.last)}{joint}{day.text}"
                return When(text=text, start=day.start, end=day.end)
        return None

    def is_recent(self, when: When | None) -> bool:
        """Is a time not known to be long before publication?"""
        return when is None or when.end is None or self._is_recent(date.fromisoformat(when.end))

    def _distance(self, time: Time, draft: Draft) -> int:
        """Tokens between a time and a figure; a bracket or stop between them puts them far apart."""
        low, high = min(time.last, draft.last), max(time.first, draft.first)
        barriers = sum(word in BARRIERS for word in self.reading.clauses.lower[low:high])
        return abs(time.first - draft.last) + FAR * barriers
