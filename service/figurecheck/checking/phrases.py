"""The words that a rule's file gives it, under [settings], and how they are looked for."""

from collections.abc import Mapping
from functools import lru_cache

from figurecheck.checking.passage import Words
from figurecheck.rulebook.flags import FlagRule


def phrases(rule: FlagRule, name: str) -> frozenset[Words]:
    """The phrases of one setting, each as its words; none where the file has no such setting."""
    return _split(tuple(rule.settings.get(name, ())))


@lru_cache(maxsize=256)
def _split(listed: tuple[str, ...]) -> frozenset[Words]:
    return frozenset(tuple(phrase.split()) for phrase in listed)


def singles(rule: FlagRule, name: str) -> frozenset[str]:
    """The words of one setting that holds no phrases."""
    return _flat(tuple(rule.settings.get(name, ())))


@lru_cache(maxsize=256)
def _flat(listed: tuple[str, ...]) -> frozenset[str]:
    return frozenset(listed)


def ends(text: Words, sought: frozenset[Words]) -> bool:
    """Does the text end with one of the phrases?"""
    return any(text[len(text) - size :] in sought for size in _sizes(sought) if size <= len(text))


def opens(text: Words, sought: frozenset[Words]) -> bool:
    """Does the text open with one of the phrases?"""
    return any(text[:size] in sought for size in _sizes(sought))


def holds(text: Words, sought: frozenset[Words]) -> bool:
    """Does one of the phrases stand anywhere in the text?"""
    by_first = _by_first(sought)
    if by_first.keys().isdisjoint(text):
        return False
    return any(text[i : i + len(phrase)] == phrase for i, word in enumerate(text) for phrase in by_first.get(word, ()))


@lru_cache(maxsize=256)
def _sizes(sought: frozenset[Words]) -> frozenset[int]:
    return frozenset(map(len, sought))


@lru_cache(maxsize=256)
def _by_first(sought: frozenset[Words]) -> Mapping[str, list[Words]]:
    found: dict[str, list[Words]] = {}
    for phrase in filter(None, sought):
        found.setdefault(phrase[0], []).append(phrase)
    return found


def among(text: Words, allowed: frozenset[str]) -> bool:
    """Are all words of the text among these?"""
    return all(word in allowed for word in text)


def bare(text: Words, fillers: frozenset[str]) -> Words:
    """The text without such words at its end."""
    stop = len(text)
    while stop and text[stop - 1] in fillers:
        stop -= 1
    return text[:stop]
