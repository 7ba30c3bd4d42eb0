"""What governs a figure in its sentence: the verb or noun that says what was done, and the figure's part in it."""

from collections.abc import Sequence
from enum import IntEnum
from itertools import pairwise
from typing import NamedTuple

from figurecheck.extraction.clauses import Clauses
from figurecheck.extraction.deeds import VAGUE
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.grammar import NOMINAL, Form, Group, Verb
from figurecheck.model import Action, Kind
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import words as pos

CLAUSE = 8
"""How many tokens after "since" or "after" a finite verb makes it open a clause."""
REACH = 24
"""How many tokens after a figure its verb may follow."""
LONGEST_LIST = 12
"""How many figures of a list are looked at for a verb that they share."""


class Part(IntEnum):
    """A figure's part in what was done."""

    NONE = 0
    AGENT = 1
    PATIENT = 2


class Government(NamedTuple):
    """What was done with or by a figure, the verb that says so, and the token of the noun that does, if any."""

    action: Action | None
    part: Part
    verb: Verb | None = None
    noun: int | None = None


STOPS = frozenset({";", ":", "–", "—", "--"})
"""Marks past which no verb is looked for."""
NOTHING = Government(None, Part.NONE)


class Governor:
    """Finds what governs each figure of one sentence, left to right; joined ones share it."""

    __slots__ = ("actions", "clauses", "concepts", "drafts", "lexicon", "lower", "roles", "sentence", "tags", "words")

    def __init__(self, clauses: Clauses, drafts: Sequence[Draft], rulebook: Rulebook) -> None:
        self.clauses = clauses
        self.sentence = clauses.sentence
        self.tags = clauses.tags
        self.lower = clauses.lower
        self.drafts = drafts
        self.lexicon = rulebook.lexicon
        self.actions = rulebook.lexicon.actions
        self.roles = rulebook.roles
        self.words = rulebook.words

    def of(self, at: int, earlier: Sequence[Government]) -> Government:
        """What governs drafts[at], given what governs those before it."""
        draft = self.drafts[at]
        after = self._within(draft) or self._after(draft)
        if after is not None and after.action is not None and after.action not in VAGUE:
            return after
        found = self._as_object(draft) or self._joined(at, earlier) or self._in_phrase(draft)
        if found is not None and (after is None or found.action is not None):
            return found
        return after or self._with_next(at) or self._as_subject(draft) or self._clause_verb(draft) or NOTHING

    # What follows the figure

    def _within(self, draft: Draft) -> Government | None:
        """ "17 dead", where the figure takes in the word that says what befell it."""
        i = draft.group_last - 1
        if i < draft.number_last:
            return None
        act = self.actions.adjectives.get(self.lower[i])
        if act is not None:
            return Government(act.action, Part.PATIENT, None, i)
        verb = self.clauses.owner.get(i)
        if verb is not None and verb.passive and verb.sense is not None:
            return Government(verb.sense.act.action, Part.PATIENT, verb)
        return None

    def _after(self, draft: Draft) -> Government | None:
        """ "17 dead", "six people were killed", "10 wounded", "40 feared dead"."""
        j = self._past_adverbs(draft.group_last)
        if j >= len(self.tags):
            return None
        told = self._told(j)
        if told is not None:
            return told
        verb = self.clauses.owner.get(j)
        if verb is not None and verb.first == j and verb.form in (Form.FINITE, Form.PARTICIPLE):
            if self._is_told(verb, draft):
                return None
            if verb.form is Form.PARTICIPLE and verb.sense is None:
                return None  # "84 drones aimed at the city": what it is said of stands before
            return self._subject_of(verb, draft)
        return None

    def _is_told(self, verb: Verb, draft: Draft) -> bool:
        """ "21 injuries reported in raids": what cannot speak is what was said."""
        if verb.sense is not None or verb.passive or verb.lemma not in self.clauses.speech:
            return False
        return draft.implied is not None or not self.lexicon.is_a(draft.concept, "person")

    def _past_adverbs(self, j: int) -> int:
        tags = self.tags
        while (
            j < len(tags)
            and tags[j] & pos.ADV
            and not tags[j] & (NOMINAL | pos.PREP | pos.CONJ)
            and j not in self.clauses.owner
        ):
            j += 1
        return j

    def _told(self, j: int) -> Government | None:
        """An adjective that says what befell the figure before it."""
        if j in self.clauses.owner and self.lower[j] not in self.actions.adjectives:
            return None
        act = self.actions.adjectives.get(self.lower[j])
        if act is None:
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
        return Government(act.action, Part.PATIENT, verb, None if verb else j)

    def _subject_of(self, verb: Verb, draft: Draft) -> Government | None:
        """The figure is what the verb is said of."""
        if verb.lemma in self.roles.linking:
            j = self._past_adverbs(verb.last)
            if j < len(self.lower):
                act = self.actions.adjectives.get(self.lower[j])
                if act is not None:
                    return Government(act.action, Part.PATIENT, verb)
                following = self.clauses.owner.get(j)
                if (
                    following is not None
                    and following is not verb
                    and following.sense is not None
                    and (following.passive or following.form is Form.INFINITIVE)
                ):
                    return self._subject_of(following, draft)
                noun = None if verb.passive else self._event_in(j)
                if noun is not None:
                    return noun
        sense = verb.sense
        if verb.lemma in self.roles.suffering and not verb.passive:
            noun = self._event_in(verb.last)
            if noun is not None:
                return noun
        if sense is None or sense.act.action in VAGUE:
            found = self._carried(verb) or self._next_verb(verb, draft)
            if found is not None or sense is None:
                return found or Government(None, Part.PATIENT if verb.passive else Part.AGENT, verb)
        action = self._both(verb, sense.act.action)
        if verb.passive or not sense.transitive:
            return Government(action, Part.PATIENT, verb)
        part = Part.PATIENT if action is Action.DISPLACE else Part.AGENT
        return Government(self._as_agent(action), part, verb)

    def _event_in(self, j: int) -> Government | None:
        """An event noun in the group at token j: "are in critical condition", "among the dead"."""
        for i in range(j, min(j + 7, len(self.lower))):
            owner = self.clauses.owner.get(i)
            if (owner is not None and owner.form is not Form.GERUND) or self.tags[i] & pos.PUNCT:
                break
            noun = self.words.noun(self.lower[i]) or self.lower[i]
            event = self.actions.events.get(noun)
            act = self.actions.adjectives.get(self.lower[i]) or (event.act if event else None)
            if act is not None and not self._modifies(i):
                return Government(act.action, Part.PATIENT, None, i)
        return None

    def _modifies(self, i: int) -> bool:
        """Does a noun only belong to the next one ("life jackets")?"""
        if i + 1 >= len(self.tags) or self.lower[i] in self.actions.adjectives:
            return False
        bits = self.tags[i + 1]
        return bool(bits & (pos.NOUN | pos.NOUNS)) and not bits & (pos.PREP | pos.ADV | pos.CONJ | pos.PAST)

    @staticmethod
    def _as_agent(action: Action) -> Action:
        """Who fires shots attacks; for all else one action serves both sides."""
        return Action.ATTACK if action in (Action.FIRE, Action.KILL, Action.INJURE, Action.KILL_OR_INJURE) else action

    def _both(self, verb: Verb, action: Action) -> Action:
        """ "killed or wounded": the two together."""
        j = verb.last
        following = self.clauses.owner.get(j + 1)
        if j + 1 < len(self.lower) and self.lower[j] in self.roles.joining:
            sense = following.sense if following is not None else None
            other = sense.act if sense else self.actions.adjectives.get(self.lower[j + 1])
            if other is not None and {action, other.action} == {Action.KILL, Action.INJURE}:
                return Action.KILL_OR_INJURE
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
                return self._subject_of(following, draft)
        return None

    def _carried(self, verb: Verb) -> Government | None:
        """A verb that only passes on an action: "conducted an attack", "began firing"."""
        if verb.lemma not in self.roles.carrying:
            return None
        following = self.clauses.owner.get(verb.last)
        if following is not None and following.sense is not None:
            act = following.sense.act.action
            return Government(self._as_agent(act), Part.AGENT, following)
        group = self.clauses.object(verb)
        if group is None or verb.passive:
            return None
        noun = self.words.noun(self.lower[group.head]) or self.lower[group.head]
        named = self.actions.nouns.get(noun)
        return Government(self._as_agent(named.action), Part.AGENT, verb, group.head) if named else None

    # What goes before the figure

    def _as_object(self, draft: Draft) -> Government | None:
        """ "killed 10", "injuring seven", "left one dead" (whose adjective was seen before)."""
        j = self._before(draft.first)
        if j < 0:
            return None
        verb = self.clauses.owner.get(j)
        if verb is None or (verb.sense is None and verb.lemma in self.clauses.speech):
            return None
        return self._object_of(verb, draft)

    def _before(self, first: int) -> int:
        """The token before a figure, past its article, adverbs and the other words of its group."""
        j = first - 1
        while (
            j >= 0
            and j not in self.clauses.owner
            and self.tags[j] & (pos.DET | pos.ADJ | pos.ADV | pos.POSSPRON)
            and not self.tags[j] & (pos.PREP | pos.CONJ | NOMINAL)
        ):
            j -= 1
        return j

    def _object_of(self, verb: Verb, draft: Draft) -> Government:
        if verb.lemma in self.roles.counts:
            said = self._of_subject(verb)
            if said is not None:
                return said
        return Government(self._sense_with(verb, draft), Part.PATIENT, verb)

    def _of_subject(self, verb: Verb) -> Government | None:
        """What a verb of counting is said of: "the death toll may be 400", "the losses were in the hundreds"."""
        group = self.clauses.subject(verb)
        if group is None:
            return None
        for i in range(group.head, group.first - 1, -1):
            noun = self.words.noun(self.lower[i]) or self.lower[i]
            event = self.actions.events.get(noun)
            act = event.act if event else self.actions.nouns.get(noun)
            if act is None and i > group.first:
                act = self.actions.nouns.get(f"{self.lower[i - 1]} {noun}")
            if act is not None:
                return Government(act.action, Part.PATIENT, None, i)
        return None

    def _sense_with(self, verb: Verb, draft: Draft) -> Action | None:
        lemma, _, particle = verb.lemma.partition(" ")
        concept = "money" if draft.kind is Kind.MONEY else draft.concept
        sense = self.lexicon.verb_sense(lemma, particle or None, concept)
        if sense is None:
            return None
        return sense.act.action

    # Joined figures and phrases

    def _joined(self, at: int, earlier: Sequence[Government]) -> Government | None:
        """A figure that "and", a comma or "including" ties to the one before shares what governs that one."""
        draft = self.drafts[at]
        j = self._before(draft.first)
        if at == 0 or j < 0:
            return None
        previous = self.drafts[at - 1]
        between = self._outside_brackets(previous.group_last, draft.first)
        if len(between) > 6 or not between:
            return None
        word = self.lower[j]
        tied = (
            word in self.roles.joining
            or word == ","
            or word in self.roles.including
            or between[-3:] == ["as", "well", "as"]
        )
        if not tied or any(
            i in self.clauses.owner
            for i in range(previous.group_last, draft.first)
            if self.lower[i] not in self.roles.including
        ):
            return None
        return earlier[at - 1]

    def _outside_brackets(self, first: int, last: int) -> list[str]:
        found: list[str] = []
        depth = 0
        for word in self.lower[first:last]:
            if word == "(":
                depth += 1
            elif word == ")":
                depth -= 1
            elif not depth:
                found.append(word)
        return found

    def _with_next(self, at: int) -> Government | None:
        """The first of two joined figures shares what follows the second: "two boys and eight adults were hurt"."""
        for draft, following in pairwise(self.drafts[at : at + LONGEST_LIST]):
            between = self.lower[draft.group_last : following.first]
            if not 0 < len(between) <= 2 or not all(word in self.roles.joining or word == "," for word in between):
                return None
            if found := self._after(following):
                return found
        return None

    def _in_phrase(self, draft: Draft) -> Government | None:
        """A figure after a preposition: what the noun or verb before that preposition says of it."""
        j = self._before(draft.first)
        if j < 0 or not self.tags[j] & (pos.PREP | pos.TO):
            return None
        word = self.lower[j]
        if word in self.roles.by:
            return self._agent_of(j)
        k = j - 1
        for _ in range(3):
            owner = self.clauses.owner.get(k)
            if owner is not None:
                if owner.lemma in self.roles.counts and (said := self._of_subject(owner)):
                    return said
                action = self._sense_with(owner, draft)
                return Government(action, Part.PATIENT, owner) if action is not None and owner.last == k + 1 else None
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

    def _agent_of(self, j: int) -> Government | None:
        """A figure after "by": who did what the verb or noun before says."""
        for k in range(j - 1, max(-1, j - 8), -1):
            verb = self.clauses.owner.get(k)
            if verb is not None:
                action = verb.sense.act.action if verb.sense else None
                return Government(self._as_agent(action) if action else None, Part.AGENT, verb)
            noun = self.words.noun(self.lower[k])
            act = self.actions.nouns.get(noun) if noun else None
            if act is not None:
                return Government(self._as_agent(act.action), Part.AGENT, None, k)
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
                    return Government(act.action, Part.PATIENT, None, i)
            if first > 0 and noun in self.roles.counting and (owner := self.clauses.owner.get(first - 1)):
                return self._object_of(owner, draft)
        act = self.actions.nouns.get(noun)
        if act is None:
            compound = f"{self.lower[k - 1]} {noun}" if k else noun
            act = self.actions.nouns.get(compound)
        if act is None:
            event = self.actions.events.get(noun)
            act = event.act if event else None
        return Government(act.action, Part.PATIENT, None, k) if act else None

    def _as_subject(self, draft: Draft) -> Government | None:
        """A figure whose verb stands after a phrase or clause: "two men in a passing car fired"."""
        j, n = draft.group_last, min(len(self.tags), draft.group_last + REACH)
        while j < n:
            verb = self.clauses.owner.get(j)
            if verb is not None:
                if verb.form is Form.FINITE:
                    return None if self._is_told(verb, draft) else self._subject_of(verb, draft)
                j = verb.last
            elif self.tags[j] & pos.REL and j > draft.group_last and self._is_relative(j):
                j = self._past_relative(j)
            elif (
                self.lower[j] in STOPS
                or self._opens_clause(j)
                or (
                    self.tags[j] & pos.CONJ
                    and not self.tags[j] & (pos.PREP | pos.REL)
                    and self.lower[j] not in self.roles.joining
                )
            ):
                return None
            else:
                j += 1
        return None

    def _is_relative(self, j: int) -> bool:
        """Is a pronoun relative: "who", or "that" after a noun?"""
        return not self.tags[j] & pos.CONJ or bool(self.tags[j - 1] & (NOMINAL | pos.PRON))

    def _opens_clause(self, j: int) -> bool:
        """Does "since", "after" or "as" at j open a clause with its own subject?"""
        bits = self.tags[j]
        if (
            not (bits & pos.CONJ and bits & pos.PREP)
            or self.lower[j] == "than"
            or self.lower[j - 1] == "well"
            or self.lower[j + 1 : j + 2] == ["well"]
        ):
            return False
        return any(verb.form is Form.FINITE and j < verb.first <= j + CLAUSE for verb in self.clauses.verbs)

    def _past_relative(self, j: int) -> int:
        """From a relative pronoun to the token after its verb."""
        for verb in self.clauses.verbs:
            if verb.first > j and verb.form is Form.FINITE:
                return verb.last
        return len(self.tags)

    def _clause_verb(self, draft: Draft) -> Government | None:
        """The last resort: the nearest verb before the figure in its clause, the figure being no object of it."""
        for verb in reversed(self.clauses.verbs):
            if verb.last <= draft.first:
                if draft.first - verb.last > REACH or verb.lemma in self.clauses.speech:
                    return None
                return Government(verb.sense.act.action if verb.sense else None, Part.NONE, verb)
        return None


def group_of(draft: Draft) -> Group:
    """The noun group of a figure."""
    head = draft.head if draft.head is not None else draft.last - 1
    return Group(draft.first, draft.group_last, head)
