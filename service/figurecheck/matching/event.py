"""The same-event gate: do two articles speak of one event? Place, names and words say so; numbers never do."""

from dataclasses import dataclass
from datetime import date

from figurecheck.matching.account import Account, Profile
from figurecheck.matching.words import evidence, weight
from figurecheck.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class Event:
    """What two articles as wholes say of each other.

    `bits` is the weight of the names and words that they share; `days` how far apart they were published, None where
    that is not known.
    """

    bits: float
    days: int | None
    shared: tuple[str, ...]
    earlier: bool | None
    """Was the left one published before the right? None where that is not known."""


def event(left: Account, right: Account, rulebook: Rulebook) -> Event:
    """What the two articles have in common."""
    a, b = left.profile, right.profile
    rules, index = rulebook.matching, rulebook.words
    names = frozenset(a.names) | frozenset(b.names)

    def total(words: frozenset[str]) -> float:
        return sum(weight(word, names, index, rules) for word in sorted(words))

    words_a, words_b = frozenset(a.words), frozenset(b.words)
    both = words_a & words_b
    nations = len(set(a.nations) & set(b.nations)) * rules.words["nation"]
    size = min(
        total(words_a) + len(a.nations) * rules.words["nation"], total(words_b) + len(b.nations) * rules.words["nation"]
    )
    elsewhere = rules.words["elsewhere"] * min(size / rules.words["event_unit"], 1.0)
    telling = sorted(both - rules.common, key=lambda word: (-weight(word, names, index, rules), word))
    return Event(
        bits=evidence(total(both) + nations, size, rules, "event")
        + (elsewhere if a.nations and b.nations and not nations else 0.0),
        days=_days(a, b),
        shared=tuple(telling[:6]),
        earlier=_earlier(left, right),
    )


def _days(left: Profile, right: Profile) -> int | None:
    if left.day is None or right.day is None:
        return None
    return abs((date.fromisoformat(left.day) - date.fromisoformat(right.day)).days)


def _earlier(left: Account, right: Account) -> bool | None:
    a, b = left.article.published, right.article.published
    return None if a is None or b is None or a == b else a < b
