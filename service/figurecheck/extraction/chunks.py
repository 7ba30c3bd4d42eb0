"""What stands between two blanks, as tokens with candidate tags: read once, since copy repeats itself."""

import re
from functools import lru_cache
from typing import Final

from figurecheck.extraction.cues import CAPITAL, JOINED, Cues
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import tags as pos
from figurecheck.rulebook.numerals import Numerals
from figurecheck.rulebook.remembered import Remembered

# A token is, in this order: a number as digits, a dotted abbreviation, a word (with inner apostrophes, full stops of
# initials, and hyphens), a currency or other symbol run, or one punctuation mark.
_SPACE: Final = "\u00a0\u2007\u2009\u202f"
_TOKEN: Final = re.compile(
    rf"""
    (?P<plain>[^\W\d_]++(?![\w’'.&/-]))
  | (?P<run>\d+(?:(?:\.\d+){{2,}}|(?:[-/]\d+){{3,}}|(?:,\d{{1,2}}(?!\d)){{3,}}(?!,\d)))  # 13.04.2017, 1.2.3
  | (?P<number>
        \d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d|,\d|\.\d)    # 1,200,000.5
      | \d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?:\.\d+)?(?!\d)      # 12,34,567
      | \d{{1,3}}(?:[{_SPACE}'’]\d{{3}})+(?:\.\d+)?(?!\d)   # 1 200 000 with no-break or thin spaces, 1'200'000
      | \d+(?:\.\d+)?
      | (?<![\w.])\.\d+
    )
  | (?P<letters>(?<=\d)[^\W\d_]+(?:[23](?!\w))?(?:/[^\W\d_]+)?)
  | (?P<link>(?:https?://|www\.)[^\s<>"')\]]+|[\w.+-]+@[\w-]+\.[\w.]+|[@#]\w+)
  | (?P<initials>(?:[^\W\d_]\.){{2,}}(?:-[a-z]+)?)
  | (?P<coded>[A-Za-z]{{1,4}}/?\d{{1,3}}(?:,\d{{2,3}})*,\d{{3}}(?:\.\d+)?[A-Za-z]{{0,2}}(?!\w))  # Rs1,200
  | (?P<word>[^\W\d_][\w]*(?:[’'.&/-][^\W_][\w]*)*(?:-(?=\s(?:and|or|to)\b))?)
  | (?P<money>[$€£¥₹₽₴₩₪₺₦฿₫₱]|%|‰|°[CF]?|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])
  | (?P<mark>\.{{3}}|-{{2,}}|<=|>=|[^\s\w]|_)
    """,
    re.VERBOSE,
)
_LETTERS: Final = ~(pos.PUNCT | pos.NUM | pos.POSS)
_CLOSED: Final = (
    pos.DET | pos.PREP | pos.CONJ | pos.PRON | pos.AUX | pos.REL | pos.MODAL | pos.NEG | pos.TO | pos.POSSPRON
)
COUNTS: Final = 1
"""A figure can begin in the chunk, whatever stands around it."""
TALLY: Final = 2
"""It holds an ordinal that may be a running tally."""
ARTICLE: Final = 4
PORTION: Final = 8
UNIT: Final = 16
BOUND: Final = 32
"""It holds "a", a part or unit that "a" may count, a word of a bound: "a third", "more than a month"."""


LETTER: Final = 1 << 16
"""What one word counts beside the words with a capital, in one number: a sentence has fewer."""

Chunk = tuple[tuple[str, ...], tuple[str, ...], tuple[int, ...], bytes, tuple[int, ...], int, int]
"""The tokens of a chunk: words, themselves in lower case, their tags and cues as they are within a sentence, where a
capital makes a name, and their starts from the chunk's own; then LETTER for each word, and 1 for each with a capital;
then what figures can begin in it.

No-break and thin spaces stay inside a chunk: they may part the thousands of one number. (A plain tuple, since Python
takes those apart five times as fast as named ones.)
"""


COUNTS_OF: Final = 6
"""Where in a chunk stands what figures can begin in it."""


@lru_cache(maxsize=8)
def chunks_of(rulebook: Rulebook) -> Remembered[Chunk]:
    """The chunks of these rules: a chunk's tokens do not depend on what stands around it."""
    cues = Cues(rulebook)
    return Remembered(lambda text: _ChunkReader(rulebook, cues).read(text))


def _counts(lower: list[str], every: list[int], numerals: Numerals) -> int:
    """What figures can begin in a chunk of these words and their tags."""
    found = 0
    for word, tags in zip(lower, every, strict=True):
        if word in numerals.starters or word in numerals.vulgar or (tags & pos.NUM and word[-1].isdecimal()):
            return COUNTS
        found |= TALLY * (word in numerals.tallies) | ARTICLE * (word in _ARTICLES)
        found |= PORTION * (word in numerals.denominators) | UNIT * (word in numerals.article_units)
        found |= BOUND * (word in numerals.article_after)
    return found


def tags_of_first(rulebook: Rulebook, word: str) -> int:
    """The tags of a capitalised word that opens a sentence or stands in a headline: a known word names nothing."""
    _, tags, _, known = rulebook.words.surfaces[word]
    return tags if known or tags & _CLOSED else tags | pos.NAME


_CODED: Final = re.compile(r"([A-Za-z]{1,4}|S/)(\d[\d,]*(?:\.\d+)?)([A-Za-z]{0,2})$")
_POSSESSIVE: Final = frozenset({"'s", "’s", "'S", "’S"})
_OTHERS: Final = {"number": pos.NUM, "mark": pos.PUNCT, "initials": pos.NAME | pos.ADJ}
_ARTICLES: Final = frozenset({"a", "an"})
_SIGNS: Final = frozenset("$€£¥₹")


class _ChunkReader:
    """Reads the tokens of one chunk."""

    __slots__ = (
        "capitals",
        "cues",
        "currency",
        "letters",
        "lower",
        "numerals",
        "starts",
        "surfaces",
        "tags",
        "told",
        "words",
    )

    def __init__(self, rulebook: Rulebook, cues: Cues) -> None:
        self.cues = cues
        self.surfaces = rulebook.words.surfaces
        self.numerals = rulebook.numerals
        self.currency = rulebook.units.currency_prefix
        self.words: list[str] = []
        self.lower: list[str] = []
        self.tags: list[int] = []
        self.told = bytearray()
        self.starts: list[int] = []
        self.letters = self.capitals = 0

    def read(self, text: str) -> Chunk:
        """The tokens of the chunk."""
        for match in _TOKEN.finditer(text):
            self.token(match.group(), match.start(), match.lastgroup)
        columns = tuple(self.words), tuple(self.lower), tuple(self.tags), bytes(self.told), tuple(self.starts)
        counts = _counts(self.lower, self.tags, self.numerals)
        return *columns, self.letters * LETTER + self.capitals, counts

    def joins(self, at: int) -> bool:
        """Does the token before end at this offset?"""
        return bool(self.words) and self.starts[-1] + len(self.words[-1]) == at

    def put(self, word: str, lower: str, at: int, tags: int, *, capital: bool = False) -> None:
        self.told.append(JOINED * self.joins(at) | CAPITAL * capital | self.cues.of(lower, tags))
        self.words.append(word)
        self.lower.append(lower)
        self.starts.append(at)
        self.letters += bool(tags & _LETTERS)
        self.capitals += capital
        named = capital and (word.isupper() or not tags & _CLOSED)
        self.tags.append(tags | pos.NAME if named else tags)

    def token(self, word: str, at: int, group: str | None) -> None:
        """One token of any shape but a plain word."""
        if group in {"word", "coded"}:
            self.joined(word, at)
        elif group in {"plain", "letters"}:
            self.word(word, at)
        else:
            self.put(word, word.lower() if group == "initials" else word, at, _OTHERS.get(group or "", 0))

    def word(self, word: str, at: int) -> None:
        lower, tags, capital, _ = self.surfaces[word]
        self.put(word, lower, at, tags, capital=capital)

    def joined(self, word: str, at: int) -> None:
        """A word with digits, hyphens, apostrophes or the like in it."""
        coded = _CODED.match(word)
        if coded is not None and self._codes(coded, at):
            self.put(coded[1], coded[1].lower(), at, 0)
            self.put(coded[2], coded[2], at + coded.end(1), pos.NUM)
            if coded[3]:
                self.word(coded[3], at + coded.end(2))
        elif word[-2:] in _POSSESSIVE and len(word) > 2:
            self.hyphened(word[:-2], at)
            self.put(word[-2:], "'s", at + len(word) - 2, pos.POSS)
        else:
            self.hyphened(word, at)

    def _codes(self, coded: re.Match[str], at: int) -> bool:
        """Is this a currency's letters before an amount: "USD10m", "PS8.1bn", and after a sign "$US1"?"""
        if self.currency(coded[1]) or self.currency(coded[1].upper(), False):
            return True
        return self.joins(at) and self.words[-1] in _SIGNS

    def hyphened(self, word: str, at: int) -> None:
        """A hyphened word: whole, or in pieces where a number stands in it or goes before it ("14-year-old")."""
        pieces = word.split("-")
        after_number = (
            len(self.words) > 1 and self.words[-1] == "-" and self.joins(at) and bool(self.tags[-2] & pos.NUM)
        )
        if len(pieces) == 1 or (not after_number and pieces[0].lower() not in self.numerals.splitters):
            self.word(word, at)
            return
        for n, piece in enumerate(pieces):
            if n:
                self.put("-", "-", at - 1, pos.PUNCT)
            if piece and piece.isdecimal():
                self.put(piece, piece, at, pos.NUM)
            elif piece:
                self.word(piece, at)
            at += len(piece) + 1
