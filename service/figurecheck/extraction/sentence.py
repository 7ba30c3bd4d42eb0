"""One sentence as tokens with offsets and candidate parts of speech: what every later step reads."""

from itertools import accumulate, compress, count
from typing import Final

from figurecheck.extraction.chunks import LETTER, Chunk, chunks_of, tags_of_first
from figurecheck.extraction.cues import CAPITAL, JOINED
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import tags as pos

DASHES: Final = frozenset("-–—−‐‑")
_LETTERS: Final = ~(pos.PUNCT | pos.NUM | pos.POSS)
_OPENERS: Final = frozenset({":", "“", '"', "•"})
_STARTS: Final = 4
"""Where in a chunk the starts of its tokens are."""
_FEW: Final = 3
"""A sentence of so many words is a headline where all of them are in capitals; of fewer, never."""

Pieces = tuple[list[str], list[Chunk]]
"""What stands between the blanks of a sentence, as written and read."""


class Sentence:
    """Tokens of one sentence, as parallel lists.

    Offsets are code points of `text`, the plain text of the part the sentence stands in; `tags` are bitmasks of
    candidate parts of speech (rulebook/tags.py), `cues` what each token may open (cues.py). A word capitalised where
    it need not be carries NAME.
    """

    __slots__ = (
        "_begins",
        "_ends",
        "_pieces",
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
        self.cues = b""
        self.headline = False
        self.caseless = False
        self._pieces: Pieces = [], []
        self._begins: list[int] | None = None
        self._ends: list[int] | None = None

    def __len__(self) -> int:
        return len(self.words)

    def begins(self, i: int) -> int:
        """Where token i begins; worked out when first asked for, as of many sentences nobody asks it."""
        if self._begins is None:
            self._begins = self._placed()
        return self._begins[i]

    def ends(self, i: int) -> int:
        """Where token i ends."""
        return self._ends[i] if self._ends is not None else self.begins(i) + len(self.words[i])

    def move(self, begins: list[int], ends: list[int]) -> None:
        """Says where its tokens begin and end, where that is not where they were read."""
        self._begins, self._ends = begins, ends

    def _placed(self) -> list[int]:
        """Where its tokens begin, as read."""
        pieces, chunks = self._pieces
        letters = accumulate(map(len, pieces), initial=self.start)
        each = zip(letters, chunks, strict=False)
        return [at + k + start for k, (at, chunk) in enumerate(each) for start in chunk[_STARTS]]  # k blanks part them

    def slice(self, first: int, last: int) -> str:
        """The text from token `first` up to, not with, token `last`."""
        return self.text[self.begins(first) : self.ends(last - 1)]

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


def pieces_of(text: str, start: int, end: int, rulebook: Rulebook) -> Pieces:
    """What stands between the blanks of text[start:end], as written and as chunks."""
    pieces = text[start:end].split(" ")
    return pieces, [*map(chunks_of(rulebook).__getitem__, pieces)]


def read_sentence(text: str, start: int, end: int, rulebook: Rulebook, pieces: Pieces | None = None) -> Sentence:
    """The tokens of text[start:end] with their candidate tags; `pieces` where they were looked up before.

    Hyphens split a word only where a number stands in it ("six-mile", "14-year-old"); a possessive 's stands alone.
    """
    sentence = Sentence(text, start, end)
    all_words, all_lower, all_tags, all_cues = sentence.words, sentence.lower, sentence.tags, list[bytes]()
    counted = 0
    sentence._pieces = pieces = pieces or pieces_of(text, start, end, rulebook)
    for words, lower, tags, cues, _, own, _ in pieces[1]:
        all_words += words
        all_lower += lower
        all_tags += tags
        all_cues.append(cues)
        counted += own
    sentence.cues = b"".join(all_cues)
    _settle_names(sentence, *divmod(counted, LETTER), rulebook)
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
    return [opening, *compress(count(1), map(_OPENERS.__contains__, words[:-1]))]
