"""Days of the month and whole dates: "Nov. 1", "March 2-4", "2024-10-16"."""

from figurecheck.extraction import forms
from figurecheck.extraction.nonfigures.candidate import JOINTS, PAIRING, Candidate


def is_date(c: Candidate) -> bool:
    """ "Nov. 1", "1 November", "March 2-4", "the 24th of February", "2024-10-16", "05/12/2020"."""
    i, j = c.i, c.j
    if c.whole(1, 31) and not c.rules.calendar.months.keys().isdisjoint(c.s.lower[max(0, i - 4) : j + 3]):
        if c.numeral.form is not forms.WORDS or not c.counted_next:
            if c.month_before(i):
                if _day_before_month(c, i) and c.counted_next:
                    return False  # "on 3 March 12 people died"
                return not c.unit_next or c.after == "at"
            if c.month(j) or (c.after == "of" and c.month(j + 1)):
                return True
        if _paired_day(c):
            return True
    return _dated_run(c)


def _day_before_month(c: Candidate, i: int) -> bool:
    s = c.s
    return i > 1 and s.words[i - 2].isdecimal() and 0 < int(s.words[i - 2][:3]) < 32


def _paired_day(c: Candidate) -> bool:
    """The other day of "March 2-4", "March 2 and 4", "2-4 March"."""
    s, i, j = c.s, c.i, c.j
    if i >= 2 and s.words[i - 1] in PAIRING and s.words[i - 2].isdecimal() and c.month_before(i - 2):
        return not c.counted_next and not c.unit_next
    return j + 2 < c.n and s.words[j] in PAIRING and s.words[j + 1].isdecimal() and c.month(j + 2)


def _dated_run(c: Candidate) -> bool:
    """Digits joined by slashes or hyphens, three in a row: 2024-10-16, 05/12/2020, also "8 / 2 / 2013"."""
    s, first, last = c.s, c.i, c.j
    if not c.plain or (c.before not in JOINTS and c.after not in JOINTS):
        return False
    while last - first < 5 and first >= 2 and _joint(c, first - 1) and s.words[first - 2].isdecimal():
        first -= 2
    while last - first < 5 and last + 1 < c.n and _joint(c, last) and s.words[last + 1].isdecimal():
        last += 2
    return last - first >= 5


def _joint(c: Candidate, i: int) -> bool:
    s = c.s
    spaced = s.words[i] == "-" and s.tied(i) and len(s.words[i - 1]) in {2, 4}  # "2007 - 11 - 12" in tokenised copy
    return s.words[i] in JOINTS and (s.words[i] == "/" or (s.glued(i) and s.glued(i + 1)) or spaced)
