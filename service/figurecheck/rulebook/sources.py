"""The files of rules in force: the shipped ones, and desks' own laid over them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from typing import Any, Final, TypeGuard

import rtoml

from figurecheck.rulebook.errors import RulesError

Table = Mapping[str, Any]

PACKAGE: Final = Path(__file__).resolve().parent.parent
NAME_KEYS: Final = ("name", "whole", "word", "code")
"""What names an entry of an array of tables, so that a desk's entry takes the place of the shipped one of that name."""


def shipped() -> Path:
    """The rules that come with the package: `_rules` in a wheel, else the checkout's `rules`."""
    installed = PACKAGE / "_rules"
    return installed if installed.is_dir() else PACKAGE.parent.parent / "rules"


@dataclass(frozen=True, slots=True)
class Layer:
    """One file of rules: where it is, its path below the rules folder ("lexicon/en/words.toml"), what it says."""

    path: Path
    name: str
    table: Table


@dataclass(frozen=True, slots=True)
class Sources:
    """Every file in force, the shipped ones first, and the hash of all their bytes."""

    layers: tuple[Layer, ...]
    hash: str

    def of(self, name: str) -> tuple[Layer, ...]:
        """The files of one name, shipped first; a name that ends in "*" stands for all that begin so."""
        if name.endswith("*"):
            return tuple(layer for layer in self.layers if layer.name.startswith(name[:-1]))
        return tuple(layer for layer in self.layers if layer.name == name)

    def merged(self, name: str) -> dict[str, Any]:
        """The files of one name as one table, a desk's entries winning; empty where there is no such file."""
        result: dict[str, Any] = {}
        for layer in self.of(name):
            result = merge(result, layer.table)
        return result

    def replaced(self, name: str) -> dict[str, Any]:
        """The files of one name as one table, where a desk's value, a list too, takes the place of the shipped one."""
        return {key: value for layer in self.of(name) for key, value in layer.table.items()}


def read(overlays: tuple[Path, ...] = ()) -> Sources:
    """Reads the shipped rules and the folders laid over them, in order. Raises RulesError for a folder or file that
    cannot be used."""
    layers = list(_folder(shipped()))
    known = {name for _, name, _ in layers}
    for folder in overlays:
        if not folder.is_dir():
            raise RulesError(folder, "no such folder of rules", mend="give a folder laid out like the shipped rules/")
        added = list(_folder(folder))
        for path, name, _ in added:
            _check_name(path, name, known)
        layers += added
    digest = blake2b(digest_size=8)
    for _, name, data in layers:
        digest.update(f"{name}\0{len(data)}\0".encode())
        digest.update(data)
    return Sources(tuple(Layer(path, name, _parse(path, data)) for path, name, data in layers), digest.hexdigest())


def merge(base: Table, over: Table) -> dict[str, Any]:
    """One table laid over another: tables merge by key, lists of tables by name, lists of words add up (a word that
    goes into one list leaves the others of that table), any other value of the desk wins."""
    result = dict(base)
    moved = {word for value in over.values() if _is_words(value) for word in value}
    if moved:
        for key, value in result.items():
            if _is_words(value) and key not in over:
                result[key] = [word for word in value if word not in moved]
    for key, value in over.items():
        old = result.get(key)
        if isinstance(value, dict) and isinstance(old, dict):
            result[key] = merge(old, value)
        elif _is_words(value) and _is_words(old):
            result[key] = list(dict.fromkeys([*old, *value]))
        elif _is_tables(value) and _is_tables(old):
            result[key] = _merge_named(old, value)
        else:
            result[key] = value
    return result


def _is_words(value: object) -> TypeGuard[list[str]]:
    return isinstance(value, list) and all(isinstance(item, str) for item in value)


def _is_tables(value: object) -> TypeGuard[list[dict[str, Any]]]:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _merge_named(base: list[dict[str, Any]], over: list[dict[str, Any]]) -> list[dict[str, Any]]:
    def key(entry: dict[str, Any]) -> object:
        return next((entry[name] for name in NAME_KEYS if name in entry), repr(sorted(entry)))

    entries = {key(entry): entry for entry in base}
    for entry in over:
        entries[key(entry)] = merge(entries.get(key(entry), {}), entry)
    return list(entries.values())


def _folder(root: Path) -> Iterator[tuple[Path, str, bytes]]:
    for path in sorted(root.rglob("*.toml")):
        yield path, path.relative_to(root).as_posix(), path.read_bytes()


def _check_name(path: Path, name: str, known: set[str]) -> None:
    if name in known or name.startswith("lexicon/en/concepts"):
        return
    raise RulesError(path, "no rules of this name", mend=f"known are {', '.join(sorted(known))}")


def _parse(path: Path, data: bytes) -> Table:
    try:
        return rtoml.loads(data.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise RulesError(path, f"not UTF-8 at byte {error.start}", mend="save the file as UTF-8") from error
    except rtoml.TomlParsingError as error:
        raise RulesError(path, f"not TOML: {error}", mend="mend the line named, or run a TOML linter") from error
