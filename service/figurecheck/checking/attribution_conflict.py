"""FC102 attribution-conflict: one distinctive value given to two sides."""

from collections.abc import Iterator

from figurecheck.checking.clash import severity, spoken_of
from figurecheck.checking.finding import Finding, Match, View
from figurecheck.checking.wording import here, there
from figurecheck.matching.levels import HOLDERS, SIDED, Step
from figurecheck.model import Figure, Severity

COUNTED = "withheld"
"""The level at which another speaker alone makes the two: a warning, by DESIGN 6."""


def find(view: View) -> Iterator[Finding]:
    """One finding a figure of another article that has the value but another actor, target or owner."""
    for match in spoken_of(view):
        found = next((step for step in match.pair.steps if (step.part, step.level) in SIDED), None)
        mine, theirs = _sides(match, found)
        message = f"{here(match)} is {mine} here, but {there(match)} is {theirs}."
        grave = Severity.WARNING if found and found.level == COUNTED else severity(match, view)
        yield Finding(match.mine, grave, message, match)


def _sides(match: Match, found: Step | None) -> tuple[str, str]:
    """What sets the two apart, in words: by whom, against whom, whose, who counted."""
    if found and found.level == COUNTED:
        return f"counted by {_counts(match.mine)}", f"counted by {_counts(match.theirs)}"
    if found and found.level in HOLDERS:
        left, right = (
            f"given to {line.holder.name.text}" for line in (match.pair.left, match.pair.right) if line.holder
        )
        return (left, right) if match.mine_left else (right, left)
    part = found.part if found else "subject"
    return _side(match.mine, part), _side(match.theirs, part)


def _counts(figure: Figure) -> str:
    """Who says so, or counts without a word of saying."""
    said = figure.context.attribution
    return (said.speaker if said else None) or figure.context.actor or "others"


def _side(figure: Figure, part: str) -> str:
    context = figure.context
    if part == "actor":
        return f"by {context.actor}"
    if part == "target":
        return f"against {context.target}"
    return f"of “{figure.subject.text}”"
