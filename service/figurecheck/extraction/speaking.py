"""Who says it: the attribution of one figure, by name as far as the story gives one."""

from functools import lru_cache
from typing import Final

from figurecheck.extraction.cues import TURN, tokens_with
from figurecheck.extraction.deeds import HURT
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.grammar import QUOTES
from figurecheck.extraction.readings import Reading
from figurecheck.extraction.sources import Source
from figurecheck.extraction.story import Story
from figurecheck.model import Attribution, Stance
from figurecheck.rulebook.roles import Roles

STATED: Final = Stance.STATED


@lru_cache(maxsize=4096)
def _attribution(speaker: str | None, stance: Stance) -> Attribution:
    """Made once for all figures of one speaker."""
    return Attribution(speaker=speaker, stance=stance)


class Speaking:
    """Finds the speakers of the figures of one sentence."""

    __slots__ = ("quoted", "reading", "roles", "start", "story", "title")

    def __init__(self, reading: Reading, story: Story, roles: Roles, *, title: bool) -> None:
        self.reading = reading
        self.story = story
        self.roles = roles
        self.title = title
        self.start = reading.sentence.start
        self.quoted = not QUOTES.isdisjoint(reading.clauses.lower)

    def of(self, draft: Draft) -> Attribution:
        """The first source that speaks of the figure, and how firmly."""
        covering = [source for source in self.reading.sources if source.covers(draft.first)]
        named = [source for source in covering if source.speaker]
        speaker: str | None = None
        if named:
            nearest = min(named, key=lambda one: self._distance(one, draft)) if len(named) > 1 else named[0]
            speaker = self._by_name(nearest)
        elif self.quoted and not self.title:
            speaker = None if self._describes(draft) else self._before()
        elif self.title:
            speaker = self._signature()
        elif draft.action in HURT:
            speaker = self.story.speaker_there(self.start)
        if speaker:
            speaker = self.story.full(speaker)
            self.story.speaker = speaker
        stance = self._stance(covering)
        if stance is STATED and not self.title and self.start in self.story.doubted:
            stance = Stance.UNCONFIRMED
        return _attribution(speaker, stance)

    def _signature(self) -> str | None:
        """The source that closes a title, its mark lost: "Raids kill 10 in camp NGO"."""
        words = self.reading.clauses.lower
        signed = words[-1] in self.roles.signing and words[-2:-1] not in (["a"], ["the"], ["by"])
        return (self.story.body_named or self.reading.sentence.words[-1]) if signed else None

    def _describes(self, draft: Draft) -> bool:
        """Is a figure part of what tells who speaks: "Smith, 43, said"; "said Smith, who lost two sons"?"""
        named = (source for source in self.reading.sources if source.speaker and source.own[1])
        return any(
            source.own[0] <= draft.first and (draft.first < source.own[1] or source.at < source.own[0])
            for source in named
        )

    def _distance(self, source: Source, draft: Draft) -> tuple[int, int, bool, int]:
        """How far a source is from a figure: words that turn to another speaker, its weight, where it began, tokens."""
        between = range(*sorted((source.at, draft.first)))
        turns = sum(turn in between for turn in tokens_with(TURN, self.reading.sentence.cues))
        return turns, -source.weight, source.first == 0, abs(source.at - draft.first)

    def _before(self) -> str | None:
        """Who spoke last before the sentence."""
        return self.story.speaker_before(self.start)

    @staticmethod
    def _stance(covering: list[Source]) -> Stance:
        """What is not merely stated by any source is what counts, the last of them first."""
        if not covering:
            return STATED
        return next((one.stance for one in reversed(covering) if one.stance is not STATED), STATED)

    def _by_name(self, source: Source) -> str | None:
        """The speaker by name, where the sentence gives only a pronoun or "a watchdog"."""
        if not source.bare:
            return source.speaker
        if source.speaker and source.speaker.lower() in self.roles.third:
            return None if self.title else self.story.speaker_before(self.start, meant=True) or self.story.speaker
        before = None if self.title else self.story.body_before(self.start)
        return before or self.story.body_named or source.speaker
