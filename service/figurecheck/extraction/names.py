"""What a noun group calls somebody: the name or noun for an actor, a target or a speaker."""

from typing import Final

from figurecheck.extraction.clauses import Clauses
from figurecheck.extraction.grammar import NOMINAL, Group
from figurecheck.extraction.place_names import is_name
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import words as pos

LEADING: Final = pos.DET | pos.POSSPRON | pos.PRON | pos.NUM | pos.PUNCT
SHORT: Final = 3
"""Letters up to which a nation's name counts only in capitals."""
JOINS: Final = frozenset({"for", "of"})
"""Prepositions inside the name of an organisation ("Observatory for Human Rights")."""


class Namer:
    """Names noun groups of one sentence."""

    __slots__ = ("clauses", "lexicon", "roles", "sentence", "words")

    def __init__(self, clauses: Clauses, rulebook: Rulebook) -> None:
        self.clauses = clauses
        self.sentence = clauses.sentence
        self.words = rulebook.words
        self.roles = rulebook.roles
        self.lexicon = rulebook.lexicon

    def head(self, group: Group) -> str:
        """The head noun in the singular."""
        word = self.sentence.lower[group.head]
        return self.words.noun(word) or word

    def text(self, group: Group, *, whole: bool = True) -> str:
        """The group as written, without its article and with the phrase that belongs to a name; "" for nothing."""
        first, last = group.first, group.last
        tags = self.clauses.tags
        while (
            first < group.head
            and tags[first] & LEADING
            and (not tags[first] & pos.NAME or tags[first] & pos.DET)
            and not tags[first + 1] & pos.POSS
        ):
            first += 1
        while first < group.head and tags[first] & pos.ADV and not tags[first] & (pos.ADJ | pos.NAME):
            first += 1
        if whole and is_name(self.sentence, group.head):
            first, last = self._opened(first), self._with_phrase(last)
        return self.sentence.slice(first, last)

    def _opened(self, first: int) -> int:
        """Where a name begins whose tail was taken for a group: "Observatory for Human Rights, which ..., said"."""
        sentence = self.sentence
        if first < 2 or sentence.lower[first - 1] != "for" or not is_name(sentence, first - 2):
            return first
        start = first - 2
        while start > 0 and is_name(sentence, start - 1) and not self.clauses.tags[start - 1] & LEADING:
            start -= 1
        return start

    def _with_phrase(self, last: int) -> int:
        sentence = self.sentence
        if last + 1 < len(sentence) and sentence.lower[last] in JOINS and is_name(sentence, last + 1):
            end = last + 1
            while (
                end < len(sentence)
                and is_name(sentence, end)
                and not self.clauses.tags[end] & pos.POSS
                and not self.clauses.is_time(end)
            ):
                end += 1
            return end if end > last + 1 else last
        return last

    def person(self, group: Group) -> str | None:
        """The personal name at the end of a group, after its titles ("police Sgt. Thomas Bojorquez"), or None."""
        sentence, tags = self.sentence, self.clauses.tags
        first = group.head
        if not is_name(sentence, first) or sentence.lower[first] in self.roles.speakers:
            return None  # "state TV"
        while first > group.first and self._of_name(first - 1):
            first -= 1
        if first == group.first:
            return None
        stop = sentence.lower[first - 1] == "." and first - 1 > group.first  # "Sgt. Ana Ortega"
        title = sentence.lower[first - 1 - stop] in self.roles.titles
        noun = tags[first - 1] & (pos.NOUN | pos.NOUNS) and not is_name(sentence, first - 1)
        return sentence.slice(first, group.last) if title or noun else None

    def full_name(self, group: Group) -> str | None:
        """A personal name at the end of a group: all its words, be it the surname alone; None where there is none."""
        first = group.head
        if not self._of_name(first):
            return None
        while first > group.first and self._of_name(first - 1):
            first -= 1
        return self.sentence.slice(first, group.last)

    def _of_name(self, i: int) -> bool:
        word = self.sentence.lower[i]
        return (
            is_name(self.sentence, i) and word not in self.roles.titles and not self.clauses.tags[i] & pos.POSS
        ) or word in self.roles.inner

    def actor(self, group: Group | None) -> str | None:
        """Who a group says acted: itself where it can act, its owner where it is a tool or deed, else None."""
        if group is None:
            return None
        sentence, tags = self.sentence, self.clauses.tags
        if tags[group.head] & pos.PRON and not tags[group.head] & NOMINAL:
            return None
        head = self.head(group)
        bracketed = self._bracketed(group)
        if bracketed and head in self.roles.agents:
            return bracketed
        for i in range(group.first, group.last):
            doer = self.roles.doers.get(sentence.lower[i])
            if doer is not None and head in self.roles.instruments:
                return doer
        if head in self.roles.instruments:
            return self.owner(group)
        if head in self.roles.blind:
            return None
        concept = self.lexicon.concept(head)
        if head in self.roles.agents or concept in self.roles.bodies or self.lexicon.is_a(concept, "person"):
            return self.person(group) or self._state(group, head) or self._body(group, head) or self.text(group)
        if self._named(group.head) or self.nation(group.head):
            return self.demonym(group.head) or self.person(group) or self.text(group)
        return None

    def _bracketed(self, group: Group) -> str | None:
        """The short name in brackets right before a group: "... of Iraq (ISI) militant group"."""
        i = group.first - 1
        if (
            i >= 2
            and self.sentence.lower[i] == ")"
            and self.sentence.lower[i - 2] == "("
            and is_name(self.sentence, i - 1)
        ):
            return self.sentence.words[i - 1]
        return None

    def again(self, group: Group) -> bool:
        """Does a group only take up somebody named before ("the militants")?"""
        return (
            self.head(group) in self.roles.again
            and group.last - group.first <= 2
            and not is_name(self.sentence, group.head)
        )

    def _named(self, i: int) -> bool:
        """Is the token a name, and no word that every sentence can begin with?"""
        tags = self.clauses.tags[i]
        if not tags & pos.NAME or self.clauses.is_time(i) or tags & (pos.PREP | pos.DET | pos.CONJ):
            return False
        return (
            i > 0
            or not self.words.known(self.sentence.lower[i])
            or self.words.tags(self.sentence.lower[i]) & pos.NAME != 0
        )

    def _state(self, group: Group, head: str) -> str | None:
        """The nation whose arm a group is: "Russia's defence ministry", "Ukrainian forces"."""
        if head not in self.roles.organs:
            return None
        nations = (self.nation(i) for i in range(group.first, group.head))
        return next((nation for nation in nations if nation), None)

    def _body(self, group: Group, head: str) -> str | None:
        """The named force or body that those of a group belong to: "fighters of the Northern League"."""
        if head not in self.roles.ranks or self.sentence.lower[group.last : group.last + 1] != ["of"]:
            return None
        body = self.clauses.group_at(group.last + 1)
        named = body is not None and any(self._named(i) for i in range(body.first, body.last))
        return self.actor(body) if named else None

    def acts(self, group: Group | None) -> bool:
        """Does a group say outright what acted, be it a force that nobody wields?"""
        if group is None or self.clauses.tags[group.head] & pos.PRON:
            return False
        return self.head(group) not in self.roles.instruments

    def nation(self, i: int) -> str | None:
        """The nation that the word at token i stands for; short ones only in capitals ("CAR" is one, "car" is not)."""
        word = self.sentence.words[i]
        if not word[0].isupper() or (len(word) <= SHORT and not word.isupper()):
            return None
        nations = self.lexicon.nations
        found = nations.nation_of(word)
        return found or (nations.names.get(word[:-1].lower()) if word.endswith("s") and len(word) > SHORT else None)

    def demonym(self, i: int) -> str | None:
        """The nation of a demonym ("Russian" -> "Russia"), or of a name that lost its apostrophe ("Syrias")."""
        lower = self.sentence.lower[i]
        nation = self.nation(i)
        if nation is None:
            return None
        names = self.lexicon.nations.names
        return nation if lower in self.lexicon.nations.demonyms or lower not in names else None

    def owner(self, group: Group) -> str | None:
        """Whose tool or deed a group is: the nation, name or force before its head ("regime aircraft"), or None."""
        sentence, tags = self.sentence, self.clauses.tags
        last = group.head
        while last > group.first and not self._owns(last - 1):
            last -= 1
        if last == group.first:
            by = self.clauses.phrase(group.last, "by") or self._sender(group)
            return self.actor(by) if by is not None and by.head != group.head else None
        first = last - 1
        if tags[first] & pos.POSS:
            first -= 1
            last -= 1
        elif not self._wields(group, first):
            return None
        if first == group.head - 1 and self._is_caption(group.first, first):
            return None
        start = first
        while (
            start > group.first
            and not sentence.lower[first].endswith(("-led", "-backed"))
            and tags[start - 1] & NOMINAL
            and not tags[start - 1] & (LEADING | pos.POSS | pos.PREP)
        ):
            start -= 1
        if start == first and (nation := self.demonym(first)):
            return nation
        return sentence.slice(start, last)

    def _sender(self, group: Group) -> Group | None:
        """Who sent a tool: "missiles from a Royal Navy frigate"."""
        i = group.last
        sent = i + 1 < len(self.sentence) and self.sentence.lower[i] == "from"
        return self.clauses.group_at(i + 1) if sent else None

    def _wields(self, group: Group, i: int) -> bool:
        """Can a bare name at token i be that of who did it: a nation's, or one with arms?"""
        if self.sentence.lower[i] in self.lexicon.nations.capitals:
            return self.head(group) in self.roles.wielded  # "Moscow's drones", but "a Damascus car bomb"
        if not self._named(i) or self.nation(i) is not None:
            return True
        if self.sentence.lower[i].endswith(("-led", "-backed")):
            return True
        return self.head(group) in self.roles.wielded and not self.lexicon.nations.is_place(self.sentence.words[i])

    def _is_caption(self, first: int, last: int) -> bool:
        """Do several names run into a noun, as in captions, none of them a nation's and none with a possessive?"""
        if self.clauses.tags[last] & pos.POSS or last == first:
            return False
        return all(self._named(i) and self.nation(i) is None for i in range(first, last + 1))

    def _owns(self, i: int) -> bool:
        lower = self.sentence.lower[i]
        if self.clauses.tags[i] & pos.POSS:
            return i > 0 and not self.clauses.is_time(i - 1)
        if is_name(self.sentence, i):
            if self.nation(i) is not None or (self._named(i) and not self.words.known(lower)):
                return True
            if i > 0:
                return False  # "Coalition air strikes" may open a sentence
        noun = self.words.noun(lower) or lower
        return (noun in self.roles.agents and noun not in self.roles.instruments) or lower.endswith("-led")
