"""The parts that stand in one sentence with their whole: listed behind it, before it, or tied to it one by one."""

from collections.abc import Iterator

from figurecheck.checking.addition import Sum, exceed, is_near, nearly, plausible
from figurecheck.checking.finding import View
from figurecheck.checking.lists import (
    all_told,
    are_divided,
    are_joined,
    is_item,
    is_listed,
    is_rest,
    is_sibling,
    list_ends,
    of_others,
    opener,
    parts_from,
)
from figurecheck.checking.partitions import partitions
from figurecheck.checking.passage import Passage, Words, named
from figurecheck.checking.phrases import bare, ends, holds, opens, phrases, singles
from figurecheck.checking.sorts import fits, is_part, same_sort
from figurecheck.model import Figure
from figurecheck.rulebook import tags


def listed(passage: Passage, i: int, view: View) -> Iterator[Sum]:
    """Every list of parts in the sentence of which figure i may be the whole."""
    item = _is_item(passage, i, view) or _is_faced(passage, i, view)
    if not item:
        yield from _behind(passage, i, view)
    yield from _further(passage, i, view)
    yield from _tied(passage, passage.figures[i], view)
    yield from _among(passage, i, view)
    if not item:
        yield from partitions(passage, i, view)


def _is_faced(passage: Passage, i: int, view: View) -> bool:
    """ "12,440 votes, to 9,310 for Bell and 1,870 for Cole": are those behind set against figure i?"""
    gap = bare(passage.after(i), singles(view.rule, "fillers"))
    return i + 1 < len(passage.figures) and ends(gap, phrases(view.rule, "facing"))


def _is_item(passage: Passage, i: int, view: View) -> bool:
    """Does figure i go on a list, or do the next go on as it does: "six carried wheat, three carried maize and"?"""
    figures = passage.figures
    if i + 1 < len(figures) and holds(passage.before(i + 1), phrases(view.rule, "partitive")):
        return False
    gap = passage.after(i)
    if " of " in figures[i].quote and gap[:1] == (",",) and len(gap) > 1 and gap[-1] not in (",", "and", "("):
        return True  # "drivers make up 168 of the losses, clerks 90 and mechanics 54"
    if i and same_sort(figures[i - 1], figures[i], view) and "," in passage.before(i)[-4:]:
        return True
    behind = [(*passage.quote(k)[1:], *passage.after(k))[:1] for k in (i, i + 1) if k < len(figures)]
    verb = view.book.words.tags(behind[0][0]) & (tags.PAST | tags.AUX) if behind[0] else 0
    return len(behind) == 2 and behind[0] == behind[1] and bool(verb)


def _tied(passage: Passage, whole: Figure, view: View) -> Iterator[Sum]:
    """ "Nine of the 20 passengers died and 11 survived": the article's own parts, of two sorts that make up all."""
    parts = tuple(figure for figure in passage.figures if is_part(figure, whole))
    if len(parts) == 2 and are_divided(passage, parts, view):
        yield Sum(whole, parts, full=not holds(passage.words, phrases(view.rule, "some_of")))


def _behind(passage: Passage, i: int, view: View) -> Iterator[Sum]:
    """ "148 drones: 62 from the west, 47 from the east and 39 from the north"; "of 25,000, 18,500 ... 6,500 left"."""
    whole = passage.figures[i]
    first = i + 1
    parts = parts_from(passage, first, whole, view)
    if first < len(passage.figures) and (
        not parts or (":" in passage.after(first) and ":" not in passage.before(first))
    ):
        counted = parts_from(passage, first + 1, whole, view)
        if passage.figures[first].quantity.stated == len(counted):
            first, parts = first + 1, counted
    if len(parts) < 2:
        return
    opening = passage.between(i, first)
    last = passage.figures.index(parts[-1])
    led = holds(opening, phrases(view.rule, "partitive"))
    opened = opens(passage.before(i), phrases(view.rule, "of_the")) or led
    partitive = opened or holds(passage.quote(first), phrases(view.rule, "partitive"))
    mark = opener(passage, i, first, view)
    if is_rest(passage, last, view) and (of_others(passage, i, view) or _mixed(parts, whole, view)):
        return
    if is_rest(passage, last, view) and (mark or partitive or {",", ";", ":"} & set(opening)):
        yield Sum(whole, parts, True)
        yield from (Sum(whole, some, True) for some in _some(parts))
        return
    alike = all(same_sort(part, whole, view) for part in parts)
    counted_out = alike and all_told(passage, i, parts, view)
    bare_comma = mark == "," and not led and not counted_out
    if bare_comma and (is_listed(passage, i, view) or is_sibling(passage, i, first, last, view)):
        return
    over = partitive and exceed(parts, whole, view)
    if len(parts) == 2 and not (counted_out or over or _exhaust(passage, parts, whole, view)):
        return
    if not are_joined(passage, parts, view) or (holds(opening[-5:], phrases(view.rule, "some_of")) and not counted_out):
        return
    listed = mark is not None and list_ends(passage, last, mark, view)
    if counted_out or (listed and _appended(passage, first, last, whole, view)):
        yield Sum(whole, parts, True)
    elif listed and mark != "," and plausible(parts, whole, view):
        items = all(is_item(passage, k, view) for k in range(first, last + 1))
        yield Sum(whole, parts, items or mark == "of" or nearly(parts, whole, view))
    elif (
        partitive and not _overlap(passage, first, last, view) and (alike or (opened and plausible(parts, whole, view)))
    ):
        yield Sum(whole, parts, nearly(parts, whole, view))


def _exhaust(passage: Passage, parts: tuple[Figure, ...], whole: Figure, view: View) -> bool:
    """Are two parts all there are: by words that leave nobody over, or told in one way and nearly all of it ("62 from
    the west and 86 from the east")? Two predicates may overlap, or leave some out."""
    at = [passage.figures.index(part) for part in parts]
    if opens(passage.after(at[-1]), phrases(view.rule, "some_behind")):
        return False
    if are_divided(passage, parts, view):
        return True
    one, other = ((*passage.quote(k)[1:], *passage.after(k)) for k in at)
    placed = one[:1] == other[:1] != () and bool(view.book.words.tags(one[0]) & tags.PREP)
    return placed and is_near(parts, whole, view, view.rule.setting("told_alike", 0.4))


def _overlap(passage: Passage, first: int, last: int, view: View) -> bool:
    """Has each part a clause of its own, so that one may be in several: "190 were men; 84 wore no helmet"?"""
    verbs = {passage.after(k)[0] for k in range(first, last + 1) if _is_verb(passage.after(k)[:1], view)}
    return len(verbs) > 1


def _is_verb(word: Words, view: View) -> bool:
    return bool(word) and bool(view.book.words.tags(word[0]) & (tags.PAST | tags.AUX))


def _mixed(parts: tuple[Figure, ...], whole: Figure, view: View) -> bool:
    """Does a bare rest stand behind parts that count others: "two independents shared the other 5,200 votes"?"""
    strange = [part for part in parts[:-1] if named(part) and not same_sort(part, whole, view)]
    return bool(strange) and not named(parts[-1]) and not is_near(parts, whole, view)


def _some(parts: tuple[Figure, ...]) -> Iterator[tuple[Figure, ...]]:
    """What may be all of it where a list ends with the rest: without what is told of one of its items ("40 have been
    reached, 12 by boat, and 24 are cut off"), or told twice in two ways ("18 for Ostria and four others; two failed,
    leaving 20")."""
    for k in range(1, len(parts) - 1):
        yield (*parts[:k], *parts[k + 1 :])
        if k > 1:
            yield parts[:k]
            yield parts[k:]


def _among(passage: Passage, k: int, view: View) -> Iterator[Sum]:
    """ "14 women and nine men were among the 21 dead": a list of some, which may not come to more than the whole."""
    lead, whole = passage.before(k), passage.figures[k]
    if not ends(lead, phrases(view.rule, "among_the")) or holds(lead[:-2], phrases(view.rule, "breaks")):
        return
    for first in range(k - 1):
        parts = passage.figures[first:k]
        if all(same_sort(part, whole, view) for part in parts) and are_joined(passage, parts, view):
            yield Sum(whole, parts, full=False)
            return


def _appended(passage: Passage, first: int, last: int, whole: Figure, view: View) -> bool:
    """Is a list behind a comma the full one: two that divide all, or items in apposition that end the clause?"""
    parts = tuple(figure for figure in passage.figures[first : last + 1] if fits(figure, whole, view))
    if are_divided(passage, parts, view):
        return plausible(parts, whole, view) and not are_divided(passage, (whole, parts[-1]), view)
    if not all(is_item(passage, k, view) for k in range(first, last + 1)):
        return False
    if any(holds(passage.before(k), phrases(view.rule, "further")) for k in range(first + 1, last + 1)):
        return False  # "300 were sold and another 60 given away": who tells of more does not tell of all
    if all(same_sort(part, whole, view) for part in parts):
        return is_near(parts, whole, view)
    beside_it = passage.before(first)[-1:] == (",",) and all(map(named, parts))
    return beside_it and plausible(parts, whole, view, view.rule.setting("close", 0.15))


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
