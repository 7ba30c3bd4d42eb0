"""What follows a number and multiplies it: "5 million", "20k", "2 dozen", "one and a half billion"."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from figurecheck.extraction.numeral import Numeral, exact
from figurecheck.extraction.sentence import Sentence
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import tags as pos

_CLOSERS: Final = frozenset({",", ".", ";", ":", ")", "]", "”", '"', "?", "!", "’", "'", "-", "–", "—", "+"})


class MagnitudeReader:
    """Reads what multiplies the numbers of one sentence."""

    __slots__ = ("before", "currency", "money", "n", "nation", "ordinals", "s", "t", "terms")

    def __init__(self, sentence: Sentence, rules: Rulebook) -> None:
        self.s = sentence
        self.t = rules.numerals
        self.ordinals = rules.calendar.ordinals
        self.before = rules.designators.before
        self.terms = rules.calendar.terms
        self.currency = rules.units.currency_prefix
        self.money = rules.units.match_currency
        self.nation = rules.lexicon.nation_of
        self.n = len(sentence.words)

    def magnitudes(self, numeral: Numeral) -> None:
        """Multiplies by what follows: "5 million", "1.5-million", "20k", "4.5bn", "2 dozen"."""
        s, t = self.s, self.t
        while numeral.last < self.n and numeral.value is not None:
            i = numeral.last
            j = i + 1 if s.words[i] == "-" and s.tied(i) else i
            word = s.lower[j]
            if word in t.magnitudes:
                self._multiply(numeral, t.magnitudes[word], j + 1)
            elif word in t.groups and numeral.magnitude == 1:
                self._multiply(numeral, t.groups[word], j + 1)
            elif numeral.magnitude == 1 and j == i and s.words[i] in t.short and self._short(numeral, i):
                self._multiply(numeral, t.short[s.words[i]], i + 1)
                return
            elif s.lower[i] == "and" and self.fraction_word(i + 1) is not None:
                self._add_scaled(numeral, i)
            else:
                return

    def _short(self, numeral: Numeral, i: int) -> bool:
        """May the letters at i be a magnitude? "$5m" and "5bn" may; "5 m" and "5m" are metres until more is known."""
        s = self.s
        word = s.words[i]
        before = s.words[numeral.first - 1] if numeral.first else ""
        letter = len(before) == 1 and before.isalnum() and not s.glued(numeral.first)
        if before and not letter and self.currency(before, True) is not None:
            return True
        if word not in self.t.money_only:
            return s.glued(i) or (len(word) > 1 and word.lower() != "cr")
        if word in {"mm", "MM", "mil"}:
            return False
        if word in {"k", "K"}:
            return s.glued(i) and not (i + 1 < self.n and s.glued(i + 1) and s.words[i + 1] not in _CLOSERS)
        if s.glued(i) and i + 1 < self.n and self.money(s.words, i + 1) is not None:
            return True  # "7m baht"
        return (s.glued(i) or word.isupper()) and self._counted_at(i + 1)

    def _counted_at(self, i: int) -> bool:
        """A counted plural at i, perhaps behind one modifier: "2.5m people", "4.3M digital sales"; not "5m long"."""
        s = self.s
        if i >= self.n or s.glued(i) or s.lower[i] in self.t.measure_adjectives or s.tags[i] & pos.PREP:
            return False
        if s.tags[i] & pos.NOUNS or self._nationals(i):
            return True
        modified = s.tags[i] & (pos.ADJ | pos.PARTICIPLE | pos.NAME)
        return bool(modified) and any(t & (pos.NOUNS | pos.CONJ) for t in s.tags[i + 1 : i + 2])

    def _nationals(self, i: int) -> bool:
        """ "1.2m Sudanese have fled", but not "1.2m Italian marble"."""
        s = self.s
        if not s.words[i][0].isupper() or self.nation(s.words[i]) is None:
            return False
        return i + 1 >= self.n or not s.tags[i + 1] & (pos.NOUN | pos.NOUNS) or bool(s.tags[i + 1] & pos.AUX)

    def _multiply(self, numeral: Numeral, factor: int, last: int) -> None:
        assert numeral.value is not None
        numeral.value = (
            exact(Decimal(numeral.value) * factor) if not isinstance(numeral.value, int) else numeral.value * factor
        )
        numeral.magnitude = numeral.magnitude * factor
        if numeral.place is not None:
            numeral.place = exact(Decimal(numeral.place) * factor)
        numeral.last = last

    def fraction_word(self, i: int) -> tuple[Fraction, int] | None:
        """ "a half", "a quarter", "one third", "three-quarters" at i: the fraction and the token after it."""
        s, t = self.s, self.t
        i = self.past_hyphen(i)
        if i + 1 >= self.n:
            return None
        above = 1 if s.lower[i] in {"a", "an"} else t.small.get(s.lower[i])
        j = self.past_hyphen(i + 1)
        if above is None or j >= self.n or s.lower[j] not in t.denominators or above >= t.denominators[s.lower[j]]:
            return None
        return Fraction(above, t.denominators[s.lower[j]]), j + 1

    def _add_scaled(self, numeral: Numeral, i: int) -> None:
        read = self.fraction_word(i + 1)
        if read is not None and numeral.value is not None:
            fraction, last = read
            self.add(numeral, fraction * int(numeral.magnitude), last)

    def add(self, numeral: Numeral, fraction: Fraction, last: int) -> None:
        if numeral.value is not None:
            numeral.value = numeral.bare = exact(Fraction(numeral.value) + fraction)
            numeral.place = None
            numeral.last = last

    def past_hyphen(self, i: int) -> int:
        return i + 1 if self.s.tied(i) and self.s.words[i] == "-" else i
