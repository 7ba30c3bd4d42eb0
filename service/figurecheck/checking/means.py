"""An average beside the list of what it is the average of: "aged 19, 23, 31 and 47, which gives an average of 30"."""

from collections.abc import Iterable, Iterator

from figurecheck.checking.arithmetic import total
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.passage import Passage, named
from figurecheck.checking.phrases import bare, ends, phrases, singles
from figurecheck.checking.values import vague
from figurecheck.checking.working import amount, exactly, rounded, said
from figurecheck.matching.intervals import Interval, meet
from figurecheck.model import Figure, Kind

HALF = Interval(-0.5, 0.5)
"""Ages are whole years."""
UNITS = frozenset((Kind.MONEY, Kind.MEASURE, Kind.DURATION, Kind.PERCENT))
PLAIN = frozenset((Kind.COUNT, Kind.AGE))
LEAST = 3
"""Of so many values at least an average is told."""


Mean = tuple[Figure, list[Figure]]
"""An average, and what it is told of."""


def means(view: View) -> Iterator[Mean]:
    """The averages of the values that are listed right before them."""
    for passage in view.page.passages:
        for k in range(LEAST, len(passage.figures)):
            lead = bare(passage.before(k), singles(view.rule, "fillers"))
            listed = _listed(passage, k, singles(view.rule, "list_opens"))
            if len(listed) >= LEAST and ends(lead, phrases(view.rule, "mean_of")):
                yield passage.figures[k], listed


def find_means(told: Iterable[Mean], view: View) -> Iterator[Finding]:
    """One finding an average that the values listed right before it do not have."""
    for mean, listed in told:
        yield from _check(mean, listed, view)


def _listed(passage: Passage, k: int, opening: frozenset[str]) -> list[Figure]:
    """The values of the list that ends right before figure k; a bare number is one, whatever the last counts.

    What is counted before bare numbers has them and is none of them: "the three brothers, aged 20, 24 and 28".
    """
    found = _run(passage, k, k - 1, opening)
    many = passage.figures[k - 1].quantity.stated  # "... and 6 tonnes on the three days, an average of"
    further = _run(passage, k, k - 2, opening) if len(found) < LEAST and many is not None and many >= LEAST else []
    return further if len(further) == many else found


def _run(passage: Passage, k: int, last: int, opening: frozenset[str]) -> list[Figure]:
    found: list[Figure] = []
    for i in range(last, -1, -1):
        gap = passage.before(i + 1)
        joined = not found or gap in ((",",), ("and",), (",", "and"))
        figure = passage.figures[i]
        if not joined or not _of_one_sort(figure, passage.figures[k]) or vague(figure):
            break
        if found and (passage.quote(i + 1)[0] in opening or (named(figure) and not named(found[0]))):
            break
        found.insert(0, figure)
    return found


def _of_one_sort(figure: Figure, mean: Figure) -> bool:
    """May the mean be of such values: in one unit, or of plain numbers?"""
    if mean.kind in UNITS:
        return (figure.kind, figure.quantity.unit) == (mean.kind, mean.quantity.unit)
    return figure.kind in PLAIN


def _check(mean: Figure, listed: list[Figure], view: View) -> Iterator[Finding]:
    values = [view.page.measure(figure).interval for figure in listed]
    come = total(values).scaled(1 / len(values))
    given = view.page.measure(mean).interval
    if meet(come if mean.kind in UNITS else come.plus(HALF), given) or come.near <= 0:
        return
    working = " + ".join(amount(value.near, mean, view.book.units) for value in values)
    told = said(rounded(come.near), mean, view.book.units)
    message = f"({working}) / {len(values)} = {told}; the text says “{mean.quote}”."
    yield Finding(mean, view.rule.severity, message, within=tuple(listed), expected=exactly(come.near, 2))
