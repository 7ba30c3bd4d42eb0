"""The unit index: written forms to units, from quantulum3's table as built into data/units.json and rules/.

The data file is made by `python -m figurecheck.rulebook.build_units`; which forms may be read, and what news needs
beyond quantulum3, stand in rules/lexicon/en/units.toml and currencies.toml.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from decimal import Context, Decimal
from pathlib import Path
from typing import Any, Final

from figurecheck.rulebook.currencies import MoneyIndex
from figurecheck.rulebook.unit import AFTER_DIGITS, AFTER_WORD, GLUED, Forms, Unit

__all__ = ["AFTER_DIGITS", "AFTER_WORD", "DATA", "GLUED", "Unit", "UnitIndex"]

DATA: Final = Path(__file__).with_name("data") / "units.json"
EXACT: Final = Context(prec=28)
SHOWN: Final = Context(prec=15)
"""Conversions keep 15 significant digits, what a float holds for sure."""

Reading = tuple[Unit, int]
"""A unit and how much must stand before it: AFTER_WORD, AFTER_DIGITS or GLUED."""


class UnitIndex:
    """Every unit by name and by written form. Immutable once loaded."""

    __slots__ = ("_forms", "_money", "_rates", "_units")

    def __init__(
        self, units: Mapping[str, Unit], forms: Forms[Reading], rates: Mapping[tuple[str, str], Unit], money: MoneyIndex
    ) -> None:
        self._units = {**units, **money.by_name}
        self._forms = forms
        self._rates = dict(rates)
        self._money = money

    @classmethod
    def load(cls, units: Mapping[str, Any], currencies: Mapping[str, Any]) -> "UnitIndex":
        """The index that units.toml and currencies.toml describe, over the built table."""
        dropped = frozenset(units["drop"]["units"])
        rows = [row for row in json.loads(DATA.read_text("utf-8"))["units"] if row[0] not in dropped]
        table = {row[0]: Unit(row[0], row[1], _decimal(row[2]), _decimal(row[3]) or Decimal(0)) for row in rows}
        for entry in units["unit"]:
            table[entry["name"]] = Unit(entry["name"], entry["dimension"], _decimal(entry.get("factor")))
        rates = {(parts[0][0], parts[1][0]): table[name] for name, *_, parts, _, _ in rows if _is_rate(parts)}
        rates.update(
            {(entry["of"][0], entry["of"][1]): table[entry["name"]] for entry in units["unit"] if "of" in entry}
        )
        return cls(table, _forms(rows, table, units), rates, MoneyIndex.load(currencies))

    def unit(self, name: str) -> Unit | None:
        """The unit of this canonical name, if there is one."""
        return self._units.get(name)

    def match(self, words: Sequence[str], i: int, after: int = AFTER_DIGITS) -> tuple[Unit, int] | None:
        """The measure written at token i, and the number of its tokens, longest form first.

        `after` says what stands before: a number in words, in digits, or in digits that touch the unit. "pounds"
        is mass here; ask match_currency for money.
        """
        found = self._forms.find(words, i)
        if found is None:
            return None
        (unit, needs), count, _ = found
        return (unit, count) if after >= needs else None

    def match_currency(self, words: Sequence[str], i: int) -> tuple[Unit, int] | None:
        """The money written at token i after a number, and the number of its tokens."""
        return self._money.match(words, i)

    def currency_prefix(self, word: str, glued: bool = True) -> Unit | None:
        """The currency that a token before a number stands for; `glued` says that it touches the number."""
        return self._money.prefix(word, glued)

    def compose(self, name: str, per: str) -> tuple[str, str | None]:
        """Unit and `per` of "name per per": a rate that has its own name is one unit, and its per is None."""
        rate = self._rates.get((name, per))
        return (rate.name, None) if rate else (name, per)

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
        return float(SHOWN.plus(EXACT.divide(si - other[1], other[0])))

    def _scale(self, name: str, per: str | None) -> tuple[Decimal, Decimal, tuple[str, ...]] | None:
        """Factor, offset and a key of the dimension of unit and per."""
        unit = self._units.get(name)
        if unit is None or unit.factor is None:
            return None
        key = (unit.currency or unit.dimension,)
        if per is None:
            return unit.factor, unit.offset, key
        below = self._units.get(per)
        if below is None or below.factor is None:
            return unit.factor, Decimal(0), (*key, per)
        return EXACT.divide(unit.factor, below.factor), Decimal(0), (*key, below.currency or below.dimension)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _is_rate(parts: Sequence[tuple[str, int]]) -> bool:
    return len(parts) == 2 and parts[0][1] == 1 and parts[1][1] == -1


def _forms(rows: Sequence[Any], table: Mapping[str, Unit], rules: Mapping[str, Any]) -> Forms[Reading]:
    """The forms that may be read, with what must stand before each."""
    exact: dict[str, list[str]] = {}
    lower: dict[str, list[str]] = {}
    own = frozenset(entry["name"] for entry in rules["unit"])
    for name, *_, words, symbols in rows:
        if name not in own:
            _add(lower, words, name)
            _add(exact, symbols, name)
    loose = frozenset(rules["loose"]["symbols"])
    for symbol, names in list(exact.items()):
        if symbol.lower() in loose:
            _add(lower, [symbol.lower()], *names)
    for name, forms in _written(rules):
        _add(lower, [form.lower() for form in forms], name)
        _add(exact, [form for form in forms if form != form.lower()], name)
        for form in forms:
            exact.pop(form, None) if form == form.lower() else None
    needs = dict.fromkeys(rules["after"]["digits"], AFTER_DIGITS) | dict.fromkeys(rules["after"]["glued"], GLUED)
    never = frozenset(rules["never"]["forms"])
    prefer = rules["prefer"]

    def readings(forms: Mapping[str, list[str]]) -> dict[str, Reading]:
        return {
            form: (table[prefer.get(form, names[-1 if names[-1] in own else 0])], needs.get(form, AFTER_WORD))
            for form, names in forms.items()
            if form not in never
        }

    return Forms(readings(exact), readings(lower))


def _written(rules: Mapping[str, Any]) -> Iterator[tuple[str, list[str]]]:
    """The forms that units.toml adds, by unit."""
    yield from rules["forms"].items()
    for entry in rules["unit"]:
        yield entry["name"], entry["forms"]


def _add(forms: dict[str, list[str]], written: Sequence[str], *names: str) -> None:
    for form in written:
        known = forms.setdefault(form.replace("-", " "), [])
        known.extend(name for name in names if name not in known)
