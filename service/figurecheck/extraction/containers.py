"""The noun before a number that says what is counted: "death toll of 34", "the number of dead rose to 12"."""

from typing import Final

from figurecheck.extraction.counted import CountedReader
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.groups import Group
from figurecheck.model import actions, kinds
from figurecheck.rulebook import tags as pos
from figurecheck.rulebook.unit import Unit

_REACH: Final = 8
"""How many tokens before a number its container ("the toll rose to 53") is looked for."""
_AFAR: Final = 30
"""The same for "the number of ...", which its verb ties to the number."""
_NOMINAL: Final = pos.NOUN | pos.NOUNS | pos.NAME
_INSIDE: Final = _NOMINAL | pos.ADJ | pos.DET | pos.POSS | pos.POSSPRON | pos.PREP | pos.NUM
"""What a subject can be made of, with a phrase behind it."""
_OUTSIDE: Final = pos.PUNCT | pos.CONJ | pos.REL | pos.AUX
_VERB: Final = pos.VERB | pos.VERBZ | pos.PAST | pos.PARTICIPLE | pos.GERUND
_OWNING: Final = pos.DET | pos.POSSPRON | pos.POSS


class ContainerReader(CountedReader):
    """Reads the containers of figures whose noun does not follow."""

    __slots__ = ()

    def read(self, draft: Draft) -> bool:
        """Gives the figure what its container counts, where it has one."""
        if self._beside(draft):
            return True
        verb = self._counting_verb(draft)
        if verb is not None and (self._those(draft, verb) or self._afar(draft, verb)):
            return True
        return self._put_at(draft)

    def _beside(self, draft: Draft) -> bool:
        """ "death toll of 34", "the toll rose to 53", "number of dead: 12", "casualties: 40"."""
        s = self.s
        for i in range(draft.first - 1, max(-1, draft.first - 1 - _REACH), -1):
            word, tags = s.lower[i], s.tags[i]
            if word == "," and i == draft.first - 1 and draft.last < self.n and s.words[draft.last] == ",":
                continue  # "the population, about 4 million, ..."
            if tags & pos.NUM or word in self.m.container_ends or tags & pos.REL:
                return False
            noun = self.rules.words.noun(word) if tags & (pos.NOUN | pos.NOUNS) else None
            if noun is not None and self._container(draft, i, noun, draft.first):
                return True
        return False

    def _counting_verb(self, draft: Draft) -> int | None:
        """The verb of counting before the number: the rose of "rose to 112"."""
        s, i = self.s, draft.first - 1
        while i >= 0 and s.lower[i] in {"to", "at", "from"}:
            i -= 1
        return i if i >= 0 and self.rules.words.verb(s.lower[i]) in self.rules.roles.counts else None

    def _those(self, draft: Draft, i: int) -> bool:
        """ "The injured number 35", "those arrested had totalled 14": people, told by what befell them."""
        tags = self.s.tags
        i -= 1
        while i > 0 and tags[i] & (pos.AUX | pos.MODAL | pos.ADV) and not tags[i] & (pos.NOUN | pos.ADJ):
            i -= 1
        if i < 1 or not tags[i - 1] & pos.DET or not (self.groups.befell(i) or tags[i] & pos.PARTICIPLE):
            return False
        self.people(draft)
        return True

    def _afar(self, draft: Draft, i: int) -> bool:
        """ "The number of people killed in the quake, officials said, rose to 112": from afar, by its verb at i."""
        s = self.s
        first = max(0, i - _AFAR)
        turn = next((j for j in range(i - 1, first - 1, -1) if s.lower[j] in self.m.container_turns), first - 1)
        for j in range(turn + 1, i):
            noun = self.rules.words.noun(s.lower[j]) if s.tags[j] & (pos.NOUN | pos.NOUNS) else None
            if noun is not None and s.tags[j + 1] & pos.PREP and self._container(draft, j, noun, i):
                return True
        return self._counts_up(draft, i)

    def _counts_up(self, draft: Draft, i: int) -> bool:
        """ "Visitors rose to 3,000", "The passengers in the two trains numbered 364": the plural that a verb of
        counting at token i is said of, where no preposition goes before it."""
        s, last = self.s, i
        if self.rules.words.verb(s.lower[i]) not in self.m.container_verbs:
            return False
        while last and s.tags[last - 1] & (pos.AUX | pos.ADV) and not s.tags[last - 1] & _NOMINAL:
            last -= 1
        first, floor = last, max(0, last - _AFAR)
        while first > floor and (
            (s.tags[first - 1] & _INSIDE and not s.tags[first - 1] & _OUTSIDE) or self._done(first - 1)
        ):
            first -= 1
        head = next((j for j in range(first, last) if s.tags[j] & pos.NOUNS), None)
        if head is None or any(s.tags[j] & (pos.PREP | pos.NUM) for j in range(first, head)):
            return False
        if (unit := self._unit_done(head)) is not None:
            draft.unit, draft.dimension = unit.name, unit.dimension
            draft.kind = kinds.DURATION if unit.dimension == "time" else kinds.MEASURE
        elif self.of_time(head):
            return False
        first = max((j + 1 for j in range(first, head) if s.tags[j] & _OWNING), default=first)
        self.take(draft, Group(first, head + 1, head))
        return True

    def _unit_done(self, i: int) -> Unit | None:
        """ "Hours worked came to 1.9 million", "miles driven": the unit whose plural, with what was done in so many
        of it, a bare number counts."""
        done = i + 1 < self.n and self._done(i + 1)
        found = self.rules.units.match(self.s.words, i) if done else None
        return found[0] if found is not None else None

    def _done(self, i: int) -> bool:
        """Is token i what was done, right behind its plural: the worked of "hours worked"?"""
        return i > 0 and bool(self.s.tags[i] & pos.PARTICIPLE and self.s.tags[i - 1] & pos.NOUNS)

    def _put_at(self, draft: Draft) -> bool:
        """ "put the number of dead in Monday's raids at 16", "put the injured at 40": what a verb sets at a number."""
        s, at = self.s, draft.first - 1
        if at < 1 or s.lower[at] != "at":
            return False
        floor = max(-1, at - _AFAR)
        first = next((i for i in range(at - 1, floor, -1) if s.tags[i] & pos.PUNCT or self._sets(i)), floor)
        if first == floor or s.tags[first] & pos.PUNCT:
            return False
        for j in range(first + 1, at):
            noun = self.rules.words.noun(s.lower[j]) if s.tags[j] & (pos.NOUN | pos.NOUNS) else None
            if noun is not None and noun in self.m.container_numbers:
                return self._container(draft, j, noun, at)
            befell = self.rules.lexicon.action_of_adjective(s.lower[j])
            if noun is None and befell is not None and s.tags[j - 1] & _OWNING:
                self.people(draft)
                draft.implied = befell.action
                return True
            if noun is not None and s.tags[j] & pos.NOUNS:
                self.take(draft, Group(j, j + 1, j))
                return True
        return False

    def _sets(self, i: int) -> bool:
        """Is token i a verb that gives what follows a number?"""
        verb = self.rules.words.verb(self.s.lower[i]) if self.s.tags[i] & _VERB else None
        return verb in self.m.setting

    def _take_whole(self, draft: Draft, group: Group, limit: int) -> None:
        """A group far from its number, with what befell it: "people killed", "injured"."""
        s, lexicon = self.s, self.rules.lexicon
        if group.head is None:
            self.people(draft)
            befell = lexicon.action_of_adjective(s.lower[group.last - 1])
        else:
            self.take(draft, group)
            done = s.tags[group.last] & pos.PARTICIPLE if group.last < limit else 0
            verb = self.rules.words.verb(s.lower[group.last]) if done else None
            befell = lexicon.action_of_verb(verb) if verb else None
        draft.implied = befell.action if befell else draft.implied

    def _numbered(self, draft: Draft, i: int) -> bool:
        """ "Visitor numbers rose to 3,000", "the staff total is 410": what is counted stands before the noun at i."""
        if not i or not self.s.tags[i - 1] & (pos.NOUN | pos.NOUNS) or self.s.tags[i - 1] & (pos.VERB | pos.PREP):
            return False
        if not self.s.tags[i] & pos.NOUNS:
            return False
        self.take(draft, Group(i - 1, i, i - 1))
        return True

    def _container(self, draft: Draft, i: int, noun: str, limit: int) -> bool:
        """Takes what a noun at i that holds a count says is counted; `limit` ends what can be its phrase."""
        s = self.s
        if noun in self.m.container_numbers:
            if i + 2 >= self.n or s.lower[i + 1] != "of":
                return self._numbered(draft, i)
            first = i + 3 if s.lower[i + 2] in self.m.determiners else i + 2
            group = self.groups.read(first, limit)
            if group is not None:
                self._take_whole(draft, group, limit)
            return group is not None
        if noun in self.m.housing and i == draft.first - 2 and s.lower[i + 1] == "to":
            self.people(draft)
            return True
        if noun in self.m.collectives and i == draft.first - 2 and s.lower[i + 1] == "of":
            self.people(draft)
            return True
        if noun in self.m.container_people:
            self.people(draft)
            if s.tags[i] & pos.NOUNS and draft.head is None:
                draft.subject_text = s.words[i]  # "losses in the hundreds"
            if noun in self.m.deadly and (i == 0 or s.lower[i - 1] not in self.m.not_deadly):
                draft.implied = actions.KILL
            return True
        if noun in self.m.container_events and limit - i < 5:
            self.take(draft, Group(i, i + 1, i))
            return True
        return False
