"""FC203 parts-do-not-sum: a whole and the list of all its parts, which come to something else."""

from collections.abc import Iterator

from figurecheck.checking.finding import Finding, View
from figurecheck.checking.sums import wrong_sums
from figurecheck.checking.working import exactly, number, said


def find(view: View) -> Iterator[Finding]:
    """One finding a whole that its parts do not add up to."""
    for found in wrong_sums(view):
        terms = [term.near for term in found.terms(view)]
        working = " + ".join(map(number, terms))
        message = f"{working} = {said(sum(terms), found.whole)}; the text says “{found.whole.quote}”."
        yield Finding(found.whole, view.rule.severity, message, within=found.parts, expected=exactly(sum(terms)))
