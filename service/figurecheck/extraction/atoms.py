"""One number with its currency, unit or age: the smallest quantity, before ranges and hedges."""

from decimal import Decimal
from fractions import Fraction

from figurecheck.extraction.draft import Draft
from figurecheck.extraction.numerals import Form, Numeral, counted_deed, exact
from figurecheck.extraction.sentence import Sentence
from figurecheck.model import Bound, Kind
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import tags as pos
from figurecheck.rulebook.unit import AFTER_DIGITS, AFTER_WORD, GLUED, Unit

DASHES = frozenset("-–—−‐‑")
MINUS = frozenset("-−–")
PLAIN = frozenset({Form.DIGITS, Form.WORDS})
_KINDS = {"percent": Kind.PERCENT, "percentage point": Kind.PERCENTAGE_POINT, "basis point": Kind.BASIS_POINT}
_RATIOS = frozenset({Form.FRACTION, Form.SHARE, Form.RATIO})
_UNITLESS = frozenset({Form.PAIR, Form.RATIO, Form.ORDINAL})
_ARTICLES = frozenset({"a", "an"})
_NEAR_PERCENT = 6
"""How many tokens behind "points" a percent is looked for."""
_OLDEST = 120
_NOUN = pos.NOUN | pos.NOUNS | pos.NAME
_AGED = 10
"""How many tokens before a bare number its age ("the average age of ...") is looked for."""
_MEGA = 10**6


class AtomReader:
    """Reads the unit of each number of one sentence."""

    __slots__ = ("floor", "m", "n", "rules", "s", "units")

    def __init__(self, sentence: Sentence, rules: Rulebook) -> None:
        self.s = sentence
        self.n = len(sentence)
        self.rules = rules
        self.units = rules.units
        self.m = rules.measures
        self.floor = 0  # the token up to which the quantity before reaches

    def read(self, numeral: Numeral) -> Draft:
        """The draft of one numeral, with unit, kind and sign."""
        s, numerals = self.s, self.rules.numerals
        draft = Draft(numeral.first, numeral.last)
        draft.stated, draft.precision = numeral.value, numeral.place
        if numeral.form is Form.ORDER:
            draft.bound, draft.low, draft.high = Bound.ORDER, numeral.low, numeral.high
        elif (deed := counted_deed(s, numeral, self.rules)) is not None:
            self._deed(draft, deed)
        elif numeral.form in _RATIOS:
            draft.kind = Kind.RATIO
            verb = numerals.ratio_verbs.get(s.lower[numeral.first]) if numeral.form is Form.RATIO else None
            draft.change = verb[1] if verb else None
        elif numeral.form is Form.ORDINAL:
            draft.kind = Kind.RANK
        before = s.lower[numeral.first - 1] if numeral.first else ""
        if before in {"a", "an"}:
            word = s.lower[numeral.first]
            if word in numerals.magnitudes or word in numerals.groups or word in numerals.denominators:
                draft.first -= 1
        if numeral.form not in _UNITLESS and not self._money(draft, numeral):
            self._unit(draft, numeral)
        self._sign(draft)
        self.floor = draft.last
        return draft

    def _deed(self, draft: Draft, at: int) -> None:
        """ "a triple murder" counts murders, whatever the murder is part of ("a triple murder suspect")."""
        draft.head, draft.last, draft.group_last = at, at + 1, at + 1
        draft.subject_text, draft.head_lemma = self.s.words[at], self.rules.words.noun(self.s.lower[at])
        draft.concept = self.rules.lexicon.concept(draft.head_lemma or "")

    # -- money ----------------------------------------------------------------------------------------------------

    def _money(self, draft: Draft, numeral: Numeral) -> bool:
        """A currency before or behind the number; a pound that is a weight is left to the units."""
        i = draft.first
        currency, first = self.prefix(i)
        if currency is None:
            currency = self._currency_behind(draft, numeral)
        if currency is None:
            return False
        draft.first, draft.kind = first, Kind.MONEY
        draft.unit, draft.dimension = currency.name, currency.dimension
        self._magnitude_behind(draft, numeral)
        if first < i and draft.last < self.n:  # "$5 million US", "$90 million dollars"
            found = self.units.match_currency(self.s.words, draft.last)
            again = found is not None and (found[0].name == currency.name)
            if found is not None and (again or self.s.lower[draft.last] in self.m.money_again):
                draft.last += found[1]
        return True

    def _currency_behind(self, draft: Draft, numeral: Numeral) -> Unit | None:
        s, j = self.s, numeral.last
        if j >= self.n:
            return None
        hyphen = s.words[j] in DASHES and s.glued(j) and j + 1 < self.n and s.glued(j + 1)
        j += hyphen
        word = s.words[j]
        if (
            len(word) == 4
            and word.isupper()
            and word[0] == "M"
            and (mega := self.units.currency_prefix(word[1:], False))
        ):
            draft.stated = None if draft.stated is None else draft.stated * _MEGA  # "30 MUSD", as Nordic copy writes
            draft.last = j + 1
            return mega
        found = self.units.match_currency(s.words, j)
        if found is None:
            return None
        unit, count = found
        if s.lower[j] == "p" and not s.glued(j):
            return None
        if s.lower[j] in {"pound", "pounds"} and count == 1 and self._weighs(numeral, j, bool(hyphen)):
            return None
        draft.last = j + count
        return unit

    def _magnitude_behind(self, draft: Draft, numeral: Numeral) -> None:
        """ "75 USD million": the magnitude behind the currency."""
        factor = self.rules.numerals.magnitudes.get(self.s.lower[draft.last]) if draft.last < self.n else None
        if factor is not None and numeral.magnitude == 1 and draft.stated is not None and draft.last > numeral.last:
            draft.stated = exact(Decimal(draft.stated) * factor)
            draft.last += 1

    def _weighs(self, numeral: Numeral, j: int, hyphen: bool) -> bool:
        """Are these pounds a weight: "a 10-pound bag", "lost 25 pounds", "200 pounds of flour"?"""
        s = self.s
        if numeral.magnitude >= _MEGA:
            return False
        if hyphen or (j + 1 < self.n and s.lower[j + 1] == "of"):
            return True
        return not self.m.weight.isdisjoint(s.lower[max(0, numeral.first - 6) : numeral.first])

    def prefix(self, i: int) -> tuple[Unit | None, int]:
        """The currency written before token i and where it begins; None and i where there is none."""
        s, prefix = self.s, self.units.currency_prefix
        if i <= self.floor:
            return None, i
        glued = s.glued(i)
        before = s.words[i - 1]
        if i > 1 and not before[0].isalnum():
            letters = s.words[i - 2].replace(".", "") or "."  # "U.S.$4.7bn"
            if letters[-1].isalpha() and len(letters) < 5 and (s.glued(i - 1) or letters.lower() != "a"):
                for joined in (letters + before, letters.upper() + before):
                    if found := prefix(joined, glued):
                        return found, i - 2
            if before == "." and s.glued(i - 1) and (found := self._lettered(i - 2)):
                return found, i - 2
            if before == "=" and (found := prefix("¥", True)) and letters in {"Y", "¥"}:
                return found, i - 2  # Y=590 billion, as some wires write yen
        if i > 1 and before.isupper() and s.words[i - 2] == "$" and (found := prefix(before + "$", glued)):
            return found, i - 2  # $US1 million
        if before[0].isalpha():
            found = self._lettered(i - 1)
            if found is not None and i > 1 and s.lower[i - 2] == "u.s.":
                return found, i - 2
            return (found, i - 1) if found else (None, i)
        found = prefix(before, glued)
        return (found, i - 1) if found is not None else (None, i)

    def _lettered(self, i: int) -> Unit | None:
        """A currency written in letters before its number: "USD", "Rs", "dlrs"."""
        word = self.s.words[i]
        glued = i + 1 < self.n and self.s.glued(i + 1)
        if word.isupper() or word.lower() in self.m.money_small:
            return self.units.currency_prefix(word, glued) or self.units.currency_prefix(word.capitalize(), glued)
        return self.units.currency_prefix(word.upper(), True) if glued and len(word) == 3 else None

    # -- units and ages -------------------------------------------------------------------------------------------

    def _unit(self, draft: Draft, numeral: Numeral) -> None:
        """The measure behind the number, an age, or a magnitude before it."""
        found = self._measure(self._unit_at(numeral), numeral)
        if found is not None:
            unit, draft.last = found
            self.take(draft, unit)
            self._fraction_more(draft)
            if draft.kind is Kind.DURATION:
                self._age_behind(draft)
            if unit.name == "degree angle":
                self._scale(draft)
        elif self._points(draft, numeral) or (numeral.form is Form.DIGITS and self._formula(draft, numeral.last)):
            return
        elif numeral.form in PLAIN and not self._magnitude_before(draft):
            self._bare_age(draft, numeral)

    def _fraction_more(self, draft: Draft) -> None:
        """ "an hour and a half", "two years and a quarter"."""
        s, i = self.s, draft.last
        below = self.rules.numerals.denominators.get(s.lower[i + 2]) if i + 2 < self.n else None
        if below is None or s.lower[i] != "and" or s.lower[i + 1] not in _ARTICLES or not isinstance(draft.stated, int):
            return
        if i + 3 < self.n and (s.lower[i + 3] == "of" or s.tags[i + 3] & (pos.NOUN | pos.NOUNS | pos.ADJ)):
            return
        draft.stated = exact(draft.stated + Fraction(1, below))
        draft.last = i + 3

    def _points(self, draft: Draft, numeral: Numeral) -> bool:
        """ "a quarter point", "three points to 41 percent": points of a percentage."""
        s, i = self.s, self._unit_at(numeral)
        i += i + 1 < self.n and s.words[i] == "-" and s.glued(i)
        if i >= self.n or s.lower[i] not in self.m.points:
            return False
        behind = s.lower[i + 1 : i + _NEAR_PERCENT]
        shared = bool(behind) and behind[0] in self.m.points_before and not self.m.percents.isdisjoint(behind)
        unit = self.units.unit(Kind.PERCENTAGE_POINT.replace("_", " "))
        worded = numeral.form is Form.FRACTION and s.words[numeral.first].isalpha()  # "1/4 point" is a bond's price
        if unit is None or not (shared or worded):
            return False
        self.take(draft, unit)
        draft.last = i + 1
        return True

    def _formula(self, draft: Draft, i: int) -> bool:
        """A rate or compound unit in one token: "300 mg/L", "5 W/m2/K"."""
        found = self.units.match_rate(self.s.words[i]) if i < self.n else None
        if found is None:
            return False
        unit, draft.per = found
        draft.last = i + 1
        self.take(draft, unit)
        return True

    @staticmethod
    def take(draft: Draft, unit: Unit) -> None:
        """Gives the draft a unit and the kind that goes with it."""
        draft.unit, draft.dimension = unit.name, unit.dimension
        draft.kind = _KINDS.get(unit.name) or (Kind.DURATION if unit.dimension == "time" else Kind.MEASURE)
        if draft.kind is Kind.PERCENT:
            draft.dimension = None

    def _unit_at(self, numeral: Numeral) -> int:
        """Where the unit would stand: past the "an" of "half an hour", the "more" of "three more years"."""
        s, i = self.s, numeral.last
        if i + 1 >= self.n:
            return i
        if numeral.form is Form.FRACTION and s.lower[i] == "of" and s.lower[i + 1] in _ARTICLES and i + 2 < self.n:
            return i + 2
        if numeral.form is Form.FRACTION and s.lower[i] in _ARTICLES:
            return i + 1
        if numeral.form is Form.ORDER and s.lower[i] == "of":
            return i + 1
        return i + 1 if s.lower[i] in self.m.unit_between and s.tags[i + 1] & pos.NOUNS else i

    def _measure(self, i: int, numeral: Numeral) -> tuple[Unit, int] | None:
        s = self.s
        if i >= self.n:
            return None
        hyphen = s.words[i] in DASHES and s.glued(i) and i + 1 < self.n and s.glued(i + 1)
        j = i + 1 if hyphen else i
        if s.words[i] in _BRACKETS and i + 2 < self.n and s.words[i + 2] == _BRACKETS[s.words[i]]:
            found = self.units.match(s.words, i + 1)  # "20 (kg)"
            return (found[0], i + 3) if found is not None and found[1] == 1 else None
        digits = numeral.form is Form.DIGITS
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
        return unit, last

    def _compound(self, i: int) -> bool:
        s = self.s
        return i + 1 < self.n and s.words[i] == "-" and s.lower[i + 1] not in self.m.old and s.words[i + 1][0].isalpha()

    def _magnitude_before(self, draft: Draft) -> bool:
        """ "magnitude 6.8", "magnitude-6.8"."""
        s, i = self.s, draft.first
        for k in (i - 1, i - 2):
            if k >= 0 and s.lower[k] == "magnitude" and (k == i - 1 or s.lower[i - 1] in {"-", "of"}):
                draft.first = k
                draft.unit = draft.dimension = "magnitude"
                draft.kind = Kind.MEASURE
                return True
        return False

    def _scale(self, draft: Draft) -> None:
        """ "98.6 degrees f": the scale behind the degrees."""
        s, i = self.s, draft.last
        if i < self.n and s.lower[i] in self.m.scales:
            found = self.units.match(["°" + s.words[i][0].upper()], 0)
            if found is not None:
                draft.unit, draft.dimension = found[0].name, found[0].dimension
                draft.last += 1

    def _age_behind(self, draft: Draft) -> None:
        """ "14-year-old", "63 years old", "3 years of age": the duration is an age."""
        s, i = self.s, draft.last
        if draft.unit not in self.m.age_units:
            return
        j = i + 1 if i + 1 < self.n and s.words[i] in DASHES else i
        if j < self.n and s.lower[j] in self.m.old:
            draft.kind, draft.last = Kind.AGE, j + 1
        elif i + 1 < self.n and s.lower[i] == "of" and s.lower[i + 1] in self.m.age_of:
            draft.kind, draft.last = Kind.AGE, i + 2
        elif draft.first and s.lower[draft.first - 1] in self.m.age_before:
            draft.kind = Kind.AGE
            draft.first -= 1
        elif draft.first and self._measured_age(draft.first):
            draft.kind = Kind.AGE

    def _bare_age(self, draft: Draft, numeral: Numeral) -> None:
        """ "aged 63", "age of 87", "Ann Smith, 43, said", "the attacker, 43,"."""
        value = numeral.value
        if not isinstance(value, int) or not 0 < value <= _OLDEST or numeral.first == 0 or numeral.magnitude != 1:
            return
        apposed = numeral.form is Form.DIGITS and self._apposed_age(numeral)
        if self._called_age(numeral) or apposed or self._told_age(numeral):
            draft.kind, draft.unit, draft.dimension = Kind.AGE, "year", "time"
            if self.s.lower[numeral.first - 1] in self.m.age_before:
                draft.first -= 1

    def _called_age(self, numeral: Numeral) -> bool:
        s, i = self.s, numeral.first
        before = s.lower[i - 1]
        if before in self.m.age_before:
            return True
        if i > 1 and s.lower[i - 2] in self.m.age_of | self.m.age_before and before in {"of", "between", "from"}:
            return True
        counts = numeral.last < self.n and s.tags[numeral.last] & pos.NOUNS
        return not counts and (before in self.m.age_plain or self._measured_age(i))

    def _measured_age(self, i: int) -> bool:
        """ "Ages range from 18 to 34", "the average age of the victims was 27": a verb of measure ties it to an age."""
        s = self.s
        told = i > 1 and s.lower[i - 1] in {"to", "at"} and s.lower[i - 2] in self.m.age_nouns
        for k in range(i - 1, max(-1, i - 1 - _AGED), -1):
            if s.lower[k] in self.m.age_nouns:
                return told
            if s.tags[k] & (pos.PUNCT | pos.REL) or s.lower[k] == "and":
                return False
            told = told or s.lower[k] in self.m.age_verbs
        return False

    def _told_age(self, numeral: Numeral) -> bool:
        """ "She is 53", "he was just 37 when", "died at 96": said of a person, with nothing counted behind."""
        s, k = self.s, numeral.first - 1
        if self._limited_age(numeral):
            return True
        if numeral.last < self.n and s.words[numeral.last] not in _CLOSING and s.lower[numeral.last] not in _CLAUSES:
            return False
        if s.lower[k] == "at":
            return k > 0 and s.lower[k - 1] in self.m.age_deaths
        while k > 0 and s.tags[k] & pos.ADV and not s.tags[k] & pos.AUX:
            k -= 1
        return k > 0 and s.lower[k] in self.m.age_being and self._somebody(k - 1)

    def _limited_age(self, numeral: Numeral) -> bool:
        """ "women under 30", "anyone over 18", "adults 65 and older": a limit of age, with nothing counted behind."""
        s, i, j = self.s, numeral.first, numeral.last
        if j < self.n and s.tags[j] & (_NOUN | pos.ADJ) and not s.tags[j] & (pos.VERB | pos.PREP):
            return False
        if tuple(s.lower[j : j + 2]) in self.m.age_limits:
            return True
        if i < 2 or s.lower[i - 1] not in self.m.age_bounds or self._unit_at(numeral) != j:
            return False
        return s.lower[i - 2] in self.m.age_before or self._people(i - 2)

    def _people(self, i: int) -> bool:
        """The noun for people, or a pronoun for anyone."""
        s = self.s
        noun = self.rules.words.noun(s.lower[i]) if s.tags[i] & pos.NOUNS else None
        named = noun is not None and self.rules.lexicon.is_a(self.rules.lexicon.concept(noun), "person")
        return named or s.lower[i] in self.m.age_anyone

    def _somebody(self, i: int) -> bool:
        """A pronoun of one person, or the noun for one: "she", "the victim", "Smith, who"."""
        s = self.s
        if s.lower[i] in self.m.age_pronouns:
            return True
        noun = self.rules.words.noun(s.lower[i]) if s.tags[i] & pos.NOUN and not s.tags[i] & pos.NOUNS else None
        return noun is not None and self.rules.lexicon.is_a(self.rules.lexicon.concept(noun), "person")

    def _apposed_age(self, numeral: Numeral) -> bool:
        """A number set off behind a person: "Ann Smith, 43, said", "Boy (17)", and unpunctuated "Nick Hague 44 has"."""
        s, i, j = self.s, numeral.first, numeral.last
        closes = j >= self.n or s.words[j] in _CLOSING or self._another(j)
        if s.words[i - 1] in {",", "("} and i > 1 and closes:
            return self._person(i - 3 if s.words[i - 2] == "." and i > 2 else i - 2)  # "Michael Myers Jr., 25,"
        named = i > 1 and s.tags[i - 1] & pos.NAME and s.words[i - 2][0].isupper() and not s.headline
        return bool(named) and j < self.n and bool(s.tags[j] & (pos.AUX | pos.PAST)) and not s.tags[j] & pos.NOUN

    def _another(self, j: int) -> bool:
        """ "Two boys, 12 and 14,": a second number joined at token j, with nothing counted behind."""
        s = self.s
        if j + 2 >= self.n or s.lower[j] != "and" or not s.words[j + 1].isdecimal():
            return False
        return s.words[j + 2] in _CLOSING

    def _person(self, i: int) -> bool:
        s, lexicon = self.s, self.rules.lexicon
        if s.tags[i] & pos.NAME and s.words[i][0].isupper():
            return lexicon.nation_of(s.words[i]) is None and s.lower[i].rstrip(".") not in self.rules.calendar.terms
        noun = self.rules.words.noun(s.lower[i])
        return noun is not None and lexicon.is_a(lexicon.concept(noun), "person")

    def _sign(self, draft: Draft) -> None:
        """A minus that belongs to the number: "-5 degrees", "minus 17", "minus-260", "−30"."""
        s, i = self.s, draft.first
        if i == 0 or draft.stated is None:
            return
        if s.words[i - 1] == "(" and self._accounted(draft):
            return
        k = i - 2 if i > 1 and s.words[i - 1] == "-" and s.glued(i) and s.glued(i - 1) else i - 1
        if s.lower[k] in self.rules.numerals.minus and (k == 0 or not s.tags[k - 1] & pos.NUM):
            draft.stated, draft.first = -draft.stated, k
        elif s.words[i - 1] in MINUS and s.glued(i) and not s.glued(i - 1):
            draft.stated, draft.first = -draft.stated, i - 1
        elif s.words[i - 1] in MINUS and draft.dimension == "temperature" and not (i > 1 and s.tags[i - 2] & pos.NUM):
            draft.stated, draft.first = -draft.stated, i - 1  # tokenised copy: "- 20 degrees"

    def _accounted(self, draft: Draft) -> bool:
        """ "a profit of $(4.5) million", "(4.5)%": brackets that a unit or a currency stands outside of are a minus."""
        s, i, j = self.s, draft.first, draft.last
        if j >= self.n or s.words[j] != ")" or draft.unit is not None or draft.stated is None:
            return False
        currency, first = self.prefix(i - 1)
        more = j + 1 < self.n
        behind = (self.units.match_currency(s.words, j + 1) or self.units.match(s.words, j + 1)) if more else None
        if currency is None and (
            behind is None or (behind[0].name not in _KINDS and behind[0].dimension != "currency")
        ):
            return False
        draft.stated, draft.first, draft.last = -draft.stated, i - 1, j + 1
        if currency is not None:
            draft.kind, draft.unit, draft.dimension, draft.first = Kind.MONEY, currency.name, currency.dimension, first
            factor = self.rules.numerals.magnitudes.get(s.lower[j + 1]) if j + 1 < self.n else None
            if factor is not None:
                draft.stated, draft.last = exact(Decimal(draft.stated) * factor), j + 2
        elif behind is not None:
            self.take(draft, behind[0])
            draft.last = j + 1 + behind[1]
        return True


_BRACKETS = {"(": ")", "{": "}", "[": "]"}
_CLOSING = frozenset({",", ")", ".", ";"})
_CLAUSES = frozenset({"when", "and", "but", "at", "while"})
