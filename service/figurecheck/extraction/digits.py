"""Numbers in digits: "1,200,000", "1 200 000", "80, 000", "10 1/2", "6 x 10^24"."""

from decimal import Decimal
from fractions import Fraction
from functools import lru_cache
from itertools import takewhile
from typing import Final

from figurecheck.extraction import forms
from figurecheck.extraction.draft import Value
from figurecheck.extraction.magnitudes import MagnitudeReader
from figurecheck.extraction.numeral import LIMIT, Numeral, exact
from figurecheck.extraction.sentence import Sentence
from figurecheck.rulebook import tags as pos

_MAX_DIGITS: Final = 40
_BEFORE_CODES: Final = frozenset({"+", "#", "/", "-", "."})
_DECIMALS: Final = 2
"""So many digits at most stand behind a comma that is a point."""
_GROUPS: Final = 8
"""No number below 10^24 has more groups of three behind its first."""
_BELOW: Final = frozenset({"2", "3", "4", "5", "6", "8", "10", "12", "16", "20", "32", "64", "100"})


@lru_cache(maxsize=1 << 14)
def _worth(written: str) -> tuple[Value | None, Value | None]:
    """The value of digits as written and the worth of their last place; None for far too many."""
    digits = "".join(c for c in written if c.isdecimal() or c == ".")
    if len(digits) > _MAX_DIGITS:
        return None, None
    decimals = len(digits.partition(".")[2])
    return exact(Decimal(digits)), exact(Decimal(1).scaleb(-decimals))


def bare(sentence: Sentence, i: int) -> Numeral:
    """The digits of token i alone."""
    value, place = _worth(sentence.words[i])
    return Numeral(i, i + 1, value, forms.DIGITS, place)


class DigitReader(MagnitudeReader):
    """Reads the numbers in digits of one sentence."""

    __slots__ = ()

    def read(self, i: int) -> Numeral:
        """The number whose digits begin at token i."""
        numeral = bare(self.s, i)
        if numeral.value is None:
            return numeral
        if self._ordinal_suffix(i + 1):
            return Numeral(i, i + 2, numeral.value, forms.ORDINAL)
        self._decimal_comma(numeral)
        self._spaced_thousands(numeral)
        self._fraction_behind(numeral)
        self.magnitudes(numeral)
        return numeral

    def _decimal_comma(self, numeral: Numeral) -> None:
        """ "1,1 million", "0,75%": a comma for a point, which only a magnitude or a percent behind makes sure of."""
        s, i = self.s, numeral.last
        if i + 2 >= self.n or s.words[i] != "," or not (s.glued(i) and s.glued(i + 1)):
            return
        part = s.words[i + 1]
        if not part.isdecimal() or len(part) > _DECIMALS or not isinstance(numeral.value, int):
            return
        if s.lower[i + 2] in self.t.magnitudes or s.words[i + 2] == "%":
            worth, numeral.place = _worth(f"{numeral.value}.{part}")
            numeral.value = numeral.bare = worth
            numeral.last = i + 2

    def _spaced_thousands(self, numeral: Numeral) -> None:
        """ "80, 000" in tokenised copy, "1 200 000": a group that begins with 0 can only be the rest of the number."""
        s, first = self.s, numeral.last
        if first >= self.n or not isinstance(numeral.value, int) or not 0 < numeral.value < LIMIT:
            return
        comma = s.words[first] == ","
        if not comma and (numeral.value >= 1000 or (numeral.first and s.words[numeral.first - 1] in _BEFORE_CODES)):
            return
        groups: list[str] = []
        while len(groups) < _GROUPS and (group := self._group(first + len(groups) * (1 + comma), comma)):
            groups.append(group)
        if comma:
            groups = list(takewhile(lambda group: group[0] == "0", groups))
        elif not any(group[0] == "0" for group in groups) and not self._counts_behind(numeral, len(groups)):
            return
        for group in groups:
            numeral.value = numeral.bare = numeral.value * 1000 + int(group)
        numeral.last += len(groups) * (1 + comma)

    def _counts_behind(self, numeral: Numeral, groups: int) -> bool:
        """ "3 417 trees": groups of three that count a plural, with nothing before that the first could belong to."""
        s, i, j = self.s, numeral.first, numeral.last + groups
        if not groups or j >= self.n or not s.tags[j] & pos.NOUNS or s.tags[j] & (pos.NOUN | pos.NUM):
            return False
        if i == 0:
            return True
        before = s.lower[i - 1]
        return not (s.tags[i - 1] & (pos.NAME | pos.NUM) or before in self.before or before in self.terms)

    def _group(self, i: int, comma: bool) -> str:
        """Three digits at i, or behind a comma there; nothing where there are none."""
        s = self.s
        if comma and (i >= self.n or s.words[i] != ","):
            return ""
        i += comma
        if i >= self.n or len(s.words[i]) != 3 or not s.words[i].isdecimal() or s.glued(i):
            return ""
        return s.words[i] if comma or s.begins(i) == s.ends(i - 1) + 1 else ""

    def _ordinal_suffix(self, i: int) -> bool:
        return i < self.n and self.s.lower[i] in self.ordinals and self.s.glued(i)

    def _fraction_behind(self, numeral: Numeral) -> None:
        """ "10 1/2", "1/2", "3½", "10-1/2"."""
        s, i = self.s, numeral.last
        if i < self.n and s.words[i] in self.t.vulgar:
            above, below = self.t.vulgar[s.words[i]]
            self.add(numeral, Fraction(above, below), i + 1)
            return
        if self._bar(i - 1):  # this number is itself the part above the bar
            fraction = Fraction(int(s.words[i - 1]), int(s.words[i + 1]))
            numeral.value = numeral.bare = exact(fraction)
            numeral.last, numeral.form, numeral.place = i + 2, forms.FRACTION, None
            return
        j = i + 1 if i < self.n and s.words[i] == "-" and s.glued(i) else i
        if self._bar(j) and isinstance(numeral.value, int):
            self.add(numeral, Fraction(int(s.words[j]), int(s.words[j + 2])), j + 3)

    def _bar(self, i: int) -> bool:
        """Is i a fraction written a/b, with b a number that halves, thirds, tenths ... things?"""
        s = self.s
        if (
            i < 0
            or i + 2 >= self.n
            or s.words[i + 1] not in {"/", "⁄"}
            or not s.words[i].isdecimal()
            or not s.words[i + 2].isdecimal()
        ):
            return False
        if (i + 3 < self.n and s.words[i + 3] == "/") or (i > 0 and s.words[i - 1] == "/"):
            return False
        return (
            s.glued(i + 1)
            and s.glued(i + 2)
            and (s.words[i + 2] in _BELOW or s.words[i + 1] == "⁄")
            and len(s.words[i]) < 3
            and int(s.words[i]) < int(s.words[i + 2])
        )

    def power(self, numeral: Numeral) -> Numeral:
        """ "2.998×10−8", "6 x 10^24": a number in powers of ten."""
        s, j = self.s, numeral.last
        if j + 2 >= self.n or s.words[j] not in {"×", "x"} or s.words[j + 1] != "10" or numeral.value is None:
            return numeral
        j += 2
        while j < self.n and s.words[j] in {"^", "−", "-"}:
            j += 1
        if j >= self.n or not s.words[j].isdecimal() or len(s.words[j]) > 2:
            return numeral
        sign = -1 if s.words[j - 1] in {"−", "-"} else 1
        value = exact(Decimal(numeral.value).scaleb(sign * int(s.words[j])))
        return Numeral(numeral.first, j + 1, value, forms.DIGITS)
