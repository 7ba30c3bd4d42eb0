"""The numerals of a sentence, from left to right."""

from fractions import Fraction
from functools import lru_cache

from figurecheck.extraction.cues import NUMBER, tokens_with
from figurecheck.extraction.digits import DigitReader, bare
from figurecheck.extraction.number_words import WordReader
from figurecheck.extraction.numeral import FRACTION, WORDS, Numeral, exact
from figurecheck.extraction.sentence import Sentence
from figurecheck.rulebook import Rulebook

_ARTICLES = frozenset({"a", "an"})
_SIGNS = frozenset({"-", ",", "/", "⁄", "x", "×", "and", "in", "out", "times", "fold"})
"""What ties a number to the rest of it: "twenty-one", "80, 000", "1/2", "6 x 10^24", "one in five", "20-fold"."""


def read_numerals(sentence: Sentence, rules: Rulebook) -> list[Numeral]:
    """All numerals, left to right; each token belongs to one at most."""
    found: list[Numeral] = []
    lower, n, table, carriers = sentence.lower, len(sentence.words), rules.numerals, _carriers(rules)
    used = 0
    for i in tokens_with(NUMBER, sentence.cues):
        if i < used:
            continue
        word, behind = lower[i], lower[i + 1] if i + 1 < n else ""
        alone = behind not in carriers and not behind[:1].isdecimal()
        in_digits = word[-1].isdecimal()
        numeral: Numeral | None
        if alone and in_digits:
            numeral = bare(sentence, i)
        elif alone and word in table.small:
            numeral = Numeral(i, i + 1, table.small[word], WORDS, 1)
        elif alone and word in _ARTICLES and behind not in table.article_units:
            continue
        else:
            numeral = _composed(sentence, rules, i, in_digits=in_digits)
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
    return _SIGNS.union(rules.calendar.ordinals, orders, short, *tables)


def _composed(sentence: Sentence, rules: Rulebook, i: int, *, in_digits: bool) -> Numeral | None:
    """A number of several words, or of digits with what carries them on."""
    digits, words = DigitReader(sentence, rules), WordReader(sentence, rules)
    numeral = digits.read(i) if in_digits else _in_words(words, i)
    return words.times(digits.power(words.share(numeral))) if numeral is not None else None


def _in_words(words: WordReader, i: int) -> Numeral | None:
    """A number that begins with an article, a sign for a fraction or a word."""
    word = words.s.lower[i]
    if word in _ARTICLES:
        return words.article(i)
    if word in words.t.vulgar:
        return Numeral(i, i + 1, exact(Fraction(*words.t.vulgar[word])), FRACTION)
    return words.read(i)
