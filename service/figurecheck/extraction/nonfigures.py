"""Numerals that count nothing: dates, times, names, scores, idioms (DESIGN 3). Each is turned away with a reason."""

from collections.abc import Callable

from figurecheck.extraction.numerals import LIMIT, Form, Numeral, counted_deed
from figurecheck.extraction.sentence import Sentence
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import tags as pos
from figurecheck.rulebook.calendar import TermKind
from figurecheck.rulebook.unit import GLUED

_DASHES = frozenset("-–—−‐‑")
_MONEY = frozenset("$€£¥₹₽₴₩₪₺₦฿₫₱")
_COUNTED = pos.NOUNS


class NonFigures:
    """Says why a numeral of one sentence is no figure, or None where it may be one."""

    __slots__ = ("n", "rules", "s")

    def __init__(self, sentence: Sentence, rules: Rulebook) -> None:
        self.s = sentence
        self.n = len(sentence)
        self.rules = rules

    def reason(self, numeral: Numeral) -> str | None:
        """Why the numeral is no figure: a few words for `explain`; None where nothing speaks against it."""
        for test, why in _DIGIT_TESTS if numeral.form is Form.DIGITS else _WORD_TESTS:
            if test(self, numeral):
                return why
        return None

    # -- neighbours -----------------------------------------------------------------------------------------------

    def _before(self, numeral: Numeral, back: int = 1) -> str:
        i = numeral.first - back
        return self.s.lower[i] if i >= 0 else ""

    def _after(self, numeral: Numeral, on: int = 0) -> str:
        i = numeral.last + on
        return self.s.lower[i] if i < self.n else ""

    def _month(self, i: int) -> bool:
        """Is token i the name of a month, capitalised as one?"""
        if not 0 <= i < self.n:
            return False
        s = self.s
        term = self.rules.calendar.terms.get(s.lower[i].rstrip("."))
        return (
            term is not None
            and term.kind is TermKind.MONTH
            and (s.words[i][0].isupper() or s.caseless or s.lower[i] not in self.rules.calendar.doubtful)
        )

    def _month_before(self, i: int) -> bool:
        """Is the token before i a month, over a full stop ("Nov. 1")?"""
        if i >= 2 and self.s.words[i - 1] == "." and self.s.glued(i - 1):
            i -= 1
        return self._month(i - 1)

    def _whole(self, numeral: Numeral, low: int, high: int) -> bool:
        return isinstance(numeral.value, int) and low <= numeral.value <= high and numeral.magnitude == 1

    def _plain(self, numeral: Numeral) -> bool:
        """One token of digits alone, without commas or decimals."""
        return numeral.last == numeral.first + 1 and self.s.words[numeral.first].isdecimal()

    def _money_before(self, numeral: Numeral) -> bool:
        return numeral.first > 0 and self.s.words[numeral.first - 1] in _MONEY

    def _counted_next(self, numeral: Numeral) -> bool:
        """Does a counted plural follow: "2,000 people", "84 Ukrainian drones", "1500 more soldiers"?"""
        s, i = self.s, numeral.last
        for j in range(i, min(i + 4, self.n)):
            tags = s.tags[j]
            if tags & _COUNTED and not (tags & pos.VERBZ and s.headline):
                return True
            if not tags & (pos.ADJ | pos.NOUN | pos.NAME | pos.PARTICIPLE) or tags & (pos.PREP | pos.AUX | pos.CONJ):
                return False
        return False

    def _unit_next(self, i: int) -> bool:
        s = self.s
        if i < self.n and s.words[i] in _DASHES and s.glued(i):
            i += 1
        if i >= self.n:
            return False
        units = self.rules.units
        return units.match(s.words, i) is not None or units.match_currency(s.words, i) is not None

    # -- tests ----------------------------------------------------------------------------------------------------

    def too_big(self, numeral: Numeral) -> bool:
        return (numeral.value is None and numeral.low is None) or (numeral.value is not None and numeral.value > LIMIT)

    def date(self, numeral: Numeral) -> bool:
        """ "Nov. 1", "1 November", "March 2-4", "the 24th of February", "2024-10-16", "05/12/2020"."""
        i, j = numeral.first, numeral.last
        if self._whole(numeral, 1, 31):
            if numeral.form is not Form.WORDS or not self._counted_next(numeral):
                if self._month_before(i):
                    if self._day_before_month(i) and self._counted_next(numeral):
                        return False  # "on 3 March 12 people died"
                    return not self._unit_next(j) or self._after(numeral) == "at"
                if self._month(j) or (self._after(numeral) == "of" and self._month(j + 1)):
                    return True
            if self._paired_day(numeral):
                return True
        return self._dated_run(numeral)

    def _day_before_month(self, i: int) -> bool:
        s = self.s
        return i > 1 and s.words[i - 2].isdecimal() and 0 < int(s.words[i - 2][:3]) < 32

    def _paired_day(self, numeral: Numeral) -> bool:
        """The other day of "March 2-4", "March 2 and 4", "2-4 March"."""
        s, i, j = self.s, numeral.first, numeral.last
        if i >= 2 and s.words[i - 1] in _PAIRING and s.words[i - 2].isdecimal() and self._month_before(i - 2):
            return not self._counted_next(numeral) and not self._unit_next(j)
        return j + 2 < self.n and s.words[j] in _PAIRING and s.words[j + 1].isdecimal() and self._month(j + 2)

    def _dated_run(self, numeral: Numeral) -> bool:
        """Digits joined by slashes or hyphens, three in a row: 2024-10-16, 05/12/2020, also "8 / 2 / 2013"."""
        s, first, last = self.s, numeral.first, numeral.last
        if not self._plain(numeral):
            return False
        while last - first < 5 and first >= 2 and self._joint(first - 1) and s.words[first - 2].isdecimal():
            first -= 2
        while last - first < 5 and last + 1 < self.n and self._joint(last) and s.words[last + 1].isdecimal():
            last += 2
        return last - first >= 5

    def _joint(self, i: int) -> bool:
        s = self.s
        return s.words[i] in _JOINTS and (s.words[i] == "/" or (s.glued(i) and s.glued(i + 1)))

    def year(self, numeral: Numeral) -> bool:
        """ "in 2024", "the 1995 proposal", "(1832-1901)", "1990-91"; "2000 people" is none."""
        s, i, j = self.s, numeral.first, numeral.last
        if not self._plain(numeral) or self._money_before(numeral):
            return False
        if self._tail_of_year(i):
            return True
        if self._in_era(numeral):
            return True
        if len(s.words[i]) != 4 or not self._whole(numeral, 1000, 2200):
            return False
        before, after = self._before(numeral), self._after(numeral)
        if self._dated_year(numeral) or self._span_of_years(numeral):
            return True
        titled = j < self.n and s.words[j].istitle() and not s.headline  # "during 2016 Stone spoke"
        if self._unit_next(j) and not titled and after not in {"in", "m", "a", "at"}:
            return False
        value = int(s.words[i])
        if after in _DASHES and s.glued(j) and j + 1 < self.n and s.words[j + 1][0].isalpha():
            return value % 50 != 0
        recent = 1900 <= value <= 2060 or (value > 2060 and before in self.rules.designators.early_year)
        if self._counted_next(numeral):
            if before in self.rules.designators.early_year and before not in _LOOSE_YEAR:
                return recent
            return recent and value % 50 != 0 and before not in _COUNTING
        if before in _COUNTING:
            return False
        if recent:
            return not (i > 0 and self._counting_verb(i - 1))
        return before in self.rules.designators.early_year and not self._noun_next(numeral)

    def _counting_verb(self, i: int) -> bool:
        """ "killed 2000": a verb that takes a number; "was 2000" and names before it do not."""
        tags = self.s.tags[i]
        return bool(tags & (pos.PAST | pos.GERUND)) and not tags & (pos.AUX | pos.NOUN | pos.NAME | pos.PREP)

    def _dated_year(self, numeral: Numeral) -> bool:
        """A year behind a month or a date, or with an era: "Nov. 2024", "July 2, 2013", "A.D. 1000", "1260 BC"."""
        s, i, j = self.s, numeral.first, numeral.last
        before = self._before(numeral)
        if self._month_before(i) or self._month(j):
            return True
        if before == "," and any(self._month(i - back) for back in (2, 3, 4)):
            return True
        return i > 0 and s.words[i - 1] in {"'", "’"} and s.glued(i)

    def _in_era(self, numeral: Numeral) -> bool:
        """ "A.D. 410", "1260 BC"."""
        eras = self.rules.designators.eras
        return self._after(numeral) in eras or (self._before(numeral) in eras and len(self._before(numeral)) > 3)

    def _span_of_years(self, numeral: Numeral) -> bool:
        """One of two years side by side: "1990-91", "1832–1901", "between 1600 and 1900", "1986 to 1996"."""
        s, i, j = self.s, numeral.first, numeral.last
        value = int(s.words[i])
        for k, second in ((j + 1, None), (i - 2, value)):
            at = k - 1 if k > i else k + 1
            if not 0 <= k < self.n or not s.words[k].isdecimal() or s.words[at] not in _YEAR_JOINS:
                continue
            other = int(s.words[k])
            last = k if k > i else i
            if self._unit_next(last + 1) or (self._counted_after(last + 1) and s.words[at] not in {"and"}):
                continue
            if len(s.words[k]) == 2 and k > i and s.words[at] in {"-", "–", "/"}:
                return 1800 <= value <= 2100
            low, high = (value, other) if second is None else (other, value)
            if len(s.words[k]) == 4 and low < high and (low >= 1500 or self._era(min(i, k))) and high <= 2100:
                return True
        return False

    def _era(self, i: int) -> bool:
        return i > 0 and self.s.lower[i - 1].rstrip(".") in {"ad", "a.d", "between", "from"}

    def _counted_after(self, i: int) -> bool:
        return i < self.n and bool(self.s.tags[i] & _COUNTED)

    def _noun_next(self, numeral: Numeral) -> bool:
        j = numeral.last
        tags = self.s.tags[j] if j < self.n else 0
        return bool(tags & (pos.NOUN | pos.ADJ)) and not tags & (pos.PREP | pos.CONJ | pos.AUX | pos.DET | pos.PRON)

    def _tail_of_year(self, i: int) -> bool:
        """The 91 of "1990-91", the 15 of "2014/15"."""
        s = self.s
        if i < 2 or s.words[i - 1] not in {"-", "–", "/"} or not (s.glued(i) and s.glued(i - 1)):
            return False
        if not s.words[i - 2].isdecimal() or len(s.words[i - 2]) != 4 or len(s.words[i]) != 2:
            return False
        year = int(s.words[i - 2])
        return 1500 <= year <= 2100 and not self._unit_next(i + 1) and not self._counted_after(i + 1)

    def decade(self, numeral: Numeral) -> bool:
        """ "the 1990s", "in her 60s", "mid-80s"."""
        after, s, i = self._after(numeral), self.s, numeral.first
        if self._plain(numeral) and len(s.words[i]) == 2 and i > 0 and s.words[i - 1] in {"'", "’", "‘"}:
            return s.glued(i) and not s.glued(i - 1)  # "Class of '51"
        if (after == "s" and self.s.glued(numeral.last)) or (
            after in {"'s", "’s"} and self.s.glued(numeral.last) and self._plain(numeral)
        ):
            return self._whole(numeral, 0, 2100) and numeral.value is not None and numeral.value % 10 == 0
        return False

    def worded_decade(self, numeral: Numeral) -> bool:
        """ "the nineteen sixties"."""
        return self._after(numeral) in self.rules.designators.decades

    def clock(self, numeral: Numeral) -> bool:
        """ "3:45", "11 a.m.", "1800 GMT", "9 o'clock"."""
        s, i, j = self.s, numeral.first, numeral.last
        if (
            self._after(numeral) == ":"
            and s.glued(j)
            and j + 1 < self.n
            and s.glued(j + 1)
            and s.words[j + 1][0].isdecimal()
        ):
            return True
        if self._before(numeral) == ":" and s.glued(i) and i >= 2 and s.glued(i - 1) and s.words[i - 2][-1].isdecimal():
            return True
        if self._spaced_clock(numeral) or self._told_hour(numeral):
            return True
        after = self._after(numeral)
        if after in self.rules.designators.clock:
            if after == "local":
                return self._after(numeral, 1) == "time"
            if after in {"et", "pt", "est"}:
                return s.words[j].isupper()
            return (
                after != "am"
                or s.glued(j)
                or s.words[j].isupper()
                or self._after(numeral, 1) in {"", ".", ",", "on", "and"}
            )
        if (
            s.words[min(j, self.n - 1)] in _DASHES | {"to", "and", "or"}
            and j + 2 < self.n
            and s.lower[j + 2] in {"a.m.", "p.m.", "am", "pm", "a.m", "p.m"}
        ):
            return True
        return after in {"a", "p"} and self._after(numeral, 1) == "." and self._after(numeral, 2) == "m"

    def _told_hour(self, numeral: Numeral) -> bool:
        """ "at six in the morning", "half past three"."""
        s, i, j, designators = self.s, numeral.first, numeral.last, self.rules.designators
        if not self._whole(numeral, 1, 12) or i == 0:
            return False
        if s.lower[i - 1] == "past" and i > 1 and (s.lower[i - 2] in {"half", "quarter"} or s.tags[i - 2] & pos.NUM):
            return True
        part = j + 2 if self._after(numeral) == "in" and self._after(numeral, 1) == "the" else j + 1
        opened = s.lower[i - 1] in designators.before_hour
        return opened and part < self.n and s.lower[part] in designators.day_parts and s.tags[j] & pos.PREP > 0

    def _spaced_clock(self, numeral: Numeral) -> bool:
        """Tokenised copy: "8: 13 AM", "07 : 44"."""
        s = self.s
        for k in (numeral.last, numeral.first - 1):
            if 0 < k < self.n - 1 and s.words[k] == ":" and s.words[k - 1].isdecimal() and s.words[k + 1].isdecimal():
                return len(s.words[k + 1]) == 2 and int(s.words[k - 1]) < 25 and int(s.words[k + 1]) < 60
        return False

    def phone(self, numeral: Numeral) -> bool:
        """ "+1-222-2222-2222", "(202) 555-1234", "555-1234", "0800 123 456"."""
        s, i, j = self.s, numeral.first, numeral.last
        if not self._plain(numeral):
            return False
        run = self._run(i)
        if len(run) >= 3 and sum(len(s.words[k]) for k in run) >= 7:
            return True
        if len(run) == 2 and [len(s.words[k]) for k in run] == [3, 4]:
            return True
        if i >= 1 and s.words[i - 1] == "+" and s.glued(i) and j < self.n and s.words[j] in _DASHES | {"("}:
            return True
        return self._spaced_phone(i)

    def _spaced_phone(self, i: int) -> bool:
        """ "0800 123 456", "+44 20 7946 0958": groups of digits that open with a 0 or behind a plus."""
        s, first, last = self.s, i, i + 1
        while first and s.words[first - 1].isdecimal() and i - first < _PHONE_GROUPS:
            first -= 1
        while last < self.n and s.words[last].isdecimal() and last - i < _PHONE_GROUPS:
            last += 1
        opened = s.words[first][0] == "0" and len(s.words[first]) > 1
        called = first > 0 and s.words[first - 1] == "+" and s.glued(first)
        return (opened or called) and last - first > 1 and sum(len(word) for word in s.words[first:last]) >= _PHONE

    def _run(self, i: int) -> list[int]:
        """Token indices of the plain digit groups joined to i by hyphens, dots or brackets."""
        s, run = self.s, [i]
        k = i
        while k >= 2 and s.words[k - 1] in _JOINTS | {")"} and s.words[k - 2].isdecimal() and len(s.words[k - 2]) >= 1:
            k -= 2
            run.insert(0, k)
        k = i
        while k + 2 < self.n and s.words[k + 1] in _JOINTS | {")"} and s.words[k + 2].isdecimal() and s.glued(k + 1):
            k += 2
            run.append(k)
        return run

    def score(self, numeral: Numeral) -> bool:
        """ "won 3-1", "26-1 odds", "a 2-0 lead", "737-800": a pair that falls, or beside a contest."""
        s, i, j = self.s, numeral.first, numeral.last
        pair = None
        if j + 1 < self.n and s.words[j] in _DASHES and s.words[j + 1].isdecimal() and s.glued(j) == s.glued(j + 1):
            pair = (i, j + 1)
        elif i >= 2 and s.words[i - 1] in _DASHES and s.words[i - 2].isdecimal() and s.glued(i) == s.glued(i - 1):
            pair = (i - 2, i)
        pair = pair or self._to_pair(i)
        if pair is None or not self._plain(numeral):
            return False
        a, b = int(s.words[pair[0]]), int(s.words[pair[1]])
        around = {*s.lower[max(0, pair[0] - 4) : pair[0]], *s.lower[pair[1] + 1 : pair[1] + 4]}
        if around & self.rules.designators.votes:
            return False
        if pair[0] > 0 and s.tags[pair[0] - 1] & pos.NAME and s.lower[pair[0] - 1] in self.rules.designators.before:
            return True
        rising = a < b and (
            self._unit_next(pair[1] + 1)
            or self._counted_after(pair[1] + 1)
            or not around & self.rules.designators.scores
        )
        return not rising

    def _to_pair(self, i: int) -> tuple[int, int] | None:
        """ "4-to-1": the pair that i is one of."""
        s = self.s
        for k in (i, i - 4):
            if 0 <= k < self.n - 4 and s.lower[k + 1 : k + 4] == ["-", "to", "-"] and s.words[k + 4].isdecimal():
                return (k, k + 4) if s.words[k].isdecimal() else None
        return None

    def name(self, numeral: Numeral) -> bool:
        """ "Flight 370", "page 12", "iPhone 11", "Route 66", "Image 1 of 5", "the 5000 block"."""
        s, i, j = self.s, numeral.first, numeral.last
        designators = self.rules.designators
        if self._money_before(numeral) or numeral.form is Form.FRACTION or self._voted(numeral):
            return False
        if self._after(numeral) in designators.behind and numeral.form is Form.DIGITS:
            return True
        if i == 0:
            return False
        before = s.lower[i - 1]
        if before == "." and i >= 2 and s.glued(i - 1) and s.lower[i - 2] in designators.stopped:
            return True
        if before in {"of", "/"} and i >= 3:
            k = i - 3 if s.words[i - 2].isdecimal() else i - 4
            return k >= 0 and s.lower[k] in designators.before and s.words[k + 1].isdecimal()
        if before in designators.always or self._paired_name(i):
            return True
        if numeral.form is Form.WORDS and self._titled(i):
            return True
        if self._unit_next(j) or numeral.magnitude != 1 or "," in s.words[i]:
            return False
        counted = self._counted_next(numeral)
        if before in designators.before:
            capital = s.words[i - 1][0].isupper() and not s.headline
            verb = s.tags[i - 1] & pos.VERB and not (numeral.form is Form.DIGITS and s.tags[i - 1] & pos.NOUN)
            worded = counted and numeral.form is Form.WORDS  # "Local News Four people wounded"
            return (capital and i > 1 and not worded) or not (counted or verb or s.tags[i - 1] & pos.PREP)
        if self._plain(numeral) and self._modelled(numeral):
            return True
        if not s.tags[i - 1] & pos.NAME or s.headline or not self._plain(numeral) or not before[0].isalpha():
            return False
        if not (s.words[i - 1][0].isupper() or s.caseless):
            return False  # "prices rose 3 percent": a verb that could be a name
        named = i > 1 and s.words[i - 2].istitle() and not s.tags[i - 2] & pos.DET
        if named and self._whole(numeral, 10, 110) and self._verbal_next(numeral):
            return False  # "Nick Hague 44 has": an age without its commas
        return not counted and before not in self.rules.calendar.terms and not self._place_before(i)

    def _paired_name(self, i: int) -> bool:
        """The other number of "pages 12-14", "Sections 3 and 4"."""
        s, designators = self.s, self.rules.designators
        if i < 3 or s.words[i - 1] not in _PAIRING or not s.words[i - 2].isdecimal():
            return False
        if s.glued(i) and not s.glued(i - 1):
            return False  # a minus: "Stoxx 50 -1.3%"
        stopped = s.words[i - 3] == "." and i > 3 and s.lower[i - 4] in designators.stopped
        return stopped or s.lower[i - 3] in designators.always

    def _titled(self, i: int) -> bool:
        """A capitalised number word that ends a name: "World War Two", "BBC One", "News at Ten"."""
        s = self.s
        if i == 0 or s.headline or not s.words[i][0].isupper() or (i + 1 < self.n and s.tags[i + 1] & pos.NOUNS):
            return False
        if s.words[i - 1].isalpha() and s.words[i - 1].islower():
            return i > 1
        named = s.words[i - 1][0].isupper() and s.tags[i - 1] & pos.NAME
        return bool(named) and not s.tags[i - 1] & (pos.VERBZ | pos.PAST | pos.PARTICIPLE)

    def _voted(self, numeral: Numeral) -> bool:
        """ "passed the Senate 52-49": the votes, no name's number."""
        s, j = self.s, numeral.last
        pair = j + 1 < self.n and s.words[j] in _DASHES and s.words[j + 1].isdecimal() and self._plain(numeral)
        return pair and not self.rules.designators.votes.isdisjoint(s.lower[max(0, numeral.first - 4) : numeral.first])

    def _modelled(self, numeral: Numeral) -> bool:
        """ "a new 208 and the i4": one thing, called by a number."""
        s, k = self.s, numeral.first - 1
        while k > 0 and s.tags[k] & pos.ADJ and not s.tags[k] & (pos.NOUN | pos.DET):
            k -= 1
        alone = s.lower[k] in {"a", "an"} and not self._noun_next(numeral) and not self._counted_next(numeral)
        return alone and k < numeral.first - 1 and not self._unit_next(numeral.last) and self._after(numeral) != "-"

    def _place_before(self, i: int) -> bool:
        """ "In Homs 30 were killed", "Ukraine 84": a place or nation before the number names no thing."""
        s, k = self.s, i - 1
        if self.rules.lexicon.nation_of(s.words[k]) is not None:
            return True
        while k > 0 and s.tags[k] & pos.NAME:
            k -= 1
        return (
            s.lower[k] in {"in", "at", "near", "from"}
            or self.rules.units.currency_prefix(s.words[i - 1], False) is not None
        )

    def _verbal_next(self, numeral: Numeral) -> bool:
        j = numeral.last
        return (
            j < self.n
            and bool(self.s.tags[j] & (pos.PAST | pos.PARTICIPLE | pos.AUX))
            and not self.s.tags[j] & pos.NOUN
        )

    def glued_name(self, numeral: Numeral) -> bool:
        """ "5G", "3D", "1080p", "4x4", "49ers", "7-Eleven", "Covid-19", "787 Dreamliner"."""
        s, i, j = self.s, numeral.first, numeral.last
        if self._hangs(i) or self._calibre(numeral):
            return True
        if j >= self.n or j - i > 1:
            return False
        if not s.glued(j):
            return self._names_behind(numeral)
        if s.words[j] == "/" and j + 1 < self.n and s.glued(j + 1) and s.words[j + 1][0].isdecimal():
            return True  # "case 25/6071", odds of 11/4
        if s.words[j][0].isalpha():
            coded = s.words[j].isupper() and j + 1 < self.n and s.glued(j + 1) and s.words[j + 1][0].isdecimal()
            return coded or not (self._unit_next(j) or self.rules.units.match(s.words, j, GLUED)) or s.words[j] == "G"
        hyphen = s.words[j] in _DASHES and j + 1 < self.n and s.glued(j + 1)
        return hyphen and s.lower[j + 1] in self.rules.designators.hyphened

    def _calibre(self, numeral: Numeral) -> bool:
        """ "a .38 revolver", "a .50-caliber rifle": a bare part of an inch before its gun."""
        s, j = self.s, numeral.last
        if s.words[numeral.first][0] != "." or j - numeral.first > 1 or self._unit_next(j):
            return False
        k = j + 1 if j + 1 < self.n and s.words[j] in _DASHES else j
        if k >= self.n:
            return False
        noun = self.rules.words.noun(s.lower[k])
        concept = self.rules.lexicon.concept(noun) if noun else None
        return s.lower[k] in self.rules.designators.calibres or self.rules.lexicon.is_a(concept, "weapon")

    def _hangs(self, i: int) -> bool:
        """Does the number hang on a word: "file_3", "Covid-19" (but not "minus-5", "$US1", "5k-20k")?"""
        s = self.s
        if i == 0 or not s.glued(i):
            return False
        before = s.words[i - 1]
        if before in _OPERATORS and i > 1 and s.glued(i - 1) and s.words[i - 2] in _OPERATORS:
            return True  # "=>30", "<>30": code, not copy
        if before == "/" and i > 1 and s.glued(i - 1) and s.words[i - 2][-1].isdecimal():
            return True
        if before in {"_", "#"} or before[-1].isalpha():
            return bool(s.tags[i - 1])  # a currency's letters carry no tag
        if before not in _DASHES or i < 2 or not s.glued(i - 1) or not s.words[i - 2][-1].isalpha():
            return False
        counted = i > 2 and s.tags[i - 3] & pos.NUM and s.glued(i - 2)
        unit = self.rules.units.match(s.words, i - 2) if i > 3 and s.tags[i - 4] & pos.NUM else None
        return not (
            s.tags[i - 2] & pos.NUM
            or counted
            or (unit is not None and unit[0].name in self.rules.measures.divided)  # "6-foot-2"
            or s.lower[i - 2] in self.rules.numerals.splitters | self.rules.hedges.joins
        )

    def _names_behind(self, numeral: Numeral) -> bool:
        """A plain number before a name that is no plural, nation or day: "787 Dreamliner"."""
        s, j = self.s, numeral.last
        if s.headline or not self._plain(numeral) or not s.tags[j] & pos.NAME or self._unit_next(j):
            return False
        if (
            numeral.value is None
            or not 3 <= numeral.value < 1000
            or not s.words[j][0].isupper()
            or s.words[j].isupper()
        ):
            return False
        named = self.rules.lexicon.nation_of(s.words[j]) or s.lower[j].rstrip(".") in self.rules.calendar.terms
        return not named and not self._counted_next(numeral)

    def list_marker(self, numeral: Numeral) -> bool:
        """ "1) ...", "2. ...", "[3]" at a line's start or as a footnote."""
        s, i, j = self.s, numeral.first, numeral.last
        if i == 0 and self._section(numeral):
            return True
        if not self._plain(numeral) or not self._whole(numeral, 0, 99):
            return False
        after = self._after(numeral)
        if i > 0 and s.words[i - 1] == "[" and after == "]":
            return True
        if i > 1 and s.words[i - 1] == "(" and after == ")" and self._shirt(i - 2):
            return True
        opens = i == 0 or s.words[i - 1] in {";", ":", "(", ","} or s.starts[i] == s.start
        if after == ")" and (i == 0 or s.words[i - 1] != "(") and "(" not in s.words[:i]:
            return True
        if (
            i > 0
            and s.words[i - 1] == "("
            and after == ")"
            and j + 1 < self.n
            and opens
            and (i == 1 or s.words[i - 2] in {":", ";", ",", "and"})
        ):
            return True
        return i == 0 and after == "." and s.glued(j) and (j + 1 == self.n or s.words[j + 1][0].isupper())

    def _shirt(self, i: int) -> bool:
        """ "quarterback Dak Prescott (4)": a player's number behind the name that ends at i."""
        s = self.s
        while i > 0 and s.tags[i] & pos.NAME:
            i -= 1
        return s.lower[i] in self.rules.designators.players

    def _section(self, numeral: Numeral) -> bool:
        """ "1.2 Scope of this report", "1/ A thread" at a line's start."""
        s, j = self.s, numeral.last
        if j - numeral.first > 1 or s.headline or numeral.form is not Form.DIGITS:
            return False
        k = j + 1 if self._after(numeral) == "/" and s.glued(j) else j
        if k >= self.n or s.glued(k) or not s.words[k][0].isupper():
            return False
        return k > j or ("." in s.words[0] and not self._unit_next(j) and not s.tags[j] & (pos.NOUNS | pos.NUM))

    def address(self, numeral: Numeral) -> bool:
        """ "123 Main Street", "1600 Pennsylvania Avenue"."""
        s, j = self.s, numeral.last
        if not self._plain(numeral):
            return False
        if j + 1 < self.n and s.words[j] in _DASHES and s.words[j + 1].isdecimal():
            j += 2  # 16-18 Industrial Avenue
        k = j
        while k < self.n and k < j + 4 and s.words[k][0].isupper():
            if k > j and s.lower[k] in self.rules.designators.streets:
                return True
            k += 1
        return False

    def ordinal(self, numeral: Numeral) -> bool:
        """Every ordinal but a running tally: "the 83rd homicide of the year"."""
        return numeral.form is Form.ORDINAL and not self._tally(numeral)

    def _tally(self, numeral: Numeral) -> bool:
        """Does "of the year", "this year", "since" follow the noun that the ordinal counts?"""
        s = self.s
        if not isinstance(numeral.value, int) or numeral.value < 3 or self._month(numeral.last):
            return False
        if not self._noun_next(numeral) and not self._counted_after(numeral.last):
            return False
        if self._after(numeral) in self.rules.numerals.article_units:
            return False  # "in the fourth year of the war"
        tally = self.rules.designators.tally
        for j in range(numeral.last + 1, min(numeral.last + 14, self.n)):
            if s.tags[j] & pos.PUNCT:
                return False
            if any(tuple(s.lower[j : j + len(phrase)]) == phrase for phrase in tally):
                return True
            if (
                s.lower[j] in {"of", "in"}
                and j + 1 < self.n
                and s.words[j + 1].isdecimal()
                and 1900 < int(s.words[j + 1]) < 2100
            ):
                return s.lower[j] == "of"
        return False

    def idiom(self, numeral: Numeral) -> bool:
        """A fixed phrase with a number word in it ("one another", "a thousand apologies")."""
        s = self.s
        idioms = self.rules.designators.idioms
        for k in range(numeral.first, numeral.last):
            word = s.lower[k]
            behind = idioms.get((word, s.lower[k + 1]), ()) if k + 1 < self.n else ()
            before = idioms.get((s.lower[k - 1], word), ()) if k else ()
            for words, at in (*behind, *before):
                first = k - at
                if first >= 0 and tuple(s.lower[first : first + len(words)]) == words:
                    return True
        return False

    def pronoun(self, numeral: Numeral) -> bool:
        """ "one" that stands for a noun or for people at large, and "one day" that means some day."""
        s, i, j = self.s, numeral.first, numeral.last
        if numeral.form is not Form.WORDS or j != i + 1 or s.lower[i] != "one":
            return False
        if j >= self.n:
            return True
        if s.words[j] == "-" and s.glued(j):
            return False
        tags = s.tags[j]
        noun = bool(tags & (pos.NOUN | pos.ADJ | pos.NAME)) and not tags & (pos.PREP | pos.CONJ | pos.AUX | pos.REL)
        before = s.lower[i - 1] if i else ""
        if s.lower[j] in {"day", "night", "morning", "evening"}:
            return before not in {"in", "for", "than", "least", "about", "just", "only", "and", "or", "of", "within"}
        if before in {"this", "which", "each", "every", "no", "any", "another", "a"}:
            return True
        if before in {"the", "that"}:
            return not noun
        if i and s.tags[i - 1] & pos.ADJ and not s.tags[i - 1] & _NOT_ONLY_ADJECTIVE:
            return True
        if noun:
            return False
        if tags & pos.AUX:
            return not self._passive_next(j)
        return s.lower[j] not in {"other", "more", "or"} and not tags & (pos.PARTICIPLE | pos.PAST)

    def _passive_next(self, j: int) -> bool:
        """ "one was killed": what follows is done to the one counted."""
        k = j + 1
        return k < self.n and bool(self.s.tags[k] & pos.PARTICIPLE)

    def fraction_word(self, numeral: Numeral) -> bool:
        """ "half" and its like where they are no share of something."""
        s, i, j = self.s, numeral.first, numeral.last
        if numeral.form is not Form.FRACTION or numeral.value is None:
            return False
        if s.lower[i] == "half" and j - i == 1:
            after = self._after(numeral)
            if after in {"-"} and s.glued(j):
                return not self._unit_next(j) and self._after(numeral, 1) not in self.rules.measures.points
            if after in {
                "of",
                "the",
                "a",
                "an",
                "its",
                "their",
                "his",
                "her",
                "that",
                "those",
                "as",
                "our",
                "my",
                "your",
                "this",
                "these",
                "to",
                "were",
                "was",
                "are",
                "is",
                "in",
                "from",
            } or self._unit_next(j):
                return False
            return self._before(numeral) not in {
                "nearly",
                "almost",
                "about",
                "than",
                "by",
                "over",
                "around",
                "roughly",
                "least",
                "one",
                "some",
            } and not self._counted_next(numeral)
        return False

    def loose_order(self, numeral: Numeral) -> bool:
        """ "tens", "scores", "a couple", "a handful", "several" that say not of what."""
        if numeral.form is not Form.ORDER:
            return False
        word = self.s.lower[numeral.last - 1]
        after = self._after(numeral)
        if word in {"tens", "scores", "couple", "handful"}:
            return (
                after != "of" and not (word in {"couple"} and (self._counted_next(numeral) or after == "more"))
            ) or (self._before(numeral) == "the" and word == "couple")
        if word == "several":
            return not (
                after in {"of", "more", "others", "other", "were"}
                or self._counted_next(numeral)
                or self._verbal_next(numeral)
                or self._unit_next(numeral.last)
            )
        return False

    def ratio_word(self, numeral: Numeral) -> bool:
        """ "double" and "twin" that multiply nothing: "a twin-engined plane", "a double espresso"."""
        s, i, j = self.s, numeral.first, numeral.last
        tags = s.tags[j] if j < self.n else pos.PUNCT
        modifies = bool(tags & (pos.NOUN | pos.NOUNS)) and not tags & (pos.PREP | pos.CONJ)
        if numeral.form is Form.PAIR:
            return not modifies and counted_deed(s, numeral, self.rules) is None
        if numeral.form is not Form.RATIO or s.lower[i] not in self.rules.numerals.pairs:
            return False
        before = s.tags[i - 1] if i else 0
        plain = before & (pos.DET | pos.POSSPRON | pos.POSS | pos.ADJ) and not before & (pos.CONJ | pos.ADV)
        hyphened = j < self.n and s.words[j] in _DASHES and s.glued(j)
        return bool(hyphened or (plain and modifies)) and counted_deed(s, numeral, self.rules) is None


_PHONE, _PHONE_GROUPS = 7, 6
"""The fewest digits of a telephone number, and the most groups that they are written in."""
_OPERATORS = frozenset("<>=")
_PAIRING = frozenset({"-", "–", "/", "and", "to", "&", "or", ","})
_YEAR_JOINS = frozenset({"-", "–", "—", "/", "and", "to", "or"})
_COUNTING = frozenset({"some", "than", "nearly", "almost", "approximately", "roughly", "least", "most", "estimated"})
_NOT_ONLY_ADJECTIVE = pos.NOUN | pos.CONJ | pos.PREP | pos.ADV | pos.NUM | pos.VERB
_JOINTS = frozenset({"-", "–", "/", ".", "‑", "−"})
_LOOSE_YEAR = frozenset(
    {
        "of",
        "to",
        "and",
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "this",
        "that",
        "for",
        "before",
        "after",
        "by",
        "from",
        "but",
        "or",
        "than",
        "with",
        "about",
        "over",
        "on",
        "into",
        "between",
        "within",
        "around",
        "first",
        "last",
        "second",
        "recent",
    }
)

Test = Callable[[NonFigures, Numeral], bool]
_WORD_TESTS: tuple[tuple[Test, str], ...] = (
    (NonFigures.too_big, "a number beyond 10^24"),
    (NonFigures.idiom, "part of a set phrase"),
    (NonFigures.ordinal, "an ordinal"),
    (NonFigures.worded_decade, "a decade"),
    (NonFigures.date, "a date"),
    (NonFigures.clock, "a time of day"),
    (NonFigures.pronoun, "the pronoun one"),
    (NonFigures.fraction_word, "a half of nothing named"),
    (NonFigures.loose_order, "counts nothing named"),
    (NonFigures.ratio_word, "multiplies nothing"),
    (NonFigures.name, "part of a name"),
)
_DIGIT_TESTS: tuple[tuple[Test, str], ...] = (
    (NonFigures.too_big, "a number beyond 10^24"),
    (NonFigures.idiom, "part of a set phrase"),
    (NonFigures.list_marker, "a list marker"),
    (NonFigures.clock, "a time of day"),
    (NonFigures.date, "a date"),
    (NonFigures.decade, "a decade"),
    (NonFigures.year, "a year"),
    (NonFigures.phone, "a telephone number"),
    (NonFigures.glued_name, "part of a name"),
    (NonFigures.score, "a score or a pair that is no range"),
    (NonFigures.address, "an address"),
    (NonFigures.name, "part of a name"),
)
