"""Totals that a sentence gives beside a rate or an average and what it is to be multiplied by."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from figurecheck.checking.arithmetic import over
from figurecheck.checking.ties import vague
from figurecheck.checking.finding import View
from figurecheck.checking.passage import Passage, Words
from figurecheck.checking.phrases import ends, holds, opens, phrases
from figurecheck.matching.intervals import Interval
from figurecheck.matching.measure import family
from figurecheck.model import Figure, Kind

WORDS = "FC207"
"""The rule whose file lists the words of rates and the lengths of time."""
AMOUNTS = frozenset((Kind.COUNT, Kind.MONEY, Kind.MEASURE, Kind.DURATION))
ONE = Interval(1.0, 1.0)


@dataclass(frozen=True, slots=True)
class Product:
    """`rate` times `times` is to be `total`; `by` is the figure that tells how many times, None where a word does."""

    total: Figure
    rate: Figure
    times: Interval
    by: Figure | None


def over_time(view: View) -> Iterator[Product]:
    """Rates per time with how long they hold and what they come to."""
    words = replace(view, rule=view.book.flags[WORDS])
    for passage in view.page.passages:
        for one, two, rate in _threes(passage, words):
            spell = one if one.kind == Kind.DURATION else two
            total = two if spell is one else one
            per = rate.quantity.per
            if spell.kind == Kind.DURATION and per and _same_family(total, rate):
                length = lengths(spell.quantity.unit or "", per, words)
                if length:
                    yield Product(total, rate, _times(view.page.measure(spell).interval, length), spell)
        yield from _in_period(passage, words)


def over_each(view: View) -> Iterator[Product]:
    """Averages with how many share them and what they come to."""
    words = replace(view, rule=view.book.flags[WORDS])
    before: Passage | None = None
    for passage in view.page.passages:
        for k, rate in enumerate(passage.figures):
            each = _each(passage, k, words)
            if not each or vague(rate):
                continue
            for total, by in _shared(passage, k, each, before, words):
                if _same_family(total, rate) and not vague(by):
                    yield Product(total, rate, view.page.measure(by).interval, by)
                    break
        yield from _by_teams(passage, words)
        yield from _of_each(passage, words)
        before = passage


def lengths(unit: str, per: str, view: View) -> Interval | None:
    """How many of the second go into the first: of days into a month 28 to 31; None where one is no length of time."""
    if unit == per:
        return ONE
    for table in ("months", "worked" if "day" in (unit, per) else "days", "days"):
        ends_ = [view.rule.settings.get(table, {}).get(name) for name in (unit, per)]
        if all(ends_):
            one, other = (Interval(*(pair if isinstance(pair, list) else (pair, pair))) for pair in ends_)
            return over(one, other)
    return None


def _threes(passage: Passage, view: View) -> Iterator[tuple[Figure, Figure, Figure]]:
    """Three figures that stand together, the rate given last."""
    for i in range(len(passage.figures) - 2):
        one, two, three = passage.figures[i : i + 3]
        if any(map(vague, (one, two, three))):
            continue
        first, second = passage.before(i + 1), passage.before(i + 2)
        if _apart(first, view) or _apart(second, view):
            continue
        if ends(second, phrases(view.rule, "average")) and three.quantity.per:
            yield one, two, three
        elif one.quantity.per and _comes_to(passage, i + 2, view):
            yield two, three, one


def _comes_to(passage: Passage, k: int, view: View) -> bool:
    """Is figure k a total: "576 in all", "a total of 576", "or 576"?"""
    return ends(passage.before(k), phrases(view.rule, "total_before")) or opens(
        passage.after(k), phrases(view.rule, "total_behind")
    )


def _in_period(passage: Passage, view: View) -> Iterator[Product]:
    """ "1,830 for the quarter, or 610 a month"."""
    for k in range(1, len(passage.figures)):
        total, rate, gap = passage.figures[k - 1], passage.figures[k], passage.before(k)
        per = rate.quantity.per
        if not per or total.quantity.per or not ends(gap, phrases(view.rule, "average")) or _apart(gap, view):
            continue
        periods = [
            word for at, word in enumerate(gap) if gap[at - 1 : at] and gap[at - 1] in _THE and _is_time(word, view)
        ]
        length = lengths(periods[0], per, view) if len(periods) == 1 else None
        if length and length.low > 1 and _same_family(total, rate) and not vague(total):
            yield Product(total, rate, length, None)


_THE = frozenset(("the", "a", "this", "last", "that", "each"))


def _is_time(word: str, view: View) -> bool:
    return word in view.rule.settings.get("months", {}) or word in view.rule.settings.get("days", {})


def _times(spell: Interval, length: Interval) -> Interval:
    return Interval(spell.low * length.low, spell.high * length.high, spell.low_open, spell.high_open)


def _apart(gap: Words, view: View) -> bool:
    return len(gap) > view.rule.setting("reach", 14) or holds(gap, phrases(view.rule, "breaks"))


def _same_family(total: Figure, rate: Figure) -> bool:
    """Do total and rate measure one thing, but for the rate's `per`?"""
    if total.kind not in AMOUNTS or total.quantity.per or family(total) != family(rate):
        return False
    if total.quantity.unit != rate.quantity.unit:
        return False
    one, other = total.subject, rate.subject
    return (
        total.kind != Kind.COUNT
        or None in (one.head, other.head)
        or one.head == other.head
        or (one.concept is not None and one.concept == other.concept)
    )


def _each(passage: Passage, k: int, view: View) -> str | None:
    """For what one of a figure stands: "£7,000 a home" home, "357 each" each; None where it says none."""
    rate, behind = passage.figures[k], passage.after(k)
    per = rate.quantity.per
    if per:
        return None if _is_time(per, view) or " " in per else per
    if opens(behind, phrases(view.rule, "each")):
        return "each" if ends(passage.before(k), phrases(view.rule, "average")) else None
    if len(behind) > 1 and behind[0] in ("a", "an", "per"):
        return view.book.words.noun(behind[1])
    return None


def _shared(passage: Passage, k: int, each: str, before: Passage | None, view: View) -> Iterator[tuple[Figure, Figure]]:
    """The total and the number of those that share it: both before the average, or the number a sentence earlier."""
    if not ends(passage.before(k), phrases(view.rule, "average")) or _apart(passage.before(k), view):
        return
    if k > 1 and not _apart(passage.before(k - 1), view):
        one, two = passage.figures[k - 2 : k]
        for total, by in ((one, two), (two, one)):
            if _counts(by, each) and not (each == "each" and total.subject.head == by.subject.head):
                yield total, by
    if k == 1 and before and before.where == passage.where and before.paragraph == passage.paragraph:
        counts = [figure for figure in before.figures if _counts(figure, each)]
        if each != "each" and counts:
            yield passage.figures[0], counts[0]


def _counts(figure: Figure, each: str) -> bool:
    return figure.kind == Kind.COUNT and not figure.quantity.per and each in ("each", figure.subject.head)


def _of_each(passage: Passage, view: View) -> Iterator[Product]:
    """ "40 crates of 25 kg each, a total of 1,000 kg"; "30 families each received $2,000, a total of $60,000"."""
    for k in range(2, len(passage.figures)):
        many, size, total = passage.figures[k - 2 : k + 1]
        first, second = passage.before(k - 1), passage.before(k)
        if many.kind != Kind.COUNT or vague(many) or vague(size) or not _same_family(total, size):
            continue
        if _apart(first, view) or _apart(second, view) or not ends(second, phrases(view.rule, "total_before")):
            continue
        if "each" in first[:2] or (opens(second, phrases(view.rule, "each")) and len(first) <= 4):
            yield Product(total, size, view.page.measure(many).interval, many)


def _by_teams(passage: Passage, view: View) -> Iterator[Product]:
    """ "seven crews of six, 42 workers in all"."""
    for k in range(2, len(passage.figures)):
        teams, size, total = passage.figures[k - 2 : k + 1]
        if not teams.kind == size.kind == total.kind == Kind.COUNT or vague(teams):
            continue
        beside = passage.before(k - 1) == ("of",) and len(passage.before(k)) <= 2
        if beside and opens(passage.after(k), phrases(view.rule, "total_behind")):
            yield Product(total, size, view.page.measure(teams).interval, teams)
