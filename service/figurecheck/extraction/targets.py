"""To whom or what it was done: the target of one figure, from its sentence."""

from collections.abc import Sequence
from typing import Final

from figurecheck.extraction.attacks import is_deed, is_figure
from figurecheck.extraction.deeds import CASUALTIES, EVENT, LIVE, MEASURED
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.grammar import NOMINAL, Group, Verb
from figurecheck.extraction.places import NATION
from figurecheck.extraction.predicates import AGENT, Government
from figurecheck.extraction.readings import Reading
from figurecheck.extraction.story import Story
from figurecheck.model import actions
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import words as pos

LONGEST: Final = 6
"""How many words the name of a target can have."""
NEAR: Final = 14
"""How many tokens after a verb or noun its "at ..." may begin."""


class Targets:
    """Finds the targets of the figures of one sentence."""

    __slots__ = ("clauses", "drafts", "lexicon", "namer", "reading", "roles", "rulebook", "story")

    def __init__(self, reading: Reading, drafts: Sequence[Draft], story: Story, rulebook: Rulebook) -> None:
        self.reading = reading
        self.clauses = reading.clauses
        self.namer = reading.namer
        self.drafts = drafts
        self.story = story
        self.roles = rulebook.roles
        self.lexicon = rulebook.lexicon
        self.rulebook = rulebook

    def target(self, draft: Draft, government: Government, *, is_deed: bool) -> str | None:
        """Whom or what it was done to, beside the figure itself."""
        if draft.kind in MEASURED:
            return None
        if draft.action is actions.CHARGE and self.lexicon.is_a(draft.concept, "person"):
            return None
        if draft.action is actions.CHARGE or (draft.head_lemma == "time" and draft.action in CASUALTIES):
            return self._charged(government, draft)
        if draft.action is actions.SPEND:
            return self._given_to(draft) or self._bought(government, draft)
        if draft.action is actions.INTERCEPT:
            return self._owner_of_figure(draft)
        if government.part is AGENT and government.verb is not None:
            return self._object(government.verb) if draft.action in LIVE else None
        if is_deed:
            found = self._toward(draft.group_last, near=True) or self._at_name(draft.group_last)
            return self._text(found)
        if draft.action is actions.LAUNCH:
            hit = self._at_name(draft.group_last) or self._toward(draft.group_last)
            return self._text(hit) or self._nation_hit(draft) or self._aim()
        return self._aim() if draft.action in EVENT else None

    def _nation_hit(self, draft: Draft) -> str | None:
        """The nation after the figure that something was sent against ("to target infrastructure across Ukraine")."""
        places = (place for place in self.reading.places if place.first >= draft.last and place.narrow == NATION)
        return next((place.name for place in places), None)

    def _text(self, group: Group | None) -> str | None:
        return self.namer.text(group, whole=False) or None if group is not None else None

    def _charged(self, government: Government, draft: Draft) -> str | None:
        """Who is charged, or was shot so many times: the subject."""
        if government.verb is None:
            return None
        verb = government.verb
        tried = None if verb.passive else self.clauses.object(verb)
        acted = draft.action is not actions.CHARGE and not verb.passive  # "gunmen shot him three times"
        group = tried if acted or (tried and self.namer.full_name(tried)) else self.clauses.subject(verb)
        if group is None or self.clauses.tags[group.head] & pos.PRON or is_figure(group, draft):
            return None
        return self.story.full(self.namer.person(group) or self.namer.text(group)) or None

    def _given_to(self, draft: Draft) -> str | None:
        group = self.clauses.phrase(draft.last, "to", draft.last + NEAR)
        return self.namer.actor(group) or self._paid(draft)

    def _bought(self, government: Government, draft: Draft) -> str | None:
        """ "bought Tamlin for $2 billion": the object of the verb, the price behind "for"."""
        verb = government.verb
        priced = draft.first > 0 and self.clauses.lower[draft.first - 1] == "for"
        if verb is None or verb.passive or not priced:
            return None
        group = self.clauses.object(verb)
        return self.namer.actor(group) if group is not None and not is_figure(group, draft) else None

    def _paid(self, draft: Draft) -> str | None:
        """ "pays families 105,000 taka": whoever stands between the verb and the amount."""
        group = self.clauses.group_before(draft.first)
        verb = self.clauses.owner.get(group.first - 1) if group is not None else None
        return self.namer.actor(group) if verb is not None and not verb.passive else None

    def _owner_of_figure(self, draft: Draft) -> str | None:
        """Whose the intercepted things are: "84 Ukrainian drones"; or whom they were aimed at."""
        for i in range(draft.first, draft.group_last):
            nation = self.namer.nation(i)
            if nation:
                return nation
        group = self._toward(draft.group_last, near=True) or self._at_name(draft.group_last)
        return self.namer.actor(group) or self.namer.owner(group) if group else None

    def _object(self, verb: Verb) -> str | None:
        group = self.clauses.object(verb)
        if group is None or verb.lemma.endswith(" fire") or any(is_figure(group, draft) for draft in self.drafts):
            group = self._toward(verb.last)
        if group is None or self._is_tool(group):
            group = self._toward(verb.last, near=True)
        return self._text(group)

    def _is_tool(self, group: Group) -> bool:
        head = self.namer.head(group)
        return (
            head in self.roles.instruments
            or is_deed(self.rulebook, head)
            or self.lexicon.is_a(self.lexicon.concept(head), "weapon")
        )

    def _aim(self) -> str | None:
        """What an attack in the sentence was aimed at: the object of its verb, or what follows at, on, against."""
        clauses = self.clauses
        for verb in clauses.verbs:
            if verb.sense is None or verb.sense.act.action not in EVENT or self._blind(verb):
                continue
            group = None if verb.passive else clauses.object(verb)
            if group is not None and self._can_be_hit(group):
                return self._text(group)
            shot = verb.passive and verb.sense.act.action is actions.KILL_OR_INJURE
            group = self._toward(verb.last, where=shot)
            if group is not None:
                return self._text(group)
        for i in self.reading.deeds[:1]:
            group = self._toward(i + 1, near=True)
            if group is not None:
                return self._text(group)
        return None

    def _blind(self, verb: Verb) -> bool:
        """Does a force that nobody wields do it ("a quake killed eight and flattened homes")?"""
        clauses, verbs = self.clauses, self.clauses.verbs
        group = None if verb.passive else clauses.subject(verb)
        if group is None and verb is not verbs[0] and clauses.lower[verb.first - 1] == ",":
            group = clauses.subject(verbs[0])  # "Quake in Chile kills eight, flattens homes"
        head = self.namer.head(group) if group is not None else None
        return head in self.roles.blind and head not in self.roles.instruments

    def _can_be_hit(self, group: Group) -> bool:
        return (
            group.last - group.first <= LONGEST
            and self.namer.head(group) in self.roles.targets
            and not any(is_figure(group, draft) for draft in self.drafts)
        )

    def _toward(self, start: int, *, near: bool = False, where: bool = False) -> Group | None:
        """What follows at, on, against (and near, in) after token start, if an attack can aim at it.

        `where`: not what follows at, which says where it befell somebody ("were shot at a bus stop").
        """
        clauses = self.clauses
        words = self.roles.around if near else self.roles.toward
        words = words - self.roles.firm if where else words
        for j in range(start, min(len(clauses.lower) - 1, start + NEAR)):
            if clauses.lower[j] in (";", ":", "."):
                break
            if clauses.lower[j] in words:
                group = clauses.group_at(j + 1)
                if (
                    group is not None
                    and self._can_be_hit(group)
                    and not (near and self.namer.head(group) not in self.roles.near)
                ):
                    return group
        return None

    def _at_name(self, start: int) -> Group | None:
        """The name after at or against: "launched 300 drones at Ukraine"."""
        clauses = self.clauses
        for j in range(start, min(len(clauses.lower) - 1, start + NEAR)):
            if clauses.lower[j] in self.roles.toward and clauses.tags[j + 1] & (NOMINAL | pos.DET | pos.ADJ):
                group = clauses.group_at(j + 1)
                if group is not None and (self.namer.actor(group) or self.namer.owner(group)):
                    return group
        return None
