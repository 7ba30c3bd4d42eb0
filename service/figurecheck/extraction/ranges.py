"""Two numbers that make one quantity, or the two ends of a change."""

from decimal import Decimal
from typing import Final

from figurecheck.extraction import forms
from figurecheck.extraction.amounts import Atom
from figurecheck.extraction.changes import NEAR, SCALABLE, ChangeReader
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.hedging import phrase_before
from figurecheck.extraction.numeral import Numeral, exact
from figurecheck.extraction.sentence import DASHES
from figurecheck.model import actions, bounds, kinds
from figurecheck.rulebook import tags as pos

_FORMS: Final = frozenset({forms.DIGITS, forms.WORDS, forms.FRACTION})
_VOTED: Final = 5
"""How many tokens before "52-49" a word of voting is looked for."""
_FLOORS: Final = frozenset({bounds.MORE_THAN, bounds.AT_LEAST})
_CEILINGS: Final = frozenset({bounds.LESS_THAN, bounds.AT_MOST})


class RangeReader(ChangeReader):
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
                self.dangling(draft, atoms[k:])
                self.age_too(draft, following[0])
                if self.completed(draft, following) or self._join(draft, numeral, *following):
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
                and (self.completed(kept[-1][0], atom) or self._join(*kept[-1], *atom))
            ):
                kept[-1] = (kept[-1][0], atom[1])
            else:
                kept.append(atom)
        return kept

    def _touch(self, a: Draft, b: Draft) -> bool:
        return a.last + 1 == b.first and self.s.words[a.last] in DASHES

    def _join(self, a: Draft, an: Numeral, b: Draft, bn: Numeral) -> bool:
        """Makes a the range from a to b; False where they are two figures, which a change may tie."""
        gap = self._gap(a, b)
        if an.form is bn.form is forms.SHARE and gap == ["to"] and self.moved(a, b):
            self.tie(a, b)  # "went from one in nine to one in four"
        if an.form not in _FORMS or bn.form not in _FORMS or self.is_portion(a, an, bn):
            return False
        if a.stated is None or b.stated is None:
            self.range_end(a, an, b, bn, gap)
            return False
        if not 0 < len(gap) <= NEAR or not self._one_unit(a, b, gap) or (a.unit and not b.unit and self.counts(b, gap)):
            return False
        if gap[-1] == "from" and self.reached(a, gap):
            self.share_unit(a, b)
            self.tie(b, a)
            return False
        how = self._range_word(a, gap, b)
        if how is None or (how == "to" and self._votes(a, b)):
            return False
        low, high = self._scaled(a, an, b, bn)
        if how == "or" and (low >= high or high > 2 * low + 2 or kinds.MONEY in {a.kind, b.kind}):
            if low < high <= 2 * low + 2:
                self.share_unit(a, b)  # "8 or $9"
            return False
        if (how == "to" and gap[0] not in DASHES and self.moved(a, b)) or (how != "or" and low >= high):
            if low != a.stated:
                a.stated = low
            self.from_to(a, b)
            return False
        self._become_range(a, b, low, high, how)
        return True

    def _gap(self, a: Draft, b: Draft) -> list[str]:
        """The words between two numbers, without whose the second is: "down from last year's 61"."""
        gap = self.s.lower[a.last : b.first]
        if gap and self.s.tags[b.first - 1] & pos.POSS and "from" in gap:
            return gap[: gap.index("from") + 1]
        return gap

    def _one_unit(self, a: Draft, b: Draft, gap: list[str]) -> bool:
        if a.unit and b.unit:
            return a.unit == b.unit
        if not a.unit or a.kind in {kinds.MONEY, kinds.AGE} or gap[-1] == "from":
            return True
        return gap == ["to"] and self.origin(a) is not None and self.moved(a, b)  # "cut from 25 years to 18"

    @staticmethod
    def _scaled(a: Draft, an: Numeral, b: Draft, bn: Numeral) -> tuple[int | Decimal, int | Decimal]:
        assert a.stated is not None
        assert b.stated is not None
        low, high = a.stated, b.stated
        if bn.magnitude != 1 and an.magnitude == 1 and -SCALABLE < low < SCALABLE:
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
        around = s.lower[max(0, a.first - _VOTED) : a.first] + s.lower[b.last : b.last + 3]
        if not self.rules.designators.of_votes(around):
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
        opening = None if leaves else self.origin(a)
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
        if words[0] in {"or", ","} and len(words) == 2 and words[1] in hedges.even:
            return "or"
        if words[0] in hedges.joins and phrase_before(s, b.first, hedges.before) is not None:
            return "to" if len(words) < 3 else None
        return None

    def _between(self, a: Draft) -> int | None:
        return phrase_before(self.s, a.first, self.rules.hedges.between)

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
