"""What a sentence says beside its figures: its words, read once, and what they tell of every figure in it."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import cached_property
from itertools import pairwise, zip_longest
from typing import NamedTuple

from figurecheck.matching.names import Name, name, nations_of_places
from figurecheck.matching.words import TOKEN, Word, plain, reader
from figurecheck.rulebook import Rulebook, tags
from figurecheck.rulebook.matching import MatchingRules

_DATELINE = re.compile(r"\s*([^\W\d_]{3,})(?:[^.!?;:]|\.(?= [(–—-])){0,60}? [-–—]{1,2} ")
"""Where copy was filed, when and by whom: "LOS ANGELES, May 3 (Reuters) - ". It is no part of the sentence."""


class Token(NamedTuple):
    """A word or clause sign, where it stands in the article, and as it is read."""

    start: int
    end: int
    text: str
    word: Word

    @property
    def alpha(self) -> bool:
        """Is it a word?"""
        return self.text[0].isalpha()


class Said:
    """A sentence that holds figures. Offsets are those of the article."""

    def __init__(self, text: str, sentence: tuple[int, int], book: Rulebook) -> None:
        self._article, self._book = text, book
        self.start, self.end = sentence
        self.text = text[self.start : self.end]
        self.tokens = self._read(self._opening(), self.end)
        self._starts = [token.start for token in self.tokens]

    def _opening(self) -> int:
        """Where it begins, behind the dateline of the article's first sentence."""
        return max(behind_dateline(self._article, self.end), self.start) if self.start <= len("“") else self.start

    def before(self, at: int) -> list[Token]:
        """The tokens before an offset; of one that it cuts, what stands before it."""
        found = self.tokens[: bisect_left(self._starts, at)]
        if found and found[-1].end > at:
            found[-1:] = self._read(found[-1].start, at)
        return found

    def after(self, at: int) -> list[Token]:
        """The tokens from an offset on; of one that it cuts, what stands behind it."""
        first = bisect_left(self._starts, at)
        cut = self._read(at, self.tokens[first - 1].end) if first and self.tokens[first - 1].end > at else []
        return cut + self.tokens[first:]

    @cached_property
    def words(self) -> frozenset[str]:
        """Its words in lower case, without possessives."""
        return frozenset(token.word.low for token in self.tokens)

    @cached_property
    def titled(self) -> bool:
        """Has most of it capitals, as titles do, so that none makes a name?"""
        words = [token.word for token in self.tokens if token.alpha]
        return 2 * sum(word.capital for word in words) > len(words)

    @cached_property
    def kinds(self) -> frozenset[int]:
        """The kinds of event that it names, but for one that came before: "Hours after the blast, a boat sank"."""
        start = self.tokens[0].start if self.tokens else self.start
        before = self._book.matching.after_another.match(self._article, start, self.end)
        own = before.end() if before else start
        return kinds((token.word for token in self.tokens if token.start >= own), self._book.matching)

    @cached_property
    def nations(self) -> frozenset[str]:
        """The nations that it names, and those of the places that it names."""
        words = [plain(token.text) for token in self.tokens if token.alpha]
        return nations_of_places(words, self._book.lexicon.nations, self._book.matching.whereabouts)

    @cached_property
    def weekdays(self) -> frozenset[str]:
        """The days of the week that it names, but for those on which somebody says something: "said on Monday"."""
        rules, found, last = self._book.matching, set[str](), ""
        for *_, word in self.tokens:
            if word.low in rules.weekdays and self._book.lexicon.stance_of_verb(last) is None:
                found.add(word.low)
            if word.low not in rules.on_day:
                last = word.lemma
        return frozenset(found)

    @cached_property
    def another(self) -> bool:
        """Does it open as what is told of another event does: "Last year", "Hours before"?"""
        return self._book.matching.another.match(self._article, self.start, self.end) is not None

    @cached_property
    def corrects(self) -> bool:
        """Does it set right what was published before?"""
        return not self.words.isdisjoint(self._book.matching.correction_marks)

    @cached_property
    def gunman(self) -> bool:
        """Does it count in whoever did it: "including the gunman"?"""
        rules = self._book.matching
        return not self.words.isdisjoint(rules.gunman) and any(word in self.text for word in rules.with_words)

    @cached_property
    def elsewhere(self) -> frozenset[str]:
        """The names that it only gives as whereabouts: "in New Calder"."""
        found, named, where = set[str](), set[str](), False
        whereabouts = self._book.matching.whereabouts
        for *_, word in self.tokens:
            if word.capital:
                (found if where else named).add(word.low)
            else:
                where = word.low in whereabouts
        return frozenset(found - named)

    @cached_property
    def withheld(self) -> frozenset[str]:
        """The nouns for who, by it, gives no figure: "the police would not estimate the turnout"."""
        rules = self._book.matching
        if self.words.isdisjoint(rules.withheld_what) or self.words.isdisjoint(rules.withheld_by):
            return frozenset()
        found = set[str]()
        ends = [self.start, *(end for _, end in self.splits), self.end]
        for first, end in pairwise(ends):
            piece = [token.word for token in self.tokens if first <= token.start < end]
            at = next((i for i, word in enumerate(piece) if word.low in rules.withheld_by), len(piece))
            if any(word.low in rules.withheld_what for word in piece[at:]):
                found.update(word.noun for word in piece[:at] if word.noun)
        return frozenset(found)

    @cached_property
    def owner(self) -> Name | None:
        """Who does something with what is theirs, at its start: "Power stations cut their emissions"."""
        found = self._book.matching.owner.match(self.text)
        done = found and self._book.words.tags(found[2].lower()) & (tags.PAST | tags.VERBZ)
        return name(found[1], self._book) if found and done else None

    @cached_property
    def owned(self) -> bool:
        """Does its speaker tell of what is their own: "it plans", "said its jets"?"""
        return self._book.matching.own.search(self.text) is not None

    @cached_property
    def splits(self) -> list[tuple[int, int]]:
        """Where the signs and words stand between which it falls into pieces that speak of one figure each."""
        found = self._book.matching.splits.finditer(self._article, self.start, self.end)
        return [split.span() for split in found]

    def slice(self, start: int, end: int) -> str:
        """Its text from an offset of the article to another."""
        return self.text[start - self.start : end - self.start]

    def _read(self, start: int, end: int) -> list[Token]:
        read = reader(self._book.words, self._book.matching)
        found = (match.span() for match in TOKEN.finditer(self._article, start, end))
        texts = ((*span, self._article[slice(*span)]) for span in found)
        return [Token(a, b, text, read(text)) for a, b, text in texts if text[0] != "<"]


def behind_dateline(text: str, end: int | None = None) -> int:
    """Where an article's text begins behind its dateline, which ends before an offset; 0 where it has none."""
    filed = _DATELINE.match(text, 0, len(text) if end is None else end)
    return filed.end() if filed and filed[1].isupper() else 0


def kinds(words: Iterable[Word], rules: MatchingRules) -> frozenset[int]:
    """The kinds of event that words name, by their number in rules/matching.toml."""
    found: set[int] = set()
    told = list(words)
    for word, behind in zip_longest(told, told[1:]):
        if behind is not None and f"{word.low} {behind.noun or behind.low}" in rules.no_event:
            continue
        found |= rules.kind_of.get(word.low) or rules.kind_of.get(word.lemma) or set()
    return frozenset(found)
