"""What all pairs of two articles' figures have in common."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import lru_cache
from math import log2
from operator import mul
from typing import TYPE_CHECKING

from figurecheck.matching.event import Event
from figurecheck.matching.ground import Ground, apart
from figurecheck.matching.line import Crowd
from figurecheck.matching.step import Step
from figurecheck.matching.words import weight
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook.remembered import Remembered

if TYPE_CHECKING:
    from figurecheck.matching.account import Account, Profile

LONG_AGO = timedelta(days=45)
"""A toll of a day this long before the articles is of another event than one that they give no day."""


class Weights(dict[str, float]):
    """What words around figures weigh, worked out as they are asked for: one near many figures tells none apart."""

    def __init__(self, left: "Account", right: "Account", book: Rulebook) -> None:
        self._left, self._right = left.spread(book), right.spread(book)
        common = book.matching.common
        self._names = frozenset(left.profile.names).union(right.profile.names) - common
        self._named, self._unnamed = book.matching.words["name"], _unnamed(book)

    def __missing__(self, word: str) -> float:
        found = self._named if word in self._names else self._unnamed[word]
        sentences = max(self._left.get(word, 1), self._right.get(word, 1))
        if sentences > 1:
            found /= 1 + log2(sentences)
        self[word] = found
        return found


@lru_cache(maxsize=8)
def _unnamed(book: Rulebook) -> Remembered[float]:
    """What a word weighs that is no name in either article."""
    return Remembered(lambda word: weight(word, frozenset(), book.words, book.matching))


@dataclass(frozen=True, slots=True)
class Both:
    """Two articles: what they share as wholes, what the words around their figures weigh, names and nations of each.

    `opening` are the steps that all waterfalls open with: how often two figures are one, and what the articles share;
    `long_ago` is a day, ISO, so long before both that a toll of it is of another event, "" where neither is dated;
    `homes` are the nations of the two stories, none where they may be of one;
    `alone` are the names of each that the other never gives; `sizes` are the weights of all the words around each
    figure, by its id; `days` remembers how spans of days compare.
    """

    event: Event
    opening: tuple[Step, ...]
    words: Mapping[str, float]
    names: tuple[frozenset[str], frozenset[str]]
    alone: tuple[frozenset[str], frozenset[str]]
    nations: tuple[frozenset[str], frozenset[str]]
    homes: tuple[frozenset[str], frozenset[str]]
    crowds: tuple[Mapping[Crowd, int], Mapping[Crowd, int]]
    long_ago: str
    sizes: Mapping[str, float]
    days: dict[object, tuple[Step, ...]] = field(default_factory=dict)


def both(event: Event, left: "Account", right: "Account", book: Rulebook) -> Both:
    """What the two articles have in common."""
    one, other, words = left.profile, right.profile, Weights(left, right, book)
    every = (*left.lines(book), *right.lines(book))
    return Both(
        event=event,
        opening=tuple(_opening(event, book)),
        words=words,
        sizes={line.id: _size(line.around.near, words) for line in every},
        names=(frozenset(one.names), frozenset(other.names)),
        alone=(_alone(one, other, book), _alone(other, one, book)),
        nations=(frozenset(one.nations), frozenset(other.nations)),
        homes=_homes(left.ground(book), right.ground(book), (frozenset(one.nations), frozenset(other.nations))),
        crowds=(left.crowds(book), right.crowds(book)),
        long_ago=(date.fromisoformat(event.day) - LONG_AGO).isoformat() if event.day else "",
    )


def _homes(
    left: Ground, right: Ground, told: tuple[frozenset[str], frozenset[str]]
) -> tuple[frozenset[str], frozenset[str]]:
    nowhere = frozenset[str]()
    return (left.home, right.home) if apart(left, right, told) else (nowhere, nowhere)


def _alone(one: "Profile", other: "Profile", book: Rulebook) -> frozenset[str]:
    return frozenset(one.names).difference(other.names, other.words, book.matching.common)


def _size(near: Mapping[str, float], words: Weights) -> float:
    """What all the words around a figure weigh, each by its nearness."""
    size: float = sum(map(mul, near.values(), map(words.__getitem__, near)))
    return size


def _opening(event: Event, book: Rulebook) -> Iterator[Step]:
    yield Step("words", "prior", book.matching.start, "before anything is compared")
    bits = round(min(event.bits, book.matching.words["event_share"]), 2)
    yield Step("words", "event", bits, "both articles: {}", (", ".join(event.shared) or "no telling word",))
