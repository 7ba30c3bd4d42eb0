"""Numerals -> quantities: currency, unit, range, hedge, rate and change read around each number of a sentence."""

from decimal import Decimal

from figurecheck.extraction.draft import Draft, Value
from figurecheck.extraction.nonfigures import NonFigures
from figurecheck.extraction.numerals import Form, Numeral, NumeralReader, exact
from figurecheck.extraction.sentence import Sentence
from figurecheck.model import Bound, Kind
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import tags as pos
from figurecheck.rulebook.unit import AFTER_DIGITS, AFTER_WORD, GLUED, Unit

_DASHES = frozenset("-–—−‐‑")
_MINUS = frozenset("-−–")
_KINDS = {"percent": Kind.PERCENT, "percentage point": Kind.PERCENTAGE_POINT, "basis point": Kind.BASIS_POINT}
_TENTH = Decimal("0.1")
_BOUNDS = {
    "more_than": Bound.MORE_THAN,
    "at_least": Bound.AT_LEAST,
    "less_than": Bound.LESS_THAN,
    "at_most": Bound.AT_MOST,
    "about": Bound.ABOUT,
    "nearly": Bound.ABOUT,
    "over": Bound.ABOUT,
}


class QuantityReader:
    """Reads the quantities of one sentence."""

    __slots__ = ("checks", "n", "rejected", "rules", "s", "taken")

    def __init__(self, sentence: Sentence, rules: Rulebook) -> None:
        self.s = sentence
        self.n = len(sentence)
        self.rules = rules
        self.checks = NonFigures(sentence, rules)
        self.rejected: list[tuple[Numeral, str]] = []
        self.taken = 0  # the token up to which the figure before reaches

    def read(self) -> list[Draft]:
        """The quantities, left to right; what was turned away stands in `rejected`."""
        numerals = NumeralReader(self.s, self.rules.numerals).read()
        atoms = []
        used = 0
        for numeral in numerals:
            if numeral.first < used:
                continue
            why = self.checks.reason(numeral)
            if why is not None:
                self.rejected.append((numeral, why))
                continue
            atom = self._atom(numeral)
            used = atom.last
            atoms.append((atom, numeral))
        drafts = self._ranges(atoms)
        self.taken = 0
        for draft in drafts:
            self._hedges(draft)
            self._per(draft)
            self._change(draft)
            self.taken = draft.last
        return drafts

    # -- one number with its unit ---------------------------------------------------------------------------------

    def _atom(self, numeral: Numeral) -> Draft:
        s = self.s
        draft = Draft(numeral.first, numeral.last)
        draft.stated = numeral.value
        if numeral.form is Form.ORDER:
            draft.bound, draft.low, draft.high = Bound.ORDER, numeral.low, numeral.high
        if numeral.form in {Form.FRACTION, Form.SHARE, Form.RATIO}:
            draft.kind = Kind.RATIO
            draft.change = self._ratio_change(numeral)
        elif numeral.form is Form.ORDINAL:
            draft.kind = Kind.RANK
        if (
            numeral.first
            and s.lower[numeral.first] in self.rules.numerals.magnitudes | self.rules.numerals.groups
            and s.lower[numeral.first - 1] in {"a", "an"}
        ):
            draft.first -= 1
        if numeral.form is Form.FRACTION and numeral.first and s.lower[numeral.first - 1] in {"a", "one"}:
            draft.first -= 1
        if numeral.form is not Form.PAIR and numeral.form is not Form.RATIO and not self._money(draft, numeral):
            self._unit(draft, numeral)
        self._sign(draft)
        return draft

    def _ratio_change(self, numeral: Numeral) -> str | None:  # type: ignore[return]
        verb = self.rules.numerals.ratio_verbs.get(self.s.lower[numeral.first])
        return verb[1] if verb and numeral.form is Form.RATIO else None

    def _money(self, draft: Draft, numeral: Numeral) -> bool:
        """A currency before or behind the number, or a coin."""
        s, units = self.s, self.rules.units
        i = draft.first
        currency, first = self._prefix(i)
        if currency is None and numeral.last < self.n:
            j = numeral.last
            if s.words[j] in _DASHES and s.glued(j) and j + 1 < self.n and s.glued(j + 1):
                j += 1
            found = units.match_currency(s.words, j)
            if found is not None and not (found[0].name in {"penny"} and s.lower[j] == "p" and not s.glued(j)):
                draft.last, currency, first = j + found[1], found[0], i
        if currency is None:
            return False
        draft.first, draft.kind = first, Kind.MONEY
        draft.unit, draft.dimension = currency.name, currency.dimension
        if first < i and draft.last < self.n:  # "$5 million US", "$90 million dollars", "S$ 5 USD"
            found = units.match_currency(s.words, draft.last)
            if found is not None and (
                found[0].name == currency.name or s.lower[draft.last] in {"dollars", "u.s.", "us"}
            ):
                draft.last += found[1]
        return True

    def _prefix(self, i: int) -> tuple[Unit | None, int]:
        """The currency written before token i, and where it begins."""
        s, prefix = self.s, self.rules.units.currency_prefix
        if i == 0:
            return None, i
        glued = s.glued(i)
        before = s.words[i - 1]
        if i > 1 and not before[0].isalnum():
            for joined in (s.words[i - 2] + before, s.words[i - 2].upper() + before, before + s.words[i - 2]):
                if len(s.words[i - 2]) < 5 and s.words[i - 2][-1].isalpha() and (found := prefix(joined, glued)):
                    return found, i - 2
            if before == "." and (found := prefix(s.words[i - 2], glued)):
                return found, i - 2
        if i > 1 and before.isupper() and s.words[i - 2] in {"$"} and (found := prefix(before + "$", glued)):
            return found, i - 2  # $US1 million
        found = prefix(before, glued)
        if found is not None and before.isalpha() and not before.isupper() and before.lower() not in {"rs", "kr", "rm"}:
            return None, i
        return (found, i - 1) if found is not None else (None, i)

    def _unit(self, draft: Draft, numeral: Numeral) -> None:
        """The measure behind the number, an age, or a magnitude before it."""
        s, i = self.s, numeral.last
        if numeral.form is Form.FRACTION and i < self.n and s.lower[i] in {"a", "an"}:
            i += 1  # half an hour
        elif (
            s.lower[numeral.last - 1] != "several" and numeral.form is Form.ORDER and i < self.n and s.lower[i] == "of"
        ):
            i += 1  # a couple of days, dozens of miles
        elif (
            i < self.n
            and s.lower[i]
            in {
                "full",
                "more",
                "additional",
                "whole",
                "consecutive",
                "straight",
                "long",
                "extra",
                "further",
                "solid",
                "short",
                "odd",
            }
            and i + 1 < self.n
            and s.tags[i + 1] & pos.NOUNS
        ):
            i += 1  # three more years
        found = self._measure_at(i, numeral, draft)
        if found is not None:
            unit, last = found
            draft.unit, draft.dimension, draft.last = unit.name, unit.dimension, last
            draft.kind = _KINDS.get(unit.name) or (Kind.DURATION if unit.dimension == "time" else Kind.MEASURE)
            if draft.kind is Kind.DURATION:
                self._age_behind(draft)
            elif draft.kind is Kind.PERCENT:
                draft.dimension = None
            if unit.name == "degree angle":
                self._scale(draft)
            return
        if (
            numeral.form in {Form.DIGITS, Form.WORDS}
            and numeral.first
            and s.lower[numeral.first - 1] in {"magnitude", "-magnitude"}
        ):
            draft.first -= 1
            draft.unit = draft.dimension = "magnitude"
            draft.kind = Kind.MEASURE
        elif (
            numeral.form in {Form.DIGITS, Form.WORDS}
            and numeral.first > 1
            and s.words[numeral.first - 1] == "-"
            and s.lower[numeral.first - 2] == "magnitude"
        ):
            draft.first -= 2
            draft.unit = draft.dimension = "magnitude"
            draft.kind = Kind.MEASURE
        else:
            self._bare_age(draft, numeral)

    def _measure_at(self, i: int, numeral: Numeral, draft: Draft) -> tuple[Unit, int] | None:
        s = self.s
        if i >= self.n:
            return None
        hyphen = s.words[i] in _DASHES and s.glued(i) and i + 1 < self.n and s.glued(i + 1)
        j = i + 1 if hyphen else i
        if s.lower[j] == "million" or s.lower[j] == "billion":
            return None
        digits = numeral.form is Form.DIGITS and s.words[numeral.first][0].isdigit() | (
            s.words[numeral.first][0] == "."
        )
        after = GLUED if j == i and s.glued(i) and digits else AFTER_DIGITS if digits else AFTER_WORD
        found = self.rules.units.match(s.words, j, after)
        if found is None:
            return None
        unit, count = found
        if numeral.form is Form.ORDINAL:
            return None
        if (
            count == 1
            and s.tags[j] & (pos.PREP | pos.DET | pos.PRON)
            and s.lower[j] in {"in", "at", "a", "as"}
            and not s.glued(j)
        ):
            return None
        if (
            unit.dimension == "time"
            and not hyphen
            and s.lower[j] in {"second", "minute"}
            and numeral.value != 1
            and not isinstance(numeral.value, Decimal)
        ):
            return None  # "two second homes"
        return unit, j + count

    def _scale(self, draft: Draft) -> None:
        """ "degrees" with its scale behind: "98.6 degrees f"."""
        s, i = self.s, draft.last
        if i < self.n and s.lower[i] in {"f", "fahrenheit", "c", "celsius", "centigrade"}:
            found = self.rules.units.match(["°" + s.words[i][0].upper()], 0)
            if found is not None:
                draft.unit, draft.dimension = found[0].name, found[0].dimension
                draft.last += 1

    def _age_behind(self, draft: Draft) -> None:
        """ "14-year-old", "63 years old", "3 years of age": the duration is an age."""
        s, i = self.s, draft.last
        if draft.unit not in {"year", "month", "week", "day"}:
            return
        j = i + 1 if i + 1 < self.n and s.words[i] in _DASHES and s.glued(i) else i
        if j < self.n and s.lower[j] in {"old", "olds", "older"}:
            draft.kind, draft.last = Kind.AGE, j + 1
        elif i + 1 < self.n and s.lower[i] == "of" and s.lower[i + 1] == "age":
            draft.kind, draft.last = Kind.AGE, i + 2
        elif draft.first and s.lower[draft.first - 1] in {"aged", "age"}:
            draft.kind = Kind.AGE
            draft.first -= 1
        elif i < self.n and s.lower[i] in {"younger"} and False:
            draft.kind = Kind.AGE

    def _bare_age(self, draft: Draft, numeral: Numeral) -> None:
        """ "aged 63", "age of 87", "Ann Smith, 43, said", "the attacker, 43,"."""
        s, i, j = self.s, numeral.first, numeral.last
        if not isinstance(numeral.value, int) or not 0 < numeral.value < 121 or i == 0 or numeral.magnitude != 1:
            return
        before = s.lower[i - 1]
        aged = (
            before in {"aged", "ages"}
            or before in {"age", "turned", "ages"}
            and not (s.tags[j] & pos.NOUNS if j < self.n else False)
        )
        aged = (
            aged
            or before == "of"
            and i > 1
            and s.lower[i - 2] == "age"
            or before in {"between", "from"}
            and i > 1
            and s.lower[i - 2] in {"aged", "ages"}
        )
        if (
            not aged
            and i > 1
            and before in {",", "("}
            and j < self.n
            and s.words[j] in {",", ")", ".", ";"}
            and numeral.form is Form.DIGITS
        ):
            aged = self._person(i - 2)
        if not aged and j == self.n and before == "," and i > 1 and numeral.form is Form.DIGITS:
            aged = self._person(i - 2)
        if not aged and before in {"and", "both"} and i > 2 and s.lower[i - 2] == "," and False:
            aged = True
        if aged:
            draft.kind, draft.unit, draft.dimension = Kind.AGE, "year", "time"
            if before in {"aged", "ages"}:
                draft.first -= 1

    def _person(self, i: int) -> bool:
        s = self.s
        if s.tags[i] & pos.NAME and s.words[i][0].isupper() and not s.tags[i] & pos.NUM:
            return self.rules.lexicon.nation_of(s.words[i]) is None and s.lower[i] not in self.rules.calendar.terms
        noun = self.rules.words.noun(s.lower[i])
        return noun is not None and self.rules.lexicon.is_a(self.rules.lexicon.concept(noun), "person")

    def _sign(self, draft: Draft) -> None:
        """A minus before a number that is not behind a word: "-5 degrees", "minus 17", "−30"."""
        s, i = self.s, draft.first
        if i == 0 or draft.stated is None:
            return
        before = s.words[i - 1]
        if s.lower[i - 1] in {"minus", "negative"} and (i == 1 or not s.tags[i - 2] & pos.NUM):
            draft.stated, draft.first = -draft.stated, i - 1
        elif (
            before in _MINUS
            and s.glued(i)
            and not s.glued(i - 1)
            and (before == "−" or i == 1 or not s.tags[i - 2] & pos.NUM)
        ):
            draft.stated, draft.first = -draft.stated, i - 1

    # -- two numbers that make one ---------------------------------------------------------------------------------

    def _ranges(self, atoms: list[tuple[Draft, Numeral]]) -> list[Draft]:
        drafts: list[Draft] = []
        k = 0
        while k < len(atoms):
            draft, numeral = atoms[k]
            if k + 1 < len(atoms):
                other, second = atoms[k + 1]
                joined = self._join(draft, numeral, other, second)
                if joined is not None:
                    drafts.append(joined)
                    k += 2
                    continue
            drafts.append(draft)
            k += 1
        return drafts

    def _join(self, a: Draft, an: Numeral, b: Draft, bn: Numeral) -> Draft | None:
        """One range of two numbers, or None where they are two figures."""
        s = self.s
        gap = s.lower[a.last : b.first]
        if not gap or len(gap) > 5 or an.value is None or bn.value is None or a.stated is None or b.stated is None:
            return None
        if (
            _FORMS.isdisjoint({an.form})
            or _FORMS.isdisjoint({bn.form})
            or (a.unit and b.unit and a.unit != b.unit)
            or (a.unit and not b.unit and a.kind is not Kind.MONEY)
        ):
            return None
        how = self._range_word(a, gap, b)
        if how is None:
            return None
        low, high = a.stated, b.stated
        if bn.magnitude != 1 and an.magnitude == 1 and an.bare is not None and abs(an.bare) < 1000:
            scaled = exact(Decimal(an.bare) * bn.magnitude)
            if scaled <= high or low > high:
                low = scaled
        if how == "or" and (low >= high or high > 2 * low + 2 or b.kind is Kind.MONEY):
            return None
        if low >= high:
            if how != "change" and self._origin(a) is None:
                return None
            self._from_to(a, b)
            return None
        if how in {"to", "change"} and self._moved(a):
            self._from_to(a, b)
            return None
        if how == "and":
            return None
        a.low, a.high, a.stated, a.bound = low, high, None, Bound.BETWEEN
        a.kind, a.unit, a.dimension, a.last = (
            (b.kind, b.unit, b.dimension, b.last) if not a.unit else (a.kind, a.unit, a.dimension, b.last)
        )
        a.number_last = b.number_last
        origin = self._origin(a) or self._between(a)
        if origin is not None and how in {"to", "between"}:
            a.hedge = s.slice(origin, a.first)
            a.first = origin
        elif how == "possibly":
            self._hedges(a)
            a.low, a.high, a.bound, a.stated = low, high, Bound.BETWEEN, None
        return a

    def _range_word(self, a: Draft, gap: list[str], b: Draft) -> str | None:
        """How the words between two numbers join them."""
        s, hedges = self.s, self.rules.hedges
        if len(gap) == 1:
            if gap[0] in _DASHES:
                return "to" if s.glued(a.last) == s.glued(b.first) else None
            if gap[0] == "and":
                return "between" if self._between(a) is not None else None
            if gap[0] == "or":
                return "or"
            if gap[0] in hedges.joins:
                return "to"
        if gap[0] == "to" and len(gap) == 2 and gap[1] in {"about", "some", "around", "nearly", "almost"}:
            return "to"
        for words, _ in hedges.possibly.get(gap[0], ()):
            if tuple(gap) == words:
                return (
                    "possibly"
                    if self._hedge_before(a.first, "at_least") or self._hedge_before(a.first, "more_than")
                    else None
                )
        if gap[0] == "to" and self._origin(a) is not None and len(gap) < 3:
            return "change"
        return None

    def _between(self, a: Draft) -> int | None:
        return self._phrase_before(a.first, self.rules.hedges.between)

    def _origin(self, a: Draft) -> int | None:
        return self._phrase_before(a.first, self.rules.hedges.origin)

    def _phrase_before(self, i: int, phrases) -> int | None:  # type: ignore[no-untyped-def]
        if i == 0:
            return None
        for words, _ in phrases.get(self.s.lower[i - 1], ()):
            first = i - len(words)
            if first >= 0 and tuple(self.s.lower[first:i]) == words:
                return first
        return None

    def _moved(self, a: Draft) -> bool:
        """Does a word of change stand before "from a to b"?"""
        i = self._origin(a)
        if i is None:
            return False
        for j in range(i - 1, max(-1, i - 7), -1):
            if self.s.lower[j] in self.rules.hedges.change:
                return True
            if self.s.words[j] in {".", ";"}:
                return False
        return False

    def _from_to(self, a: Draft, b: Draft) -> None:
        """Two figures of one change: they share what they measure."""
        a.change_role, b.change_role = "from", "to"
        if not a.unit and b.unit:
            a.kind, a.unit, a.dimension = b.kind, b.unit, b.dimension
        elif not b.unit and a.unit:
            b.kind, b.unit, b.dimension = a.kind, a.unit, a.dimension
        a.links.append(("change_to", b))
        b.links.append(("change_from", a))

    # -- hedges ---------------------------------------------------------------------------------------------------

    def _hedge_before(self, i: int, name: str) -> bool:
        return any(kind == name for _, kind in self._hedges_before(i))

    def _hedges_before(self, i: int) -> list[tuple[int, str]]:
        """The hedges that end before token i, from it outwards: (first token, class)."""
        s, found = self.s, []
        while i > self.taken and len(found) < 3:
            hit = None
            for words, kind in self.rules.hedges.before.get(s.lower[i - 1], ()):
                first = i - len(words)
                if (
                    first >= self.taken
                    and tuple(s.lower[first:i]) == words
                    and (len(words) > 1 or self._may_hedge(first, i, kind))
                ):
                    hit = (first, kind)
                    break
            if hit is None:
                break
            found.append(hit)
            i = hit[0]
        return found

    def _may_hedge(self, at: int, number: int, kind: str) -> bool:
        """Is a single word that is also a preposition or adverb a hedge here?"""
        s, word = self.s, self.s.lower[at]
        if word in {"over", "above", "under", "below", "around", "about", "within", "beyond"}:
            if at == 0:
                return True
            tags = s.tags[at - 1]
            if tags & (pos.NOUN | pos.NOUNS | pos.NAME) and not tags & (pos.PREP | pos.AUX | pos.CONJ | pos.ADV):
                if word in {"about", "around", "under", "below", "above"}:
                    return not (word == "around" and tags & pos.NOUNS and False)
                return bool(tags & (pos.VERB | pos.VERBZ | pos.PAST)) and not tags & pos.NOUNS
        return True

    def _hedges(self, draft: Draft) -> None:
        s = self.s
        classes: list[str] = []
        for first, kind in self._hedges_before(draft.first):
            if kind == "exact" and not classes:
                continue
            if kind != "exact":
                classes.append(kind)
                draft.hedge = (
                    s.text[s.starts[first] : s.ends[draft.first - 1]]
                    if draft.hedge is None
                    else s.text[s.starts[first] : s.starts[draft.first]].strip() + (" " + draft.hedge if False else "")
                )
                draft.first = first
                if len(classes) == 1:
                    draft.hedge = (
                        s.text[s.starts[first] : s.ends[draft.number - 1]] if draft.number > first else draft.hedge
                    )
        if draft.hedge is not None and classes:
            end = self._number_start(draft)
            draft.hedge = s.text[s.starts[draft.first] : s.ends[end - 1]] if end > draft.first else draft.hedge
        self._hedge_behind(draft, classes)
        self._bound(draft, classes)

    def _number_start(self, draft: Draft) -> int:
        """The first token of number or currency, behind the hedge."""
        i = draft.number
        currency, first = self._prefix(i)
        if currency is not None and first >= draft.first:
            i = first
        while i > draft.first and (
            self.s.words[i - 1] in _MINUS or self.s.lower[i - 1] in {"a", "an", "magnitude", "minus"}
        ):
            i -= 1
        return i

    def _hedge_behind(self, draft: Draft, classes: list[str]) -> None:
        """ "100 or more", "300-plus", "12 at most"; also behind the unit."""
        s = self.s
        if draft.last >= self.n:
            return
        for words, kind in self.rules.hedges.after.get(s.lower[draft.last], ()):
            last = draft.last + len(words)
            if last <= self.n and tuple(s.lower[draft.last : last]) == words:
                if words == ("plus",) and last < self.n and s.tags[last] & (pos.NUM | pos.DET):
                    continue
                if words == ("+",) and not s.glued(draft.last):
                    continue
                if (
                    words[0] in {"at", "max", "maximum", "tops"}
                    and last < self.n
                    and s.tags[last] & (pos.NUM | pos.DET)
                ):
                    continue
                classes.append(kind)
                phrase = s.slice(draft.last, last)
                draft.hedge = f"{draft.hedge} … {phrase}" if draft.hedge else phrase
                draft.last = last
                return

    def _bound(self, draft: Draft, classes: list[str]) -> None:
        if draft.bound in {Bound.BETWEEN, Bound.ORDER} or draft.stated is None:
            return
        kind = next((c for c in classes if c != "about"), classes[0] if classes else None)
        set_interval(draft, kind)

    # -- rates and changes ----------------------------------------------------------------------------------------

    def _per(self, draft: Draft) -> None:
        """ "$400 a month", "12 per 100,000 people", "5% annually"."""
        read = self.per_at(draft.last, draft)
        if read is not None:
            draft.per, draft.last = read
            if draft.unit and draft.kind is not Kind.MONEY:
                name, per = self.rules.units.compose(draft.unit, draft.per)
                if per is None:
                    unit = self.rules.units.unit(name)
                    draft.unit, draft.per, draft.dimension = name, None, unit.dimension if unit else None
                    draft.kind = Kind.MEASURE
            elif draft.per[0].isdigit():
                draft.kind = Kind.RATE

    def per_at(self, i: int, draft: Draft) -> tuple[str, int] | None:
        """The `per` written at token i and the token after it; None where there is none."""
        s = self.s
        if i >= self.n:
            return None
        word = s.lower[i]
        adverb = self.rules.numerals.rates.get(word)
        if adverb is not None:
            return adverb, i + 1
        j = i
        if word == "on" and i + 1 < self.n and s.lower[i + 1] in _QUOTES | {"every", "each"}:
            j += 1
        while j < self.n and s.words[j] in _QUOTES:
            j += 1
        if j >= self.n or s.lower[j] not in _PER:
            return None
        marker = s.lower[j]
        j += 1
        if j < self.n and s.lower[j] == "single":
            j += 1
        if j >= self.n:
            return None
        if s.tags[j] & pos.NUM and s.words[j][0].isdigit() and marker in {"per", "every", "for"}:
            noun = self.rules.words.noun(s.lower[j + 1]) if j + 1 < self.n else None
            return (f"{s.words[j].replace(',', '')} {noun}", j + 2) if noun else None
        unit = self.rules.units.match(s.words, j, AFTER_WORD)
        if (
            unit is not None
            and not s.tags[j] & pos.NOUNS
            and (unit[0].dimension in _PER_DIMENSIONS or marker in {"per", "/"})
        ):
            return unit[0].name, j + unit[1]
        noun = self.rules.words.noun(s.lower[j])
        if noun is None or s.tags[j] & pos.NOUNS and not s.tags[j] & pos.NOUN:
            return None
        if marker in {"per"} or noun in self.rules.numerals.per_nouns and marker in {"a", "an", "each", "every"}:
            if s.lower[j] == "capita":
                return "person", j + 1
            return noun, j + 1
        return None

    def _change(self, draft: Draft) -> None:
        """ "rose 5%", "up more than 9 per cent", "a drop of 5%", "5% higher"."""
        if draft.change is not None or draft.change_role or draft.kind in {Kind.AGE, Kind.RATIO, Kind.RANK}:
            return
        if draft.kind not in {
            Kind.PERCENT,
            Kind.PERCENTAGE_POINT,
            Kind.BASIS_POINT,
            Kind.MONEY,
            Kind.COUNT,
            Kind.MEASURE,
        }:
            return
        s, change = self.s, self.rules.hedges.change
        i = draft.first - 1
        if i >= 0 and s.lower[i] in {"by", "of", "about", "a", "an", "another", "further"}:
            if s.lower[i] in {"a", "an"} and i > 0 and s.lower[i - 1] == "by":
                i -= 1
            i -= 1
        if 0 <= i and self.taken <= i and s.lower[i] in change:
            if draft.kind is Kind.COUNT and not (s.lower[i + 1] in {"by", "of"} or s.lower[i] in {"up", "down"}):
                return
            if s.lower[i] in {"up", "down"} and i + 1 < self.n and s.lower[i + 1] == "to":
                return
            draft.change = change[s.lower[i]]
            return
        if draft.kind is Kind.COUNT:
            return
        j = draft.last
        if (
            j < self.n
            and s.lower[j] in change
            and s.lower[j] not in {"in", "cut", "shed"}
            or j < self.n
            and s.lower[j] in {"increase", "rise", "drop", "fall", "decline", "cut"}
        ):
            draft.change = change.get(s.lower[j])


_FORMS = frozenset({Form.DIGITS, Form.WORDS, Form.FRACTION})
_PER = frozenset({"a", "an", "per", "each", "every", "/"})
_PER_DIMENSIONS = frozenset({"time", "mass", "volume", "length", "area", "energy"})
_QUOTES = frozenset({"'", "‘", "’", "“", '"', "”"})


def set_interval(draft: Draft, kind: str | None) -> None:
    """Fills low, high and bound from the stated value and its hedge's class (DESIGN 4's table)."""
    value = draft.stated
    if value is None:
        return
    draft.low = draft.high = value
    if kind is None:
        return
    draft.bound = _BOUNDS[kind]
    size = abs(value)
    if kind == "about":
        slack = exact(max(_TENTH * size, half_place(value)))
        draft.low, draft.high = exact(Decimal(value) - slack), exact(Decimal(value) + slack)
    elif kind == "nearly":
        draft.low, draft.high_open = exact(Decimal(value) - _TENTH * size), True
    elif kind == "over":
        draft.high, draft.low_open = exact(Decimal(value) + _TENTH * size), True
    elif kind in {"more_than", "at_least"}:
        draft.high, draft.low_open = None, kind == "more_than"
    else:
        draft.low, draft.high_open = None, kind == "less_than"


def half_place(value: Value) -> Decimal:
    """Half the last written place of a number: 0.05 for 1.2, 0.5 for 7."""
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    return Decimal(5).scaleb((exponent if isinstance(exponent, int) else 0) - 1)
