"""The built table of units with rules/lexicon/en/units.toml over it: units by name, forms, named rates."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

from figurecheck.rulebook.unit import AFTER_DIGITS, AFTER_WORD, GLUED, NEVER, Forms, Reading, Unit

DATA: Final = Path(__file__).with_name("data") / "units.json"
"""Made by `python -m figurecheck.rulebook.build_units`. A line is one unit: name, dimension, SI factor, SI offset,
its parts as [name, power], its words in lower case, its symbols."""

Named = Mapping[tuple[str, str], str]
"""The names of rates by what they are made of: ("kilometre", "hour")."""


@dataclass(frozen=True, slots=True)
class Measures:
    """The units of the built table and units.toml, and how to read them."""

    units: Mapping[str, Unit]
    forms: Forms[Reading]
    named: Named
    tails: frozenset[str]  # what a hyphen may tie behind a unit: "ft-long"
    below: Mapping[str, str]  # symbols that are units below a stroke alone: "l/s"

    @classmethod
    def load(cls, rules: Mapping[str, Any]) -> "Measures":
        """What units.toml describes. Raises ValueError for an entry that names no unit."""
        dropped = frozenset(rules["drop"]["units"])
        built = json.loads(DATA.read_text("utf-8"))["units"]
        _known("drop", dropped, {row[0] for row in built})
        rows = [row for row in built if row[0] not in dropped]
        units = {row[0]: Unit(row[0], row[1], _decimal(row[2]), _decimal(row[3]) or Decimal(0)) for row in rows}
        named = {(row[4][0][0], row[4][1][0]): row[0] for row in rows if [power for _, power in row[4]] == [1, -1]}
        for entry in rules["unit"]:
            units[entry["name"]] = Unit(entry["name"], entry["dimension"], _decimal(entry.get("factor")))
            if "of" in entry:
                above, below = entry["of"]
                named[above, below] = entry["name"]
        for place in ("forms", "below", "prefer"):
            _known(place, rules[place] if place == "forms" else rules[place].values(), units)
        return cls(units, _forms(rows, units, rules), named, frozenset(rules["tails"]["words"]), rules["below"])


NONE: Final = Unit("", "")
"""What the phrases mean that begin like a unit and are none: longer than the unit's form, they are found first."""


def _known(place: str, names: Iterable[str], units: Iterable[str]) -> None:
    known = frozenset(units)
    for name in names:
        if name not in known:
            raise ValueError(f"[{place}] names {name!r}, which is no unit")


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _forms(rows: Sequence[Any], units: Mapping[str, Unit], rules: Mapping[str, Any]) -> Forms[Reading]:
    """The forms that may be read, with what must stand before each."""
    own = frozenset(entry["name"] for entry in rules["unit"])
    cased = frozenset(rules["cased"]["forms"])
    loose = frozenset(rules["loose"]["symbols"])
    exact: dict[str, list[str]] = {}
    lower: dict[str, list[str]] = {}
    for name, *_, words, symbols in rows:
        if name in own:
            continue
        for word in words:
            _add(exact if word in cased else lower, word, name)
        for symbol in symbols:
            _add(exact, symbol, name)
            if symbol.lower() in loose:
                _add(lower, symbol.lower(), name)
    for name, form in _written(rules):
        _add(lower if form == form.lower() else exact, form, name, first=True)
        if form in lower:
            exact.pop(form, None)
    needs = dict.fromkeys(rules["after"]["digits"], AFTER_DIGITS) | dict.fromkeys(rules["after"]["glued"], GLUED)
    never = frozenset(rules["never"]["forms"])
    prefer: Mapping[str, str] = rules["prefer"]

    def readings(forms: Mapping[str, list[str]]) -> dict[str, Reading]:
        return {
            form: (units[prefer.get(form, names[0])], needs.get(form, AFTER_WORD))
            for form, names in forms.items()
            if form not in never
        }

    phrases = dict.fromkeys(rules["never"]["phrases"], (NONE, NEVER))
    return Forms(readings(exact), readings(lower) | phrases)


def _written(rules: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """The forms that units.toml itself gives, with their units."""
    for name, forms in rules["forms"].items():
        yield from ((name, form) for form in forms)
    for entry in rules["unit"]:
        yield from ((entry["name"], form) for form in entry["forms"])


def _add(forms: dict[str, list[str]], form: str, name: str, *, first: bool = False) -> None:
    names = forms.setdefault(form.replace("-", " "), [])
    if first:
        names.insert(0, name)
    else:
        names.append(name)
