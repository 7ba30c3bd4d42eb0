"""Changes: the figure that was left, and the one that was reached ("rose to 53 from 34", "fell from 5.4% to 4.9%")."""

from decimal import Decimal
from typing import Final

from figurecheck.extraction import forms
from figurecheck.extraction.amounts import AmountReader
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.hedging import phrase_before
from figurecheck.extraction.numeral import Numeral, exact
from figurecheck.extraction.sentence import DASHES
from figurecheck.model import kinds
from figurecheck.rulebook import tags as pos

NEAR: Final = 5
"""How many tokens at most stand between two numbers that belong together."""
_REACH: Final = 7
"""How many tokens before "from" a word of change is looked for."""
_SPREAD: Final = 5
"""A change's size is seldom given as a range wider than this; "fell by 700,000 to 65 million" is none."""
SCALABLE: Final = 1000
"""Only a number below this takes the magnitude of the one behind it ("3 to 5 million")."""


class ChangeReader(AmountReader):
    """Ties the two ends of the changes of one sentence."""

    __slots__ = ()

    def is_portion(self, a: Draft, an: Numeral, bn: Numeral) -> bool:
        """ "fell by a quarter to 21 million tonnes": the change as a share, and what it came to."""
        if an.form is not forms.FRACTION or an.magnitude != 1 or bn.form is forms.FRACTION or not a.first:
            return False
        before = self.s.lower[max(0, a.first - 3) : a.first]
        return any(word == "by" or word in self.rules.hedges.change for word in before)

    def range_end(self, a: Draft, an: Numeral, b: Draft, bn: Numeral, gap: list[str]) -> None:
        """ "from 24.2 to 33-35 billion euros", "from 14-18 mpg to 24": a change that begins or ends with a range."""
        if not 0 < len(gap) <= NEAR or not (a.unit or b.unit) or (a.unit and b.unit) or gap != ["to"]:
            return
        if self.origin(a) is None or self.counts(b, gap):
            return
        if a.stated is not None and bn.magnitude != 1 and an.magnitude == 1:
            a.stated = exact(Decimal(a.stated) * bn.magnitude)
        self.from_to(a, b)

    def counts(self, b: Draft, gap: list[str]) -> bool:
        """Does b count what stands behind it: "$12 million to 40 families"?"""
        tags = self.s.tags[b.last] if b.last < self.n and gap[-1] not in DASHES else 0
        return bool(tags & (pos.NOUNS | pos.ADJ | pos.NAME)) and not tags & (pos.PREP | pos.CONJ | pos.VERBZ | pos.ADV)

    def origin(self, a: Draft) -> int | None:
        """Where the "from" begins that a number comes after, be it hedged ("from about 14")."""
        hedges = self.rules.hedges
        hedge = phrase_before(self.s, a.first, hedges.before)
        if hedge is not None and (origin := phrase_before(self.s, hedge, hedges.origin)) is not None:
            return origin
        return phrase_before(self.s, a.first, hedges.origin)

    @staticmethod
    def _near(a: Draft, b: Draft) -> bool:
        return a.stated is not None and b.stated is not None and a.stated < b.stated <= _SPREAD * a.stated

    def moved(self, a: Draft, b: Draft) -> bool:
        """Does a word of change stand before "from a to b", or right before "a to b" ("fell 4.41 to 1,491.66")?"""
        s, change = self.s, self.rules.hedges.change
        origin = self.origin(a)
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
        return a.unit is None and isinstance(a.stated, int) and a.stated >= SCALABLE and a.precision == 1

    def reached(self, a: Draft, gap: list[str]) -> bool:
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

    def from_to(self, a: Draft, b: Draft) -> None:
        """Two figures of one change, told in order: "from 34 to 53"."""
        if not self._share_money(a, b):
            self.share_unit(a, b)
        if self.origin(a) is None and a.first and self.s.lower[a.first - 1] != "from":
            b.change_role = "to"
            return
        self.tie(a, b)

    def _share_money(self, a: Draft, b: Draft) -> bool:
        """ "rose 75 cents to 74.07": the change is in the small coin, what was reached in the money itself."""
        coin = self.rules.units.unit(a.unit) if a.unit and a.kind is kinds.MONEY and not b.unit else None
        if coin is None or coin.currency in (None, coin.name) or b.precision is None or b.precision >= 1:
            return False
        b.kind, b.unit, b.dimension = a.kind, coin.currency, a.dimension
        return True

    @staticmethod
    def share_unit(a: Draft, b: Draft) -> None:
        if not a.unit and b.unit:
            a.kind, a.unit, a.dimension = b.kind, b.unit, b.dimension
        elif not b.unit and a.unit:
            b.kind, b.unit, b.dimension = a.kind, a.unit, a.dimension

    @staticmethod
    def tie(left: Draft, reached: Draft) -> None:
        """Ties the figure that was left to the figure that was reached."""
        left.change_role, reached.change_role = "from", "to"
        left.links.append(("change_to", reached))
        reached.links.append(("change_from", left))
