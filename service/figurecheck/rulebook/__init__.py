"""The rules: loaded from rules/ and desks' overlays once, checked, and kept in immutable tables."""

from figurecheck.rulebook.errors import RulesError
from figurecheck.rulebook.rulebook import Rulebook, load_rulebook

__all__ = ["Rulebook", "RulesError", "load_rulebook"]
