"""All rules in force, loaded and checked once."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from figurecheck.rulebook.errors import RulesError
from figurecheck.rulebook.designators import Designators
from figurecheck.rulebook.matching import MatchingRules
from figurecheck.rulebook.numerals import Hedges, Numerals
from figurecheck.rulebook.sources import Sources, read
from figurecheck.rulebook.tolerance import Tolerance
from figurecheck.rulebook.word_rules import read_words
from figurecheck.rulebook.words import WordIndex

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Rulebook:
    """The rules in force, immutable. `hash` is the hex digest of every rules file's bytes."""

    hash: str
    words: WordIndex
    numerals: Numerals
    hedges: Hedges
    designators: Designators
    tolerance: Tolerance
    matching: MatchingRules


@lru_cache(maxsize=8)
def load_rulebook(overlays: tuple[Path, ...] = (), language: str = "en") -> Rulebook:
    """The shipped rules with the given folders laid over them, in order; the same object for the same arguments.

    Raises RulesError, naming the file, the place and the mend, for a folder, file or entry that cannot be used.
    """
    sources = read(overlays)

    def lexicon(name: str, load: Callable[[dict[str, Any]], T]) -> T:
        path = f"lexicon/{language}/{name}.toml"
        return _use(sources, path, load, sources.merged(path))

    numerals = lexicon("numerals", Numerals.load)
    return Rulebook(
        hash=sources.hash,
        words=read_words(sources, language),
        numerals=numerals,
        hedges=lexicon("hedges", Hedges.load),
        designators=lexicon("designators", lambda table: Designators.load(table, numerals.starters)),
        tolerance=_use(sources, "tolerance.toml", Tolerance.read, sources.replaced("tolerance.toml")),
        matching=_use(sources, "matching.toml", MatchingRules.read, sources.merged("matching.toml")),
    )


def _use(sources: Sources, name: str, load: Callable[[dict[str, Any]], T], table: dict[str, Any]) -> T:
    """What `load` makes of the table; its complaints as RulesError, against the last file of that name."""
    try:
        return load(table)
    except KeyError as error:
        raise RulesError(_last(sources, name), f"lacks {error}", mend="add it, as the shipped file has it") from error
    except (ValueError, TypeError, AttributeError) as error:
        mend = "write the entry as the shipped file does"
        raise RulesError(_last(sources, name), str(error), mend=mend) from error


def _last(sources: Sources, name: str) -> Path | str:
    layers = sources.of(name)
    return layers[-1].path if layers else name
