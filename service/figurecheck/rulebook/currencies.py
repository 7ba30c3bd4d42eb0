"""Money: rules/lexicon/en/currencies.toml as a table from written form to currency."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Final

from figurecheck.rulebook.unit import Forms, Unit

MONEY: Final = "currency"
"""quantulum3's entity of money."""


class MoneyIndex:
    """The ways to write currencies, before a number and after it."""

    __slots__ = ("_after", "_glued", "_large", "_prefixes", "by_name", "namesakes")

    def __init__(
        self,
        after: Forms[Unit],
        prefixes: Mapping[str, Unit],
        glued: frozenset[str],
        large: frozenset[str],
        namesakes: Mapping[str, frozenset[str]],
    ) -> None:
        self._after = after
        self.namesakes = namesakes
        """The currencies that a coin of no nation may be of ("riyal": SAR, YER ...), and the coin of each of them."""
        self._prefixes = dict(prefixes)
        self._glued = glued
        self._large = large
        found = [*self._prefixes.values(), *(unit for _, unit in after.items())]
        self.by_name: Mapping[str, Unit] = {unit.name: unit for unit in found}

    @classmethod
    def load(cls, table: Mapping[str, Any]) -> "MoneyIndex":
        """The index that currencies.toml describes."""
        units = {
            entry["code"]: Unit(entry["code"], MONEY, Decimal(1), currency=entry["code"]) for entry in table["currency"]
        }
        prefixes = {symbol: units[entry["code"]] for entry in table["currency"] for symbol in entry.get("symbols", ())}
        nations = {entry["code"]: entry.get("nation", ()) for entry in table["currency"]}
        lower = _coins(table, units)
        for entry in table["coin_symbol"]:
            coin = lower.get(entry["name"]) or Unit(entry["name"], MONEY)
            prefixes.update(dict.fromkeys(entry["symbols"], coin))
            for code in entry.get("also", ()):
                lower.update((f"{nation} {entry['name']}", units[code]) for nation in nations[code])
        glued = frozenset(table["glued"]["prefixes"])
        exact = {symbol: unit for symbol, unit in prefixes.items() if symbol not in glued}
        for entry in table["subunit"]:
            unit = Unit(entry["name"], MONEY, 1 / Decimal(str(entry["parts"])), currency=entry["of"])
            for form in entry["forms"]:
                (lower if len(form) > 1 else exact)[form] = unit
        large = frozenset(table["glued"]["large"])
        return cls(Forms(exact, lower), prefixes, glued, large, _namesakes(table, lower))

    def national(self, coin: str, nation: str) -> Unit | None:
        """The currency that a nation's coin word means: that of ("rupee", "India")."""
        return self._after.get(f"{nation} {coin}")

    def prefix(self, word: str, glued: bool = True) -> Unit | None:
        """The currency that a token before a number stands for ("$", "US$", "CHF"); `glued`: it touches the number."""
        return self._prefixes.get(word) if glued or word not in self._glued else None

    def doubtful(self, word: str) -> bool:
        """Is a token before a number money only before a magnitude or thousands: the K of "K20 million"?"""
        return word in self._large

    def match(self, words: Sequence[str], i: int) -> tuple[Unit, int] | None:
        """The currency written at token i after a number ("Hong Kong dollars"), and the number of its tokens."""
        found = self._after.find(words, i)
        return found[:2] if found else None


def _coins(table: Mapping[str, Any], units: Mapping[str, Unit]) -> dict[str, Unit]:
    """Coin words alone and with their nations, in lower case."""
    owners: dict[str, list[str]] = {}
    lower: dict[str, Unit] = {}
    for entry in table["currency"]:
        unit = units[entry["code"]]
        forms = [form for coin in entry["coins"] for form in table["coins"][coin]] + entry.get("words", [])
        lower.update((f"{nation} {form}", unit) for nation in entry.get("nation", ()) for form in forms)
        lower.update(dict.fromkeys(entry.get("words", ()), unit))
        for coin in entry["coins"]:
            owners.setdefault(coin, []).append(entry["code"])
    for coin, codes in owners.items():
        if coin in table["never"]["coins"]:
            continue
        code = table["bare"].get(coin) or (codes[0] if len(codes) == 1 else None)
        unit = units[code] if code else Unit(coin, MONEY)
        lower.update(dict.fromkeys(table["coins"][coin], unit))
    return lower


def _namesakes(table: Mapping[str, Any], lower: Mapping[str, Unit]) -> dict[str, frozenset[str]]:
    """By the name of a coin that is of many nations the currencies it may be of, and by each of these the coin."""
    found: dict[str, set[str]] = {}
    for entry in table["currency"]:
        for coin in entry["coins"]:
            unit = lower.get(table["coins"][coin][0])
            if unit is not None and unit.currency is None:
                found.setdefault(unit.name, set()).add(entry["code"])
                found.setdefault(entry["code"], set()).add(unit.name)
    return {name: frozenset(others) for name, others in found.items()}
