"""Which parts of speech a word can have, and its lemma, from a compact index built of lemminflect's tables."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Final, Self
from zlib import crc32

from figurecheck.rulebook.remembered import Remembered
from figurecheck.rulebook.tags import (
    ADJ,
    ADV,
    AUX,
    CONJ,
    DET,
    GERUND,
    MODAL,
    NAME,
    NEG,
    NOUN,
    NOUNS,
    NUM,
    OPEN,
    PART,
    PARTICIPLE,
    PAST,
    POSS,
    POSSPRON,
    PREP,
    PRON,
    PUNCT,
    REL,
    TO,
    VERB,
    VERBZ,
)

__all__ = [
    "ADJ",
    "ADV",
    "AUX",
    "CONJ",
    "DET",
    "GERUND",
    "MODAL",
    "NAME",
    "NEG",
    "NOUN",
    "NOUNS",
    "NUM",
    "OPEN",
    "PART",
    "PARTICIPLE",
    "PAST",
    "POSS",
    "POSSPRON",
    "PREP",
    "PRON",
    "PUNCT",
    "REL",
    "TO",
    "VERB",
    "VERBZ",
    "WordIndex",
]

DATA: Final = Path(__file__).parent / "data" / "words.txt"
"""Written by build_words.py: a line of classes (tags, spellings of the lemmas), then rows of words with their class."""

Spelling = tuple[int, str] | None
"""How a lemma is spelled from a form: how many letters to cut, which to add; None where there is no such lemma."""

ANY_NOUN: Final = NOUN | NOUNS
ANY_VERB: Final = VERB | VERBZ | PAST | PARTICIPLE | GERUND


def _spelling(code: str) -> Spelling:
    if code == "-":
        return None
    cut, _, added = code.partition(":")
    return int(cut), added


def _spell(form: str, spelling: Spelling) -> str | None:
    if spelling is None:
        return None
    cut, added = spelling
    return form[: len(form) - cut] + added


Class = tuple[int, Spelling, Spelling]
"""Tags, noun lemma and verb lemma, shared by all words that spell them alike."""


class Listed:
    """The words of the data file, read a row at a time as words are asked for: a process sees few of them."""

    __slots__ = ("_classes", "_found", "_rows")

    def __init__(self, text: str) -> None:
        header, *rows = text.split("\n")
        self._classes = [_class(entry) for entry in header.split("\t")]
        self._rows: list[str | None] = list(rows)
        self._found: dict[str, Class] = {}

    def get(self, word: str) -> Class | None:
        """The class of a word, or None where the file does not hold it."""
        found = self._found.get(word)
        if found is None:
            number = row_of(word, len(self._rows))
            row = self._rows[number]
            if row is not None:
                words = row.split(" ")
                self._found.update((w, self._classes[int(c)]) for w, c in zip(words[::2], words[1::2], strict=True))
                self._rows[number] = None
                return self._found.get(word)
        return found


def row_of(word: str, rows: int) -> int:
    """The row of the data file that holds a word, of so many."""
    return crc32(word.encode("utf-8", "surrogatepass")) % rows


def _class(entry: str) -> Class:
    bits, noun, verb = entry.split(" ")
    return int(bits), _spelling(noun), _spelling(verb)


@cache
def _read() -> Listed:
    return Listed(DATA.read_text(encoding="utf-8"))


Surface = tuple[str, int, bool, bool]
"""A word as written: lower case, tags, begins with a capital, known."""


@dataclass(frozen=True, slots=True, repr=False, eq=False)
class WordIndex:
    """What a word can be. Every method takes a word in lower case and costs a look-up or two.

    `fixed` gives words whose tags stand in rules/ (function words, and words of news copy whose rare readings are
    left out) in place of the index's; `nouns` and `verbs` give lemmas in place of the index's; `prefixes` are
    tied to a verb by a hyphen; `suffixes` are the endings, longest first, by which a word that nobody lists is tagged.
    """

    fixed: Mapping[str, int]
    nouns: Mapping[str, str]
    verbs: Mapping[str, str]
    prefixes: frozenset[str]
    suffixes: tuple[tuple[str, int], ...]
    listed: Listed
    surfaces: Remembered[Surface] = field(init=False)
    _nouns: Remembered[str | None] = field(init=False)
    _verbs: Remembered[str | None] = field(init=False)

    def __post_init__(self) -> None:
        for name, work in (("surfaces", self._surface), ("_nouns", self._noun), ("_verbs", self._verb)):
            object.__setattr__(self, name, Remembered(work))

    @classmethod
    def load(
        cls,
        fixed: Mapping[str, int],
        nouns: Mapping[str, str],
        verbs: Mapping[str, str],
        prefixes: frozenset[str],
        suffixes: tuple[tuple[str, int], ...],
    ) -> Self:
        """The index with the given entries of rules/ laid over the data file, which is read once a process."""
        return cls(fixed, nouns, verbs, prefixes, suffixes, _read())

    def known(self, word: str) -> bool:
        """Whether the rules or the tables list the word."""
        return word in self.fixed or self.listed.get(word) is not None

    def tags(self, word: str) -> int:
        """All parts of speech that the word can have, as bits of `rulebook.tags`; never 0 for a word of letters."""
        fixed = self.fixed.get(word)
        if fixed is not None:
            return fixed
        listed = self.listed.get(word)
        return listed[0] if listed is not None else self._guess(word)

    def noun(self, word: str) -> str | None:
        """The singular of the word where it can be a noun ("drones" -> "drone", "people" -> "person"), else None."""
        return self._nouns[word]

    def counted(self, word: str) -> str:
        """The singular of a word that must be a noun, behind a number: "dams", which is listed only as a verb."""
        noun = self.noun(word)
        if noun is None and word.endswith("s") and self.tags(word[:-1]) & NOUN:
            return word[:-1]
        return noun or word

    def verb(self, word: str) -> str | None:
        """The infinitive of the word where it can be a verb form ("shot" -> "shoot"), else None."""
        return self._verbs[word]

    def _surface(self, word: str) -> Surface:
        lower = word.lower()
        lower = word if word == lower else lower  # one string for both
        return lower, self.tags(lower), word[0].isupper(), self.known(lower)

    def _noun(self, word: str) -> str | None:
        lemma = self.nouns.get(word)
        if lemma is not None:
            return lemma
        bits = self.tags(word)
        if not bits & (ANY_NOUN | NAME):
            return None
        listed = self.listed.get(word)
        spelled = _spell(word, listed[1]) if listed else None
        if spelled is not None:
            return spelled
        return self._singular(word) if bits & NOUNS and not bits & NOUN else word

    def _verb(self, word: str) -> str | None:
        lemma = self.verbs.get(word)
        if lemma is not None:
            return lemma
        if not self.tags(word) & ANY_VERB:
            return None
        listed = self.listed.get(word)
        return _spell(word, listed[2]) if listed else self._infinitive(word)

    def _guess(self, word: str) -> int:
        """Tags for a word that no table lists: by its last part where it is hyphenated, else by its ending."""
        head, hyphen, last = word.rpartition("-")
        if hyphen and last:
            verbal = ANY_VERB if head in self.prefixes else PARTICIPLE | GERUND
            return self.tags(last) & (ANY_NOUN | verbal | ADV) | ADJ
        for suffix, bits in self.suffixes:
            if word.endswith(suffix) and len(word) > len(suffix) + 2:
                return bits
        return NOUN if word[:1].isalpha() else 0

    def _singular(self, word: str) -> str:
        head, hyphen, last = word.rpartition("-")
        if hyphen and last:
            return f"{head}-{self.noun(last) or last}"
        if word.endswith("ies") and len(word) > 4:
            return word[:-3] + "y"
        if word.endswith(("ches", "shes", "sses", "xes", "zzes")) or (word.endswith("ses") and self.known(word[:-2])):
            return word[:-2]
        return word[:-1] if word.endswith("s") and not word.endswith("ss") else word

    def _infinitive(self, word: str) -> str:
        """A regular guess: "doxxed" -> "doxx"; a stem that the tables know as a verb, with or without e, goes first."""
        head, hyphen, last = word.rpartition("-")
        if hyphen and last:
            return f"{head}-{self.verb(last) or last}"
        for suffix in ("ing", "ed", "s"):
            if word.endswith(suffix):
                stem = word[: -len(suffix)]
                for candidate in (stem, stem + "e", stem[:-1]):
                    if self.listed.get(candidate) is not None and self.tags(candidate) & VERB:
                        return candidate
                return stem + "e" if stem.endswith(("at", "iz", "yz")) else stem
        return word
