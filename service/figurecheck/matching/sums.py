"""Sums: a total here that is the sum of the parts there ("five men shot": one dead and four hurt)."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import combinations

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


def totals(left: Sequence[Line], right: Sequence[Line], book: Rulebook) -> Totals:
    """The pairs of figures of which one is a sum that the other, with others of its sentence, adds up to."""
    found = {pair for one, other in ((left, right), (right, left)) for pair in _terms(one, other, book)}
    return frozenset(found | {(term, total) for total, term in found})


def _terms(wholes: Sequence[Line], parts: Iterable[Line], book: Rulebook) -> Iterator[tuple[str, str]]:
    by_sentence: dict[tuple[str, int, str], list[Line]] = defaultdict(list)
    for part in parts:
        if not part.share.part and not part.older and part.measure.sort in ("count", "money"):
            by_sentence[part.figure.where, part.figure.sentence[0], part.measure.family].append(part)
    for (_, _, family), terms in by_sentence.items():
        for size in range(1, min(MOST, len(terms)) + 1):
            for chosen in combinations(terms[:TERMS], size):
                yield from _sums(chosen, [total for total in wholes if total.measure.family == family], book)


def _sums(terms: tuple[Line, ...], wholes: Iterable[Line], book: Rulebook) -> Iterator[tuple[str, str]]:
    """Each of the wholes that the terms add up to, with each of them."""
    singles = sum(term.singles for term in terms)
    actions = _actions(terms, book)
    for total in wholes:
        added = (0, singles) if singles and total.person else (0,)
        if _alike(terms, total, actions) and any(_adds_up(terms, more, total) for more in added):
            yield from ((total.id, term.id) for term in terms)


def _actions(terms: tuple[Line, ...], book: Rulebook) -> frozenset[str | None]:
    """What the terms add up to: killed and injured make casualties; two groups killed, the killed, or casualties;
    two groups shot, whatever befell all of those shot."""
    actions = frozenset(term.action for term in terms)
    sums = book.matching.sums
    wholes = frozenset(whole for whole, parts in sums.items() if actions <= parts | {whole})
    if len(actions) > 1:
        return wholes
    return actions.union(wholes, *(sums.get(action or "", ()) for action in actions))


def _alike(terms: tuple[Line, ...], total: Line, actions: frozenset[str | None]) -> bool:
    """Do the terms count what the total counts?"""
    if total.action not in actions:
        return False
    if total.measure.family != "count":
        return True
    if total.person:
        return all(term.person for term in terms)
    return total.head is not None and all(term.head in (total.head, None) for term in terms)


def _adds_up(terms: tuple[Line, ...], singles: int, total: Line) -> bool:
    if len(terms) + singles < 2:
        return False
    added, exact = Interval(float(singles), float(singles)), total.measure.exact
    for term in terms:
        added = added.plus(term.measure.exact)
    return iv.alike(added, exact) if exact.point else added.bounded and exact.bounded and iv.meet(added, exact)
