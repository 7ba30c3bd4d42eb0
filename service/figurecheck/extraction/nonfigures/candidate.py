"""A numeral that may be a figure, with what stands beside it."""

from typing import Final

from figurecheck.extraction.numeral import Numeral
from figurecheck.extraction.sentence import DASHES, Sentence
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import tags as pos

JOINTS: Final = frozenset({"-", "–", "/", ".", "‑", "−"})
PAIRING: Final = frozenset({"-", "–", "/", "and", "to", "&", "or", ","})
_MONEY: Final = frozenset("$€£¥₹₽₴₩₪₺₦฿₫₱")
_REACH: Final = 4
"""How many tokens behind a number a counted plural is looked for."""


class Candidate:
    """A numeral at tokens [i, j) of a sentence of n; `before` and `after` are its neighbours in lower case, or "".

    `plain` where it is one token of digits alone, without commas or decimals.
    """

    __slots__ = ("_counted", "_unit", "after", "before", "i", "j", "n", "numeral", "plain", "rules", "s")

    def __init__(self, sentence: Sentence, rules: Rulebook, numeral: Numeral) -> None:
        self.s = sentence
        self.n = len(sentence.words)
        self.rules = rules
        self.numeral = numeral
        self.i = numeral.first
        self.j = numeral.last
        self.before = sentence.lower[self.i - 1] if self.i else ""
        self.after = sentence.lower[self.j] if self.j < self.n else ""
        self._counted: bool | None = None
        self._unit: bool | None = None
        self.plain = self.j == self.i + 1 and sentence.words[self.i].isdecimal()

    @property
    def among_words(self) -> bool:
        """Does a number in digits stand alone between a word and one in small letters?"""
        words, i, j = self.s.words, self.i, self.j
        return (
            words[i][0] != "."
            and self.before.isalpha()
            and self.after.isalpha()
            and words[j][0].islower()
            and not self.s.glued(i)
            and not self.s.glued(j)
        )

    def ahead(self, on: int) -> str:
        """The word so many tokens behind the neighbour that follows, or ""."""
        i = self.j + on
        return self.s.lower[i] if i < self.n else ""

    def whole(self, low: int, high: int) -> bool:
        """Is the value whole, within these bounds, and written without a magnitude?"""
        value = self.numeral.value
        return isinstance(value, int) and low <= value <= high and self.numeral.magnitude == 1

    def month(self, i: int) -> bool:
        """Is token i the name of a month, capitalised as one?"""
        if not 0 <= i < self.n:
            return False
        s = self.s
        word, calendar = s.lower[i].rstrip("."), self.rules.calendar
        return word in calendar.months and (s.words[i][0].isupper() or s.caseless or word not in calendar.doubtful)

    def month_before(self, i: int) -> bool:
        """Is the token before i a month, over a full stop ("Nov. 1")?"""
        if i >= 2 and self.s.words[i - 1] == "." and self.s.glued(i - 1):
            i -= 1
        return self.month(i - 1)

    @property
    def money_before(self) -> bool:
        """Does a currency's sign stand right before?"""
        return self.before in _MONEY

    @property
    def counted_next(self) -> bool:
        """Does a counted plural follow: "2,000 people", "84 Ukrainian drones", "1500 more soldiers"?"""
        if self._counted is None:
            self._counted = self._counts_next()
        return self._counted

    def _counts_next(self) -> bool:
        s, i = self.s, self.j
        for j in range(i, min(i + _REACH, self.n)):
            tags = s.tags[j]
            if tags & pos.NOUNS and not (tags & pos.VERBZ and s.headline):
                return True
            if not tags & (pos.ADJ | pos.NOUN | pos.NAME | pos.PARTICIPLE) or tags & (pos.PREP | pos.AUX | pos.CONJ):
                return False
        return False

    def counted_at(self, i: int) -> bool:
        """Can token i be a counted plural?"""
        return i < self.n and bool(self.s.tags[i] & pos.NOUNS)

    @property
    def unit_next(self) -> bool:
        """Does a unit or a currency follow?"""
        if self._unit is None:
            self._unit = self.unit_at(self.j)
        return self._unit

    def unit_at(self, i: int) -> bool:
        """Does a unit or a currency begin at token i, or behind a hyphen there?"""
        s = self.s
        if i < self.n and s.words[i] in DASHES and s.glued(i):
            i += 1
        if i >= self.n:
            return False
        units = self.rules.units
        return units.match(s.words, i) is not None or units.match_currency(s.words, i) is not None

    @property
    def noun_next(self) -> bool:
        """Does a noun or adjective follow, and nothing that could be a function word?"""
        tags = self.s.tags[self.j] if self.j < self.n else 0
        return bool(tags & (pos.NOUN | pos.ADJ)) and not tags & (pos.PREP | pos.CONJ | pos.AUX | pos.DET | pos.PRON)

    @property
    def verbal_next(self) -> bool:
        """Does a verb in the past or an auxiliary follow?"""
        tags = self.s.tags[self.j] if self.j < self.n else 0
        return bool(tags & (pos.PAST | pos.PARTICIPLE | pos.AUX)) and not tags & pos.NOUN
