"""An article as the rules inside one article read it: sentences that alternate between figures and words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import pairwise

from figurecheck.matching.measure import Measure, measure
from figurecheck.model import ArticleHead, Figure, Kind
from figurecheck.rulebook import Rulebook

Words = tuple[str, ...]
ASIDE = 8
"""At most so many words between two commas name a speaker."""

_WORD = re.compile(r"\d[\d.,]*\d|\d|[^\W\d_]+(?:['’-][^\W\d_]+)*|[^\w\s]")
_MARKUP = re.compile(r"<[^>]*>|[*_#`|]+")
_STRAIGHT = str.maketrans("’‘“”–—", "''\"\"--")


def words(text: str) -> Words:
    """The words and marks of a text, in lower case, without its markup."""
    if not text.isascii():
        text = text.translate(_STRAIGHT)
    return tuple(_WORD.findall(_MARKUP.sub(" ", text).lower()))


def named(figure: Figure) -> bool:
    """Does the quote itself say what is counted?"""
    text = figure.subject.text
    return text is not None and words(text)[-1:] == words(figure.quote)[-1:]


def without_asides(text: Words, book: Rulebook) -> Words:
    """The words without who says so between two commas: "passed, the ministry said, or 5,950"."""
    commas = [k for k, word in enumerate(text) if word == ","]
    for first, last in reversed(list(pairwise(commas))):
        aside = text[first + 1 : last]
        if 2 <= len(aside) <= ASIDE and any(_says(word, book) for word in (aside[0], aside[-1])):
            text = (*text[:first], *text[last:])
    return text


def _says(word: str, book: Rulebook) -> bool:
    verb = book.words.verb(word)
    return verb is not None and book.lexicon.attributions.of_verb(verb) is not None


@dataclass(frozen=True)
class Passage:
    """One sentence: its figures, and the words before, between and behind them (one more than there are figures).

    `paragraph` numbers the paragraphs of the part it stands in; `start` is where the sentence starts.
    """

    figures: tuple[Figure, ...]
    gaps: tuple[Words, ...]
    paragraph: int
    start: int
    where: str
    _made: dict[frozenset[Kind], "Passage"] = field(default_factory=dict, repr=False, compare=False)

    def before(self, i: int) -> Words:
        """The words between the figure and the one before it, or the sentence's start."""
        return self.gaps[i]

    def after(self, i: int) -> Words:
        """The words between the figure and the next one, or the sentence's end."""
        return self.gaps[i + 1]

    def between(self, i: int, j: int) -> Words:
        """The words between two figures, those of the figures between them among them."""
        found = list(self.gaps[i + 1]) if i < j else []
        for k in range(i + 1, j):
            found += [*self.quote(k), *self.gaps[k + 1]]
        return tuple(found)

    def quote(self, i: int) -> Words:
        """The words of the figure itself."""
        return words(self.figures[i].quote)

    def without(self, kinds: frozenset[Kind]) -> "Passage":
        """The passage with the figures of these kinds read as words."""
        found = self._made.get(kinds)
        if found is None:
            found = self._made[kinds] = self._without(kinds)
        return found

    def _without(self, kinds: frozenset[Kind]) -> "Passage":
        kept = [i for i, figure in enumerate(self.figures) if figure.kind not in kinds]
        if len(kept) == len(self.figures):
            return self
        gaps: list[Words] = []
        at = 0
        for stop in (*kept, len(self.figures)):
            gap = list(self.gaps[at])
            for i in range(at, stop):
                gap += [*self.quote(i), *self.gaps[i + 1]]
            gaps.append(tuple(gap))
            at = stop + 1
        return Passage(tuple(self.figures[i] for i in kept), tuple(gaps), self.paragraph, self.start, self.where)

    @cached_property
    def words(self) -> Words:
        """All words of the sentence, those of its figures among them."""
        found = list(self.gaps[0])
        for i in range(len(self.figures)):
            found += [*self.quote(i), *self.gaps[i + 1]]
        return tuple(found)


class Page:
    """The figures of one article in their passages, and what each of them measures."""

    def __init__(self, article: ArticleHead, text: str, figures: tuple[Figure, ...], book: Rulebook) -> None:
        self.article = article
        self.text = text
        self.figures = figures
        self._book = book
        self._measures: dict[str, Measure] = {}
        self._reckoned = replace(book.tolerance, whole_cap=book.tolerance.arithmetic_cap)

    def measure(self, figure: Figure) -> Measure:
        """What a figure measures; made once."""
        found = self._measures.get(figure.id)
        if found is None:
            found = self._measures[figure.id] = measure(figure, self._book.tolerance)
        return found

    def reckoned(self, figure: Figure) -> Measure:
        """What a figure measures where a percentage or a ratio was worked out from it: its number is known in full."""
        return measure(figure, self._reckoned)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every sentence that holds a figure, the title's first."""
        return tuple(self._passages())

    @cached_property
    def title(self) -> tuple[Passage, ...]:
        """The passages of the title."""
        return tuple(passage for passage in self.passages if passage.where == "title")

    @cached_property
    def body(self) -> tuple[Passage, ...]:
        """The passages of the body."""
        return tuple(passage for passage in self.passages if passage.where == "body")

    def _passages(self) -> Iterator[Passage]:
        by_sentence: dict[tuple[str, tuple[int, int]], list[Figure]] = {}
        for figure in self.figures:
            by_sentence.setdefault((figure.where, figure.sentence), []).append(figure)
        paragraph, at = 0, 0
        for (where, (start, end)), figures in by_sentence.items():
            text = self.text if where == "body" else self.article.title or ""
            if where == "body":
                paragraph, at = paragraph + text.count("\n", at, start), max(at, start)
            figures.sort(key=lambda figure: figure.start)
            edges = [start, *(edge for figure in figures for edge in (figure.start, figure.end)), end]
            texts = tuple(text[edges[k] : edges[k + 1]] for k in range(0, len(edges), 2))
            gaps = tuple(without_asides(words(text), self._book) for text in texts)
            yield Passage(tuple(figures), gaps, paragraph, start, where)
