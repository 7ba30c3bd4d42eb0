"""Sums: a total here that is the sum of the parts there ("five men shot": one dead and four hurt)."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING

from figurecheck.matching import intervals as iv
from figurecheck.matching.intervals import Interval
from figurecheck.matching.line import Line
from figurecheck.matching.relation import Stand
from figurecheck.model import Relation
from figurecheck.rulebook import Rulebook

if TYPE_CHECKING:
    from figurecheck.matching.pairs import Pair

MOST = 3
"""Parts in a sum, at most."""


def explained(found: "list[Pair]", left: Iterable[Line], right: Iterable[Line], book: Rulebook) -> "list[Pair]":
    """The pairs, with those as part_of whose one figure is a sum that the other is a term of."""
    totals = {(total, term) for total, term in (*_terms(left, right, book), *_terms(right, left, book))}
    return [
        replace(pair, stand=Stand(Relation.PART_OF))
        if pair.relation == Relation.CONFLICT
        and ((pair.left.id, pair.right.id) in totals or (pair.right.id, pair.left.id) in totals)
        else pair
        for pair in found
    ]


def _terms(wholes: Iterable[Line], parts: Iterable[Line], book: Rulebook) -> Iterable[tuple[str, str]]:
    """The (total, term) pairs of figures: totals of one article, terms from one sentence of the other."""
    by_sentence: dict[tuple[str, int], list[Line]] = defaultdict(list)
    for part in parts:
        if part.person and part.measure.family == "count" and not part.part and not part.older:
            by_sentence[part.figure.where, part.figure.sentence[0]].append(part)
    for terms in by_sentence.values():
        for size in range(2, min(MOST, len(terms)) + 1):
            for chosen in combinations(terms[:6], size):
                action = _action(chosen, book)
                if action is None:
                    continue
                for total in wholes:
                    if total.person and total.action in action and _adds_up(chosen, total):
                        yield from ((total.id, term.id) for term in chosen)


def _action(terms: tuple[Line, ...], book: Rulebook) -> frozenset[str] | None:
    """What the terms add up to: killed and injured make casualties, two groups killed make the killed."""
    actions = {term.action for term in terms if term.action}
    for whole, parts in sorted(book.matching.sums.items()):
        if actions == parts:
            return frozenset((whole,))
    return frozenset(actions) if len(actions) == 1 else None


def _adds_up(terms: tuple[Line, ...], total: Line) -> bool:
    added = Interval(0.0, 0.0)
    for term in terms:
        added = added.plus(term.measure.exact)
    exact = total.measure.exact
    return iv.alike(added, exact) if exact.point else iv.meet(added, exact) and added.bounded
