"""Tables of words turned round: from "class = [words]" to each word's class."""

from collections.abc import Iterable, Iterator
from typing import Any

from figurecheck.rulebook.errors import RulesError
from figurecheck.rulebook.sources import Layer

Entry = tuple[Layer, str, str]
"""A word's file, the place of its list in it, and its class."""


def words(layer: Layer, place: str, value: Any) -> list[str]:
    """The words of a list, or of a string that holds them with commas between, over as many lines as they need.

    Raises RulesError, naming file and place, for anything else.
    """
    if isinstance(value, str):
        return [word for part in value.replace("\n", " ").split(",") if (word := part.strip())]
    if isinstance(value, list) and all(isinstance(item, str) and item for item in value):
        return value
    mend = 'write "one, another" or ["one", "another"]'
    raise RulesError(layer.path, "is not a list of words", place=place, mend=mend)


def table(layer: Layer, place: str, value: Any) -> dict[str, Any]:
    """The value as a table; raises RulesError where it is none."""
    if isinstance(value, dict):
        return value
    raise RulesError(layer.path, "is not a table", place=place, mend=f"write it as [{place}] with lines below")


def text(layer: Layer, place: str, value: Any) -> str:
    """The value as a string that is not empty; raises RulesError where it is none."""
    if isinstance(value, str) and value:
        return value
    raise RulesError(layer.path, "is not a string", place=place, mend='write it as "..."')


def only(layer: Layer, place: str, value: Iterable[str], known: Iterable[str]) -> None:
    """Raises RulesError for a key that is not among the known ones."""
    known = list(known)
    for key in value:
        if key not in known:
            where = f"{place}.{key}" if place else key
            raise RulesError(layer.path, "unknown key", place=where, mend=f"known are {', '.join(known)}")


class Index:
    """Words with their classes. Of two files the later wins; two classes for a word in one file are an error."""

    def __init__(self) -> None:
        self._entries: dict[str, Entry] = {}

    def add(self, layer: Layer, place: str, members: Any, name: str) -> None:
        """Puts the words of one list in a class. Raises RulesError for a list that is none, or a word placed twice."""
        for word in words(layer, place, members):
            old = self._entries.get(word)
            if old is not None and old[0] is layer and old[2] != name:
                problem = f"{word!r} stands in {old[1]} as well"
                raise RulesError(layer.path, problem, place=place, mend="keep it in one of them")
            self._entries[word] = (layer, place, name)

    def items(self) -> Iterator[tuple[str, str]]:
        """Each word and its class, in the order of the files."""
        for word, (_, _, name) in self._entries.items():
            yield word, name

    def entries(self) -> Iterator[tuple[str, Entry]]:
        """Each word with where it stands."""
        yield from self._entries.items()
