"""What nouns count as: rules/lexicon/*/concepts*.toml as a tree of concepts and the words for each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from figurecheck.rulebook.errors import RulesError
from figurecheck.rulebook.indexing import Index, table
from figurecheck.rulebook.sources import Layer, Sources

ROOT: Final = "concept"
"""The table that holds the concepts with nothing above them."""


@dataclass(frozen=True, slots=True, repr=False)
class Concepts:
    """Concepts by word, and what lies above each. Words are singular, in lower case; phrases have single spaces."""

    by_word: Mapping[str, str]
    above: Mapping[str, tuple[str, ...]]
    """Every concept with the wider ones, nearest first."""
    longest: int
    """The words of the longest phrase."""

    def of(self, phrase: str) -> str | None:
        """The concept of a singular noun or noun phrase in lower case ("unmanned aerial vehicle" -> "uav"), or None."""
        return self.by_word.get(phrase)

    def is_a(self, concept: str | None, wider: str) -> bool:
        """Whether the concept is the wider one or lies below it; False for None."""
        return concept == wider or (concept is not None and wider in self.above.get(concept, ()))


def read_concepts(sources: Sources, language: str) -> Concepts:
    """The concepts of all files. Raises RulesError for a concept below itself or below one that nobody defines."""
    parents: dict[str, tuple[str, Layer]] = {}
    index = Index()
    for layer in sources.of(f"lexicon/{language}/concepts*"):
        for wider, narrower in layer.table.items():
            for name, members in table(layer, wider, narrower).items():
                parents[name] = (wider, layer)
                index.add(layer, f"{wider}.{name}", members, name)
    by_word = dict(index.items())
    above = {name: _above(name, parents) for name in parents}
    return Concepts(by_word, above, max((word.count(" ") + 1 for word in by_word), default=1))


def _above(name: str, parents: Mapping[str, tuple[str, Layer]]) -> tuple[str, ...]:
    chain: list[str] = []
    wider, layer = parents[name]
    while wider != ROOT:
        if wider in chain or wider == name:
            raise RulesError(layer.path, "lies below itself", place=name, mend="take one of its wider concepts away")
        if wider not in parents:
            mend = f"name a concept that some table defines, or [{ROOT}]"
            raise RulesError(layer.path, f"no concept {wider!r} is defined", place=f"{wider}.{name}", mend=mend)
        chain.append(wider)
        wider, layer = parents[wider]
    return tuple(chain)
