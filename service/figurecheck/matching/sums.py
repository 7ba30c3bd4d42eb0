"""Sums: a total here that is the sum of the parts there ("five men shot": one dead and four hurt)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import NamedTuple

from figurecheck.matching import intervals as iv
from figurecheck.matching.intervals import Interval
from figurecheck.matching.line import Line
from figurecheck.rulebook import Rulebook

MOST = 3
"""Parts in a sum, at most."""
TERMS = 6
"""Figures of one family in a sentence, of which sums are made."""

Totals = frozenset[tuple[str, str]]
"""Pairs of figures, each both ways round: a total and a term of it."""


class Sum(NamedTuple):
    """Figures of one sentence that may be the terms of a total that another article gives.

    `actions` are those of which they may be the sum; `values` what they come to, alone and with the people told beside
    them without a number; None where that is no sum.
    """

    terms: tuple[Line, ...]
    actions: frozenset[str | None]
    values: tuple[Interval | None, Interval | None]


def sums(lines: Iterable[Line], book: Rulebook) -> Iterator[Sum]:
    """The sums that an article's figures make."""
    by_sentence: dict[tuple[str, int, str], list[Line]] = defaultdict(list)
    for line in lines:
        if not line.share.part and not line.older and line.measure.sort in ("count", "money"):
            by_sentence[line.figure.where, line.figure.sentence[0], line.measure.family].append(line)
    for terms in by_sentence.values():
        for size in range(1, min(MOST, len(terms)) + 1):
            for chosen in combinations(terms[:TERMS], size):
                singles = sum(term.singles for term in chosen)
                values = _come_to(chosen, 0), _come_to(chosen, singles) if singles else None
                if any(values):
                    yield Sum(chosen, _actions(chosen, book), values)


def totals(lines: tuple[Iterable[Line], Iterable[Line]], terms: tuple[Iterable[Sum], Iterable[Sum]]) -> Totals:
    """The pairs of two articles' figures of which one is a sum that the other, with others of its sentence, makes."""
    found = {pair for one, other in zip(lines, reversed(terms), strict=True) for pair in _pairs(one, other)}
    return frozenset(found | {(term, total) for total, term in found})


def _pairs(wholes: Iterable[Line], made: Iterable[Sum]) -> Iterator[tuple[str, str]]:
    by_family: dict[str, list[Line]] = defaultdict(list)
    for whole in wholes:
        by_family[whole.measure.family].append(whole)
    for one in made:
        for whole in by_family.get(one.terms[0].measure.family, ()):
            if whole.action in one.actions and _adds_up(one, whole) and _alike(one.terms, whole):
                yield from ((whole.id, term.id) for term in one.terms)


def _come_to(terms: tuple[Line, ...], singles: int) -> Interval | None:
    if len(terms) + singles < 2:
        return None
    added = Interval(float(singles), float(singles))
    for term in terms:
        added = added.plus(term.measure.exact)
    return added


def _actions(terms: tuple[Line, ...], book: Rulebook) -> frozenset[str | None]:
    """What the terms add up to: killed and injured make casualties; two groups killed, the killed, or casualties;
    two groups shot, whatever befell all of those shot."""
    actions = frozenset(term.action for term in terms)
    parts_of = book.matching.sums
    wholes = frozenset(whole for whole, parts in parts_of.items() if actions <= parts | {whole})
    if len(actions) > 1:
        return wholes
    return actions.union(wholes, *(parts_of.get(action or "", ()) for action in actions))


def _alike(terms: tuple[Line, ...], total: Line) -> bool:
    """Do the terms count what the total counts?"""
    if total.measure.family != "count":
        return True
    if total.person:
        return all(term.person for term in terms)
    return total.head is not None and all(term.head in (total.head, None) for term in terms)


def _adds_up(made: Sum, total: Line) -> bool:
    exact, (alone, peopled) = total.measure.exact, made.values
    for added in (alone, peopled if total.person else None):
        if added is None:
            continue
        if iv.alike(added, exact) if exact.point else added.bounded and exact.bounded and iv.meet(added, exact):
            return True
    return False
