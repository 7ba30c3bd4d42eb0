"""One sentence as tokens with offsets and candidate parts of speech: what every later step reads."""

from itertools import accumulate
from operator import add

from figurecheck.extraction.chunks import Chunk, chunks_of, tags_of_first
from figurecheck.extraction.cues import CAPITAL, JOINED
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
    are bitmasks of candidate parts of speech (rulebook/tags.py), `cues` what each token may open (cues.py). A word
    capitalised where it need not be carries NAME.
    """

    __slots__ = (
        "_ends",
        "_pieces",
        "_starts",
        "caseless",
        "cues",
        "end",
        "headline",
        "lower",
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
        self.cues = bytearray()
        self.headline = False
        self.caseless = False
        self._pieces: tuple[list[str], list[Chunk]] | None = None
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

    def _place(self, pieces: list[str], chunks: list[Chunk]) -> None:
        """Places the tokens, from where each begins in its piece; a blank parts the pieces."""
        begins = accumulate([len(piece) + 1 for piece in pieces], initial=self.start)
        self._starts = [at + start for at, chunk in zip(begins, chunks, strict=False) for start in chunk[4]]
        self._ends = [*map(add, self._starts, map(len, self.words))]
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
        return i > 0 and self.cues[i] & JOINED != 0


def read_sentence(text: str, start: int, end: int, rulebook: Rulebook) -> Sentence:
    """The tokens of text[start:end] with their candidate tags.

    Hyphens split a word only where a number stands in it ("six-mile", "14-year-old"); a possessive 's stands alone.
    """
    sentence = Sentence(text, start, end)
    all_words, all_lower, all_tags, all_cues = sentence.words, sentence.lower, sentence.tags, sentence.cues
    all_letters = all_capitals = 0
    pieces = text[start:end].split(" ")
    chunks = [*map(chunks_of(rulebook).read.__getitem__, pieces)]
    for words, lower, tags, cues, _, letters, capitals in chunks:
        all_words += words
        all_lower += lower
        all_tags += tags
        all_cues += cues
        all_letters += letters
        all_capitals += capitals
    sentence._pieces = pieces, chunks
    _settle_names(sentence, all_letters, all_capitals, rulebook)
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
    for i in range(len(s.words)) if s.headline else _firsts(s.words):
        if s.cues[i] & CAPITAL:
            s.tags[i] = tags_of_first(rulebook, s.words[i])


def _firsts(words: list[str]) -> list[int]:
    """The tokens at which a sentence opens: its own, and those within it."""
    opening, last = 0, len(words) - 1
    while opening < last and not words[opening][0].isalnum():
        opening += 1
    if _OPENERS.isdisjoint(words):
        return [opening]
    return [opening, *(i for i, word in enumerate(words[:-1], 1) if word in _OPENERS)]
