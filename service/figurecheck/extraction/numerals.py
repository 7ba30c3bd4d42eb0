"""The numerals of a sentence, from left to right."""

from fractions import Fraction
from functools import lru_cache
from typing import Final

from figurecheck.extraction import forms
from figurecheck.extraction.cues import NUMBER, tokens_with
from figurecheck.extraction.digits import DigitReader, bare
from figurecheck.extraction.number_words import WordReader
from figurecheck.extraction.numeral import Numeral, exact
from figurecheck.extraction.sentence import Sentence
from figurecheck.rulebook import Rulebook

_ARTICLES: Final = frozenset({"a", "an"})
_SHARED: Final = "in"
"""Two tokens on, what a share of a whole may be told by: "one call in five"."""
_SIGNS: Final = frozenset({"-", ",", "/", "⁄", "x", "×", "and", "in", "every", "out", "times", "fold"})
"""What ties a number to the rest of it: "twenty-one", "80, 000", "1/2", "6 x 10^24", "one in five", "20-fold"."""
_JOINTS: Final = frozenset({"-", ",", "and", "in"})
"""Those of them that do so only before the rest, and not in "43, said" or "the 14-year-old"."""


def read_numerals(sentence: Sentence, rules: Rulebook) -> list[Numeral]:
    """All numerals, left to right; each token belongs to one at most."""
    found: list[Numeral] = []
    composed: _Composed | None = None
    lower, n, table, carriers = sentence.lower, len(sentence.words), rules.numerals, _carriers(rules)
    used = 0
    for i in tokens_with(NUMBER, sentence.cues):
        if i < used:
            continue
        word, behind = lower[i], lower[i + 1] if i + 1 < n else ""
        ahead = lower[i + 2] if i + 2 < n else ""
        rest = ahead if behind in _JOINTS else behind
        alone = rest not in carriers and not rest[:1].isdecimal() and ahead != _SHARED
        in_digits = word[-1].isdecimal()
        numeral: Numeral | None
        if alone and in_digits:
            numeral = bare(sentence, i)
        elif alone and word in table.small:
            numeral = Numeral(i, i + 1, table.small[word], forms.WORDS, 1)
        elif alone and word in _ARTICLES and behind not in table.article_units:
            continue
        else:
            composed = composed or _Composed(sentence, rules)
            numeral = composed.in_digits(i) if in_digits else composed.in_words(i)
        if numeral is not None:
            found.append(numeral)
            used = numeral.last
    return found


@lru_cache(maxsize=8)
def _carriers(rules: Rulebook) -> frozenset[str]:
    """Every word behind a number that can carry it on; before any other it stands alone, and is read at a glance."""
    table = rules.numerals
    tables = (table.small, table.magnitudes, table.groups, table.ordinals, table.denominators, table.vulgar)
    orders = (word for phrase in table.order_values for word in phrase.split())
    short = (word.lower() for word in table.short)
    return _SIGNS.union(_ARTICLES, rules.calendar.ordinals, orders, short, *tables)


class _Composed:
    """Reads numbers of several words, and digits with what carries them on, in one sentence."""

    __slots__ = ("digits", "words")

    def __init__(self, sentence: Sentence, rules: Rulebook) -> None:
        self.digits = DigitReader(sentence, rules)
        self.words = WordReader(sentence, rules)

    def in_digits(self, i: int) -> Numeral:
        """The number whose digits begin at token i."""
        return self._carried_on(self.digits.read(i))

    def in_words(self, i: int) -> Numeral | None:
        """The number that begins with the article, the sign for a fraction or the word at token i."""
        words = self.words
        word = words.s.lower[i]
        if word in _ARTICLES:
            found = words.article(i)
        elif word in words.t.vulgar:
            found = Numeral(i, i + 1, exact(Fraction(*words.t.vulgar[word])), forms.FRACTION)
        else:
            found = words.read(i)
        return self._carried_on(found) if found is not None else None

    def _carried_on(self, numeral: Numeral) -> Numeral:
        return self.words.times(self.digits.power(self.words.share(numeral)))
