"""Builds the unit index's data file from quantulum3's table and pint: `python -m figurecheck.rulebook.build_units`.

pint is needed to build, never to run. The file is the same bytes for the same tables: units stand in quantulum3's own
order, their forms sorted. A line is one unit: name, dimension, SI factor, SI offset, its parts, its words, its symbols.
"""

import json
import tomllib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from decimal import Context, Decimal
from pathlib import Path
from typing import Any

import pint
import quantulum3
from quantulum3 import load

from figurecheck.rulebook.unit_tables import DATA

BUILD = Path(__file__).with_name("data") / "units_build.toml"
MONEY_OR_NONE = frozenset({"currency", "dimensionless"})
"""quantulum3's entities that the rules fold keeps itself: money in currencies.toml, pure numbers in units.toml."""
PRECISION = Context(prec=20)

Row = dict[str, Any]


def plurals(surface: str) -> Iterator[str]:
    """A surface in the singular and plural; quantulum3's plural of what is plural already is no word."""
    yield surface
    plural = load.pluralize(surface)
    if not plural.split()[0].endswith(("ss", "eses", "uses", "xes", "zzes")) or surface.split()[0].endswith("ss"):
        yield plural


def rows() -> Iterator[Row]:
    """quantulum3's units, money and pure numbers left out, with their written forms."""
    for name, unit in load.units().names.items():
        if unit.entity.name in MONEY_OR_NONE:
            continue
        parts = [[part["base"], part["power"]] for part in unit.dimensions if part["base"] != name]
        words = {form.lower().replace("-", " ") for surface in unit.surfaces for form in plurals(surface)}
        yield {
            "name": name,
            "dimension": unit.entity.name,
            "parts": parts,
            "words": words,
            "symbols": set(unit.symbols),
        }


def with_powers(table: dict[str, Row], lengths: Iterable[str]) -> None:
    """Adds the squares and cubes of `lengths`, and the ways to write them; quantulum3 has only some."""
    for length in lengths:
        base = table[length]
        for power, word, short, sign, entity in ((2, "square", "sq", "²", "area"), (3, "cubic", "cu", "³", "volume")):
            parts = [[length, power]]
            name = next((n for n, row in table.items() if row["parts"] == parts), f"{word} {length}")
            row = table.setdefault(
                name, {"name": name, "dimension": entity, "parts": parts, "words": set(), "symbols": set()}
            )
            row["words"] |= {f"{mark} {form}" for mark in (word, short) for form in base["words"]}
            for symbol in (s for s in base["symbols"] if s.isalpha()):
                row["symbols"] |= {f"{short} {symbol}", f"{short} {symbol}s", f"{symbol}{power}", f"{symbol}^{power}"}
                row["symbols"] |= {f"{symbol}{sign}", f"{word} {symbol}"}
                if short == "sq":
                    row["symbols"].add(f"{short}{symbol}")


def with_hours(table: dict[str, Row], powers: Iterable[str]) -> None:
    """Adds the energies that `powers` make in an hour."""
    for power in powers:
        name = f"{power} hour"
        table[name] = {
            "name": name,
            "dimension": "energy",
            "parts": [[power, 1], ["hour", 1]],
            "words": {name, f"{name}s", f"{power}hour", f"{power}hours"},
            "symbols": {f"{symbol}h" for symbol in table[power]["symbols"]},
        }


def si(names: Iterable[str], build: Mapping[str, Any]) -> dict[str, tuple[Decimal, Decimal, str]]:
    """By name, what pint says: SI factor, offset and dimensionality, where it knows the unit."""
    registry: Any = pint.UnitRegistry(non_int_type=Decimal)
    found: dict[str, tuple[Decimal, Decimal, str]] = {}
    for name in names:
        expression = build["pint"].get(name, name.replace(" ", "_").replace("-", "_"))
        if name in build["unknown"]["names"]:
            continue
        try:
            if "*" in expression:
                zero, one = Decimal(0), registry.parse_expression(expression).to_base_units()
            else:
                zero = registry.Quantity(Decimal(0), expression).to_base_units().magnitude
                one = registry.Quantity(Decimal(1), expression).to_base_units()
        except (pint.UndefinedUnitError, pint.DefinitionSyntaxError):
            continue
        found[name] = (Decimal(one.magnitude) - zero, zero, str(one.dimensionality))
    return found


def fill(table: Mapping[str, Row], build: Mapping[str, Any]) -> None:
    """Writes each row's factor and offset. A unit whose dimension is not that of its entity's most has neither."""
    known = si(table, build)
    votes: dict[str, Counter[str]] = {}
    for name, (_, _, dimensionality) in known.items():
        votes.setdefault(table[name]["dimension"], Counter())[dimensionality] += 1
    usual = {dimension: counts.most_common(1)[0][0] for dimension, counts in votes.items()}
    for name, row in table.items():
        row["factor"] = row["offset"] = None
        if name in known and known[name][2] == usual[row["dimension"]]:
            row["factor"], row["offset"] = known[name][:2]
        elif row["parts"] and name not in build["unknown"]["names"] and all(base in known for base, _ in row["parts"]):
            factor = Decimal(1)
            for base, power in row["parts"]:
                factor *= known[base][0] ** power
            row["factor"], row["offset"] = factor, Decimal(0)


def number(value: Decimal | None) -> str | None:
    """A factor as the file keeps it: 20 significant digits, no trailing noughts."""
    return None if value is None else str(PRECISION.plus(value).normalize())


def build_table() -> dict[str, Row]:
    """Every unit of the index by name."""
    build = tomllib.loads(BUILD.read_text("utf-8"))
    table = {row["name"]: row for row in rows()}
    with_powers(table, build["powers"]["lengths"])
    with_hours(table, build["hours"]["powers"])
    fill(table, build)
    return table


def render(table: Mapping[str, Row]) -> str:
    """The data file's text."""
    lines = []
    for row in table.values():
        forms = (sorted(row["words"]), sorted(row["symbols"]))
        line = (row["name"], row["dimension"], number(row["factor"]), number(row["offset"]), row["parts"], *forms)
        lines.append(json.dumps(line, ensure_ascii=False, separators=(",", ":")))
    head = json.dumps({"quantulum3": quantulum3.__version__})[:-1]
    return head + ', "units": [\n' + ",\n".join(lines) + "\n]}\n"


def main() -> None:
    """Writes the data file."""
    DATA.write_text(render(build_table()), "utf-8")


if __name__ == "__main__":
    main()
