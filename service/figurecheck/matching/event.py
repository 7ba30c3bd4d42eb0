"""The same-event gate: do two articles speak of one event? Place, names and words say so; numbers never do."""

from dataclasses import dataclass
from datetime import date
from heapq import nsmallest
from typing import TYPE_CHECKING

from figurecheck.rulebook import Rulebook

if TYPE_CHECKING:
    from figurecheck.matching.account import Account, Profile


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
    named: bool = False
    """Do both lead with one name?"""
    day: str = ""
    """The day on which the earlier of them was published, "" where neither is dated."""
    told: float = 0.0
    """How much the shorter of them tells: 0 for a sentence, 1 for a report."""

    @property
    def established(self) -> bool:
        """Is it one event so likely that values may be looked at?"""
        return self.bits > 0 or self.named


def event(left: "Account", right: "Account", rulebook: Rulebook) -> Event:
    """What the two articles have in common. A word weighs as where it weighs more: a name in one is a name."""
    a, b = left.profile, right.profile
    rules = rulebook.matching.words
    mine, theirs = left.weights(rulebook), right.weights(rulebook)
    both = {word: max(weight, theirs[word]) for word, weight in mine.items() if word in theirs}
    nations = len(set(a.nations) & set(b.nations)) * rules["nation"]
    size = min(
        sum(mine.values()) + len(a.nations) * rules["nation"], sum(theirs.values()) + len(b.nations) * rules["nation"]
    )
    told = min(max((size - rules["sentence"]) / (rules["report"] - rules["sentence"]), 0.0), 1.0)
    bits = rulebook.matching.event.bits(sum(both.values()) + nations, size)
    if a.nations and b.nations and not nations:
        bits += rules["elsewhere"] * min(size / rules["event_unit"], 1.0)
    common = rulebook.matching.common
    telling = nsmallest(6, (word for word in both if word not in common), key=lambda word: (-both[word], word))
    named = not _lead_names(a).isdisjoint(_lead_names(b))
    return Event(
        bits,
        _days(a, b),
        tuple(telling),
        _earlier(left, right),
        named,
        min(a.day or b.day or "", b.day or a.day or ""),
        told,
    )


def _lead_names(one: "Profile") -> frozenset[str]:
    """The names that an article leads with."""
    return frozenset(one.lead).intersection(one.names)


def _days(left: "Profile", right: "Profile") -> int | None:
    if left.day is None or right.day is None:
        return None
    return abs((date.fromisoformat(left.day) - date.fromisoformat(right.day)).days)


def _earlier(left: "Account", right: "Account") -> bool | None:
    a, b = left.article.published, right.article.published
    return None if a is None or b is None or a == b else a < b
