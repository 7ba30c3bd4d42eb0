"""The two values between which an amount of more or less lies: "840 km, 160 less than the 1,000 of last year"."""

from collections.abc import Iterator

from figurecheck.checking.degrees import DIFFERENCES, is_compared, of_rule, words_around
from figurecheck.checking.finding import View
from figurecheck.checking.passage import Passage, Words, named
from figurecheck.checking.phrases import holds, phrases
from figurecheck.checking.values import Tie, Value, level, tied, values_of
from figurecheck.model import Figure, Kind


def differences(passage: Passage, d: int, near: tuple[Passage, ...], view: View) -> Iterator[Tie]:
    """The values that figure d, an amount, is said to lie between."""
    by, rule = passage.figures[d], of_rule(view, DIFFERENCES)
    if not (is_compared(passage, d, view) or _is_moved(passage, d)):
        return
    values = [value for value in values_of(passage, d, view, True) if _may_be(value.unit, by, view)]
    before, behind = [v for v in values if v.at < d], [v for v in values if v.at == d + 1]
    up = _way(passage, d, rule)
    if behind and _leads_to(passage.before(d + 1), rule):
        tops = before[-1:] or _told_before(by, near, passage, view)
        for top in tops:
            yield from _tie(passage, d, top, behind[0], up, view)
    elif len(before) > 1 and _apposed(passage, before[-1].at, d, rule):
        yield from _tie(passage, d, before[-1], before[-2], up, view)


def _is_moved(passage: Passage, d: int) -> bool:
    """ "$2.5 billion, up $300 million from $2.2 billion": behind a comma, the way that what stands before it went?"""
    moved = passage.figures[d].quantity.change and passage.before(d)[-2:] in ((",", "up"), (",", "down"))
    return bool(moved) and passage.after(d) in (("from",), ("on",), ("from", "the"), ("on", "the"))


def _may_be(value: Figure, by: Figure, view: View) -> bool:
    """Are the two of one sort? A length of time is none of a bare number's."""
    return fit((by, value), view) and (value.kind == by.kind or Kind.DURATION not in (value.kind, by.kind))


def _told_before(by: Figure, near: tuple[Passage, ...], passage: Passage, view: View) -> list[Value]:
    """ "It laid off 400. That is 160 more than the 240 of May": the one value of the sentence before."""
    last = [other for other in near if other.start < passage.start][-1:]
    found = [v for other in last for v in values_of(other, -1, view) if _may_be(v.unit, by, view)]
    return found if len(found) == 1 and not last[0].figures[1:] else []


def _leads_to(gap: Words, view: View) -> bool:
    """Does a comparison lead from the amount to the value behind it: "less than the", "short of its strength of"?"""
    return len(gap) <= view.rule.setting("reach", 12) and not holds(gap, phrases(view.rule, "breaks"))


def _apposed(passage: Passage, last: int, d: int, view: View) -> bool:
    """Does only a comma stand between the amount and what is told before it: "66 last year, 130 this year, 64 more"?"""
    gap = passage.between(last, d)
    if "than" in passage.after(d)[:4]:  # "40, 10 more than the police had said at noon"
        return False
    return (
        "," in gap[-2:] and len(gap) <= view.rule.setting("reach", 12) and not holds(gap, phrases(view.rule, "breaks"))
    )


def _way(passage: Passage, d: int, view: View) -> bool | None:
    behind = (*passage.quote(d)[1:], *passage.after(d)[:4])
    more, less = (holds(behind, phrases(view.rule, name)) for name in ("more", "less"))
    return more if more != less else None


def _tie(passage: Passage, d: int, top: Value, bottom: Value, up: bool | None, view: View) -> Iterator[Tie]:
    by = passage.figures[d]
    if fit((top.unit, bottom.unit, by), view):
        yield tied(by, top, bottom, "change", up, True, words_around(passage, d), view)


def fit(figures: tuple[Figure, ...], view: View) -> bool:
    """Are all in units of one sort? A bare number takes the others'."""
    told = [figure for figure in figures if figure.kind != Kind.COUNT or (named(figure) and " of " not in figure.quote)]
    return all(level(told[0], figure, view) is not None for figure in told[1:])
