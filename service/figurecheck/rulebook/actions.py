"""What was done: rules/lexicon/*/actions.toml as classes of actions and the words for each."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from figurecheck.model import Action
from figurecheck.rulebook.concepts import Concepts
from figurecheck.rulebook.errors import RulesError
from figurecheck.rulebook.indexing import Index, only, table, text, words
from figurecheck.rulebook.sources import Layer, Sources

LISTS: Final = ("verbs", "intransitive", "nouns", "adjectives")
GOVERNED: Final = ("objects", "subjects")
SUMS: Final = "sums"
DEVERBAL: Final = "deverbal"


class ActionClass(NamedTuple):
    """A class of actions: its name, the action of the wire contract that it is or lies below."""

    name: str
    action: Action


class VerbSense(NamedTuple):
    """What a verb says. `transitive`: its subject acts and its object undergoes; else its subject undergoes ("die").

    `both`: without an object the subject of a transitive one undergoes it ("the fee doubled").
    """

    act: ActionClass
    transitive: bool
    both: bool = False


class EventNoun(NamedTuple):
    """A noun that counts a concept and says what befell it: "fatality" is person and kill."""

    concept: str
    act: ActionClass


@dataclass(frozen=True, slots=True, repr=False)
class Actions:
    """Classes of actions by their words: lemmas in lower case, a verb's particle after a space ("shoot down")."""

    classes: Mapping[str, ActionClass]
    verbs: Mapping[str, VerbSense]
    objects: Mapping[str, Mapping[str, VerbSense]]
    """Verbs that mean another thing of some objects: by the objects' concepts, what the verb means then."""
    subjects: Mapping[str, Mapping[str, VerbSense]]
    """Verbs without an object that mean another thing of some subjects ("200 jobs will go"), likewise."""
    deverbal: Mapping[str, str]
    """Nouns that say of what they are of what their verb says of its object: the loss of 16 tanks, by lose."""
    nouns: Mapping[str, ActionClass]
    adjectives: Mapping[str, ActionClass]
    states: Mapping[str, tuple[tuple[tuple[str, ...], ActionClass], ...]]
    """Adjectives of several words ("in hospital"), by the first: the other words, and what befell one who is so."""
    events: Mapping[str, EventNoun]
    sums: Mapping[Action, tuple[Action, ...]]
    """Actions that are others added up: kill_or_injure is kill and injure."""

    def of_verb(self, verb: str, particle: str | None = None) -> VerbSense | None:
        """What a verb says, with its particle where that changes it ("shoot", "down"), or None."""
        if particle:
            sense = self.verbs.get(f"{verb} {particle}")
            if sense is not None:
                return sense
        return self.verbs.get(verb)

    def of_verb_and_object(
        self, verb: str, particle: str | None, object_concept: str | None, concepts: Concepts
    ) -> VerbSense | None:
        """What a verb says of an object of that concept, the nearest listed one ("fire" a worker: lay_off, a missile:
        launch), or None."""
        senses = self.objects.get(f"{verb} {particle}" if particle else verb)
        if senses and object_concept:
            for concept in (object_concept, *concepts.above.get(object_concept, ())):
                if concept in senses:
                    return senses[concept]
        return self.of_verb(verb, particle)

    def of_subject(self, verb: str, concept: str | None, concepts: Concepts) -> VerbSense | None:
        """What a verb without an object says of a subject of that concept ("go" of a job: lay_off), or None."""
        senses = self.subjects.get(verb)
        if not senses or not concept:
            return None
        return next((senses[one] for one in (concept, *concepts.above.get(concept, ())) if one in senses), None)

    def of_noun(self, noun: str) -> ActionClass | None:
        """The action that a singular noun names ("interception", "air strike"), or None."""
        return self.nouns.get(noun)

    def of_adjective(self, word: str) -> ActionClass | None:
        """What befell one who is so ("dead", "missing", "unaccounted for"), or None."""
        return self.adjectives.get(word)

    def event(self, noun: str) -> EventNoun | None:
        """What a singular noun counts, and what befell it ("fatality" -> person, kill), or None."""
        return self.events.get(noun)


class _Reader:
    """Gathers the files' classes and words before they are joined."""

    def __init__(self) -> None:
        self.parents: dict[str, tuple[str, Layer]] = {}
        self.lists = {name: Index() for name in LISTS}
        self.events = Index()
        self.governed: dict[str, dict[tuple[str, str], str]] = {name: {} for name in GOVERNED}
        self.deverbal: dict[str, str] = {}
        self.sums: dict[Action, tuple[Action, ...]] = {}

    def read(self, layer: Layer) -> None:
        for name, entry in layer.table.items():
            if name == SUMS:
                self._sums(layer, table(layer, name, entry))
            elif name == DEVERBAL:
                self.deverbal |= {noun: text(layer, f"{name}.{noun}", verb) for noun, verb in entry.items()}
            else:
                self._class(layer, name, table(layer, name, entry))

    def _class(self, layer: Layer, name: str, entry: Mapping[str, Any]) -> None:
        only(layer, name, entry, ("is", *LISTS, *GOVERNED, "events"))
        if "is" in entry or name not in self.parents:
            self.parents[name] = (text(layer, f"{name}.is", entry.get("is", name)), layer)
        for kind, index in self.lists.items():
            index.add(layer, f"{name}.{kind}", entry.get(kind, []), name)
        for concept, nouns in table(layer, f"{name}.events", entry.get("events", {})).items():
            self.events.add(layer, f"{name}.events.{concept}", nouns, f"{concept} {name}")
        for kind, senses in self.governed.items():
            for verb, concepts in table(layer, f"{name}.{kind}", entry.get(kind, {})).items():
                for concept in words(layer, f"{name}.{kind}.{verb}", concepts):
                    senses[verb, concept] = name

    def _sums(self, layer: Layer, entry: Mapping[str, Any]) -> None:
        for whole, parts in entry.items():
            place = f"{SUMS}.{whole}"
            self.sums[_action(layer, place, whole)] = tuple(
                _action(layer, place, part) for part in words(layer, place, parts)
            )

    def act(self, name: str) -> ActionClass:
        """The class of a name, under the action that its chain of parents ends in."""
        seen = [name]
        while True:
            wider, layer = self.parents[seen[-1]]
            if wider == seen[-1]:
                return ActionClass(name, _action(layer, seen[-1], wider))
            if wider in seen:
                raise RulesError(layer.path, "lies below itself", place=name, mend="mend its `is`")
            if wider not in self.parents:
                mend = "name an action or a class of this file"
                raise RulesError(layer.path, f"no action {wider!r}", place=f"{seen[-1]}.is", mend=mend)
            seen.append(wider)


def _action(layer: Layer, place: str, name: str) -> Action:
    try:
        return Action(name)
    except ValueError as error:
        mend = f"give it `is` = one of {', '.join(Action)}"
        raise RulesError(layer.path, f"{name!r} is no action", place=place, mend=mend) from error


def read_actions(sources: Sources, language: str) -> Actions:
    """The actions of all files. Raises RulesError for an unknown key, action or parent, or a word placed twice."""
    reader = _Reader()
    for layer in sources.of(f"lexicon/{language}/actions.toml"):
        reader.read(layer)
    acts = {name: reader.act(name) for name in reader.parents}
    verbs = {verb: VerbSense(acts[name], False) for verb, name in reader.lists["intransitive"].items()}
    verbs.update({verb: VerbSense(acts[name], True, verb in verbs) for verb, name in reader.lists["verbs"].items()})
    governed: dict[str, dict[str, dict[str, VerbSense]]] = {kind: {} for kind in GOVERNED}
    for kind, senses in reader.governed.items():
        for (verb, concept), name in senses.items():
            governed[kind].setdefault(verb, {})[concept] = VerbSense(acts[name], kind == "objects")
    return Actions(
        classes=acts,
        verbs=verbs,
        objects=governed["objects"],
        subjects=governed["subjects"],
        deverbal=reader.deverbal,
        nouns={noun: acts[name] for noun, name in reader.lists["nouns"].items()},
        adjectives={word: acts[name] for word, name in reader.lists["adjectives"].items()},
        states=_states({word: acts[name] for word, name in reader.lists["adjectives"].items() if " " in word}),
        events={noun: _event(key, acts) for noun, key in reader.events.items()},
        sums=reader.sums,
    )


def _states(phrases: Mapping[str, ActionClass]) -> dict[str, tuple[tuple[tuple[str, ...], ActionClass], ...]]:
    found: dict[str, list[tuple[tuple[str, ...], ActionClass]]] = {}
    for phrase, act in phrases.items():
        first, *rest = phrase.split(" ")
        found.setdefault(first, []).append((tuple(rest), act))
    return {first: tuple(sorted(entries, key=lambda entry: -len(entry[0]))) for first, entries in found.items()}


def _event(key: str, acts: Mapping[str, ActionClass]) -> EventNoun:
    concept, name = key.split(" ")
    return EventNoun(concept, acts[name])
