"""What a caller may ask of an output."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """`explain` adds the waterfall behind each comparison; `colour` and `width` are for terminals, width in cells."""

    explain: bool = False
    colour: bool = False
    width: int = 100
    single: bool = False
    """One input: json then gives one report instead of an array."""
