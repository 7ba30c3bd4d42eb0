"""Flags written out: for a terminal, for programs, for CI systems and for the browser."""

from figurecheck.reporting.checked import Checked, Excerpt, Library, Place, checked, excerpt
from figurecheck.reporting.formats import FORMATS, FormatError, render, write
from figurecheck.reporting.options import Options

__all__ = [
    "FORMATS",
    "Checked",
    "Excerpt",
    "FormatError",
    "Library",
    "Options",
    "Place",
    "checked",
    "excerpt",
    "render",
    "write",
]
