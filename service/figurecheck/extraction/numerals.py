"""The numerals of a sentence, from left to right."""

from fractions import Fraction

from figurecheck.extraction.digits import DigitReader
from figurecheck.extraction.number_words import WordReader
from figurecheck.extraction.numeral import Form, Numeral, exact
from figurecheck.extraction.sentence import Sentence
from figurecheck.rulebook import Rulebook

_ARTICLES = frozenset({"a", "an"})


def read_numerals(sentence: Sentence, rules: Rulebook) -> list[Numeral]:
    """All numerals, left to right; each token belongs to one at most."""
    found: list[Numeral] = []
    digits, words = DigitReader(sentence, rules), WordReader(sentence, rules)
    lower, vulgar = sentence.lower, rules.numerals.vulgar
    used = 0
    for i in sentence.numbers:
        if i < used:
            continue
        word = lower[i]
        numeral: Numeral | None
        if word in _ARTICLES:
            numeral = words.article(i)
        elif word[-1].isdecimal():
            numeral = digits.read(i)
        elif word in vulgar:
            numeral = Numeral(i, i + 1, exact(Fraction(*vulgar[word])), Form.FRACTION)
        else:
            numeral = words.read(i)
        if numeral is not None:
            numeral = words.times(digits.power(words.share(numeral)))
            found.append(numeral)
            used = numeral.last
    return found
