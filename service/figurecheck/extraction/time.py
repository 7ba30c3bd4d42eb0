"""One expression of time, and how it stands to what is told."""

from datetime import date
from enum import IntEnum
from typing import Final, NamedTuple

from figurecheck.extraction.sentence import Sentence
from figurecheck.model import When

DATELINE: Final = 8
"""Up to which token of a text a full date is its dateline."""


class Role(IntEnum):
    """How a time stands to what is told: at it, or from it on (since), or not at it at all: as a limit (until, before)
    or as what it is compared with (than, "the most since")."""

    AT = 0
    SINCE = 1
    LIMIT = 2


AT: Final = Role.AT
SINCE: Final = Role.SINCE
LIMIT: Final = Role.LIMIT
"""By these names they are found faster than by their class."""


class Time(NamedTuple):
    """One expression of time: its tokens [first, last) and the days it covers, both included; None if unresolved."""

    first: int
    last: int
    start: date | None
    end: date | None
    role: Role = AT

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
        return When.sure(
            {
                "text": sentence.slice(self.first, self.last),
                "start": self.start.isoformat() if self.start else None,
                "end": self.end.isoformat() if self.end else None,
            }
        )
