"""Numerals and number words among the tokens of a sentence: what each is worth, exactly."""

from decimal import Decimal
from enum import Enum
from fractions import Fraction
from itertools import takewhile

from figurecheck.extraction.deeds import EVENT
from figurecheck.extraction.draft import Value
from figurecheck.extraction.sentence import Sentence
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import tags as pos

LIMIT = 10**24  # DESIGN 4: a numeral beyond this is no figure
_MAX_DIGITS = 40


class Form(Enum):
    """How a number is written, which decides what may stand around it."""

    DIGITS = "digits"
    WORDS = "words"
    FRACTION = "fraction"
    SHARE = "share"  # one in five
    ORDER = "order"  # dozens
    RATIO = "ratio"  # twice, doubled
    ORDINAL = "ordinal"
    PAIR = "pair"  # twin


class Numeral:
    """A number at tokens [first, last): its value, or for an order of magnitude its low and high.

    `place` is the worth of the last written place ("1.2 million": 100000), None where that has no meaning.
    """

    __slots__ = ("bare", "first", "form", "high", "last", "low", "magnitude", "place", "value")

    def __init__(self, first: int, last: int, value: Value | None, form: Form, place: Value | None = None) -> None:
        self.first = first
        self.last = last
        self.value = value
        self.form = form
        self.place = place
        self.low: Value | None = None
        self.high: Value | None = None
        self.magnitude: Value = 1  # what the words behind the digits multiply by
        self.bare: Value | None = value  # the value before that


def exact(value: Decimal | Fraction | int) -> Value:
    """An int where whole, else a Decimal (a third to 12 places)."""
    if isinstance(value, int):
        return value
    if isinstance(value, Fraction):
        if value.denominator == 1:
            return value.numerator
        value = Decimal(value.numerator) / Decimal(value.denominator)
    return int(value) if value == value.to_integral_value() else value


def counted_deed(sentence: Sentence, numeral: Numeral, rules: Rulebook) -> int | None:
    """The noun for what was done that "double", "twin" or "triple" counts: "a triple murder", "twin blasts"."""
    j, n = numeral.last, len(sentence)
    if numeral.form not in _TWOFOLD or sentence.lower[numeral.first] not in rules.numerals.pairs or j >= n:
        return None
    j += sentence.words[j] == "-" and j + 1 < n
    tags = sentence.tags[j]
    noun = rules.words.noun(sentence.lower[j]) if tags & (pos.NOUN | pos.NOUNS) and not tags & pos.PREP else None
    if noun is None:
        return None
    event = rules.lexicon.event_noun(noun)
    act = event.act if event else rules.lexicon.action_of_noun(noun)
    return j if act is not None and act.action in EVENT else None


class NumeralReader:
    """Reads the numerals of one sentence from left to right."""

    __slots__ = ("currency", "n", "s", "t")

    def __init__(self, sentence: Sentence, rules: Rulebook) -> None:
        self.s = sentence
        self.t = rules.numerals
        self.currency = rules.units.currency_prefix
        self.n = len(sentence.words)

    def read(self) -> list[Numeral]:
        """All numerals, left to right; each token belongs to one at most."""
        found: list[Numeral] = []
        lower, vulgar = self.s.lower, self.t.vulgar
        used = 0
        for i in self.s.numbers:
            if i < used:
                continue
            word = lower[i]
            if word in _ARTICLES:
                numeral = self._order(i) or self._article(i)
            elif word[-1].isdecimal():
                numeral = self._digits(i)
            elif word in vulgar:
                numeral = Numeral(i, i + 1, exact(Fraction(*vulgar[word])), Form.FRACTION)
            else:
                numeral = self._words(i)
            if numeral is not None:
                numeral = self._times(self._power(self._share(numeral)))
                found.append(numeral)
                used = numeral.last
        return found

    # -- digits ---------------------------------------------------------------------------------------------------

    def _digits(self, i: int) -> Numeral | None:
        written = "".join(c for c in self.s.words[i] if c.isdecimal() or c == ".")
        if len(written) > _MAX_DIGITS:
            return Numeral(i, i + 1, None, Form.DIGITS)
        value: Value = exact(Decimal(written))
        decimals = len(written.partition(".")[2])
        place: Value = exact(Decimal(1).scaleb(-decimals))
        numeral = Numeral(i, i + 1, value, Form.DIGITS, place)
        if self._ordinal_suffix(i + 1):
            return Numeral(i, i + 2, value, Form.ORDINAL)
        self._spaced_thousands(numeral)
        self._fraction_behind(numeral)
        self._magnitudes(numeral)
        return numeral

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
        elif not any(group[0] == "0" for group in groups):
            return
        for group in groups:
            numeral.value = numeral.bare = numeral.value * 1000 + int(group)
        numeral.last += len(groups) * (1 + comma)

    def _group(self, i: int, comma: bool) -> str:
        """Three digits at i, or behind a comma there; nothing where there are none."""
        s = self.s
        if comma and (i >= self.n or s.words[i] != ","):
            return ""
        i += comma
        if i >= self.n or len(s.words[i]) != 3 or not s.words[i].isdecimal() or s.glued(i):
            return ""
        return s.words[i] if comma or s.starts[i] == s.ends[i - 1] + 1 else ""

    def _ordinal_suffix(self, i: int) -> bool:
        return i < self.n and self.s.lower[i] in _SUFFIXES and self.s.glued(i)

    def _fraction_behind(self, numeral: Numeral) -> None:
        """ "10 1/2", "1/2", "3½", "10-1/2"."""
        s, i = self.s, numeral.last
        if i < self.n and s.words[i] in self.t.vulgar:
            above, below = self.t.vulgar[s.words[i]]
            self._add(numeral, Fraction(above, below), i + 1)
            return
        if self._bar(i - 1):  # this number is itself the part above the bar
            fraction = Fraction(int(s.words[i - 1]), int(s.words[i + 1]))
            numeral.value = numeral.bare = exact(fraction)
            numeral.last, numeral.form, numeral.place = i + 2, Form.FRACTION, None
            return
        j = i + 1 if i < self.n and s.words[i] == "-" and s.glued(i) else i
        if self._bar(j) and isinstance(numeral.value, int):
            self._add(numeral, Fraction(int(s.words[j]), int(s.words[j + 2])), j + 3)

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

    def _add(self, numeral: Numeral, fraction: Fraction, last: int) -> None:
        if numeral.value is not None:
            numeral.value = numeral.bare = exact(Fraction(numeral.value) + fraction)
            numeral.place = None
            numeral.last = last

    def _power(self, numeral: Numeral) -> Numeral:
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
        return Numeral(numeral.first, j + 1, value, Form.DIGITS)

    def _times(self, numeral: Numeral) -> Numeral:
        """ "four times as many", "10 times higher", "20-fold": a number that multiplies."""
        s, j = self.s, numeral.last
        if numeral.form not in _FACTORS or j >= self.n:
            return numeral
        if s.lower[j] == "times" and j + 1 < self.n and s.lower[j + 1] in self.t.times_after:
            return Numeral(numeral.first, j + 1, numeral.value, Form.RATIO)
        k = j + 1 if s.words[j] == "-" and s.glued(j) else j
        if k < self.n and s.lower[k] == "fold" and s.glued(k):
            return Numeral(numeral.first, k + 1, numeral.value, Form.RATIO)
        return numeral

    # -- magnitudes -----------------------------------------------------------------------------------------------

    def _magnitudes(self, numeral: Numeral) -> None:
        """Multiplies by what follows: "5 million", "1.5-million", "20k", "4.5bn", "2 dozen"."""
        s, t = self.s, self.t
        while numeral.last < self.n and numeral.value is not None:
            i = numeral.last
            j = i + 1 if s.words[i] == "-" and s.glued(i) and i + 1 < self.n and s.glued(i + 1) else i
            word = s.lower[j]
            if word in t.magnitudes:
                self._multiply(numeral, t.magnitudes[word], j + 1)
            elif word in t.groups and numeral.magnitude == 1:
                self._multiply(numeral, t.groups[word], j + 1)
            elif numeral.magnitude == 1 and j == i and s.words[i] in t.short and self._short(numeral, i):
                self._multiply(numeral, t.short[s.words[i]], i + 1)
                return
            elif s.lower[i] == "and" and self._fraction_word(i + 1) is not None:
                self._add_scaled(numeral, i)
            else:
                return

    def _short(self, numeral: Numeral, i: int) -> bool:
        """May the letters at i be a magnitude? "$5m" and "5bn" may; "5 m" and "5m" are metres until more is known."""
        s = self.s
        word = s.words[i]
        before = s.words[numeral.first - 1] if numeral.first else ""
        if before and (len(before) > 1 or not before.isalnum()) and self.currency(before, True) is not None:
            return True
        if word not in self.t.money_only:
            return s.glued(i) or (len(word) > 1 and word.lower() != "cr")
        if word in {"mm", "MM", "mil"}:
            return False
        if word in {"k", "K"}:
            return s.glued(i) and not (i + 1 < self.n and s.glued(i + 1) and s.words[i + 1] not in _CLOSERS)
        return (s.glued(i) or word.isupper()) and self._counted_at(i + 1)

    def _counted_at(self, i: int) -> bool:
        """A counted plural at i, perhaps behind one modifier: "2.5m people", "4.3M digital sales"; not "5m long"."""
        s = self.s
        if i >= self.n or s.glued(i) or s.lower[i] in self.t.measure_adjectives or s.tags[i] & pos.PREP:
            return False
        if s.tags[i] & pos.NOUNS:
            return True
        modified = s.tags[i] & (pos.ADJ | pos.PARTICIPLE | pos.NAME)
        return bool(modified) and any(t & (pos.NOUNS | pos.CONJ) for t in s.tags[i + 1 : i + 2])

    def _multiply(self, numeral: Numeral, factor: int, last: int) -> None:
        assert numeral.value is not None
        numeral.value = (
            exact(Decimal(numeral.value) * factor) if not isinstance(numeral.value, int) else numeral.value * factor
        )
        numeral.magnitude = numeral.magnitude * factor
        if numeral.place is not None:
            numeral.place = exact(Decimal(numeral.place) * factor)
        numeral.last = last

    def _fraction_word(self, i: int) -> tuple[Fraction, int] | None:
        """ "a half", "a quarter", "one third", "three-quarters" at i: the fraction and the token after it."""
        s, t = self.s, self.t
        i = self._past_hyphen(i)
        if i + 1 >= self.n:
            return None
        above = 1 if s.lower[i] in {"a", "an"} else t.small.get(s.lower[i])
        j = self._past_hyphen(i + 1)
        if above is None or j >= self.n or s.lower[j] not in t.denominators or above >= t.denominators[s.lower[j]]:
            return None
        return Fraction(above, t.denominators[s.lower[j]]), j + 1

    def _add_scaled(self, numeral: Numeral, i: int) -> None:
        read = self._fraction_word(i + 1)
        if read is not None and numeral.value is not None:
            fraction, last = read
            self._add(numeral, fraction * int(numeral.magnitude), last)

    def _past_hyphen(self, i: int) -> int:
        return i + 1 if i + 1 < self.n and self.s.words[i] == "-" and self.s.glued(i) and self.s.glued(i + 1) else i

    # -- words ----------------------------------------------------------------------------------------------------

    def _words(self, i: int) -> Numeral | None:
        """A number in words at i; None where the word begins no number here."""
        word = self.s.lower[i]
        t = self.t
        return (
            self._order(i)
            or self._cardinal(i)
            or self._word_fraction(i)
            or self._ratio(i)
            or (Numeral(i, i + 1, t.ordinals[word], Form.ORDINAL) if word in t.ordinals else None)
        )

    def _order(self, i: int) -> Numeral | None:
        """ "dozens", "tens of thousands", "a few hundred" at i, the longest phrase of the table."""
        s, orders = self.s, self.t.orders
        word = s.lower[i]
        pair = orders.get(f"{word} {s.lower[i + 1]}", ()) if i + 1 < self.n else ()
        for words, phrase in (*pair, *orders.get(word, ())):
            last = i + len(words)
            if last <= self.n and tuple(s.lower[i:last]) == words:
                numeral = Numeral(i, last, None, Form.ORDER)
                numeral.low, numeral.high = self.t.order_values[phrase]
                return numeral
        return None

    def _article(self, i: int) -> Numeral | None:
        """ "more than a month", "an hour and a half": a or an counts behind a bound and before a fraction."""
        s, t = self.s, self.t
        if i + 1 >= self.n or s.lower[i + 1] not in t.article_units:
            return None
        bounded = i > 0 and s.lower[i - 1] in t.article_after
        more = i + 2 < self.n and s.lower[i + 2] == "and" and self._fraction_word(i + 3) is not None
        return Numeral(i, i + 1, 1, Form.WORDS, 1) if bounded or more else None

    def _cardinal(self, i: int) -> Numeral | None:
        """ "twenty-one thousand", "a hundred and five", "half a million", "one and a half million", "two dozen"."""
        s, t = self.s, self.t
        word = s.lower[i]
        if word == "half" and i + 2 < self.n and s.lower[i + 1] in {"a", "an"}:
            factor = t.magnitudes.get(s.lower[i + 2]) or t.groups.get(s.lower[i + 2])
            if factor:
                numeral = Numeral(i, i + 3, exact(Fraction(factor, 2)), Form.WORDS)
                numeral.magnitude, numeral.bare = factor, Decimal("0.5")
                return numeral
            return None
        if word in t.magnitudes or word in t.groups:
            # alone it needs an article: "a hundred", "a dozen"; "the thousand" and "per thousand" are none
            if i == 0 or s.lower[i - 1] not in {"a", "an", "per"} | t.small.keys():
                return None
            if s.lower[i - 1] == "per":
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
                return Numeral(i, k + 1, total + current + t.ordinals[word], Form.ORDINAL)
            else:
                break
            j = k + 1
        written = t.magnitudes.get(s.lower[j - 1], 1)
        place = written if written >= _WRITTEN else 1
        return self._with_fraction(Numeral(i, j, total + current, Form.WORDS, place))

    def _next_word(self, j: int, so_far: int) -> int:
        """The token of the next number word: past a hyphen, and past the "and" of "a hundred and five"."""
        s, t = self.s, self.t
        k = self._past_hyphen(j)
        if so_far >= 100 and s.lower[k] == "and" and k + 1 < self.n and s.lower[k + 1] in t.small:
            return k + 1 if s.lower[k - 1] in t.magnitudes else k
        return k

    def _with_fraction(self, numeral: Numeral) -> Numeral:
        """ "one and a half million", "a million and a half"; or "two thirds", where the number stands above."""
        s, last = self.s, numeral.last
        k = self._past_hyphen(last) if last < self.n else last
        if k < self.n and s.lower[k] == "and" and (read := self._fraction_word(k + 1)) is not None:
            fraction, end = read
            self._add(numeral, fraction * self.t.magnitudes.get(s.lower[last - 1], 1), end)
            self._magnitudes(numeral)
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
        j = self._past_hyphen(numeral.last)
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
        return Numeral(numeral.first, j + 1, exact(Fraction(numeral.value, below)), Form.FRACTION)

    def _scaled_fraction(self, first: int, i: int, fraction: Fraction) -> Numeral | None:
        """ "a quarter million", "three quarters of a billion": a magnitude behind a fraction."""
        s = self.s
        if i + 2 < self.n and s.lower[i] == "of" and s.lower[i + 1] == "a":
            i += 2
        factor = self.t.magnitudes.get(s.lower[i]) if i < self.n else None
        if factor is None:
            return None
        return Numeral(first, i + 1, exact(fraction * factor), Form.WORDS)

    def _word_fraction(self, i: int) -> Numeral | None:
        """ "half", "a third of", "a quarter of": a fraction without a number above it."""
        s, t = self.s, self.t
        word = s.lower[i]
        if word not in t.denominators or word.endswith("s"):
            return None
        if word == "half":
            return Numeral(i, i + 1, Decimal("0.5"), Form.FRACTION)
        if i and s.lower[i - 1] in {"a", "an"}:
            fraction = Fraction(1, t.denominators[word])
            scaled = self._scaled_fraction(i, i + 1, fraction)
            behind = self._past_hyphen(i + 1) if i + 1 < self.n else i
            measured = word not in t.ordinals and s.lower[behind] in t.article_units  # "a quarter point"
            if scaled is not None or measured or self._shares(i + 1) or (i > 1 and s.lower[i - 2] in t.article_after):
                return scaled or Numeral(i, i + 1, exact(fraction), Form.FRACTION)
        return None

    def _shares(self, i: int) -> bool:
        """Does what follows make a fraction of the word before: "a third of", "a fifth more", "a quarter to"?"""
        return i >= self.n or self.s.lower[i] in _SHARE_WORDS or not self.s.words[i][0].isalnum()

    def _ratio(self, i: int) -> Numeral | None:
        word, t = self.s.lower[i], self.t
        if word in t.ratios:
            return Numeral(i, i + 1, t.ratios[word], Form.RATIO)
        if word in t.ratio_verbs:
            return Numeral(i, i + 1, exact(t.ratio_verbs[word][0]), Form.RATIO)
        if word in t.pairs:
            return Numeral(i, i + 1, t.pairs[word], Form.PAIR)
        return None

    def _share(self, numeral: Numeral) -> Numeral:
        """ "one in five", "two out of three", "9 in every 10": a share of a whole, where the first is the smaller."""
        s, j = self.s, numeral.last
        if numeral.form not in {Form.DIGITS, Form.WORDS} or not isinstance(numeral.value, int) or j + 1 >= self.n:
            return numeral
        if s.lower[j] == "in":
            j += 1
        elif s.lower[j] == "out" and s.lower[j + 1] == "of":
            j += 2
        else:
            return numeral
        if j < self.n and s.lower[j] == "every":
            j += 1
        if j >= self.n:
            return numeral
        if s.tags[j] & pos.NUM and s.words[j].isdecimal() and len(s.words[j]) < 8:
            below: int = int(s.words[j])
            last = j + 1
        elif s.lower[j] in self.t.small:
            whole = self._sum_words(j)
            if not isinstance(whole.value, int):
                return numeral
            below, last = whole.value, whole.last
        else:
            return numeral
        if not 0 < numeral.value < below or 1900 < below < 2100:
            return numeral
        return Numeral(numeral.first, last, exact(Fraction(numeral.value, below)), Form.SHARE)


_ARTICLES = frozenset({"a", "an"})
_SUFFIXES = frozenset({"st", "nd", "rd", "th"})
_TWOFOLD = frozenset({Form.RATIO, Form.PAIR})
_FACTORS = frozenset({Form.DIGITS, Form.WORDS})
_BEFORE_CODES = frozenset({"+", "#", "/", "-", "."})
_WRITTEN = 1000
"""From this power on, a magnitude is a written place: "two thousand" is less finely said than 2,000."""
_GROUPS = 8
"""No number below 10^24 has more groups of three behind its first."""
_BELOW = frozenset({"2", "3", "4", "5", "6", "8", "10", "12", "16", "20", "32", "64", "100"})
_MONEY = frozenset("$€£¥₹₽₴₩₪₺₦฿₫₱")
_CLOSERS = frozenset({",", ".", ";", ":", ")", "]", "”", '"', "?", "!", "’", "'", "-", "–", "—", "+"})
_SHARE_WORDS = frozenset(
    {
        "of",
        "more",
        "less",
        "fewer",
        "higher",
        "lower",
        "larger",
        "smaller",
        "as",
        "the",
        "to",
        "from",
        "in",
        "and",
        "or",
        "above",
        "below",
        "off",
        "its",
        "their",
        "than",
        "by",
        "on",
    }
)
