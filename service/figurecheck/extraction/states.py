"""What befell those who are what a phrase says: "in the hospital", "on life support", "without power"."""

from collections.abc import Sequence

from figurecheck.rulebook import tags as pos
from figurecheck.rulebook.actions import ActionClass, Actions


def state_at(lower: Sequence[str], tags: Sequence[int], i: int, acts: Actions) -> ActionClass | None:
    """What the phrase that begins at token i says befell people, or None where it is no such phrase."""
    for rest, act in acts.states.get(lower[i], ()):
        k = i + 1
        k += k < len(tags) and bool(tags[k] & pos.DET)
        k += 2 * (lower[k + 1 : k + 2] == ["'s"])  # "in the agency's custody"
        if tuple(lower[k : k + len(rest)]) == rest:
            return act
    return None
