"""Numerals that count nothing: dates, times, names, scores, idioms (DESIGN 3). Each is turned away with a reason."""

from figurecheck.extraction.nonfigures.reasons import reason

__all__ = ["reason"]
