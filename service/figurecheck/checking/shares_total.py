"""FC205 shares-exceed-hundred: shares of one whole that come to more than all of it, or with the rest to less."""

from collections.abc import Iterator

from figurecheck.checking.arithmetic import total
from figurecheck.checking.degrees import of_rule
from figurecheck.checking.finding import Finding, View
from figurecheck.checking.lists import are_divided
from figurecheck.checking.passage import Passage, Words
from figurecheck.checking.phrases import bare, ends, holds, phrases, singles
from figurecheck.checking.readings import beside
from figurecheck.checking.sorts import SUMS
from figurecheck.checking.values import vague
from figurecheck.checking.working import exactly, percent
from figurecheck.matching.intervals import Interval, meet
from figurecheck.model import Figure, Kind, LinkType
from figurecheck.rulebook import tags

OTHERS = frozenset(Kind) - {Kind.PERCENT, Kind.RATIO}
CHANGES = frozenset((LinkType.CHANGE_FROM, LinkType.CHANGE_TO))


def find(view: View) -> Iterator[Finding]:
    """One finding a list of shares that cannot be of one whole; it stands on the largest of them."""
    for whole, near in beside(view):
        passage = whole.without(OTHERS)
        before = [other.without(OTHERS) for other in near if other.start < passage.start]
        for first, stop in _runs(passage, view):
            yield from _check(passage, first, stop, _leader(passage, first, before, view), view)


def _leader(passage: Passage, first: int, before: list[Passage], view: View) -> tuple[Figure, ...]:
    """ "Ames has 23 percent. The others follow with 19 percent, ...": the first share, told one sentence before."""
    if first or not before or not holds(passage.before(0), phrases(view.rule, "follows")):
        return ()
    shares = before[-1].figures
    return shares if len(shares) == 1 and shares[0].kind == Kind.PERCENT else ()


def _runs(passage: Passage, view: View) -> Iterator[tuple[int, int]]:
    """From where to where percentages stand one behind the other as shares of one thing."""
    first = 0
    while first < len(passage.figures):
        stop = first
        while stop < len(passage.figures) and _is_share(passage.figures[stop]) and not _is_base(passage, stop, view):
            if stop > first and not _goes_on(passage, stop, view):
                break
            stop += 1
        if stop - first >= 2:
            yield first, stop
        first = max(stop, first + 1)


def _is_share(figure: Figure) -> bool:
    quantity = figure.quantity
    part = figure.kind == Kind.PERCENT or (figure.kind == Kind.RATIO and (quantity.stated or 1) < 1)
    plain = part and not quantity.change and not quantity.per
    plain = plain and not any(link.type in CHANGES for link in figure.links)
    return plain and not vague(figure) and quantity.stated is not None


def _is_base(passage: Passage, k: int, view: View) -> bool:
    """Is it what another share moved from: "34 percent, down from 41 percent"?"""
    joined = passage.before(k)[-1:] == ("and",)  # "45% against and 12% undecided"
    return not joined and ends(bare(passage.before(k), singles(view.rule, "leads")), phrases(view.rule, "bases"))


def _goes_on(passage: Passage, k: int, view: View) -> bool:
    """Does percentage k go on with the list: without a base of its own, and no change or comparison before it?"""
    between, behind = bare(passage.before(k), singles(view.rule, "leads")), passage.after(k)
    rest = ends(between, phrases(view.rule, "rest"))
    if rest and "while" in between[-4:]:  # "while the remaining 12 per cent"
        between = between[: len(between) - 1 - between[::-1].index("while")]
    way = behind[:1] if behind and behind[0] in _ways(passage, view) & set(between) else ()
    if way:  # "get it from television, 33 per cent from phones"
        between = tuple(word for word in between if word != way[0])
    if _is_dated(passage, k, between, view):
        return False
    if holds(between, phrases(view.rule, "breaks")) or len(between) > view.rule.setting("reach", 16):
        return False
    if rest or (len(passage.figures) > k + 1 and _rest_follows(passage, k, view)):
        return True
    alike = behind[:1] == ("to",) and "of" in (
        *passage.quote(0),
        *passage.after(0)[:1],
    )  # "half of it to his son, a third to"
    return not behind or bool(way) or alike or behind[0] not in singles(view.rule, "other_base")


def _ways(passage: Passage, view: View) -> frozenset[str]:
    """The words by which a list goes on; behind a verb also "in": "half were born in Oru, a third in Velmar"."""
    first = passage.after(0)[:1]
    verb = first and (
        view.book.words.tags(first[0]) & (tags.AUX | tags.PAST) or first[0] in singles(view.rule, "gives")
    )
    return singles(view.rule, "ways") | (singles(view.rule, "ways_of_verbs") if verb else frozenset())


def _is_dated(passage: Passage, k: int, between: Words, view: View) -> bool:
    """Is the share before figure k of another time? What the first alone says goes for all: "48 per cent of all power
    last year, gas 27 per cent and oil 25 per cent"."""
    dates = phrases(view.rule, "dates")
    if not holds(between, dates):
        return False
    later = any(holds(passage.before(i), dates) for i in range(k + 1, len(passage.gaps)))
    return k != 1 or later or between[-1:] in ((",",), ("and",))


def _rest_follows(passage: Passage, k: int, view: View) -> bool:
    """Does the list end with "the remaining"? Then its shares are of one whole, whatever stands behind them."""
    return any(ends(passage.before(i), phrases(view.rule, "rest")) for i in range(k + 1, len(passage.figures)))


def _check(passage: Passage, first: int, stop: int, leader: tuple[Figure, ...], view: View) -> Iterator[Finding]:
    figures = (*leader, *passage.figures[first:stop])
    rest = ends(passage.before(stop - 1), phrases(view.rule, "rest"))
    if holds(passage.words, phrases(view.rule, "several_answers")):
        return
    if rest and first > 0:
        return
    levels = singles(view.rule, "levels")
    closed = any("and" in passage.before(k) for k in range(stop - 2, stop))  # "..., and 14 percent, with 8 undecided"
    divided = _are_divided(passage, first, stop, view)
    if not (rest or divided) and (len(figures) < 3 or not closed):
        return
    lead = passage.before(first)
    every = holds(passage.words, phrases(view.rule, "every_answer"))
    if not (rest or every) and not ends(lead, phrases(view.rule, "accounts_for")) and lead[-1:] and lead[-1] in levels:
        return
    values = [_percent(figure, view) for figure in figures]
    come = total(values)
    full = Interval(100, 100) if rest else Interval(0, 100)
    if meet(come, full) or (not rest and come.near > view.rule.setting("most", 125)):
        return
    value = sum(v.near for v in values)
    largest = max(figures, key=lambda figure: _percent(figure, view).near)
    spare = 100 - value + _percent(figures[-1], view).near  # what the shares before the rest leave for it
    last = figures[-1] if rest and spare > 0 else largest
    others = tuple(figure for figure in figures if figure.id != last.id)
    wanted = (100 - value + _percent(last, view).near) / (100 if last.kind == Kind.RATIO else 1)
    working = " + ".join(percent(v.near) for v in values)
    message = f"{working} = {percent(value)}, {'more' if value > 100 else 'less'} than the whole."
    made_right = exactly(wanted, 2) if wanted > 0 else None
    yield Finding(last, view.rule.severity, message, within=others, expected=made_right)


def _are_divided(passage: Passage, first: int, stop: int, view: View) -> bool:
    """ "55% of them are men and 48% women": two shares, the only ones, of sorts that leave nobody over."""
    shares = [figure for figure in passage.figures if figure.kind == Kind.PERCENT]
    if len(shares) != 2 or stop - first != 2 or passage.after(first)[:1] == ("of",) or ";" in passage.after(first):
        return False
    return are_divided(passage, passage.figures[first:stop], of_rule(view, SUMS))


def _percent(figure: Figure, view: View) -> Interval:
    """A share in percent: "a third" is about 33."""
    return view.page.measure(figure).interval.scaled(100 if figure.kind == Kind.RATIO else 1)
