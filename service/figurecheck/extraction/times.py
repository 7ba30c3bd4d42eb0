"""Times in a sentence: the days that "on Thursday" or "over the weekend" mean, seen from the day of publication."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from enum import IntEnum
from typing import NamedTuple

from figurecheck.extraction.sentence import Sentence
from figurecheck.model import When
from figurecheck.rulebook.calendar import Calendar, Term, TermKind

YEAR = re.compile(r"\b(?:1\d|20)\d\d\b")
YEAR_SHAPE = 4
"""Digits of a year in copy."""
DATELINE = 8
"""Up to which token of a text a full date is its dateline."""
AHEAD = timedelta(days=45)
"""A day without a year that lies further ahead of publication than this is taken as last year's: news looks back."""


class Role(IntEnum):
    """How a time stands to what is told: at it, or from it on (since), or as a limit (until, before, by)."""

    AT = 0
    SINCE = 1
    LIMIT = 2


class Time(NamedTuple):
    """One expression of time: its tokens [first, last) and the days it covers, both included; None if unresolved."""

    first: int
    last: int
    start: date | None
    end: date | None
    role: Role = Role.AT

    @property
    def is_dateline(self) -> bool:
        """Does a single day stand at the very start of a text?"""
        return self.one_day and self.first < DATELINE and self.last - self.first > 2

    @property
    def one_day(self) -> bool:
        """Is a single day meant?"""
        return self.start is not None and self.start == self.end

    def when(self, sentence: Sentence) -> When:
        """The time for the wire: its words as written, and ISO dates."""
        return When.model_construct(
            text=sentence.slice(self.first, self.last),
            start=self.start.isoformat() if self.start else None,
            end=self.end.isoformat() if self.end else None,
        )


Days = tuple[date | None, date | None]
Found = tuple[int, int, Days]


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
    reader = _Reader(sentence, calendar, published)
    done = 0
    for i in [i for i, word in enumerate(lower) if word in terms or (len(word) == YEAR_SHAPE and _is_year(word))]:
        term = terms.get(lower[i])
        if i < done:
            continue
        found = reader.read(i, term, done)
        if found:
            first, done, days = found
            yield reader.framed(first, done, days)


def _is_year(word: str) -> bool:
    return len(word) == YEAR_SHAPE and word[0] in "12" and word.isdecimal() and 1900 <= int(word) < 2100


class _Reader:
    """Reads the expression that a term of the calendar opens."""

    def __init__(self, sentence: Sentence, calendar: Calendar, published: date | None) -> None:
        self.sentence = sentence
        self.lower = sentence.lower
        self.calendar = calendar
        self.published = published

    def read(self, i: int, term: Term | None, done: int) -> Found | None:
        if term is None:
            return self._year(i)
        found: Found | None = getattr(self, "_" + term.kind.name.lower())(i, term.value)
        return found if found and found[0] >= done else None

    def framed(self, first: int, last: int, days: Days) -> Time:
        """The expression with its preposition, softeners and part of the day."""
        last = self._tail(last)
        role, lower = Role.AT, self.lower
        while first and lower[first - 1] in self.calendar.softeners:
            first -= 1
        before = lower[first - 1] if first else ""
        if before in self.calendar.openers:
            first, role = first - 1, Role.SINCE
            days = (days[0], self.published)
        elif before in self.calendar.limits:
            first, role = first - 1, Role.LIMIT
        elif before in self.calendar.prepositions and lower[first] not in self.calendar.alone:
            first -= 1
            while first and lower[first - 1] in self.calendar.softeners:
                first -= 1
        return Time(first, last, days[0], days[1], role)

    def _tail(self, last: int) -> int:
        lower, parts = self.lower, self.calendar.parts
        while last < len(lower) and lower[last] in parts:
            last += 1
        return last

    def _word(self, i: int) -> str:
        return self.lower[i] if 0 <= i < len(self.lower) else ""

    def _term(self, i: int) -> Term | None:
        return self.calendar.terms.get(self._word(i))

    def _capital(self, i: int) -> bool:
        return self.sentence.words[i][0].isupper()

    # One method for each kind of term; each gives the tokens and days of the expression, or None.

    def _month(self, i: int, month: int) -> Found | None:
        if not self._capital(i):
            return None
        first, last = i, self._stop(i + 1)
        day = self._day_number(i - 1)
        if day:
            first = i - 1
        else:
            day = self._day_number(last)
            last += bool(day)
        year, last = self._year_at(last)
        direction = self._toward(first - 1)
        if direction is not None and not day:
            first -= 1
        if day:
            return first, last, self._date(year, month, day)
        if (
            year is None
            and direction is None
            and self.lower[i] in self.calendar.doubtful
            and not self._after_preposition(i)
        ):
            return None
        return first, last, self._whole_month(year, month, direction)

    def _stop(self, i: int) -> int:
        """Past the full stop of an abbreviated month."""
        return i + 1 if self._word(i) == "." and self.sentence.glued(i) and self._day_number(i + 1) else i

    def _after_preposition(self, i: int) -> bool:
        before = self._word(i - 1)
        return (
            before in self.calendar.prepositions or before in self.calendar.openers or before in self.calendar.softeners
        )

    def _day_number(self, i: int) -> int | None:
        word = self._word(i)
        digits = word[:-2] if word[-2:] in self.calendar.ordinals else word
        day = int(digits) if digits.isdecimal() and len(digits) < 3 else 0
        return day if 1 <= day <= 31 else None

    def _year_at(self, i: int) -> tuple[int | None, int]:
        j = i + 1 if self._word(i) == "," else i
        word = self._word(j)
        return (int(word), j + 1) if _is_year(word) else (None, i)

    def _date(self, year: int | None, month: int, day: int) -> Days:
        try:
            if year is not None:
                found = date(year, month, day)
            elif self.published is None:
                return None, None
            else:
                found = date(self.published.year, month, day)
                if found - self.published > AHEAD:
                    found = found.replace(year=found.year - 1)
        except ValueError:
            return None, None
        return found, found

    def _whole_month(self, year: int | None, month: int, direction: int | None) -> Days:
        if year is None:
            if self.published is None:
                return None, None
            year = self.published.year - (month > self.published.month)
            if direction == 1 and date(year, month, 1) <= self.published:
                year += 1
            elif direction == -1 and month == self.published.month:
                year -= 1
        return _month_days(year, month)

    def _year(self, i: int) -> Found | None:
        before = self._word(i - 1)
        frame = self.calendar.prepositions | self.calendar.openers | self.calendar.limits | self.calendar.softeners
        if before not in frame or before in self.calendar.articles:
            return None
        year = int(self.lower[i])
        return i, i + 1, (date(year, 1, 1), date(year, 12, 31))

    def _weekday(self, i: int, weekday: int) -> Found | None:
        if not self._capital(i):
            return None
        full = self._full_date(i + 1)
        if full:
            return i, full[0], full[1]
        if self.lower[i] in self.calendar.doubtful:
            return None
        direction = self._toward(i - 1)
        first = i - 1 if direction is not None else i
        return first, i + 1, self._weekday_days(weekday, direction)

    def _full_date(self, i: int) -> tuple[int, Days] | None:
        """A day, month and perhaps year right after a weekday."""
        i += self._word(i) in (",", ".")
        for j in (i, i + 1):
            term = self._term(j)
            if term and term.kind is TermKind.MONTH and (j == i or self._day_number(i)):
                found = self._month(j, term.value)
                if found and found[2][0] == found[2][1]:
                    return found[1], found[2]
        return None

    def _weekday_days(self, weekday: int, direction: int | None) -> Days:
        if self.published is None:
            return None, None
        back = (self.published.weekday() - weekday) % 7
        if direction == 1:
            found = self.published + timedelta(days=7 - back)
        else:
            found = self.published - timedelta(days=back or (7 if direction == -1 else 0))
        return found, found

    def _toward(self, i: int) -> int | None:
        """-1, 0 or 1 where "last", "this" or "next" stands at i."""
        return self.calendar.directions.get(self._word(i))

    def _day(self, i: int, offset: int) -> Found | None:
        if self.published is None:
            return i, i + 1, (None, None)
        found = self.published + timedelta(days=offset)
        return i, i + 1, (found, found)

    def _holiday(self, i: int, value: int) -> Found | None:
        """A feast named by two words ("Boxing Day"); its value is month * 100 + day."""
        if not self._capital(i) or self._word(i + 1) not in self.calendar.feasts:
            return None
        year, last = self._year_at(i + 2)
        if year is None:
            for j in range(i + 2, min(i + 8, len(self.lower))):
                if _is_year(self.lower[j]):
                    year = int(self.lower[j])
        return i, last, self._date(year, *divmod(value, 100))

    def _weekend(self, i: int, _: int) -> Found | None:
        first = i
        while first and self.lower[first - 1] in self.calendar.articles:
            first -= 1
        direction = self._toward(first - 1)
        if direction is not None:
            first -= 1
        if self.published is None:
            return first, i + 1, (None, None)
        saturday = self.published - timedelta(days=(self.published.weekday() - 5) % 7)
        if direction == 1 or (direction == 0 and self.published.weekday() in (2, 3, 4)):
            saturday += timedelta(days=7)
        elif direction == -1 and self.published.weekday() >= 5:
            saturday -= timedelta(days=7)
        return first, i + 1, (saturday, saturday + timedelta(days=1))

    def _unit(self, i: int, unit: int) -> Found | None:
        """ "last week", "this year", "past two weeks", "two days ago"; the unit's value is its days."""
        direction = self._toward(i - 1)
        if direction is not None:
            return i - 1, i + 1, self._calendar_unit(unit, direction)
        number = self.calendar.small.get(self._word(i - 1))
        if number is None and self._word(i - 1).isdecimal() and len(self._word(i - 1)) < 3:
            number = int(self._word(i - 1))
        if number is None:
            return None
        if self._word(i + 1) in self.calendar.back:
            return i - 1, i + 2, self._ago(unit, number)
        if self._toward(i - 2) == -1:
            return i - 2, i + 1, self._stretch(unit, number)
        return None

    def _ago(self, unit: int, number: int) -> Days:
        if self.published is None:
            return None, None
        middle = self._shift(unit * number)
        slack = timedelta(days=0 if unit == 1 else unit // 2)
        return (middle - slack, middle + slack) if middle else (None, None)

    def _stretch(self, unit: int, number: int) -> Days:
        if self.published is None:
            return None, None
        return self._shift(unit * number), self.published

    def _shift(self, days: int) -> date | None:
        try:
            return self.published - timedelta(days=days) if self.published else None
        except OverflowError:
            return None

    def _calendar_unit(self, unit: int, direction: int) -> Days:
        """The whole week, month or year that lies so many units from the day of publication."""
        day = self.published
        if day is None:
            return None, None
        if unit >= 365:
            year = day.year + direction
            return date(year, 1, 1), date(year, 12, 31)
        if unit >= 28:
            month = day.year * 12 + day.month - 1 + direction
            return _month_days(month // 12, month % 12 + 1)
        if unit == 7:
            monday = day + timedelta(days=7 * direction - day.weekday())
            return monday, monday + timedelta(days=6)
        found = day + timedelta(days=direction)
        return found, found

    def _part(self, i: int, _: int) -> Found | None:
        """ "last night", "this morning", "overnight"."""
        day = self.published
        direction = self._toward(i - 1)
        if direction is None and self.lower[i] not in self.calendar.alone:
            return None
        if day and direction:
            day += timedelta(days=direction)
        return (i if direction is None else i - 1), i + 1, (day, day)


def _month_days(year: int, month: int) -> tuple[date, date]:
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)
