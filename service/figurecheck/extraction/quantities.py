"""Numerals -> quantities: each numeral judged, given its unit, joined into ranges, hedged, rated."""

from figurecheck.extraction.atoms import AtomReader
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.hedging import HedgeReader
from figurecheck.extraction.nonfigures import NonFigures
from figurecheck.extraction.numerals import Numeral, NumeralReader
from figurecheck.extraction.ranges import RangeReader
from figurecheck.extraction.rates import RateReader
from figurecheck.extraction.sentence import Sentence
from figurecheck.rulebook import Rulebook

Rejected = tuple[Numeral, str]
"""A numeral that is no figure, and why."""


def read_quantities(sentence: Sentence, rules: Rulebook) -> tuple[list[Draft], list[Rejected]]:
    """The quantities of a sentence, left to right, and the numerals turned away."""
    checks = NonFigures(sentence, rules)
    atoms = AtomReader(sentence, rules)
    found, rejected = [], []
    used = 0
    for numeral in NumeralReader(sentence, rules).read():
        if numeral.first < used:
            continue
        why = checks.reason(numeral)
        if why is not None:
            rejected.append((numeral, why))
            continue
        atom = atoms.read(numeral)
        used = atom.last
        found.append((atom, numeral))
    if not found:
        return [], rejected
    ranges = RangeReader(sentence, rules)
    return ranges.close(_surround(sentence, rules, ranges.read(found))), rejected


def _surround(sentence: Sentence, rules: Rulebook, drafts: list[Draft]) -> list[Draft]:
    """Hedges, rates and changes; a number that a rate has swallowed ("per 100,000 people") is no figure of its own."""
    hedges = HedgeReader(sentence, rules)
    rates = RateReader(sentence, rules)
    kept: list[Draft] = []
    floor = 0
    for draft in drafts:
        if draft.first < floor:
            continue
        hedges.read(draft, floor)
        rates.read(draft)
        rates.change(draft, floor)
        floor = draft.last
        kept.append(draft)
    return kept
