"""When and where the sentences of an article take place, each read once, and its day of publication."""

from datetime import date
from typing import Final

from figurecheck.extraction.part import Part
from figurecheck.extraction.places import Place, read_places
from figurecheck.extraction.sentence import Sentence
from figurecheck.extraction.time import Time
from figurecheck.extraction.times import openings, read_times, times_at

DATELINE: Final = 14
"""Up to which token of the body a dash closes its dateline."""
DASHES: Final = frozenset({"-", "–", "—", "--"})


class Scenes:
    """The times and places of an article's sentences; `given` is the day of publication, if it is known."""

    __slots__ = ("_dated", "_places", "_published", "_times", "body", "rulebook")

    def __init__(self, body: Part, given: date | None) -> None:
        self.body = body
        self.rulebook = body.rulebook
        self._published = given
        self._dated = given is not None
        self._places: dict[Sentence, list[Place]] = {}
        self._times: dict[Sentence, list[Time]] = {}

    def places_of(self, sentence: Sentence) -> list[Place]:
        """The places that a sentence names, read once."""
        found = self._places.get(sentence)
        if found is None:
            found = self._places[sentence] = read_places(sentence, self.rulebook)
        return found

    def times_of(self, sentence: Sentence) -> list[Time]:
        """The times that a sentence gives; its dateline's aside."""
        found = self.all_times(sentence)
        if not found or sentence.text is not self.body.text or sentence.start != self.body.spans[0][0]:
            return found
        dateline = dateline_of(sentence)
        return [time for time in found if not time.is_dateline and time.last > dateline]

    def all_times(self, sentence: Sentence) -> list[Time]:
        """The times that a sentence gives, read once; its dateline's too."""
        found = self._times.get(sentence)
        if found is None:
            calendar = self.rulebook.calendar
            at = openings(sentence, calendar)
            found = self._times[sentence] = times_at(at, sentence, calendar, self.published if at else None)
        return found

    @property
    def published(self) -> date | None:
        """The day of publication; where it was not given, the first full date of the opening."""
        if not self._dated:
            self._published, self._dated = self._first_date(), True
        return self._published

    def _first_date(self) -> date | None:
        for sentence in self.body.opening(2):
            for time in read_times(sentence, self.rulebook.calendar, None):
                if time.one_day:
                    return time.start
        return None


def dateline_of(sentence: Sentence) -> int:
    """How many tokens a dateline takes up ("OSLO, April 24 (SNB) - ..."); 0 where there is none."""
    opening = sentence.words[:DATELINE]
    if DASHES.isdisjoint(opening):
        return 0
    for i, word in enumerate(opening):
        if word in DASHES and not sentence.glued(i):
            return i + 1 if sentence.words[0].isupper() else 0
    return 0
