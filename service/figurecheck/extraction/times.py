"""Times in a sentence: the days that "on Thursday" or "over the weekend" mean, seen from the day of publication."""

from collections.abc import Sequence
from datetime import date

from figurecheck.extraction.cues import TIME, tokens_with
from figurecheck.extraction.sentence import Sentence
from figurecheck.extraction.time import Time
from figurecheck.extraction.timereader import TimeReader
from figurecheck.rulebook.calendar import Calendar


def read_times(sentence: Sentence, calendar: Calendar, published: date | None) -> list[Time]:
    """All expressions of time in a sentence, in order; relative ones are resolved against the day of publication."""
    return times_at(openings(sentence, calendar), sentence, calendar, published)


def openings(sentence: Sentence, calendar: Calendar) -> list[int]:
    """The tokens by which a sentence can give a time."""
    found = tokens_with(TIME, sentence.cues)
    return [i for i in found if sentence.lower[i] in calendar.terms or not _is_decade(sentence, i)]


def _is_decade(sentence: Sentence, i: int) -> bool:
    """ "1990s": the number is no year."""
    return sentence.lower[i + 1 : i + 2] == ["s"] and sentence.glued(i + 1)


def times_at(openings: Sequence[int], sentence: Sentence, calendar: Calendar, published: date | None) -> list[Time]:
    """The times that these tokens of a sentence give, in order."""
    if not openings:
        return []
    found: list[Time] = []
    reader = TimeReader(sentence, calendar, published)
    done = 0
    for i in openings:
        if i < done:
            continue
        time = reader.read(i, calendar.terms.get(sentence.lower[i]), done)
        if time:
            first, done, days = reader.spanned(*time)
            found.append(reader.framed(first, done, days))
    return found
