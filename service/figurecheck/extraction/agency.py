"""Who did it: the actor of one figure, from its sentence."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from figurecheck.extraction.attacks import is_deed, is_figure
from figurecheck.extraction.deeds import CASUALTIES, EVENT, HURT, LIVE, UNDONE, UNPLACED
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.grammar import FINITE, GERUND, INFINITIVE, NOMINAL, Group, Verb
from figurecheck.extraction.predicates import AGENT, APART, PATIENT, Government
from figurecheck.extraction.readings import Reading
from figurecheck.extraction.story import Story
from figurecheck.model import actions
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import words as pos

NEAR: Final = 14
"""How many tokens after a verb or noun its "by ..." or "at ..." may begin."""


class Actor(NamedTuple):
    """Who acted; `open` where the sentence leaves it out, so that the rest of the article may tell."""

    name: str | None
    open: bool


NOBODY: Final = Actor(None, False)


class Agency:
    """Finds the actors of the figures of one sentence, whose governments are known."""

    __slots__ = (
        "clauses", "drafts", "governments", "lexicon", "namer", "reading", "roles", "rulebook", "story",
    )  # fmt: skip

    def __init__(
        self,
        reading: Reading,
        drafts: Sequence[Draft],
        governments: Sequence[Government],
        story: Story,
        rulebook: Rulebook,
    ) -> None:
        self.reading = reading
        self.clauses = reading.clauses
        self.namer = reading.namer
        self.drafts = drafts
        self.governments = governments
        self.story = story
        self.roles = rulebook.roles
        self.lexicon = rulebook.lexicon
        self.rulebook = rulebook

    def actor(self, draft: Draft, government: Government, *, is_deed: bool) -> Actor:
        """Who acted on a figure; `is_deed` where the figure itself counts deeds ("three attacks")."""
        if draft.action is actions.EMPLOY and government.action is not actions.EMPLOY:
            return self._employer(draft)
        if (
            draft.action is actions.MEASURE
            or draft.kind in UNPLACED
            or government.part is AGENT
            or self._is_undone(draft)
        ):
            return NOBODY
        if government.verb is not None and (self._only_says(government.verb) or self._loses(government.verb)):
            return NOBODY
        group = self._verb_agent(government.verb) if government.verb else self._noun_agent(government, draft)
        if draft.action in HURT and government.action not in HURT | EVENT:
            group = None  # "divers recovered 17 bodies": the noun says what befell them, not who did it
        if group is not None and any(is_figure(group, one) for one in (draft, *self._deed_figures())):
            return NOBODY
        idle = government.part is APART and group is not None and any(is_figure(group, one) for one in self.drafts)
        if idle:
            return NOBODY  # "four people remain in hospital, one critical and three in a stable condition"
        found = self._resolved(group)
        if found is not None or self.namer.acts(group):
            return Actor(self.story.full(found) if found else None, False)
        if draft.action not in LIVE:
            return NOBODY
        if is_deed:  # "21 injuries in Russian air raids", but not "three attacks"
            owner = self._owner_of_attack() if draft.implied in CASUALTIES else None
            return Actor(self.story.full(owner), False) if owner else NOBODY
        if draft.action is actions.INTERCEPT:
            return Actor(None, True)  # who sent them did not shoot them down
        nearby = self._nearby(government)
        spoken = group is not None and self._is_pronoun(group)  # "They arrested 32": who, the story tells
        return Actor(self.story.full(nearby), False) if nearby else Actor(None, spoken or draft.action in EVENT)

    def _employer(self, draft: Draft) -> Actor:
        """Whose workers they are: "the airline's 18,000 flight attendants"."""
        owned = draft.first > 1 and self.clauses.tags[draft.first - 1] & pos.POSS
        found = self.namer.actor(self.clauses.group_before(draft.first - 1)) if owned else None
        return Actor(self.story.full(found) if found else None, False)

    def _is_undone(self, draft: Draft) -> bool:
        """Does nobody do it to what is counted? People are charged by somebody, counts and crimes are not."""
        charged = draft.action is actions.CHARGE and self.lexicon.is_a(draft.concept, "person")
        return draft.action in UNDONE and not charged

    def _only_says(self, verb: Verb) -> bool:
        return verb.sense is None and verb.lemma in self.roles.saying

    def _loses(self, verb: Verb) -> bool:
        """ "The army lost 15 soldiers": its subject did not take them."""
        return verb.lemma in self.roles.losing and not verb.passive

    def _deed_figures(self) -> list[Draft]:
        """The figures of the sentence that count deeds, not doers."""
        return [one for one in self.drafts if one.head_lemma and is_deed(self.rulebook, one.head_lemma)]

    def _resolved(self, group: Group | None) -> str | None:
        found = self.namer.actor(group)
        if group is None:
            return None
        own = self.clauses.tags[group.first] & pos.POSSPRON
        if own and (found is not None or self.namer.head(group) in self.roles.instruments):
            found = self._speaking_body(group) or found
        if found is None:
            return None
        if self.namer.head(group) in self.roles.organs and found[:1].islower():
            return self._speaking_nation() or found
        if self.story.is_force(found.rpartition(" ")[2]):
            return None
        if found.lower() in self.roles.accused:
            return self.story.accused or found
        return self.story.event_actor or found if self.namer.again(group) else found

    def _speaking_nation(self) -> str | None:
        """The nation whose own arm tells of it: "air defence units shot down 84, the Ukrainian air force said"."""
        nations = self.lexicon.nations
        words = (word for source in self.reading.sources if source.speaker for word in source.speaker.split(" "))
        return next(
            (nation for word in words if word[:1].isupper() and (nation := nations.nation_of(word.removesuffix("'s")))),
            None,
        )

    def _speaking_body(self, group: Group) -> str | None:
        """The body that tells of its own people: "the White Helmets said its volunteers had pulled out nine"."""
        bodies = (one for one in self.reading.sources if one.speaker and one.body and one.at < group.first)
        return next((one.speaker for one in bodies if one.own[1] <= group.first), None)

    def _verb_agent(self, verb: Verb) -> Group | None:
        """The noun group that a verb says did it."""
        if verb.passive:
            return self.clauses.phrase(verb.last, "by")
        if verb.sense is not None and (not verb.sense.transitive or self.clauses.undergone(verb)):
            return None
        if verb.form is GERUND:
            return self._gerund_agent(verb)
        if verb.form is INFINITIVE:
            clauses = self.clauses
            main = clauses.owner.get(verb.first - 1) or clauses.main(verb)
            if main is None:
                return clauses.subject(verb)  # "Acme to cut 900 jobs"
            return self._named(main) if main is not verb else None
        return self._named(verb)

    def _named(self, verb: Verb) -> Group | None:
        """The subject of a verb; where it is a pronoun, the subject of a verb before that names somebody."""
        if verb.passive:  # "may have been used by hackers to attack millions"
            return self.clauses.phrase(verb.last, "by")
        group = self.clauses.subject(verb)
        if group is None or not self._is_pronoun(group):
            return group
        for other in reversed(self.clauses.verbs):
            if other.last <= group.first and other.form is FINITE and not other.passive:
                before = self.clauses.subject(other)
                if before is not None and not self._is_pronoun(before) and self._agrees(group, before):
                    return before
        return group

    def _agrees(self, pronoun: Group, group: Group) -> bool:
        """Can a pronoun stand for a group: "they" for any, the others for one only?"""
        bits = self.clauses.tags[group.head]
        return self.clauses.lower[pronoun.head] == "they" or not bits & pos.NOUNS or bool(bits & pos.NAME)

    def _is_pronoun(self, group: Group) -> bool:
        bits = self.clauses.tags[group.head]
        return bool(bits & pos.PRON) and not bits & NOMINAL

    def _gerund_agent(self, verb: Verb) -> Group | None:
        """Of an -ing clause: who is charged with it, else who acts where it hangs on, else the noun before it."""
        clauses = self.clauses
        if verb.first and clauses.lower[verb.first - 1] in self.roles.joining:  # "of shelling a town and killing two"
            joined = (one for one in reversed(clauses.verbs) if one.last < verb.first and one.form is not INFINITIVE)
            other = next(joined, None)
            if other is not None and other.form is GERUND:
                return self._gerund_agent(other)
        main = clauses.main(verb)
        before = clauses.tags[verb.first - 1] if verb.first else 0
        if before & pos.PREP:
            main = clauses.owner.get(verb.first - 2) or main
            if main is None:
                return None
            charges = main.lemma in self.lexicon.attributions.accusations and not main.passive
            return clauses.object(main) if charges and main.form is FINITE else clauses.subject(main)
        result = verb.sense is not None and verb.sense.act.action in LIVE
        if not result or (main is not None and main.lemma in self.clauses.speech):
            return clauses.subject(main if result and main else verb)
        return self._verb_agent(main) if main else None

    def _noun_agent(self, government: Government, draft: Draft) -> Group | None:
        """Who did what a noun tells: after "by", the owner before it, or the subject of the verb that passes it on."""
        if government.noun is None:
            return None
        clauses = self.clauses
        by = clauses.phrase(government.noun, "by", government.noun + NEAR)
        group = clauses.group_before(government.noun + 1)
        own = government.noun in range(draft.first, draft.group_last)  # "eleven of the dead"
        if by is not None or group is None or own:
            return by
        verb = clauses.owner.get(group.first - 1)
        if verb is not None and not verb.passive and verb.lemma in self.roles.carrying:
            return clauses.subject(verb)
        return group if self.namer.owner(group) else None

    def _nearby(self, government: Government) -> str | None:
        """Who else the sentence says struck: in another clause, or as the owner of an attack."""
        for verb in self.clauses.verbs:
            if verb is not government.verb and self._strikes(verb) and not self._other_victim(verb):
                group = self._verb_agent(verb)
                actor = None if group is None or self._underwent(group) else self._resolved(group)
                if actor:
                    return actor
        return self._owner_of_attack()

    def _other_victim(self, verb: Verb) -> bool:
        """Did a verb befall somebody else: "before officers killed the gunman"?"""
        group = None if verb.passive else self.clauses.object(verb)
        if group is None or any(group.first <= i < group.last for i in self.clauses.figures):
            return False
        return self.lexicon.is_a(self.lexicon.concept(self.namer.head(group)), "person")

    @staticmethod
    def _strikes(verb: Verb) -> bool:
        return verb.sense is not None and verb.sense.transitive and verb.sense.act.action in EVENT

    def _underwent(self, group: Group) -> bool:
        """Is the group a figure of this sentence that underwent something?"""
        return any(
            government.part is PATIENT and is_figure(group, draft)
            for draft, government in zip(self.drafts, self.governments, strict=True)
        )

    def _owner_of_attack(self) -> str | None:
        groups = (self.clauses.group_before(i + 1) for i in self.reading.deeds)
        return next((owner for group in groups if group and (owner := self.namer.owner(group))), None)
