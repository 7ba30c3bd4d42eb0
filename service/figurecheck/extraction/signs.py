"""The minus of a number: a sign, a word, or the brackets of accounts."""

from decimal import Decimal
from typing import Final

from figurecheck.extraction.draft import Draft
from figurecheck.extraction.money import MoneyReader
from figurecheck.extraction.numeral import exact
from figurecheck.extraction.readers import SentenceReader
from figurecheck.extraction.sentence import Sentence
from figurecheck.extraction.taking import SHARES, take_unit
from figurecheck.model import kinds
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import tags as pos

MINUS: Final = frozenset("-−–")


class SignReader(SentenceReader):
    """Reads the signs of one sentence's quantities."""

    __slots__ = ("money",)

    def __init__(self, sentence: Sentence, rules: Rulebook, money: MoneyReader) -> None:
        super().__init__(sentence, rules)
        self.money = money

    def read(self, draft: Draft) -> None:
        """A minus that belongs to the number: "-5 degrees", "minus 17", "minus-260", "−30"."""
        s, i = self.s, draft.first
        if i == 0 or draft.stated is None:
            return
        if s.words[i - 1] == "(" and self._accounted(draft):
            return
        k = i - 2 if i > 1 and s.words[i - 1] == "-" and s.glued(i) and s.glued(i - 1) else i - 1
        if k > 1 and s.lower[k - 2 : k] == ["plus", "or"]:
            return  # "a margin of error of plus or minus 3 points"
        if s.lower[k] in self.rules.numerals.minus and (k == 0 or not s.tags[k - 1] & pos.NUM):
            draft.stated, draft.first = -draft.stated, k
        elif s.words[i - 1] in MINUS and s.glued(i) and not s.glued(i - 1):
            draft.stated, draft.first = -draft.stated, i - 1
        elif s.words[i - 1] in MINUS and draft.dimension == "temperature" and not (i > 1 and s.tags[i - 2] & pos.NUM):
            draft.stated, draft.first = -draft.stated, i - 1  # tokenised copy: "- 20 degrees"

    def _accounted(self, draft: Draft) -> bool:
        """ "a profit of $(4.5) million", "(4.5)%": brackets that a unit or a currency stands outside of are a minus."""
        s, i, j = self.s, draft.first, draft.last
        if j >= self.n or s.words[j] != ")" or draft.unit is not None or draft.stated is None:
            return False
        currency, first = self.money.prefix(i - 1)
        more = j + 1 < self.n
        behind = (
            (self.rules.units.match_currency(s.words, j + 1) or self.rules.units.match(s.words, j + 1))
            if more
            else None
        )
        if currency is None and (
            behind is None or (behind[0].name not in SHARES and behind[0].dimension != "currency")
        ):
            return False
        draft.stated, draft.first, draft.last = -draft.stated, i - 1, j + 1
        if currency is not None:
            draft.kind, draft.unit, draft.dimension, draft.first = kinds.MONEY, currency.name, currency.dimension, first
            factor = self.rules.numerals.magnitudes.get(s.lower[j + 1]) if j + 1 < self.n else None
            if factor is not None:
                draft.stated, draft.last = exact(Decimal(draft.stated) * factor), j + 2
        elif behind is not None:
            take_unit(draft, behind[0])
            draft.last = j + 1 + behind[1]
        return True
