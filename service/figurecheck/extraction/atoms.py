"""One number with its currency, unit or age: the smallest quantity, before ranges and hedges."""

from decimal import Decimal
from fractions import Fraction
from typing import Final

from figurecheck.extraction import forms
from figurecheck.extraction.ages import AgeReader
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.money import MoneyReader
from figurecheck.extraction.numeral import Numeral, exact
from figurecheck.extraction.readers import SentenceReader
from figurecheck.extraction.sentence import Sentence
from figurecheck.extraction.signs import SignReader
from figurecheck.extraction.taking import take_unit
from figurecheck.extraction.twofold import counted_deed
from figurecheck.model import bounds, kinds
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import tags as pos
from figurecheck.rulebook.unit import AFTER_DIGITS, AFTER_WORD, GLUED, Unit

PLAIN: Final = frozenset({forms.DIGITS, forms.WORDS})
_RATIOS: Final = frozenset({forms.FRACTION, forms.SHARE, forms.RATIO})
_UNITLESS: Final = frozenset({forms.PAIR, forms.RATIO, forms.TIMES, forms.ORDINAL})
_TIME: Final = "time"
"""What "twice" counts where it multiplies nothing."""
_NEAR_PERCENT: Final = 6
"""How many tokens behind "points" a percent is looked for."""
_STRONGEST: Final = 10
_BRACKETS: Final = {"(": ")", "{": "}", "[": "]"}


class AtomReader(SentenceReader):
    """Reads the unit of each number of one sentence."""

    __slots__ = ("ages", "money", "signs", "units")

    def __init__(self, sentence: Sentence, rules: Rulebook) -> None:
        super().__init__(sentence, rules)
        self.units = rules.units
        self.money = MoneyReader(sentence, rules)
        self.ages = AgeReader(sentence, rules)
        self.signs = SignReader(sentence, rules, self.money)

    def read(self, numeral: Numeral) -> Draft:
        """The draft of one numeral, with unit, kind and sign."""
        s, numerals = self.s, self.rules.numerals
        draft = Draft(numeral.first, numeral.last)
        draft.stated, draft.precision = numeral.value, numeral.place
        if numeral.form is forms.ORDER:
            draft.bound, draft.low, draft.high = bounds.ORDER, numeral.low, numeral.high
        elif (deed := counted_deed(s, numeral, self.rules)) is not None:
            self._counts_at(draft, deed)
            draft.last = draft.group_last = deed + 1
        elif numeral.form in _RATIOS:
            draft.kind = kinds.RATIO
            if numeral.noun is not None:
                self._counts_at(draft, numeral.noun)
            verb = numerals.ratio_verbs.get(s.lower[numeral.first]) if numeral.form is forms.RATIO else None
            draft.change = verb[1] if verb else None
        elif numeral.form is forms.ORDINAL:
            draft.kind = kinds.RANK
        elif numeral.form is forms.TIMES:
            draft.head_lemma, draft.concept = _TIME, self.rules.lexicon.concept(_TIME)
        before = s.lower[numeral.first - 1] if numeral.first else ""
        if before in self.m.indefinite:
            word = s.lower[numeral.first]
            if word in numerals.magnitudes or word in numerals.groups or word in numerals.denominators:
                draft.first -= 1
        if numeral.form not in _UNITLESS and not self.money.read(draft, numeral):
            self._unit(draft, numeral)
        self.signs.read(draft)
        self.money.floor = draft.last
        return draft

    def _counts_at(self, draft: Draft, at: int) -> None:
        """Counts the noun at a token: "a triple murder" counts murders, whatever the murder is part of."""
        draft.head = at
        draft.subject_text, draft.head_lemma = self.s.words[at], self.rules.words.noun(self.s.lower[at])
        draft.concept = self.rules.lexicon.concept(draft.head_lemma or "")

    def _unit(self, draft: Draft, numeral: Numeral) -> None:
        """The measure behind the number, an age, or a magnitude before it."""
        at = self._unit_at(numeral)
        found = self._measure(at, numeral)
        if found is not None:
            unit, draft.last = found
            take_unit(draft, unit)
            self._fraction_more(draft)
            if draft.kind is kinds.DURATION:
                self.ages.behind(draft)
            if unit.name == "degree angle":
                self._scale(draft)
        elif self._points(draft, numeral, at) or (numeral.form is forms.DIGITS and self._formula(draft, numeral.last)):
            return
        elif numeral.form in PLAIN and not self._magnitude_before(draft) and not self._of_quake(draft):
            self.ages.bare(draft, numeral, at)

    def _fraction_more(self, draft: Draft) -> None:
        """ "an hour and a half", "two years and a quarter"."""
        s, i = self.s, draft.last
        below = self.rules.numerals.denominators.get(s.lower[i + 2]) if i + 2 < self.n else None
        if (
            below is None
            or s.lower[i] != "and"
            or s.lower[i + 1] not in self.m.indefinite
            or not isinstance(draft.stated, int)
        ):
            return
        if i + 3 < self.n and (s.lower[i + 3] == "of" or s.tags[i + 3] & (pos.NOUN | pos.NOUNS | pos.ADJ)):
            return
        draft.stated = exact(draft.stated + Fraction(1, below))
        draft.last = i + 3

    def _points(self, draft: Draft, numeral: Numeral, i: int) -> bool:
        """ "a quarter point", "three points to 41 percent": points of a percentage at token i."""
        s = self.s
        i += i + 1 < self.n and s.words[i] == "-" and s.glued(i)
        if i >= self.n or s.lower[i] not in self.m.points:
            return False
        behind = s.lower[i + 1 : i + _NEAR_PERCENT]
        shared = bool(behind) and behind[0] in self.m.points_before and not self.m.percents.isdisjoint(behind)
        unit = self.units.unit(kinds.PERCENTAGE_POINT.replace("_", " "))
        worded = numeral.form is forms.FRACTION and s.words[numeral.first].isalpha()  # "1/4 point" is a bond's price
        if unit is None or not (shared or worded):
            return False
        take_unit(draft, unit)
        draft.last = i + 1
        return True

    def _formula(self, draft: Draft, i: int) -> bool:
        """A rate or compound unit in one token: "300 mg/L", "5 W/m2/K"."""
        found = self.units.match_rate(self.s.words[i]) if i < self.n else None
        if found is None:
            return False
        unit, draft.per = found
        draft.last = i + 1
        take_unit(draft, unit)
        return True

    def _unit_at(self, numeral: Numeral) -> int:
        """Where the unit would stand: past the "an" of "half an hour", the "more" of "three more years"."""
        s, i = self.s, self.past_trail(numeral.last)
        if i + 1 >= self.n:
            return i
        if (
            numeral.form is forms.FRACTION
            and s.lower[i] == "of"
            and s.lower[i + 1] in self.m.indefinite
            and i + 2 < self.n
        ):
            return i + 2
        if numeral.form is forms.FRACTION and s.lower[i] in self.m.indefinite:
            return i + 1
        if numeral.form is forms.ORDER and s.lower[i] == "of":
            return i + 1
        between = s.tags[i + 1] & pos.NOUNS and (s.lower[i] in self.m.unit_between or self._modified(i + 1))
        return i + 1 if between else i

    def _modified(self, i: int) -> bool:
        """ "three gruelling days", "517 rushing yards": a plural of time or length behind one that only modifies."""
        s = self.s
        before = s.tags[i - 1]
        if not before & (pos.ADJ | pos.PARTICIPLE | pos.GERUND) or before & (pos.NOUNS | pos.NAME | pos.PREP | pos.NUM):
            return False
        if s.lower[i] in self.m.limbs or self.units.match(s.words, i - 1) is not None:
            return False
        found = self.units.match(s.words, i, AFTER_WORD)
        return found is not None and found[0].dimension in self.m.modified

    def _measure(self, i: int, numeral: Numeral) -> tuple[Unit, int] | None:
        s = self.s
        if i >= self.n:
            return None
        hyphen = s.tied(i)
        j = i + 1 if hyphen else i
        if s.words[i] in _BRACKETS and i + 2 < self.n and s.words[i + 2] == _BRACKETS[s.words[i]]:
            found = self.units.match(s.words, i + 1)  # "20 (kg)"
            return (found[0], i + 3) if found is not None and found[1] == 1 else None
        digits = numeral.form is forms.DIGITS
        after = (GLUED if j == i and s.glued(i) else AFTER_DIGITS) if digits else AFTER_WORD
        found = self.units.match(s.words, j, after)
        if found is None:
            return None
        unit, count = found
        word = s.words[j]
        if count == 1 and s.lower[j] in self.m.glued_units and not s.glued(j):
            return None
        if (
            word.istitle()
            and len(word) > 2
            and not (s.headline or s.glued(j) or hyphen)
            and unit.dimension != "temperature"
        ):
            return None  # "during 2016 Stone spoke"
        many = numeral.value != 1 and not isinstance(numeral.value, Decimal) and not hyphen
        if unit.dimension == "time" and many and s.lower[j] in self.m.unit_adjectives:
            return None
        last = j + count
        if not hyphen and s.tags[j] & pos.NOUN and not s.tags[j] & pos.NOUNS and many and self._compound(last):
            return None  # "50 day-care centres"
        if unit.name == "degree angle" and not hyphen and many and self._academic(last):
            return None
        return unit, last

    def _academic(self, i: int) -> bool:
        """ "24 degree courses", as "90 degree turns" and "40 degree temperatures" are not: one degree, and a plural."""
        s = self.s
        named = i < self.n and s.lower[i - 1] == "degree" and bool(s.tags[i] & pos.NOUNS)
        return named and s.lower[i] not in self.m.angles | self.m.heat

    def _compound(self, i: int) -> bool:
        s = self.s
        return i + 1 < self.n and s.words[i] == "-" and s.lower[i + 1] not in self.m.old and s.words[i + 1][0].isalpha()

    def _magnitude_before(self, draft: Draft) -> bool:
        """ "magnitude 6.8", "magnitude-6.8"."""
        s, i = self.s, draft.first
        for k in (i - 1, i - 2):
            if k >= 0 and s.lower[k] == "magnitude" and (k == i - 1 or s.lower[i - 1] in {"-", "of"}):
                draft.first = k
                self._take_magnitude(draft)
                return True
        return False

    def _of_quake(self, draft: Draft) -> bool:
        """ "a 5.8 quake", "puts the magnitude at 6.1": a bare decimal below ten beside a quake is its magnitude."""
        value, place = draft.stated, draft.precision
        if value is None or place is None or place >= 1 or not 0 < value < _STRONGEST:
            return False
        if self.m.quakes.isdisjoint(self.s.lower):
            return False
        self._take_magnitude(draft)
        return True

    @staticmethod
    def _take_magnitude(draft: Draft) -> None:
        draft.unit = draft.dimension = "magnitude"
        draft.kind = kinds.MEASURE

    def _scale(self, draft: Draft) -> None:
        """ "98.6 degrees f": the scale behind the degrees; "98 degrees" are of heat, unless an angle is spoken of."""
        s, i = self.s, draft.last
        unit: Unit | None = None
        if i < self.n and s.lower[i] in self.m.scales:
            found = self.units.match(["°" + s.words[i][0].upper()], 0)
            unit, draft.last = (found[0], i + 1) if found else (None, i)
        elif self.m.angles.isdisjoint(s.lower) or not self.m.heat.isdisjoint(s.lower):
            unit = self.units.unit("degree")
        if unit is not None:
            take_unit(draft, unit)
