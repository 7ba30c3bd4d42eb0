"""A share of which the copy leaves out the part or the whole, because another sentence has told it."""

from collections.abc import Iterator

from figurecheck.checking.antecedents import Antecedent, antecedents, nouns_of, speaks_of
from figurecheck.checking.degrees import CHANGES, DEGREES, SHARES, of_rule, words_around
from figurecheck.checking.finding import View
from figurecheck.checking.passage import Passage, Words
from figurecheck.checking.phrases import among, ends, holds, opens, phrases, singles
from figurecheck.checking.share_ties import is_fraction_of
from figurecheck.checking.sorts import fits, one_thing
from figurecheck.checking.values import Tie, Value, level, tied, values_of
from figurecheck.model import Kind


def taken_shares(passage: Passage, d: int, view: View) -> Iterator[Tie]:
    """The share that figure d tells with every whole that it may be of; none where no whole is likely the one meant."""
    by, view = passage.figures[d], of_rule(view, SHARES)
    if by.kind not in (Kind.PERCENT, Kind.RATIO) or by.quantity.change or (by.quantity.stated or 1) > 100:
        return
    if by.kind == Kind.RATIO and (by.quantity.stated or 0) > 1:
        return  # "ten times as far": no share
    if opens(passage.after(d), phrases(of_rule(view, CHANGES).rule, "moves")) or is_fraction_of(passage, d):
        return  # "a 20 per cent improvement"
    around = words_around(passage, d)
    yield from _turnout(passage, d, view)
    part, base = _part(passage, d, view), _base(passage, d, view)
    if part is None or base is None or _is_share_of_share(passage, d, base, view):
        return
    wholes = [whole for whole in antecedents(passage, part.at, view) if _may_be(part, whole.value, view)]
    likely = [whole for whole in wholes if _is_meant(base, part, whole, view)]
    if likely:
        for whole in (*likely, *(other for other in wholes if other not in likely)):
            yield tied(by, part, whole.value, "share", None, True, around, view)


def _part(passage: Passage, d: int, view: View) -> Value | None:
    """The value that the share is in other terms: "385 people, or 30 per cent", "40 per cent, or 249,600,"."""
    values = [value for value in values_of(passage, d, view, True) if value.unit.kind not in PASSED]
    before = [value for value in values if value.at < d]
    if before and ends(passage.before(before[-1].at), phrases(view.rule, "margins")):
        return None  # "won by 9,200 votes, with 58%"
    if any(value.unit.kind != Kind.COUNT for value in before):
        values = [value for value in values if value.unit.kind != Kind.COUNT]  # "70 dollars, children half of that, 35"
    before = [value for value in before if value in values]
    if before and _apposed(passage, before[-1].at, d, view):
        return before[-1]
    behind = [value for value in values if value.at == d + 1 and _named(passage.before(d + 1), view)]
    return behind[0] if behind else None


PASSED = DEGREES | {Kind.DURATION}
"""What may stand between a part and its share, and is no part."""


def _apposed(passage: Passage, i: int, d: int, view: View) -> bool:
    """ "came on school trips, a quarter": does only a clause without a break lead to the comma before the share?"""
    gap = passage.between(i, d)
    if i and not passage.before(i) and passage.figures[i - 1].kind in DEGREES:
        return False  # "76 per cent two, 73 per cent three"
    marks = [k for k, word in enumerate(gap) if word in _MARKS]
    if not marks or len(gap) > view.rule.setting("clause", 12) or any(f.kind in DEGREES for f in passage.figures[i:d]):
        return False
    lead, last = gap[: marks[-1]], gap[marks[-1] :]
    if ends(last, phrases(view.rule, "of_which")):
        return False  # "24 million tonnes, of which 40 per cent": what stands before is the whole
    if last[-2:-1] and last[-2] in singles(view.rule, "rates"):  # ", which gives an approval rate of"
        last = (*last[:-3], *last[-2:])
    return (
        last != (";",)
        and among(last, singles(view.rule, "restating"))
        and not holds(lead, phrases(view.rule, "breaks"))
    )


_MARKS = frozenset(",(:;-") | {"or"}


def _named(gap: Words, view: View) -> bool:
    """ "40 per cent, or 249,600", "a third of them - 1,450"."""
    marks = [k for k, word in enumerate(gap) if word in _MARKS]
    return bool(marks) and marks[0] <= 5 and among(gap[marks[0] :], singles(view.rule, "restating"))


def _base(passage: Passage, d: int, view: View) -> Words | None:
    """The words that say what the share is of; empty where the copy leaves them out, None where it is told apart."""
    told = (*passage.quote(d), *passage.after(d))
    behind = passage.after(d)
    if "of" in passage.quote(d):
        base = told[told.index("of") + 1 :]
    elif behind[:1] == ("of",):
        base = behind[1:]
    else:
        return None if behind[:1] and behind[0] in singles(view.rule, "other_base") else ()
    stop = next((k for k, word in enumerate(base) if word in ",;:.()-"), len(base))
    explicit = stop == len(base) and d + 1 < len(passage.figures)
    return None if explicit or not stop else base[:stop]


def _turnout(passage: Passage, d: int, view: View) -> Iterator[Tie]:
    """ "It drew 3,700 people to the polls. Turnout was 40 per cent of the 9,250 on the roll"."""
    wholes = [value for value in values_of(passage, d, view) if value.at == d + 1]
    if not wholes or not among(passage.before(d + 1), singles(view.rule, "of_the")):
        return
    if holds(passage.before(d)[-6:], phrases(view.rule, "turnouts")):
        for told in antecedents(passage, d, view):
            voted = told.value.figure.kind == Kind.COUNT and _votes(told, view)
            if voted and told.value.interval.near < wholes[0].interval.near:
                yield tied(
                    passage.figures[d], told.value, wholes[0], "share", None, True, words_around(passage, d), view
                )


def _votes(told: Antecedent, view: View) -> bool:
    """Does a value count those who voted?"""
    around = (*told.passage.quote(told.value.at), *told.passage.after(told.value.at)[:6])
    return holds(around, phrases(view.rule, "voted"))


def _is_share_of_share(passage: Passage, d: int, base: Words, view: View) -> bool:
    """ "70 per cent of its 5,000 members voted and 82 per cent of those backed it"."""
    before = any(figure.kind == Kind.PERCENT for figure in passage.figures[:d])
    return before and opens(base, phrases(view.rule, "taken_up"))


def _may_be(part: Value, whole: Value, view: View) -> bool:
    times = level(part.unit, whole.unit, view)
    return times is not None and whole.interval.scaled(times).high > part.interval.low and whole.interval.low > 1


def _is_meant(base: Words, part: Value, whole: Antecedent, view: View) -> bool:
    """Does the copy name the whole by its noun, take it up ("of them"), or leave it out because it was just told?"""
    mine, theirs = part.figure, whole.value.figure
    alike = fits(mine, theirs, view) and one_thing(mine, theirs, view)
    if not base or opens(base, phrases(view.rule, "taken_up")):
        return alike and whole.apart <= 2
    return any(speaks_of(whole, noun, view) for noun in nouns_of(base, view))
