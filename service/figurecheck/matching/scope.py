"""The words of a figure's own clause that narrow what it measures: a day, a year, core, youth, forecast or come."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from figurecheck.matching.said import Said, Token
from figurecheck.matching.words import Word
from figurecheck.rulebook.matching import MatchingRules

_YEAR = re.compile(r"(?<![\d.,$£€])(?:19|20)\d\d(?![\d,]|\.\d)")


EXTENT = -1
"""The number of the set that says over how much of the world a figure is counted."""
WITHIN = -1
"""The number of the parts that an "among" tells of."""


class Scope(NamedTuple):
    """What narrows a measure.

    `sets`: the words of each set of [scope] that tell measures of one thing apart; `apart`: those that do by
    themselves; `subset`: it is of a part; `foreseen`, `to_come`: it was foreseen, is to come; `poles`: the sides of
    the rows of opposites that its clause speaks of, where it does not speak of both; `sorts`: by the row of
    alternatives, the one that its clause speaks of; `years`: those that its clause names; `bases`: what a change is
    measured from; `spans`: the quarters and halves of a year that it is of; `margin`: it parts two who stand;
    `fresh`: it is of new ones only; `each`: it is told of each of several; `inclusive`: it counts in what others tell
    alone; `namesake`: it is of one who only has a like name; `wide`: it is of several countries;
    `lasting`: the kinds of thing that last so long, None
    where nothing is said to.
    """

    sets: Mapping[int, frozenset[str]]
    apart: frozenset[str]
    subset: frozenset[int]
    foreseen: bool
    to_come: bool
    poles: frozenset[int]
    sorts: Mapping[int, int]
    years: frozenset[str]
    bases: frozenset[str]
    spans: frozenset[str]
    margin: bool
    fresh: bool
    each: bool
    inclusive: bool
    namesake: bool
    wide: bool
    lasting: frozenset[int] | None

    @property
    def narrows(self) -> bool:
        """Does it tell a measure apart, but for its years and what it is measured from?"""
        return bool(self.sets or self.apart or self.subset or self.foreseen or self.namesake)

    @property
    def dated(self) -> bool:
        """Does it say of when it is, or since when it changed?"""
        return bool(self.years or self.bases or self.spans)


def scope(
    span: tuple[int, int],
    said: Said,
    sides: tuple[Sequence[Token], Sequence[Token]],
    counted: Iterable[Word],
    head: str | None,
    rules: MatchingRules,
) -> Scope:
    """What narrows the figure at `span`, by the words on both sides of it in its clause and those of what it counts;
    what is counted itself ("80 million records") sets nothing apart."""
    first, last = clause(span, said)
    text = f"{said.slice(first, span[0])} {said.slice(span[1], last)}"
    counted = tuple(counted)
    words = [*counted, *_between(*sides, first, last)]
    own = frozenset(form for word in words for form in (word.low, word.noun))
    return Scope(
        sets=_sets(own, rules.scope_of) | _extent(text, rules),
        apart=frozenset(word.low for word in words if word.low in rules.apart and word.noun != head),
        subset=_subset(own, (first, last), said, rules),
        foreseen=not own.isdisjoint(rules.foreseen),
        to_come=not own.isdisjoint(rules.to_come),
        poles=_poles(words, rules.poles),
        sorts=_sorts([*words, *_antecedent(said, first, rules)], text.lower(), rules),
        years=frozenset(_YEAR.findall(text)),
        bases=_named(rules.bases, text),
        spans=_named(rules.spans, text),
        margin=_margin(span, head, said, rules),
        fresh=any(word.low in rules.fresh for word in counted),
        each=not own.isdisjoint(rules.each),
        lasting=_lasting(span, said, rules),
        namesake=rules.namesakes.search(said.text) is not None,
        wide=rules.lands.search(text) is not None,
        inclusive=rules.inclusive.search(said.slice(span[1], said.end)) is not None,
    )


def _subset(own: frozenset[str], span: tuple[int, int], said: Said, rules: MatchingRules) -> frozenset[int]:
    """The parts that its words tell of; what follows its clause says whether "among" names one: not "among 8,400"."""
    found = {rules.subset_of[word] for word in own if word in rules.subset_of}
    some = rules.within.search(said.text, span[0] - said.start)
    return frozenset(found | {WITHIN} if some and some.start() < span[1] - said.start else found)


def _margin(span: tuple[int, int], head: str | None, said: Said, rules: MatchingRules) -> bool:
    """Does a figure of votes, or a bare one, part two who stand: "a majority of 312", "nine points ahead"?"""
    if head is not None and head not in rules.margin_of:
        return False
    before, after = said.slice(said.start, span[0]).lower(), said.slice(span[1], said.end).lower()
    if rules.margin_before.search(before):
        return True
    if head is None or rules.margin_against.match(after):
        return False
    last = said.slice(*span).lower().split()[-1]
    behind = any(map(rules.margin_behind.match, (after, f"{last}{after}")))
    return behind or (head in rules.margin_by and rules.margin_alone.search(before) is not None)


def _lasting(span: tuple[int, int], said: Said, rules: MatchingRules) -> frozenset[int] | None:
    """The kinds of thing that its sentence speaks of, where what stands before it says that they last so long."""
    before, behind = said.slice(said.start, span[0]), said.slice(span[1], said.end).lower().lstrip()
    if (
        not rules.lasts.search(before)
        and not rules.lasting_for.search(before)
        and not behind.startswith(rules.lasting_nouns)
    ):
        return None
    return frozenset(rules.lasting[word] for word in _forms(said) if word in rules.lasting)


def _forms(said: Said) -> Iterator[str]:
    """Its words in the singular, and each two of them."""
    nouns = [token.word.noun or token.word.low for token in said.tokens]
    yield from nouns
    yield from map(" ".join, pairwise(nouns))


def _extent(text: str, rules: MatchingRules) -> dict[int, frozenset[str]]:
    """Over how much of the world it is counted, as a set of its own."""
    found = _named(rules.extents, text)
    return {EXTENT: found} if found else {}


def _named(phrases: Mapping[str, re.Pattern[str]], text: str) -> frozenset[str]:
    return frozenset(name for name, pattern in phrases.items() if pattern.search(text))


def _poles(words: Iterable[Word], poles: Mapping[str, frozenset[int]]) -> frozenset[int]:
    forms = {form for word in words for form in (word.low, word.noun, word.lemma)}
    found = frozenset[int]().union(*(poles[form] for form in forms if form in poles))
    return frozenset(pole for pole in found if -pole not in found)


def _sorts(words: Iterable[Word], text: str, rules: MatchingRules) -> dict[int, int]:
    """By its row, the side of each row of alternatives of which the words name one and no other; a name names none."""
    found: dict[int, set[int]] = {}
    forms = {form for word in words for form in (word.low, word.noun, word.lemma)}
    named = [*forms, *(phrase for phrase in rules.sort_phrases if phrase in text)]
    for word in named:
        for row, side in rules.sort_of.get(word, ()):
            found.setdefault(row, set()).add(side)
    return {row: next(iter(sides)) for row, sides in found.items() if len(sides) == 1}


def _antecedent(said: Said, first: int, rules: MatchingRules) -> Iterator[Word]:
    """What an aside from there on speaks of, right before its comma: "retailing, which lost", "livers, numbering"."""
    behind = next((token for token in said.tokens if token.start >= first and token.alpha), None)
    before = [token for token in said.tokens if token.end < first and token.alpha]
    if behind and before and (behind.word.low in rules.asides or behind.word.low.endswith("ing")):
        yield before[-1].word


def clause(span: tuple[int, int], said: Said) -> tuple[int, int]:
    """The piece of the sentence between the commas and conjunctions around the figure."""
    start, end = span
    first = max((stop for _, stop in said.splits if stop <= start), default=said.start)
    last = min((begin for begin, _ in said.splits if begin >= end), default=said.end)
    return first, last


def _between(before: Sequence[Token], after: Sequence[Token], first: int, last: int) -> Iterator[Word]:
    for token in (*before, *after):
        if first <= token.start < last and token.alpha:
            yield token.word


def _sets(words: Iterable[str], scope_of: Mapping[str, tuple[int, str]]) -> dict[int, frozenset[str]]:
    found: dict[int, set[str]] = {}
    for word in words:
        if word in scope_of:
            number, form = scope_of[word]
            found.setdefault(number, set()).add(form)
    return {i: frozenset(terms) for i, terms in found.items()}
