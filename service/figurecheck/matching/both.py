"""What all pairs of two articles' figures have in common."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import log2

from figurecheck.matching.account import Account
from figurecheck.matching.event import Event, event
from figurecheck.matching.words import weight
from figurecheck.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Both:
    """Two articles: what they share as wholes, what the words around their figures weigh, names and nations of each."""

    event: Event
    words: Mapping[str, float]
    names: tuple[frozenset[str], frozenset[str]]
    nations: tuple[frozenset[str], frozenset[str]]


def both(left: Account, right: Account, book: Rulebook) -> Both:
    """What the two articles have in common. A word near many figures tells none of them apart, and weighs less."""
    names = frozenset(left.profile.names), frozenset(right.profile.names)
    spread: Counter[str] = Counter()
    for account in (left, right):
        near: dict[tuple[str, int], set[str]] = defaultdict(set)
        for line in account.lines(book):
            near[line.figure.where, line.figure.sentence[0]].update(line.near)
        for word, count in Counter(word for words in near.values() for word in words).items():
            spread[word] = max(spread[word], count)
    everyone = names[0] | names[1]
    words = {w: weight(w, everyone, book.words, book.matching) / (1 + log2(count)) for w, count in spread.items()}
    nations = frozenset(left.profile.nations), frozenset(right.profile.nations)
    return Both(event(left, right, book), words, names, nations)
