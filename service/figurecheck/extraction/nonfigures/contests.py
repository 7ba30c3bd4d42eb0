"""Scores, odds and other pairs that are no range: "won 3-1", "26-1 odds"."""

from figurecheck.extraction.nonfigures.candidate import Candidate
from figurecheck.extraction.sentence import DASHES
from figurecheck.rulebook import tags as pos


def is_score(c: Candidate) -> bool:
    """ "won 3-1", "26-1 odds", "a 2-0 lead", "737-800": a pair that falls, or beside a contest."""
    s, i, j = c.s, c.i, c.j
    if not c.plain or (c.before not in DASHES and c.after not in DASHES):
        return False
    pair = None
    if j + 1 < c.n and s.words[j] in DASHES and s.words[j + 1].isdecimal() and s.glued(j) == s.glued(j + 1):
        pair = (i, j + 1)
    elif i >= 2 and s.words[i - 1] in DASHES and s.words[i - 2].isdecimal() and s.glued(i) == s.glued(i - 1):
        pair = (i - 2, i)
    pair = pair or _to_pair(c, i)
    if pair is None or (c.month_before(pair[0]) and not s.glued(pair[0] + 1)):  # "FELLMORE, June 14 - 12 people ..."
        return False
    a, b = int(s.words[pair[0]]), int(s.words[pair[1]])
    around = {*s.lower[max(0, pair[0] - 4) : pair[0]], *s.lower[pair[1] + 1 : pair[1] + 4]}
    if c.rules.designators.of_votes(around):
        return False
    if pair[0] > 0 and s.tags[pair[0] - 1] & pos.NAME and s.lower[pair[0] - 1] in c.rules.designators.before:
        return True
    if a >= b or _in_a_row(c, pair):
        return True
    if c.unit_at(pair[1] + 1) or c.counted_at(pair[1] + 1):
        return False
    named = pair[0] > 0 and s.tags[pair[0] - 1] & pos.DET and not _goes_on(c, pair[1] + 1)  # "the 737-800 had ..."
    return bool(named) or not around.isdisjoint(c.rules.designators.scores)


def _in_a_row(c: Candidate, pair: tuple[int, int]) -> bool:
    """ "lost 7-5, 3-6, 6-2": does another pair stand a comma off?"""
    s, (first, last) = c.s, pair
    before = first > 3 and s.words[first - 1] == "," and s.words[first - 2].isdecimal() and s.words[first - 3] in DASHES
    behind = (
        last + 3 < c.n and s.words[last + 1] == "," and s.words[last + 3] in DASHES and s.words[last + 2].isdecimal()
    )
    return before or behind


def _goes_on(c: Candidate, j: int) -> bool:
    """Does the noun group of a pair go on at token j: "the 25-30 age group", "the 10-15 injured"?"""
    tags = c.s.tags[j] if j < c.n else 0
    return bool(tags & (pos.NOUN | pos.NOUNS | pos.ADJ | pos.PARTICIPLE | pos.NUM)) and not tags & (pos.AUX | pos.PREP)


def _to_pair(c: Candidate, i: int) -> tuple[int, int] | None:
    """ "4-to-1": the pair that i is one of."""
    s = c.s
    for k in (i, i - 4):
        if 0 <= k < c.n - 4 and s.lower[k + 1 : k + 4] == ["-", "to", "-"] and s.words[k + 4].isdecimal():
            return (k, k + 4) if s.words[k].isdecimal() else None
    return None
