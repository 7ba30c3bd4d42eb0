"""Which articles are worth comparing with one, by the keys that they share with it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from math import log2
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, func, select

from figurecheck.storage.schema import article, blocking_key

COMMON = 5
"""A key of more articles than this makes no candidate alone; two keys do. On real events that keeps 99 in 100 pairs
that any key finds, with a quarter of the candidates."""
NEAREST = 32
"""The most candidates of one article: what a story of a thousand articles says is told by its nearest ones."""
ENTRIES = 1_500
"""Entries of the index read for one article at most, those of its rarest keys: a check costs the same in any corpus."""

_KEYS = blocking_key.c.key.in_(bindparam("keys", expanding=True))
_SIZES = select(blocking_key.c.key, func.count()).where(_KEYS).group_by(blocking_key.c.key)
_ENTRIES = select(blocking_key.c.article, blocking_key.c.key).where(_KEYS)


class Nearest(NamedTuple):
    """Numbers of articles, nearest first; the keys that were passed over, and how many more articles share keys."""

    numbers: list[int]
    capped: int
    left_out: int


def nearest(connection: Connection, keys: Sequence[int]) -> Nearest:
    """The numbers of the articles that share the most and the rarest keys, nearest first.

    They are NEAREST and one more, as the one that asks may be among them. Among equals the ids decide, so that the
    order in which articles came changes nothing.
    """
    asked = dict(map(tuple, connection.execute(_SIZES, {"keys": keys})))
    sizes = _rarest(asked)
    capped = len(asked) - len(sizes)
    scores = _scores(connection.execute(_ENTRIES, {"keys": list(sizes)}).all(), sizes) if sizes else {}
    best = sorted(scores, key=lambda number: -scores[number])
    if len(best) <= NEAREST + 1:
        return Nearest(best, capped, 0)
    last = scores[best[NEAREST]]
    sure = [number for number in best if scores[number] > last]
    tied = select(article.c.number).where(article.c.number.in_([number for number in best if scores[number] == last]))
    among = list(connection.scalars(tied.order_by(article.c.id).limit(NEAREST + 1 - len(sure))))
    return Nearest(sure + among, capped, len(best) - NEAREST - 1)


def _rarest(sizes: Mapping[int, int]) -> dict[int, int]:
    """The keys of the fewest articles, as many as have ENTRIES in all."""
    chosen, read = {}, 0
    for key, size in sorted(sizes.items(), key=lambda item: (item[1], item[0])):
        read += size
        if read > ENTRIES:
            break
        chosen[key] = size
    return chosen


def _scores(entries: Sequence[Sequence[int]], sizes: Mapping[int, int]) -> dict[int, int]:
    """What each article shares: whole numbers, so that sums are the same in any order."""
    most = max(sizes.values())
    weights = {key: round(1_000 * log2(1 + most / size)) for key, size in sizes.items()}
    scores: dict[int, int] = defaultdict(int)
    shared: dict[int, int] = defaultdict(int)
    for number, key in entries:
        scores[number] += weights[key]
        shared[number] += 2 if sizes[key] <= COMMON else 1
    return {number: score for number, score in scores.items() if shared[number] >= 2}
