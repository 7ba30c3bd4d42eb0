"""The unit index: written forms to units, from quantulum3's table and rules/ (units.toml, currencies.toml)."""

from collections.abc import Mapping, Sequence
from decimal import Context, Decimal
from typing import Any, Final

from figurecheck.rulebook.compound import Compound, first_piece, parse_compound
from figurecheck.rulebook.currencies import MoneyIndex
from figurecheck.rulebook.unit import AFTER_DIGITS, AFTER_WORD, GLUED, Reading, Unit
from figurecheck.rulebook.unit_tables import Measures

__all__ = ["AFTER_DIGITS", "AFTER_WORD", "GLUED", "Unit", "UnitIndex"]

EXACT: Final = Context(prec=28)
SHOWN: Final = Context(prec=15)
"""Conversions keep 15 significant digits, what a float holds for sure."""


DEGREES: Final = 10
"""Decimals of a converted temperature: its offsets are known to no more digits than the temperature itself."""


class UnitIndex:
    """Every unit by name and by written form. Immutable once loaded. Tokens are as the text has them."""

    __slots__ = ("_below", "_derived", "_forms", "_money", "_named", "_tails", "_units")

    def __init__(self, measures: Measures, money: MoneyIndex) -> None:
        units = measures.units
        self._units = {**units, **money.by_name}
        self._forms = measures.forms
        self._named = measures.named
        self._tails = measures.tails
        self._below = measures.below
        self._money = money
        self._derived = {
            (units[above].dimension, units[below].dimension): (units[name].dimension,)
            for (above, below), name in measures.named.items()
            if above in units and below in units
        }

    @classmethod
    def load(cls, units: Mapping[str, Any], currencies: Mapping[str, Any]) -> "UnitIndex":
        """The index that units.toml and currencies.toml describe, over the built table."""
        return cls(Measures.load(units), MoneyIndex.load(currencies))

    def unit(self, name: str) -> Unit | None:
        """The unit of this canonical name, if there is one."""
        return self._units.get(name)

    def match(self, words: Sequence[str], i: int, after: int = AFTER_DIGITS) -> tuple[Unit, int] | None:
        """The measure written at token i, and the number of its tokens, longest form first.

        `after` says what stands before: a number in words, in digits, or in digits that touch the unit. "pounds"
        is mass here; ask match_currency for money.
        """
        word = words[i]
        found = self._forms.find(words, i) or (self._tailed(word) if "-" in word else None)
        if found is None:
            return None
        (unit, needs), count, form = found
        return None if after < needs or _is_initial(form, words, i + count) else (unit, count)

    def match_rate(self, word: str) -> tuple[Unit, str | None] | None:
        """Unit and per of a rate in one token that no form names as a whole: "mg/L"; of a compound ("W/m2/K") the unit.

        Only a token in the shape of a formula is handed to quantulum3's parser (compound.py).
        """
        above, slash, below = word.partition("/")
        if not slash:
            return None
        one, other = self._forms.get(above), self._forms.get(below)
        per = other[0].name if other else self._below.get(below)
        if one is not None and per is not None:
            name, rest = self.compose(one[0].name, per)
            return self._units[name], rest
        first = first_piece(word)
        compound = parse_compound(word) if first and self._forms.get(first) else None
        return (self._compound(compound), None) if compound else None

    def match_currency(self, words: Sequence[str], i: int) -> tuple[Unit, int] | None:
        """The money written at token i after a number ("Hong Kong dollars"), and the number of its tokens."""
        return self._money.match(words, i)

    def currency_prefix(self, word: str, glued: bool = True) -> Unit | None:
        """The currency that a token before a number stands for; `glued` says that it touches the number."""
        return self._money.prefix(word, glued)

    def currency_doubtful(self, word: str) -> bool:
        """Is a currency's prefix one only before a magnitude or thousands: the K of "K20 million"?"""
        return self._money.doubtful(word)

    def national(self, coin: str, nation: str) -> Unit | None:
        """The currency of a nation by the coin's word, if it has one: that of ("rupee", "India")."""
        return self._money.national(coin, nation)

    def namesakes(self, currency: str | None) -> frozenset[str]:
        """The currencies that a coin of no nation may be of, and the coin of a currency: that of "peso" has CLP."""
        return self._money.namesakes.get(currency or "", frozenset())

    def compose(self, name: str, per: str) -> tuple[str, str | None]:
        """Unit and `per` of "name per per": a rate that has its own name is one unit, and its per is None.

        A special rate of the same dimension is none of it: litres a minute are no "standard litre per minute".
        """
        rate = self._named.get((name, per))
        known = rate and (rate == f"{name} per {per}" or self._units[rate].factor is not None)
        return (rate, None) if rate and known else (name, per)

    def convert(
        self,
        value: float | Decimal,
        from_unit: str,
        to_unit: str,
        from_per: str | None = None,
        to_per: str | None = None,
    ) -> float | None:
        """The value in another unit, to 15 digits; None where the two have no common dimension or no known factor.

        A `per` on either side divides: ("litre", per "second") to ("cubic metre", per "hour").
        """
        if from_unit == to_unit and from_per == to_per:
            return float(value)
        one, other = self._scale(from_unit, from_per), self._scale(to_unit, to_per)
        if one is None or other is None or one[2] != other[2]:
            return None
        si = EXACT.fma(Decimal(str(value)), one[0], one[1])
        result = SHOWN.divide(EXACT.subtract(si, other[1]), other[0])
        return round(float(result), DEGREES) if one[1] or other[1] else float(result)

    def _scale(self, name: str, per: str | None) -> tuple[Decimal, Decimal, tuple[str, ...]] | None:
        """Factor, offset and dimension of unit and per; for a per that is no unit, itself stands for its dimension."""
        unit = self._units.get(name)
        if unit is None or unit.factor is None:
            return None
        above = unit.currency or unit.dimension
        if per is None:
            return unit.factor, unit.offset, (above,)
        below = self._units.get(per)
        if below is None or below.factor is None:
            return unit.factor, Decimal(0), (above, per)
        dimensions = (above, below.currency or below.dimension)
        return EXACT.divide(unit.factor, below.factor), Decimal(0), self._derived.get(dimensions, dimensions)

    def _compound(self, compound: Compound) -> Unit:
        """The unit of a compound, with its factor where all its parts have one."""
        factor: Decimal | None = Decimal(1)
        for name, power in compound.parts:
            part = self._units.get(name)
            factor = EXACT.multiply(factor, part.factor**power) if factor and part and part.factor else None
        return Unit(compound.name, compound.dimension, factor)

    def _tailed(self, word: str) -> tuple[Reading, int, str] | None:
        """A unit with an adjective behind its hyphen, in one token: "ft-long", "percent-owned"."""
        form, hyphen, tail = word.partition("-")
        reading = self._forms.get(form) if hyphen and tail in self._tails else None
        return (reading, 1, form) if reading else None


def _is_initial(form: str, words: Sequence[str], i: int) -> bool:
    """Is a symbol of one capital letter, with token i behind it, an initial: "800 W. Saratoga St."?"""
    return len(form) == 1 and form.isupper() and i + 1 < len(words) and words[i] == "."
