"""Which articles are worth comparing with one, by the keys that they share with it."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import Connection, bindparam, func, or_, select

from figurecheck.storage.schema import article, blocking_key

COMMON = 5
"""A key of more articles than this makes no candidate alone; two keys do. On real events that keeps 99 in 100 pairs
that any key finds, with a quarter of the candidates."""
NEAREST = 64
"""The most candidates of one article: what a story of a thousand articles says is told by its nearest sixty-four."""
_WEIGHT = 1_000_000
"""A key weighs this divided by the number of its articles: whole numbers, so that sums are the same in any order."""

_posting = (
    select(blocking_key.c.article, func.count().over(partition_by=blocking_key.c.key).label("size"))
    .where(blocking_key.c.key.in_(bindparam("keys", expanding=True)))
    .subquery()
)
_weight = func.sum(_WEIGHT // _posting.c.size)
_SHARING = (
    select(_posting.c.article, _weight)
    .group_by(_posting.c.article)
    .having(or_(func.count() >= 2, func.min(_posting.c.size) <= COMMON))
    .order_by(_weight.desc())
)


def nearest(connection: Connection, keys: Sequence[int], own_id: str) -> list[int]:
    """The numbers of at most NEAREST articles other than `own_id`, those that share the most and rarest keys.

    Among equals the ids decide, so that the order in which articles came changes nothing.
    """
    own = select(article.c.number).where(article.c.id == own_id).scalar_subquery()
    rows = connection.execute(_SHARING.where(_posting.c.article.is_distinct_from(own)), {"keys": keys}).all()
    if len(rows) <= NEAREST:
        return [number for number, _ in rows]
    last = rows[NEAREST - 1][1]
    sure = [number for number, weight in rows if weight > last]
    tied = select(article.c.number).where(article.c.number.in_([number for number, weight in rows if weight == last]))
    return sure + list(connection.scalars(tied.order_by(article.c.id).limit(NEAREST - len(sure))))
