"""The context of each figure of a sentence: who did what to whom, where, when, and who says so."""

from collections.abc import Sequence
from itertools import pairwise

from figurecheck.extraction.agency import Agency
from figurecheck.extraction.conversions import share_contexts
from figurecheck.extraction.deeds import (
    ARMED,
    CASUALTIES,
    CHOOSY,
    HURT,
    LIVE,
    MEASURED,
    SHARES,
    STRUCK,
    UNPLACED,
    VAGUE,
)
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.government import Governor
from figurecheck.extraction.predicates import PATIENT, Government
from figurecheck.extraction.readings import Reading
from figurecheck.extraction.sentence import Sentence
from figurecheck.extraction.setting import Setting
from figurecheck.extraction.speaking import Speaking
from figurecheck.extraction.story import Story, Told
from figurecheck.extraction.targets import Targets
from figurecheck.extraction.topics import Topics
from figurecheck.model import Action, actions, kinds
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook.roles import Roles

OF = 5
"""Up to how many tokens after a counting noun the noun that it counts stands ("cases of chemical attacks")."""

SPAN = 4
"""Within how many tokens before "years" a word says that they come up to now."""


def read_context(
    sentence: Sentence, drafts: Sequence[Draft], story: Story, rulebook: Rulebook, *, title: bool = False
) -> None:
    """Fills actor, action, target, place, when and attribution of a sentence's figures, and tells the story of them.

    What the sentence leaves out and other figures of the article give is filled in by `settle`, once all are read.
    """
    reading = story.reading(sentence, frozenset(draft.first for draft in drafts))
    governor = Governor(reading.clauses, drafts, rulebook)
    paragraph = -1 if title else story.text.rfind("\n", 0, sentence.start)
    opens = title or story.opens(sentence.start)
    governments: list[Government] = []
    for at in range(len(drafts)):
        governments.append(governor.of(at, governments))
    agency = Agency(reading, drafts, governments, story, rulebook)
    targets = Targets(reading, drafts, story, rulebook)
    setting = Setting(reading, drafts, story, title=title)
    speaking = Speaking(reading, story, rulebook.roles, title=title)
    deeds = Deeds(reading, story, rulebook)
    for draft, government in zip(drafts, governments, strict=True):
        is_deed = deeds.of_head(draft) in STRUCK
        draft.action = deeds.action(draft, government)
        draft.when = setting.when(draft)
        recent = setting.is_recent(draft.when)
        main = recent and draft.action in LIVE and not deeds.past and not deeds.elsewhere
        before = story.when_before(sentence.start) if main and not title and draft.when is None else None
        own = None if draft.kind in UNPLACED else setting.own_place(draft)
        draft.place = setting.place(draft, own, main=main, past=deeds.past)
        actor = agency.actor(draft, government, is_deed=is_deed)
        draft.actor = actor.name
        draft.target = targets.target(draft, government, is_deed=is_deed)
        draft.attribution = speaking.of(draft)
        if draft.shared:
            _remember(draft)
        story.told.append(
            Told(draft, title, opens, main, own, actor.open and main, recent, deeds.then, paragraph, before)
        )
    Topics(reading.clauses, rulebook).read(drafts)
    share_contexts(drafts)


def _remember(draft: Draft) -> None:
    """A whole that only names what its parts are of was told of before: "of the 300" that were launched."""
    before = next((told for link, told in draft.links if link == "same_as"), None)
    if before is not None and before.action is not None:
        draft.action, draft.actor, draft.target = before.action, before.actor, before.target
        draft.place, draft.when = before.place, before.when


RUINED = frozenset({actions.DAMAGE, actions.DESTROY})


class Deeds:
    """What was done to or by each figure of one sentence."""

    __slots__ = ("elsewhere", "lower", "past", "rulebook", "story", "then")

    def __init__(self, reading: Reading, story: Story, rulebook: Rulebook) -> None:
        lower, roles = reading.clauses.lower, rulebook.roles
        self.lower = lower
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
            return actions.MEASURE
        if draft.kind in SHARES and draft.change:
            return actions.RISE if draft.change == "up" else actions.FALL
        found = self._plausible(draft, government.action)
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
            found = self._of_modifiers(draft) or found
        if found is None:
            return actions.EXIST if government.verb is not None and government.verb.lemma == "be" else actions.OTHER
        return found

    def _plausible(self, draft: Draft, action: Action | None) -> Action | None:
        """What cannot be done with what is counted was not done: people are not earned, houses not intercepted."""
        if draft.kind in SHARES:
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
            return action if lexicon.is_a(concept, "person") or concept == "household" else None
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
        told = implied is actions.KILL_OR_INJURE or implied not in HURT | {actions.EXIST}
        return told and government.action in HURT and government.part is PATIENT

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
