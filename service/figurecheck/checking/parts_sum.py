"""FC203 parts-do-not-sum: a whole and the list of all its parts, which come to something else."""

from collections.abc import Iterator

from figurecheck.checking.finding import Finding, View
from figurecheck.checking.sums import wrong_sums
from figurecheck.checking.working import amount, exactly, said


def find(view: View) -> Iterator[Finding]:
    """One finding a whole that its parts do not add up to."""
    for found in wrong_sums(view):
        terms = [term.near for term in found.terms(view)]
        whole, units = found.whole, view.book.units
        working = " + ".join(amount(term, whole, units) for term in terms)
        message = f"{working} = {said(sum(terms), whole, units)}; the text says “{whole.quote}”."
        yield Finding(whole, view.rule.severity, message, within=found.parts, expected=exactly(sum(terms)))
