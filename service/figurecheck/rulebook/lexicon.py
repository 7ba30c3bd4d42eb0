"""What words mean: concepts, actions, attributions, nations and abbreviations behind one set of look-ups."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from figurecheck.model import Action, Stance
from figurecheck.rulebook.actions import ActionClass, Actions, EventNoun, VerbSense, read_actions
from figurecheck.rulebook.attribution import Attributions, read_attributions
from figurecheck.rulebook.concepts import Concepts, read_concepts
from figurecheck.rulebook.errors import RulesError
from figurecheck.rulebook.indexing import Index, only, words
from figurecheck.rulebook.nations import Nations, read_nations
from figurecheck.rulebook.sources import Sources

NATIONAL: Final = "citizen"
"""The concept of those whom a demonym names: "40 Syrians"."""


@dataclass(frozen=True, slots=True)
class Abbreviations:
    """Words that end in a full stop which need not end a sentence, in lower case with their stops."""

    inner: frozenset[str]
    """Never the last word of a sentence: "mr.", "gen."."""
    either: frozenset[str]
    """May end a sentence, where what follows can begin one: "u.s.", "a.m.", "inc."."""
    openers: frozenset[str]
    """Words that can begin one."""


@dataclass(frozen=True, slots=True, repr=False)
class Lexicon:
    """The meanings of a language's words. Look-ups take singular nouns and infinitives in lower case, cost a dict
    look-up or two, and return None for what no table lists."""

    concepts: Concepts
    actions: Actions
    attributions: Attributions
    nations: Nations
    abbreviations: Abbreviations

    def concept(self, phrase: str) -> str | None:
        """The concept that a noun or noun phrase names or counts: "drone" -> "uav", "fatality" -> "person"; a
        demonym counts nationals."""
        found = self.concepts.of(phrase)
        if found is not None:
            return found
        if event := self.actions.event(phrase):
            return event.concept
        return NATIONAL if phrase in self.nations.demonyms else None

    def concept_of_group(self, words: Sequence[str]) -> str | None:
        """The concept of a noun group whose last word is its head, in the singular: "attack", "drone" -> "uav"."""
        for start in range(max(0, len(words) - self.concepts.longest), len(words)):
            found = self.concept(" ".join(words[start:]))
            if found is not None:
                return found
        return None

    def is_a(self, concept: str | None, wider: str) -> bool:
        """Whether a concept is the wider one or lies below it."""
        return self.concepts.is_a(concept, wider)

    def event_noun(self, noun: str) -> EventNoun | None:
        """What a noun counts and what befell it: "fatality" -> person, kill."""
        return self.actions.event(noun)

    def event_of_group(self, words: Sequence[str]) -> EventNoun | None:
        """What a noun group counts and what befell it, by the longest listed phrase that ends it: "new", "case"."""
        for start in range(max(0, len(words) - self.concepts.longest), len(words)):
            found = self.actions.event(" ".join(words[start:]))
            if found is not None:
                return found
        return None

    def verb_sense(self, verb: str, particle: str | None = None, object_concept: str | None = None) -> VerbSense | None:
        """The class of a verb, and whether its object undergoes it: "shoot", "down" -> shoot_down, True."""
        return self.actions.of_verb_and_object(verb, particle, object_concept, self.concepts)

    def action_of_verb(
        self, verb: str, particle: str | None = None, object_concept: str | None = None
    ) -> ActionClass | None:
        """The class of action that a verb names: "fire" of a worker is lay_off, of a missile launch."""
        sense = self.verb_sense(verb, particle, object_concept)
        return sense.act if sense else None

    def action_of_noun(self, noun: str) -> ActionClass | None:
        """The class of action that a noun names: "interception" -> intercept."""
        return self.actions.of_noun(noun)

    def action_of_adjective(self, word: str) -> ActionClass | None:
        """What befell one who is so: "dead" -> kill."""
        return self.actions.of_adjective(word)

    def parts_of(self, action: Action) -> tuple[Action, ...]:
        """The actions that add up to this one: kill_or_injure -> kill, injure; empty for others."""
        return self.actions.sums.get(action, ())

    def stance_of_verb(self, verb: str) -> Stance | None:
        """The stance of a verb of saying: "say" -> stated."""
        return self.attributions.of_verb(verb)

    def nation_of(self, name: str) -> str | None:
        """The nation that a capitalised name, demonym or capital stands for: "Kyiv" -> "Ukraine"."""
        return self.nations.nation_of(name)


def read_lexicon(sources: Sources, language: str) -> Lexicon:
    """The tables of rules/lexicon/<language>, checked. Raises RulesError naming file, place and mend."""
    lexicon = Lexicon(
        concepts=read_concepts(sources, language),
        actions=read_actions(sources, language),
        attributions=read_attributions(sources, language),
        nations=read_nations(sources, language),
        abbreviations=_abbreviations(sources, language),
    )
    _check(lexicon, sources, language)
    return lexicon


def _abbreviations(sources: Sources, language: str) -> Abbreviations:
    index, openers = Index(), set[str]()
    for layer in sources.of(f"lexicon/{language}/abbreviations.toml"):
        only(layer, "", layer.table, ("inner", "either", "openers"))
        for name, members in layer.table.items():
            if name == "openers":
                openers.update(words(layer, name, members))
            else:
                index.add(layer, name, members, name)
    kinds = dict(index.items())
    inner, either = (frozenset(word for word, kind in kinds.items() if kind == name) for name in ("inner", "either"))
    return Abbreviations(inner, either, frozenset(openers))


def _check(lexicon: Lexicon, sources: Sources, language: str) -> None:
    """Every concept that the actions name is one. Raises RulesError for one that no table defines."""
    named = {event.concept: noun for noun, event in lexicon.actions.events.items()}
    for governed in (lexicon.actions.objects, lexicon.actions.subjects):
        named.update({concept: verb for verb, senses in governed.items() for concept in senses})
    for concept, word in named.items():
        if concept not in lexicon.concepts.above:
            path = sources.of(f"lexicon/{language}/actions.toml")[-1].path
            raise RulesError(path, f"no concept {concept!r}", place=word, mend="name a concept of concepts*.toml")
