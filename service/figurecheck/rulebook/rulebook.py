"""All rules in force, loaded and checked once."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final, TypeVar

from figurecheck.rulebook.calendar import Calendar
from figurecheck.rulebook.designators import Designators
from figurecheck.rulebook.errors import RulesError
from figurecheck.rulebook.flags import FlagRule, read_flags
from figurecheck.rulebook.lexicon import Lexicon, read_lexicon
from figurecheck.rulebook.matching import MatchingRules
from figurecheck.rulebook.measures import Measures
from figurecheck.rulebook.numerals import Hedges, Numerals
from figurecheck.rulebook.roles import Roles
from figurecheck.rulebook.sources import Sources, read
from figurecheck.rulebook.tolerance import Tolerance
from figurecheck.rulebook.units import UnitIndex
from figurecheck.rulebook.word_rules import read_words
from figurecheck.rulebook.words import WordIndex

T = TypeVar("T")
Tables = Mapping[str, dict[str, Any]]

REPLACED: Final = ("tolerance.toml", "matching.toml")
"""Files of settings: a desk's list takes the place of the shipped one. In all others, lists of words add up."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class Rulebook:
    """The rules in force, immutable. `hash` is the hex digest of every rules file's bytes; `flags` go by their code."""

    hash: str
    words: WordIndex
    lexicon: Lexicon
    numerals: Numerals
    hedges: Hedges
    designators: Designators
    measures: Measures
    units: UnitIndex
    calendar: Calendar
    roles: Roles
    matching: MatchingRules
    tolerance: Tolerance
    flags: Mapping[str, FlagRule]


def load_rulebook(overlays: tuple[Path, ...] = (), language: str = "en") -> Rulebook:
    """The shipped rules with the given folders laid over them, in order; the same object for the same arguments.

    Raises RulesError, naming the file, the place and the mend, for a folder, file or entry that cannot be used.
    """
    return _load(tuple(overlays), language)


@lru_cache(maxsize=8)
def _load(overlays: tuple[Path, ...], language: str) -> Rulebook:
    sources = read(overlays)

    def use(load: Callable[..., T], *names: str) -> T:
        return _use(sources, load, *(name if name in REPLACED else f"lexicon/{language}/{name}" for name in names))

    numerals = use(Numerals.load, "numerals.toml")
    return Rulebook(
        hash=sources.hash,
        words=read_words(sources, language),
        lexicon=read_lexicon(sources, language),
        numerals=numerals,
        hedges=use(Hedges.load, "hedges.toml"),
        designators=use(lambda found: Designators.load(found, numerals.starters), "designators.toml"),
        measures=use(Measures.load, "measures.toml"),
        units=use(UnitIndex.load, "units.toml", "currencies.toml"),
        calendar=use(Calendar.load, "calendar.toml"),
        roles=use(Roles.load, "roles.toml"),
        matching=use(MatchingRules.read, "matching.toml", "synonyms.toml"),
        tolerance=use(Tolerance.read, "tolerance.toml"),
        flags=read_flags(sources),
    )


def _use(sources: Sources, load: Callable[..., T], *names: str) -> T:
    """What `load` makes of the merged tables of these files; its complaints as RulesError, against the last of them."""
    tables = [sources.replaced(name) if name in REPLACED else sources.merged(name) for name in names]
    try:
        return load(*tables)
    except KeyError as error:
        raise RulesError(
            _blamed(sources, names), f"lacks {error}", mend="add it, as the shipped file has it"
        ) from error
    except (ValueError, TypeError, AttributeError, ArithmeticError) as error:
        mend = "write the entry as the shipped file does"
        raise RulesError(_blamed(sources, names), str(error) or type(error).__name__, mend=mend) from error


def _blamed(sources: Sources, names: tuple[str, ...]) -> Path | str:
    """The file that was laid on last, since what lies below it was good before."""
    layers = [layer for name in names for layer in sources.of(name)]
    return max(layers, key=sources.layers.index).path if layers else " and ".join(names)
