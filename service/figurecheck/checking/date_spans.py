"""Between which two dates a claim counts, by the words beside it."""

from collections.abc import Callable
from dataclasses import replace

from figurecheck.checking.date_claims import AGE, NTH, ROUND, SPELL, UNITS, Claim
from figurecheck.checking.date_words import follows, is_dateline, led_by
from figurecheck.checking.finding import View
from figurecheck.checking.life_spans import age_of
from figurecheck.checking.passage import Words, words
from figurecheck.checking.phrases import bare, ends, holds, opens, phrases, singles
from figurecheck.checking.years import Moment

Span = tuple[Moment, Moment]


def _spell(claim: Claim, line: str, now: Moment | None, view: View) -> Span | None:
    """Between which two moments a length of time lies, by the words beside it."""
    ahead, following, behind = claim.ahead, claim.following, claim.behind
    if opens(behind, phrases(view.rule, "ago")):
        near = [m for m in claim.here if _close(m, claim, line, view)]
        return (near[0], now) if len(claim.here) == len(near) == 1 and now else None
    if holds(claim.lead[-4:], phrases(view.rule, "left_out")):
        return None
    if opens(behind, phrases(view.rule, "since")):
        return _since(claim, line, now, view)
    if (
        not claim.following
        and len(claim.here) == len(claim.after) == 1
        and holds(claim.lead[-6:], phrases(view.rule, "last_was"))
    ):
        return (claim.after[0], claim.here[0]) if led_by(line, claim.after[0], "had_lasted", view) else None
    days = (
        _from_day_to_day(claim, line, view) or _in_business(claim, line, now, view) or _till_now(claim, line, now, view)
    )
    if days:
        return days
    if opens(behind, phrases(view.rule, "first_of_these")) and len(following) >= 2:
        return following[0], following[1]
    if opens(behind, phrases(view.rule, "passed")) and len(claim.here) == len(following) == len(claim.before) == 1:
        return claim.before[0], following[0]
    if opens(behind, phrases(view.rule, "later")):
        return _later(claim, line, now, view)
    if not claim.here and len(claim.before) == 2 and _took_it(claim, line, view):
        return claim.before[0], claim.before[1]
    if following and ahead and _up_to_now(claim, view):
        return ahead[0], following[0]
    if len(following) == len(ahead) == 1 and following[0].latest < ahead[0].earliest and claim.lead[-1:] == ("after",):
        return following[0], ahead[0]
    lead = bare(claim.lead, singles(view.rule, "fillers"))
    if len(following) == len(ahead) == 1 and opens(behind, phrases(view.rule, "until")):
        return (ahead[0], following[0]) if ends(lead, phrases(view.rule, "spanning")) else None
    if len(claim.here) == len(ahead) == 1 and now and _ends_now(claim, lead, ahead[0], view):
        return ahead[0], now
    if len(claim.here) != 2:
        return (ahead[0], now) if len(ahead) == 1 == len(claim.here) and now and _up_to_now(claim, view) else None
    spanning = ends(lead, phrases(view.rule, "spanning")) and not follows(line, claim.here[0], "born", view)
    if len(ahead) == 2 and (spanning or _from_to(claim, line, view)):
        return _in_order(ahead[0], ahead[1])
    if opens(behind, phrases(view.rule, "of_it")) or holds(lead[-6:], phrases(view.rule, "last_was")):
        return claim.here[0], claim.here[1]
    return None


def _later(claim: Claim, line: str, now: Moment | None, view: View) -> Span | None:
    """ "Opened in 1959 ... and closed 52 years later, in 2011": from the date before to the one ahead, or to now."""
    ahead, earlier = claim.ahead, (*claim.before, *claim.ahead)
    since = len(claim.here) == len(ahead) == 1 and (
        words(line[: ahead[0].start])[-1:] == ("since",) or led_by(line, ahead[0], "began", view)
    )
    if since and now and holds(claim.lead[-6:], phrases(view.rule, "on_the_day")):
        return ahead[0], now  # "empty since April 8, and on Wednesday, 164 days later, ..."
    return (earlier[-2], earlier[-1]) if len(ahead) == len(claim.before) == 1 or len(ahead) == 2 else None


def _nearby(claim: Claim, line: str, now: Moment | None, view: View) -> Span | None:
    """The only dates that a length of time can be between, where it nearly is: "in 1959 ... until 2001, 52 years"."""
    stated, told = float(claim.figure.quantity.stated or 0), (*claim.lead[-4:], *claim.behind[:3])
    if stated < LEAST or holds(claim.lead[-4:], phrases(view.rule, "own_spell")) or claim.unit == "month":
        return None
    here = claim.here
    since = len(here) == 1 and _is_since(claim, here[0], view)
    if len(here) == 2:
        span = _in_order(here[0], here[1])
    elif since and now:
        span = here[0], now
    elif len(here) == 1 and len(claim.before) == 1 and holds(told, phrases(view.rule, "went_on")):
        span = claim.before[0], here[0]
    elif len(here) == 1 and len(claim.before) == 1 and _had_lasted(claim, line, view):
        span = _in_order(here[0], claim.before[0])
    else:
        return None
    if any(follows(line, moment, "born", view) for moment in span):
        return None
    long = claim.unit in ("year", "decade")
    if not long and not (span[0].day and span[1].day):
        return None
    lasted = (span[1].earliest - span[0].earliest) / UNITS[claim.unit]
    most = view.rule.setting("near_spell" if long else "near_days", 0.35)
    return span if lasted > 0 and abs(stated - lasted) <= max(most * lasted, LEAST - 1) else None


def _had_lasted(claim: Claim, line: str, view: View) -> bool:
    """ "It fell in 1981. Opened in 1962, it had carried coal for 19 years": up to what was told before."""
    began = claim.ahead == claim.here and any(led_by(line, claim.here[0], name, view) for name in ("founded", "began"))
    lead = bare(claim.lead, singles(view.rule, "fillers"))
    return began and ends(lead, phrases(view.rule, "for")) and holds(claim.lead, phrases(view.rule, "had_lasted"))


def _in_order(one: Moment, other: Moment) -> Span:
    """Two moments in the order of time; "from Dec. 22 through Jan. 25" ends in the next year."""
    if other.earliest >= one.earliest:
        return one, other
    return (one, replace(other, year=other.year + 1)) if one.earliest - other.earliest > HALF_YEAR else (other, one)


HALF_YEAR = 183
LEAST = 3.0
"""What lasts less is often told of something else."""


def _is_since(claim: Claim, moment: Moment, view: View) -> bool:
    """ "mayor since 2014, 12 years": does the clause count from the moment, with nothing between?"""
    lead = claim.lead[-6:]
    return moment.end <= claim.first and holds(lead, phrases(view.rule, "now_spell")) and lead[-1:] == (",",)


def _from_day_to_day(claim: Claim, line: str, view: View) -> Span | None:
    """ "A trial of six weeks ... The case had opened on 12 January; the verdict came on 9 February": the one day of the
    paragraph on which something began and the one on which it ended."""
    lead = bare(claim.lead, singles(view.rule, "fillers"))
    of_it = ends(lead, phrases(view.rule, "of_days")) or opens(claim.behind, phrases(view.rule, "of_it"))
    if claim.unit not in ("day", "week") or not of_it:
        return None
    days = [m for m in (*claim.before, *claim.here, *claim.after) if m.day and not is_dateline(line, m)]
    began = [m for m in days if led_by(line, m, "began", view)]
    ended_ = [m for m in days if led_by(line, m, "came_to_end", view)]
    return (began[0], ended_[0]) if len(began) == len(ended_) == 1 and len(days) == 2 else None


def _in_business(claim: Claim, line: str, now: Moment | None, view: View) -> Span | None:
    """ "marked its 75 years in business on Thursday. The firm was founded in May 1946"."""
    told = opens(claim.behind, phrases(view.rule, "of_it")) and ends(claim.lead, phrases(view.rule, "whose"))
    founded = [m for m in (*claim.before, *claim.after) if led_by(line, m, "founded", view)]
    return (founded[0], now) if told and now and not claim.here and len(founded) == 1 else None


def _till_now(claim: Claim, line: str, now: Moment | None, view: View) -> Span | None:
    """What ends with the news: "launched in 1961, tied up on Friday after 75 years", "held since March 3, was freed on
    Tuesday after 146 days", "After 12 years as ferryman he retires on Friday. He started in August 2009"."""
    lead = bare(claim.lead, singles(view.rule, "fillers"))
    told = (*claim.lead, *claim.behind)
    news = holds(told, phrases(view.rule, "on_the_day")) or holds(claim.lead[-12:], phrases(view.rule, "ending"))
    led = lead[-1:] == ("after",) or ends(lead, phrases(view.rule, "till_now"))
    if now is None or not news or not led or holds(claim.behind[:4], phrases(view.rule, "not_all")):
        return None
    here = [m for m in claim.here if not is_dateline(line, m)]
    scope = here or (list(claim.after) if len(lead) == 1 else [])
    began = [m for m in scope if led_by(line, m, "began", view) or led_by(line, m, "founded", view)]
    since = [m for m in here if words(line[: m.start])[-1:] == ("since",)]
    start = since or began
    if len(start) != 1 or len(scope) != 1 or start[0].latest >= now.earliest:
        return None
    return (start[0], now) if start[0].day or claim.unit in ("year", "decade") else None


def _ends_now(claim: Claim, lead: Words, moment: Moment, view: View) -> bool:
    """ "The works, which opened in 1961, will close next month after 55 years"."""
    coming = holds(claim.lead[-12:], phrases(view.rule, "ending")) and claim.unit in ("year", "decade")
    return coming and lead[-1:] == ("after",) and moment.month is None


def _took_it(claim: Claim, line: str, view: View) -> bool:
    """ "It began on 4 May and ended on 4 December. The seven-month shutdown ...": what two dates told before span."""
    one, other = claim.before
    attributive = "-" in claim.figure.quote and claim.lead[-1:] in (("the",), ("its",))
    return attributive and follows(line, one, "founded", view) and follows(line, other, "ended", view)


def _since(claim: Claim, line: str, now: Moment | None, view: View) -> Span | None:
    """ "25 years since the fire of June 14, 2001", "26 years after she disappeared" in 1987, as told before."""
    after, ahead = claim.following, claim.ahead
    if not after and len(ahead) == 1 and len(claim.before) == 1 and opens(claim.behind, phrases(view.rule, "after")):
        return claim.before[0], ahead[0]
    if len(after) == 2 and not ahead and opens(claim.behind, phrases(view.rule, "since_now")):
        return after[0], after[1]
    if len(after) != 1 or len(ahead) > 1:
        return None
    gap = words(line[claim.first + len(claim.figure.quote) : after[0].start])
    if len(gap) > view.rule.setting("reach", 12) or holds(gap, phrases(view.rule, "breaks")):
        return None
    told_now = not claim.lead and holds(claim.behind, phrases(view.rule, "on_the_day"))
    told_now |= holds(claim.lead[-6:], phrases(view.rule, "on_the_day")) and holds(gap, phrases(view.rule, "had_begun"))
    end = ahead[0] if ahead else now if told_now or opens(claim.behind, phrases(view.rule, "since_now")) else None
    return (after[0], end) if end else None


def _close(moment: Moment, claim: Claim, line: str, view: View) -> bool:
    """Does a moment stand right beside the words: "20 years ago, in 2005", "in 2005, 20 years ago"?"""
    last = claim.first + len(claim.figure.quote)
    gap = line[last : moment.start] if moment.start >= last else line[moment.end : claim.first]
    return all(word in singles(view.rule, "beside") for word in words(gap))


def _up_to_now(claim: Claim, view: View) -> bool:
    """ "joined in 1979 and has worked there for 45 years"."""
    told = claim.lead[-8:]
    return not holds(told, phrases(view.rule, "other_state")) and (
        holds(told, phrases(view.rule, "perfect"))
        and holds(told, phrases(view.rule, "ever_since"))
        and ends(bare(claim.lead, singles(view.rule, "fillers")), phrases(view.rule, "for"))
    )


def _from_to(claim: Claim, line: str, view: View) -> bool:
    """Is it in apposition to two moments that belong together: "from 2010 to 2015, five years"?"""
    one, other = claim.ahead
    lead, between = claim.lead, words(line[one.end : other.start])
    gap = words(line[other.end : claim.first])
    return lead[-1:] in ((",",), ("-",), ("(",)) and len(gap) <= 2 and holds(between, phrases(view.rule, "joined"))


def _round(claim: Claim, line: str, now: Moment | None, view: View) -> Span | None:
    """The event and the year that marks it: two dates of the paragraph, or one and now.

    Where its own sentence tells the beginning, no other sentence does.
    """
    scope = claim.here
    if not any(follows(line, moment, "founded", view) for moment in claim.here):
        scope = (*claim.before, *claim.here, *(m for m in claim.after if follows(line, m, "founded", view)))
    years = sorted({moment.year: moment for moment in reversed(scope)}.values(), key=lambda moment: moment.year)
    if len(years) == 2 and claim.here:
        return years[0], years[1]
    if now is None or len(claim.here) != 1 or len(years) != 1 or now.year <= years[0].year:
        return None
    loose = holds((*claim.lead, *claim.behind), phrases(view.rule, "other_years"))
    origin = claim.here[0]
    if loose or not (follows(line, origin, "founded", view) or _of_origin(claim, line, view)):
        return None
    return origin, now


def _of_origin(claim: Claim, line: str, view: View) -> bool:
    """ "the 25th anniversary of the 1999 quake"."""
    if not claim.following or not holds(claim.behind[:3], phrases(view.rule, "of")):
        return False
    gap = words(line[claim.first + len(claim.figure.quote) : claim.following[0].start])
    return len(gap) <= view.rule.setting("reach", 12) and not holds(gap, phrases(view.rule, "breaks"))


def _nth(claim: Claim, line: str, now: Moment | None, view: View) -> Span | None:
    """ "The war, which began in February 2022, is now in its third year"."""
    scope = (*claim.before, *claim.here)
    began = [m for m in scope if follows(line, m, "founded", view)]
    if len(began) != 1:
        return None
    later = [m for m in (*claim.here, *claim.after) if m.earliest > began[0].latest]
    if len(later) == 1:
        return began[0], later[0]
    return (began[0], now) if not later and now and holds(claim.lead[-6:], phrases(view.rule, "present")) else None


def _spelled(claim: Claim, line: str, now: Moment | None, view: View) -> Span | None:
    return _spell(claim, line, now, view) or _nearby(claim, line, now, view)


_SURE: dict[str, Callable[[Claim, str, Moment | None, View], Span | None]] = {
    SPELL: _spelled,
    AGE: age_of,
    ROUND: _round,
    NTH: _nth,
}


def span_of(claim: Claim, line: str, now: Moment | None, view: View) -> Span | None:
    """The two moments that the copy itself ties to a claim; None where it names none for sure."""
    return _SURE[claim.sort](claim, line, now, view)
