"""Between which two dates an age counts: from a birth to the day that the copy names, or to now."""

import re

from figurecheck.checking.date_claims import Claim
from figurecheck.checking.date_words import follows
from figurecheck.checking.finding import View
from figurecheck.checking.passage import words
from figurecheck.checking.phrases import ends, holds, opens, phrases, singles
from figurecheck.checking.years import Moment, moments


def age_of(claim: Claim, line: str, now: Moment | None, view: View) -> tuple[Moment, Moment] | None:
    """From birth to the one other moment that the copy names beside it, or to now."""
    lifetime = _lifetime(claim, line, view)
    if lifetime:
        return lifetime
    now = _birthday(claim, now, view)
    taken_up = any(word in singles(view.rule, "pronouns") for word in claim.lead[-5:])
    told = (*claim.lead, *claim.behind)
    died = holds(claim.lead, phrases(view.rule, "died")) or is_obituary(claim, line, view)
    scope = [*(claim.before if taken_up or died else ()), *claim.here, *(claim.after if died else ())]
    thing = holds(words(claim.figure.quote), phrases(view.rule, "old"))
    born = [m for m in scope if not _other_person(claim, line, m, view)]
    born = [m for m in born if follows(line, m, "born", view) or (thing and follows(line, m, "founded", view))]
    if len(born) != 1:
        return None
    here = [m for m in claim.here if m.earliest > born[0].latest]
    if died:
        here = [m for m in here if follows(line, m, "died", view) or m.start > claim.first]
        if not here and now:
            return born[0], now
    later = here or [m for m in scope if m.earliest > born[0].latest]
    apposed = claim.lead[-1:] == claim.behind[:1] == (",",) and claim.first < born[0].start
    if born[0] in claim.here and not here and now and (apposed or holds(told, phrases(view.rule, "present"))):
        return born[0], now
    return (born[0], later[0]) if len(later) == 1 else None


NEAR = 4
"""So many words at most lead from a lifetime to the last age."""
_LIFETIME = re.compile(r"\((1[5-9]\d\d|20\d\d)\s?[-–]\s?(1[5-9]\d\d|20\d\d)\)")


def _lifetime(claim: Claim, line: str, view: View) -> tuple[Moment, Moment] | None:
    """ "Maria Oland (1950-2020) was 60 when she died": from the one year in brackets to the other."""
    opening = max(line.rfind(mark, 0, claim.first) for mark in ".;") + 1
    found = list(_LIFETIME.finditer(line, opening, claim.first))
    lead = words(line[found[0].end() : claim.first]) if len(found) == 1 else ()
    if not 0 < len(lead) <= NEAR:
        return None
    at_death = opens(claim.behind or (".",), phrases(view.rule, "at_death"))
    last = ends(lead, phrases(view.rule, "last_age")) or (at_death and ends(lead, phrases(view.rule, "was_aged")))
    born, died = (Moment(int(found[0][k]), None, None, *found[0].span(k)) for k in (1, 2))
    return (born, died) if last else None


def _birthday(claim: Claim, now: Moment | None, view: View) -> Moment | None:
    """Up to when an age of now counts: "turns 70 in July" is told of the July to come."""
    if now is None or not ends(claim.lead, phrases(view.rule, "turning")):
        return now
    if opens(claim.behind, phrases(view.rule, "to_come")):  # "turns 70 next month"
        return None
    month = view.book.calendar.months.get(claim.behind[1]) if claim.behind[:1] == ("in",) and claim.behind[1:] else None
    if month is None or now.month is None:
        return now
    return Moment(now.year + (month < now.month), month, None, -1, -1)


def _other_person(claim: Claim, line: str, moment: Moment, view: View) -> bool:
    """ "Born in 1924, she has ... He died in 1999 at 78": are the two told of a woman and of a man?"""
    start = max(line.rfind(". ", 0, moment.start), line.rfind("; ", 0, moment.start)) + 1
    stop = line.find(". ", moment.end)
    told = words(line[start : stop if stop >= 0 else None]), (*claim.lead, *claim.behind)
    hers, his = phrases(view.rule, "hers"), phrases(view.rule, "his")
    woman, man = ([holds(text, those) for text in told] for those in (hers, his))
    return (woman, man) in (([True, False], [False, True]), ([False, True], [True, False]))


def births_in(line: str, now: Moment | None, view: View) -> list[Moment]:
    """The dates of birth that a paragraph tells."""
    return [moment for moment in moments(line, view.book.calendar, now) if follows(line, moment, "born", view)]


def is_obituary(claim: Claim, line: str, view: View) -> bool:
    """ "... died on Tuesday. She was 86. Born in 1941, she ..."."""
    alone = len(claim.lead) == 2 and claim.behind in ((".",), ())
    return alone and holds(words(line[: claim.first]), phrases(view.rule, "died"))
