"""Where the part and the whole stand whose share a degree tells, and the two values of which it tells a multiple."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations

from figurecheck.checking.change_ties import parted
from figurecheck.checking.degrees import CHANGES, DEGREES, RATIOS, SHARES, of_rule, words_around
from figurecheck.checking.finding import View
from figurecheck.checking.passage import Passage, Words, words
from figurecheck.checking.phrases import among, ends, holds, opens, phrases, singles
from figurecheck.checking.values import Tie, Value, level, tied, values_of
from figurecheck.matching.intervals import Interval
from figurecheck.model import Kind, LinkType


def shares(passage: Passage, d: int, near: tuple[Passage, ...], view: View) -> Iterator[Tie]:
    """The part and the whole of which figure d tells the share."""
    by = passage.figures[d]
    view = of_rule(view, SHARES)
    moved = by.quantity.change and not opens(passage.after(d), phrases(view.rule, "share_of"))
    beyond = opens(passage.after(d), phrases(view.rule, "beyond"))  # "2,800, 60 per cent above the average of 1,750"
    if by.kind not in (Kind.PERCENT, Kind.RATIO) or moved or beyond or is_fraction_of(passage, d):
        return
    around = words_around(passage, d)
    if _of_them(passage, d, view) and any(figure.kind == Kind.PERCENT for figure in passage.figures[:d]):
        return  # "70 per cent of its 5,000 members voted and 82 per cent of those backed it": a share of a share
    told = values_of(passage, d, view, True)
    values = [value for value in told if value.unit.kind not in DEGREES]
    every = [*values, *_wholes_before(near, passage, d, view)]
    multiple = by.kind == Kind.RATIO and (by.quantity.stated or 0) > 1
    for part, whole in () if multiple else permutations(every, 2):
        if part.at < 0 or level(whole.unit, part.unit, view) is None:
            continue
        if part.unit.kind != whole.unit.kind and part.interval.low > whole.interval.high:
            continue  # "a day of six hours; 40,000 of them are at work, a third from abroad"
        if _is_share(passage, d, part, whole, values, view):
            yield tied(by, part, whole, "share", None, True, around, view)
    if by.kind == Kind.RATIO:
        yield from _multiples(passage, d, told, around, view)
    yield from _fractions(passage, d, around, view)


def is_fraction_of(passage: Passage, d: int) -> bool:
    """Is a fraction told of figure d itself: "a fifth of 1%"?"""
    return d > 0 and passage.before(d) == ("of",) and passage.figures[d - 1].kind == Kind.RATIO


def _fractions(passage: Passage, d: int, around: Words, view: View) -> Iterator[Tie]:
    """ "64 out of 212 schools, or 30 per cent": a part and its whole, read as one share, and the same again."""
    for first, last in ((d - 1, d), (d, d + 1)):
        k = first if last == d else last
        if not 0 <= k < len(passage.figures) or not _restated(passage, first, last, view):
            continue
        fraction = passage.figures[k]
        if fraction.kind == Kind.RATIO and holds(passage.quote(k), phrases(view.rule, "out_of")):
            share = view.page.measure(fraction).interval
            yield Tie(passage.figures[d], share, WHOLE, "share", None, True, (fraction,), around)


WHOLE = Interval(1.0, 1.0)


def _wholes_before(near: tuple[Passage, ...], passage: Passage, d: int, view: View) -> list[Value]:
    """What the sentence before counts, which "of them" takes up; at -1."""
    before = [other for other in near if other.start < passage.start and passage.paragraph - other.paragraph <= 1]
    if not before:
        return []
    found = values_of(before[-1], -1, view)
    return [replace(value, at=-1) for value in found if value.unit.kind not in DEGREES]


def _is_share(passage: Passage, d: int, part: Value, whole: Value, values: list[Value], view: View) -> bool:
    """Does the copy say "part, d of whole", "d of whole, part", "part of whole, d" or "of whole, part, d"?"""
    if whole.at < 0:
        return _of_those(passage, d, part, whole, view)
    beside_d = _restated(passage, part.at, d, view) or _restated(passage, d, part.at, view)
    if whole.at + 1 == d == part.at - 1 and opens(passage.after(d), phrases(view.rule, "of_which")):
        return _restated(passage, d, part.at, view, of=True)  # "1,260 seats, a third of which, 420, will be sold"
    after_whole = whole.at + 1 == d and (_restated(passage, whole.at, d, view) or _said_again(passage, d, view))
    if d + 1 == whole.at == part.at - 1 and opens(passage.before(whole.at), phrases(view.rule, "explains")):
        return _comma(passage, part.at)
    if _leads_to(passage, d, whole.at, view):
        based = passage.after(part.at)[:1] == ("from",)
        again = not (based or _of_them(passage, part.at, view)) and _restated(passage, whole.at, part.at, view)
        # not "half of it from the city, 500 from", nor "half of the 400 will go, 150 of them in May"
        return beside_d or again or (part.at == d - 1 and _comma(passage, d))
    if _led_by(passage, part, whole, values, view) and (beside_d or _is_named(passage, part.at, d, view)):
        return True
    if _leads_to(passage, part.at, whole.at, view) or _linked(part, whole):
        return (
            beside_d
            or _restated(passage, d, part.at, view, of=True)
            or _is_beside(passage, d, part.at, whole.at, view)
            or after_whole
            or (part.at == d + 1 and among(passage.before(part.at), singles(view.rule, "restating")))
        )
    opened = opens(passage.before(whole.at), phrases(view.rule, "opens_whole")) and whole is values[0]
    return bool(opened and beside_d and whole.at < min(part.at, d))


def _comma(passage: Passage, d: int) -> bool:
    return "," in passage.before(d)[-7:]


def _linked(part: Value, whole: Value) -> bool:
    return any(link.type == LinkType.PART_OF and link.figure == whole.unit.id for link in part.unit.links)


def _leads_to(passage: Passage, i: int, j: int, view: View) -> bool:
    """Does "of" lead from figure i to the next one, j: "64 of the county's 212 schools"?"""
    if j != i + 1:
        return False
    gap = passage.before(j)
    if gap[:1] == ("from",) and "," in gap:
        return False  # "comes from the city, 500,000 from tickets"
    hedge = words(passage.figures[i].quantity.hedge or "")
    told = (*passage.quote(i)[max(len(hedge), 1) :], *gap)  # the "than" of "more than half" parts nothing
    if len(gap) > view.rule.setting("of_reach", 7) or holds(told, phrases(view.rule, "breaks")):
        return False
    return opens(gap, phrases(view.rule, "of")) or ("of" in passage.quote(i) and gap[:1] not in ((",",), ("(",)))


def _restated(passage: Passage, i: int, j: int, view: View, *, of: bool = False) -> bool:
    """Is figure j the figure before it, i, in other terms: ", or about", " cast (", " in parliament, which is"?

    What is itself "of" something else is not, but for the part of a whole that follows (`of`).
    """
    behind = passage.after(j)
    if j != i + 1 or (not of and behind[:1] == ("of",) and not opens(behind, phrases(view.rule, "of_all"))):
        return False
    gap = passage.before(j)
    for k, word in enumerate(gap[: int(view.rule.setting("tail", 6))]):
        if word in _OPENS:
            return among(gap[k:], singles(view.rule, "restating"))
        if (word,) in phrases(view.rule, "breaks"):
            return False
    return False


def _said_again(passage: Passage, d: int, view: View) -> bool:
    """ "420 of the 1,200 thefts reported in the county, or 35 percent": does only "or" lead to it, far off?"""
    gap = passage.before(d)
    commas = [k for k, word in enumerate(gap) if word == ","]
    if not commas or gap[commas[-1] + 1 :][:1] != ("or",) or passage.after(d)[:1] == ("of",):
        return False
    return among(gap[commas[-1] :], singles(view.rule, "restating")) and not holds(gap, phrases(view.rule, "breaks"))


_OPENS = frozenset("(,;:-") | {"or", "which"}


def _led_by(passage: Passage, part: Value, whole: Value, values: list[Value], view: View) -> bool:
    """ "£14.4m, of which £8.1m"; "126,000 people out of work, and 37,800 of them": the nearest value before."""
    before = [value for value in values if value.at < part.at]
    if not before or before[-1] is not whole:
        return False
    return ends(passage.before(part.at), phrases(view.rule, "of_which")) or _of_them(passage, part.at, view)


def _is_beside(passage: Passage, d: int, part: int, whole: int, view: View) -> bool:
    """Does d stand next to a part and its whole, with no base of its own: "a record 540 of 600 sold, 90 per cent"?"""
    first, last = sorted((d, part if d < part else whole))
    gap = passage.before(last)
    apart = last != first + 1 or "," not in gap[-3:] or len(gap) > view.rule.setting("of_reach", 7)
    other = passage.after(d)[:1] and passage.after(d)[0] in singles(view.rule, "other_base")
    return not (apart or other or holds(gap, phrases(view.rule, "breaks")))


def _of_them(passage: Passage, k: int, view: View) -> bool:
    """Does figure k itself say what it is a part of: "37,800 of them", "30 per cent of those"?"""
    return holds((*passage.quote(k)[1:], *passage.after(k)[:3]), phrases(view.rule, "of_those"))


def _of_those(passage: Passage, d: int, part: Value, whole: Value, view: View) -> bool:
    """ "Of those arrested 960, or 60 per cent, had ..."; "A third of them, 1,450, must ...": of the sentence before."""
    first, last = min(d, part.at), max(d, part.at)
    if first or not (_restated(passage, first, last, view) or _is_named(passage, first, last, view)):
        return False
    lead = passage.before(0)
    taken_up = opens(lead, phrases(view.rule, "of_those")) and not holds(lead, phrases(view.rule, "breaks"))
    return taken_up or _of_them(passage, 0, view)


def _is_named(passage: Passage, first: int, last: int, view: View) -> bool:
    """Is the last figure the first one in numbers: "a third of them, 1,450"?"""
    told = last == first + 1 and passage.before(last) in phrases(view.rule, "named")
    return told and passage.after(last)[:1] != ("of",)


def _multiples(passage: Passage, d: int, values: list[Value], around: Words, view: View) -> Iterator[Tie]:
    """ "84 pupils, half as many as the 142 it had"; "$146,000, about three times the $49,500"."""
    by, ratios = passage.figures[d], of_rule(view, RATIOS)
    again = {link.figure for value in values for link in value.unit.links if link.type == LinkType.SAME_AS}
    values = [value for value in values if value.unit.id not in again]
    before = [value for value in values if value.at < d]
    behind = [value for value in values if value.at == d + 1]
    if len(before) > 1 and not behind and opens(passage.after(d), phrases(ratios.rule, "as_many")):
        bottom, top = before[-2:]
        if level(bottom.unit, top.unit, view) is not None and _restated(passage, top.at, d, view):
            yield tied(by, top, bottom, "change", None, True, around, view)
    before = [value for value in before if behind and level(value.unit, behind[0].unit, view) is not None]
    if not before:
        return
    gap, lead = passage.before(d + 1), passage.between(before[-1].at, d)
    multiple = (by.quantity.stated or 0) >= 1 or opens(gap, phrases(ratios.rule, "compared"))
    compared = (
        len(gap) <= ratios.rule.setting("reach", 9)
        and among(gap[:1], singles(ratios.rule, "comparing"))
        and not parted(gap, of_rule(view, CHANGES))
    )
    if multiple and compared and not holds(lead, phrases(view.rule, "breaks")):
        yield tied(by, before[-1], behind[0], "change", None, len(lead) <= 12, around, view)
