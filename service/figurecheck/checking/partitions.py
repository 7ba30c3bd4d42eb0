"""Lists of a few parts that come so near to their whole that they must be all of it: "98 complaints, 51 from hospitals
and 34 from the public"."""

from collections.abc import Iterator

from figurecheck.checking.addition import Sum, exceed, is_near
from figurecheck.checking.degrees import DEGREES
from figurecheck.checking.fates import fate_of
from figurecheck.checking.finding import View
from figurecheck.checking.lists import are_divided, is_sibling, of_others, parts_from
from figurecheck.checking.passage import Passage, Words
from figurecheck.checking.phrases import holds, opens, phrases, singles
from figurecheck.checking.sorts import same_sort
from figurecheck.model import Figure, LinkType
from figurecheck.rulebook import tags

SKIPPED = 2
"""So many figures of other things may stand between a whole and its list."""


def partitions(passage: Passage, i: int, view: View) -> Iterator[Sum]:
    """The list behind figure i that nearly comes to it, or that goes beyond it though the copy calls it a part."""
    whole, figures = passage.figures[i], passage.figures
    for first in range(i + 1, min(i + 2 + SKIPPED, len(figures))):
        if not _may_be_part(figures[first], whole, view):
            continue
        if figures[first].quantity.stated == len(parts := _run(passage, first + 1, whole, view)):
            first += 1  # "in two teams, one of 25 and one of 16"
        else:
            parts = _run(passage, first, whole, view)
        opening = passage.between(i, first)
        listed = len(parts) > 1 and _is_list(passage, first, len(parts), view)
        if listed and _leads(passage, i, opening, view) and not _goes_on(passage, i, first, len(parts), view):
            yield from _weighed(passage, i, first, parts, view)
        return


def _weighed(passage: Passage, i: int, first: int, parts: tuple[Figure, ...], view: View) -> Iterator[Sum]:
    whole, last = passage.figures[i], first + len(parts)
    if all(opens(passage.after(k), phrases(view.rule, "sides")) for k in range(first, last)):
        return  # "97 votes, with 71 against and 12 abstaining"
    over = _is_partitive(passage, i, first, view) and exceed(parts, whole, view)
    if len(parts) == 2 and not over and _may_leave_out(passage, first, parts, view):
        return
    verbs = {passage.after(k)[:1] for k in range(first, last) if _is_verb(passage.after(k)[:1], view)}
    fates = [fate_of(passage, k, view) for k in range(first, last)]
    apart = None not in fates and len(set(fates)) == len(fates)  # "41 were killed, 96 wounded and 133 came back unhurt"
    if len(verbs) > 1 and len(parts) > 2 and not apart and ":" not in passage.between(i, first):
        return  # "190 were men; 84 wore no helmet and 61 had been drinking": one may be in several
    if is_near(parts, whole, view, view.rule.setting("few", 0.15)):
        yield Sum(whole, parts, True)
        yield from (Sum(whole, parts[:k], True) for k in range(2, len(parts)))
    elif len(verbs) < 2 and _is_partitive(passage, i, first, view):
        yield Sum(whole, parts, False)


def _may_leave_out(passage: Passage, first: int, parts: tuple[Figure, ...], view: View) -> bool:
    """Do two parts share a predicate, which may be true of neither ("12 speak Welsh and 25 speak English"), or does the
    copy say that there are others ("seven men and four women among them")?"""
    if opens(passage.after(first + 1), phrases(view.rule, "some_behind")):
        return True
    one, other = (passage.after(k)[:1] for k in (first, first + 1))
    said = one == other != () and one[0].isalpha() and not view.book.words.tags(one[0]) & tags.PREP
    return said and not are_divided(passage, parts, view)


def _may_be_part(figure: Figure, whole: Figure, view: View) -> bool:
    again = any(link.type == LinkType.SAME_AS for link in figure.links)  # "74 metres (243 feet) long"
    return not again and same_sort(figure, whole, view)


def _run(passage: Passage, first: int, whole: Figure, view: View) -> tuple[Figure, ...]:
    """The parts from figure `first` on, up to what counts something else."""
    found: list[Figure] = []
    for part in parts_from(passage, first, whole, view):
        if not _may_be_part(part, whole, view):
            break
        found.append(part)
    return tuple(found)


def _leads(passage: Passage, i: int, opening: Words, view: View) -> bool:
    """Does a stop, or "of which", lead from the whole to its list, and nothing that makes it a list of some?"""
    if holds(opening, phrases(view.rule, "some_of")) or holds(opening, phrases(view.rule, "few_breaks")):
        return False
    if _is_shared(passage, i, view):
        return False
    return (
        _opens(passage, i, view)
        or bool({",", ":", ";", "(", "-"} & set(opening))
        or holds(opening, phrases(view.rule, "partitive"))
    )


def _is_shared(passage: Passage, i: int, view: View) -> bool:
    """Is a share told of figure i, which what follows gives as a number: "three quarters of the 400 seats, 300"?"""
    figure = passage.figures[i]
    own = next(p for p in view.page.passages if (p.where, p.start) == (passage.where, passage.start))
    k = own.figures.index(figure)
    return k > 0 and own.figures[k - 1].kind in DEGREES and own.before(k) in phrases(view.rule, "shared")


def _goes_on(passage: Passage, i: int, first: int, many: int, view: View) -> bool:
    """Is the whole but the first item, where only a comma leads from it to the others?"""
    if _is_partitive(passage, i, first, view) or {":", ";", "(", "-"} & set(passage.between(i, first)):
        return False
    return is_sibling(passage, i, first, first + many - 1, view)


def _opens(passage: Passage, i: int, view: View) -> bool:
    """ "Of 30 villages, 15 ...": does "of" lead the whole at the head of its clause?"""
    lead = passage.before(i)
    return opens(lead, phrases(view.rule, "of_the")) and len(lead) <= 4 and not i


def _is_partitive(passage: Passage, i: int, first: int, view: View) -> bool:
    told = (*passage.between(i, first), *passage.quote(first), *passage.after(first)[:2])
    return _opens(passage, i, view) or holds(told, phrases(view.rule, "partitive"))


def _is_list(passage: Passage, first: int, many: int, view: View) -> bool:
    """Are the items joined, the last two by "and", and is none told of others or of one item?"""
    last = first + many - 1
    joins = singles(view.rule, "joins")
    gaps = [passage.before(k) for k in range(first + 1, last + 1)]
    if any(of_others(passage, k, view) for k in range(first, last + 1)):
        return False
    if any(holds(gap, phrases(view.rule, name)) for gap in gaps for name in ("some_of", "further")):
        return False
    if any(_is_clause(gap, joins, view) for gap in gaps):
        return False
    closed = bool(joins & set(gaps[-1])) or (gaps[-1][:1] == (";",) and many == 2)
    return closed and all({",", ";"} & set(gap) or joins & set(gap) for gap in gaps)


def _is_clause(gap: Words, joins: frozenset[str], view: View) -> bool:
    """Does an item open with a verb of its own: "and spending came to $20.5 billion"?"""
    start = max((k for k, word in enumerate(gap) if word in joins or word in ",;"), default=-1)
    return any(
        view.book.words.tags(word) & tags.PAST and not view.book.words.tags(word) & tags.NOUN
        for word in gap[start + 1 :]
    )


def _is_verb(word: Words, view: View) -> bool:
    found = view.book.words.tags(word[0]) if word else 0
    return bool(found & (tags.PAST | tags.AUX | tags.MODAL | tags.VERBZ | tags.VERB)) and not found & tags.PREP
