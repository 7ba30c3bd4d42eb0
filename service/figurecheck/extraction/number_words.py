"""Numbers in words: "twenty-one thousand", "half a million", "two thirds", "dozens", "twice", "one in five"."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from figurecheck.extraction import forms
from figurecheck.extraction.magnitudes import MagnitudeReader
from figurecheck.extraction.numeral import Numeral, exact
from figurecheck.rulebook import tags as pos

_WRITTEN: Final = 1000
"""From this power on, a magnitude is a written place: "two thousand" is less finely said than 2,000."""


_COUNTABLE: Final = pos.NOUN | pos.NOUNS
_COUNTED: Final = _COUNTABLE | pos.ADJ | pos.NAME
"""What an ordinal goes before: "by a fifth man"."""
_WHOLE: Final = 1000
"""So large a whole is a count of its own."""
_GOING_ON: Final = pos.PREP | pos.CONJ | pos.ADV | pos.PARTICIPLE | pos.TO
"""What a clause goes on with behind how often something was done."""
_CLOSING: Final = frozenset({".", ",", ";", ":", "?", "!", ")", "—", "–", "--"})
_FACTORS: Final = frozenset({forms.DIGITS, forms.WORDS})


class WordReader(MagnitudeReader):
    """Reads the numbers in words of one sentence, and the shares that words make of numbers."""

    __slots__ = ()

    def read(self, i: int) -> Numeral | None:
        """A number in words at i; None where the word begins no number here."""
        word = self.s.lower[i]
        t = self.t
        return (
            self._order(i)
            or self._cardinal(i)
            or self._word_fraction(i)
            or self._ratio(i)
            or (Numeral(i, i + 1, t.ordinals[word], forms.ORDINAL) if word in t.ordinals else None)
        )

    def _order(self, i: int) -> Numeral | None:
        """ "dozens", "tens of thousands", "a few hundred" at i, the longest phrase of the table."""
        s, orders = self.s, self.t.orders
        word = s.lower[i]
        single = orders.get(word)
        if single is None:
            return None
        pair = orders.get(f"{word} {s.lower[i + 1]}", ()) if i + 1 < self.n else ()
        for words, phrase in pair + single:
            last = i + len(words)
            if last <= self.n and tuple(s.lower[i:last]) == words:
                numeral = Numeral(i, last, None, forms.ORDER)
                numeral.low, numeral.high = self.t.order_values[phrase]
                return numeral
        return None

    def article(self, i: int) -> Numeral | None:
        """ "a few hundred"; "more than a month", "an hour and a half": counts behind a bound and before a fraction."""
        s, t = self.s, self.t
        order = self._order(i)
        if order is not None or i + 1 >= self.n or s.lower[i + 1] not in t.article_units:
            return order
        bounded = i > 0 and s.lower[i - 1] in t.article_after
        more = i + 2 < self.n and s.lower[i + 2] == "and" and self.fraction_word(i + 3) is not None
        return Numeral(i, i + 1, 1, forms.WORDS, 1) if bounded or more else None

    def _cardinal(self, i: int) -> Numeral | None:
        """ "twenty-one thousand", "a hundred and five", "half a million", "one and a half million", "two dozen"."""
        s, t = self.s, self.t
        word = s.lower[i]
        if word == "half" and i + 2 < self.n and s.lower[i + 1] in {"a", "an"}:
            factor = t.magnitudes.get(s.lower[i + 2]) or t.groups.get(s.lower[i + 2])
            if factor:
                numeral = Numeral(i, i + 3, exact(Fraction(factor, 2)), forms.WORDS)
                numeral.magnitude, numeral.bare = factor, Decimal("0.5")
                return numeral
            return None
        if word in t.magnitudes or word in t.groups:
            # alone it needs an article: "a hundred", "a dozen"; "the thousand" and "per thousand" are none
            before = s.lower[i - 1] if i else ""
            if before not in {"a", "an"} and before not in t.small:
                return None
        elif word not in t.small:
            return None
        return self._sum_words(i)

    def _sum_words(self, i: int) -> Numeral:
        """Adds and multiplies number words from i on, as English does: units, then hundreds, then larger powers."""
        s, t = self.s, self.t
        total, current, j = 0, 0, i
        room = 100  # what the next small word must stay below: 100 before tens, 10 behind them, 0 behind ones
        while j < self.n:
            k = self._next_word(j, current + total) if j > i else j
            word = s.lower[k]
            small = t.small.get(word)
            if small is not None and small < room and (small or room == 100):
                current += small
                room = 10 if word in t.tens else 0
            elif word == "hundred" and current < 100:
                current, room = (current or 1) * 100, 100
            elif word in t.magnitudes and word != "hundred":
                total = self._fold(total, current or (0 if total else 1), t.magnitudes[word])
                current, room = 0, 100
            elif word in t.groups:
                current = (current or 1) * t.groups[word]
                j = k + 1
                break
            elif word in t.ordinals and room == 10 and t.ordinals[word] < 10 and k > j:
                return Numeral(i, k + 1, total + current + t.ordinals[word], forms.ORDINAL)
            else:
                break
            j = k + 1
        written = t.magnitudes.get(s.lower[j - 1], 1)
        place = written if written >= _WRITTEN else 1
        return self._with_fraction(Numeral(i, j, total + current, forms.WORDS, place))

    def _next_word(self, j: int, so_far: int) -> int:
        """The token of the next number word: past a hyphen, and past the "and" of "a hundred and five"."""
        s, t = self.s, self.t
        k = self.past_hyphen(j)
        if so_far >= 100 and s.lower[k] == "and" and k + 1 < self.n and s.lower[k + 1] in t.small:
            return k + 1 if s.lower[k - 1] in t.magnitudes else k
        return k

    def _with_fraction(self, numeral: Numeral) -> Numeral:
        """ "one and a half million", "a million and a half"; or "two thirds", where the number stands above."""
        s, last = self.s, numeral.last
        k = self.past_hyphen(last) if last < self.n else last
        if k < self.n and s.lower[k] == "and" and (read := self.fraction_word(k + 1)) is not None:
            fraction, end = read
            self.add(numeral, fraction * self.t.magnitudes.get(s.lower[last - 1], 1), end)
            self.magnitudes(numeral)
        elif last == numeral.first + 1:
            return self._over(numeral) or numeral
        return numeral

    @staticmethod
    def _fold(total: int, current: int, magnitude: int) -> int:
        if total and total < magnitude and not current:
            return total * magnitude  # a hundred thousand million
        if total and total < magnitude:
            return (total + current) * magnitude
        return total + current * magnitude

    def _over(self, numeral: Numeral) -> Numeral | None:
        """ "two thirds", "three-quarters", "one-fifth": the cardinal just read stands above a denominator."""
        s, t = self.s, self.t
        j = self.past_hyphen(numeral.last)
        if j >= self.n or s.lower[j] not in t.denominators or not isinstance(numeral.value, int):
            return None
        below = t.denominators[s.lower[j]]
        plural = s.lower[j].endswith("s")
        if not 0 < numeral.value < below or plural != (numeral.value > 1):
            return None
        scaled = self._scaled_fraction(numeral.first, j + 1, Fraction(numeral.value, below))
        if scaled is not None:
            return scaled
        if not plural and j == numeral.last and not self._shares(j + 1):
            return None
        return Numeral(numeral.first, j + 1, exact(Fraction(numeral.value, below)), forms.FRACTION)

    def _scaled_fraction(self, first: int, i: int, fraction: Fraction) -> Numeral | None:
        """ "a quarter million", "three quarters of a billion": a magnitude behind a fraction."""
        s = self.s
        if i + 2 < self.n and s.lower[i] == "of" and s.lower[i + 1] == "a":
            i += 2
        factor = self.t.magnitudes.get(s.lower[i]) if i < self.n else None
        if factor is None:
            return None
        return Numeral(first, i + 1, exact(fraction * factor), forms.WORDS)

    def _word_fraction(self, i: int) -> Numeral | None:
        """ "half", "a third of", "a quarter of": a fraction without a number above it."""
        s, t = self.s, self.t
        word = s.lower[i]
        if word not in t.denominators or word.endswith("s"):
            return None
        fraction = Fraction(1, t.denominators[word])
        scaled = self._scaled_fraction(i, self.past_hyphen(i + 1), fraction) if i + 1 < self.n else None
        if scaled is not None and word not in t.ordinals:
            return scaled  # "a half-million-dollar fine"
        if word == "half":
            return Numeral(i, i + 1, Decimal("0.5"), forms.FRACTION)
        if i and s.lower[i - 1] in {"a", "an"} and (scaled is not None or self._is_share(i)):
            return scaled or Numeral(i, i + 1, exact(fraction), forms.FRACTION)
        return None

    def _is_share(self, i: int) -> bool:
        """Is the word at i, behind an article, a share: "a quarter point", "more than a third", "by a fifth since"?"""
        s, t = self.s, self.t
        behind = self.past_hyphen(i + 1) if i + 1 < self.n else i
        if (s.lower[i] not in t.ordinals and s.lower[behind] in t.article_units) or self._shares(i + 1):
            return True
        before = s.lower[i - 2] if i > 1 else ""
        return before in t.article_after or (before == "by" and not s.tags[i + 1] & _COUNTED)

    def _shares(self, i: int) -> bool:
        """Does what follows make a fraction of the word before: "a third of", "a fifth more", "a quarter to"?"""
        return i >= self.n or self.s.lower[i] in self.t.shares_before or not self.s.words[i][0].isalnum()

    def _ratio(self, i: int) -> Numeral | None:
        word, t = self.s.lower[i], self.t
        if word in t.ratios:
            often = word in t.often and self._often(i + 1)
            return Numeral(i, i + 1, t.ratios[word], forms.TIMES if often else forms.RATIO)
        if word in t.ratio_verbs:
            return Numeral(i, i + 1, exact(t.ratio_verbs[word][0]), forms.RATIO)
        if word in t.pairs:
            return Numeral(i, i + 1, t.pairs[word], forms.PAIR)
        return None

    def _often(self, i: int) -> bool:
        """Does nothing follow that could be multiplied: "was hit twice on Monday", "twice a week", "twice jailed"?"""
        s = self.s
        if i >= self.n or s.words[i] in _CLOSING:
            return True
        if s.lower[i] in self.t.times_after:
            return False
        ends = i + 1 >= self.n or s.words[i + 1] in _CLOSING
        timed = not ends and s.lower[i + 1] in self.terms and not s.tags[i] & pos.NUM
        if timed and i + 2 < self.n and s.tags[i + 2] & pos.POSS:
            return False  # "twice last year's toll"
        return timed or bool(s.tags[i] & _GOING_ON and (ends or not s.tags[i] & (pos.NAME | pos.NOUN)))

    def share(self, numeral: Numeral) -> Numeral:
        """ "one in five", "two out of three", "9 in every 10": a share of a whole, where the first is the smaller."""
        s, j = self.s, numeral.last
        if numeral.form not in {forms.DIGITS, forms.WORDS} or not isinstance(numeral.value, int) or j + 1 >= self.n:
            return numeral
        noun = j if s.tags[j] & _COUNTABLE and s.lower[j + 1] == "in" and not s.tags[j] & pos.PREP else None
        j += noun is not None  # "one call in five"
        if s.lower[j] == "in":
            j += 1
        elif s.lower[j] == "out" and s.lower[j + 1] == "of":
            j += 2
        else:
            return numeral
        out = s.lower[j - 1] == "of"
        if j < self.n and s.lower[j] == "every":
            j += 1
        if j >= self.n:
            return numeral
        digits = s.words[j].replace(",", "")
        if s.tags[j] & pos.NUM and digits.isdecimal() and len(digits) < 8:
            below: int = int(digits)
            last = j + 1
        elif s.lower[j] in self.t.small or (s.lower[j - 1] == "every" and s.lower[j] in self.t.magnitudes):
            whole = self._sum_words(j)
            if not isinstance(whole.value, int):
                return numeral
            below, last = whole.value, whole.last
        else:
            return numeral
        if not 0 < numeral.value < below or (1900 < below < 2100 and "," not in s.words[last - 1]):
            return numeral
        if (out and below >= _WHOLE) or (noun is not None and not self._closes(last)):
            return numeral  # "5,250 out of 42,000 applicants" are two counts
        shared = Numeral(numeral.first, last, exact(Fraction(numeral.value, below)), forms.SHARE)
        shared.noun = noun
        return shared

    def _closes(self, i: int) -> bool:
        """Does nothing counted follow: "one call in five goes unanswered", but not "one raid in five cities"?"""
        tags = self.s.tags[i] if i < self.n else pos.PUNCT
        if tags & pos.VERBZ and i + 1 < self.n:
            return bool(self.s.tags[i + 1] & (pos.PARTICIPLE | pos.ADJ | pos.ADV | pos.DET) and not tags & pos.NAME)
        return not tags & (pos.NOUN | pos.NOUNS | pos.ADJ | pos.NAME | pos.PARTICIPLE | pos.NUM) or bool(tags & pos.AUX)

    def times(self, numeral: Numeral) -> Numeral:
        """ "four times as many", "10 times higher", "20-fold": a number that multiplies."""
        s, j = self.s, numeral.last
        if numeral.form not in _FACTORS or j >= self.n:
            return numeral
        if s.lower[j] == "times" and j + 1 < self.n and s.lower[j + 1] in self.t.times_after:
            return Numeral(numeral.first, j + 1, numeral.value, forms.RATIO)
        k = j + 1 if s.words[j] == "-" and s.glued(j) else j
        if k < self.n and s.lower[k] == "fold" and s.glued(k):
            return Numeral(numeral.first, k + 1, numeral.value, forms.RATIO)
        return numeral
