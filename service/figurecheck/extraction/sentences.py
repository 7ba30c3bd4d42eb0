"""Where the sentences of a text begin and end, and which of them can hold a figure: the others are never read."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache, reduce
from itertools import pairwise
from operator import or_
from typing import Final

from figurecheck.extraction.chunks import ARTICLE, BOUND, COUNTS, COUNTS_OF, PORTION, TALLY, UNIT, Chunk
from figurecheck.extraction.sentence import Sentence, pieces_of, read_sentence
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook.lexicon import Abbreviations

Span = tuple[int, int]

_LIMIT: Final = 2000
"""A sentence is cut after so many characters: longer ones are lists or hostile."""
_BREAK: Final = re.compile(
    r"""[.!?…;\r\n](?:(?<=[\r\n])[\r\n]*
      |(?<=;)\s(?=\d+\s*[).])
      |(?<![;\r\n])["'”’)\]]*\s+(?=["'“‘(\[]*[A-Z0-9À-Þ$€£]))""",
    re.VERBOSE,
)
_LAST_WORD: Final = re.compile(r"(?:(?<!\d)[^\W\d_]\.)+$|(?<!\d)(?<![^\W\d_])[^\W\d_]+\.$|\d+\.$")
_WORD: Final = 24
"""No abbreviation is longer than this."""
_NONE: Final = {0}


def cut(text: str, abbreviations: Abbreviations) -> Iterator[Span]:
    """The half-open spans of the sentences of `text`, in order, in linear time; none begins with a blank."""
    at = 0
    for found in _BREAK.finditer(text):
        stop, mark = found.start(), found.group()
        if mark[0] != "." or "\n" in mark or _ends(text, stop, abbreviations):
            end = stop + len(mark.rstrip())
            if end - at > _LIMIT or text[at].isspace():
                yield from _pieces(text, at, end)
            elif at < end:
                yield at, end
            at = found.end()
    yield from _pieces(text, at, len(text))


def _pieces(text: str, start: int, end: int) -> Iterator[Span]:
    """A sentence; one too long to be one is cut between words, so that no number is cut in two."""
    while start < end:
        if text[start].isspace():
            start += 1
            continue
        stop = end
        if end - start > _LIMIT:
            blank = text.rfind(" ", start, start + _LIMIT)
            stop = blank if blank > start else start + _LIMIT
        yield start, stop
        start = stop


def _ends(text: str, stop: int, abbreviations: Abbreviations) -> bool:
    """Does the full stop at `stop` end a sentence, or only an abbreviation?"""
    first = max(0, stop - _WORD)
    word = text[max(first, text.rfind(" ", first, stop) + 1) : stop + 1]
    if not word[:-1].isalpha():
        written, word = word, _last_word(word)
        if not word:
            return True
        if word.lower() in abbreviations.either and written[-len(word) - 1 : -len(word)] == "-":
            return True  # "a break-in."
    last = word.lower()
    if last in abbreviations.inner:
        return False
    if last in abbreviations.either:
        following = text[stop + 1 : stop + 24].split(maxsplit=1)
        return bool(following) and following[0].rstrip(",.").lower() in abbreviations.openers
    if "." in last[:-1] and text[stop + 1 : stop + 3].lstrip()[:1].isdecimal():
        return False  # "H.B. 1215"
    return not (len(last) == 2 and last[0].isalpha() and word[0].isupper())


@lru_cache(maxsize=1 << 12)
def _last_word(written: str) -> str:
    """The word, initials or digits that end what is written before a blank, with their full stop; "" for none."""
    found = _LAST_WORD.search(written)
    return found.group() if found else ""


@lru_cache(maxsize=8)
def _tally(rulebook: Rulebook) -> re.Pattern[str]:
    """The words behind an ordinal that make it a running tally."""
    return re.compile(rf"\b(?:{'|'.join(re.escape(' '.join(phrase)) for phrase in rulebook.designators.tally)})\b")


def counting(text: str, spans: Iterable[Span], rulebook: Rulebook) -> Iterator[tuple[int, Sentence]]:
    """The sentences, of those that stand at `spans`, in which a figure can begin, each with its number among these."""
    for number, (start, end) in enumerate(spans):
        pieces = pieces_of(text, start, end, rulebook)
        found = {chunk[COUNTS_OF] for chunk in pieces[1]}
        if COUNTS in found or (
            found != _NONE and _may_count(pieces[1], reduce(or_, found), text, start, end, rulebook)
        ):
            yield number, read_sentence(text, start, end, rulebook, pieces)


def _may_count(chunks: list[Chunk], seen: int, text: str, start: int, end: int, rulebook: Rulebook) -> bool:
    """Can a figure begin in a sentence without a digit or number word: at an "a" with a part or unit ("more than a
    month"), an ordinal that a tally follows?"""
    if seen & ARTICLE and (seen & PORTION or seen & UNIT):
        for before, after in pairwise([chunk[COUNTS_OF] for chunk in chunks]):
            if before & ARTICLE and (after & PORTION or (after & UNIT and seen & BOUND)):
                return True
    return bool(seen & TALLY) and _tally(rulebook).search(text, start, end) is not None
