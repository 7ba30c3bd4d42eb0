"""Where the sentences that hold a number begin and end: the rest of the text is never read."""

import re
from collections.abc import Generator, Iterable, Iterator
from functools import lru_cache
from typing import Any

from figurecheck.rulebook import Rulebook
from figurecheck.rulebook.lexicon import Abbreviations

_LIMIT = 2000
"""A sentence is cut after so many characters: longer ones are lists or hostile."""

_LONGEST = 40
"""No number word is longer than this."""
_TALLY = 100
"""How many characters an ordinal may stand before the words that make it a tally."""

_BREAK = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9À-Þ$€£])|[\r\n]+|;\s(?=\d+\s*[).])")
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)+$|[^\W\d_]+\.$|\d+\.$")


@lru_cache(maxsize=8)
def trigger(rulebook: Rulebook) -> re.Pattern[str]:
    """What can begin a figure: a digit, a word that makes numbers in lower case, capitalised or in capitals, an ordinal
    that a running tally follows, and "a" behind a bound ("more than a month")."""
    numerals = rulebook.numerals
    tally = "|".join(re.escape(" ".join(phrase)) for phrase in rulebook.designators.tally)
    words, tallies, after, units, parts = (
        _any(table)
        for table in (
            numerals.starters,
            numerals.tallies,
            numerals.article_after,
            numerals.article_units,
            numerals.denominators,
        )
    )
    signs = "".join(sorted(numerals.vulgar))
    return re.compile(
        rf"[0-9{signs}\s(\[\"'“‘—–/-](?:(?<=[0-9{signs}])|(?:{words}|{_any(numerals.starters).upper()})(?![^\W_])"
        rf"|(?:{tallies})(?=\s[^.!?\n]{{1,{_TALLY}}}?\b(?:{tally})\b)"
        rf"|(?:{after})\s+an?\s+(?:{units})\b|[Aa]n?\s(?:{parts})\b)"
    )


def _any(words: Iterable[str]) -> str:
    """A pattern of words in lower case or capitalised, as a tree of their letters: it is searched in all the text."""
    tree: dict[str, Any] = {}
    for word in words:
        branch = tree
        for letter in word:
            branch = branch.setdefault(letter, {})
        branch[""] = {}
    return "|".join(f"[{first}{first.upper()}]{_branch(rest)}" for first, rest in sorted(tree.items()))


def _branch(tree: dict[str, Any]) -> str:
    below = [re.escape(letter) + _branch(rest) for letter, rest in sorted(tree.items()) if letter]
    if not below:
        return ""
    return f"(?:{'|'.join(below)}){'?' if '' in tree else ''}"


def spans(text: str, rulebook: Rulebook) -> Iterator[tuple[int, int]]:
    """The half-open spans of the sentences of `text` in which a figure can begin, in order, in linear time."""
    pattern, abbreviations = trigger(rulebook), rulebook.lexicon.abbreviations
    at, n = 0, len(text)
    if text and pattern.match(f" {text[:_LONGEST]}") is not None:  # no blank goes before the first word
        at = yield from _one(text, 0, 0, abbreviations)
    while at < n:
        match = pattern.search(text, at)
        if match is None:
            return
        at = yield from _one(text, match.end() - 1, at, abbreviations)


def _one(text: str, position: int, floor: int, abbreviations: Abbreviations) -> Generator[tuple[int, int], None, int]:
    start, end = around(text, position, floor, abbreviations)
    yield start, end
    return max(end, position + 1)


def around(text: str, position: int, floor: int, abbreviations: Abbreviations) -> tuple[int, int]:
    """The sentence that holds `position`, begun not before `floor`."""
    start = max(floor, text.rfind("\n", floor, position) + 1, position - _LIMIT)
    for match in _BREAK.finditer(text, start, position):
        if _ends(text, match.start(), abbreviations):
            start = match.end()
    end = min(len(text), position + _LIMIT)
    for match in _BREAK.finditer(text, position, end):
        if _ends(text, match.start(), abbreviations):
            end = match.start() + len(match.group().rstrip())
            break
    else:
        if end < len(text):  # a sentence too long to be one is cut between words, so that no number is cut in two
            end = max(text.rfind(" ", position, end), position) if " " in text[position:end] else end
    while start < end and text[start].isspace():
        start += 1
    return start, end


def _ends(text: str, stop: int, abbreviations: Abbreviations) -> bool:
    """Does the full stop at `stop` end a sentence, or only an abbreviation?"""
    if text[stop] != ".":
        return True
    word = _LAST_WORD.search(text, max(0, stop - 24), stop + 1)
    if word is None:
        return True
    last = word.group().lower()
    if last in abbreviations.inner:
        return False
    if last in abbreviations.either:
        following = text[stop + 1 : stop + 24].split(maxsplit=1)
        return bool(following) and following[0].rstrip(",.").lower() in abbreviations.openers
    return not (len(last) == 2 and last[0].isalpha() and word.group()[0].isupper())
