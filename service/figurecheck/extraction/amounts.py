"""Amounts written in two parts: "3 dollars 50 cents", "6ft 2in", "aged 3 and 5", "four- and six-cylinder"."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from figurecheck.extraction import forms
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.numeral import Numeral, exact
from figurecheck.extraction.readers import SentenceReader
from figurecheck.model import kinds

Atom = tuple[Draft, Numeral]
_FOOT: Final = "foot"
_FEET: Final = frozenset({"'", "’", "′"})
_INCHES: Final = frozenset({'"', "”", "″"})
_JOINED: Final = (["and"], ["or"], [","], [",", "and"])
_JOINS: Final = frozenset({"and", "or"})


class AmountReader(SentenceReader):
    """Completes the amounts of one sentence by the number behind them."""

    __slots__ = ()

    def dangling(self, draft: Draft, following: list[Atom]) -> None:
        """ "four-, five- and six-cylinder": the unit stands with the last."""
        s = self.s
        if draft.unit or draft.last >= self.n or s.words[draft.last] != "-" or not s.glued(draft.last):
            return
        if draft.last + 1 < self.n and s.glued(draft.last + 1) and s.words[draft.last + 1] != ",":
            return
        for other, _ in following:
            if other.unit:
                draft.unit, draft.dimension, draft.kind = other.unit, other.dimension, other.kind
                return

    def age_too(self, a: Draft, b: Draft) -> None:
        """ "aged 3 and 5": a bare number joined to an age, with nothing counted behind it, is one too."""
        s = self.s
        bare = a.kind is kinds.AGE and b.kind is kinds.COUNT and b.stated is not None and a.last == a.number_last
        if bare and s.lower[a.last : b.first] in _JOINED and self._ends_at(b.last, _JOINS):
            b.kind, b.unit, b.dimension = a.kind, a.unit, a.dimension

    def completed(self, a: Draft, following: Atom) -> bool:
        """ "3 dollars 50 cents", "15 dollars and 50": the small coin completes the amount."""
        b, numeral = following
        s = self.s
        if self._divided(a, b) or self._in_feet(a, b):
            return True
        if a.kind is not kinds.MONEY or not isinstance(a.stated, int) or not isinstance(b.stated, int):
            return False
        if s.lower[a.last : b.first] not in ([], ["and"]) or not 0 < b.stated < 100 or a.last == a.number_last:
            return False
        coin = b.unit in self.rules.measures.coins
        bare = b.unit is None and numeral.form is forms.DIGITS and self._ends_at(b.last)
        if not coin and not bare:
            return False
        a.stated = exact(Decimal(a.stated) + Decimal(b.stated) / 100)
        a.last, a.number_last = b.last, b.number_last
        return True

    def _divided(self, a: Draft, b: Draft) -> bool:
        """ "6ft 2in", "6-foot-2", "12 stone 4 pounds": the smaller unit completes the measure."""
        smaller, parts = self.rules.measures.divided.get(a.unit or "", ("", 0))
        if not parts or not isinstance(a.stated, int) or not isinstance(b.stated, int) or not 0 <= b.stated < parts:
            return False
        gap = self.s.lower[a.last : b.first]
        bare = b.unit is None and gap == ["-"] and self.s.glued(b.first)
        loose = a.kind is not kinds.DURATION and gap in (["-"], ["and"], [","])
        if not bare and (b.unit != smaller or not (loose or not gap)):
            return False  # "two hours and 10 minutes" are often told apart
        a.stated, a.precision = exact(a.stated + Fraction(b.stated, parts)), exact(Fraction(1, parts))
        a.last, a.number_last = b.last, b.number_last
        if bare and self.s.lower[a.last : a.last + 2] == ["-", "inch"]:
            a.last += 2
        return True

    def _in_feet(self, a: Draft, b: Draft) -> bool:
        """ "6'2\"", "6'2": feet and inches by their marks, straight or curly."""
        s, (smaller, parts) = self.s, self.rules.measures.divided[_FOOT]
        marked = s.lower[a.last : b.first]
        if len(marked) != 1 or marked[0] not in _FEET or not (s.glued(a.last) and s.glued(b.first)):
            return False
        unit = self.rules.units.unit(_FOOT)
        if a.unit or b.unit not in (None, smaller) or unit is None:
            return False
        if not isinstance(a.stated, int) or not isinstance(b.stated, int) or not 0 <= b.stated < parts:
            return False
        a.kind, a.unit, a.dimension = kinds.MEASURE, unit.name, unit.dimension
        a.stated, a.precision = exact(a.stated + Fraction(b.stated, parts)), exact(Fraction(1, parts))
        a.number_last = b.number_last
        a.last = b.number_last + (b.number_last < self.n and s.words[b.number_last] in _INCHES)
        return True

    def _ends_at(self, i: int, joins: frozenset[str] = frozenset()) -> bool:
        return i >= self.n or not self.s.words[i][0].isalnum() or self.s.lower[i] in joins
