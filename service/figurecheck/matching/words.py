"""The words that tell one figure or one event from another, and what each weighs."""

import re
from collections.abc import Iterable, Iterator, Mapping

from figurecheck.rulebook import tags
from figurecheck.rulebook.matching import MatchingRules
from figurecheck.rulebook.words import WordIndex

TOKEN = re.compile(r"<[^<>]*>|[^\W\d_]+(?:['’.-][^\W\d_]+)*|[,;:()–—.!?]")
"""A tag (skipped), a word, or a sign that parts clauses."""

_FUNCTION = (
    tags.DET | tags.PREP | tags.CONJ | tags.PRON | tags.AUX | tags.NUM | tags.POSS | tags.REL | tags.MODAL | tags.NEG
    | tags.TO | tags.POSSPRON
)  # fmt: skip
_OPEN_CLASS = tags.NOUN | tags.NOUNS | tags.VERB | tags.VERBZ | tags.PAST | tags.PARTICIPLE | tags.GERUND | tags.ADJ
_SIGNS = frozenset(",;:()–—.")
_FADE = 0.5
"""What one clause further away costs a word."""
_FAINT = 0.15


def plain(token: str) -> str:
    """The token without its possessive ending."""
    for ending in ("'s", "’s", "'", "’"):
        if token.endswith(ending):
            return token[: -len(ending)]
    return token


def lemma(low: str, index: WordIndex) -> str:
    """One form for all forms of a word: the verb's ("shooting", "shot" -> "shoot"), else the noun's."""
    if "-" in low and not index.known(low):
        return low
    return index.verb(low) or index.noun(low) or low


def content(low: str, index: WordIndex) -> bool:
    """Does a word say what is spoken of, rather than hold the sentence together?"""
    bits = index.tags(low)
    return len(low) > 1 and not (bits & _FUNCTION and not bits & _OPEN_CLASS)


def tokens(text: str) -> Iterator[tuple[int, str]]:
    """Words and clause signs of a text with where they start; tags of HTML are passed over."""
    for found in TOKEN.finditer(text):
        if not found.group().startswith("<"):
            yield found.start(), found.group()


def title_case(text: str) -> bool:
    """Are most of a headline's words capitalised, so that a capital names nothing?"""
    words = [t for _, t in tokens(text) if t[0].isalpha() and len(t) > 3]
    return sum(word[0].isupper() for word in words) > 0.6 * len(words)


def names(text: str, index: WordIndex, rules: MatchingRules) -> set[str]:
    """Capitalised words that stand for a name: not at a sentence's start, or in no dictionary; lower case."""
    found: set[str] = set()
    headline = title_case(text)
    start = True
    for _, token in tokens(text):
        if not token[0].isalpha():
            start = start or token in ".!?:"
            continue
        word = plain(token)
        low = word.lower()
        if word[:1].isupper() and low not in rules.silent and content(low, index):
            known = index.known(low) and index.tags(low) != tags.NAME
            if not known or not (start or headline):
                found.add(low)
        start = False
    return found


def bag(
    text: str, sentence: tuple[int, int], span: tuple[int, int], index: WordIndex, rules: MatchingRules
) -> dict[str, float]:
    """The content words of a figure's sentence with their nearness: 1 in the figure's own clause, less further off."""
    start, end = sentence
    blank = text[start : span[0]] + " " * (span[1] - span[0]) + text[span[1] : end]
    clauses = _clauses(blank, index, rules)
    own = max((i for i, (at, _, _) in enumerate(clauses) if start + at <= span[0]), default=0)
    found: dict[str, float] = {}
    for order in (range(own, -1, -1), range(own + 1, len(clauses))):
        far = 0 if order.step < 0 else 1
        for i in order:
            _, aside, words = clauses[i]
            weight = max(_FADE**far, _FAINT)
            for word in words:
                found[word] = max(weight, found.get(word, 0.0))
            far += 0 if aside and i != own else 1
    return found


def _clauses(sentence: str, index: WordIndex, rules: MatchingRules) -> list[tuple[int, bool, list[str]]]:
    """A sentence's clauses: where each starts, whether it is an aside between commas, and its content words."""
    found: list[tuple[int, bool, list[str]]] = [(0, False, [])]
    for at, token in tokens(sentence):
        low = plain(token).lower()
        if token in _SIGNS or low in rules.clauses:
            if found[-1][2]:
                found.append((at, low in rules.asides or token == "(", []))
            elif low in rules.asides:
                found[-1] = (found[-1][0], True, found[-1][2])
        elif token[0].isalpha() and low not in rules.silent and content(low, index):
            word = lemma(low, index)
            if word not in rules.silent:
                found[-1][2].append(word)
    return found


def weight(word: str, names_here: frozenset[str], index: WordIndex, rules: MatchingRules) -> float:
    """What sharing a word says of two texts, by its class: a name, a word in no dictionary, a plain or a common one."""
    if word in rules.common:
        return rules.words["common_weight"]
    if word in names_here:
        return rules.words["name"]
    return rules.words["plain"] if index.known(word) else rules.words["rare"]


def overlap(left: Mapping[str, float], right: Mapping[str, float], weights: Mapping[str, float]) -> tuple[float, float]:
    """The weight of the words shared, and the weight of the smaller side; a word counts by its fainter mention."""
    shared = sum(min(near, right[word]) * weights[word] for word, near in left.items() if word in right)
    size = min(sum(near * weights[w] for w, near in side.items()) for side in (left, right))
    return shared, size


def evidence(shared: float, size: float, rules: MatchingRules, scope: str) -> float:
    """The bits that an overlap of words gives: more for larger texts, nothing at the share that chance brings."""
    if not size:
        return 0.0
    w = rules.words
    bits = w[f"{scope}_scale"] * min(size / w[f"{scope}_unit"], 1.0) * (shared / size - w[f"{scope}_even"])
    return min(max(bits, w[f"{scope}_low"]), w[f"{scope}_high"])


def lemmas(text: str, index: WordIndex, rules: MatchingRules) -> Iterable[str]:
    """The content words of a text as lemmas, in order, with repeats."""
    for _, token in tokens(text):
        low = plain(token).lower()
        if low[0].isalpha() and low not in rules.silent and content(low, index):
            word = lemma(low, index)
            if word not in rules.silent:
                yield word
