"""How far a written figure may stand from the truth: rules/tolerance.toml as an immutable record."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any


@dataclass(frozen=True, slots=True)
class Tolerance:
    """The settings of rules/tolerance.toml, which says what each one means; the defaults are DESIGN section 4's."""

    exact_kinds: tuple[str, ...] = ("count", "age", "rank")
    exact_bounds: tuple[str, ...] = ("about", "between")
    whole_from: float = 1000
    whole_cap: float = 0.05
    arithmetic_cap: float = 0.01
    place_share: float = 0.5
    fraction_place: float = 0.02
    order_factor: float = 2
    loose_ratio: float = 3
    distinctive_from: float = 13

    @classmethod
    def read(cls, table: Mapping[str, Any]) -> "Tolerance":
        """The settings in a table of rules/tolerance.toml. Raises ValueError for a name or a type that is not known."""
        known = {f.name: f for f in fields(cls)}
        values: dict[str, Any] = {}
        for name, value in table.items():
            if name not in known:
                raise ValueError(f"unknown setting {name!r}; known are {', '.join(sorted(known))}")
            if isinstance(known[name].default, tuple):
                if not isinstance(value, list) or not all(isinstance(x, str) for x in value):
                    raise ValueError(f"{name} must be a list of strings")
                values[name] = tuple(value)
            elif isinstance(value, bool) or not isinstance(value, int | float) or value < 0:
                raise ValueError(f"{name} must be a number, 0 or more")
            else:
                values[name] = value
        return cls(**values)
