"""Article -> figures: numerals, quantities, subjects, context."""

from figurecheck.extraction.explanation import Rejected, explain
from figurecheck.extraction.extractor import extract

__all__ = ["Rejected", "explain", "extract"]
