"""What is made of the lists and rows of rules/matching.toml: look-ups by word, and patterns."""

import re
from collections.abc import Mapping
from typing import Any


def terms(synonyms: Mapping[str, str | list[str]]) -> Mapping[str, str]:
    """The word by which each of its synonyms is compared.

    Raises ValueError where one stands with two.
    """
    found: dict[str, str] = {}
    for term, row in synonyms.items():
        members = row.split(",") if isinstance(row, str) else row
        for word in (term, *(member.strip() for member in members)):
            if found.setdefault(word, term) != term:
                raise ValueError(f"{word!r} stands with {found[word]!r} and with {term!r}: keep it in one of them")
    return found


def owners(table: Mapping[str, list[str]]) -> dict[str, Any]:
    """ "it would cut", "said its jets"; "Power stations cut their emissions"."""
    pronouns, plans, said, possessives, belongs = (
        alternation(table[name]) for name in ("pronouns", "plans", "said", "possessives", "belongs")
    )
    word = "[\\w’'-]+"
    return {
        "own": re.compile(rf"\b(?:(?:{pronouns}) (?:{plans})|(?:{said}) (?:that )?(?:{possessives}))\b"),
        "owner": re.compile(rf"((?:{word} ){{0,3}}{word}) ([a-z]+) (?:{belongs}) "),
        "themselves": frozenset(table["pronouns"]),
        "belongs": frozenset(table["belongs"]),
        "reported": frozenset(table["reported"]),
        "possessives": possessives,
    }


def between_spaces(phrases: list[str]) -> tuple[str, ...]:
    """The phrases as they stand within a text."""
    return tuple(f" {phrase} " for phrase in phrases)


def alternation(words: list[str]) -> str:
    """A pattern of any of these words or phrases."""
    return "|".join(map(re.escape, words))


def named(groups: list[list[str]]) -> Mapping[str, str]:
    """The first of its group by each word; of the first group, where it stands in several."""
    return {word: group[0] for group in reversed(groups) for word in group}


def phrases(table: Mapping[str, list[str]]) -> Mapping[str, re.Pattern[str]]:
    """For each name, what finds any of its phrases in a text."""
    return {name: re.compile(rf"\b(?:{alternation(phrases)})\b", re.IGNORECASE) for name, phrases in table.items()}


def numbers(groups: list[list[str]]) -> Mapping[str, frozenset[int]]:
    """The numbers of the groups that each word stands in."""
    found: dict[str, set[int]] = {}
    for i, group in enumerate(groups):
        for word in group:
            found.setdefault(word, set()).add(i)
    return {word: frozenset(numbers) for word, numbers in found.items()}


def number(groups: list[list[str]]) -> Mapping[str, int]:
    """The number of the group that each word stands in."""
    return {word: i for i, group in enumerate(groups) for word in group}


def forms(rows: list[list[str]]) -> Mapping[str, tuple[int, str]]:
    """The row that each form stands in, and the word by which it goes there; spaces part the forms of one word."""
    return {form: (i, forms.split()[0]) for i, row in enumerate(rows) for forms in row for form in forms.split()}


def poles(rows: list[list[list[str]]]) -> dict[str, frozenset[int]]:
    """The rows of opposites that each word stands in, counted from 1: above 0 on the one side, below 0 on the other."""
    found: dict[str, set[int]] = {}
    for i, (one, other) in enumerate(rows, 1):
        for pole, side in ((i, one), (-i, other)):
            for word in side:
                found.setdefault(word, set()).add(pole)
    return {word: frozenset(poles) for word, poles in found.items()}


def sides(rows: list[list[list[str]]]) -> dict[str, frozenset[tuple[int, int]]]:
    """The rows of alternatives that each word stands in, and on which side."""
    found: dict[str, set[tuple[int, int]]] = {}
    for i, row in enumerate(rows):
        for j, side in enumerate(row):
            for word in side:
                found.setdefault(word, set()).add((i, j))
    return {word: frozenset(sides) for word, sides in found.items()}


def pairs(rows: list[list[str]]) -> frozenset[frozenset[str]]:
    """The pairs, either way round."""
    return frozenset(map(frozenset, rows))


def sums(rows: list[list[str]]) -> Mapping[str, frozenset[str]]:
    """The parts of each whole."""
    return {whole: frozenset(parts) for whole, *parts in rows}
