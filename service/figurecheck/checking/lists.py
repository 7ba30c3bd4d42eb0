"""How the parts of a whole are listed: where they stand, how they are joined, and whether they are all."""

from itertools import pairwise

from figurecheck.checking.degrees import CHANGES, is_difference, of_rule
from figurecheck.checking.finding import View
from figurecheck.checking.passage import Passage, Words, named
from figurecheck.checking.phrases import bare, ends, holds, phrases, singles
from figurecheck.checking.sorts import fits, is_part
from figurecheck.model import Figure, Kind


def parts_from(passage: Passage, first: int, whole: Figure, view: View) -> tuple[Figure, ...]:
    """The parts that stand from figure `first` on, one behind the other; what is part of a part is none of them."""
    found: list[Figure] = []
    for k in range(first, len(passage.figures)):
        figure, gap = passage.figures[k], passage.before(k)
        if found and ends(gap, phrases(view.rule, "some_of")):
            break
        if found and is_part(figure, found[-1]):
            continue
        if not fits(figure, whole, view) or is_difference(passage, k, view) or _is_base(gap, view):
            break
        if found and (_parted(passage, k, view) or of_others(passage, k, view) or _of_last(passage, k, first, view)):
            break
        found.append(figure)
    return tuple(found)


def _parted(passage: Passage, k: int, view: View) -> bool:
    """Does another clause begin before figure k, that is no rest of what is listed?"""
    gap = passage.before(k)
    if len(gap) > view.rule.setting("reach", 14):
        return True
    return holds(gap, phrases(view.rule, "breaks")) and not is_rest(passage, k, view)


def of_others(passage: Passage, k: int, view: View) -> bool:
    """Has figure k a whole of its own: "40 of the villagers"?"""
    told = (*passage.quote(k), *passage.after(k)[:2])
    return holds(told, phrases(view.rule, "of_others")) and not holds(told, phrases(view.rule, "of_them"))


def are_joined(passage: Passage, parts: tuple[Figure, ...], view: View) -> bool:
    """Do the gaps part items of one list, the last two joined by "and"?"""
    at = [k for k, figure in enumerate(passage.figures) if figure in parts]
    gaps = [passage.between(i, j) for i, j in pairwise(at)]
    joins = singles(view.rule, "joins")
    return (
        bool(gaps)
        and any(word in joins for word in gaps[-1])
        and all("," in gap or ";" in gap or any(word in joins for word in gap) for gap in gaps)
    )


def is_listed(passage: Passage, i: int, view: View) -> bool:
    """Is figure i itself an item of a list: behind "including", or joined to a figure before it?"""
    gap = bare(passage.before(i), singles(view.rule, "fillers"))
    if ends(gap, phrases(view.rule, "some_of")):
        return True
    return i > 0 and gap[-1:] in ((",",), ("and",)) and fits(passage.figures[i - 1], passage.figures[i], view)


def is_alike(passage: Passage, i: int, first: int, view: View) -> bool:
    """Does figure i go on as the items do: "£68 million from television, £41 million from tickets"?"""
    behind = passage.after(i)[:1]
    return bool(behind) and behind[0] in singles(view.rule, "behind_item") and behind == passage.after(first)[:1]


def is_sibling(passage: Passage, i: int, first: int, last: int, view: View) -> bool:
    """Is figure i the first item of the list behind its comma, and not what the items make up?

    It goes on as they do ("40 in Ostria, 25 in Norvik"), words of its own lead the next ("Labour won 40, the Greens
    25"), or it counts what is beside what they count, and not above it ("40 men, 25 women and 12 children").
    """
    if is_alike(passage, i, first, view) or passage.before(first)[-1:] != (",",):
        return True
    whole, lexicon = passage.figures[i], view.book.lexicon
    above = whole.subject.concept
    if not named(whole) or above is None:
        return False
    parts = [part for part in passage.figures[first : last + 1] if named(part)]
    beside = (part.subject.concept for part in parts if part.subject.head != whole.subject.head)
    return any(not lexicon.is_a(one, above) or one == above != whole.subject.head for one in beside)


def opener(passage: Passage, i: int, first: int, view: View) -> str | None:
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


def list_ends(passage: Passage, last: int, mark: str, view: View) -> bool:
    """Does the list end where its figures do: at the bracket, or with the last figure of the sentence?"""
    if mark == "(":
        return ")" in passage.after(last)
    behind = passage.figures[last + 1 :]
    return not any(figure.kind == passage.figures[last].kind for figure in behind)


def is_item(passage: Passage, k: int, view: View) -> bool:
    """Is the figure an item of a list and not the subject of a clause: "62 from", "three men", "£4 million on"?"""
    behind = passage.after(k)
    return named(passage.figures[k]) or any(word in singles(view.rule, "behind_item") for word in behind[:1])


def _is_base(gap: Words, view: View) -> bool:
    """ "4 per cent above last year's 202 million": is it what another figure is measured by?"""
    changes = of_rule(view, CHANGES).rule
    return ends(bare(gap, singles(changes, "fillers")), phrases(changes, "base_near"))


def _of_last(passage: Passage, k: int, first: int, view: View) -> bool:
    """ "38,000 eat at school, and 14,500 of these pay nothing": is figure k of the item before it?"""
    told = [(*passage.quote(i), *passage.after(i)[:2]) for i in (first, k)]
    return [holds(text, phrases(view.rule, "of_them")) for text in told] == [False, True]


def is_rest(passage: Passage, k: int, view: View) -> bool:
    """Is figure k what the others leave: "the remaining 430", "which leaves 6,500", "the rest, 3.4 million"?"""
    lead, behind = passage.before(k), passage.after(k)
    if holds((*lead[-5:], *passage.quote(k), *behind[:4]), phrases(view.rule, "no_rest")):
        return False
    if ends(lead, phrases(view.rule, "left")) and holds(
        (*passage.quote(k)[1:], *behind[:3]), phrases(view.rule, "left_so")
    ):
        return False  # "destroyed 400 homes, damaged 250 and left 120 without power"
    clause = behind[: behind.index(",")] if "," in behind else behind  # "600 in Bremen, the rest abroad"
    return holds(lead[-5:], phrases(view.rule, "rest")) or holds(
        (*passage.quote(k), *clause[:5]), phrases(view.rule, "rest_behind")
    )


def are_divided(passage: Passage, parts: tuple[Figure, ...], view: View) -> bool:
    """Do two parts, or the list's last words, leave nobody over: women and men, passed and failed, "the other"?"""
    at = [k for k, figure in enumerate(passage.figures) if figure in parts]
    if is_rest(passage, at[-1], view):
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


def all_told(passage: Passage, i: int | None, parts: tuple[Figure, ...], view: View) -> bool:
    """Does the copy say how many parts there are, or that there are no more?"""
    text = passage.words
    if holds(text, phrases(view.rule, "no_more")):
        return True
    if len(parts) == 2 and holds(text, phrases(view.rule, "between_them")):
        return True
    counted = [
        f
        for f in passage.figures
        if f not in parts and f.kind == Kind.COUNT and f.quantity.stated == len(parts) and "-" not in f.quote
    ]
    if counted and (i is None or passage.figures[i] not in counted):
        return True
    return are_ranked(passage, parts, view)


def are_ranked(passage: Passage, parts: tuple[Figure, ...], view: View) -> bool:
    """ "The first took 168, the second 139 and the third 105": all of them, in order."""
    at = [k for k, figure in enumerate(passage.figures) if figure in parts]
    order = view.rule.settings.get("order", ())
    return len(at) >= 2 and all(
        n < len(order) and order[n] in (*passage.before(k)[-8:], *passage.after(k)[:4]) for n, k in enumerate(at)
    )


def are_counted(where: Passage, i: int, parts: tuple[Figure, ...], view: View) -> bool:
    """ "The museum's two sites drew 212,000": do the parts number as many as the copy says there are?"""
    others = [f for k, f in enumerate(where.figures) if k != i and f.kind == Kind.COUNT and "-" not in f.quote]
    many = [float(f.quantity.stated) for f in others if f.quantity.stated is not None]
    return len(parts) in many or (holds(where.words, phrases(view.rule, "between_them")) and len(parts) == 2)
