"""The currency of a number, before or behind it: "$5m", "US$4.7bn", "3 billion euros", "30 MUSD"."""

from decimal import Decimal
from typing import Final

from figurecheck.extraction import forms
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.numeral import Numeral, exact
from figurecheck.extraction.readers import SentenceReader
from figurecheck.extraction.sentence import Sentence
from figurecheck.model import kinds
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import tags as pos
from figurecheck.rulebook.unit import Unit

_MEGA: Final = 10**6
_EXCHANGED: Final = 16
"""Within how many tokens before a rate of exchange its currency is named."""
_LARGE: Final = 100
"""From this amount on a doubtful coin is one: "5,000 crowns", but not "two crowns"."""


class MoneyReader(SentenceReader):
    """Reads the currencies of one sentence's numbers; `floor` is the token up to which the quantity before reaches."""

    __slots__ = ("floor", "units")

    def __init__(self, sentence: Sentence, rules: Rulebook) -> None:
        super().__init__(sentence, rules)
        self.units = rules.units
        self.floor = 0

    def read(self, draft: Draft, numeral: Numeral) -> bool:
        """A currency before or behind the number; a pound that is a weight is left to the units."""
        i = draft.first
        currency, first = self.prefix(i)
        if currency is None:
            currency = self._currency_behind(draft, numeral)
        if currency is None:
            return self._exchanged(draft, numeral)
        draft.first, draft.kind = first, kinds.MONEY
        draft.unit, draft.dimension = currency.name, currency.dimension
        self._magnitude_behind(draft, numeral)
        if first < i and draft.last < self.n:  # "$5 million US", "$90 million dollars"
            found = self.units.match_currency(self.s.words, draft.last)
            again = found is not None and (found[0].name == currency.name)
            if found is not None and (again or self.s.lower[draft.last] in self.m.money_again):
                draft.last += found[1]
        return True

    def _currency_behind(self, draft: Draft, numeral: Numeral) -> Unit | None:
        s, j = self.s, self.past_trail(numeral.last)
        j += numeral.form is forms.ORDER and s.lower[j : j + 1] == ["of"]  # "billions of dollars"
        if j >= self.n:
            return None
        hyphen = s.tied(j)
        j += hyphen
        word = s.words[j]
        if (
            len(word) == 4
            and word.isupper()
            and word[0] == "M"
            and (mega := self.units.currency_prefix(word[1:], False))
        ):
            draft.stated = None if draft.stated is None else draft.stated * _MEGA  # "30 MUSD", as Nordic copy writes
            draft.last = j + 1
            return mega
        found = self.units.match_currency(s.words, j)
        if found is None:
            return None
        unit, count = found
        if s.lower[j] in self.m.money_large and not _fits_coins(numeral):
            return None
        if s.lower[j] == "p" and not s.glued(j) and not self._priced(j):
            return None
        if s.lower[j] in {"pound", "pounds"} and count == 1 and self._weighs(numeral, j, bool(hyphen)):
            return None
        draft.last = j + count
        return unit

    def _exchanged(self, draft: Draft, numeral: Numeral) -> bool:
        """ "The rupee closed at 83.4 per dollar", "the naira fell to 1,540 against the dollar": so much of the
        currency named before is one of the currency behind."""
        s, j = self.s, numeral.last
        if j + 1 >= self.n or s.lower[j] not in self.m.money_exchanged or draft.stated is None:
            return False
        j += 2 if s.lower[j + 1] in self.m.determiners else 1
        behind = self.units.match_currency(s.words, j) if j < self.n and s.lower[j] not in self.m.percents else None
        if behind is None:
            return False
        for i in range(draft.first - 1, max(-1, draft.first - _EXCHANGED), -1):
            found = self.units.match_currency(s.words, i) if s.tags[i] & pos.NOUN else None
            if found is not None and found[0] is not behind[0]:
                draft.last = j + behind[1]
                price, base = sorted(((found[0], i), (behind[0], draft.last - 1)), key=self._quoted, reverse=True)
                draft.kind, draft.unit, draft.dimension = kinds.MONEY, price[0].name, price[0].dimension
                draft.per = self.rules.words.noun(s.lower[base[1]])
                return True
        return False

    def _quoted(self, named: tuple[Unit, int]) -> tuple[int, int]:
        """Where a currency stands among those that markets quote in others, the first of two in the second: pounds in
        dollars; of two that are not among them the one named last is quoted in the other."""
        name, base = named[0].name, self.m.money_based
        return (base.index(name) if name in base else len(base), -named[1])

    def _priced(self, j: int) -> bool:
        """ "down 68 p at 1112 p": pence apart from their number, with nothing counted behind."""
        s = self.s
        return s.words[j] == "p" and (
            j + 1 >= self.n or bool(s.tags[j + 1] & (pos.PUNCT | pos.PREP | pos.TO | pos.CONJ))
        )

    def _magnitude_behind(self, draft: Draft, numeral: Numeral) -> None:
        """ "75 USD million": the magnitude behind the currency."""
        factor = self.rules.numerals.magnitudes.get(self.s.lower[draft.last]) if draft.last < self.n else None
        if factor is not None and numeral.magnitude == 1 and draft.stated is not None and draft.last > numeral.last:
            draft.stated = exact(Decimal(draft.stated) * factor)
            draft.last += 1

    def _weighs(self, numeral: Numeral, j: int, hyphen: bool) -> bool:
        """Are these pounds a weight: "a 10-pound bag", "lost 25 pounds", "200 pounds of flour"?"""
        s = self.s
        if numeral.magnitude >= _MEGA:
            return False
        if hyphen or (j + 1 < self.n and s.lower[j + 1] == "of"):
            return True
        return not self.m.weight.isdisjoint(s.lower[max(0, numeral.first - 6) : numeral.first])

    def prefix(self, i: int) -> tuple[Unit | None, int]:
        """The currency written before token i and where it begins; None and i where there is none."""
        s, prefix = self.s, self.units.currency_prefix
        if i <= self.floor:
            return None, i
        glued = s.glued(i)
        before = s.words[i - 1]
        if not glued and before.islower() and before.isalpha() and before not in self.m.money_small:
            return None, i
        if i > 1 and not before[0].isalnum():
            letters = s.words[i - 2].replace(".", "") or "."  # "U.S.$4.7bn"
            if letters[-1].isalpha() and len(letters) < 5 and (s.glued(i - 1) or letters.lower() != "a"):
                for joined in (letters + before, letters.upper() + before):
                    if found := prefix(joined, glued):
                        return found, i - 2
            if before == "." and s.glued(i - 1) and (found := self._lettered(i - 2)):
                return found, i - 2
            if before == "=" and (found := prefix("¥", True)) and letters in {"Y", "¥"}:
                return found, i - 2  # Y=590 billion, as some wires write yen
        if i > 1 and before.isupper() and s.words[i - 2] == "$" and (found := prefix(before + "$", glued)):
            return found, i - 2  # $US1 million
        if before[0].isalpha():
            found = self._lettered(i - 1)
            if found is not None and i > 1 and s.lower[i - 2] == "u.s.":
                return found, i - 2
            return (found, i - 1) if found else (None, i)
        found = prefix(before, glued)
        return (found, i - 1) if found is not None else (None, i)

    def _lettered(self, i: int) -> Unit | None:
        """A currency written in letters before its number: "USD", "Rs", "dlrs"."""
        word = self.s.words[i]
        glued = i + 1 < self.n and self.s.glued(i + 1)
        written = self.units.currency_prefix(word, glued) if len(word) > 1 and word[0].isupper() else None
        if written is not None:
            return written  # "Ksh 350 million"
        if word.isupper() or word.lower() in self.m.money_small:
            return self.units.currency_prefix(word, glued) or self.units.currency_prefix(word.capitalize(), glued)
        return self.units.currency_prefix(word.upper(), True) if glued and len(word) == 3 else None


def _fits_coins(numeral: Numeral) -> bool:
    """Is a number large, or broken, as only amounts of coins are: "200 crowns", "1.78 crowns"?"""
    value = numeral.value
    return value is not None and (value >= _LARGE or value != int(value))
