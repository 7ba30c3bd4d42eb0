"""Numerals -> quantities: each numeral judged, given its unit, joined into ranges, hedged, rated."""

from typing import Final

from figurecheck.extraction.alike import AlikeReader
from figurecheck.extraction.atoms import AtomReader
from figurecheck.extraction.conversions import tie_conversions
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.hedging import HedgeReader
from figurecheck.extraction.nonfigures import reason
from figurecheck.extraction.numeral import Numeral
from figurecheck.extraction.numerals import read_numerals
from figurecheck.extraction.ranges import RangeReader
from figurecheck.extraction.rates import RateReader
from figurecheck.extraction.sentence import Sentence
from figurecheck.model import kinds
from figurecheck.rulebook import Rulebook

_ROW: Final = 5
"""From so many numbers side by side on, they are a code or a column and count nothing."""

Rejected = tuple[Numeral, str]
"""A numeral that is no figure, and why."""


def read_quantities(sentence: Sentence, rules: Rulebook) -> tuple[list[Draft], list[Rejected]]:
    """The quantities of a sentence, left to right, and the numerals turned away."""
    atoms: AtomReader | None = None
    found, rejected = [], []
    used = 0
    numerals = read_numerals(sentence, rules)
    rows = _rows(numerals) if len(numerals) >= _ROW else frozenset()
    for numeral in numerals:
        if numeral.first < used:
            continue
        why = "one of a row of numbers" if numeral.first in rows else reason(sentence, rules, numeral)
        if why is not None:
            rejected.append((numeral, why))
            continue
        atoms = atoms or AtomReader(sentence, rules)
        atom = atoms.read(numeral)
        used = atom.last
        found.append((atom, numeral))
    if not found:
        return [], rejected
    if len(found) == 1:
        return _surround(sentence, rules, [found[0][0]]), rejected
    ranges = RangeReader(sentence, rules)
    drafts = ranges.close(_surround(sentence, rules, ranges.read(found)))
    AlikeReader(sentence, rules).read(drafts)
    tie_conversions(sentence, drafts, rules)
    return drafts, rejected


def _rows(numerals: list[Numeral]) -> frozenset[int]:
    """Where the numerals begin that stand side by side in a row too long to count anything: "4 8 15 16 23 42"."""
    found: set[int] = set()
    row: list[int] = []
    for before, numeral in zip([None, *numerals], numerals, strict=False):
        if before is None or before.last != numeral.first:
            row = []
        row.append(numeral.first)
        if len(row) >= _ROW:
            found.update(row if len(row) == _ROW else row[-1:])
    return frozenset(found)


def _surround(sentence: Sentence, rules: Rulebook, drafts: list[Draft]) -> list[Draft]:
    """Hedges, rates and changes; a number that a rate has swallowed ("per 100,000 people") is no figure of its own."""
    hedges = HedgeReader(sentence, rules)
    rates = RateReader(sentence, rules)
    kept: list[Draft] = []
    floor = 0
    for draft in drafts:
        if draft.first < floor:
            continue
        spans = bool(kept) and kept[-1].kind is kinds.DURATION and draft.kind is kinds.COUNT
        hedges.read(draft, floor, apart=spans)
        rates.read(draft)
        rates.change(draft, floor)
        floor = draft.last
        kept.append(draft)
    return kept
