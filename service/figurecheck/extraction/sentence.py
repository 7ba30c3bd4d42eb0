"""One sentence as tokens with offsets and candidate parts of speech: what every later step reads."""

import re
from functools import lru_cache

from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import tags as pos

# A token is, in this order: a number as digits, a dotted abbreviation, a word (with inner apostrophes, full stops of
# initials, and hyphens), a currency or other symbol run, or one punctuation mark.
_SPACE = "\u00a0\u2007\u2009\u202f"
_TOKEN = re.compile(
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
  | (?P<initials>(?:[^\W\d_]\.){{2,}})
  | (?P<word>[^\W\d_][\w]*(?:[’'.&/-][^\W_][\w]*)*(?:-(?=\s(?:and|or|to)\b))?)
  | (?P<money>[$€£¥₹₽₴₩₪₺₦฿₫₱]|%|‰|°[CF]?|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞])
  | (?P<mark>\.{{3}}|-{{2,}}|<=|>=|[^\s\w]|_)
    """,
    re.VERBOSE,
)
DASHES = frozenset("-–—−‐‑")
_LETTERS = ~(pos.PUNCT | pos.NUM | pos.POSS)
_CLOSED = pos.DET | pos.PREP | pos.CONJ | pos.PRON | pos.AUX | pos.REL | pos.MODAL | pos.NEG | pos.TO | pos.POSSPRON


class Sentence:
    """Tokens of one sentence, as parallel lists.

    `starts` and `ends` are code point offsets into `text`, the plain text of the part the sentence stands in; `tags`
    are bitmasks of candidate parts of speech (rulebook/tags.py). A word capitalised where it need not be carries NAME.
    `numbers` are the tokens at which a number can begin.
    """

    __slots__ = ("caseless", "end", "ends", "headline", "lower", "numbers", "start", "starts", "tags", "text", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.words: list[str] = []
        self.lower: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.tags: list[int] = []
        self.numbers: list[int] = []
        self.headline = False
        self.caseless = False

    def __len__(self) -> int:
        return len(self.words)

    def slice(self, first: int, last: int) -> str:
        """The text from token `first` up to, not with, token `last`."""
        return self.text[self.starts[first] : self.ends[last - 1]]

    def glued(self, i: int) -> bool:
        """Does token i follow token i - 1 without a space?"""
        return i > 0 and self.ends[i - 1] == self.starts[i]


def read_sentence(text: str, start: int, end: int, rulebook: Rulebook) -> Sentence:
    """The tokens of text[start:end] with their candidate tags.

    Hyphens split a word only where a number stands in it ("six-mile", "14-year-old"); a possessive 's stands alone.
    """
    sentence = Sentence(text, start, end)
    chunks = _chunks(rulebook)
    words, lower, starts, ends, tags = sentence.words, sentence.lower, sentence.starts, sentence.ends, sentence.tags
    capitals: list[int] = []
    numbers = sentence.numbers
    at = start
    for piece in text[start:end].split(" "):
        if piece:
            chunk = chunks[piece]
            if chunk.marked:
                base = len(words)
                capitals.extend([base + i for i in chunk.capitals])
                numbers.extend([base + i for i in chunk.numbers])
            if chunk.one:
                words.append(piece)
                lower.append(chunk.low)
                starts.append(at)
                ends.append(at + len(piece))
                tags.append(chunk.bits)
            else:
                words.extend(chunk.words)
                lower.extend(chunk.lower)
                starts.extend([at + i for i in chunk.starts])
                ends.extend([at + i for i in chunk.ends])
                tags.extend(chunk.tags)
        at += len(piece) + 1
    _settle_names(sentence, capitals, rulebook)
    return sentence


_REMEMBERED = 100_000
"""How many chunks are kept: most of copy is made of far fewer; some 40 MB at most."""
_LONGEST = 40
"""Longer chunks are links or hostile, and are not kept."""


class _Chunk:
    """The tokens of what stands between two blanks, with offsets from its start.

    No-break and thin spaces stay inside: they may part the thousands of one number.
    """

    __slots__ = ("bits", "capitals", "ends", "low", "lower", "marked", "numbers", "one", "starts", "tags", "words")

    def __init__(self, chunk: str, rulebook: Rulebook) -> None:
        sentence = Sentence(chunk, 0, len(chunk))
        add = _Adder(sentence, rulebook)
        for match in _TOKEN.finditer(chunk):
            add.token(match.group(), match.start(), match.lastgroup)
        self.words, self.lower = tuple(sentence.words), tuple(sentence.lower)
        self.starts, self.ends, self.tags = tuple(sentence.starts), tuple(sentence.ends), tuple(sentence.tags)
        self.capitals = tuple(add.capitals)
        counting = rulebook.numerals.candidates
        self.numbers = tuple(
            i
            for i, word in enumerate(self.lower)
            if word in counting or (self.tags[i] & pos.NUM and word[-1].isdecimal())
        )
        self.marked = bool(self.capitals or self.numbers)
        self.one = self.starts == (0,) and self.ends == (len(chunk),)
        if self.one:
            self.low, self.bits = self.lower[0], self.tags[0]


class _Chunks(dict[str, _Chunk]):
    """Chunks read before: copy repeats itself, and a chunk's tokens do not depend on what stands around it."""

    def __init__(self, rulebook: Rulebook) -> None:
        self.rulebook = rulebook

    def __missing__(self, text: str) -> _Chunk:
        chunk = _Chunk(text, self.rulebook)
        if len(self) < _REMEMBERED and len(text) <= _LONGEST:
            self[text] = chunk
        return chunk


@lru_cache(maxsize=8)
def _chunks(rulebook: Rulebook) -> _Chunks:
    return _Chunks(rulebook)


def _settle_names(s: Sentence, capitals: list[int], rulebook: Rulebook) -> None:
    """Capitals make names, but for a sentence's first word and for headlines, where known words stay what they are."""
    letters = sum([1 for bits in s.tags if bits & _LETTERS])
    s.headline = letters > 3 and len(capitals) * 10 > letters * 6
    if letters == 3:  # a short one must be in capitals throughout
        s.headline = all(word[0].isupper() for word, bits in zip(s.words, s.tags, strict=True) if bits & _LETTERS)
    s.caseless = letters > 3 and not capitals
    if not capitals:
        return
    opening = next((i for i, word in enumerate(s.words) if word[0].isalnum()), 0)
    surfaces = rulebook.words.surfaces
    for i in capitals:
        tags, word = s.tags[i], s.words[i]
        first = i == opening or (i > 0 and s.words[i - 1] in _OPENERS)
        if tags & _CLOSED and (first or s.headline or not word.isupper()):
            continue
        if not (first or s.headline) or not surfaces[word][3]:
            s.tags[i] = tags | pos.NAME


_CODED = re.compile(r"([A-Za-z]{1,4})(\d[\d,]*(?:\.\d+)?)([A-Za-z]{0,2})$")
_POSSESSIVE = frozenset({"'s", "’s", "'S", "’S"})
_OTHERS = {"number": pos.NUM, "mark": pos.PUNCT, "initials": pos.NAME | pos.ADJ}
_SIGNS = frozenset("$€£¥₹")
_OPENERS = frozenset({":", "“", '"', "•"})


class _Adder:
    """Puts the less plain tokens into a sentence."""

    __slots__ = ("capitals", "currency", "sentence", "splitters", "surfaces")

    def __init__(self, sentence: Sentence, rulebook: Rulebook) -> None:
        self.sentence = sentence
        self.surfaces = rulebook.words.surfaces
        self.splitters = rulebook.numerals.splitters
        self.currency = rulebook.units.currency_prefix
        self.capitals: list[int] = []

    def put(self, word: str, lower: str, at: int, tags: int) -> None:
        s = self.sentence
        s.words.append(word)
        s.lower.append(lower)
        s.starts.append(at)
        s.ends.append(at + len(word))
        s.tags.append(tags)

    def token(self, word: str, at: int, group: str | None) -> None:
        """One token of any shape but a plain word."""
        if group == "word":
            self.joined(word, at)
        elif group in {"plain", "letters"}:
            self.word(word, at)
        else:
            self.put(word, word.lower() if group == "initials" else word, at, _OTHERS.get(group or "", 0))

    def word(self, word: str, at: int) -> None:
        lower, tags, capital, _ = self.surfaces[word]
        if capital:
            self.capitals.append(len(self.sentence.words))
        self.put(word, lower, at, tags)

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
        s = self.sentence
        if self.currency(coded[1], len(coded[2] + coded[3]) > 2) or self.currency(coded[1].upper(), False):
            return True
        return bool(s.words) and s.words[-1] in _SIGNS and s.ends[-1] == at

    def hyphened(self, word: str, at: int) -> None:
        """A hyphened word: whole, or in pieces where a number stands in it or goes before it ("14-year-old")."""
        s = self.sentence
        pieces = word.split("-")
        after_number = len(s.words) > 1 and s.words[-1] == "-" and s.ends[-1] == at and bool(s.tags[-2] & pos.NUM)
        if len(pieces) == 1 or (not after_number and pieces[0].lower() not in self.splitters):
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
