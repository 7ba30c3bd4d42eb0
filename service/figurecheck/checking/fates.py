"""What became of those on board: the dead, the injured and the unhurt of one whole, told in several sentences."""

from collections.abc import Iterator
from itertools import groupby

from figurecheck.checking.finding import View
from figurecheck.checking.passage import Passage, named
from figurecheck.checking.phrases import ends, holds, phrases
from figurecheck.checking.values import vague
from figurecheck.matching.singles import PERSON
from figurecheck.model import Action, Figure, Kind, LinkType

UNHURT = "unhurt"
FATES = {Action.KILL: "dead", Action.INJURE: "injured", Action.MISSING: "missing"}


def fates(view: View) -> Iterator[tuple[Figure, tuple[Figure, ...], bool]]:
    """Those on board, the parts of them by what befell them, and whether the unhurt are told, so that none is left."""
    for _, group in groupby(view.page.passages, key=lambda passage: (passage.where, passage.paragraph)):
        told = [(passage, k) for passage in group for k in range(len(passage.figures)) if _counts(passage, k)]
        aboard = [passage.figures[k] for passage, k in told if _is_aboard(passage, k, view)]
        aboard = [figure for figure in aboard if view.book.lexicon.is_a(figure.subject.concept, PERSON)]
        parts: dict[str, list[Figure]] = {}
        for passage, k in told:
            fate = fate_of(passage, k, view)
            if fate and passage.figures[k] not in aboard:
                parts.setdefault(fate, []).append(passage.figures[k])
        if len(aboard) == 1 and len(parts) >= 2 and all(len(found) == 1 for found in parts.values()):
            yield aboard[0], tuple(found[0] for found in parts.values()), {UNHURT, "injured", "dead"} <= set(parts)


def _counts(passage: Passage, k: int) -> bool:
    figure = passage.figures[k]
    part = any(link.type == LinkType.PART_OF for link in figure.links) and " of them" in figure.quote
    return figure.kind == Kind.COUNT and not figure.quantity.per and not vague(figure) and not part


def _is_aboard(passage: Passage, k: int, view: View) -> bool:
    joined = k > 0 and passage.before(k) == ("and",) and passage.figures[k - 1].kind == Kind.COUNT
    if joined:  # "38 passengers and two drivers aboard": the two together
        return False
    vehicle = ends(passage.before(k), phrases(view.rule, "carrying")) and named(passage.figures[k])
    return vehicle or _around(passage, k, "aboard", view)


def _around(passage: Passage, k: int, name: str, view: View) -> bool:
    return holds((*passage.quote(k), *passage.after(k)[:12]), phrases(view.rule, name))


def fate_of(passage: Passage, k: int, view: View) -> str | None:
    """What befell those whom figure k counts: "dead", "injured", "missing" or "unhurt"; None where it tells nothing."""
    if _around(passage, k, UNHURT, view):
        return UNHURT
    if _around(passage, k, "hurt", view):
        return "injured"
    action = passage.figures[k].context.action
    return FATES.get(action) if action else None
