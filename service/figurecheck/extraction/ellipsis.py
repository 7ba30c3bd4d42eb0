"""The noun that the copy leaves out: people whom something befell, or what the figure before counts."""

from collections.abc import Mapping
from typing import Final

from figurecheck.extraction.counted import CountedReader
from figurecheck.extraction.deeds import CASUALTIES
from figurecheck.extraction.draft import Draft, Value
from figurecheck.extraction.groups import Group
from figurecheck.extraction.links import opens_whole
from figurecheck.extraction.states import state_at
from figurecheck.model import Action, actions
from figurecheck.rulebook import tags as pos

_VERB: Final = pos.VERB | pos.VERBZ | pos.PAST | pos.PARTICIPLE | pos.GERUND
_TO_PEOPLE: Final = frozenset(
    {
        actions.KILL,
        actions.INJURE,
        actions.KILL_OR_INJURE,
        actions.ARREST,
        actions.CHARGE,
        actions.HOSPITALISE,
        actions.RESCUE,
        actions.INFECT,
        actions.EVACUATE,
        actions.DISPLACE,
        actions.MISSING,
        actions.EMPLOY,
        actions.LAY_OFF,
    }
)

_BEFALLING: Final = _TO_PEOPLE | {actions.OTHER}
"""What only people are in or under: custody, hospital, darkness."""
_ASIDE: Final = 3
"""How many words may stand between a number and what it is told to be in ("were still")."""
_HOSPITAL: Final = 9
"""Within how many tokens "seven were taken ... to hospital" is looked for."""


class EllipsisReader(CountedReader):
    """Fills in what figures without a noun count."""

    __slots__ = ()

    def read(self, draft: Draft, previous: Draft | None, near: bool) -> None:
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
        undergone = (
            befell
            or self._before(draft) in _TO_PEOPLE
            or self._headline_people(draft)
            or self._alone(draft)
            or (not near and self._in_state(draft))
        )
        if not referring and self._before(draft) in CASUALTIES and not self._animals(previous):
            self.people(draft)  # "two raids killed 19"
        elif previous is not None and previous.head_lemma is not None and (referring or near or befell):
            told = not referring or previous.implied is not None  # "88 casualties, 31 of them dead"
            if (befell and told and self.rules.lexicon.is_a(previous.concept, "person")) or (
                undergone and not referring and not self._thing_meant(draft, previous, near)
            ):
                self.people(draft)
            else:
                draft.head_lemma, draft.concept = previous.head_lemma, previous.concept
                draft.subject_text = previous.subject_text if near and not befell else None
        elif undergone:
            self.people(draft)
        elif referring and (group := self._antecedent(draft)) is not None:
            self.take(draft, group)
        elif previous is not None and previous.head_lemma is not None and self._destroyed(draft):
            draft.head_lemma, draft.concept = previous.head_lemma, previous.concept  # "Some 36 were shot down"
        elif self._definite(draft) and self._acts(draft.last):  # "the other three had minor injuries"
            self.people(draft)
            if previous is not None and previous.head_lemma is not None:
                draft.head_lemma, draft.concept = previous.head_lemma, previous.concept
        elif previous is not None and (self._before(draft) is not None or (near and self._totals(draft))):
            # "Ukraine shot down 36", "bringing the total to 24,160"
            draft.head_lemma, draft.concept = previous.head_lemma, previous.concept

    def _thing_meant(self, draft: Draft, previous: Draft, near: bool) -> bool:
        """May what befell a bare number have befallen what the one before counts: animals, or things destroyed?"""
        if previous.concept is None or self._animals(previous) or self._destroyed(draft):
            return True
        return near and opens_whole(self.s, previous, self.rules)  # "of 1,480 samples, 312 tested positive"

    def _acts(self, i: int) -> bool:
        """Is token i a verb that the number before it is the subject of?"""
        return i < self.n and bool(self.s.tags[i] & (pos.AUX | pos.PAST)) and not self.s.tags[i] & pos.NOUN

    def _animals(self, previous: Draft | None) -> bool:
        return previous is not None and self.rules.lexicon.is_a(previous.concept, "animal")

    def _definite(self, draft: Draft) -> bool:
        i = draft.first - 1
        i -= i > 0 and self.s.lower[i] in self.m.others
        return i >= 0 and draft.stated is not None and self.s.lower[i] in self.m.determiners

    def again(self, draft: Draft, previous: Draft | None, told: Mapping[Value, Draft]) -> Draft | None:
        """ "of the 84": the count before, told again, however far back."""
        if draft.stated is None or not self._definite(draft) or (previous and previous.stated == draft.stated):
            return None
        return told.get(draft.stated)

    def _antecedent(self, draft: Draft) -> Group | None:
        """The last plural before "60 of them": "Rescuers, about 60 of them, dug all night"."""
        s = self.s
        plurals = (i for i in range(draft.first - 1, -1, -1) if s.tags[i] & pos.NOUNS)
        head = next((i for i in plurals if not self._does(i, draft.first)), None)
        return Group(head, head + 1, head) if head is not None else None

    def _does(self, i: int, first: int) -> bool:
        """ "its gunners had brought 38 of them down": does a noun before a verb of its own mean somebody else?"""
        told = self.s.tags[i + 1 : first]
        return bool(told) and all(bits & (pos.AUX | pos.ADV | pos.PAST) and not bits & pos.NOUN for bits in told)

    def _totals(self, draft: Draft) -> bool:
        """ "300 attempts were counted, bringing this year's total to 24,160": what came before adds up to it."""
        i = draft.first - 1
        noun = self.rules.words.noun(self.s.lower[i - 1]) if i > 0 and self.s.lower[i] == "to" else None
        return noun in self.m.container_numbers

    def _alone(self, draft: Draft) -> bool:
        """ "Thousands marched through the capital", "Six received injuries": only people do."""
        i = draft.last
        verb = self.rules.words.verb(self.s.lower[i]) if i < self.n and self.s.tags[i] & pos.PAST else None
        if verb is None:
            return False
        if verb in self.rules.roles.suffering:
            nouns = (self.rules.words.noun(word) or word for word in self.s.lower[i + 1 : i + 4])
            return any(self.rules.lexicon.event_noun(noun) is not None for noun in nouns)
        act = self.rules.lexicon.action_of_verb(verb, self._particle(i + 1))
        return act is not None and act.action is actions.ATTEND

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

    def _in_state(self, draft: Draft) -> bool:
        """ "left 40,000 without power", "some 3,000 were still in shelters": only people are so."""
        s, i = self.s, draft.last
        if i < self.n and s.lower[i] in self.m.aboard:
            return True  # "of the 46 aboard"
        while i < min(self.n, draft.last + _ASIDE) and not s.tags[i] & pos.PREP and self._goes_on(i):
            i += 1
        state = state_at(s.lower, s.tags, i, self.rules.lexicon.actions) if i < self.n else None
        return state is not None and state.action in _BEFALLING

    def _goes_on(self, i: int) -> bool:
        """Is token i an adverb or the verb of a state: "were still", "remain"?"""
        s = self.s
        linking = s.tags[i] & _VERB and self.rules.words.verb(s.lower[i]) in self.rules.roles.linking
        return bool(linking or s.tags[i] & pos.ADV) or s.lower[i] in self.m.fillers

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

    def _done_to_person(self, verb: str, i: int) -> bool:
        """ "Two held after raid": what a verb means of a person alone, where no object follows it at token i."""
        sense = self.rules.lexicon.verb_sense(verb, None, "person")
        follows = self.s.tags[i] if i < self.n else pos.PUNCT
        return (
            sense is not None and sense.act.action in _TO_PEOPLE and bool(follows & (pos.PREP | pos.PUNCT | pos.CONJ))
        )

    def _headline_people(self, draft: Draft) -> bool:
        """ "27 arrested", "Dozens have been reported injured", "Six killed", "30 die": what follows befalls people."""
        s = self.s
        verb = self.rules.words.verb(s.lower[draft.last]) if draft.last < self.n else None
        sense = self.rules.lexicon.actions.of_verb(verb) if verb else None
        if sense is not None and not sense.transitive and sense.act.action in CASUALTIES:
            return True
        became = f"{verb} {s.lower[draft.last + 1]}" if verb and draft.last + 1 < self.n else ""
        whole = self.rules.lexicon.actions.verbs.get(became)  # "312 tested positive"
        if whole is not None and whole.act.action in _TO_PEOPLE:
            return True
        hospital = "hospital" in self.s.lower[draft.last : draft.last + _HOSPITAL]
        for i in range(draft.last, min(draft.last + 5, self.n)):
            told = pos.PARTICIPLE | pos.PAST | (pos.VERB if i == draft.last else 0)
            if s.tags[i] & told and not s.tags[i] & pos.AUX:
                verb = self.rules.words.verb(s.lower[i])
                if hospital and f"{verb} to hospital" in self.rules.lexicon.actions.verbs:
                    return True
                act = self.rules.lexicon.action_of_verb(verb, self._particle(i + 1)) if verb else None
                if act is not None:
                    return act.action in _TO_PEOPLE
                if verb is not None and i == draft.last and self._done_to_person(verb, i + 1):
                    return True
            elif not s.tags[i] & (pos.AUX | pos.ADV | pos.PARTICIPLE):
                return False
        return False
