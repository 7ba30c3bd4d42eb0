"""What was done to or by each figure of one sentence."""

from itertools import pairwise
from typing import Final

from figurecheck.extraction.deeds import (
    ARMED,
    CASUALTIES,
    CHOOSY,
    HURT,
    LIVE,
    MEASURED,
    PAID,
    SHARES,
    STRUCK,
    VAGUE,
)
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.predicates import PATIENT, Government
from figurecheck.extraction.readings import Reading
from figurecheck.extraction.story import Story
from figurecheck.model import Action, actions, kinds
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import words as pos
from figurecheck.rulebook.roles import Roles

OF: Final = 5
"""Up to how many tokens after a counting noun the noun that it counts stands ("cases of chemical attacks")."""
SPAN: Final = 4
"""Within how many tokens before "years" a word says that they come up to now."""
RUINED: Final = frozenset({actions.DAMAGE, actions.DESTROY})
DONE: Final = LIVE | {actions.OTHER, actions.SPEND}
"""Actions that are done to goods."""
TOPICAL: Final = frozenset({kinds.MONEY, kinds.RATIO})
"""Kinds whose action may wait for what they are of."""
CARED: Final = frozenset({actions.HOSPITALISE, actions.RELEASE, actions.KILL})
"""What becomes of the hurt, beside what made them so."""
MOVED: Final = VAGUE | {actions.RISE, actions.FALL, None}
MONEYED: Final = PAID | {actions.COST}


class Deeds:
    """What was done to or by each figure of one sentence."""

    __slots__ = ("elsewhere", "lower", "past", "rulebook", "story", "tags", "then")

    def __init__(self, reading: Reading, story: Story, rulebook: Rulebook) -> None:
        lower, roles = reading.clauses.lower, rulebook.roles
        self.lower = lower
        self.tags = reading.clauses.tags
        self.past = not roles.past.isdisjoint(lower) or self._spans(roles) or self._since(roles)
        """Does the sentence tell of a longer past, not of the event the article reports?"""
        self.elsewhere = bool(lower) and lower[0] in roles.other
        """Does it turn to another event?"""
        self.then = "same" in lower and any(word == "same" and after in roles.same for word, after in pairwise(lower))
        """Does it tell of the time told of before?"""
        self.story = story
        self.rulebook = rulebook

    def _since(self, roles: Roles) -> bool:
        """ "since March 2011", but not "since dawn" or "since Monday"."""
        if roles.since.isdisjoint(self.lower):
            return False
        at = (i for i, word in enumerate(self.lower) if word in roles.since)
        return any(roles.today.isdisjoint(self.lower[i + 1 : i + 3]) for i in at)

    def _spans(self, roles: Roles) -> bool:
        """ "in the past five years": a span of time that comes up to now."""
        if roles.eras.isdisjoint(self.lower):
            return False
        at = (i for i, word in enumerate(self.lower) if word in roles.eras)
        return any(not roles.lately.isdisjoint(self.lower[max(0, i - SPAN) : i]) for i in at)

    def action(self, draft: Draft, government: Government) -> Action:
        """The action of the wire contract; other where nothing says."""
        if draft.kind in MEASURED:
            return self._of_goods(draft, government) or actions.MEASURE
        if draft.kind in SHARES and draft.change:
            return actions.RISE if draft.change == "up" else actions.FALL
        found = self._of_worth(draft) or self._plausible(draft, government.action)
        if self._kills_and_injures(draft):
            return actions.KILL_OR_INJURE
        if draft.implied is not None and not self._finer(draft.implied, government):
            return draft.implied
        own = self._plausible(draft, self.of_head(draft))
        if (
            own is not None
            and (found is None or found not in (own, actions.LAUNCH))
            and (own in STRUCK or not self._finer(own, government))
        ):
            found = own
        if found is actions.KILL_OR_INJURE and government.verb is not None and self.story.spared:
            return actions.INJURE
        if draft.kind is kinds.MONEY and found in RUINED:  # "damage was put at $1 million"
            return actions.COST
        if found is None or found in VAGUE:
            found = self._of_modifiers(draft) or self._of_staff(draft) or found
        if found is None:
            return actions.EXIST if government.verb is not None and government.verb.lemma == "be" else actions.OTHER
        return found

    def _of_goods(self, draft: Draft, government: Government) -> Action | None:
        """What was done with goods that are told by weight, area or volume: "burned 3,000 acres", "seized 2 tons"."""
        done = government.verb is not None and government.verb.sense is not None and government.part is PATIENT
        goods = draft.dimension in self.rulebook.measures.goods
        return government.action if done and goods and government.action in DONE else None

    def of_topic(self, draft: Draft) -> Action | None:
        """The action of an amount or ratio, once it is known what it is of: what changed is earned or paid ("profit
        fell to $3m"), else it rose or fell ("the shares fell $3")."""
        found = draft.action
        if found not in MOVED:
            return found
        act = self.rulebook.lexicon.action_of_noun(draft.head_lemma) if draft.head_lemma else None
        if draft.kind is kinds.MONEY and act is not None and act.action in MONEYED:
            return act.action
        return (actions.RISE if draft.change == "up" else actions.FALL) if draft.change else found

    def _of_worth(self, draft: Draft) -> Action | None:
        """ "paintings worth $3 million": an adjective right before an amount."""
        i = draft.first - 1
        act = self.rulebook.lexicon.action_of_adjective(self.lower[i]) if draft.kind is kinds.MONEY and i >= 0 else None
        return act.action if act is not None and act.action is actions.COST else None

    def _of_staff(self, draft: Draft) -> Action | None:
        """ "the airline's 18,000 flight attendants": whose workers they are employs them."""
        owned = draft.first > 0 and self.tags[draft.first - 1] & (pos.POSS | pos.POSSPRON)
        staff = owned and draft.kind is kinds.COUNT and self.rulebook.lexicon.is_a(draft.concept, "worker")
        return actions.EMPLOY if staff else None

    def _plausible(self, draft: Draft, action: Action | None) -> Action | None:
        """What cannot be done with what is counted was not done: people are not earned, houses not intercepted."""
        if draft.kind in SHARES:
            if action is actions.ATTEND and self.rulebook.lexicon.is_a(draft.concept, "voter"):
                return actions.VOTE  # "58% of electors took part"
            return None if action is actions.COST else action
        if draft.kind is kinds.MONEY and action in ARMED:
            return None
        if draft.kind is kinds.MONEY and action is actions.CHARGE:  # "a charge of $85 million"
            return actions.COST
        if draft.kind is not kinds.COUNT or action not in CHOOSY:
            return action
        lexicon, concept = self.rulebook.lexicon, draft.concept
        if action is actions.INTERCEPT:
            return actions.DESTROY if lexicon.is_a(concept, "building") else action
        if action is actions.DISPLACE:
            return action if lexicon.is_a(concept, "person") or concept in self.rulebook.roles.households else None
        if action is actions.VOTE:
            voted = concept in self.rulebook.roles.ballots
            return action if voted or (lexicon.is_a(concept, "person") and not self._backed(draft)) else None
        return action if action is actions.SPEND and not lexicon.is_a(concept, "person") else None

    def _of_modifiers(self, draft: Draft) -> Action | None:
        """What befell people, as what stands before their noun says: "61 missing passengers"."""
        if draft.kind is not kinds.COUNT or not self.rulebook.lexicon.is_a(draft.concept, "person"):
            return None
        told = (word.lower() for word in draft.modifiers)
        adjectives = self.rulebook.lexicon.actions.adjectives
        return next((adjectives[word].action for word in told if word in self.rulebook.roles.befallen), None)

    def _backed(self, draft: Draft) -> bool:
        """ "400 men backed by tanks": who is backed by something does not vote."""
        return "by" in self.lower[draft.group_last : draft.group_last + 2] and draft.group_last < len(self.lower)

    def _kills_and_injures(self, draft: Draft) -> bool:
        """Does the counted group name both ("deaths and injuries")?"""
        if draft.implied not in CASUALTIES:
            return False
        words, events = self.rulebook.words, self.rulebook.lexicon.actions.events
        told = {
            event.act.action
            for word in self.lower[draft.number_last : draft.group_last]
            if (event := events.get(words.noun(word) or word)) is not None
        }
        return actions.KILL in told and actions.INJURE in told

    @staticmethod
    def _finer(implied: Action, government: Government) -> bool:
        """Does the verb say more than the noun: "casualties", or evacuees, that were killed?"""
        if government.part is not PATIENT:
            return False
        if implied is actions.INJURE:
            return government.action in CARED
        return government.action in HURT and (
            implied is actions.KILL_OR_INJURE or implied not in HURT | {actions.EXIST}
        )

    def of_head(self, draft: Draft) -> Action | None:
        """What the counted noun itself says ("three attacks", "a dozen gunshots")."""
        if draft.head_lemma is None or draft.kind is not kinds.COUNT:
            return None
        lexicon, words = self.rulebook.lexicon, self.rulebook.words
        act = lexicon.action_of_noun(draft.head_lemma)
        if act is None and draft.head_lemma in self.rulebook.roles.counting:
            inner = (
                self.lower[draft.last + 1 : draft.last + OF]
                if self.lower[draft.last : draft.last + 1] == ["of"]
                else []
            )
            acts = (lexicon.action_of_noun(words.noun(word) or word) for word in inner)
            act = next((found for found in acts if found), None)
        return act.action if act else None
