"""Why a numeral is no figure: the tests, each with its reason, in the order in which they speak."""

from collections.abc import Callable
from typing import Final

from figurecheck.extraction import forms
from figurecheck.extraction.nonfigures.candidate import Candidate
from figurecheck.extraction.nonfigures.clock import is_clock
from figurecheck.extraction.nonfigures.codes import is_address, is_glued_name, is_list_marker, is_padded, is_phone
from figurecheck.extraction.nonfigures.contests import is_score
from figurecheck.extraction.nonfigures.dates import is_date
from figurecheck.extraction.nonfigures.designations import is_name
from figurecheck.extraction.nonfigures.idioms import (
    is_bare_half,
    is_idiom,
    is_loose_order,
    is_ordinal,
    is_pronoun,
    is_ratio_word,
    is_worded_decade,
)
from figurecheck.extraction.nonfigures.years import is_decade, is_year
from figurecheck.extraction.numeral import LIMIT, Numeral
from figurecheck.extraction.sentence import Sentence
from figurecheck.rulebook import Rulebook


def reason(sentence: Sentence, rules: Rulebook, numeral: Numeral) -> str | None:
    """Why the numeral is no figure: a few words for `explain`; None where nothing speaks against it."""
    candidate = Candidate(sentence, rules, numeral)
    alone = numeral.form is forms.DIGITS and candidate.among_words
    for test, why in _AMONG_WORDS if alone else _TESTS[numeral.form]:
        if test(candidate):
            return why
    return None


def is_too_big(c: Candidate) -> bool:
    """DESIGN 4: a numeral beyond 10^24 is no figure."""
    value = c.numeral.value
    return c.numeral.low is None if value is None else value > LIMIT


Test = tuple[Callable[[Candidate], bool], str]
_TOO_BIG: Final[Test] = (is_too_big, "a number beyond 10^24")
_IDIOM: Final[Test] = (is_idiom, "part of a set phrase")
_PADDED: Final[Test] = (is_padded, "a code that opens with a nought")
_DATE: Final[Test] = (is_date, "a date")
_CLOCK: Final[Test] = (is_clock, "a time of day")
_NAME: Final[Test] = (is_name, "part of a name")
_YEAR: Final[Test] = (is_year, "a year")


def _worded(*own: Test) -> tuple[Test, ...]:
    return (_TOO_BIG, _IDIOM, _DATE, _CLOCK, *own, _NAME)


_TESTS: Final[dict[forms.Form, tuple[Test, ...]]] = {
    forms.DIGITS: (
        _TOO_BIG,
        _PADDED,
        _IDIOM,
        (is_list_marker, "a list marker"),
        _CLOCK,
        _DATE,
        (is_decade, "a decade"),
        _YEAR,
        (is_phone, "a telephone number"),
        (is_glued_name, "part of a name"),
        (is_score, "a score or a pair that is no range"),
        (is_address, "an address"),
        _NAME,
    ),
    forms.WORDS: _worded((is_pronoun, "the pronoun one"), (is_worded_decade, "a decade"), (is_address, "an address")),
    forms.FRACTION: _worded((is_bare_half, "a half of nothing named")),
    forms.SHARE: _worded(),
    forms.ORDER: _worded((is_loose_order, "counts nothing named")),
    forms.RATIO: _worded((is_ratio_word, "multiplies nothing")),
    forms.TIMES: _worded(),
    forms.ORDINAL: (_TOO_BIG, _IDIOM, (is_ordinal, "an ordinal"), _DATE, _CLOCK, _NAME),
    forms.PAIR: _worded((is_ratio_word, "multiplies nothing")),
}
"""What can be said of a numeral by how it is written."""

_AMONG_WORDS: Final = (_TOO_BIG, _PADDED, _IDIOM, _CLOCK, _DATE, _YEAR, _NAME)
"""What can be said of digits with a word in small letters behind and another word before: the rest needs a mark, digits
or a capital beside them."""
