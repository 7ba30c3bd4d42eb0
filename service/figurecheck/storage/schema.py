"""The tables that are read and written in bulk; those of the desk stand in `models`. Migrations make them."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, Date, DateTime, Double, ForeignKey, Index, Integer, MetaData, String, Table
from sqlalchemy import Text as LongText
from sqlalchemy.dialects.postgresql import VARCHAR

metadata = MetaData()

NUMBER = BigInteger().with_variant(Integer(), "sqlite")
TEXT = String().with_variant(VARCHAR(collation="C"), "postgresql")
"""Ordered by code point on every database, whatever its locale."""

article = Table(
    "article",
    metadata,
    Column("number", NUMBER, primary_key=True),
    Column("id", TEXT, nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("content_hash", String(32), nullable=False),
    Column("rules", String, nullable=False),
    Column("extractor", String(32), nullable=False),
    Column("source", TEXT),
    Column("published", DateTime(timezone=True)),
    Column("figure_count", Integer, nullable=False),
    Column("head", LongText, nullable=False),
    Column("text", LongText, nullable=False),
    Column("profile", LongText, nullable=False),
    Index("article_by_source", "source", "number"),
    Index("article_by_time", "published", "id"),
    Index("article_by_reading", "rules", "extractor"),
    sqlite_autoincrement=True,
)
"""An article with what was read of it. `number` names one reading of one text: a change gives a new one, so that a
number means the same for ever. `version` counts its texts. `rules` and `extractor` say what it was read with. `head` is
all but the text as JSON; `source` is folded, as it is asked for. The long columns stand last, where a listing never
reaches them."""

figure = Table(
    "figure",
    metadata,
    Column("number", NUMBER, primary_key=True),
    Column("article", NUMBER, ForeignKey("article.number", ondelete="CASCADE"), nullable=False),
    Column("id", String(16), nullable=False),
    Column("kind", String(16), nullable=False),
    Column("concept", TEXT),
    Column("unit", TEXT),
    Column("action", String(16)),
    Column("actor", TEXT),
    Column("place", TEXT),
    Column("source", TEXT),
    Column("published", DateTime(timezone=True)),
    Column("starts", Date),
    Column("ends", Date),
    Column("low", Double, nullable=False),
    Column("high", Double, nullable=False),
    Column("words", LongText, nullable=False),
    Column("record", LongText, nullable=False),
    sqlite_autoincrement=True,
)
"""A figure; within its article, numbers stand in the order of the text. `record` is the whole of it as JSON; the other
columns are what is asked for: actor, place and source folded by `records.folded`, the `words` of quote and subject, the
days it speaks of, or else that of publication, and its interval, which is infinite where it has no end."""

for name in ("article", "id"):
    Index(f"figure_by_{name}", figure.c[name])
Index("figure_by_kind", figure.c.kind, figure.c.number)
for name in ("concept", "unit", "action", "actor", "place", "source", "starts"):
    given = figure.c[name].is_not(None)
    Index(f"figure_by_{name}", figure.c[name], figure.c.number, sqlite_where=given, postgresql_where=given)

blocking_key = Table(
    "blocking_key",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("article", NUMBER, ForeignKey("article.number", ondelete="CASCADE"), primary_key=True),
    Index("blocking_key_by_article", "article"),
    sqlite_with_rowid=False,
)
"""What two articles must share to be compared at all, as 64-bit hashes."""
