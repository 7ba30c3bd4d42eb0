"""The words that tell one figure or one event from another, and what each weighs."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from figurecheck.rulebook import tags
from figurecheck.rulebook.matching import MatchingRules
from figurecheck.rulebook.words import WordIndex

TOKEN = re.compile(r"<[^<>]*>|[^\W\d_]+(?:['’.-][^\W\d_]+)*|[,;:()–—.!?]")
"""A tag (skipped), a word, or a sign that parts clauses."""
SIGNS = frozenset(",;:()–—.")
"""Signs that a clause ends at."""

_FUNCTION = (
    tags.DET | tags.PREP | tags.CONJ | tags.PRON | tags.AUX | tags.NUM | tags.POSS | tags.REL | tags.MODAL | tags.NEG
    | tags.TO | tags.POSSPRON
)  # fmt: skip
_OPEN_CLASS = tags.NOUN | tags.NOUNS | tags.VERB | tags.VERBZ | tags.PAST | tags.PARTICIPLE | tags.GERUND | tags.ADJ


class Word(NamedTuple):
    """A token as it is read: in lower case without its possessive, its lemma, its singular, the word that it is
    compared as; and whether it tells what is spoken of, has a capital, and begins a clause."""

    low: str
    lemma: str
    noun: str
    term: str
    telling: bool
    capital: bool
    opens: bool


class _Key:
    """The tables that a memo belongs to, told apart by identity: rulebooks are made once."""

    __slots__ = ("index", "rules")

    def __init__(self, index: WordIndex, rules: MatchingRules) -> None:
        self.index = index
        self.rules = rules

    def __hash__(self) -> int:
        return id(self.rules)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.index is other.index and self.rules is other.rules


@lru_cache(maxsize=8)
def _memo(key: _Key) -> dict[str, Word]:
    return {}


MOST = 200_000
"""Tokens that are remembered, at most."""


def reader(index: WordIndex, rules: MatchingRules) -> Callable[[str], Word]:
    """What reads one token; each is worked out once."""
    memo = _memo(_Key(index, rules))

    def read(token: str) -> Word:
        found = memo.get(token)
        if found is None:
            if len(memo) >= MOST:
                memo.clear()
            word = plain(token)
            low = word.lower()
            form = lemma(low, index)
            telling = low not in rules.silent and form not in rules.silent and content(low, index)
            term = rules.terms.get(low) or rules.terms.get(form, form)
            opens = token in SIGNS or low in rules.clauses
            found = memo[token] = Word(low, form, index.noun(low) or low, term, telling, word[:1].isupper(), opens)
        return found

    return read


def plain(token: str) -> str:
    """The token without its possessive ending."""
    if token[-1:] in "'’":
        return token[:-1]
    return token[:-2] if token[-2:] in ("'s", "’s") else token


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
        token = found.group()
        if token[0] != "<":
            yield found.start(), token


def listed(text: str) -> list[str]:
    """Words and clause signs of a text; tags of HTML are passed over."""
    found: list[str] = TOKEN.findall(text)
    return [token for token in found if token[0] != "<"] if "<" in text else found


def title_case(text: Iterable[str]) -> bool:
    """Are most of a headline's words capitalised, so that a capital names nothing?"""
    words = [token for token in text if len(token) > 3 and token[0].isalpha()]
    return sum(word[0].isupper() for word in words) > 0.6 * len(words)


def names(text: Sequence[str], index: WordIndex, rules: MatchingRules) -> set[str]:
    """Capitalised tokens that stand for a name: not at a sentence's start, or in no dictionary; lower case."""
    read, found = reader(index, rules), set()
    headline, start = title_case(text), True
    for token in text:
        if not token[0].isalpha():
            start = start or token in ".!?:"
            continue
        word = read(token)
        if word.capital and word.telling:
            known = index.known(word.low) and index.tags(word.low) != tags.NAME
            if not known or not (start or headline):
                found.add(word.low)
        start = False
    return found


def weight(word: str, names_here: frozenset[str], index: WordIndex, rules: MatchingRules) -> float:
    """What sharing a word says of two texts, by its class: a name, a word in no dictionary, a plain or a common one."""
    if word in rules.common:
        return rules.words["common_weight"]
    if word in names_here:
        return rules.words["name"]
    return rules.words["plain"] if index.known(word) else rules.words["rare"]


def lemmas(text: str, index: WordIndex, rules: MatchingRules) -> list[str]:
    """The content words of a text as they are compared, in order, with repeats."""
    return telling(listed(text), index, rules)


def telling(text: Iterable[str], index: WordIndex, rules: MatchingRules) -> list[str]:
    """The content words among tokens as they are compared, in order, with repeats."""
    read = reader(index, rules)
    return [word.term for token in text if token[0].isalpha() and (word := read(token)).telling]
