"""What the verb, noun or preposition before a figure says of it."""

from typing import Final

from figurecheck.extraction.deeds import HURT, VAGUE
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.grammar import NOMINAL, Group, Verb
from figurecheck.extraction.predicates import AGENT, PATIENT, Government, as_agent
from figurecheck.extraction.readers import ClauseReader
from figurecheck.model import Action, actions, kinds
from figurecheck.rulebook import words as pos
from figurecheck.rulebook.actions import ActionClass

_LEADING: Final = pos.DET | pos.ADJ | pos.ADV | pos.POSSPRON
_OTHERWISE: Final = pos.PREP | pos.CONJ | NOMINAL
PUT: Final = 5
"""Within how many tokens behind "put" those stand whom a number counts: "the number of the dead"."""
FAR: Final = 16
"""How many tokens behind a verb the number may stand to which it raises something."""


class Objects(ClauseReader):
    """Reads the figures of one sentence as objects: of a verb ("killed 10") or of a noun ("the killing of 10")."""

    __slots__ = ()

    def as_object(self, draft: Draft) -> Government | None:
        """ "killed 10", "injuring seven", "left one dead" (whose adjective was seen before)."""
        j = self.before(draft.first)
        if j < 0:
            return None
        verb = self.clauses.owner.get(j)
        told = verb is not None and verb.sense is None and verb.lemma in self.clauses.speech
        if verb is None or (told and self._sense_with(verb, draft) is None):
            return None  # but "bird flu claimed 3,000 hens"
        return self.object_of(verb, draft)

    def as_joined(self, verb: Verb, draft: Draft) -> Government | None:
        """ "lost his wife and three children": the figure that a verb's object is joined with."""
        j = self.before(draft.first)
        group = None if verb.passive else self.clauses.object(verb)
        if group is None or group.last != j or self.lower[j] not in self.roles.joining:
            return None
        return Government(self._sense_with(verb, draft), PATIENT, verb)

    def before(self, first: int) -> int:
        """The token before a figure, past its article, adverbs and the other words of its group."""
        j, owner, tags = first - 1, self.clauses.owner, self.tags
        while j >= 0 and j not in owner and tags[j] & _LEADING and not tags[j] & _OTHERWISE:
            j -= 1
        return j

    def object_of(self, verb: Verb, draft: Draft) -> Government:
        if verb.lemma in self.roles.counts:
            said = self._of_subject(verb, draft)
            if said is not None and (draft.kind is kinds.COUNT or said.action not in VAGUE):
                return said
        action = self._sense_with(verb, draft)
        if action is actions.EXIST:  # "the dead included 109 evacuees"
            said = self._of_subject(verb, draft) or self._of_those(verb) or self._of_first(verb)
            numbered = verb.lemma in self.roles.counts and draft.kind is kinds.COUNT  # "the arrested numbered 187"
            if said is not None and (said.action in HURT or (numbered and said.action not in VAGUE)):
                return said
        return Government(action, PATIENT, verb)

    def _of_those(self, verb: Verb) -> Government | None:
        """What befell the people that an adjective or participle stands for: "the dead", "those killed"."""
        i = verb.first - 1
        i -= i > 1 and bool(self.tags[i] & pos.ADV) and not self.tags[i] & pos.ADJ
        if i < 1 or not self.tags[i - 1] & (pos.DET | pos.PRON):
            return None
        act = self.actions.adjectives.get(self.lower[i])
        if act is None and self.tags[i] & pos.PARTICIPLE:
            sense = self.actions.verbs.get(self.words.verb(self.lower[i]) or "")
            act = sense.act if sense else None
        return Government(act.action, PATIENT, None, i) if act else None

    def _of_first(self, verb: Verb) -> Government | None:
        """ "Killed in the raid were six militants": the participle that opens the sentence."""
        opening = self.clauses.verbs[0]
        if opening is verb or opening.first > 1 or not opening.passive or opening.sense is None:
            return None
        return Government(opening.sense.act.action, PATIENT, opening)

    def _of_subject(self, verb: Verb, draft: Draft) -> Government | None:
        """What a verb of counting is said of: "the death toll may be 400", "the losses were in the hundreds"."""
        group = self.clauses.subject(verb)
        return self._of_noun(group, draft) if group is not None else None

    def _of_noun(self, group: Group, draft: Draft) -> Government | None:
        """What the last noun of a group that names something done says; a noun that only counts gives way to others."""
        counting: Government | None = None
        for i in range(group.head, group.first - 1, -1):
            act = self._by_its_verb(i, draft) or self._named(i, group.first)
            if act is None:
                continue
            if (self.words.noun(self.lower[i]) or self.lower[i]) not in self.roles.counting:
                return Government(act.action, PATIENT, None, i)
            if act.action in HURT:
                counting = counting or Government(act.action, PATIENT, None, i)
        return counting

    def _by_its_verb(self, i: int, draft: Draft) -> ActionClass | None:
        """ "losses of 16 tanks": what the verb of the noun at i says of what is counted, where it says that of few."""
        verb = self.actions.deverbal.get(self.words.noun(self.lower[i]) or self.lower[i])
        if verb is None or draft.kind is not kinds.COUNT or draft.concept is None:
            return None
        sense = self.lexicon.verb_sense(verb, None, draft.concept)
        return sense.act if sense is not None and sense is not self.actions.of_verb(verb) else None

    def _named(self, i: int, first: int) -> ActionClass | None:
        """What a noun names, with the one before it ("cholera cases"); a disease, that people have it."""
        noun = self.words.noun(self.lower[i]) or self.lower[i]
        names = (f"{self.lower[i - 1]} {noun}", noun) if i > first else (noun,)
        event = next((self.actions.events[name] for name in names if name in self.actions.events), None)
        act = event.act if event else next((act for name in names[::-1] if (act := self.actions.nouns.get(name))), None)
        named = self.tags[i] & NOMINAL and not self.tags[i] & pos.ADJ  # there are new cases, but "new" is no disease
        return act or (self._disease(noun) if named else None)

    def _disease(self, noun: str) -> ActionClass | None:
        """ "cholera", of which copy counts the cases."""
        events = (self.actions.events.get(f"{noun} {one}") for one in self.roles.counting)
        return next((event.act for event in events if event is not None and event.act.action is actions.INFECT), None)

    def _sense_with(self, verb: Verb, draft: Draft) -> Action | None:
        lemma, _, particle = verb.lemma.partition(" ")
        concept = "money" if draft.kind is kinds.MONEY else draft.concept
        if draft.head_lemma is None and draft.kind is kinds.COUNT:
            concept = "person"  # "Wildfire drives 1,400 from homes": a headline's bare number is of people
        if draft.head_lemma == "time":
            concept = self._undergoer(verb)
        sense = self.lexicon.verb_sense(lemma, particle or None, concept)
        if sense is None:
            return None
        return sense.act.action

    def _undergoer(self, verb: Verb) -> str | None:
        """The concept of whom a verb befell so many times: "was hit four times"."""
        group = self.clauses.subject(verb) if verb.passive else self.clauses.object(verb)
        if group is None:
            return None
        bits, head = self.tags[group.head], self.lower[group.head]
        named = bits & pos.NAME and self.clauses.sentence.words[group.head][0].isupper()
        return "person" if bits & pos.PRON or named else self.lexicon.concept(self.words.noun(head) or head)

    def in_phrase(self, draft: Draft) -> Government | None:
        """A figure after a preposition: what the noun or verb before that preposition says of it."""
        j = self.before(draft.first)
        if j < 0 or not self.tags[j] & (pos.PREP | pos.TO):
            return None
        word = self.lower[j]
        if word in self.roles.by:
            return self._agent_of(j)
        if word == "to" and (raised := self._raised(j, draft)) is not None:
            return raised
        if word == "at" and (put := self._put_at(j, draft)) is not None:
            return put
        k = j - 1
        for _ in range(3):
            owner = self.clauses.owner.get(k)
            if owner is not None:
                if (said := self._of_subject(owner, draft) if self._gives_number(owner, draft) else None) is not None:
                    return said
                action = self._sense_with(owner, draft)
                return Government(action, PATIENT, owner) if action is not None and owner.last == k + 1 else None
            if k < 0 or not self.tags[k] & NOMINAL:
                return None
            found = self._noun(k, word, draft)
            if found is not None:
                return found
            group = self.clauses.group_before(k + 1)
            k = group.first - 1 if group else -1
            if k < 0 or not self.tags[k] & pos.PREP:
                return None
            k -= 1
        return None

    def _gives_number(self, verb: Verb, draft: Draft) -> bool:
        """Is what a verb is said of counted behind it: "cases rose to 12", "cholera was found in 12 men"?"""
        if verb.lemma in self.roles.counts:
            return True
        people = verb.passive and self.lexicon.is_a(draft.concept, "person")
        group = self.clauses.subject(verb) if people else None
        noun = self.words.noun(self.lower[group.head]) or self.lower[group.head] if group is not None else ""
        return self._disease(noun) is not None

    def _raised(self, j: int, draft: Draft) -> Government | None:
        """ "raised the number of homicides to 147", "brought to 212 the number of people killed": what the object of
        the verb before "to" numbers."""
        verb = next((verb for verb in reversed(self.clauses.verbs) if verb.last <= j), None)
        if verb is None or j - verb.last > FAR:
            return None
        group = self.clauses.group_at(draft.group_last if verb.last == j else verb.last)
        if (
            draft.kind is kinds.COUNT
            and (hurt := self._befallen(verb, j)) is not None
            and (hurt.noun is not None and self.lower[hurt.noun] in self.roles.befallen)
        ):
            return hurt  # "bringing the displaced to 2.1 million"
        if (
            group is None
            or (self.words.noun(self.lower[group.head]) or self.lower[group.head]) not in self.roles.counting
        ):
            return None
        inner = self.clauses.group_at(group.last + 1) if self.lower[group.last : group.last + 1] == ["of"] else None
        befell = self.clauses.owner.get(inner.last) if inner is not None else None
        if befell is not None and befell.sense is not None:  # "the number of people killed"
            return Government(befell.sense.act.action, PATIENT, befell)
        return self._of_noun(inner or group, draft)

    def _put_at(self, j: int, draft: Draft) -> Government | None:
        """ "put the dead in Monday's raids at 16": what the object of the verb before "at" at token j says befell."""
        verb = next((verb for verb in reversed(self.clauses.verbs) if verb.last <= j), None)
        if verb is None or verb.lemma not in self.roles.counts or verb.passive or j - verb.last > FAR:
            return None
        group = self.clauses.group_at(verb.last)
        inner = group and self.lower[group.last : group.last + 1] == ["of"] and self.clauses.group_at(group.last + 1)
        return self._befallen(verb, j) or (self._of_noun(inner or group, draft) if group is not None else None)

    def _befallen(self, verb: Verb, j: int) -> Government | None:
        """What befell those whom an adjective between a verb and token j stands for: "put the dead in the raids at"."""
        told = range(verb.last, min(j, verb.last + PUT))
        at = next((i for i in told if self.lower[i] in self.actions.adjectives), None)
        return Government(self.actions.adjectives[self.lower[at]].action, PATIENT, None, at) if at is not None else None

    def _agent_of(self, j: int) -> Government | None:
        """A figure after "by": who did what the verb or noun before says."""
        for k in range(j - 1, max(-1, j - 8), -1):
            verb = self.clauses.owner.get(k)
            if verb is not None:
                action = verb.sense.act.action if verb.sense else None
                return Government(as_agent(action) if action else None, AGENT, verb)
            noun = self.words.noun(self.lower[k])
            act = self.actions.nouns.get(noun) if noun else None
            if act is not None:
                return Government(as_agent(act.action), AGENT, None, k)
        return None

    def _noun(self, k: int, preposition: str, draft: Draft) -> Government | None:
        """ "the killing of two activists", "a death toll of 34", "an attack on 3 towns"."""
        noun = self.words.noun(self.lower[k]) or self.lower[k]
        group = self.clauses.group_before(k + 1)
        first = group.first if group else k
        if preposition == "of" and noun in self.roles.counting:
            for i in range(k, first - 1, -1):
                word = self.words.noun(self.lower[i]) or self.lower[i]
                event = self.actions.events.get(word)
                act = event.act if event else self.actions.nouns.get(word) or self.actions.adjectives.get(self.lower[i])
                if act is not None:
                    return Government(act.action, PATIENT, None, i)
            if first > 0 and noun in self.roles.counting and (owner := self.clauses.owner.get(first - 1)):
                return self.object_of(owner, draft)
        act = self._by_its_verb(k, draft) or self.actions.nouns.get(noun)
        if act is None:
            compound = f"{self.lower[k - 1]} {noun}" if k else noun
            act = self.actions.nouns.get(compound)
        if act is None:
            event = self.actions.events.get(noun)
            act = event.act if event else None
        return Government(act.action, PATIENT, None, k) if act else None
