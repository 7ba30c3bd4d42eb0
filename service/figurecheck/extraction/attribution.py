"""Who says so: the sources that a sentence names, what each of them covers, and how firmly they speak."""

from functools import lru_cache
from typing import NamedTuple

from figurecheck.extraction.clauses import Clauses
from figurecheck.extraction.cues import SOURCE, TAGGING, tokens_with
from figurecheck.extraction.deeds import VAGUE
from figurecheck.extraction.grammar import FINITE, GERUND, INFINITIVE, NOMINAL, PARTICIPLE, QUOTES, Group, Verb
from figurecheck.extraction.names import Namer
from figurecheck.extraction.places import is_name
from figurecheck.extraction.sentence import Sentence
from figurecheck.model import Stance
from figurecheck.rulebook import Rulebook
from figurecheck.rulebook import words as pos
from figurecheck.rulebook.remembered import Remembered

TAG = 4
"""How many tokens name a source that a headline sets apart."""
AUTHOR = 5
"""Within how many tokens behind its verb the maker of a text is named."""
CLOSERS = frozenset({",", ".", ";", ":", "?", "!", ")"})


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


class _Reader:
    """Reads the attributions of one sentence."""

    def __init__(self, clauses: Clauses, namer: Namer, rulebook: Rulebook) -> None:
        self.clauses = clauses
        self.sentence = clauses.sentence
        self.lower = clauses.lower
        self.namer = namer
        self.roles = rulebook.roles
        self.lexicon = rulebook.lexicon
        self.words = rulebook.words
        self.tables = rulebook.lexicon.attributions

    def of_verb(self, verb: Verb) -> Source | None:
        """What a verb of saying tells."""
        stance = self.tables.verbs[verb.lemma]
        if verb.passive:
            return self._passive(verb, stance)
        if verb.form is INFINITIVE or not self._tells(verb) or (self._does(verb) and not self._gauges(verb)):
            return None
        if verb.negated and stance is Stance.CONFIRMED:
            stance = Stance.UNCONFIRMED
        group = self._speaking(verb)
        group = self._inner(group) if group is not None and group.last < verb.first else group
        if group is None:
            return None
        first, last = self._scope(verb, group)
        return self._source(group, stance, first, last, verb)

    def _speaking(self, verb: Verb) -> Group | None:
        """Who says it: before the verb, or after it (`..., said Thomas Bojorquez`)."""
        main = self.clauses.main(verb) if verb.form is GERUND else verb
        before = self.lower[verb.first - 1] if verb.first else ""
        quoted = before == "," or before in QUOTES
        after = self._after(verb)
        if quoted and after is not None and verb.lemma != "tell" and (self._ends(after) or self._set_off(verb, after)):
            return after
        titled = self.clauses.group_before(verb.first)
        if titled is not None and self.namer.person(titled):
            return titled  # "the chief of staff Sir Tony Radakin said"
        group = self.clauses.subject(main) if main else None
        if group is not None and self._can_speak(group):
            return group
        return after if after is not None and (quoted or self._ends(after)) and verb.lemma != "tell" else None

    def _after(self, verb: Verb) -> Group | None:
        """The name or speaker right after a verb of saying, where no figure is."""
        group = self.clauses.group_at(verb.last) if verb.last < len(self.lower) else None
        if (
            group is None
            or not self._can_speak(group)
            or any(group.first <= i < group.last for i in self.clauses.figures)
        ):
            return None
        return group

    def _ends(self, group: Group) -> bool:
        """Does nothing that is told follow a group?"""
        return not any(
            verb.first >= group.last and verb.form is FINITE for verb in self.clauses.verbs
        ) and self._closed(group)

    def _set_off(self, verb: Verb, group: Group) -> bool:
        """ "Five died, said Ann Smith, who runs the clinic": a name behind what is told, whatever follows it."""
        return verb.lemma in self.roles.saying and is_name(self.sentence, group.head) and self._closed(group)

    def _closed(self, group: Group) -> bool:
        following = self.lower[group.last] if group.last < len(self.lower) else "."
        return (
            following in CLOSERS
            or group.last >= len(self.lower)
            or bool(self.clauses.tags[group.last] & (pos.REL | pos.PREP))
        )

    def _can_speak(self, group: Group) -> bool:
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
            return following == "that"
        if verb.lemma in self.roles.saying:
            return verb.sense is None or verb.sense.act.action in VAGUE or not self.clauses.opens_group(verb.last)
        if clause or before in QUOTES or self._gauges(verb):
            return True
        if self._of_text(verb):
            return True  # "a poll found 58 percent of voters in favour"
        return self._brings_clause(verb)

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
        name = self._speaker(by)[0] if by is not None and self._can_speak(by) else None
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
        after = self.lower[verb.last] if verb.last < len(self.lower) else ""
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
                group = self._inner(self.clauses.group_at(i + 2 if word == "according" else i + 1))
                if group is not None and self._can_speak(group):
                    found.append(self._source(group, stance, 0, len(lower), None, i))
        return found

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
                return self._source(group, Stance.STATED, i, len(self.lower), None, i)
            if last - i <= TAG + 1 and (group := self._tag(i + 1, last)) is not None:
                return self._source(group, Stance.STATED, 0, i, None, i)
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

    def _inner(self, group: Group | None) -> Group | None:
        """Whose text it is: "data from the US Geological Survey", "a report by the Network for Human Rights"."""
        if group is None or self.namer.head(group) not in self.tables.nouns or group.last + 1 >= len(self.lower):
            return group
        at = self._published(group.last)
        if self.lower[at] in self.roles.authors:
            inner = self.clauses.group_at(at + 1)
            if inner is not None and self._can_speak(inner):
                return inner
        return group

    def _published(self, i: int) -> int:
        """Past how a text came out, to who made it: "a poll released on Wednesday by the institute"."""
        verb = self.clauses.owner.get(i)
        if verb is None or verb.form is not PARTICIPLE:
            return i
        stop = min(verb.last + AUTHOR, len(self.lower) - 1)
        return next((k for k in range(verb.last, stop) if self.lower[k] in self.roles.by), i)

    def _source(self, group: Group, stance: Stance, first: int, last: int, verb: Verb | None, at: int = 0) -> Source:
        name, bare = self._speaker(group)
        own = group.first, self._with_age(group.last)
        body = bool(self.clauses.tags[group.head] & pos.NAME) and self._is_body(group)
        weight = 1 if verb is not None and verb.lemma not in self.roles.saying else 2
        return Source(name, stance, first, last, verb.main if verb else at, bare, weight, body, own)

    def _is_body(self, group: Group) -> bool:
        """Is a name no person's: "the union Libra", as against "the farmer Libra"?"""
        before = self.words.noun(self.lower[group.head - 1]) if group.head > group.first else None
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
