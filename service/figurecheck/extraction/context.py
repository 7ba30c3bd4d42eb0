"""The context of each figure of a sentence: who did what to whom, where, when, and who says so."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from figurecheck.extraction.attribution import Source
from figurecheck.extraction.clauses import QUOTES, Form, Group, Verb
from figurecheck.extraction.draft import Draft
from figurecheck.extraction.government import Government, Governor, Part, group_of
from figurecheck.extraction.places import CITY, NATION, SPOT, Place
from figurecheck.extraction.sentence import Sentence
from figurecheck.extraction.story import EVENT, Reading, Story, told_then
from figurecheck.extraction.times import Role
from figurecheck.model import Action, Attribution, Kind, Stance, When
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import words as pos

MEASURED = frozenset({Kind.AGE, Kind.DURATION, Kind.MEASURE})
LIVE = EVENT | {
    Action.INTERCEPT,
    Action.EVACUATE,
    Action.HOSPITALISE,
    Action.RESCUE,
    Action.DAMAGE,
    Action.MISSING,
    Action.ARREST,
    Action.DISPLACE,
}
"""Actions that tell of an event, which has a place and a day."""
UNDONE = frozenset({Action.EXIST, Action.MEASURE, Action.CHARGE, Action.RISE, Action.FALL})
"""Actions that nobody does to what is counted."""
HURT = frozenset({Action.KILL, Action.INJURE, Action.KILL_OR_INJURE, Action.MISSING, Action.HOSPITALISE})


def read_context(
    sentence: Sentence, drafts: Sequence[Draft], story: Story, rulebook: Rulebook, *, title: bool = False
) -> None:
    """Fills actor, action, target, place, when and attribution of all figures of one sentence."""
    reading = story.reading(sentence, frozenset(draft.first for draft in drafts))
    reader = _Reader(reading, story, rulebook, drafts, title)
    reader.read()


@dataclass(slots=True)
class _Reader:
    reading: Reading
    story: Story
    rulebook: Rulebook
    drafts: Sequence[Draft]
    title: bool
    governments: list[Government] = field(default_factory=list)

    def read(self) -> None:
        governor = Governor(self.reading.clauses, self.drafts, self.rulebook)
        for at in range(len(self.drafts)):
            self.governments.append(governor.of(at, self.governments))
        for draft, government in zip(self.drafts, self.governments, strict=True):
            draft.action = self._action(draft, government)
            main = self._is_main(draft)
            draft.place = self._place(draft, government, main)
            draft.actor = self._actor(draft, government, main)
            draft.target = self._target(draft, government, main)
            draft.when = self._when(draft, government, main)
            draft.attribution = self._attribution(draft)

    # What was done

    def _action(self, draft: Draft, government: Government) -> Action:
        if draft.kind in MEASURED:
            return Action.MEASURE
        if draft.kind is Kind.PERCENT and draft.change:
            return Action.RISE if draft.change == "up" else Action.FALL
        if draft.implied is not None and not (
            government.action in HURT and government.part is Part.PATIENT and draft.implied is Action.KILL_OR_INJURE
        ):
            return draft.implied
        own = self._own_action(draft)
        found = government.action
        if own is not None and (found is None or found not in (own, Action.LAUNCH)):
            found = own
        if found is Action.KILL_OR_INJURE and government.verb is not None and not self.story.deadly:
            return Action.INJURE
        return found or (
            Action.EXIST if government.verb is not None and government.verb.lemma == "be" else Action.OTHER
        )

    def _own_action(self, draft: Draft) -> Action | None:
        """What the counted noun itself says ("three attacks", "a dozen gunshots")."""
        if draft.head_lemma is None or draft.kind is not Kind.COUNT:
            return None
        act = self.rulebook.lexicon.action_of_noun(draft.head_lemma)
        return act.action if act else None

    def _is_main(self, draft: Draft) -> bool:
        """Does the figure tell of the article's main event?"""
        if draft.action not in LIVE:
            return False
        roles, lower = self.rulebook.roles, self.reading.clauses.lower
        return not any(word in roles.past for word in lower) and not (lower and lower[0] in roles.other)

    # Who did it, and to whom

    def _actor(self, draft: Draft, government: Government, main: bool) -> str | None:
        if draft.kind in MEASURED or government.part is Part.AGENT or draft.action in UNDONE:
            return None
        namer = self.reading.namer
        group = self._verb_agent(government.verb) if government.verb else self._noun_agent(government)
        found = namer.actor(group)
        if found is not None and group is not None and namer.again(group):
            found = self.story.event.actor or found
        if found is not None and found.lower() in self.rulebook.roles.accused:
            found = self.story.accused or found
        own = draft.head_lemma is not None and self._own_action(draft) is not None
        if found is None and draft.action in LIVE and not own and not namer.acts(group):
            found = self._nearby_actor(government)
            if found is None and main and draft.action in EVENT and self._at_event(draft):
                found = self.story.event.actor
        return self.story.full(found) if found else None

    def _at_event(self, draft: Draft) -> bool:
        """Is the figure told of in title or lead, or where the main event took place?"""
        event = self.story.event.place
        return (
            self.title
            or self.story.opens(self.reading.clauses.sentence.start)
            or (event is not None and draft.place == event.name)
        )

    def _verb_agent(self, verb: Verb) -> Group | None:
        """The noun group that a verb says did it."""
        clauses = self.reading.clauses
        if verb.passive:
            return clauses.phrase(verb.last, "by")
        if verb.sense is not None and not verb.sense.transitive:
            return None
        if verb.form is Form.GERUND:
            return self._gerund_agent(verb)
        return clauses.subject(verb)

    def _gerund_agent(self, verb: Verb) -> Group | None:
        """Of an -ing clause: who is charged with it, else who acts in the clause it hangs on, else the noun before it."""
        clauses = self.reading.clauses
        main = clauses.main(verb)
        before = clauses.tags[verb.first - 1] if verb.first else 0
        if before & pos.PREP:
            accused = clauses.owner.get(verb.first - 2)
            main = accused or main
            if main is None:
                return None
            charged = (
                main.lemma in self.rulebook.lexicon.attributions.accusations
                and main.form is Form.FINITE
                and not main.passive
            )
            return clauses.object(main) if charged else clauses.subject(main)
        if not self._is_result(verb):
            return clauses.subject(verb)
        return self._verb_agent(main) if main else None

    def _is_result(self, verb: Verb) -> bool:
        """Does an -ing clause tell what the main clause led to ("..., killing 10"), not what a noun does ("men carrying guns")?"""
        return verb.sense is not None and verb.sense.act.action in LIVE

    def _noun_agent(self, government: Government) -> Group | None:
        """Who did what a noun tells: after "by", the owner before it, or the subject of the verb that passes it on."""
        if government.noun is None:
            return None
        clauses = self.reading.clauses
        by = clauses.phrase(government.noun, "by", government.noun + 14)
        if by is not None:
            return by
        group = clauses.group_before(government.noun + 1)
        if group is None:
            return None
        verb = clauses.owner.get(group.first - 1)
        if verb is not None and not verb.passive and verb.lemma in self.rulebook.roles.carrying:
            return clauses.subject(verb)
        return group if self.reading.namer.owner(group) else None

    def _is_patient(self, group: Group) -> bool:
        """Is the group a figure of this sentence that underwent something?"""
        for draft, government in zip(self.drafts, self.governments, strict=False):
            if government.part is Part.PATIENT and draft.first < group.last and group.first < draft.group_last:
                return True
        return False

    def _nearby_actor(self, government: Government) -> str | None:
        """Who else the sentence says struck: in another clause, or by the owner of an attack."""
        clauses, namer = self.reading.clauses, self.reading.namer
        for verb in clauses.verbs:
            if (
                verb is government.verb
                or verb.sense is None
                or not verb.sense.transitive
                or verb.sense.act.action not in EVENT
            ):
                continue
            group = self._verb_agent(verb)
            actor = None if group is None or self._is_patient(group) else namer.actor(group)
            if actor:
                return actor
        for i, word in enumerate(clauses.lower):
            if i in clauses.owner or not clauses.tags[i] & (pos.NOUN | pos.NOUNS):
                continue
            noun = self.rulebook.words.noun(word) or word
            act = self.rulebook.lexicon.action_of_noun(noun)
            if act is not None and act.action in EVENT:
                group = clauses.group_before(i + 1)
                owner = namer.owner(group) if group else None
                if owner:
                    return owner
        return None

    def _target(self, draft: Draft, government: Government, main: bool) -> str | None:
        if draft.kind in MEASURED:
            return None
        if government.part is Part.AGENT and government.verb is not None:
            return self._object_of(government.verb)
        if draft.action in EVENT:
            return self._aimed_at(draft)
        return None

    def _object_of(self, verb: Verb) -> str | None:
        clauses, namer = self.reading.clauses, self.reading.namer
        group = clauses.object(verb)
        if group is None or any(draft.first < group.last and group.first < draft.group_last for draft in self.drafts):
            group = self._toward(verb.last)
        if group is None:
            return None
        return namer.text(group, whole=False) or None

    def _toward(self, start: int) -> Group | None:
        clauses = self.reading.clauses
        for j in range(start, min(len(clauses.lower), start + 12)):
            if clauses.lower[j] in self.rulebook.roles.toward:
                group = clauses.group_at(j + 1)
                if group is not None and self.reading.namer.head(group) in self.rulebook.roles.targets:
                    return group
        return None

    def _aimed_at(self, draft: Draft) -> str | None:
        """What an attack in the sentence was aimed at: the object of its verb, or what follows at, on, against."""
        clauses, namer, roles = self.reading.clauses, self.reading.namer, self.rulebook.roles
        own = group_of(draft)
        for verb in clauses.verbs:
            if verb.sense is None or verb.sense.act.action not in EVENT or verb.passive:
                continue
            group = clauses.object(verb)
            if (
                group is not None
                and not (group.first < own.last and own.first < group.last)
                and namer.head(group) in roles.targets
            ):
                return namer.text(group, whole=False)
            group = self._toward(verb.last)
            if group is not None:
                return namer.text(group, whole=False)
        for i, word in enumerate(clauses.lower):
            if word in roles.toward and i:
                noun = self.rulebook.words.noun(clauses.lower[i - 1]) or clauses.lower[i - 1]
                act = self.rulebook.lexicon.action_of_noun(noun)
                if act is not None and act.action in EVENT:
                    group = clauses.group_at(i + 1)
                    if group is not None:
                        return namer.text(group, whole=False)
        return None

    # Where and when

    def _place(self, draft: Draft, government: Government, main: bool) -> str | None:
        if draft.kind is Kind.AGE:
            return None
        own = self._own_place(draft, government)
        if draft.action is Action.HOSPITALISE or draft.kind in MEASURED:
            return own.name if own and draft.kind is not Kind.DURATION else None
        event = self.story.event
        if draft.action not in LIVE:
            return own.name if own else self.story.place
        if not main:
            return own.name if own else event.nation
        found = self._narrowed(own) if own else self.story.place or (event.place.name if event.place else event.nation)
        if own is None or own.firm:
            self.story.place = found
        return found

    def _narrowed(self, own: Place) -> str:
        """A place of the main event as narrowly as the opening gives it."""
        inner = self.story.inside.get(own.name)
        if inner is not None and own.narrow < inner.narrow:
            return inner.name
        event = self.story.event.place
        opens = self.title or self.story.opens(self.reading.clauses.sentence.start)
        if (
            opens
            and event is not None
            and event.narrow > own.narrow
            and (own.narrow == NATION or (event.narrow == SPOT and own.narrow <= CITY))
        ):
            return event.name
        return own.name

    def _own_place(self, draft: Draft, government: Government) -> Place | None:
        places = self.reading.places
        if not places:
            return None
        return max(
            places,
            key=lambda place: (place.firm, place.first >= draft.last, place.narrow, -abs(place.first - draft.last)),
        )

    def _when(self, draft: Draft, government: Government, main: bool) -> When | None:
        if draft.kind in MEASURED:
            return None
        times = [
            time for time in self.reading.times if not told_then(self.reading, time) and time.role is not Role.LIMIT
        ]
        if times:
            best = min(times, key=lambda time: (time.role, not time.one_day, abs(time.first - draft.last)))
            return best.when(self.reading.clauses.sentence)
        return self.story.event.when if main else None

    # Who says so

    def _attribution(self, draft: Draft) -> Attribution:
        covering = [source for source in self.reading.sources if source.first <= draft.first < source.last]
        stance = Stance.STATED
        speaker: str | None = None
        for source in covering:
            if source.stance is not Stance.STATED:
                stance = source.stance
        named = [source for source in covering if source.speaker]
        if named:
            source = min(named, key=lambda source: (-source.weight, source.first == 0, abs(source.at - draft.first)))
            speaker = self._named(source)
            stance = source.stance if stance is Stance.STATED else stance
        elif self._quoted() and not self.title:
            speaker = self.story.speaker_before(self.reading.clauses.sentence.start)
        if speaker:
            speaker = self.story.full(speaker)
            self.story.speaker = speaker
        return Attribution(speaker=speaker, stance=stance)

    def _named(self, source: Source) -> str | None:
        """The speaker by name, where the sentence gives only a pronoun or "a watchdog"."""
        if not source.bare:
            return source.speaker
        if source.speaker and source.speaker.lower() in self.rulebook.roles.third:
            start = self.reading.clauses.sentence.start
            return None if self.title else self.story.speaker_before(start) or self.story.speaker
        return self.story.body_named or source.speaker

    def _quoted(self) -> bool:
        return any(word in QUOTES for word in self.reading.clauses.lower)
