"""A figure as it is compared: everything read of it once, so that a pair costs a few look-ups."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import inf

from figurecheck.matching.around import around
from figurecheck.matching.intervals import Interval
from figurecheck.matching.measure import Measure, measure
from figurecheck.matching.names import Name, name, nations_in
from figurecheck.matching.singles import PERSON, singles
from figurecheck.matching.stale import Stale, stale
from figurecheck.matching.words import listed, plain, reader, tokens
from figurecheck.model import Action, Article, Bound, Context, Figure, LinkType
from figurecheck.rulebook import Rulebook, tags
from figurecheck.rulebook.matching import MatchingRules

_YEAR = re.compile(r"(?<![\d.,$£€])(?:19|20)\d\d(?![\d,]|\.\d)")
_OWNER = re.compile(r"((?:[\w’'-]+ ){0,3}[\w’'-]+) ([a-z]+) (?:its|their|his|her) ")
"""Who does something with what is theirs: "Power stations cut their emissions"."""
Crowd = tuple[str, str | None]
CLOSE = 4
"""Words that may stand between an age and whose it is."""
SEVERAL = 12
"""How near a toll a word stands that makes it that of several events."""


@dataclass(frozen=True, slots=True)
class Line:
    """One figure with what is compared of it.

    `near`: the content words around it with their nearness; `topic`: what its clause speaks of; `beside`: the words
    right before and after; `close`: those a few words off; `scope`, `apart`: those that tell measures of one thing
    apart; `groups`: the parts of a population that it counts; `stale`: the copy sets the value aside; `part`: it is
    part of another figure; `on_top`: it adds to another one, or that to it;
    `subset`, `foreseen`, `to_come`, `several`: it is of a part, was foreseen, is to come, is of several events;
    `sign`: 1 for money made, -1 for money lost, else 0; `others`: it leaves some out ("20 other languages"); `loose`:
    the values it has where it shares the hedge of the figure before ("more than 700 men and 40 women");
    `elsewhere`: names that are only whereabouts; `pollsters`: the names beside a poll that its sentence tells of;
    `singles`: people told beside it without a number ("two men and a woman");
    `whole`: the values of what it is a part of ("five of the six members");
    `kinds`: the kinds of event that its sentence names, or its article's lead; `days`: the first and last of it, ISO.
    """

    figure: Figure
    measure: Measure
    head: str | None
    modifiers: frozenset[str]
    concept: str | None
    person: bool
    action: str | None
    actor: Name | None
    target: Name | None
    place: Name | None
    speaker: Name | None
    owner: frozenset[str]
    days: tuple[str, str] | None
    near: Mapping[str, float]
    topic: frozenset[str]
    beside: tuple[str | None, str | None]
    close: frozenset[str]
    scope: Mapping[int, frozenset[str]]
    apart: frozenset[str]
    subset: frozenset[int]
    foreseen: bool
    to_come: bool
    several: bool
    sign: int
    others: bool
    loose: Interval | None
    groups: frozenset[int]
    stale: Stale
    gunman: bool
    pollsters: frozenset[str]
    elsewhere: frozenset[str]
    years: frozenset[str]
    part: bool
    on_top: bool
    singles: int
    whole: Interval | None
    kinds: frozenset[int]

    @property
    def id(self) -> str:
        """The figure's id."""
        return self.figure.id

    @property
    def crowd(self) -> Crowd:
        """What it is one of, among the figures of its article: its family, and its unit or its noun."""
        return self.measure.family, self.measure.unit or self.head

    @property
    def partial(self) -> bool:
        """Is it not all that it counts?"""
        return self.part or self.on_top

    @property
    def older(self) -> bool:
        """Does the copy name the value as one that no longer holds?"""
        return self.stale != Stale.NO


def kin(left: Line, right: Line, rulebook: Rulebook) -> bool:
    """Are what the two count words that copy uses for one another: jobs and workers?"""
    kin_of = rulebook.matching.kin_of
    return not kin_of.get(left.head or "", frozenset()).isdisjoint(kin_of.get(right.head or "", frozenset()))


def kinds(text: str, rulebook: Rulebook) -> frozenset[int]:
    """The kinds of event that a text names, by their number in rules/matching.toml."""
    read, kind_of = reader(rulebook.words, rulebook.matching), rulebook.matching.kind_of
    found: set[int] = set()
    for token in listed(text):
        word = read(token)
        found |= kind_of.get(word.low) or kind_of.get(word.lemma) or set()
    return frozenset(found)


def line(
    figure: Figure, article: Article, figures: Mapping[str, Figure], lead: frozenset[int], rulebook: Rulebook
) -> Line:
    """The figure as it is compared; `figures` are the article's by id, `lead` the kinds of event that it leads with."""
    rules, index = rulebook.matching, rulebook.words
    text = article.text if figure.where == "body" else article.title or ""
    words_around = around(text, figure.sentence, (figure.start, figure.end), index, rules)
    subject, context = figure.subject, figure.context
    written = [plain(t) for _, t in tokens(" ".join((*subject.modifiers, subject.text or ""))) if t[0].isalpha()]
    words = [word.lower() for word in written]
    heads = [subject.head or "", *(index.noun(word.lower()) or word.lower() for word in subject.modifiers)]
    groups = frozenset(i for head in heads for i in rules.part_of.get(head, ()))
    clause = _clause(text, figure, rules)
    own = {plain(t).lower() for _, t in tokens(clause) if t[0].isalpha()} | set(words)
    own |= {index.noun(word) or word for word in own}
    when = context.when
    sentence = text[figure.sentence[0] : figure.sentence[1]]
    attribution = context.attribution
    return Line(
        figure=figure,
        measure=measure(figure, rulebook.tolerance),
        head=subject.head.lower() if subject.head else None,
        modifiers=frozenset(word.lower() for word in subject.modifiers),
        concept=subject.concept,
        person=_person(figure, rulebook),
        action=_action(text, figure, rulebook),
        actor=_actor(sentence, context, rulebook),
        target=name(context.target, rulebook),
        place=name(context.place, rulebook),
        speaker=name(attribution.speaker, rulebook) if attribution else None,
        owner=nations_in(written, rulebook.lexicon.nations),
        days=(when.start[:10], (when.end or when.start)[:10]) if when and when.start else None,
        near=words_around.near,
        topic=words_around.topic,
        beside=_next_to(text, figure),
        close=frozenset(_beside(text, figure, CLOSE)),
        scope=_scope(own, rules.scope_of),
        apart=frozenset(own & rules.apart),
        subset=frozenset(rules.subset_of[word] for word in own if word in rules.subset_of),
        foreseen=not own.isdisjoint(rules.foreseen),
        to_come=not own.isdisjoint(rules.to_come),
        sign=(not own.isdisjoint(rules.gains)) - (not own.isdisjoint(rules.losses)),
        others=not rules.others.isdisjoint(plain(t).lower() for _, t in tokens(figure.quote)),
        loose=_loose(text, figure, figures),
        several=not rules.several.isdisjoint(_beside(text, figure, SEVERAL)),
        groups=groups,
        stale=stale(text, figure, rulebook),
        pollsters=_pollsters(sentence, rules),
        elsewhere=_places(sentence, rules),
        gunman=bool(rules.gunman & {plain(t).lower() for _, t in tokens(sentence)})
        and any(word in sentence for word in rules.with_words),
        years=frozenset(_YEAR.findall(clause)),
        part=_part(figure, figures, rules),
        on_top=_on_top(text, figure, figures, rulebook) or _added_to(text, figure, figures, rulebook),
        singles=singles(text, figure, rulebook),
        whole=_whole(figure, figures, rulebook),
        kinds=kinds(sentence, rulebook) or lead,
    )


def _action(text: str, figure: Figure, rulebook: Rulebook) -> str | None:
    """The action; people "shot" are hit, whether they died of it or not."""
    action = figure.context.action
    if action == Action.INJURE:
        after = [plain(token).lower() for _, token in tokens(text[figure.end : figure.sentence[1]])][:5]
        if not rulebook.matching.either.isdisjoint(after):
            return Action.KILL_OR_INJURE.value
    return action.value if action else None


def _actor(sentence: str, context: Context, rulebook: Rulebook) -> Name | None:
    """The actor. "Its air defences" are those of the nation that speaks; who "said it would cut" is the one that cuts,
    and a crowd is counted by whoever says how large it was."""
    actor = name(context.actor, rulebook)
    speaker = name(context.attribution.speaker, rulebook) if context.attribution else None
    if actor is None and context.action not in rulebook.matching.running:
        owner = _OWNER.match(sentence)
        if owner and rulebook.words.tags(owner[2].lower()) & (tags.PAST | tags.VERBZ):
            return name(owner[1], rulebook)
    if actor is None and speaker is not None and speaker.proper and context.action not in rulebook.matching.running:
        return (
            speaker if rulebook.matching.own.search(sentence) or context.action in rulebook.matching.counted else None
        )
    if actor is None or actor.nations or speaker is None or not speaker.nations:
        return actor
    owned = re.search(rf"\b(?:its|their|our) {re.escape(actor.text)}\b", sentence)
    return replace(actor, nations=speaker.nations, around=speaker.nations, generic=False) if owned else actor


_PEOPLE = {Action.KILL, Action.INJURE, Action.KILL_OR_INJURE, Action.MISSING, Action.ARREST, Action.HOSPITALISE}


def _person(figure: Figure, rulebook: Rulebook) -> bool:
    concept = figure.subject.concept
    if concept is not None:
        return rulebook.lexicon.is_a(concept, PERSON)
    return figure.subject.head is None and figure.context.action in _PEOPLE


def _next_to(text: str, figure: Figure) -> tuple[str | None, str | None]:
    """The words right before and right after the figure, in its sentence."""
    before = [token for _, token in tokens(text[figure.sentence[0] : figure.start])]
    after = [token for _, token in tokens(text[figure.end : figure.sentence[1]])]
    return _word(before[-1:]), _word(after[:1])


def _word(found: list[str]) -> str | None:
    return plain(found[0]).lower() if found and found[0][0].isalpha() else None


def _beside(text: str, figure: Figure, reach: int) -> Iterator[str]:
    """The words up to so many tokens before and after the figure, in its sentence."""
    before = [token for _, token in tokens(text[figure.sentence[0] : figure.start])]
    after = [token for _, token in tokens(text[figure.end : figure.sentence[1]])]
    return (plain(token).lower() for token in (*before[-reach:], *after[:reach]))


def _part(figure: Figure, figures: Mapping[str, Figure], rules: MatchingRules) -> bool:
    """Is it a part of another figure that counts the same: "two of them", where they were killed as well?"""
    if rules.of_those.search(figure.quote) and _as_before(figure, figures):
        return True
    wholes = (figures.get(link.figure) for link in figure.links if link.type == LinkType.PART_OF)
    return any(whole is not None and whole.context.action == figure.context.action for whole in wholes)


def _places(sentence: str, rules: MatchingRules) -> frozenset[str]:
    """The names that the sentence only gives as whereabouts: "in New Calder"."""
    found, named, where = set[str](), set[str](), False
    for token in listed(sentence):
        word = plain(token)
        if word[:1].isupper():
            (found if where else named).add(word.lower())
        else:
            where = word in rules.whereabouts
    return frozenset(found - named)


def _pollsters(sentence: str, rules: MatchingRules) -> frozenset[str]:
    """The names beside a poll: "a poll by Vantor", "the Vantor survey"."""
    words = [plain(token) for token in listed(sentence)]
    polls = [i for i, word in enumerate(words) if word.lower() in rules.polls]
    near = (word for i in polls for word in (*words[max(1, i - 2) : i], *words[i + 1 : i + 4]))
    return frozenset(word.lower() for word in near if word[:1].isupper())


def _loose(text: str, figure: Figure, figures: Mapping[str, Figure]) -> Interval | None:
    """The values with the hedge that opens a pair of figures: "more than 700 infants and 40 workers"."""
    value = figure.quantity.stated
    if figure.quantity.bound != Bound.EXACT or value is None:
        return None
    before = next((f for f in figures.values() if f.where == figure.where and _joined(text, f, figure)), None)
    if before is None or not before.quantity.stated or not before.quantity.hedge:
        return None
    low, high = (end and end / before.quantity.stated for end in (before.quantity.low, before.quantity.high))
    return Interval(value * low if low else -inf, value * high if high else inf)


def _joined(text: str, first: Figure, second: Figure) -> bool:
    """Does only "and" stand between two figures?"""
    near = second.sentence[0] <= first.start < first.end < second.start
    return near and text[first.end : second.start].strip(" ,") == "and"


def _whole(figure: Figure, figures: Mapping[str, Figure], rulebook: Rulebook) -> Interval | None:
    wholes = (figures.get(link.figure) for link in figure.links if link.type == LinkType.PART_OF)
    return next((measure(whole, rulebook.tolerance).interval for whole in wholes if whole is not None), None)


def _on_top(text: str, figure: Figure, figures: Mapping[str, Figure], rulebook: Rulebook) -> bool:
    """Does it come on top of others of whom the same is told: "three more suspects", "Webb and four others"?

    Not so in "killed three people and injured dozens more": nobody else was injured.
    """
    told = [plain(token) for _, token in tokens(figure.quote.lower().replace("more than", ""))]
    before = [token for _, token in tokens(text[figure.sentence[0] : figure.start])]
    if rulebook.matching.on_top.isdisjoint((*told, *(token.lower() for token in before[-1:]))):
        return False
    if len(before) > 1 and before[-1] == "and" and before[-2][0].isupper():
        return True
    return _as_before(figure, figures, alone="other" not in told and "others" not in told)


def _added_to(text: str, figure: Figure, figures: Mapping[str, Figure], rulebook: Rulebook) -> bool:
    """Does its sentence add others to it: "killed 170 people in the province and dozens more abroad"?"""
    alike = (figure.where, figure.sentence, figure.kind, figure.context.action)
    return any(
        other.start > figure.start
        and (other.where, other.sentence, other.kind, other.context.action) == alike
        and _on_top(text, other, figures, rulebook)
        for other in figures.values()
    )


def _as_before(figure: Figure, figures: Mapping[str, Figure], *, alone: bool = True) -> bool:
    """Is the same told of it as of the figure of its kind before it? `alone` where there is none."""
    alike = [other for other in figures.values() if (other.kind, other.where) == (figure.kind, figure.where)]
    earlier = [other for other in alike if other.start < figure.start]
    if not earlier:
        return alone
    return max(earlier, key=lambda other: other.start).context.action == figure.context.action


def _scope(words: set[str], scope_of: Mapping[str, int]) -> Mapping[int, frozenset[str]]:
    found: dict[int, set[str]] = {}
    for word in words:
        if word in scope_of:
            found.setdefault(scope_of[word], set()).add(word)
    return {i: frozenset(terms) for i, terms in found.items()}


def _clause(text: str, figure: Figure, rules: MatchingRules) -> str:
    """The piece of the sentence between the commas and conjunctions around the figure."""
    before = rules.splits.split(text[figure.sentence[0] : figure.start])[-1]
    after = rules.splits.split(text[figure.end : figure.sentence[1]])[0]
    return f"{before} {after}"
