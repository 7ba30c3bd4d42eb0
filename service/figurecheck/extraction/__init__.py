"""Article -> figures: numerals, quantities, subjects, context."""

from figurecheck.extraction.extractor import extract

__all__ = ["extract"]
