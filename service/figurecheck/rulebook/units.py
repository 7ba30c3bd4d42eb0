"""The unit index: written forms to units, from quantulum3's table and rules/ (units.toml, currencies.toml)."""

from collections.abc import Mapping, Sequence
from decimal import Context, Decimal
from typing import Any, Final

from figurecheck.rulebook.compound import Compound, first_piece, parse_compound
from figurecheck.rulebook.currencies import MoneyIndex
from figurecheck.rulebook.rates import Rates
from figurecheck.rulebook.unit import AFTER_DIGITS, AFTER_WORD, GLUED, Forms, Reading, Unit
from figurecheck.rulebook.unit_tables import read_units

__all__ = ["AFTER_DIGITS", "AFTER_WORD", "GLUED", "Unit", "UnitIndex"]

EXACT: Final = Context(prec=28)
SHOWN: Final = Context(prec=15)
"""Conversions keep 15 significant digits, what a float holds for sure."""


DEGREES: Final = 10
"""Decimals of a converted temperature: its offsets are known to no more digits than the temperature itself."""


class UnitIndex:
    """Every unit by name and by written form. Immutable once loaded. Tokens are as the text has them."""

    __slots__ = ("_derived", "_forms", "_money", "_rates", "_tails", "_units")

    def __init__(
        self,
        units: Mapping[str, Unit],
        forms: Forms[Reading],
        rates: Rates,
        money: MoneyIndex,
        tails: frozenset[str] = frozenset(),
    ) -> None:
        self._units = {**units, **money.by_name}
        self._forms = forms
        self._rates = rates
        self._money = money
        self._tails = tails
        self._derived = {
            (units[above].dimension, units[below].dimension): (units[name].dimension,)
            for (above, below), name in rates.named.items()
            if above in units and below in units
        }

    @classmethod
    def load(cls, units: Mapping[str, Any], currencies: Mapping[str, Any]) -> "UnitIndex":
        """The index that units.toml and currencies.toml describe, over the built table."""
        table, forms, named = read_units(units)
        rates = Rates.load(units["per"], forms, named)
        return cls(table, forms, rates, MoneyIndex.load(currencies), frozenset(units["tails"]["words"]))

    def unit(self, name: str) -> Unit | None:
        """The unit of this canonical name, if there is one."""
        return self._units.get(name)

    def match(self, words: Sequence[str], i: int, after: int = AFTER_DIGITS) -> tuple[Unit, int] | None:
        """The measure written at token i, and the number of its tokens, longest form first.

        `after` says what stands before: a number in words, in digits, or in digits that touch the unit. "pounds"
        is mass here; ask match_currency for money.
        """
        found = self._forms.find(words, i) or self._tailed(words[i])
        if found is None:
            return None
        (unit, needs), count, _ = found
        return (unit, count) if after >= needs else None

    def measure(self, words: Sequence[str], i: int, after: int = AFTER_DIGITS) -> tuple[Unit, str | None, int] | None:
        """Unit, per and number of tokens of the measure or rate at token i: match, per and compose in one."""
        found = self.match(words, i, after)
        if found is None:
            return self._slashed(words[i])
        unit, count = found
        per = self.per(words, i + count)
        return (unit, None, count) if per is None else (*self._rate(unit, per[0]), count + per[1])

    def match_currency(self, words: Sequence[str], i: int) -> tuple[Unit, int] | None:
        """The money written at token i after a number ("Hong Kong dollars"), and the number of its tokens."""
        return self._money.match(words, i)

    def currency_prefix(self, word: str, glued: bool = True) -> Unit | None:
        """The currency that a token before a number stands for; `glued` says that it touches the number."""
        return self._money.prefix(word, glued)

    def currency_before(self, words: Sequence[str], i: int) -> tuple[Unit, int] | None:
        """The money written just before token i ("US", "$"), and the number of its tokens."""
        return self._money.before(words, i)

    def glued_prefix(self, token: str, large: bool = False) -> tuple[Unit, int] | None:
        """The currency that a token with digits begins with ("USD115"), and the length of its form.

        `large`: a magnitude follows ("Y50 billion"), so that a lone letter counts.
        """
        return self._money.glued_prefix(token, large)

    def per(self, words: Sequence[str], i: int) -> tuple[str, int] | None:
        """What a figure is per, read at token i ("per hour", "a barrel", "annually"), and the number of tokens.

        A unit gives its name, any other noun after "per" itself in lower case, as written. A number after "per" is
        the caller's, and gives None.
        """
        return self._rates.per(words, i)

    def compose(self, name: str, per: str) -> tuple[str, str | None]:
        """Unit and `per` of "name per per": a rate that has its own name is one unit, and its per is None."""
        return self._rates.compose(name, per)

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

    def _slashed(self, word: str) -> tuple[Unit, str | None, int] | None:
        """A rate or compound in one token that no form names as a whole: "mg/L", "W/m2/K"."""
        above, slash, below = word.partition("/")
        if not slash:
            return None
        one, other = self._forms.get(above), self._forms.get(below)
        per = other[0].name if other else self._rates.nouns.get(below)
        if one is not None and per is not None:
            return *self._rate(one[0], per), 1
        first = first_piece(word)
        compound = parse_compound(word) if first and self._forms.get(first) else None
        return (self._compound(compound), None, 1) if compound else None

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

    def _rate(self, unit: Unit, per: str) -> tuple[Unit, str | None]:
        name, rest = self.compose(unit.name, per)
        return self._units[name], rest
