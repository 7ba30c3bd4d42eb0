"""Two numbers that make one quantity, or the two ends of a change."""

from decimal import Decimal
from fractions import Fraction

from figurecheck.extraction.draft import Draft
from figurecheck.extraction.hedging import phrase_before
from figurecheck.extraction.numeral import DIGITS, FRACTION, WORDS, Numeral, exact
from figurecheck.extraction.readers import SentenceReader
from figurecheck.extraction.sentence import DASHES
from figurecheck.model import actions, bounds, kinds
from figurecheck.rulebook import tags as pos

Atom = tuple[Draft, Numeral]
_FOOT = "foot"
_FEET = frozenset({"'", "’", "′"})
_INCHES = frozenset({'"', "”", "″"})
_FORMS = frozenset({DIGITS, WORDS, FRACTION})
_GAP = 5
_REACH = 7
"""How many tokens before "from" a word of change is looked for."""
_SPREAD = 5
"""A change's size is seldom given as a range wider than this; "fell by 700,000 to 65 million" is none."""
_VOTED = 5
"""How many tokens before "52-49" a word of voting is looked for."""
_SCALABLE = 1000
"""Only a number below this takes the magnitude of the one behind it ("3 to 5 million")."""


class RangeReader(SentenceReader):
    """Joins neighbouring numbers of one sentence."""

    __slots__ = ()

    def read(self, atoms: list[Atom]) -> list[Draft]:
        """The drafts that are left once ranges are joined and shared units are given."""
        drafts: list[Draft] = []
        k = 0
        atoms = self._dashed(atoms)
        while k < len(atoms):
            draft, numeral = atoms[k]
            following = atoms[k + 1] if k + 1 < len(atoms) else None
            k += 1
            if following is not None:
                self._dangling(draft, atoms[k:])
                self._age_too(draft, following[0])
                if self._completed(draft, following) or self._join(draft, numeral, *following):
                    k += 1
            drafts.append(draft)
        return drafts

    def _dashed(self, atoms: list[Atom]) -> list[Atom]:
        """The atoms with those that a dash joins made ranges, before words join them: "from 24.2 to 33-35 billion"."""
        kept: list[Atom] = []
        for atom in atoms:
            if (
                kept
                and self._touch(kept[-1][0], atom[0])
                and (self._completed(kept[-1][0], atom) or self._join(*kept[-1], *atom))
            ):
                kept[-1] = (kept[-1][0], atom[1])
            else:
                kept.append(atom)
        return kept

    def _touch(self, a: Draft, b: Draft) -> bool:
        return a.last + 1 == b.first and self.s.words[a.last] in DASHES

    def _dangling(self, draft: Draft, following: list[Atom]) -> None:
        """ "four-, five- and six-cylinder": the unit stands with the last."""
        s = self.s
        if draft.unit or draft.last >= self.n or s.words[draft.last] != "-" or not s.glued(draft.last):
            return
        if draft.last + 1 < self.n and s.glued(draft.last + 1) and s.words[draft.last + 1] != ",":
            return
        for other, _ in following:
            if other.unit:
                draft.unit, draft.dimension, draft.kind = other.unit, other.dimension, other.kind
                return

    def _age_too(self, a: Draft, b: Draft) -> None:
        """ "aged 3 and 5": a bare number joined to an age, with nothing counted behind it, is one too."""
        s = self.s
        bare = a.kind is kinds.AGE and b.kind is kinds.COUNT and b.stated is not None and a.last == a.number_last
        if bare and s.lower[a.last : b.first] in _JOINED and self._ends_at(b.last, _JOINS):
            b.kind, b.unit, b.dimension = a.kind, a.unit, a.dimension

    def _completed(self, a: Draft, following: Atom) -> bool:
        """ "3 dollars 50 cents", "15 dollars and 50": the small coin completes the amount."""
        b, numeral = following
        s = self.s
        if self._divided(a, b) or self._in_feet(a, b):
            return True
        if a.kind is not kinds.MONEY or not isinstance(a.stated, int) or not isinstance(b.stated, int):
            return False
        if s.lower[a.last : b.first] not in ([], ["and"]) or not 0 < b.stated < 100 or a.last == a.number_last:
            return False
        coin = b.unit in self.rules.measures.coins
        bare = b.unit is None and numeral.form is DIGITS and self._ends_at(b.last)
        if not coin and not bare:
            return False
        a.stated = exact(Decimal(a.stated) + Decimal(b.stated) / 100)
        a.last, a.number_last = b.last, b.number_last
        return True

    def _divided(self, a: Draft, b: Draft) -> bool:
        """ "6ft 2in", "6-foot-2", "12 stone 4 pounds": the smaller unit completes the measure."""
        smaller, parts = self.rules.measures.divided.get(a.unit or "", ("", 0))
        if not parts or not isinstance(a.stated, int) or not isinstance(b.stated, int) or not 0 <= b.stated < parts:
            return False
        gap = self.s.lower[a.last : b.first]
        bare = b.unit is None and gap == ["-"] and self.s.glued(b.first)
        loose = a.kind is not kinds.DURATION and gap in (["-"], ["and"], [","])
        if not bare and (b.unit != smaller or not (loose or not gap)):
            return False  # "two hours and 10 minutes" are often told apart
        a.stated, a.precision = exact(a.stated + Fraction(b.stated, parts)), exact(Fraction(1, parts))
        a.last, a.number_last = b.last, b.number_last
        if bare and self.s.lower[a.last : a.last + 2] == ["-", "inch"]:
            a.last += 2
        return True

    def _in_feet(self, a: Draft, b: Draft) -> bool:
        """ "6'2\"", "6'2": feet and inches by their marks, straight or curly."""
        s, (smaller, parts) = self.s, self.rules.measures.divided[_FOOT]
        marked = s.lower[a.last : b.first]
        if len(marked) != 1 or marked[0] not in _FEET or not (s.glued(a.last) and s.glued(b.first)):
            return False
        unit = self.rules.units.unit(_FOOT)
        if a.unit or b.unit not in (None, smaller) or unit is None:
            return False
        if not isinstance(a.stated, int) or not isinstance(b.stated, int) or not 0 <= b.stated < parts:
            return False
        a.kind, a.unit, a.dimension = kinds.MEASURE, unit.name, unit.dimension
        a.stated, a.precision = exact(a.stated + Fraction(b.stated, parts)), exact(Fraction(1, parts))
        a.number_last = b.number_last
        a.last = b.number_last + (b.number_last < self.n and s.words[b.number_last] in _INCHES)
        return True

    def _ends_at(self, i: int, joins: frozenset[str] = frozenset()) -> bool:
        return i >= self.n or not self.s.words[i][0].isalnum() or self.s.lower[i] in joins

    def _join(self, a: Draft, an: Numeral, b: Draft, bn: Numeral) -> bool:
        """Makes a the range from a to b; False where they are two figures, which a change may tie."""
        if an.form not in _FORMS or bn.form not in _FORMS or self._portion(a, an, bn):
            return False
        gap = self._gap(a, b)
        if a.stated is None or b.stated is None:
            self._range_end(a, an, b, bn, gap)
            return False
        if (
            not 0 < len(gap) <= _GAP
            or not self._one_unit(a, b, gap)
            or (a.unit and not b.unit and self._counts(b, gap))
        ):
            return False
        if gap[-1] == "from" and self._reached(a, gap):
            self._share_unit(a, b)
            self._change(b, a)
            return False
        how = self._range_word(a, gap, b)
        if how is None or (how == "to" and self._votes(a, b)):
            return False
        low, high = self._scaled(a, an, b, bn)
        if how == "or" and (low >= high or high > 2 * low + 2 or kinds.MONEY in {a.kind, b.kind}):
            if low < high <= 2 * low + 2:
                self._share_unit(a, b)  # "8 or $9"
            return False
        if (how == "to" and gap[0] not in DASHES and self._moved(a, b)) or (how != "or" and low >= high):
            if low != a.stated:
                a.stated = low
            self._from_to(a, b)
            return False
        self._become_range(a, b, low, high, how)
        return True

    def _gap(self, a: Draft, b: Draft) -> list[str]:
        """The words between two numbers, without whose the second is: "down from last year's 61"."""
        gap = self.s.lower[a.last : b.first]
        if gap and self.s.tags[b.first - 1] & pos.POSS and "from" in gap:
            return gap[: gap.index("from") + 1]
        return gap

    def _portion(self, a: Draft, an: Numeral, bn: Numeral) -> bool:
        """ "fell by a quarter to 21 million tonnes": the change as a share, and what it came to."""
        if an.form is not FRACTION or an.magnitude != 1 or bn.form is FRACTION or not a.first:
            return False
        before = self.s.lower[max(0, a.first - 3) : a.first]
        return any(word == "by" or word in self.rules.hedges.change for word in before)

    def _range_end(self, a: Draft, an: Numeral, b: Draft, bn: Numeral, gap: list[str]) -> None:
        """ "from 24.2 to 33-35 billion euros", "from 14-18 mpg to 24": a change that begins or ends with a range."""
        if not 0 < len(gap) <= _GAP or not (a.unit or b.unit) or (a.unit and b.unit) or gap != ["to"]:
            return
        if self._origin(a) is None or self._counts(b, gap):
            return
        if a.stated is not None and bn.magnitude != 1 and an.magnitude == 1:
            a.stated = exact(Decimal(a.stated) * bn.magnitude)
        self._from_to(a, b)

    def _counts(self, b: Draft, gap: list[str]) -> bool:
        """Does b count what stands behind it: "$12 million to 40 families"?"""
        tags = self.s.tags[b.last] if b.last < self.n and gap[-1] not in DASHES else 0
        return bool(tags & (pos.NOUNS | pos.ADJ | pos.NAME)) and not tags & (pos.PREP | pos.CONJ | pos.VERBZ | pos.ADV)

    @staticmethod
    def _one_unit(a: Draft, b: Draft, gap: list[str]) -> bool:
        if a.unit and b.unit:
            return a.unit == b.unit
        return not a.unit or a.kind in {kinds.MONEY, kinds.AGE} or gap[-1] == "from"

    @staticmethod
    def _scaled(a: Draft, an: Numeral, b: Draft, bn: Numeral) -> tuple[int | Decimal, int | Decimal]:
        assert a.stated is not None
        assert b.stated is not None
        low, high = a.stated, b.stated
        if bn.magnitude != 1 and an.magnitude == 1 and -_SCALABLE < low < _SCALABLE:
            scaled = exact(Decimal(low) * bn.magnitude)
            if scaled <= high or low > high or not isinstance(low, int):
                low = scaled
        return low, high

    def _votes(self, a: Draft, b: Draft) -> bool:
        """ "The Senate voted 52-49", "by 311 to 280": votes for and against, two counts."""
        s, votes = self.s, self.rules.designators.votes
        if not isinstance(a.stated, int) or not isinstance(b.stated, int) or a.unit or b.unit:
            return False
        behind = s.tags[b.last] if b.last < self.n else 0
        if behind & pos.NOUNS and (a.stated < b.stated or s.lower[b.last] not in votes):
            return False
        if votes.isdisjoint(s.lower[max(0, a.first - _VOTED) : a.first] + s.lower[b.last : b.last + 3]):
            return False
        a.head_lemma = b.head_lemma = a.concept = b.concept = "vote"
        a.implied = b.implied = actions.VOTE
        return True

    def _become_range(self, a: Draft, b: Draft, low: int | Decimal, high: int | Decimal, how: str) -> None:
        a.low, a.high, a.stated, a.bound = low, high, None, bounds.BETWEEN
        if not a.unit:
            a.kind, a.unit, a.dimension = b.kind, b.unit, b.dimension
        a.last, a.number_last = b.last, b.number_last
        leaves = self.s.lower[b.last : b.last + 1] == ["to"]  # "from 14-18 mpg to 24"
        opening = None if leaves else self._origin(a)
        opening = self._between(a) if opening is None else opening
        if opening is not None and how in {"to", "between"}:
            a.hedge = self.s.slice(opening, a.first)
            a.first = opening

    def _range_word(self, a: Draft, gap: list[str], b: Draft) -> str | None:
        """How the words between two numbers join them: to, between, or, possibly."""
        s, hedges = self.s, self.rules.hedges
        words = [word for word in gap if word not in DASHES]
        if not words:
            return "to" if len(gap) == 1 and s.glued(a.last) == s.glued(b.first) else None
        if len(words) == 1:
            if words[0] == "and":
                return "between" if self._between(a) is not None else None
            if words[0] == "or":
                return "or"
            return "to" if words[0] in hedges.joins else None
        if words[0] in hedges.joins and phrase_before(s, b.first, hedges.before) is not None:
            return "to" if len(words) < 3 else None
        return None

    def _between(self, a: Draft) -> int | None:
        return phrase_before(self.s, a.first, self.rules.hedges.between)

    def _origin(self, a: Draft) -> int | None:
        """Where the "from" begins that a number comes after, be it hedged ("from about 14")."""
        hedges = self.rules.hedges
        hedge = phrase_before(self.s, a.first, hedges.before)
        if hedge is not None and (origin := phrase_before(self.s, hedge, hedges.origin)) is not None:
            return origin
        return phrase_before(self.s, a.first, hedges.origin)

    @staticmethod
    def _near(a: Draft, b: Draft) -> bool:
        return a.stated is not None and b.stated is not None and a.stated < b.stated <= _SPREAD * a.stated

    def _moved(self, a: Draft, b: Draft) -> bool:
        """Does a word of change stand before "from a to b", or right before "a to b" ("fell 4.41 to 1,491.66")?"""
        s, change = self.s, self.rules.hedges.change
        origin = self._origin(a)
        if origin is None:
            k = a.first - 1
            if s.lower[k] == "by" and k > 0 and s.lower[k - 1] in change and self._in_full(a):
                return True  # "shrank by 58,000 to 182,000"
            while k > 0 and s.lower[k] in self.rules.measures.change_between:
                k -= 1
            moved = k >= 0 and s.lower[k] in change
            # "dropped by 1 to 1.5 degrees" and "rose 3 to 5 percent" are ranges
            return moved and ((k == a.first - 1 and bool(a.unit)) or not self._near(a, b))
        for j in range(origin - 1, max(-1, origin - _REACH), -1):
            if s.words[j] in {".", ";"}:
                return False
            if s.lower[j] in change or s.lower[j] in self.m.moves:
                return True
        return False

    @staticmethod
    def _in_full(a: Draft) -> bool:
        """Is a count too large, and too finely told, for a range to begin with it?"""
        return a.unit is None and isinstance(a.stated, int) and a.stated >= _SCALABLE and a.precision == 1

    def _reached(self, a: Draft, gap: list[str]) -> bool:
        """Is a what was reached, and told before what was left: "rose to 53 from 34", "53 dead, up from 34"?"""
        s, change = self.s, self.rules.hedges.change
        if len(gap) > 1 and gap[-2] in change:
            return True
        if (
            not a.first
            or s.lower[a.first - 1] != "to"
            or not all(map(self._dates, range(a.last, a.last + len(gap) - 1)))
        ):
            return False
        return any(word in change for word in s.lower[max(0, a.first - _REACH) : a.first])

    def _dates(self, i: int) -> bool:
        """May token i stand in a date between the two ends: "to 3.1% in May from 3.4%"?"""
        return self.s.lower[i] in self.rules.calendar.terms or bool(self.s.tags[i] & (pos.PREP | pos.DET | pos.PUNCT))

    def _from_to(self, a: Draft, b: Draft) -> None:
        """Two figures of one change, told in order: "from 34 to 53"."""
        if not self._share_money(a, b):
            self._share_unit(a, b)
        if self._origin(a) is None and a.first and self.s.lower[a.first - 1] != "from":
            b.change_role = "to"
            return
        self._change(a, b)

    def _share_money(self, a: Draft, b: Draft) -> bool:
        """ "rose 75 cents to 74.07": the change is in the small coin, what was reached in the money itself."""
        coin = self.rules.units.unit(a.unit) if a.unit and a.kind is kinds.MONEY and not b.unit else None
        if coin is None or coin.currency in (None, coin.name) or b.precision is None or b.precision >= 1:
            return False
        b.kind, b.unit, b.dimension = a.kind, coin.currency, a.dimension
        return True

    @staticmethod
    def _share_unit(a: Draft, b: Draft) -> None:
        if not a.unit and b.unit:
            a.kind, a.unit, a.dimension = b.kind, b.unit, b.dimension
        elif not b.unit and a.unit:
            b.kind, b.unit, b.dimension = a.kind, a.unit, a.dimension

    @staticmethod
    def _change(left: Draft, reached: Draft) -> None:
        """Ties the figure that was left to the figure that was reached."""
        left.change_role, reached.change_role = "from", "to"
        left.links.append(("change_to", reached))
        reached.links.append(("change_from", left))

    def close(self, drafts: list[Draft]) -> list[Draft]:
        """Joins a lower and an upper bound said of one thing: "at least 10 and possibly as many as 15"."""
        joined: list[Draft] = []
        for draft in drafts:
            last = joined[-1] if joined else None
            if last is not None and self._bounds_one(last, draft):
                assert last.stated is not None
                last.hedge = f"{last.hedge} … {draft.hedge}"
                last.low, last.high, last.stated, last.bound = last.stated, draft.stated, None, bounds.BETWEEN
                last.low_open = last.high_open = False
                last.last, last.number_last = draft.last, draft.number_last
                if not last.unit:
                    last.kind, last.unit, last.dimension = draft.kind, draft.unit, draft.dimension
            else:
                joined.append(draft)
        return joined

    def _bounds_one(self, a: Draft, b: Draft) -> bool:
        if a.bound not in _FLOORS or b.bound not in _CEILINGS or a.stated is None or b.stated is None:
            return False
        gap = self.s.lower[a.last : b.first]
        linked = len(gap) < 4 and self.m.bound_links.issuperset(gap)
        return a.stated < b.stated and linked and (not a.unit or a.unit == b.unit)


_FLOORS = frozenset({bounds.MORE_THAN, bounds.AT_LEAST})
_CEILINGS = frozenset({bounds.LESS_THAN, bounds.AT_MOST})
_JOINED = (["and"], ["or"], [","], [",", "and"])
_JOINS = frozenset({"and", "or"})
