"""FC105 superseded: a later report gives a running toll higher, or copy corrects or sets aside the older value."""

from collections.abc import Iterator

from figurecheck.checking.clash import expected, spoken_of
from figurecheck.checking.finding import Finding, Match, View
from figurecheck.checking.wording import here, there
from figurecheck.checking.working import expected as between
from figurecheck.matching.heirs import heirs, still_given
from figurecheck.matching.stale import Stale
from figurecheck.model import Relation, Severity


def find(view: View) -> Iterator[Finding]:
    """One finding, always an info, a figure of another article that updates this one or is updated by it.

    And one a figure that still gives what the article's own correction takes back.
    """
    for match in spoken_of(view):
        newer = _newer(match)
        value = None if newer else expected(match)
        yield Finding(match.mine, Severity.INFO, _message(match, newer), match, expected=value)
    yield from _within(view)


def _newer(match: Match) -> bool:
    """Is the checked figure the newer one?"""
    stand = match.pair.stand
    return (stand.newer == "left") == match.mine_left if stand.newer else bool(match.later)


def _message(match: Match, newer: bool) -> str:
    stand = match.pair.stand
    if match.pair.relation != Relation.SUPERSEDED:
        if newer:
            return f"{here(match)} here updates the lower toll {there(match)}."
        return f"{here(match)} here has been overtaken by the higher toll {there(match)}."
    taken_back = match.pair.left.older != match.pair.right.older
    if stand.kind == "corrected" and taken_back:
        if newer:
            return f"{here(match)} is taken back here, but still given as {there(match)}."
        return f"{here(match)} here has since been taken back: {there(match)}."
    verb = "corrects" if stand.kind == "corrected" else "replaces"
    if newer:
        return f"{here(match)} here {verb} the older value, which is still given as {there(match)}."
    done = "corrected to" if stand.kind == "corrected" else "replaced by"
    return f"{here(match)} here is out of date: it has been {done} {there(match)}."


def _within(view: View) -> Iterator[Finding]:
    """Figures that the article's own correction has not reached."""
    lines = view.account.lines(view.book)
    for old_id, heir in heirs(lines).items():
        old = next(line for line in lines if line.id == old_id)
        if old.stale != Stale.CORRECTED:
            continue
        for line in still_given(old, heir, lines):
            message = f"“{line.figure.quote}” is still the value that this article corrects to “{heir.figure.quote}”."
            within = (heir.figure, old.figure)
            yield Finding(line.figure, Severity.INFO, message, within=within, expected=between(heir.measure.exact))
