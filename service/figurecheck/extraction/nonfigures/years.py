"""Years and decades: "in 2024", "1990-91", "the 1990s"."""

from typing import Final

from figurecheck.extraction.nonfigures.candidate import Candidate
from figurecheck.extraction.sentence import DASHES
from figurecheck.rulebook import tags as pos

_YEAR_JOINS: Final = frozenset({"-", "–", "—", "/", "and", "to", "or"})


def is_year(c: Candidate) -> bool:
    """ "in 2024", "the 1995 proposal", "(1832-1901)", "1990-91"; "2000 people" is none."""
    s, i, j = c.s, c.i, c.j
    if not c.plain or c.money_before:
        return False
    if _tail_of_year(c, i):
        return True
    if _in_era(c):
        return True
    if len(s.words[i]) != 4 or not c.whole(1000, 2200):
        return False
    before, after, designators = c.before, c.after, c.rules.designators
    if _dated_year(c) or _span_of_years(c):
        return True
    titled = j < c.n and s.words[j].istitle() and not s.headline  # "during 2016 Stone spoke"
    if c.unit_next and not titled and after not in {"in", "m", "a", "at"}:
        return False
    value = int(s.words[i])
    if after in DASHES and s.glued(j) and j + 1 < c.n and s.words[j + 1][0].isalpha():
        return value % 50 != 0
    recent = 1900 <= value <= 2060 or (value > 2060 and before in designators.early_year)
    if c.counted_next:
        if before in designators.early_year and before not in designators.loose_year:
            return recent
        return recent and value % 50 != 0 and before not in designators.counting
    if before in designators.counting:
        return False
    if recent:
        return not (i > 0 and _counting_verb(c, i - 1))
    return before in designators.early_year and not c.noun_next


def _counting_verb(c: Candidate, i: int) -> bool:
    """ "killed 2000": a verb that takes a number; "was 2000" and names before it do not."""
    tags = c.s.tags[i]
    return bool(tags & (pos.PAST | pos.GERUND)) and not tags & (pos.AUX | pos.NOUN | pos.NAME | pos.PREP)


def _dated_year(c: Candidate) -> bool:
    """A year behind a month or a date, or with an era: "Nov. 2024", "July 2, 2013", "A.D. 1000", "1260 BC"."""
    s, i, j = c.s, c.i, c.j
    before = c.before
    if c.month_before(i) or c.month(j):
        return True
    if before == "," and any(c.month(i - back) for back in (2, 3, 4)):
        return True
    return i > 0 and s.words[i - 1] in {"'", "’"} and s.glued(i)


def _in_era(c: Candidate) -> bool:
    """ "A.D. 410", "1260 BC"."""
    eras = c.rules.designators.eras
    return c.after in eras or (c.before in eras and len(c.before) > 3)


def _span_of_years(c: Candidate) -> bool:
    """One of two years side by side: "1990-91", "1832–1901", "between 1600 and 1900", "1986 to 1996"."""
    s, i, j = c.s, c.i, c.j
    value = int(s.words[i])
    for k, second in ((j + 1, None), (i - 2, value)):
        at = k - 1 if k > i else k + 1
        if not 0 <= k < c.n or not s.words[k].isdecimal() or s.words[at] not in _YEAR_JOINS:
            continue
        other = int(s.words[k])
        last = k if k > i else i
        if c.unit_at(last + 1) or (c.counted_at(last + 1) and s.words[at] not in {"and"}):
            continue
        if len(s.words[k]) == 2 and k > i and s.words[at] in {"-", "–", "/"}:
            return 1800 <= value <= 2100
        low, high = (value, other) if second is None else (other, value)
        if len(s.words[k]) == 4 and low < high and (low >= 1500 or _era(c, min(i, k))) and high <= 2100:
            return True
    return False


def _era(c: Candidate, i: int) -> bool:
    return i > 0 and c.s.lower[i - 1].rstrip(".") in c.rules.designators.before_span


def _tail_of_year(c: Candidate, i: int) -> bool:
    """The 91 of "1990-91", the 15 of "2014/15"."""
    s = c.s
    if i < 2 or s.words[i - 1] not in {"-", "–", "/"} or not (s.glued(i) and s.glued(i - 1)):
        return False
    if not s.words[i - 2].isdecimal() or len(s.words[i - 2]) != 4 or len(s.words[i]) != 2:
        return False
    year = int(s.words[i - 2])
    return 1500 <= year <= 2100 and not c.unit_at(i + 1) and not c.counted_at(i + 1)


def _aged(c: Candidate, i: int) -> bool:
    """The upper age of a group of ages at token i: the 24 of "the 18-24s"."""
    s = c.s
    return i + 1 < c.n and s.words[i].isdecimal() and s.glued(i) and s.lower[i + 1] == "s" and s.glued(i + 1)


def is_decade(c: Candidate) -> bool:
    """ "the 1990s", "in her 60s", "mid-80s"; so is a group of ages, "the 18-24s"."""
    after, s, i = c.after, c.s, c.i
    if c.plain and len(s.words[i]) == 2 and i > 0 and s.words[i - 1] in {"'", "’", "‘"}:
        return s.glued(i) and not s.glued(i - 1)  # "Class of '51"
    if (
        c.plain
        and len(s.words[i]) == 2
        and (_aged(c, c.j + 1) if after in DASHES else c.before in DASHES and _aged(c, i))
    ):
        return True
    if (after == "s" and c.s.glued(c.j)) or (after in {"'s", "’s"} and c.s.glued(c.j) and c.plain):
        return c.whole(0, 2100) and c.numeral.value is not None and c.numeral.value % 10 == 0
    return False
