"""Times in a sentence: the days that "on Thursday" or "over the weekend" mean, seen from the day of publication."""

import re
from collections.abc import Iterator
from datetime import date

from figurecheck.extraction.sentence import Sentence
from figurecheck.extraction.time import Time
from figurecheck.extraction.timereader import TimeReader, is_year
from figurecheck.rulebook.calendar import Calendar

YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")


def read_times(sentence: Sentence, calendar: Calendar, published: date | None) -> list[Time]:
    """All expressions of time in a sentence, in order; relative ones are resolved against the day of publication."""
    return list(_scan(sentence, calendar, published))


def has_times(sentence: Sentence, calendar: Calendar) -> bool:
    """Whether a sentence can give a time at all."""
    found = YEAR.search(sentence.text, sentence.start, sentence.end) is not None
    return found or not calendar.terms.keys().isdisjoint(sentence.lower)


def _scan(sentence: Sentence, calendar: Calendar, published: date | None) -> Iterator[Time]:
    terms, lower = calendar.terms, sentence.lower
    if not has_times(sentence, calendar):
        return
    reader = TimeReader(sentence, calendar, published)
    done = 0
    for i in [i for i, word in enumerate(lower) if word in terms or is_year(word)]:
        term = terms.get(lower[i])
        if i < done:
            continue
        found = reader.read(i, term, done)
        if found:
            first, done, days = reader.spanned(*found)
            yield reader.framed(first, done, days)
