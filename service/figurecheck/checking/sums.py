"""Wholes whose parts the copy lists in full."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from figurecheck.checking.changes import TIMES, comparable, vague
from figurecheck.checking.finding import View
from figurecheck.checking.passage import Passage, words
from figurecheck.checking.phrases import ends, holds, opens, phrases, singles
from figurecheck.model import Figure, Kind, LinkType

WORDS = "FC203"
"""The rule whose file lists the words of sums."""
SUMMED = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE))
PERSON = "person"
"""The concept that all people are below."""


@dataclass(frozen=True, slots=True)
class Sum:
    """A whole and all its parts; `taken` where the copy takes one away: 25,000 less 18,500 leaves 6,500."""

    whole: Figure
    parts: tuple[Figure, ...]
    taken: bool = False


def sums(view: View) -> Iterator[Sum]:
    """Every list of parts with its whole, each whole once."""
    view = replace(view, rule=view.book.flags[WORDS])
    used: set[str] = set()
    before: Passage | None = None
    for passage in view.page.passages:
        short = passage.without(TIMES)
        near = before if before and before.where == short.where and before.paragraph == short.paragraph else None
        for found in (
            *_listed(short, view),
            *_totalled(short, view),
            *_remaining(short, near, view),
            *_divided(short, near, view),
            *_left(short, view),
        ):
            sound = not any(map(vague, (found.whole, *found.parts)))
            if found.whole.id not in used and sound:
                used.add(found.whole.id)
                yield found
        before = short


def same_sort(part: Figure, whole: Figure, view: View) -> bool:
    """May the one be a part of the other, by what they count or measure?"""
    if part.kind != whole.kind or part.kind not in SUMMED or part.quantity.per != whole.quantity.per:
        return False
    if part.quantity.change or not comparable(part, whole, view):
        return False
    if part.kind != Kind.COUNT or not named(part) or part.subject.head == whole.subject.head:
        return True
    mine, theirs, is_a = part.subject.concept, whole.subject.concept, view.book.lexicon.is_a
    if theirs is None or mine is None:
        return False
    return is_a(mine, theirs) or (is_a(mine, PERSON) and is_a(theirs, PERSON))


def named(figure: Figure) -> bool:
    """Does the quote itself say what is counted?"""
    text = figure.subject.text
    return text is not None and words(text)[-1:] == words(figure.quote)[-1:]


def _run(passage: Passage, first: int, whole: Figure, view: View) -> int:
    """The index behind the parts that stand from `first` on, one behind the other."""
    stop = first
    while stop < len(passage.figures) and same_sort(passage.figures[stop], whole, view):
        if stop > first and holds(passage.before(stop), phrases(view.rule, "breaks")):
            break
        stop += 1
    return stop


def _listed(passage: Passage, view: View) -> Iterator[Sum]:
    """ "148 drones: 62 from the west, 47 from the east and 39 from the north"; the same in brackets."""
    for i in range(len(passage.figures) - 2):
        whole, opening = passage.figures[i], passage.before(i + 1)
        mark = _mark(passage, i, view)
        if mark is None or holds(opening, phrases(view.rule, "some_of")):
            continue
        stop = _run(passage, i + 1, whole, view)
        count = stop - i - 1
        if count < 2 or not _joined(passage, i + 1, stop, view):
            continue
        bracketed = mark == "("
        if bracketed != (")" in passage.after(stop - 1)) or (not bracketed and stop < len(passage.figures)):
            continue
        if all(_is_item(passage, k, view) for k in range(i + 1, stop)):
            yield Sum(whole, passage.figures[i + 1 : stop])


def _mark(passage: Passage, i: int, view: View) -> str | None:
    """What opens a full list behind figure i: a colon, a bracket, a dash, "made up of"; None where nothing does."""
    opening = passage.before(i + 1)
    found = next((k for k, word in enumerate(opening) if word in (":", "(")), None)
    if found is not None:
        return opening[found] if len(opening) - found <= 3 else None
    if opening[-1:] == ("-",):
        return "-" if len(opening) > 1 or named(passage.figures[i + 1]) else None
    if ends(opening, phrases(view.rule, "made_of")) or opening in phrases(view.rule, "is"):
        return "of"
    led = (*passage.before(i), *passage.quote(i))
    return "of" if opening[-1:] == (",",) and holds(led[-6:], phrases(view.rule, "in_all")) else None


def _joined(passage: Passage, first: int, stop: int, view: View) -> bool:
    """Do the gaps part items of one list, the last two joined by "and"?"""
    gaps = [passage.before(k) for k in range(first + 1, stop)]
    return "and" in gaps[-1][-4:] and all("," in gap or ";" in gap or "and" in gap for gap in gaps)


def _is_item(passage: Passage, k: int, view: View) -> bool:
    """Is the figure an item of a list and not the subject of a clause: "62 from", "three men", "£4 million on"?"""
    if named(passage.figures[k]):
        return True
    return any(word in singles(view.rule, "behind_item") for word in passage.after(k)[:1])


def _totalled(passage: Passage, view: View) -> Iterator[Sum]:
    """ "three in Corran, four in Velmar and five in Dorn, a total of 12"; "..., 12 in all"."""
    for k in range(2, len(passage.figures)):
        whole = passage.figures[k]
        lead, behind = passage.before(k), passage.after(k)
        told = ends(lead, phrases(view.rule, "total_before")) or (
            lead[-1:] in ((",",), ("-",)) and opens(behind, phrases(view.rule, "total_behind"))
        )
        if not told or holds(lead[:-4], phrases(view.rule, "breaks")):
            continue
        first = k
        while first and same_sort(passage.figures[first - 1], whole, view):
            first -= 1
        if first == 0 and k - first >= 2 and _joined(passage, first, k, view):
            yield Sum(whole, passage.figures[first:k])


def _remaining(passage: Passage, before: Passage | None, view: View) -> Iterator[Sum]:
    """ "Of that, 7.9 will go on roofs, 4.2 on heating and the remaining 6.5 on playgrounds"; "The other three"."""
    rest = phrases(view.rule, "rest")
    for k, last in enumerate(passage.figures):
        if last.kind not in SUMMED or not ends(passage.before(k), rest):
            continue
        first = k
        while first and same_sort(passage.figures[first - 1], last, view) and not _apart(passage, first, view):
            first -= 1
        opening = passage.before(0)
        if k == 0 and before and passage.after(0)[:1] != (",",):
            yield from _rest_of(before, last, view)
        elif first == 0 and k and opens(opening, phrases(view.rule, "of_that")):
            whole = _only(before, last, view)
            if whole:
                yield Sum(whole, passage.figures[: k + 1])
        elif first == 0 and k > 1 and opens(opening, phrases(view.rule, "of_the")):
            yield Sum(passage.figures[0], passage.figures[1 : k + 1])


def _apart(passage: Passage, k: int, view: View) -> bool:
    return holds(passage.before(k), phrases(view.rule, "breaks"))


def _only(before: Passage | None, part: Figure, view: View) -> Figure | None:
    """The one figure of the sentence before that could be the whole."""
    found = [figure for figure in before.figures if same_sort(part, figure, view)] if before else []
    return found[0] if len(found) == 1 else None


def _rest_of(before: Passage, last: Figure, view: View) -> Iterator[Sum]:
    """ "Five were hurt, two of them children. The other three ..."."""
    ids = {figure.id: figure for figure in before.figures}
    parts = [
        (figure, ids[link.figure])
        for figure in before.figures
        for link in figure.links
        if link.type == LinkType.PART_OF and link.figure in ids
    ]
    counts = [figure for figure in before.figures if figure.kind == last.kind]
    if len(parts) == 1 and len(counts) == 2 and parts[0][0].kind == last.kind == parts[0][1].kind:
        yield Sum(parts[0][1], (parts[0][0], last))


def _divided(passage: Passage, before: Passage | None, view: View) -> Iterator[Sum]:
    """ "16 of them were women and 18 were men": two that leave nothing over."""
    every = {figure.id: figure for p in (before, passage) if p for figure in p.figures}
    for i in range(len(passage.figures) - 1):
        one, other = passage.figures[i], passage.figures[i + 1]
        of = [link.figure for link in one.links if link.type == LinkType.PART_OF]
        whole = every.get(of[0]) if of else None
        if whole is None or one.kind != Kind.COUNT or other.kind != Kind.COUNT or whole.kind != Kind.COUNT:
            continue
        if (i + 2 < len(passage.figures) and "and" in passage.before(i + 2)[-3:]) or "and" not in passage.before(i + 1):
            continue
        labels = _label(passage, i), _label(passage, i + 1)
        if any(_divide(*labels, left, right) or _divide(*labels, right, left) for left, right in _opposites(view)):
            yield Sum(whole, (one, other))


def _divide(one: set[str], other: set[str], left: set[str], right: set[str]) -> bool:
    return bool(one & left) and bool(other & right)


def _label(passage: Passage, k: int) -> set[str]:
    return {*passage.quote(k), *passage.after(k)[:3]}


def _opposites(view: View) -> list[tuple[set[str], set[str]]]:
    """Pairs of words that divide people: "men|man / women|woman"."""
    pairs = (entry.split(" / ") for entry in view.rule.settings.get("opposites", ()))
    return [(set(left.split()), set(right.split())) for left, right in pairs]


def _left(passage: Passage, view: View) -> Iterator[Sum]:
    """ "Of 25,000 doses 18,500 have been used, which leaves 6,500"."""
    for k in range(2, len(passage.figures)):
        whole, taken, rest = passage.figures[k - 2 : k + 1]
        if (not opens(passage.before(k - 2), phrases(view.rule, "of_the")) and k > 2) or not ends(
            passage.before(k), phrases(view.rule, "leaves")
        ):
            continue
        if same_sort(taken, whole, view) and same_sort(rest, whole, view) and not _apart(passage, k - 1, view):
            yield Sum(whole, (taken, rest), taken=True)
