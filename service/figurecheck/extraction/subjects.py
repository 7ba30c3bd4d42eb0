"""What each figure counts: the noun group behind it, or the noun that the copy leaves out."""

from collections.abc import Mapping
from itertools import pairwise

from figurecheck.extraction.draft import Draft, Value
from figurecheck.extraction.groups import Group, GroupReader
from figurecheck.extraction.hedging import HedgeReader
from figurecheck.extraction.rates import RateReader
from figurecheck.extraction.sentence import Sentence
from figurecheck.model import Action, Kind
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import tags as pos

_JOIN = frozenset({"-", "‑", "‐"})
_COUNTS = frozenset({Kind.COUNT, Kind.RANK})
_SHARES = frozenset({Kind.PERCENT, Kind.PERCENTAGE_POINT, Kind.BASIS_POINT})
_PORTIONS = frozenset({Kind.RATIO, Kind.PERCENT})
_REACH = 8
"""How many tokens before a number its container ("the toll rose to 53") is looked for."""
_AFAR = 30
"""The same for "the number of ...", which its verb ties to the number."""


class SubjectReader:
    """Finds what the figures of one sentence count."""

    __slots__ = ("groups", "hedges", "m", "n", "rates", "rules", "s")

    def __init__(self, sentence: Sentence, rules: Rulebook) -> None:
        self.s = sentence
        self.n = len(sentence)
        self.rules = rules
        self.m = rules.measures
        self.groups = GroupReader(sentence, rules)
        self.rates = RateReader(sentence, rules)
        self.hedges = HedgeReader(sentence, rules)

    def read(self, drafts: list[Draft], carried: Draft | None, told: Mapping[Value, Draft]) -> None:
        """Fills subject, head and concept; `carried` is the counted figure before the sentence, `told` all of them."""
        previous, k = carried, 0
        while k < len(drafts):
            draft = drafts[k]
            following = drafts[k + 1] if k + 1 < len(drafts) else None
            before = self._again(draft, previous, told) or previous
            self._one(draft, following, before, previous is not carried)
            if draft.head_lemma is not None:
                self._event(draft)
                self.rates.read_behind(draft)
                self.hedges.read_behind(draft)
                if draft.kind in _COUNTS or draft.kind is Kind.RATIO:
                    previous = draft
            k += 1
            while k < len(drafts) and drafts[k].first < draft.last:  # the number of "12 deaths per 1,000 births"
                del drafts[k]
        for draft, following in reversed([*pairwise(drafts)]):
            if draft.kind is Kind.COUNT or draft.kind in _PORTIONS:
                self._borrow(draft, following)

    def _borrow(self, draft: Draft, following: Draft) -> None:
        """What is counted stands with the next: "four- and six-cylinder", "40 of the 90 passengers", "five Iskander and
        three Kinzhal missiles"."""
        s, i = self.s, draft.last
        if i >= self.n or following.kind is not Kind.COUNT:
            return
        dangling = s.words[i] == "-" and s.glued(i) and i + 1 < self.n and (s.words[i + 1] == "," or not s.glued(i + 1))
        gap = s.lower[i : following.first]
        part = len(gap) == 2 and gap[0] == "of" and gap[1] in self.m.determiners
        if dangling or (part and draft.head is None):
            draft.head_lemma, draft.concept = following.head_lemma, following.concept
            draft.subject_text, draft.modifiers = following.subject_text, following.modifiers
        elif (
            draft.kind is Kind.COUNT
            and gap in _BETWEEN_ALIKE
            and draft.stated != 1
            and self._kind_only(draft)
            and following.head is not None
        ):
            draft.modifiers = (*draft.modifiers, draft.head_lemma or "")
            draft.head_lemma, draft.concept = following.head_lemma, draft.concept or following.concept

    def _kind_only(self, draft: Draft) -> bool:
        """Does a name in the singular stand behind a plural number: "five Iskander"?"""
        if draft.head is None:
            return False
        tags = self.s.tags[draft.head]
        return bool(tags & pos.NAME) and not tags & pos.NOUNS and not self.s.lower[draft.head].endswith("s")

    def _one(self, draft: Draft, following: Draft | None, previous: Draft | None, near: bool) -> None:
        limit = following.first if following else self.n
        if draft.head_lemma is not None:
            return
        if draft.kind in _COUNTS:
            if not (
                self._counted(draft, limit)
                or self._measured_things(draft, following)
                or self._of_phrase(draft, limit)
                or self._contained(draft)
                or self._numbered(draft)
            ):
                self._left_out(draft, previous, near)
        elif draft.kind is Kind.AGE and draft.last > draft.number_last and draft.hedge is None:
            self._take_group(draft, self.groups.read(draft.last, limit, one=True))
        elif draft.kind is not Kind.AGE:
            self._measured(draft, limit)

    # -- the noun behind the number -------------------------------------------------------------------------------

    def _counted(self, draft: Draft, limit: int) -> bool:
        """ "84 Ukrainian drones", "nine-storey block", "10 wounded": the group right behind the number."""
        i = draft.last
        if i < self.n and self.s.words[i] in _JOIN and self.s.glued(i):
            i += 1
            if i < self.n and self.s.glued(i) and self._unit_of_its_own(i):
                return self._take_counted(draft, Group(i, i + 1, i))
        return self._take_counted(draft, self.groups.read(i, limit, one=draft.stated == 1))

    def _unit_of_its_own(self, i: int) -> bool:
        """Is the word behind the hyphen what is counted: the storey of "nine-storey block"?"""
        s = self.s
        counted = s.tags[i] & pos.NOUN and not s.tags[i] & (pos.ADJ | pos.NOUNS | pos.NAME)
        return bool(counted) and not (i + 1 < self.n and s.words[i + 1] == "-" and s.glued(i + 1))

    def _take_counted(self, draft: Draft, group: Group | None) -> bool:
        if group is None:
            return False
        draft.last = draft.group_last = group.last
        if group.head is None:
            self._people(draft)
            befell = self.rules.lexicon.action_of_adjective(self.s.lower[group.last - 1])
            draft.implied = befell.action if befell else draft.implied
        else:
            self._take(draft, group)
            self._coordinated(draft, group)
        return True

    def _measured_things(self, draft: Draft, following: Draft | None) -> bool:
        """ "eight million 250ml bottles", "two 5-year-old boys": a measure stands between number and noun."""
        if (
            following is None
            or following.first != draft.last
            or following.kind not in {Kind.MEASURE, Kind.AGE, Kind.DURATION}
        ):
            return False
        return self._take_group(draft, self.groups.read(following.last, self.n))

    def _of_phrase(self, draft: Draft, limit: int) -> bool:
        """ "thousands of people", "two of Belgium's F-16s", "three of the ships"."""
        s, i = self.s, draft.last
        if i + 1 >= self.n or s.lower[i] not in {"of", "out"}:
            return False
        i += 1 if s.lower[i] == "of" else 2
        if i < self.n and s.lower[i] in self.m.determiners:
            i += 1
        return self._take_counted(draft, self.groups.read(i, limit))

    def _coordinated(self, draft: Draft, group: Group) -> None:
        """ "1,500 deaths and injuries": two events that add up to one."""
        s, i, lexicon = self.s, group.last, self.rules.lexicon
        if i + 1 >= self.n or s.lower[i] not in {"and", "or"}:
            return
        first, second = (
            lexicon.event_noun(noun) if noun else None
            for noun in (draft.head_lemma, self.rules.words.noun(s.lower[i + 1]))
        )
        if first is None or second is None or first.act.action is second.act.action:
            return
        both = {first.act.action, second.act.action}
        draft.implied = next(
            (whole for whole, parts in lexicon.actions.sums.items() if set(parts) == both), draft.implied
        )
        draft.last = draft.group_last = i + 2
        draft.subject_text = s.slice(group.first, i + 2)

    # -- the noun before the number -------------------------------------------------------------------------------

    def _contained(self, draft: Draft) -> bool:
        """ "death toll of 34", "the toll rose to 53", "number of dead: 12", "casualties: 40"."""
        s = self.s
        for i in range(draft.first - 1, max(-1, draft.first - 1 - _REACH), -1):
            word, tags = s.lower[i], s.tags[i]
            if word == "," and i == draft.first - 1 and draft.last < self.n and s.words[draft.last] == ",":
                continue  # "the population, about 4 million, ..."
            if tags & pos.NUM or word in _CLAUSE_ENDS or tags & pos.REL:
                return False
            noun = self.rules.words.noun(word) if tags & (pos.NOUN | pos.NOUNS) else None
            if noun is not None and self._container(draft, i, noun):
                return True
        return False

    def _numbered(self, draft: Draft) -> bool:
        """ "The number of people killed in the quake, officials said, rose to 112": from afar, by its verb."""
        s, i = self.s, draft.first - 1
        while i >= 0 and s.lower[i] in {"to", "at"}:
            i -= 1
        if i < 0 or self.rules.words.verb(s.lower[i]) not in self.rules.roles.counts:
            return False
        for j in range(max(0, i - _AFAR), i):
            if s.lower[j] in self.m.container_numbers and s.lower[j + 1] == "of":
                group = self.groups.read(j + 3 if s.lower[j + 2] in self.m.determiners else j + 2, i)
                if group is None:
                    return False
                self._take_whole(draft, group, i)
                return True
        return False

    def _take_whole(self, draft: Draft, group: Group, limit: int) -> None:
        """A group far from its number, with what befell it: "people killed", "injured"."""
        s, lexicon = self.s, self.rules.lexicon
        if group.head is None:
            self._people(draft)
            befell = lexicon.action_of_adjective(s.lower[group.last - 1])
        else:
            self._take(draft, group)
            done = s.tags[group.last] & pos.PARTICIPLE if group.last < limit else 0
            verb = self.rules.words.verb(s.lower[group.last]) if done else None
            befell = lexicon.action_of_verb(verb) if verb else None
        draft.implied = befell.action if befell else draft.implied

    def _container(self, draft: Draft, i: int, noun: str) -> bool:
        s = self.s
        if noun in self.m.container_numbers:
            if i + 2 >= self.n or s.lower[i + 1] != "of":
                return False
            first = i + 3 if s.lower[i + 2] in self.m.determiners else i + 2
            group = self.groups.read(first, draft.first)
            if group is not None:
                self._take_whole(draft, group, draft.first)
            return group is not None
        if noun in self.m.collectives and i == draft.first - 2 and s.lower[i + 1] == "of":
            self._people(draft)
            return True
        if noun in self.m.container_people:
            self._people(draft)
            if s.tags[i] & pos.NOUNS and draft.head is None:
                draft.subject_text = s.words[i]  # "losses in the hundreds"
            if noun in self.m.deadly and (i == 0 or s.lower[i - 1] not in self.m.not_deadly):
                draft.implied = Action.KILL
            return True
        if noun in self.m.container_events and draft.first - i < 5:
            self._take(draft, Group(i, i + 1, i))
            return True
        return False

    # -- the noun left out ----------------------------------------------------------------------------------------

    def _left_out(self, draft: Draft, previous: Draft | None, near: bool) -> None:
        """People, where what befell them follows or goes before; else what the figure before counts."""
        s = self.s
        after = s.lower[draft.last] if draft.last < self.n else ""
        referring = after == "of" and draft.last + 1 < self.n and s.lower[draft.last + 1] in self.m.references
        befell = self._befell(draft)
        if previous is not None and previous.stated == draft.stated and self._definite(draft):
            draft.head_lemma, draft.concept = previous.head_lemma, previous.concept
            return
        if after in self.m.others:
            draft.last = draft.group_last = draft.last + 1
        if referring:
            draft.last = draft.group_last = draft.last + 2
        undergone = befell or self._before(draft) in _TO_PEOPLE or self._headline_people(draft)
        if previous is not None and previous.head_lemma is not None and (referring or near or befell):
            if (befell and self.rules.lexicon.is_a(previous.concept, "person")) or (
                undergone and not referring and not self._thing_meant(draft, previous)
            ):
                self._people(draft)
            else:
                draft.head_lemma, draft.concept = previous.head_lemma, previous.concept
                draft.subject_text = previous.subject_text if near and not befell else None
        elif undergone:
            self._people(draft)
        elif self._definite(draft) and self._acts(draft.last):  # "the other three had minor injuries"
            self._people(draft)
            if previous is not None and previous.head_lemma is not None:
                draft.head_lemma, draft.concept = previous.head_lemma, previous.concept
        elif previous is not None and self._before(draft) is not None:  # "Ukraine shot down 36"
            draft.head_lemma, draft.concept = previous.head_lemma, previous.concept

    def _thing_meant(self, draft: Draft, previous: Draft) -> bool:
        """May what befell a bare number have befallen what the one before counts: animals, or things destroyed?"""
        animal = self.rules.lexicon.is_a(previous.concept, "animal")
        return previous.concept is None or animal or self._destroyed(draft)

    def _acts(self, i: int) -> bool:
        """Is token i a verb that the number before it is the subject of?"""
        return i < self.n and bool(self.s.tags[i] & (pos.AUX | pos.PAST)) and not self.s.tags[i] & pos.NOUN

    def _definite(self, draft: Draft) -> bool:
        i = draft.first - 1
        i -= i > 0 and self.s.lower[i] in self.m.others
        return i >= 0 and draft.stated is not None and self.s.lower[i] in self.m.determiners

    def _again(self, draft: Draft, previous: Draft | None, told: Mapping[Value, Draft]) -> Draft | None:
        """ "of the 84": the count before, told again, however far back."""
        if draft.stated is None or not self._definite(draft) or (previous and previous.stated == draft.stated):
            return None
        return told.get(draft.stated)

    def _destroyed(self, draft: Draft) -> bool:
        """Is what follows done to things ("36 were destroyed"), so that the noun before may be meant?"""
        for i in range(draft.last, min(draft.last + 4, self.n)):
            done = self.s.tags[i] & (pos.PARTICIPLE | pos.PAST) and not self.s.tags[i] & pos.AUX
            verb = self.rules.words.verb(self.s.lower[i]) if done else None
            act = self.rules.lexicon.action_of_verb(verb, self._particle(i + 1)) if verb else None
            if act is not None:
                return act.action not in _TO_PEOPLE
        return False

    def _particle(self, i: int) -> str | None:
        """The particle at i, as of "shot down"."""
        return self.s.lower[i] if i < self.n and self.s.tags[i] & pos.PART else None

    def _befell(self, draft: Draft) -> bool:
        """ "10 wounded", "six were killed", "12 others hurt"."""
        s, i = self.s, draft.last
        while i < min(self.n, draft.last + 4) and s.lower[i] in self.m.fillers:
            i += 1
        return i < self.n and self.groups.befell(i)

    def _before(self, draft: Draft) -> Action | None:
        """ "killing 10", "shot down 36": what the verb before does to those counted."""
        s = self.s
        for i in range(draft.first - 1, max(-1, draft.first - 4), -1):
            particle = self._particle(i + 1) if i + 1 < draft.first else None
            if s.tags[i] & _VERB and not (s.tags[i] & pos.PART and i and s.tags[i - 1] & _VERB):
                verb = self.rules.words.verb(s.lower[i])
                act = self.rules.lexicon.action_of_verb(verb, particle) if verb else None
                return act.action if act is not None else None
            if s.tags[i] & (pos.PUNCT | pos.NOUN) and not s.tags[i] & pos.PART:
                return None
        return None

    def _headline_people(self, draft: Draft) -> bool:
        """ "27 arrested", "Dozens have been reported injured", "Six killed": what follows is done to people."""
        s = self.s
        for i in range(draft.last, min(draft.last + 5, self.n)):
            told = pos.PARTICIPLE | pos.PAST | (pos.VERB if i == draft.last else 0)
            if s.tags[i] & told and not s.tags[i] & pos.AUX:
                verb = self.rules.words.verb(s.lower[i])
                act = self.rules.lexicon.action_of_verb(verb, self._particle(i + 1)) if verb else None
                if act is not None:
                    return act.action in _TO_PEOPLE
            elif not s.tags[i] & (pos.AUX | pos.ADV | pos.PARTICIPLE):
                return False
        return False

    # -- what is measured -----------------------------------------------------------------------------------------

    def _measured(self, draft: Draft, limit: int) -> None:
        """ "40% of public expenditure", "450 litres of water", "3-inch screen", "half the roof": what is measured."""
        s, i = self.s, draft.last
        if i >= self.n:
            return
        if s.lower[i] == "of" or (s.lower[i] == "in" and draft.kind is Kind.MONEY):
            i += 1
            while i < self.n and s.tags[i] & (pos.DET | pos.POSSPRON):
                i += 1
        elif draft.kind is Kind.RATIO:
            if s.lower[i - 1] == "times" and s.lower[i] not in self.m.comparing:
                return  # "three times the size"
            compared = s.lower[i] in self.m.comparing
            while i < self.n and (
                s.tags[i] & (pos.DET | pos.POSSPRON) or (compared and s.lower[i] in self.m.comparing)
            ):
                i += 1
        elif draft.kind in _SHARES or (draft.kind is Kind.MONEY and not s.tags[i] & (pos.ADJ | pos.NOUN)):
            return
        compared = i > draft.last and s.lower[i - 1] in self.m.comparing
        group = self.groups.read(i, limit, one=not compared)
        if self._take_group(draft, group) and draft.kind is Kind.RATIO and not compared:
            draft.last = draft.group_last

    # -- taking a group -------------------------------------------------------------------------------------------

    def _take_group(self, draft: Draft, group: Group | None) -> bool:
        if group is None or group.head is None:
            return False
        self._take(draft, group)
        draft.group_last = group.last
        return True

    def _people(self, draft: Draft) -> None:
        draft.head_lemma = draft.concept = "person"

    def _take(self, draft: Draft, group: Group) -> None:
        s, rules, head = self.s, self.rules, group.head
        assert head is not None
        first = group.first
        while first < head and (s.tags[first] & pos.PUNCT or s.lower[first] in self.m.between_number_and_noun):
            first += 1
        draft.head = head
        if s.lower[head] in self.m.others:
            self._people(draft)
            return
        draft.subject_text = s.slice(first, head + 1)
        named = s.tags[head] & pos.NAME and not rules.words.known(s.lower[head])
        draft.head_lemma = _singular(s.words[head]) if named else rules.words.noun(s.lower[head]) or s.lower[head]
        draft.modifiers = tuple(s.words[j] for j in range(first, head) if not s.tags[j] & pos.PUNCT)
        words = [s.lower[j] for j in range(first, head) if not s.tags[j] & pos.PUNCT]
        draft.concept = rules.lexicon.concept_of_group([*words, draft.head_lemma.lower()])

    def _event(self, draft: Draft) -> None:
        """ "fatalities" are persons, killed: the noun says what befell them."""
        words = [word.lower() for word in draft.modifiers]
        event = self.rules.lexicon.event_of_group([*words, (draft.head_lemma or "").lower()])
        if event is not None:
            draft.implied = draft.implied or event.act.action
            draft.concept = event.concept


def _singular(name: str) -> str:
    """ "F-16s" -> "F-16", "Serbs" -> "Serb": a name's regular singular."""
    return name[:-1] if name.endswith("s") and not name.endswith(("ss", "us", "is")) and len(name) > 3 else name


_BETWEEN_ALIKE = (["and"], ["or"], [","], [",", "and"])
_CLAUSE_ENDS = frozenset({";", ".", ",", "and", "that", "who", "which", "said", "says"})
_VERB = pos.VERB | pos.VERBZ | pos.PAST | pos.PARTICIPLE | pos.GERUND
_TO_PEOPLE = frozenset(
    {
        Action.KILL,
        Action.INJURE,
        Action.KILL_OR_INJURE,
        Action.ARREST,
        Action.HOSPITALISE,
        Action.RESCUE,
        Action.INFECT,
        Action.EVACUATE,
        Action.DISPLACE,
        Action.MISSING,
    }
)
