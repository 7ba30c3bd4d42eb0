"""Times of day: "3:45", "11 a.m.", "at six in the morning"."""

from functools import lru_cache
from typing import Final

from figurecheck.extraction.nonfigures.candidate import Candidate
from figurecheck.extraction.sentence import DASHES
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import tags as pos

_BEHIND: Final = DASHES | {":", "to", "and", "or", "a", "p"}
_BEFORE: Final = frozenset({":", "past"})


_WRITTEN: Final = 4
_HOURS: Final = 24
_MINUTES: Final = 60
_REACH: Final = 6
"""Within how many tokens before the hour what was done then is looked for."""


@lru_cache(maxsize=8)
def _beside(rules: Rulebook) -> tuple[frozenset[str], frozenset[str]]:
    """The words before a time of day, and those behind one."""
    table = rules.designators
    return _BEFORE | table.stamps | table.before_hour, _BEHIND | table.clock


def is_clock(c: Candidate) -> bool:
    """ "3:45", "11 a.m.", "1800 GMT", "9 o'clock"."""
    before, behind = _beside(c.rules)
    if c.before not in before and c.after not in behind:
        return False
    s, i, j, designators = c.s, c.i, c.j, c.rules.designators
    if c.before in designators.stamps and c.plain and len(s.words[i]) == 4:
        return True  # "updated 1456 08.04.2017"
    if c.after == ":" and s.glued(j) and j + 1 < c.n and s.glued(j + 1) and s.words[j + 1][0].isdecimal():
        return True
    if c.before == ":" and s.glued(i) and i >= 2 and s.glued(i - 1) and s.words[i - 2][-1].isdecimal():
        return True
    if _spaced_clock(c) or _told_hour(c) or _military(c):
        return True
    after = c.after
    if after in c.rules.designators.clock:
        if after == "local":
            return c.ahead(1) == "time"
        if after in c.rules.designators.zones:
            return s.words[j].isupper()
        return after != "am" or s.glued(j) or s.words[j].isupper() or c.ahead(1) in {"", ".", ",", "on", "and"}
    if (
        s.words[min(j, c.n - 1)] in DASHES | {"to", "and", "or"}
        and j + 2 < c.n
        and s.lower[j + 2] in c.rules.designators.half_days
    ):
        return True
    return after in {"a", "p"} and c.ahead(1) == "." and c.ahead(2) == "m"


def _told_hour(c: Candidate) -> bool:
    """ "at six in the morning", "half past three"."""
    s, i, j, designators = c.s, c.i, c.j, c.rules.designators
    if not c.whole(1, 12) or i == 0:
        return False
    if s.lower[i - 1] == "past" and i > 1 and (s.lower[i - 2] in {"half", "quarter"} or s.tags[i - 2] & pos.NUM):
        return True
    part = j + 2 if c.after == "in" and c.ahead(1) == "the" else j + 1
    opened = s.lower[i - 1] in designators.before_hour
    return opened and part < c.n and s.lower[part] in designators.day_parts and s.tags[j] & pos.PREP > 0


def _military(c: Candidate) -> bool:
    """ "left Almera at 1140", "sunset is at 17.48": digits without a colon, by what was done then."""
    s, i, words = c.s, c.i, c.rules.designators
    if c.before != "at" or c.j > i + 1 or c.counted_next or c.unit_next:
        return False
    hour, point, minute = s.words[i].partition(".")
    if not point and len(hour) == _WRITTEN:
        hour, minute = hour[:2], hour[2:]
    if len(minute) != 2 or not (hour.isdecimal() and minute.isdecimal()):
        return False
    if int(hour) >= _HOURS or int(minute) >= _MINUTES:
        return False
    event = i - 3 if i > 2 and s.lower[i - 2] in c.rules.roles.be else i - 2
    if event >= 0 and s.lower[event] in words.hours:
        return True
    told = (k for k in range(max(0, i - _REACH), i - 1) if not s.tags[k] & pos.GERUND)
    return any(c.rules.words.verb(s.lower[k]) in words.timed for k in told)


def _spaced_clock(c: Candidate) -> bool:
    """Tokenised copy: "8: 13 AM", "07 : 44"."""
    s = c.s
    for k in (c.j, c.i - 1):
        if 0 < k < c.n - 1 and s.words[k] == ":" and s.words[k - 1].isdecimal() and s.words[k + 1].isdecimal():
            hour = int(s.words[k - 1]) < 25 or (k > 2 and s.words[k - 2] == ":")  # minutes before seconds: "06: 37: 46"
            if hour and len(s.words[k + 1]) == 2 and int(s.words[k + 1]) < 60:
                return True
    return False
