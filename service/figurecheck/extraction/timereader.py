"""Reads expressions of time: the words around the name of a day or month, a unit, a year."""

from datetime import date, timedelta
from typing import Final

from figurecheck.extraction import days
from figurecheck.extraction.days import Days, is_year
from figurecheck.extraction.sentence import Sentence
from figurecheck.extraction.time import AT, LIMIT, SINCE, Time
from figurecheck.rulebook.calendar import Calendar, Term, TermKind

Found = tuple[int, int, Days]

YEAR: Final = Term(TermKind.UNIT, days.YEAR)
_WEEK: Final = timedelta(days=days.WEEK)
QUARTER: Final = 3
"""Months of a quarter, which needs no year behind it."""


class TimeReader:
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

    def spanned(self, first: int, last: int, span: Days) -> Found:
        """The expression, with a second one that ends it: "between January and March", "from Monday to Wednesday"."""
        joined = self.calendar.spans.get(self._word(first - 1))
        if not joined or self._word(last) not in joined:
            return first, last, span
        at = last + 1 + (self._term(last + 1) is None and not is_year(self._word(last + 1)))
        end = self._end(at, last)
        if end is None or end[2][1] is None or span[0] is None:
            return first, last, span
        start = span[0]
        while start > end[2][1]:  # days of a week, or months of a year
            near = start - end[2][1] < _WEEK
            start = start - _WEEK if near else start.replace(year=start.year - 1, day=min(start.day, 28))
        return first, end[1], (start, end[2][1])

    def _end(self, at: int, done: int) -> Found | None:
        """The second time of a span, whose opening word has made it sure."""
        term = self._term(at)
        if term is None:
            return (at, at + 1, days.year_of(int(self._word(at)))) if is_year(self._word(at)) else None
        return self._month(at, term.value, sure=True) if term.kind is TermKind.MONTH else self.read(at, term, done)

    def framed(self, first: int, last: int, span: Days) -> Time:
        """The expression with its preposition, softeners and part of the day."""
        last = self._tail(last)
        role, lower = AT, self.lower
        while first and lower[first - 1] in self.calendar.softeners:
            first -= 1
        before = lower[first - 1] if first else ""
        if self._is_compared(first, last, before):
            role = LIMIT
        elif before in self.calendar.openers:
            first, role = first - 1, SINCE
            span = (span[0], self.published)
        elif before in self.calendar.limits:
            first, role = first - 1, LIMIT
        elif before in self.calendar.prepositions and lower[first] not in self.calendar.alone:
            first -= 1
            while first and lower[first - 1] in self.calendar.softeners:
                first -= 1
        return Time(first, last, span[0], span[1], role)

    def _is_compared(self, first: int, last: int, before: str) -> bool:
        """Is what happened only compared with this time: "than last year", "the lowest since 2001"?"""
        calendar, lower = self.calendar, self.lower
        if before in calendar.openers:
            near = lower[max(0, first - 4) : first - 1]
            return any(word in calendar.most or word.endswith(calendar.superlative) for word in near)
        if before in calendar.compared or self._word(first - 2) in calendar.compared_with:
            return True
        opening = lower[first:last]
        unit = self._term(last - 1) or self._term(last - 2)
        past = opening[-1] in calendar.back or calendar.directions.get(opening[0]) == -1
        return before in calendar.compared_units and past and unit is not None and unit.kind is TermKind.UNIT

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

    def _month(self, i: int, month: int, *, sure: bool = False) -> Found | None:
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
            return first, last, days.day_of(self.published, year, month, day)
        if (
            not sure
            and year is None
            and direction is None
            and self.lower[i] in self.calendar.doubtful
            and not self._after_preposition(i)
        ):
            return None
        return first, last, days.month_of(self.published, year, month, direction)

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
        j = i + (self._word(i) in (",", "of"))
        named = self._named_year(j)
        return named if named[0] is not None else (None, i)

    def _year(self, i: int) -> Found | None:
        before = self._word(i - 1)
        calendar = self.calendar
        frames = (calendar.prepositions, calendar.openers, calendar.limits, calendar.softeners, calendar.compared)
        framed = any(before in frame for frame in frames) or self._word(i - 2) in calendar.compared_with
        if not framed or before in calendar.articles:
            return None
        return i, i + 1, days.year_of(int(self.lower[i]))

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
        return first, i + 1, days.weekday(self.published, weekday, direction)

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

    def _toward(self, i: int) -> int | None:
        """-1, 0 or 1 where "last", "this" or "next" stands at i."""
        return self.calendar.directions.get(self._word(i))

    def _day(self, i: int, offset: int) -> Found | None:
        return i, i + 1, days.offset(self.published, offset)

    def _holiday(self, i: int, value: int) -> Found | None:
        """A feast named by two words ("Boxing Day"); its value is month * 100 + day."""
        if not self._capital(i) or self._word(i + 1) not in self.calendar.feasts:
            return None
        year, last = self._year_at(i + 2)
        if year is None:
            for j in range(i + 2, min(i + 8, len(self.lower))):
                if is_year(self.lower[j]):
                    year = int(self.lower[j])
        return i, last, days.day_of(self.published, year, *divmod(value, 100))

    def _weekend(self, i: int, _: int) -> Found | None:
        first = i
        while first and self.lower[first - 1] in self.calendar.articles:
            first -= 1
        direction = self._toward(first - 1)
        if direction is not None:
            first -= 1
        return first, i + 1, days.weekend(self.published, direction)

    def _unit(self, i: int, unit: int) -> Found | None:
        """ "last week", "this year", "past two weeks", "two days ago"; the unit's value is its days."""
        direction = self._toward(i - 1)
        if direction is not None:
            runs = direction == -1 and (unit > days.YEAR or self._word(i - 1) in self.calendar.running)
            return (
                i - 1,
                i + 1,
                days.stretch(self.published, unit, 1) if runs else days.unit_of(self.published, unit, direction),
            )
        number = self._number(i - 1)
        if number is None:
            return None
        if self._word(i + 1) in self.calendar.back:
            return i - 1, i + 2, days.ago(self.published, unit, number)
        part = self.calendar.numbered.get(self._word(i - 2))
        if unit == days.MONTH and part in (1, -1):
            found = self._of_year(part, number, i + 1)
            if found is not None:
                return i - 2, *found
        if self._toward(i - 2) == -1:
            return i - 2, i + 1, days.stretch(self.published, unit, number)
        return None

    def _number(self, i: int) -> int | None:
        word = self._word(i)
        return int(word) if word.isdecimal() and len(word) < 3 else self.calendar.small.get(word)

    def _hour(self, i: int, per_day: int) -> Found | None:
        """ "the past 24 hours", "12 hours ago"."""
        number = self._number(i - 1)
        if number is None:
            return None
        whole = -(-number // per_day)
        if self._word(i + 1) in self.calendar.back:
            return i - 1, i + 2, days.ago(self.published, 1, whole - 1)
        return (i - 2, i + 1, days.stretch(self.published, 1, whole)) if self._toward(i - 2) == -1 else None

    def _section(self, i: int, months: int) -> Found | None:
        """ "the third quarter", "the first half of 2024"; a half needs its year."""
        part = self.calendar.numbered.get(self._word(i - 1))
        found = self._of_year(part, months, i + 1) if part is not None else None
        if found is None or (months != QUARTER and found[0] == i + 1):
            return None
        return i - 1, *found

    def _of_year(self, part: int, months: int, i: int) -> tuple[int, Days] | None:
        """A part of so many months, of the year named behind it, else of the latest year in which it is over."""
        if not 0 < months <= 12 or part * months > 12:
            return None
        year, last = self._year_at(i)
        return last, days.part_of(self.published, year, part, months)

    def _named_year(self, i: int) -> tuple[int | None, int]:
        """ "2024", "this year", "the year"."""
        if is_year(self._word(i)):
            return int(self._word(i)), i + 1
        term, direction = self._term(i + 1), self._toward(i)
        if term != YEAR or self.published is None or (direction is None and self._word(i) != "the"):
            return None, i
        return self.published.year + (direction or 0), i + 2

    def _part(self, i: int, _: int) -> Found | None:
        """ "last night", "this morning", "overnight"."""
        direction = self._toward(i - 1)
        if direction is None and self.lower[i] not in self.calendar.alone:
            return None
        return (i if direction is None else i - 1), i + 1, days.offset(self.published, direction or 0)
