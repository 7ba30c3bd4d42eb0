"""The words around a figure: how near each stands, and what the figure's clause speaks of."""

from typing import NamedTuple

from figurecheck.matching.words import reader, tokens
from figurecheck.rulebook.matching import MatchingRules
from figurecheck.rulebook.words import WordIndex

_SIGNS = frozenset(",;:()–—.")
_FADE = 0.5
"""What one clause further away costs a word."""
_FAINT = 0.15
"""What a word of the same sentence is worth at the least."""
TOPIC = 4
"""Content words, from the start of a clause, that say what it speaks of."""


class Around(NamedTuple):
    """The content words of a figure's sentence with their nearness, 1 in its own clause, and its first words."""

    near: dict[str, float]
    topic: frozenset[str]


class _Clause(NamedTuple):
    start: int
    aside: bool
    words: list[str]


def around(
    text: str, sentence: tuple[int, int], span: tuple[int, int], index: WordIndex, rules: MatchingRules
) -> Around:
    """The words around the figure at `span` of the text, in its sentence; those of the figure itself are left out."""
    start, end = sentence
    blank = text[start : span[0]] + " " * (span[1] - span[0]) + text[span[1] : end]
    clauses = _clauses(blank, index, rules)
    own = max((i for i, clause in enumerate(clauses) if start + clause.start <= span[0]), default=0)
    near: dict[str, float] = {}
    for order in (range(own, -1, -1), range(own + 1, len(clauses))):
        far = 0 if order.step < 0 else 1
        for i in order:
            weight = max(_FADE**far, _FAINT)
            for word in clauses[i].words:
                near[word] = max(weight, near.get(word, 0.0))
            far += 0 if clauses[i].aside and i != own else 1
    return Around(near, _topic(clauses[: own + 1], blank[: span[0] - start], index, rules))


def _topic(clauses: list[_Clause], before: str, index: WordIndex, rules: MatchingRules) -> frozenset[str]:
    """The first content words of the clause, up to the figure; of the one before it, where it has none of its own."""
    last = _clauses(before[clauses[-1].start :], index, rules)
    own = [word for clause in last for word in clause.words]
    if len(own) >= 2:
        return frozenset(own[:TOPIC])
    earlier = [clause.words for clause in clauses[:-1] if not clause.aside and clause.words]
    return frozenset((earlier[-1][:TOPIC] if earlier else []) + own)


def _clauses(sentence: str, index: WordIndex, rules: MatchingRules) -> list[_Clause]:
    """A sentence's clauses; those from a "which" behind a comma to the next comma are asides."""
    found = [_Clause(0, False, [])]
    comma = aside = False
    read = reader(index, rules)
    for at, token in tokens(sentence):
        word = read(token)
        low = word.low
        if token in _SIGNS or low in rules.clauses:
            aside = (aside and token not in _SIGNS) or (comma and low in rules.asides) or token == "("
            comma = token in _SIGNS
            if found[-1].words:
                found.append(_Clause(at, aside, []))
            else:
                found[-1] = found[-1]._replace(aside=aside)
        elif token[0].isalpha():
            comma = False
            if word.telling:
                found[-1].words.append(word.term)
    return found
