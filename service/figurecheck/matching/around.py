"""The words around a figure: how near each stands, and what the figure's clause speaks of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from figurecheck.matching.said import Token
from figurecheck.matching.words import SIGNS
from figurecheck.rulebook.matching import MatchingRules

_FADE = 0.5
"""What one clause further away costs a word."""
_FAINT = 0.15
"""What a word of the same sentence is worth at the least."""
TOPIC = 4
"""Content words, from the start of a clause, that say what it speaks of."""
CLOSE = 4
"""Words that may stand between an age and whose it is."""
SEVERAL = 12
"""How near a toll a word stands that makes it that of several events."""


class Around(NamedTuple):
    """What stands around a figure in its sentence.

    `near`: the content words with their nearness; `own`: those of its own clause; `topic`: what its clause speaks of;
    `beside`: the words right before and after it; `close`: those a few words off; `several`: it is of several events.
    """

    near: dict[str, float]
    own: frozenset[str]
    topic: frozenset[str]
    beside: tuple[str | None, str | None]
    close: frozenset[str]
    several: bool


@dataclass(slots=True)
class _Clause:
    start: int
    aside: bool
    words: list[str]


def around(start: int, before: Sequence[Token], after: Sequence[Token], rules: MatchingRules) -> Around:
    """The words around a figure that starts there, of those before and after it in its sentence."""
    clauses = _clauses((*before, *after), rules)
    own = max((i for i, clause in enumerate(clauses) if clause.start <= start), default=0)
    return Around(
        near=_near(clauses, own),
        own=frozenset(clauses[own].words),
        topic=_topic(clauses[: own + 1], before),
        beside=(_word(before[-1:]), _word(after[:1])),
        close=frozenset(_within(before, after, CLOSE)),
        several=not rules.several.isdisjoint(_within(before, after, SEVERAL)),
    )


def _near(clauses: Sequence[_Clause], own: int) -> dict[str, float]:
    near: dict[str, float] = {}
    for order in (range(own, -1, -1), range(own + 1, len(clauses))):
        far = 0 if order.step < 0 else 1
        for i in order:
            weight = max(_FADE**far, _FAINT)
            for word in clauses[i].words:
                near[word] = max(weight, near.get(word, 0.0))
            far += 0 if clauses[i].aside and i != own else 1
    return near


def _topic(clauses: Sequence[_Clause], before: Iterable[Token]) -> frozenset[str]:
    """The first content words of the last clause, up to the figure; of the one before it, where it has none of its
    own."""
    start = clauses[-1].start
    own = [word.term for at, *_, word in before if at >= start and word.telling and not word.opens]
    if len(own) >= 2:
        return frozenset(own[:TOPIC])
    earlier = [clause.words for clause in clauses[:-1] if not clause.aside and clause.words]
    return frozenset((earlier[-1][:TOPIC] if earlier else []) + own)


def _clauses(tokens: Iterable[Token], rules: MatchingRules) -> list[_Clause]:
    """A sentence's clauses; those from a "which" behind a comma to the next comma are asides."""
    last = _Clause(0, False, [])
    found = [last]
    comma = aside = False
    for start, _, token, word in tokens:
        if word.opens:
            sign = token in SIGNS
            aside = (aside and not sign) or (comma and word.low in rules.asides) or token == "("
            comma = sign
            if last.words:
                last = _Clause(start, aside, [])
                found.append(last)
            else:
                last.aside = aside
        elif word.telling:
            comma = False
            last.words.append(word.term)
        elif token[0].isalpha():
            comma = False
    return found


def _within(before: Sequence[Token], after: Sequence[Token], reach: int) -> Iterable[str]:
    """The words up to so many tokens off."""
    return (token.word.low for token in (*before[-reach:], *after[:reach]))


def _word(found: Sequence[Token]) -> str | None:
    return found[0].word.low if found and found[0].alpha else None
