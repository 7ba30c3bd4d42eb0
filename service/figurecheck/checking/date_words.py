"""The words before a date that say what began or ended then."""

from figurecheck.checking.finding import View
from figurecheck.checking.passage import words
from figurecheck.checking.phrases import bare, ends, holds, phrases, singles
from figurecheck.checking.years import UNTOLD, Moment

DATELINE = 40
"""The characters of a dateline, at most."""
_PLACED = (("on",), ("in",))
"""Before a date, behind where it was: "born in Basel in 1968"."""


def follows(line: str, moment: Moment, name: str, view: View) -> bool:
    """Do words like "born in" stand right before a moment?"""
    before = words(line[max(moment.start - 40, 0) : moment.start])
    lead = bare(before, singles(view.rule, "date_fillers"))
    placed = before[-1:] in _PLACED and "," not in before[-4:] and holds(before[-5:], phrases(view.rule, "born"))
    return ends(lead, phrases(view.rule, name)) or (name == "born" and placed)


def led_by(line: str, moment: Moment, name: str, view: View) -> bool:
    """Does the clause before a moment hold one of the words?"""
    before = line[max(moment.start - 60, 0) : moment.start]
    clause = before[max(before.rfind(mark) for mark in ".;") + 1 :]
    parts = words(clause)
    last = max((k for k, word in enumerate(parts) if word == "and"), default=-1)
    return holds(parts[last + 1 :], phrases(view.rule, name))


def is_dateline(line: str, moment: Moment) -> bool:
    """ "NIAMEY, March 21 - ..."."""
    return moment.start < DATELINE and line[moment.end :].lstrip(") ").startswith(("-", "–", "—"))


def shown(moment: Moment, view: View) -> str:
    """A moment as a message writes it: "14 June 2001", "June 2001", "2001", "14 June"."""
    names = (name for name, number in view.book.calendar.months.items() if number == moment.month)
    month = max(names, key=len, default="").capitalize()
    parts = (moment.day, month, moment.year if moment.year != UNTOLD else None)
    return " ".join(str(part) for part in parts if part)
