"""One sentence as tokens with offsets and candidate parts of speech: what every later step reads."""

import re

from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import tags as pos
from figurecheck.rulebook.words import WordIndex

# A token is, in this order: a number as digits, a dotted abbreviation, a word (with inner apostrophes, full stops of
# initials, and hyphens), a currency or other symbol run, or one punctuation mark.
_SPACE = "\u00a0\u2007\u2009\u202f"
_TOKEN = re.compile(
    rf"""
    (?P<run>\d+(?:\.\d+){{2,}})                             # 13.04.2017, 1.2.3
  | (?P<number>
        \d{{1,3}}(?:,\d{{3}})+(?:\.\d+)?(?!\d|,\d|\.\d)    # 1,200,000.5
      | \d{{1,2}}(?:,\d{{2}})+,\d{{3}}(?:\.\d+)?(?!\d)      # 12,34,567
      | \d{{1,3}}(?:[{_SPACE}]\d{{3}})+(?:\.\d+)?(?!\d)     # 1 200 000 with no-break or thin spaces
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
_CLOSED = pos.DET | pos.PREP | pos.CONJ | pos.PRON | pos.AUX | pos.REL | pos.MODAL | pos.NEG | pos.TO | pos.POSSPRON


class Sentence:
    """Tokens of one sentence, as parallel lists.

    `starts` and `ends` are code point offsets into `text`, the plain text of the part the sentence stands in; `tags` are
    bitmasks of candidate parts of speech (rulebook/words.py). A word that is capitalised where it need not be carries NAME.
    """

    __slots__ = ("caseless", "end", "ends", "headline", "lower", "start", "starts", "tags", "text", "words")

    def __init__(self, text: str, start: int, end: int) -> None:
        self.text = text
        self.start = start
        self.end = end
        self.words: list[str] = []
        self.lower: list[str] = []
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.tags: list[int] = []
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

    Hyphens split a word only where a number stands in it ("six-mile", "14-year-old"); a possessive 's is a token of its own.
    """
    sentence = Sentence(text, start, end)
    add = _Adder(sentence, rulebook.words)
    number_words, currency = rulebook.numerals.splitters, rulebook.units.currency_prefix
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        at = match.start()
        group = match.lastgroup
        if group == "letters":
            add.word(word, at)
            continue
        if group != "word":
            add.other(word, at, group)
            continue
        coded = _CODED.match(word)
        if coded is not None and (
            currency(coded[1], len(coded[2] + coded[3]) > 2) or currency(coded[1].upper(), False) or add.behind_sign(at)
        ):
            add.other(coded[1], at, "code")
            add.other(coded[2], at + coded.end(1), "number")
            if coded[3]:
                add.word(coded[3], at + coded.end(2))
            continue
        ending = word[-2:]
        if ending in _POSSESSIVE and len(word) > 2:
            add.hyphened(word[:-2], at, number_words)
            add.put(ending, "'s", at + len(word) - 2, pos.POSS)
        elif "-" in word:
            add.hyphened(word, at, number_words)
        else:
            add.word(word, at)
    add.settle_names()
    return sentence


_CODED = re.compile(r"([A-Za-z]{1,4})(\d[\d,]*(?:\.\d+)?)([A-Za-z]{0,2})$")
_POSSESSIVE = frozenset({"'s", "’s", "'S", "’S"})


class _Adder:
    """Puts tokens into a sentence."""

    __slots__ = ("capitals", "index", "letters", "sentence")

    def __init__(self, sentence: Sentence, index: WordIndex) -> None:
        self.sentence = sentence
        self.index = index
        self.capitals = 0
        self.letters = 0

    def put(self, word: str, lower: str, at: int, tags: int) -> None:
        s = self.sentence
        s.words.append(word)
        s.lower.append(lower)
        s.starts.append(at)
        s.ends.append(at + len(word))
        s.tags.append(tags)

    def behind_sign(self, at: int) -> bool:
        """Does the token at `at` touch a currency sign: "$US1"?"""
        s = self.sentence
        return bool(s.words) and s.words[-1] in _SIGNS and s.ends[-1] == at

    def other(self, word: str, at: int, group: str | None) -> None:
        if group == "number":
            self.put(word, word, at, pos.NUM)
        elif group == "initials":
            self.put(word, word.lower(), at, pos.NAME | pos.ADJ)
        elif group == "mark":
            self.put(word, word, at, pos.PUNCT)
        else:
            self.put(word, word, at, 0)

    def word(self, word: str, at: int) -> None:
        lower = word.lower()
        self.letters += 1
        if word[0].isupper():
            self.capitals += 1
        self.put(word, lower, at, self.index.tags(lower))

    def hyphened(self, word: str, at: int, number_words: frozenset[str]) -> None:
        """A hyphened word: whole, or in pieces where a number stands in it or goes before it ("14-year-old")."""
        if "-" not in word:
            self.word(word, at)
            return
        s = self.sentence
        pieces = word.split("-")
        after_number = len(s.words) > 1 and s.words[-1] == "-" and s.ends[-1] == at and bool(s.tags[-2] & pos.NUM)
        if not after_number and pieces[0].lower() not in number_words:
            lower = word.lower()
            self.letters += 1
            if word[0].isupper():
                self.capitals += 1
            self.put(word, lower, at, self.index.tags(lower))
            return
        for n, piece in enumerate(pieces):
            if n:
                self.put("-", "-", at - 1, pos.PUNCT)
            if piece and piece.isdigit():
                self.put(piece, piece, at, pos.NUM)
            elif piece:
                self.word(piece, at)
            at += len(piece) + 1

    def settle_names(self) -> None:
        """Capitals make names, but for a sentence's first word and for headlines, where known words stay what they are."""
        s = self.sentence
        s.headline = self.letters > 3 and self.capitals * 10 > self.letters * 6
        s.caseless = self.letters > 3 and not self.capitals
        first = True
        known = self.index.known
        for i, word in enumerate(s.words):
            tags = s.tags[i]
            if tags and word[0].isupper() and not tags & (pos.POSS | pos.PUNCT):
                closed = tags & _CLOSED
                if closed and (first or s.headline or not word.isupper()):
                    pass
                elif not (first or s.headline) or not known(s.lower[i]):
                    s.tags[i] = tags | pos.NAME
            if first and (word[0].isalnum() or tags & pos.NUM):
                first = False
            elif word in _OPENERS:
                first = True


_SIGNS = frozenset("$€£¥₹")
_OPENERS = frozenset({":", "“", '"', "•"})
