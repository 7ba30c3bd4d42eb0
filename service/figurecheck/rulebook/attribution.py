"""Who says so, and how: rules/lexicon/*/attribution.toml as stances by word."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from figurecheck.model import Stance
from figurecheck.rulebook.errors import RulesError
from figurecheck.rulebook.indexing import Index, only, table, words
from figurecheck.rulebook.sources import Layer, Sources

BY_STANCE: Final = ("verbs", "nouns", "phrases", "adverbs", "adjectives")
SETS: Final = ("accusations", "passive")


@dataclass(frozen=True, slots=True, repr=False)
class Attributions:
    """Words of saying with their stance: verbs and nouns as lemmas, phrases and adverbs as written, in lower case."""

    verbs: Mapping[str, Stance]
    nouns: Mapping[str, Stance]
    phrases: Mapping[str, Stance]
    """Phrases with the speaker after them: "according to"."""
    adverbs: Mapping[str, Stance]
    adjectives: Mapping[str, Stance]
    accusations: frozenset[str]
    """Verbs and nouns that charge somebody with what was done: "accuse", "blame"."""
    passive: frozenset[str]
    """Verbs whose passive needs no speaker: "is believed to", "are thought to"."""

    def of_verb(self, verb: str) -> Stance | None:
        """The stance of a verb of saying ("say": stated, "allege": claimed), or None for another verb."""
        return self.verbs.get(verb)

    def of_noun(self, noun: str) -> Stance | None:
        """The stance of a noun of saying ("statement", "claim"), or None for another noun."""
        return self.nouns.get(noun)


def read_attributions(sources: Sources, language: str) -> Attributions:
    """The words of saying of all files. Raises RulesError for an unknown key or stance, or a word placed twice."""
    indexes = {name: Index() for name in BY_STANCE}
    sets: dict[str, dict[str, None]] = {name: {} for name in SETS}
    for layer in sources.of(f"lexicon/{language}/attribution.toml"):
        only(layer, "", layer.table, (*BY_STANCE, *SETS))
        for name, index in indexes.items():
            for stance, members in table(layer, name, layer.table.get(name, {})).items():
                _check(layer, f"{name}.{stance}", stance)
                index.add(layer, f"{name}.{stance}", members, stance)
        for name, found in sets.items():
            found.update(dict.fromkeys(words(layer, name, layer.table.get(name, []))))
    by_stance = {name: {word: Stance(stance) for word, stance in index.items()} for name, index in indexes.items()}
    return Attributions(
        verbs=by_stance["verbs"],
        nouns=by_stance["nouns"],
        phrases=by_stance["phrases"],
        adverbs=by_stance["adverbs"],
        adjectives=by_stance["adjectives"],
        accusations=frozenset(sets["accusations"]),
        passive=frozenset(sets["passive"]),
    )


def _check(layer: Layer, place: str, stance: str) -> None:
    if stance not in Stance.__members__.values():
        raise RulesError(layer.path, f"no stance {stance!r}", place=place, mend=f"known are {', '.join(Stance)}")
