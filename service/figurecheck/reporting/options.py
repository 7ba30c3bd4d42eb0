"""What a caller may ask of an output."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from figurecheck.rulebook.flags import FlagRule


@dataclass(frozen=True, slots=True)
class Options:
    """`explain` adds the waterfall behind each comparison; `colour` and `width` are for terminals, width in cells."""

    explain: bool = False
    colour: bool = False
    width: int = 100
    rules: Mapping[str, FlagRule] = field(default_factory=dict)
    """The rules by code, for outputs that say what a rule does and why it matters."""
    single: bool = False
    """One input: json then gives one report instead of an array."""
