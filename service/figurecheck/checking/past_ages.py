"""Ages of one person at two times: "Prowse, 52, was taken on in 2016, when she was 38"."""

from collections.abc import Iterable
from math import floor

from figurecheck.checking.date_claims import AGE, SPELL, Claim
from figurecheck.checking.finding import View
from figurecheck.checking.passage import words
from figurecheck.checking.phrases import bare, ends, holds, opens, phrases, singles
from figurecheck.checking.years import NEWS, YEAR_DAYS, Moment
from figurecheck.matching.intervals import Interval
from figurecheck.model import Bound


def past_age(claim: Claim, every: Iterable[Claim], now: Moment | None, view: View) -> tuple[Claim, Interval] | None:
    """The age now from which an age at a named date follows, and the ages that it allows."""
    dates = claim.here or claim.before
    if claim.sort != AGE or now is None or len(dates) != 1 or not _is_past(claim, view):
        return None
    told = [other for other in every if other.sort == AGE and other is not claim]
    present = [other for other in told if _is_present(other, view) or _is_of_news(other, now, view)]
    mine = [other for other in present if _is_now(other, view) and other.figure.sentence == claim.figure.sentence]
    present = mine or [other for other in present if other.first < claim.first and claim.here]
    then, stated = dates[0], [other.figure.quantity.stated for other in present]
    if len(present) != 1 or stated[0] is None or then.latest >= now.earliest:
        return None
    low = float(stated[0]) - (now.latest - then.earliest) / YEAR_DAYS
    high = float(stated[0]) + 1 - (now.earliest - then.latest) / YEAR_DAYS
    return (present[0], Interval(floor(low), floor(high))) if high > 0 else None


def age_span(claim: Claim, every: Iterable[Claim], view: View) -> tuple[tuple[Claim, Claim], Interval] | None:
    """ "Nickerson, 74, has farmed there for 52 years, since he was 22": the years between two ages of one person."""
    ages = [other for other in every if other.sort == AGE and other.figure.sentence == claim.figure.sentence]
    if claim.sort != SPELL or claim.unit != "year" or len(ages) != 2 or claim.here:
        return None
    present, past = ages if _is_present(ages[0], view) else (ages[1], ages[0])
    lead = bare(past.lead, singles(view.rule, "fillers"))
    beside = {claim.first, past.first} == set(sorted((claim.first, past.first, present.first))[1:])
    if not (beside and _is_present(present, view) and ends(lead, phrases(view.rule, "since_age"))):
        return None
    one, other = present.figure.quantity.stated, past.figure.quantity.stated
    if one is None or other is None or one <= other:
        return None
    return (present, past), Interval(float(one - other) - 1, float(one - other) + 1)


def _is_past(claim: Claim, view: View) -> bool:
    quoted = words(claim.figure.quote)
    if quoted[-1:] == ("old",) or quoted[-1].endswith("-old"):
        return holds(claim.behind[:3], phrases(view.rule, "then_when"))
    lead = bare(claim.lead, singles(view.rule, "fillers"))
    if ends(lead, phrases(view.rule, "then_before")):
        return True
    return ends(lead, phrases(view.rule, "age_before")) and opens(claim.behind, phrases(view.rule, "then_behind"))


def _is_present(claim: Claim, view: View) -> bool:
    """ "Prowse, 52, was": set off by commas, or told of now; an age at one date is none."""
    if claim.figure.quantity.bound != Bound.EXACT or _is_past(claim, view):
        return False
    if _is_now(claim, view):
        return True
    return claim.lead[-1:] == claim.behind[:1] == (",",)


def _is_of_news(claim: Claim, now: Moment, view: View) -> bool:
    """ "walked out of jail on August 19, 2025, at the age of 47", that day or a few before."""
    told = ends(claim.lead, phrases(view.rule, "age_at")) and len(claim.here) == 1
    return told and 0 <= now.earliest - claim.here[0].earliest <= NEWS


def _is_now(claim: Claim, view: View) -> bool:
    return ends(claim.lead, phrases(view.rule, "now_before"))
