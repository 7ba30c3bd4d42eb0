"""One part of an article, title or body: cut into sentences once, each of them read once at most."""

from bisect import bisect_left
from collections.abc import Iterator

from figurecheck.extraction.sentence import Sentence, read_sentence
from figurecheck.extraction.sentences import Span, counting, cut
from figurecheck.rulebook import Rulebook


class Part:
    """The plain text of a part; sentences go by their number."""

    __slots__ = ("_read", "rulebook", "spans", "text")

    def __init__(self, text: str, rulebook: Rulebook) -> None:
        self.text = text
        self.rulebook = rulebook
        self.spans: list[Span] = list(cut(text, rulebook.lexicon.abbreviations))
        """Where the sentences stand."""
        self._read: dict[int, Sentence] = {}

    def counting(self) -> Iterator[tuple[int, Sentence]]:
        """The sentences in which a figure can begin, with their numbers; each is read anew."""
        return counting(self.text, self.spans, self.rulebook)

    def number(self, position: int) -> int:
        """The first sentence that begins at a position of the text or behind it."""
        return bisect_left(self.spans, (position, 0))

    def sentence(self, number: int) -> Sentence:
        """A sentence, kept for all who ask."""
        found = self._read.get(number)
        if found is None:
            found = self._read[number] = read_sentence(self.text, *self.spans[number], self.rulebook)
        return found

    def opening(self, count: int) -> list[Sentence]:
        """The first sentences, so many of them."""
        return [self.sentence(number) for number in range(min(count, len(self.spans)))]

    def kept(self, number: int) -> bool:
        """Was the sentence read before?"""
        return number in self._read

    def keep(self, number: int, sentence: Sentence) -> None:
        """Keeps a sentence that was read."""
        self._read[number] = sentence
