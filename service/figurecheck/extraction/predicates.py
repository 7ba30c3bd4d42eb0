"""What a verb, an adjective or a noun says of the subject before it."""

from enum import IntEnum
from typing import Final, NamedTuple

from figurecheck.extraction.deeds import CASUALTIES, FATED, VAGUE
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.grammar import FINITE, GERUND, INFINITIVE, NOMINAL, Verb
from figurecheck.extraction.readers import ClauseReader
from figurecheck.extraction.states import state_at
from figurecheck.model import Action, actions
from figurecheck.rulebook import words as pos
from figurecheck.rulebook.actions import ActionClass, VerbSense


class Part(IntEnum):
    """A figure's part in what was done."""

    NONE = 0
    AGENT = 1
    PATIENT = 2


APART: Final = Part.NONE
AGENT: Final = Part.AGENT
PATIENT: Final = Part.PATIENT
"""By these names they are found faster than by their class."""


class Government(NamedTuple):
    """What was done with or by a figure, the verb that says so, and the token of the noun that does, if any."""

    action: Action | None
    part: Part
    verb: Verb | None = None
    noun: int | None = None


def as_agent(action: Action) -> Action:
    """What somebody did who is counted: who fires shots or kills attacks; for all else one action serves both sides."""
    return actions.ATTACK if action is actions.FIRE or action in CASUALTIES else action


class Predicates(ClauseReader):
    """Reads what is said of the figures of one sentence."""

    __slots__ = ()

    def is_told(self, verb: Verb, draft: Draft) -> bool:
        """ "21 injuries reported in raids": what cannot speak is what was said."""
        if verb.sense is not None or verb.passive or verb.lemma not in self.clauses.speech:
            return False
        return draft.implied is not None or not self.lexicon.is_a(draft.concept, "person")

    def past_adverbs(self, j: int) -> int:
        tags = self.tags
        while (
            j < len(tags)
            and tags[j] & pos.ADV
            and not tags[j] & (NOMINAL | pos.PREP | pos.CONJ)
            and j not in self.clauses.owner
        ):
            j += 1
        return j

    def _state(self, j: int) -> ActionClass | None:
        return state_at(self.lower, self.tags, j, self.actions)

    def in_state(self, j: int) -> Government | None:
        """What befell those who are what the phrase at token j says ("in critical condition")."""
        state = self._state(j)
        return Government(state.action, PATIENT, None, j) if state is not None else None

    def told(self, j: int) -> Government | None:
        """An adjective that says what befell the figure before it."""
        state = self._state(j)
        if state is not None and (
            self.tags[j] & pos.PARTICIPLE or not any(verb.form is FINITE for verb in self.clauses.verbs)
        ):
            return Government(state.action, PATIENT, None, j)  # "two in hospital after crash"
        if j in self.clauses.owner and self.lower[j] not in self.actions.adjectives:
            return None
        act = self.actions.adjectives.get(self.lower[j])
        if act is None or self._directs(j):
            return None
        verb = self.clauses.owner.get(j)
        if verb is not None and not verb.passive:
            return None
        if (
            j + 1 < len(self.tags)
            and self.tags[j + 1] & NOMINAL
            and not self.tags[j + 1] & (pos.PREP | pos.ADV | pos.VERBZ | pos.VERB)
            and verb is None
        ):
            return None
        return Government(act.action, PATIENT, verb, None if verb else j)

    def _directs(self, j: int) -> bool:
        """Is a word a verb's particle ("shot 12 drones down") or a preposition ("sent 12 men up the hill")?"""
        if not self.tags[j] & pos.PART:
            return False
        leads = j + 1 < len(self.tags) and j + 1 not in self.clauses.figures and self.clauses.opens_group(j + 1)
        return leads or j in self.clauses.particles

    def sense(self, verb: Verb, draft: Draft) -> VerbSense | None:
        """What a verb says of the figure: a passive one says of some what it says of no others ("12 were held"), an
        active one with some objects what it says with no others ("fought the flames"), or of some subjects with none
        ("200 jobs will go")."""
        if not verb.passive:
            alone = verb.lemma in self.actions.subjects and self.clauses.object(verb) is None
            of_subject = self.actions.of_subject(verb.lemma, draft.concept, self.lexicon.concepts) if alone else None
            return of_subject or self._with_object(verb)
        if draft.concept is None:
            return verb.sense
        lemma, _, particle = verb.lemma.partition(" ")
        found = self.lexicon.verb_sense(lemma, particle or None, draft.concept)
        return verb.sense if found is self.actions.of_verb(lemma, particle or None) else found

    def _with_object(self, verb: Verb) -> VerbSense | None:
        if verb.lemma not in self.actions.objects or (group := self.clauses.object(verb)) is None:
            return verb.sense
        noun = self.words.noun(self.lower[group.head]) or self.lower[group.head]
        lemma, _, particle = verb.lemma.partition(" ")
        return self.lexicon.verb_sense(lemma, particle or None, self.lexicon.concept(noun)) or verb.sense

    def subject_of(self, verb: Verb, draft: Draft) -> Government | None:
        """The figure is what the verb is said of."""
        if verb.lemma in self.roles.linking:
            j = self.past_adverbs(verb.last)
            if j < len(self.lower):
                act = self._state(verb.main) or self.actions.adjectives.get(self.lower[j]) or self._state(j)
                if act is not None:
                    return Government(act.action, PATIENT, verb)
                following = self.clauses.owner.get(j)
                if (
                    following is not None
                    and following is not verb
                    and self.sense(following, draft) is not None
                    and (following.passive or following.form is INFINITIVE or verb.passive)
                ):
                    own = following.sense
                    if own and not following.passive and following.form is FINITE:  # "were found shot dead"
                        return Government(own.act.action, PATIENT, following)
                    return self.subject_of(following, draft)
                noun = None if verb.passive or j in self.clauses.figures else self.event_in(j)
                if noun is not None:
                    return noun
        sense = self.sense(verb, draft)
        if verb.lemma in self.roles.suffering and not verb.passive:
            noun = self.event_in(verb.last)
            if noun is not None:
                return noun
        if sense is None or sense.act.action in VAGUE:
            found = self._carried(verb) or self._next_verb(verb, draft)
            if found is not None or sense is None:
                return found or Government(None, PATIENT if verb.passive else AGENT, verb)
        action = self._both(verb, sense.act.action)
        if verb.passive or not sense.transitive or self.clauses.undergone(verb):
            return Government(action, PATIENT, verb)
        part = PATIENT if action is actions.DISPLACE else AGENT
        return Government(as_agent(action), part, verb)

    def event_in(self, j: int) -> Government | None:
        """An event noun in the group at token j: "are in critical condition", "among the dead", "among six killed"."""
        among = self.lower[j : j + 1] == ["among"]
        for i in range(j, min(j + 7, len(self.lower))):
            owner = self.clauses.owner.get(i)
            if among and owner is not None and owner.passive and owner.sense is not None:
                return Government(owner.sense.act.action, PATIENT, owner)
            if (owner is not None and owner.form is not GERUND) or self.tags[i] & pos.PUNCT:
                break
            noun = self.words.noun(self.lower[i]) or self.lower[i]
            event = self.actions.events.get(noun) or self.actions.events.get(f"{self.lower[i - 1]} {noun}")
            act = self.actions.adjectives.get(self.lower[i]) or (event.act if event else None)
            if act is not None and not self._modifies(i):
                return Government(act.action, PATIENT, None, i)
        return None

    def _modifies(self, i: int) -> bool:
        """Does a noun only belong to the next one ("life jackets")?"""
        if i + 1 >= len(self.tags) or self.lower[i] in self.actions.adjectives:
            return False
        bits = self.tags[i + 1]
        return bool(bits & (pos.NOUN | pos.NOUNS)) and not bits & (pos.PREP | pos.ADV | pos.CONJ | pos.PAST)

    def _both(self, verb: Verb, action: Action) -> Action:
        """ "killed or wounded": the two together; "shot and killed": what being shot came to."""
        j = verb.last
        following = self.clauses.owner.get(j + 1)
        if j + 1 < len(self.lower) and self.lower[j] in self.roles.joining:
            sense = following.sense if following is not None else None
            other = sense.act if sense else self.actions.adjectives.get(self.lower[j + 1])
            if other is not None and {action, other.action} == {actions.KILL, actions.INJURE}:
                return actions.KILL_OR_INJURE
            if other is not None and action is actions.KILL_OR_INJURE and other.action in CASUALTIES:
                return other.action
            if other is not None and action in FATED and other.action is actions.KILL and self.lower[j] == "and":
                return actions.KILL  # "were washed away and died"
        return action

    def _next_verb(self, verb: Verb, draft: Draft) -> Government | None:
        """A second verb of the same subject: "entered his home and shot his wife"."""
        for following in self.clauses.verbs:
            if (
                following.first > verb.first
                and self.lower[following.first - 1] in self.roles.joining
                and following.sense is not None
            ):
                if following.sense.act.action in VAGUE or self.clauses.opens_clause(following):
                    continue
                return self.subject_of(following, draft)
        return None

    def _carried(self, verb: Verb) -> Government | None:
        """A verb that only passes on an action: "conducted an attack", "began firing"."""
        if verb.lemma not in self.roles.carrying:
            return None
        following = self.clauses.owner.get(verb.last)
        if following is not None and following.sense is not None:
            act = following.sense.act.action
            return Government(as_agent(act), AGENT, following)
        group = self.clauses.object(verb)
        if group is None or verb.passive:
            return None
        noun = self.words.noun(self.lower[group.head]) or self.lower[group.head]
        named = self.actions.nouns.get(noun)
        return Government(as_agent(named.action), AGENT, verb, group.head) if named else None
