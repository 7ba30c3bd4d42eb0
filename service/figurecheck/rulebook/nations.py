"""Nations and the places in them: rules/lexicon/*/nations.toml by every name they go by."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from figurecheck.rulebook.indexing import only, table, words
from figurecheck.rulebook.sources import Layer, Sources

KEYS: Final = ("people", "capital", "also")
TABLES: Final = ("nations", "bodies", "places", "seas", "regions")


@dataclass(frozen=True, slots=True, repr=False)
class Nations:
    """Nations by name. Keys are in lower case: ask only for words that the copy writes with a capital."""

    names: Mapping[str, str]
    """Names, aliases, demonyms of nations and of bodies of nations, to the name: "ukrainian" -> "Ukraine"."""
    capitals: Mapping[str, str]
    """Capitals, which can stand for their government: "kyiv" -> "Ukraine"."""
    demonyms: Mapping[str, str]
    bodies: frozenset[str]
    """Names of bodies that act as nations do and lie nowhere."""
    uncapped: frozenset[str]
    """Those of their names and aliases that copy writes without a capital: "euro zone"."""
    uncapped_words: frozenset[str]
    """The first words of these."""
    places: Mapping[str, str]
    """Cities, states and provinces, capitals too, to the nation they lie in."""
    seas: frozenset[str]
    regions: frozenset[str]
    """Continents and parts of the world, and waters (`seas`), that lie in no one nation."""

    def nation_of(self, name: str) -> str | None:
        """The nation that a name, alias, demonym or capital stands for ("Kyiv", "Ukrainians" -> "Ukraine"), or None."""
        key = name.lower()
        found = self.names.get(key) or self.capitals.get(key)
        if found is None and key.endswith("s"):
            found = self.demonyms.get(key[:-1])
        return found

    def nation_of_place(self, place: str) -> str | None:
        """The nation in which a city, state or province lies, or None; a nation's own name gives itself."""
        key = place.lower()
        return self.places.get(key) or self.names.get(key)

    def is_place(self, name: str) -> bool:
        """Whether the name is that of a listed place, nation, sea or region; a demonym is none."""
        key = name.lower()
        if key in self.places or key in self.seas or key in self.regions:
            return True
        return key in self.names and key not in self.demonyms


class _Reader:
    def __init__(self) -> None:
        self.names: dict[str, str] = {}
        self.capitals: dict[str, str] = {}
        self.demonyms: dict[str, str] = {}
        self.bodies: dict[str, None] = {}
        self.uncapped: dict[str, None] = {}
        self.places: dict[str, str] = {}
        self.sets: dict[str, dict[str, None]] = {"seas": {}, "regions": {}}

    def read(self, layer: Layer) -> None:
        only(layer, "", layer.table, TABLES)
        for name, entry in self._entries(layer, "nations"):
            self._nation(layer, name, table(layer, f"nations.{name}", entry))
        for name, aliases in self._entries(layer, "bodies"):
            self.bodies[name] = None
            for alias in (name, *words(layer, f"bodies.{name}", aliases)):
                self.names[alias.lower()] = name
                if alias.islower() and not alias.startswith("the "):
                    self.uncapped[alias] = None
        for nation, places in self._entries(layer, "places"):
            for place in words(layer, f"places.{nation}", places):
                self.places[place.lower()] = nation
        for kind, found in self.sets.items():
            found.update({name.lower(): None for name in words(layer, kind, layer.table.get(kind, []))})

    def _entries(self, layer: Layer, name: str) -> Iterator[tuple[str, Any]]:
        yield from table(layer, name, layer.table.get(name, {})).items()

    def _nation(self, layer: Layer, name: str, entry: Mapping[str, Any]) -> None:
        only(layer, f"nations.{name}", entry, KEYS)
        people, capitals, also = (words(layer, f"nations.{name}.{key}", entry.get(key, [])) for key in KEYS)
        for alias in (name, *also):
            self.names[alias.lower()] = name
        for demonym in people:
            self.names.setdefault(demonym.lower(), name)
            self.demonyms.setdefault(demonym.lower(), name)
        for capital in capitals:
            self.capitals.setdefault(capital.lower(), name)
            self.places.setdefault(capital.lower(), name)


def read_nations(sources: Sources, language: str) -> Nations:
    """The nations of all files. Raises RulesError for an unknown key or a value of another shape."""
    reader = _Reader()
    for layer in sources.of(f"lexicon/{language}/nations.toml"):
        reader.read(layer)
    return Nations(
        names=reader.names,
        capitals=reader.capitals,
        demonyms=reader.demonyms,
        bodies=frozenset(reader.bodies),
        uncapped=frozenset(reader.uncapped),
        uncapped_words=frozenset(name.split()[0] for name in reader.uncapped),
        places=reader.places,
        seas=frozenset(reader.sets["seas"]),
        regions=frozenset(reader.sets["regions"]),
    )
