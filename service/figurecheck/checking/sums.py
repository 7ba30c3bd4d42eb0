"""Wholes and the lists of their parts: which figures belong together, and whether the copy says that they are all."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from math import inf

from figurecheck.checking.arithmetic import total
from figurecheck.checking.columns import columns
from figurecheck.checking.finding import View
from figurecheck.checking.passage import Passage, words
from figurecheck.checking.phrases import bare, ends, holds, opens, phrases, singles
from figurecheck.checking.readings import beside
from figurecheck.checking.values import MOST, scale, vague
from figurecheck.matching.intervals import Interval, meet
from figurecheck.model import Figure, Kind, LinkType

WORDS = "FC203"
"""The rule whose file lists the words of sums."""
SUMMED = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE))
TIMES = frozenset((Kind.DURATION, Kind.AGE))
"""Figures that stand between those of a list and are not among them."""
BARE = frozenset((Kind.MEASURE, Kind.DURATION, Kind.MONEY))
"""Kinds of wholes whose parts may leave out the unit."""
PERSON = "person"
"""The concept that all people are below."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A whole and parts of it. `full`: does the copy say that these are all? `told`: does it tie them at all?"""

    whole: Figure
    parts: tuple[Figure, ...]
    full: bool
    told: bool = True

    def terms(self, view: View) -> list[Interval]:
        """The parts' values in the whole's unit; a bare number is in it already."""
        return [view.page.measure(part).interval.scaled(scale(self.whole, part, view) or 1.0) for part in self.parts]

    def holds(self, view: View) -> bool:
        """Do any values make the parts come to the whole, or to less where they need not be all?"""
        whole = view.page.measure(self.whole).interval
        room = whole if self.full else Interval(-inf, whole.high, True, whole.high_open)
        return meet(total(self.terms(view)), room)


def wrong_sums(view: View) -> Iterator[Sum]:
    """Every list of parts that no reading of the figures near it makes right, each whole once."""
    view = replace(view, rule=view.book.flags[WORDS])
    used: set[str] = set()
    for whole, parts in columns(view):
        used.add(whole.id)
        column = Sum(whole, parts, True)
        if not column.holds(view):
            yield column
    for passage, near in beside(view):
        if len(passage.figures) > MOST:
            continue
        before = [other for other in near if other.start < passage.start]
        for kinds in (TIMES, frozenset((Kind.AGE,))):
            short = passage.without(kinds)
            every = list(_sums(short, [other.without(kinds) for other in before], kinds == TIMES, view))
            for found in every:
                if found.whole.id in used or not _is_whole(found, every, view):
                    continue
                used.add(found.whole.id)
                if not any(other.holds(view) for other in every if other.whole is found.whole) and not _borne_out(
                    found, passage, near, view
                ):
                    yield found


def _is_whole(found: Sum, every: list[Sum], view: View) -> bool:
    """Is it no part of a longer list, no number of the parts, not one of them again and not below one?"""
    whole, parts = found.whole, found.parts
    if any(map(vague, (whole, *parts))) or whole.quantity.stated == len(parts):
        return False
    if any(whole in other.parts and len(other.parts) > len(parts) for other in every):
        return False
    value, terms = view.page.measure(whole).interval, found.terms(view)
    if any(term.near == value.near for term in terms):
        return False
    return value.high >= max(term.low for term in terms) or any(is_part(part, whole) for part in parts)


def named(figure: Figure) -> bool:
    """Does the quote itself say what is counted?"""
    text = figure.subject.text
    return text is not None and words(text)[-1:] == words(figure.quote)[-1:]


def same_sort(part: Figure, whole: Figure, view: View) -> bool:
    """May the one be a part of the other, by what they count or measure?"""
    if not _fits(part, whole, view):
        return False
    if part.kind != Kind.COUNT or not named(part) or part.subject.head == whole.subject.head:
        return True
    mine, theirs, is_a = part.subject.concept, whole.subject.concept, view.book.lexicon.is_a
    if theirs is None or mine is None or theirs in singles(view.book.flags[WORDS], "broad"):
        return False
    return is_a(mine, theirs) or (is_a(mine, PERSON) and is_a(theirs, PERSON))


def is_part(part: Figure, whole: Figure) -> bool:
    """Has the article's reading tied the one to the other as its part?"""
    return any(link.type == LinkType.PART_OF and link.figure == whole.id for link in part.links)


def _fits(part: Figure, whole: Figure, view: View) -> bool:
    """Can the two be added, by kind and unit? A bare number may leave out the whole's unit; "17-inch" is a sort."""
    if "-" in part.quote and part.kind == Kind.MEASURE:
        return False
    if vague(part) or part.quantity.per != whole.quantity.per or part.quantity.change:
        return False
    if part.kind == Kind.COUNT and (not named(part) or " of " in part.quote) and whole.kind in BARE:
        return whole.kind != Kind.MONEY or (part.quantity.stated or 0) >= 1000
    summed = part.kind in SUMMED or part.kind == Kind.DURATION
    return summed and part.kind == whole.kind and scale(whole, part, view) is not None


def _sums(passage: Passage, before: list[Passage], plain: bool, view: View) -> Iterator[Sum]:
    """Every whole of the sentence or of those before it with the parts that stand behind or before it."""
    for i, whole in enumerate(passage.figures):
        if (whole.kind == Kind.DURATION) == plain:
            continue
        yield from _behind(passage, i, view)
        yield from _further(passage, i, view)
        yield from _totalled(passage, i, view)
        yield from _tied(passage, whole, view)
    for other in reversed(before):
        if passage.paragraph - other.paragraph <= 1:
            wholes = [(other, i) for i, f in enumerate(other.figures) if (f.kind == Kind.DURATION) != plain]
            for where, i in wholes:
                yield from _next(passage, where, i, where is before[-1] and where.paragraph == passage.paragraph, view)


def _tied(passage: Passage, whole: Figure, view: View) -> Iterator[Sum]:
    """ "Nine of the 20 passengers died and 11 survived": the article's own parts, of two sorts that make up all."""
    parts = tuple(figure for figure in passage.figures if is_part(figure, whole))
    if len(parts) == 2 and _divided(passage, parts, view):
        yield Sum(whole, parts, full=not holds(passage.words, phrases(view.rule, "some_of")))


def _run(passage: Passage, first: int, whole: Figure, view: View) -> tuple[Figure, ...]:
    """The parts that stand from figure `first` on, one behind the other; what is part of a part is none of them."""
    found: list[Figure] = []
    for k in range(first, len(passage.figures)):
        figure, gap = passage.figures[k], passage.before(k)
        if found and ends(gap, phrases(view.rule, "some_of")):
            break
        if found and is_part(figure, found[-1]):
            continue
        if not _fits(figure, whole, view) or (found and (_parted(passage, k, view) or _of_others(passage, k, view))):
            break
        found.append(figure)
    return tuple(found)


def _parted(passage: Passage, k: int, view: View) -> bool:
    """Does another clause begin before figure k, that is no rest of what is listed?"""
    gap = passage.before(k)
    if len(gap) > view.rule.setting("reach", 14):
        return True
    return holds(gap, phrases(view.rule, "breaks")) and not _rest(passage, k, view)


def _of_others(passage: Passage, k: int, view: View) -> bool:
    """Has figure k a whole of its own: "40 of the villagers"?"""
    told = (*passage.quote(k), *passage.after(k)[:2])
    return holds(told, phrases(view.rule, "of_others")) and not holds(told, phrases(view.rule, "of_them"))


def _joined(passage: Passage, parts: tuple[Figure, ...], view: View) -> bool:
    """Do the gaps part items of one list, the last two joined by "and"?"""
    at = [k for k, figure in enumerate(passage.figures) if figure in parts]
    gaps = [passage.between(i, j) for i, j in pairwise(at)]
    joins = singles(view.rule, "joins")
    return (
        bool(gaps)
        and any(word in joins for word in gaps[-1])
        and all("," in gap or ";" in gap or any(word in joins for word in gap) for gap in gaps)
    )


def _behind(passage: Passage, i: int, view: View) -> Iterator[Sum]:
    """ "148 drones: 62 from the west, 47 from the east and 39 from the north"; "of 25,000, 18,500 ... 6,500 left"."""
    whole = passage.figures[i]
    first = i + 1
    parts = _run(passage, first, whole, view)
    if first < len(passage.figures) and (
        not parts or (":" in passage.after(first) and ":" not in passage.before(first))
    ):
        counted = _run(passage, first + 1, whole, view)
        if passage.figures[first].quantity.stated == len(counted):
            first, parts = first + 1, counted
    if len(parts) < 2:
        return
    opening = passage.between(i, first)
    last = passage.figures.index(parts[-1])
    opened = opens(passage.before(i), phrases(view.rule, "of_the"))
    partitive = (
        opened
        or holds(opening, phrases(view.rule, "partitive"))
        or holds(passage.quote(first), phrases(view.rule, "partitive"))
    )
    mark = _mark(passage, i, first, view)
    if _rest(passage, last, view) and (mark or partitive or {",", ";", ":"} & set(opening)):
        yield Sum(whole, parts, True)
        return
    alike = all(same_sort(part, whole, view) for part in parts)
    counted_out = alike and _all_told(passage, i, parts, view)
    if mark == "," and (_is_listed(passage, i, view) or _is_alike(passage, i, first, view)):
        return
    if not _joined(passage, parts, view) or (holds(opening, phrases(view.rule, "some_of")) and not counted_out):
        return
    listed = mark is not None and _list_ends(passage, last, mark, view)
    if counted_out or (listed and _appended(passage, first, last, whole, view)):
        yield Sum(whole, parts, True)
    elif listed and mark != "," and _plausible(parts, whole, view):
        items = all(_is_item(passage, k, view) for k in range(first, last + 1))
        yield Sum(whole, parts, items or mark == "of" or _nearly(parts, whole, view))
    elif partitive and (alike or (opened and _plausible(parts, whole, view))):
        yield Sum(whole, parts, _nearly(parts, whole, view))


def _is_listed(passage: Passage, i: int, view: View) -> bool:
    """Is figure i itself an item of a list: behind "including", or joined to a figure before it?"""
    gap = bare(passage.before(i), singles(view.rule, "fillers"))
    if ends(gap, phrases(view.rule, "some_of")):
        return True
    return i > 0 and gap[-1:] in ((",",), ("and",)) and _fits(passage.figures[i - 1], passage.figures[i], view)


def _is_alike(passage: Passage, i: int, first: int, view: View) -> bool:
    """Does figure i go on as the items do: "£68 million from television, £41 million from tickets"?"""
    behind = passage.after(i)[:1]
    return bool(behind) and behind[0] in singles(view.rule, "behind_item") and behind == passage.after(first)[:1]


def _nearly(parts: tuple[Figure, ...], whole: Figure, view: View) -> bool:
    """Do so many parts come so near to the whole that none can be missing?"""
    of, come = view.page.measure(whole).interval.near, total(Sum(whole, parts, True).terms(view)).near
    return len(parts) >= 3 and of * (1 - view.rule.setting("short", 0.1)) <= come


def _mark(passage: Passage, i: int, first: int, view: View) -> str | None:
    """What opens a list behind figure i: a colon, a bracket, a dash, "made up of", a comma; None where nothing does."""
    opening = passage.between(i, first)
    for word in reversed(opening[-4:]):
        if word in (":", "(", ";"):
            return word
    lead = bare(opening, singles(view.rule, "fillers"))
    if holds(lead[-4:], phrases(view.rule, "made_of")) or opening in phrases(view.rule, "is"):
        return "of"
    if lead[-1:] == ("-",):
        return "-"
    led = (*passage.before(i), *passage.quote(i))
    if lead[-1:] == (",",) and holds(led[-6:], phrases(view.rule, "in_all")):
        return "of"
    return "," if lead[-1:] == (",",) or holds(lead[-4:], phrases(view.rule, "appending")) else None


def _list_ends(passage: Passage, last: int, mark: str, view: View) -> bool:
    """Does the list end where its figures do: at the bracket, or with the last figure of the sentence?"""
    if mark == "(":
        return ")" in passage.after(last)
    behind = passage.figures[last + 1 :]
    return not any(figure.kind == passage.figures[last].kind for figure in behind)


def _plausible(parts: tuple[Figure, ...], whole: Figure, view: View, most: float | None = None) -> bool:
    """Are the parts of the whole's sort, or do they nearly come to it?"""
    if all(same_sort(part, whole, view) for part in parts):
        return True
    return view.page.measure(whole).interval.low >= view.rule.setting("large", 14) and _is_near(
        parts, whole, view, most
    )


def _is_near(parts: tuple[Figure, ...], whole: Figure, view: View, most: float | None = None) -> bool:
    of, come = view.page.measure(whole).interval.near, total(Sum(whole, parts, True).terms(view)).near
    return abs(come - of) <= (most or view.rule.setting("near", 0.4)) * of


def _appended(passage: Passage, first: int, last: int, whole: Figure, view: View) -> bool:
    """Is a list behind a comma the full one: two that divide all, or items in apposition that end the clause?"""
    parts = tuple(figure for figure in passage.figures[first : last + 1] if _fits(figure, whole, view))
    if _divided(passage, parts, view):
        return _plausible(parts, whole, view) and not _divided(passage, (whole, parts[-1]), view)
    if not all(_is_item(passage, k, view) for k in range(first, last + 1)):
        return False
    if all(same_sort(part, whole, view) for part in parts):
        return _is_near(parts, whole, view)
    beside_it = passage.before(first)[-1:] == (",",) and all(map(named, parts))
    return beside_it and _plausible(parts, whole, view, view.rule.setting("close", 0.15))


def _is_item(passage: Passage, k: int, view: View) -> bool:
    """Is the figure an item of a list and not the subject of a clause: "62 from", "three men", "£4 million on"?"""
    behind = passage.after(k)
    return named(passage.figures[k]) or any(word in singles(view.rule, "behind_item") for word in behind[:1])


def _rest(passage: Passage, k: int, view: View) -> bool:
    """Is figure k what the others leave: "the remaining 430", "which leaves 6,500", "the rest, 3.4 million"?"""
    lead, behind = passage.before(k), passage.after(k)
    if holds((*lead[-5:], *passage.quote(k), *behind[:4]), phrases(view.rule, "no_rest")):
        return False
    return holds(lead[-5:], phrases(view.rule, "rest")) or holds(
        (*passage.quote(k), *behind[:5]), phrases(view.rule, "rest_behind")
    )


def _divided(passage: Passage, parts: tuple[Figure, ...], view: View) -> bool:
    """Do two parts, or the list's last words, leave nobody over: women and men, passed and failed, "the other"?"""
    at = [k for k, figure in enumerate(passage.figures) if figure in parts]
    if _rest(passage, at[-1], view):
        return True
    if len(at) != 2:
        return False
    labels = [{*passage.quote(k), *passage.after(k)} for k in at]
    if is_part(passage.figures[at[0]], passage.figures[at[0] + 1]):  # "nine of the 20 passengers died and ..."
        labels[0] |= set(passage.after(at[0] + 1))
    labels[0] |= set(passage.before(at[0])[-4:])
    labels[1] |= set(passage.before(at[1])[-4:])
    for one, other in _opposites(view):
        if (labels[0] & one and labels[1] & other) or (labels[0] & other and labels[1] & one):
            return True
    return False


def _opposites(view: View) -> list[tuple[set[str], set[str]]]:
    """Pairs of words that divide people: "men|man / women|woman"."""
    pairs = (entry.split(" / ") for entry in view.rule.settings.get("opposites", ()))
    return [(set(left.split()), set(right.split())) for left, right in pairs]


def _all_told(passage: Passage, i: int | None, parts: tuple[Figure, ...], view: View) -> bool:
    """Does the copy say how many parts there are, or that there are no more?"""
    text = passage.words
    if holds(text, phrases(view.rule, "no_more")):
        return True
    if len(parts) == 2 and holds(text, phrases(view.rule, "between_them")):
        return True
    counted = [
        f for f in passage.figures if f not in parts and f.kind == Kind.COUNT and f.quantity.stated == len(parts)
    ]
    if counted and (i is None or passage.figures[i] not in counted):
        return True
    return _ranked(passage, parts, view)


def _ranked(passage: Passage, parts: tuple[Figure, ...], view: View) -> bool:
    """ "The first took 168, the second 139 and the third 105": all of them, in order."""
    at = [k for k, figure in enumerate(passage.figures) if figure in parts]
    order = view.rule.settings.get("order", ())
    return len(at) >= 2 and all(
        n < len(order) and order[n] in (*passage.before(k)[-8:], *passage.after(k)[:4]) for n, k in enumerate(at)
    )


def _totalled(passage: Passage, k: int, view: View) -> Iterator[Sum]:
    """ "three in Corran, four in Velmar and five in Dorn, a total of 12"; "..., 12 in all"."""
    whole = passage.figures[k]
    lead, behind = bare(passage.before(k), singles(view.rule, "fillers")), passage.after(k)
    told = holds(lead[-5:], phrases(view.rule, "total_before")) or (
        opens(behind, phrases(view.rule, "total_behind")) and bool({",", "-", "or", ";"} & set(lead[-3:]))
    )
    if k < 2 or not told or holds(lead[:-6], phrases(view.rule, "breaks")):
        return
    most = view.page.measure(whole).interval.high
    every = tuple(f for f in passage.figures[:k] if _fits(f, whole, view) and view.page.measure(f).interval.low <= most)
    parts = every
    for first in range(len(every) - 1):
        parts = every[first:]
        if Sum(whole, parts, True).holds(view):
            yield Sum(whole, parts, True)
            return
    if len(every) >= 2 and every == passage.figures[k - len(every) : k] and _joined(passage, every, view):
        yield Sum(whole, every, True)


def _further(passage: Passage, i: int, view: View) -> Iterator[Sum]:
    """ "71 of the 95 drones, and another 24 were lost": parts told one by one, all of one whole."""
    whole = passage.figures[i]
    parts = [figure for figure in passage.figures if is_part(figure, whole)]
    for k in range(i + 1, len(passage.figures)):
        figure = passage.figures[k]
        more = ends(passage.before(k), phrases(view.rule, "further")) or opens(
            passage.quote(k), phrases(view.rule, "further")
        )
        if parts and more and figure not in parts and same_sort(figure, whole, view):
            yield Sum(whole, (*parts, figure), False)
            return


def _next(passage: Passage, where: Passage, i: int, close: bool, view: View) -> Iterator[Sum]:
    """ "Of that, 7.9 will go on roofs and the remaining 6.5 on playgrounds"; "Sixty-two passed and 24 failed"."""
    whole = where.figures[i]
    parts = _run(passage, 0, whole, view)
    lead = passage.before(0)
    if not parts or parts[0].kind != whole.kind:
        return
    lead = () if ends(lead, phrases(view.rule, "accounts_for")) else lead
    last = passage.figures.index(parts[-1])
    taken_up = opens(lead, phrases(view.rule, "of_that")) or holds(
        (*passage.quote(0), *passage.after(0)[:2]), phrases(view.rule, "of_them")
    )
    if len(parts) == 1:
        yield from _rest_of(passage, where, i, view)
        return
    alike = all(same_sort(part, whole, view) for part in parts)
    if not alike and not (_divided(passage, parts, view) and _plausible(parts, whole, view)):
        return
    if _rest(passage, last, view):
        only = sum(same_sort(parts[0], figure, view) for figure in where.figures) == 1
        if taken_up or (only and close):
            yield Sum(whole, parts, True)
    elif _joined(passage, parts, view) and last == len(passage.figures) - 1:
        if (
            _divided(passage, parts, view)
            or _ranked(passage, parts, view)
            or _counted(where, i, parts, view)
            or (close and len(parts) > 2 and _is_near(parts, whole, view, view.rule.setting("close", 0.15)))
        ):
            yield Sum(whole, parts, True)
        elif taken_up or (not lead and (len(parts) > 2 or not any(map(named, parts)))):
            yield Sum(whole, parts, taken_up and _nearly(parts, whole, view))


def _counted(where: Passage, i: int, parts: tuple[Figure, ...], view: View) -> bool:
    """ "The museum's two sites drew 212,000": do the parts number as many as the copy says there are?"""
    others = [f for k, f in enumerate(where.figures) if k != i and f.kind == Kind.COUNT]
    many = [float(f.quantity.stated) for f in others if f.quantity.stated is not None]
    return len(parts) in many or (holds(where.words, phrases(view.rule, "between_them")) and len(parts) == 2)


def _rest_of(passage: Passage, where: Passage, i: int, view: View) -> Iterator[Sum]:
    """ "Five were hurt, two of them children. The other three ..."."""
    whole, last = where.figures[i], passage.figures[0]
    if not _rest(passage, 0, view) or passage.after(0)[:1] == (",",):
        return
    parts = [figure for figure in where.figures if is_part(figure, whole)]
    counts = [figure for figure in where.figures if figure.kind == last.kind]
    if len(parts) == 1 and len(counts) == 2 and same_sort(last, whole, view):
        yield Sum(whole, (parts[0], last), True)


def _borne_out(found: Sum, passage: Passage, near: tuple[Passage, ...], view: View) -> bool:
    """Does another figure near make the list right: as its whole, or as one more part?"""
    whole = view.page.measure(found.whole).interval
    parts = found.terms(view)
    come = total(parts)
    others = [
        view.page.measure(figure).interval.scaled(scale(found.whole, figure, view) or 1.0)
        for where in (passage, *near)
        for figure in where.figures
        if figure is not found.whole and figure not in found.parts and _fits(figure, found.whole, view)
    ]
    return any(meet(come, other) or meet(come.plus(other), whole) for other in others)
