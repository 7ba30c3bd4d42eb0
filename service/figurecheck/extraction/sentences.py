"""Where the sentences that hold a number begin and end: the rest of the text is never read."""

import re
from collections.abc import Iterator
from functools import lru_cache

from figurecheck.rulebook.lexicon import Abbreviations

_LIMIT = 2000
"""A sentence is cut after so many characters: longer ones are lists or hostile."""

_BREAK = re.compile(r"[.!?…][\"'”’)\]]*\s+(?=[\"'“‘(\[]*[A-Z0-9À-Þ$€£])|[\r\n]+|;\s(?=\d+\s*[).])")
_LAST_WORD = re.compile(r"(?:[^\W\d_]\.)+$|[^\W\d_]+\.$|\d+\.$")


@lru_cache(maxsize=4)
def trigger(starters: frozenset[str]) -> re.Pattern[str]:
    """What can begin a figure: a digit, or a word that makes numbers, in lower case, capitalised or in capitals."""
    by_initial: dict[str, list[str]] = {}
    for word in sorted(starters):
        by_initial.setdefault(word[0], []).append(word)
    words = "|".join(
        f"[{initial}{initial.upper()}](?:{'|'.join(word[1:] for word in sorted(group, key=lambda w: (-len(w), w)))})"
        for initial, group in sorted(by_initial.items())
        if initial.isalpha()
    )
    capitals = "|".join(word.upper() for word in sorted(starters, key=lambda w: (-len(w), w)))
    return re.compile(rf"[0-9½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]|\b(?:{words}|{capitals})(?![^\W_])")


def spans(text: str, pattern: re.Pattern[str], abbreviations: Abbreviations) -> Iterator[tuple[int, int]]:
    """The half-open spans of the sentences of `text` in which `pattern` is found, in order, in linear time."""
    at, n = 0, len(text)
    while True:
        match = pattern.search(text, at)
        if match is None:
            return
        start, end = around(text, match.start(), at, abbreviations)
        yield start, end
        at = max(end, match.end())
        if at >= n:
            return


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
        return bool(following) and following[0].rstrip(",.").lower() in _OPENERS
    return not (len(last) == 2 and last[0].isalpha() and word.group()[0].isupper())


_OPENERS = frozenset(
    {
        "the",
        "a",
        "an",
        "in",
        "it",
        "he",
        "she",
        "they",
        "but",
        "and",
        "this",
        "that",
        "these",
        "those",
        "at",
        "on",
        "we",
        "i",
        "there",
        "one",
        "two",
        "three",
        "some",
        "about",
        "more",
        "police",
        "officials",
        "meanwhile",
        "however",
        "also",
        "his",
        "her",
        "their",
        "its",
        "most",
        "many",
        "of",
        "for",
        "after",
        "as",
        "when",
        "if",
        "no",
    }
)
