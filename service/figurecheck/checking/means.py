"""An average beside the list of what it is the average of: "aged 19, 23, 31 and 47, which gives an average of 30"."""

from collections.abc import Iterator

from figurecheck.checking.arithmetic import total
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.passage import Passage, named
from figurecheck.checking.phrases import bare, ends, phrases, singles
from figurecheck.checking.values import vague
from figurecheck.checking.working import exactly, number, rounded
from figurecheck.matching.intervals import Interval, meet
from figurecheck.model import Figure, Kind

HALF = Interval(-0.5, 0.5)
"""Ages are whole years."""
LEAST = 3
"""Of so many values at least an average is told."""


def find_means(view: View) -> Iterator[Finding]:
    """One finding an average that the values listed right before it do not have."""
    for passage in view.page.passages:
        for k in range(LEAST, len(passage.figures)):
            lead = bare(passage.before(k), singles(view.rule, "fillers"))
            listed = _listed(passage, k, singles(view.rule, "list_opens"))
            if len(listed) >= LEAST and ends(lead, phrases(view.rule, "mean_of")):
                yield from _check(passage.figures[k], listed, view)


def _listed(passage: Passage, k: int, opening: frozenset[str]) -> list[Figure]:
    """The values of the list that ends right before figure k; a bare number is one, whatever the last counts.

    What is counted before bare numbers has them and is none of them: "the three brothers, aged 20, 24 and 28".
    """
    found: list[Figure] = []
    for i in range(k - 1, -1, -1):
        gap = passage.before(i + 1)
        joined = not found or gap in ((",",), ("and",), (",", "and"))
        figure = passage.figures[i]
        if not joined or figure.kind not in (Kind.COUNT, Kind.AGE) or vague(figure):
            break
        if found and (passage.quote(i + 1)[0] in opening or (named(figure) and not named(found[0]))):
            break
        found.insert(0, figure)
    return found


def _check(mean: Figure, listed: list[Figure], view: View) -> Iterator[Finding]:
    values = [view.page.measure(figure).interval for figure in listed]
    come = total(values).scaled(1 / len(values))
    given = view.page.measure(mean).interval
    if meet(come.plus(HALF), given) or come.near <= 0:
        return
    working = " + ".join(number(value.near) for value in values)
    message = f"({working}) / {len(values)} = {number(rounded(come.near))}; the text says “{mean.quote}”."
    yield Finding(mean, view.rule.severity, message, within=tuple(listed), expected=exactly(come.near, 2))
