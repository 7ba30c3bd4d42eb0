"""Sources: who speaks, by name, and what of the sentence is told by them."""

from typing import Final, NamedTuple

from figurecheck.extraction.clauses import Clauses
from figurecheck.extraction.grammar import NOMINAL, PARTICIPLE, Group, Verb
from figurecheck.extraction.names import Namer
from figurecheck.extraction.place_names import is_name
from figurecheck.model import Stance
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import words as pos

AUTHOR: Final = 5
"""Within how many tokens behind its verb the maker of a text is named."""


class Source(NamedTuple):
    """One attribution: who speaks (None where nobody is named), how, and the tokens [first, last) that it covers.

    `at` is the token of the word of saying; `bare` where the speaker is only a pronoun or a noun that stands for a name
    given elsewhere.
    """

    speaker: str | None
    stance: Stance
    first: int
    last: int
    at: int
    bare: bool = False
    weight: int = 1
    """2 for a word that makes a source, 1 for a vaguer one, 0 where only the stance is told."""
    body: bool = False
    """Is the speaker a body with a name, not a person?"""
    own: tuple[int, int] = (0, 0)
    """The tokens that name the speaker."""

    def covers(self, i: int) -> bool:
        """Is what stands at token i told by the source? Nobody is the source of the words that name him."""
        first, last = self.own
        return self.first <= i < self.last and not first <= i < last


class SourceNamer:
    """Names the sources of one sentence."""

    def __init__(self, clauses: Clauses, namer: Namer, rulebook: Rulebook) -> None:
        self.clauses = clauses
        self.sentence = clauses.sentence
        self.lower = clauses.lower
        self.namer = namer
        self.roles = rulebook.roles
        self.lexicon = rulebook.lexicon
        self.words = rulebook.words
        self.tables = rulebook.lexicon.attributions
        self.others = rulebook.measures.others

    def can_speak(self, group: Group) -> bool:
        """Is it a name, a person, a body or a text that can tell something?"""
        i = group.head
        bits = self.clauses.tags[i]
        if self.lower[group.first] in self.roles.nobody:
            return False
        if bits & pos.PRON and (not bits & NOMINAL or len(self.lower[i]) == 1):
            return self.lower[i] in self.roles.third
        head = self.namer.head(group)
        if self.clauses.is_time(i) or bits & pos.NUM:
            return False
        if (
            head in self.roles.speakers
            or head in self.roles.unnamed
            or head in self.roles.agents
            or head in self.tables.nouns
        ):
            return True
        if head in self.roles.instruments or head in self.roles.blind or head in self.lexicon.actions.events:
            return False
        if bits & pos.NAME and (is_name(self.sentence, i) or self.sentence.caseless):
            return True
        concept = self.lexicon.concept(head)
        return concept in self.roles.bodies or self.lexicon.is_a(concept, "person")

    def author(self, group: Group | None) -> Group | None:
        """Whose text it is: "data from the US Geological Survey", "a report by the Network for Human Rights"."""
        if group is None or self.namer.head(group) not in self.tables.nouns or group.last + 1 >= len(self.lower):
            return group
        at = self._published(group.last)
        if self.lower[at] in self.roles.authors:
            inner = self.clauses.group_at(at + 1)
            if inner is not None and self.can_speak(inner):
                return inner
        return group

    def _published(self, i: int) -> int:
        """Past how a text came out, to who made it: "a poll released on Wednesday by the institute"."""
        verb = self.clauses.owner.get(i)
        if verb is None or verb.form is not PARTICIPLE:
            return i
        stop = min(verb.last + AUTHOR, len(self.lower) - 1)
        return next((k for k in range(verb.last, stop) if self.lower[k] in self.roles.by), i)

    def source(self, group: Group, stance: Stance, first: int, last: int, verb: Verb | None, at: int = 0) -> Source:
        name, bare = self._speaker(group)
        own = group.first, self._with_age(group.last)
        body = bool(self.clauses.tags[group.head] & pos.NAME) and self._is_body(group)
        weight = 1 if verb is not None and verb.lemma not in self.roles.saying else 2
        return Source(name, stance, first, last, verb.main if verb else at, bare, weight, body, own)

    def _is_body(self, group: Group) -> bool:
        """Is a name no person's: "the union Libra", as against "the farmer Libra"?"""
        first = group.head
        while first > group.first and is_name(self.sentence, first - 1):
            first -= 1
        before = self.words.noun(self.lower[first - 1]) if first > group.first else None
        return self.namer.person(group) is None or self.lexicon.concept(before or "") in self.roles.bodies

    def _with_age(self, i: int) -> int:
        """The end of a name that ends before token i, with the age set behind it: "Ann Smith, 43, said"."""
        aged = i + 1 in self.clauses.figures and self.lower[i] == "," and self.lower[i + 2 : i + 3] == [","]
        return i + 2 if aged else i

    def _speaker(self, group: Group) -> tuple[str | None, bool]:
        """The speaker's name, and whether it only stands for a name given elsewhere."""
        if self.clauses.tags[group.head] & pos.PRON and not self.clauses.tags[group.head] & NOMINAL:
            return self.sentence.words[group.head], True
        named = any(self.clauses.tags[i] & pos.NAME for i in range(group.first, group.last))
        one = not self.clauses.tags[group.head] & pos.NOUNS  # "media reports", "documents" stand for themselves
        bare = not named and one and self.namer.head(group) in self.roles.unnamed
        return self.namer.person(group) or self._appended(group) or self.namer.text(group) or None, bare

    def _appended(self, group: Group) -> str | None:
        """The name set after a noun for a person: "the fire chief, James Steele"."""
        i = group.last + 1
        titled = self.lower[group.head] in self.roles.titles  # "Information Officer, Loretta Cool"
        named = is_name(self.sentence, group.head) and not titled
        if named or i >= len(self.lower) or self.lower[i - 1] != ",":
            return None
        name = self.clauses.group_at(i)
        if (
            name is None
            or name.last - name.first < 2
            or not all(is_name(self.sentence, k) for k in range(name.first, name.last))
        ):
            return None
        return self.sentence.slice(name.first, name.last)
