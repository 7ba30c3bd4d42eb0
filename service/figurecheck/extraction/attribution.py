"""Who says so: the sources that a sentence names, what each of them covers, and how firmly they speak."""

from typing import NamedTuple

from figurecheck.extraction.clauses import Clauses, Form, Group, Verb
from figurecheck.extraction.names import Namer
from figurecheck.extraction.places import is_name
from figurecheck.model import Stance
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import words as pos

QUOTES = frozenset({'"', "“", "”", "``", "''", "‘", "’"})


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


def read_sources(clauses: Clauses, namer: Namer, rulebook: Rulebook) -> list[Source]:
    """The attributions of a sentence, in order."""
    reader = _Reader(clauses, namer, rulebook)
    found = [source for verb in clauses.verbs if (source := reader.of_verb(verb))]
    found += reader.of_phrases()
    found.sort(key=lambda source: source.at)
    return found


class _Reader:
    """Reads the attributions of one sentence."""

    def __init__(self, clauses: Clauses, namer: Namer, rulebook: Rulebook) -> None:
        self.clauses = clauses
        self.sentence = clauses.sentence
        self.lower = clauses.lower
        self.namer = namer
        self.roles = rulebook.roles
        self.tables = rulebook.lexicon.attributions

    def of_verb(self, verb: Verb) -> Source | None:
        stance = self.tables.verbs.get(verb.lemma)
        if stance is None:
            return None
        if verb.passive:
            return self._passive(verb, stance)
        if verb.form is Form.INFINITIVE or (verb.form is Form.GERUND and not self._tells(verb)):
            return None
        if verb.negated:
            stance = Stance.UNCONFIRMED if stance is Stance.CONFIRMED else stance
        main = self.clauses.main(verb) if verb.form is Form.GERUND else verb
        group = self.clauses.subject(main) if main else None
        first, last = self._scope(verb)
        if group is None:
            group = self._inverted(verb)
            if group is None:
                return None
        return self._source(group, stance, first, last, verb.main)

    def _tells(self, verb: Verb) -> bool:
        """Does an -ing form of saying bring a clause or a quote ("adding that ...")?"""
        following = self.lower[verb.last] if verb.last < len(self.lower) else ""
        return following == "that" or following == "," or following in QUOTES

    def _inverted(self, verb: Verb) -> Group | None:
        """The speaker after the verb: `..., said Thomas Bojorquez`."""
        before = self.lower[verb.first - 1] if verb.first else ""
        if before == "," or before in QUOTES or (verb.first and not self.clauses.tags[verb.first - 1] & pos.PREP):
            group = self.clauses.group_at(verb.last)
            if group is not None and verb.last < len(self.lower):
                return group
        return None

    def _passive(self, verb: Verb, stance: Stance) -> Source | None:
        by = self.clauses.phrase(verb.last, "by", verb.last + 8)
        if by is None and verb.lemma not in self.tables.passive and verb.lemma not in self.tables.accusations:
            return None
        if verb.lemma in self.tables.accusations:
            stance = Stance.CLAIMED
        name = self._speaker(by)[0] if by is not None else None
        return Source(
            name,
            stance,
            verb.last if verb.form is Form.PARTICIPLE else 0,
            len(self.lower),
            verb.main,
            weight=0 if name is None else 1,
        )

    def _scope(self, verb: Verb) -> tuple[int, int]:
        """A word of saying covers what follows, or, at the sentence's end or after a quote, what goes before."""
        rest = self.clauses.verbs[-1] is verb
        if rest and not any(verb.last <= figure for figure in self.clauses.figures):
            return 0, len(self.lower)
        after = self.lower[verb.last] if verb.last < len(self.lower) else ""
        before = self.lower[verb.first - 1] if verb.first else ""
        if before in QUOTES or (before == "," and not after == "that"):
            return 0, len(self.lower)
        return verb.last, len(self.lower)

    def of_phrases(self) -> list[Source]:
        found: list[Source] = []
        lower = self.lower
        for i, word in enumerate(lower):
            stance = self.tables.adverbs.get(word)
            if stance is not None:
                found.append(Source(None, stance, i, len(lower), i, weight=0))
                continue
            stance = self.tables.adjectives.get(word)
            if stance is not None and stance is not Stance.STATED:
                found.append(Source(None, stance, i, min(len(lower), i + 8), i, weight=0))
                continue
            stance = self.tables.phrases.get(f"{word} {lower[i + 1]}") if i + 1 < len(lower) else None
            if stance is not None:
                group = self.clauses.group_at(i + 2)
                if group is not None:
                    found.append(self._source(group, stance, 0, len(lower), i))
        return found

    def _source(self, group: Group, stance: Stance, first: int, last: int, at: int) -> Source:
        name, bare = self._speaker(group)
        return Source(name, stance, first, last, at, bare)

    def _speaker(self, group: Group) -> tuple[str | None, bool]:
        """The speaker's name, and whether it only stands for a name given elsewhere."""
        if self.clauses.tags[group.head] & pos.PRON and not is_name(self.sentence, group.head):
            return self.sentence.words[group.head], True
        bare = not is_name(self.sentence, group.head) and self.namer.head(group) in self.roles.unnamed
        return self.namer.person(group) or self.namer.text(group) or None, bare
