"""What an amount, a share or a measure is of: the noun group behind it."""

from figurecheck.extraction.conversions import behind
from figurecheck.extraction.counted import CountedReader
from figurecheck.extraction.deeds import SHARES
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.groups import Group
from figurecheck.model import kinds
from figurecheck.rulebook import tags as pos


class MeasuredReader(CountedReader):
    """Finds what the measures of one sentence are of."""

    __slots__ = ()

    def read_measured(self, draft: Draft, limit: int) -> None:
        """ "40% of public expenditure", "450 litres of water", "3-inch screen", "half the roof": what is measured."""
        s, i = self.s, behind(self.s, draft)
        if i >= self.n:
            return
        if s.lower[i] == "of" or (s.lower[i] == "in" and draft.kind is kinds.MONEY):
            i += 1
            while i < self.n and s.tags[i] & (pos.DET | pos.POSSPRON):
                i += 1
        elif draft.kind is kinds.RATIO:
            if s.lower[i - 1] == "times" and s.lower[i] not in self.m.comparing:
                return  # "three times the size"
            compared = s.lower[i] in self.m.comparing
            while i < self.n and (
                s.tags[i] & (pos.DET | pos.POSSPRON) or (compared and s.lower[i] in self.m.comparing)
            ):
                i += 1
        elif draft.kind in SHARES or self._clause(draft, i):
            return
        elif s.lower[i] in self.rules.roles.compass and s.lower[i + 1 : i + 2] != ["-"]:
            return  # "72 km southwest of"
        compared = i > draft.last and s.lower[i - 1] in self.m.comparing
        group = self.groups.read(i, limit, one=not compared)
        if draft.kind is kinds.MONEY and group is not None and self._beside(i - 1, group):
            return
        if group is not None and group.last == limit - 1 and s.tags[group.last] & pos.POSS:
            return  # "half of the island's 9,000 residents"
        if self.take_group(draft, group) and draft.kind is kinds.RATIO and not compared:
            draft.last = draft.group_last

    def _clause(self, draft: Draft, i: int) -> bool:
        """Does what follows an amount or a measure go on with the clause?"""
        if draft.kind is kinds.MONEY:
            return self._does(draft, i)
        return draft.kind is kinds.MEASURE and i == draft.last and self._happens(draft, i + self.sized(i))

    def _does(self, draft: Draft, i: int) -> bool:
        """Is the word behind an amount no noun, or what the noun before its "of" does: "losses of $2bn loom"?"""
        s = self.s
        if not s.tags[i] & (pos.ADJ | pos.NOUN) or self._set_aside(i):
            return True
        ends = i + 1 >= self.n or not s.tags[i + 1] & (pos.NOUN | pos.NOUNS | pos.ADJ | pos.NAME)
        plural = draft.first > 1 and s.lower[draft.first - 1] == "of" and s.tags[draft.first - 2] & pos.NOUNS
        return bool(plural and s.tags[i] & pos.VERB and ends)

    def _set_aside(self, i: int) -> bool:
        """ "$48 billion set aside for schools": a participle that its particle makes a verb of its own."""
        s = self.s
        if not s.tags[i] & pos.PARTICIPLE or i + 1 >= self.n or not s.tags[i + 1] & pos.PART:
            return False
        verb = self.rules.words.verb(s.lower[i])
        return f"{verb} {s.lower[i + 1]}" in self.rules.lexicon.actions.verbs

    def _happens(self, draft: Draft, i: int) -> bool:
        """ "Rain of 120mm fell", "a quake measuring 4.6 rattled two counties": what follows a measure happens."""
        tags = self.s.tags[i] if i < self.n else 0
        ends = i + 1 >= self.n or not self.s.tags[i + 1] & (pos.NOUN | pos.NOUNS | pos.ADJ | pos.NAME)
        return bool(tags & pos.PAST) and (ends or (draft.unit == "magnitude" and not tags & pos.ADJ))

    def _beside(self, i: int, group: Group) -> bool:
        """Is what follows an amount only when or where: "$5 million last year", "500 crore in Lahore"?"""
        if group.head is None:
            return False
        return self.of_time(group.head) or (self.s.lower[i] == "in" and bool(self.s.tags[group.head] & pos.NAME))
