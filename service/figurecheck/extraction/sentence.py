"""One sentence as tokens with offsets and candidate parts of speech: what every later step reads."""

from collections.abc import Iterable
from itertools import accumulate, chain
from operator import add

from figurecheck.extraction.chunks import CAPITAL, JOINED, NUMBER, Token, chunks_of, tags_of_first
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import tags as pos

DASHES = frozenset("-–—−‐‑")
_LETTERS = ~(pos.PUNCT | pos.NUM | pos.POSS)
_OPENERS = frozenset({":", "“", '"', "•"})
_FEW = 3
"""A sentence of so many words is a headline where all of them are in capitals; of fewer, never."""


class Sentence:
    """Tokens of one sentence, as parallel lists.

    `starts` and `ends` are code point offsets into `text`, the plain text of the part the sentence stands in; `tags`
    are bitmasks of candidate parts of speech (rulebook/tags.py), `marks` of what chunks.py tells of a token. A word
    capitalised where it need not be carries NAME. `numbers` are the tokens at which a number can begin.
    """

    __slots__ = (
        "_ends",
        "_pieces",
        "_starts",
        "caseless",
        "end",
        "headline",
        "lower",
        "marks",
        "numbers",
        "start",
        "tags",
        "text",
        "words",
    )

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.words: list[str] = []
        self.lower: list[str] = []
        self.tags: list[int] = []
        self.marks: list[int] = []
        self.numbers: list[int] = []
        self.headline = False
        self.caseless = False
        self._pieces: tuple[list[str], tuple[tuple[Token, ...], ...]] | None = None
        self._starts: list[int] = []
        self._ends: list[int] = []

    def __len__(self) -> int:
        return len(self.words)

    @property
    def starts(self) -> list[int]:
        """Where each token begins; worked out when first asked for."""
        if self._pieces is not None:
            self._place(*self._pieces)
        return self._starts

    @property
    def ends(self) -> list[int]:
        """Where each token ends."""
        if self._pieces is not None:
            self._place(*self._pieces)
        return self._ends

    def _place(self, pieces: list[str], chunks: tuple[tuple[Token, ...], ...]) -> None:
        begins = accumulate([len(piece) + 1 for piece in pieces], initial=self.start)
        self._starts = [at + token[-1] for at, chunk in zip(begins, chunks, strict=False) for token in chunk]
        self._ends = list(map(add, self._starts, map(len, self.words)))
        self._pieces = None

    def slice(self, first: int, last: int) -> str:
        """The text from token `first` up to, not with, token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def tied(self, i: int) -> bool:
        """Is token i a hyphen that ties the words around it: close to both, or, in tokenised copy, spaced from both?"""
        if i + 1 >= len(self.words) or self.words[i] not in DASHES:
            return False
        return (self.glued(i) and self.glued(i + 1)) or (
            self.words[i] == "-" and not self.glued(i) and not self.glued(i + 1)
        )

    def glued(self, i: int) -> bool:
        """Does token i follow token i - 1 without a space?"""
        return i > 0 and self.marks[i] & JOINED != 0


def read_sentence(text: str, start: int, end: int, rulebook: Rulebook) -> Sentence:
    """The tokens of text[start:end] with their candidate tags.

    Hyphens split a word only where a number stands in it ("six-mile", "14-year-old"); a possessive 's stands alone.
    """
    sentence = Sentence(text, start, end)
    pieces = text[start:end].split(" ")
    chunks, letters, capitals = zip(*map(chunks_of(rulebook).read.__getitem__, pieces), strict=True)
    if tokens := [*chain.from_iterable(chunks)]:
        sentence.words, sentence.lower, sentence.tags, sentence.marks, _ = map(list, zip(*tokens, strict=True))
    sentence.numbers = [i for i, mark in enumerate(sentence.marks) if mark & NUMBER]
    sentence._pieces = pieces, chunks
    _settle_names(sentence, sum(letters), sum(capitals), rulebook)
    return sentence


def _settle_names(s: Sentence, letters: int, capitals: int, rulebook: Rulebook) -> None:
    """Capitals make names, but for a sentence's first word and for headlines, where known words stay what they are."""
    if letters > _FEW:
        s.headline = capitals * 10 > letters * 6
        s.caseless = not capitals
    elif letters == _FEW:
        s.headline = all(word[0].isupper() for word, bits in zip(s.words, s.tags, strict=True) if bits & _LETTERS)
    if not capitals:
        return
    words, marks = s.words, s.marks
    firsts: Iterable[int]
    if s.headline:
        firsts = range(len(words))
    else:
        opening = 0
        while opening < len(words) - 1 and not words[opening][0].isalnum():
            opening += 1
        firsts = [opening]
        if not _OPENERS.isdisjoint(words):
            firsts += [i for i in range(1, len(words)) if words[i - 1] in _OPENERS]
    for i in firsts:
        if marks[i] & CAPITAL:
            s.tags[i] = tags_of_first(rulebook, words[i])
