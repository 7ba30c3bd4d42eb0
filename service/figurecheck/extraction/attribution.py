"""Who says so: the sources that a sentence names, what each of them covers, and how firmly they speak."""

from functools import lru_cache
from typing import Final

from figurecheck.extraction.clauses import Clauses
from figurecheck.extraction.cues import SOURCE, TAGGING, tokens_with
from figurecheck.extraction.deeds import VAGUE
from figurecheck.extraction.grammar import FINITE, GERUND, INFINITIVE, PARTICIPLE, QUOTES, Group, Verb
from figurecheck.extraction.names import Namer
from figurecheck.extraction.sentence import Sentence
from figurecheck.extraction.sources import Source
from figurecheck.extraction.speakers import CLOSERS, SpeakerReader
from figurecheck.model import Stance
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import words as pos
from figurecheck.rulebook.remembered import Remembered

TAG: Final = 4
"""How many tokens name a source that a headline sets apart."""


@lru_cache(maxsize=8)
def _telling(rulebook: Rulebook) -> Remembered[bool]:
    """Can a word open a verb of saying?"""
    firsts = {verb.partition(" ")[0] for verb in rulebook.lexicon.attributions.verbs}
    return Remembered(lambda word: (rulebook.words.verb(word) or word) in firsts)


def may_tell(sentence: Sentence, rulebook: Rulebook) -> bool:
    """Can a sentence name a source: has it a word of saying? Asked first: it costs no clauses."""
    if tokens_with(SOURCE, sentence.cues):
        return True
    return any(map(_telling(rulebook).__getitem__, sentence.lower))


def read_sources(clauses: Clauses, namer: Namer, rulebook: Rulebook) -> list[Source]:
    """The attributions of a sentence, in order."""
    reader = _Reader(clauses, namer, rulebook)
    says = rulebook.lexicon.attributions.verbs
    found = [source for verb in clauses.verbs if verb.lemma in says and (source := reader.of_verb(verb))]
    if at := tokens_with(SOURCE, clauses.sentence.cues):
        found += reader.of_phrases(at)
        if (tag := reader.of_tag(at)) is not None:
            found.append(tag)
    found.sort(key=lambda source: source.at)
    return found


class _Reader(SpeakerReader):
    """Reads the attributions of one sentence."""

    def of_verb(self, verb: Verb) -> Source | None:
        """What a verb of saying tells."""
        stance = self.tables.verbs[verb.lemma]
        if verb.passive:
            return self._passive(verb, stance)
        if verb.form is INFINITIVE or not self._tells(verb) or (self._does(verb) and not self._gauges(verb)):
            return None
        if verb.negated and stance is Stance.CONFIRMED:
            stance = Stance.UNCONFIRMED
        group = self.speaking(verb)
        group = self.author(group) if group is not None and group.last < verb.first else group
        if group is None:
            return None
        first, last = self._scope(verb, group)
        if first < verb.first < group.first:
            last = self._described(group.last)
        return self.source(group, stance, first, last, verb)

    def _described(self, i: int) -> int:
        """Where a speaker set behind what is told begins to be described: "said Ann Smith, who runs a clinic"."""
        for j in range(i, len(self.lower)):
            opens = self.lower[j + 1] if self.lower[j] == "," and j + 1 < len(self.lower) else self.lower[j]
            if self.clauses.tags[j] & pos.REL and not self.clauses.tags[j] & pos.CONJ:
                return j
            if j == i and (opens in self.roles.indefinite or opens.isdecimal()):
                return j
        return len(self.lower)

    def _tells(self, verb: Verb) -> bool:
        """Does a verb of saying bring a clause or a quote, or stand after one? Some make a source whatever follows."""
        before = self.lower[verb.first - 1] if verb.first else ""
        following = self.lower[verb.last] if verb.last < len(self.lower) else "."
        clause = following == "that" or following in QUOTES or following in CLOSERS
        if verb.lemma in self.tables.accusations and verb.form is FINITE:
            return True
        if verb.form is GERUND:
            return clause and following not in (".", ";")
        if verb.sense is not None and verb.sense.act.action not in VAGUE and verb.lemma not in self.roles.saying:
            subject = self.clauses.subject(verb) if following in CLOSERS else None  # "..., the operator admitted."
            return following == "that" or (subject is not None and self._tagged(subject))
        if verb.lemma in self.roles.saying:
            if self._writes(verb):
                return False
            return verb.sense is None or verb.sense.act.action in VAGUE or not self.clauses.opens_group(verb.last)
        if clause or before in QUOTES or self._gauges(verb):
            return True
        if self._of_text(verb):
            return True  # "a poll found 58 percent of voters in favour"
        return self._brings_clause(verb)

    def _writes(self, verb: Verb) -> bool:
        """ "the man who wrote the bill": a relative clause whose object is no figure tells nothing."""
        relative = verb.first > 0 and self.clauses.tags[verb.first - 1] & pos.REL
        group = self.clauses.object(verb) if relative else None
        if group is None or self._brings_clause(verb):
            return False
        return not any(group.first <= i for i in self.clauses.figures) and verb.lemma != "tell"

    def _of_text(self, verb: Verb) -> bool:
        """Is what tells a text, a poll or a count?"""
        group = self.clauses.subject(verb)
        return group is not None and self.namer.head(group) in self.tables.nouns

    def _does(self, verb: Verb) -> bool:
        """ "the war has claimed 300 lives": a word of saying that with this object tells what was done."""
        group = self.clauses.object(verb)
        concept = self.lexicon.concept(self.namer.head(group)) if group is not None else None
        if concept is None:
            return False
        sense = self.lexicon.verb_sense(verb.lemma, None, concept)
        return sense is not None and sense is not verb.sense and sense.act.action not in VAGUE

    def _gauges(self, verb: Verb) -> bool:
        """ "puts the magnitude at 6.1": what is told is a figure."""
        figure = min((i for i in self.clauses.figures if i > verb.last), default=1)
        return "at" in self.lower[max(0, figure - 2) : figure + 1] and not any(
            verb.last <= i < figure for other in self.clauses.verbs for i in range(other.first, other.last)
        )

    def _passive(self, verb: Verb, stance: Stance) -> Source | None:
        by = self.clauses.phrase(verb.last, "by", verb.last + 8)
        accuses = verb.lemma in self.tables.accusations
        if by is None and verb.lemma not in self.tables.passive and not accuses:
            return None
        if by is None and not accuses and verb.form is not PARTICIPLE:
            stance = self._hearsay(verb, stance)
        name = self._speaker(by)[0] if by is not None and self.can_speak(by) else None
        first = verb.last if verb.form is PARTICIPLE or accuses else self._clause(verb)
        return Source(name, Stance.CLAIMED if accuses else stance, first, len(self.lower), verb.main, weight=0)

    def _clause(self, verb: Verb) -> int:
        """Where the clause of a passive verb of saying begins: behind the finite verb before it."""
        before = (one.last for one in self.clauses.verbs if one.form is FINITE and one.last <= verb.first)
        return max(before, default=0)

    def _hearsay(self, verb: Verb, stance: Stance) -> Stance:
        """ "is believed to", "are feared": nobody stands behind it."""
        return Stance.UNCONFIRMED if verb.lemma in self.roles.guessing else stance

    def _scope(self, verb: Verb, group: Group) -> tuple[int, int]:
        """A word of saying covers what follows, or, at the sentence's end or after a quote, what goes before."""
        last = self.clauses.verbs[-1] is verb
        behind = self._past_day(verb.last)
        after = self.lower[behind] if behind < len(self.lower) else ""
        told_before = after != "that" and not self._brings_clause(verb)
        if (last or (verb.lemma in self.roles.saying and told_before)) and not any(
            verb.last <= figure for figure in self.clauses.figures
        ):
            return 0, len(self.lower)
        before = self.lower[verb.first - 1] if verb.first else ""
        if before in QUOTES or (before == "," and after != "that" and not self._brings_clause(verb)):
            return 0, len(self.lower)
        if after in CLOSERS and self._tagged(group):
            return 0, len(self.lower)
        return verb.first, len(self.lower)

    def _past_day(self, i: int) -> int:
        """The token behind a day that says when it was told: "the army said on Friday, and ..."."""
        clauses, n = self.clauses, len(self.lower)
        while i + 1 < n and (clauses.is_time(i) or (clauses.tags[i] & pos.PREP and clauses.is_time(i + 1))):
            i += 1
        return i

    def _tagged(self, group: Group) -> bool:
        """Is a speaker set behind what is told ("Six died, the army said, and 12 were hurt"), not before it?"""
        before = self.lower[group.first - 1] if group.first else ""
        return before == "," or before in QUOTES

    def _brings_clause(self, verb: Verb) -> bool:
        """Has what follows a subject and a verb: "the survey in Golden, Colorado, said it was a strong quake"?"""
        group = self.clauses.group_at(verb.last) if verb.last < len(self.lower) else None
        owner = self.clauses.owner.get(group.last) if group is not None else None
        return owner is not None and owner.form is FINITE

    def of_phrases(self, at: list[int]) -> list[Source]:
        """What the adverbs, adjectives and phrases among these tokens tell."""
        found: list[Source] = []
        lower = self.lower
        for i in at:
            word = lower[i]
            stance = self.tables.adverbs.get(word)
            if stance is not None:
                found.append(Source(None, stance, i, len(lower), i, weight=0))
            elif word in self.tables.adjectives and not self._is_verb(i):
                found.append(Source(None, self.tables.adjectives[word], i, min(len(lower), i + 8), i, weight=0))
            elif (stance := self._phrase(i)) is not None:
                group = self.author(self._noun_only(self.clauses.group_at(i + 2 if word == "according" else i + 1)))
                if group is not None and self.can_speak(group):
                    found.append(self.source(group, stance, 0, len(lower), None, i))
        return found

    def _noun_only(self, group: Group | None) -> Group | None:
        """The group without the adjective that closes it: "according to a person familiar with the plans"."""
        if group is None or group.head == group.first or not self.clauses.tags[group.head] & pos.ADJ:
            return group
        shorter = Group(group.first, group.head, group.head - 1)
        return shorter if not self.can_speak(group) and self.can_speak(shorter) else group

    def _is_verb(self, i: int) -> bool:
        """Is a word that could be an adjective what somebody does: the claimed of "has claimed 300 lives"?"""
        verb = self.clauses.owner.get(i)
        return verb is not None and verb.main == i and verb.form is FINITE and not verb.passive

    def of_tag(self, at: list[int]) -> Source | None:
        """ "Police: 3 dead in shooting", "4 killed in air strike - officials": the source set before or behind."""
        last = len(self.lower) - (self.lower[-1] == ".")
        for i in at:
            word = self.lower[i]
            if word not in TAGGING or self.sentence.glued(i) != (word == ":"):
                continue
            if word == "-" and last < len(self.lower):
                break  # "large - scale" in tokenised copy
            if word == ":" and i <= TAG and (group := self._tag(0, i)) is not None:
                return self.source(group, Stance.STATED, i, len(self.lower), None, i)
            if last - i <= TAG + 1 and (group := self._tag(i + 1, last)) is not None:
                return self.source(group, Stance.STATED, 0, i, None, i)
        return None

    def _tag(self, first: int, last: int) -> Group | None:
        """The group that fills tokens [first, last) and names a source by its noun; a bare name may be a topic."""
        group = self.clauses.group_at(first) if first < last else None
        if group is None or group.last != last or self.lower[group.head] in self.roles.outlets:
            return None
        head = self.namer.head(group)
        known = head in self.roles.speakers or head in self.roles.agents or head in self.tables.nouns
        return group if known or head in self.roles.unnamed else None

    def _phrase(self, i: int) -> Stance | None:
        """The stance of "according to" or "citing" at token i."""
        word = self.lower[i]
        if word == "according" and i + 1 < len(self.lower):
            return self.tables.phrases.get(f"{word} {self.lower[i + 1]}")
        return self.tables.phrases.get(word) if word.endswith("ing") else None
