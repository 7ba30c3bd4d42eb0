"""What governs a figure in its sentence: the verb or noun that says what was done, and the figure's part in it."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from figurecheck.extraction.clauses import Clauses
from figurecheck.extraction.deeds import CASUALTIES, HURT, LIVE, MEASURED, VAGUE
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.echoes import Echoes
from figurecheck.extraction.far_verbs import CLAUSE, FarVerbs
from figurecheck.extraction.grammar import FINITE, INFINITIVE, PARTICIPLE, Group
from figurecheck.extraction.objects import Objects
from figurecheck.extraction.predicates import AGENT, APART, PATIENT, Government, Predicates
from figurecheck.model import actions, kinds
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import words as pos

LONGEST_LIST: Final = 12
"""How many figures of a list are looked at for a verb that they share."""


ENDED: Final = LIVE | {actions.RELEASE}
"""What is done to people and things in the end."""
THEM: Final = frozenset({"them", "whom"})
BECAME: Final = HURT | {actions.RELEASE}
"""What becomes of the hurt and missing."""
UNTOLD: Final = VAGUE | {None, actions.COST, actions.RISE, actions.FALL}
"""What a verb before a figure says where it does not say what was done to what is counted."""
NOTHING: Final = Government(None, APART)


class Governor:
    """Finds what governs each figure of one sentence, left to right; joined ones share it."""

    __slots__ = (
        "actions",
        "clauses",
        "drafts",
        "echoes",
        "far",
        "lower",
        "objects",
        "predicates",
        "roles",
        "tags",
    )

    def __init__(self, clauses: Clauses, drafts: Sequence[Draft], rulebook: Rulebook) -> None:
        self.clauses = clauses
        self.tags = clauses.tags
        self.lower = clauses.lower
        self.drafts = drafts
        self.actions = rulebook.lexicon.actions
        self.roles = rulebook.roles
        self.predicates = Predicates(clauses, rulebook)
        self.objects = Objects(clauses, rulebook)
        self.echoes = Echoes(clauses, rulebook)
        self.far = FarVerbs(clauses, self.predicates, self.objects, rulebook)

    def of(self, at: int, earlier: Sequence[Government]) -> Government:
        """What governs drafts[at], given what governs those before it."""
        draft = self.drafts[at]
        if draft.shared:
            return self._of_whole(draft)
        echoed = self.echoes.of(draft, self.drafts[at - 1], earlier[at - 1]) if at else None
        if echoed is not None:
            return echoed
        after = self._within(draft) or self._after(draft)
        if after is not None and after.part is AGENT and after.verb is not None:
            after = self._hurt(draft, after, at)
        if after is not None and after.action is not None and after.action not in VAGUE:
            return self._over_relative(draft, after) or self._past_participle(draft, after) or after
        found = self.objects.as_object(draft) or self._joined(at, earlier) or self.objects.in_phrase(draft)
        if found is None or found.action in UNTOLD:
            found = self._in_relative(draft) or self._object_relative(draft) or found
        if found is not None and (after is None or found.action is not None):
            return found
        return after or self._with_next(at) or self.far.as_subject(draft) or self.far.in_clause(draft) or NOTHING

    def _hurt(self, draft: Draft, after: Government, at: int) -> Government | None:
        """Who seems to hurt others where copy leaves its commas out is hurt ("20 civilians killed 30 injured"), or was
        before ("killed 30 people injured 90")."""
        verb = after.verb
        if verb is None or verb.sense is None or verb.sense.act.action not in CASUALTIES:
            return after
        following = self.drafts[at + 1] if at + 1 < len(self.drafts) else None
        if following is None or following.first != verb.last:
            return after
        told = self._within(following) or self._after(following)
        if following.head is None and told is not None and told.action in CASUALTIES:
            return Government(verb.sense.act.action, PATIENT, verb)
        before = self.objects.as_object(draft)
        return None if before is not None and before.action in CASUALTIES else after

    def _of_whole(self, draft: Draft) -> Government:
        """ "of the 84 drones launched, 36 were shot down": only a participle right behind a whole speaks of it."""
        found = self._within(draft) or self._after(draft)
        verb = found.verb if found is not None else None
        if found is None and (relative := self._object_relative(draft)) is not None:
            return relative
        return found if found is not None and (verb is None or verb.form is PARTICIPLE) else NOTHING

    def _over_relative(self, draft: Draft, after: Government) -> Government | None:
        """ "shot down 84 drones launched at Kyiv": the verb before outdoes a participle that only says which ones."""
        if draft.head is None or after.verb is None or after.verb.form is not PARTICIPLE:
            return None
        found = self.objects.as_object(draft)
        if found is None or found.action in UNTOLD or (found.action in HURT and after.action in HURT):
            return None  # "suffered 700,000 killed or wounded"
        return found

    def _past_participle(self, draft: Draft, after: Government) -> Government | None:
        """ "84 drones launched by Russia were shot down": what was done in the end outdoes where they came from."""
        if after.verb is None or after.verb.form is not PARTICIPLE or after.action in HURT:
            return None
        found = self.far.as_subject(draft)
        return found if found is not None and found.part is PATIENT and found.action in ENDED else None

    def _within(self, draft: Draft) -> Government | None:
        """ "17 dead", where the figure takes in the word that says what befell it."""
        i = draft.group_last - 1
        if i < draft.number_last:
            return None
        word = self.lower[i]
        if word in THEM:
            return self._of_them(draft.group_last)
        act = self.actions.adjectives.get(word)
        if act is not None:
            became = self._after(draft) if self.lower[i - 2] == "of" else None  # "two of the injured died"
            if became is not None and became.part is PATIENT and became.action in BECAME:
                return became
            return Government(act.action, PATIENT, None, i)
        verb = self.clauses.owner.get(i)
        if verb is not None and verb.passive and verb.sense is not None:
            return Government(verb.sense.act.action, PATIENT, verb)
        return None

    def _of_them(self, j: int) -> Government | None:
        """ "shot six people, two of them fatally", "two of them in critical condition": what a part alone underwent."""
        if j < len(self.lower) and self.lower[j] in self.roles.fatal:
            return Government(actions.KILL, PATIENT, None, j)
        return self.predicates.in_state(j) if j < len(self.lower) else None

    def _after(self, draft: Draft) -> Government | None:
        """ "17 dead", "six people were killed", "10 wounded", "40 feared dead"."""
        j = self.predicates.past_adverbs(draft.group_last)
        if j >= len(self.tags):
            return None
        told = self.predicates.told(j) or self._with_wounds(j)
        worth = told is not None and told.action is actions.COST and draft.kind is not kinds.MONEY
        if told is not None and not worth and (told.action is not actions.MEASURE or draft.kind in MEASURED):
            return told  # people "off the coast" are not measured, and "12 paintings worth $3m" were stolen
        verb = self.clauses.owner.get(j)
        if verb is not None and verb.form is INFINITIVE and draft.kind is kinds.RANK:
            return self.predicates.subject_of(verb, draft)  # "the 26th person to be knifed"
        if verb is not None and verb.first == j and verb.form in (FINITE, PARTICIPLE):
            if self.predicates.is_told(verb, draft):
                return None
            if verb.form is PARTICIPLE and self.predicates.sense(verb, draft) is None:
                return None  # "84 drones aimed at the city": what it is said of stands before
            return self.predicates.subject_of(verb, draft)
        return None

    def _object_relative(self, draft: Draft) -> Government | None:
        """ "the 180 missiles that Iran had launched", "12 men whom police arrested": who did what to them."""
        j = draft.group_last
        if j >= len(self.tags) or not self.tags[j] & pos.REL:
            return None
        verb = next((verb for verb in self.clauses.verbs if verb.first > j + 1), None)
        if verb is None or verb.form is not FINITE or verb.passive or verb.sense is None or not verb.sense.transitive:
            return None
        doer = self.clauses.group_before(verb.first)
        if doer is None or doer.first not in (j, j + 1) or self.clauses.object(verb) is not None:
            return None
        return Government(verb.sense.act.action, PATIENT, verb)

    def _in_relative(self, draft: Draft) -> Government | None:
        """ "found three people who had all been shot": what a relative clause right behind says befell them."""
        j = draft.group_last
        j += j < len(self.tags) and self.lower[j] == ","
        if j >= len(self.tags) or not self.tags[j] & pos.REL or self.tags[j] & pos.CONJ:
            return None
        verb = next((verb for verb in self.clauses.verbs if verb.first > j), None)
        if verb is None or verb.first > j + CLAUSE or any(j < i <= verb.first for i in self.clauses.figures):
            return None
        found = self.predicates.subject_of(verb, draft)
        return found if found is not None and found.part is PATIENT and found.action in HURT else None

    def _with_wounds(self, j: int) -> Government | None:
        """ "found six people with gunshot wounds": who has injuries was hurt."""
        if self.lower[j] not in self.roles.wearing:
            return None
        found = self.predicates.event_in(j + 1)
        return found if found is not None and found.action is actions.INJURE else None

    def _joined(self, at: int, earlier: Sequence[Government]) -> Government | None:
        """A figure that "and", a comma or "including" ties to the one before shares what governs that one."""
        draft = self.drafts[at]
        j = self.objects.before(draft.first)
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
            or between[-2:] == ["among", "them"]
            or between[-3:] == ["as", "well", "as"]
        )
        if not tied or any(
            i in self.clauses.owner
            for i in range(previous.group_last, draft.first)
            if self.lower[i] not in self.roles.including
        ):
            return None
        return self._regarding(draft, previous, earlier[at - 1])

    def _regarding(self, draft: Draft, previous: Draft, shared: Government) -> Government:
        """What a shared verb says of this figure: "recovered 2.5 kg of gold and $75,000"."""
        verb = shared.verb
        if verb is None or verb.passive or shared.part is not PATIENT:
            return shared
        if draft.kind is previous.kind and (draft.head is None or verb.lemma not in self.actions.objects):
            return shared  # but "lost 11 men and three vehicles"
        return self.objects.object_of(verb, draft)

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
            if (
                following.part_of is draft
                or not 0 < len(between) <= 2
                or not all(word in self.roles.joining or word == "," for word in between)
            ):
                return None
            if found := self._after(following):
                return found
        return None


def group_of(draft: Draft) -> Group:
    """The noun group of a figure."""
    head = draft.head if draft.head is not None else draft.last - 1
    return Group(draft.first, draft.group_last, head)
