"""The tables of a corpus."""

from __future__ import annotations

from sqlalchemy import BigInteger, Column, DateTime, ForeignKey, Index, Integer, MetaData, String, Table, Text
from sqlalchemy.dialects.postgresql import VARCHAR

VERSION = 1
"""Raised with every change to the tables."""

metadata = MetaData()

_NUMBER = BigInteger().with_variant(Integer(), "sqlite")
_ID = String().with_variant(VARCHAR(collation="C"), "postgresql")
"""Ordered by code point on every database, whatever its locale."""

store = Table("store", metadata, Column("version", Integer, primary_key=True))
"""One row: the version of these tables."""

article = Table(
    "article",
    metadata,
    Column("number", _NUMBER, primary_key=True),
    Column("id", _ID, nullable=False, unique=True),
    Column("version", Integer, nullable=False),
    Column("content_hash", String(32), nullable=False),
    Column("rules", String, nullable=False),
    Column("extractor", String(32), nullable=False),
    Column("source", String),
    Column("published", DateTime(timezone=True)),
    Column("figure_count", Integer, nullable=False),
    Column("head", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("figures", Text, nullable=False),
    Column("profile", Text, nullable=False),
    Index("article_by_time", "published", "id"),
    sqlite_autoincrement=True,
)
"""An article with what was read of it. `number` names one reading of one text: a change gives a new one, so that a
number means the same for ever. `rules` and `extractor` say what it was read with. The long columns stand last, where a
listing never reaches them."""

blocking_key = Table(
    "blocking_key",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("article", _NUMBER, ForeignKey("article.number", ondelete="CASCADE"), primary_key=True),
    Index("blocking_key_by_article", "article"),
    sqlite_with_rowid=False,
)
"""What two articles must share to be compared at all, as 64-bit hashes."""
