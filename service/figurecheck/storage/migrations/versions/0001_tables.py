"""The tables of a corpus and of the desk."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import VARCHAR

revision = "0001"
down_revision = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
TEXT = sa.String().with_variant(VARCHAR(collation="C"), "postgresql")
WORD = sa.String(16)
TIME = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Makes them in an empty database."""
    _corpus()
    _desk()


def _corpus() -> None:
    op.create_table(
        "article",
        sa.Column("number", NUMBER, primary_key=True),
        sa.Column("id", TEXT, nullable=False, unique=True),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("content_hash", sa.String(32), nullable=False),
        sa.Column("rules", sa.String, nullable=False),
        sa.Column("extractor", sa.String(32), nullable=False),
        sa.Column("source", TEXT),
        sa.Column("published", TIME),
        sa.Column("figure_count", sa.Integer, nullable=False),
        sa.Column("head", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("profile", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("article_by_source", "article", ["source", "number"])
    op.create_index("article_by_time", "article", ["published", "id"])
    op.create_index("article_by_reading", "article", ["rules", "extractor"])
    op.create_table(
        "figure",
        sa.Column("number", NUMBER, primary_key=True),
        sa.Column("article", NUMBER, sa.ForeignKey("article.number", ondelete="CASCADE"), nullable=False),
        sa.Column("id", WORD, nullable=False),
        sa.Column("kind", WORD, nullable=False),
        sa.Column("concept", TEXT),
        sa.Column("unit", TEXT),
        sa.Column("action", WORD),
        sa.Column("actor", TEXT),
        sa.Column("place", TEXT),
        sa.Column("source", TEXT),
        sa.Column("published", TIME),
        sa.Column("starts", sa.Date),
        sa.Column("ends", sa.Date),
        sa.Column("low", sa.Double, nullable=False),
        sa.Column("high", sa.Double, nullable=False),
        sa.Column("words", sa.Text, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_index("figure_by_article", "figure", ["article"])
    op.create_index("figure_by_id", "figure", ["id"])
    for name in ("concept", "unit", "actor", "place", "source", "starts"):
        given = sa.text(f"{name} IS NOT NULL")
        op.create_index(f"figure_by_{name}", "figure", [name, "number"], sqlite_where=given, postgresql_where=given)
    op.create_table(
        "blocking_key",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("article", NUMBER, sa.ForeignKey("article.number", ondelete="CASCADE"), primary_key=True),
        sqlite_with_rowid=False,
    )
    op.create_index("blocking_key_by_article", "blocking_key", ["article"])


def _desk() -> None:
    op.create_table(
        "api_key",
        sa.Column("id", WORD, primary_key=True),
        sa.Column("name", TEXT, nullable=False, unique=True),
        sa.Column("scope", WORD, nullable=False),
        sa.Column("digest", sa.String(64), nullable=False),
        sa.Column("created", TIME, nullable=False),
        sa.Column("last_used", TIME),
        sa.Column("revoked", TIME),
    )
    op.create_table(
        "flag",
        sa.Column("number", NUMBER, primary_key=True),
        sa.Column("article", TEXT, nullable=False),
        sa.Column("fingerprint", sa.String, nullable=False),
        sa.Column("code", WORD, nullable=False),
        sa.Column("severity", WORD, nullable=False),
        sa.Column("status", WORD, nullable=False),
        sa.Column("note", sa.Text),
        sa.Column("decided_by", TEXT),
        sa.Column("decided", TIME),
        sa.Column("raised", TIME, nullable=False),
        sa.Column("seen", TIME, nullable=False),
        sa.Column("record", sa.Text, nullable=False),
        sa.UniqueConstraint("article", "fingerprint"),
        sqlite_autoincrement=True,
    )
    op.create_index("flag_by_fingerprint", "flag", ["fingerprint"])
    op.create_index("flag_by_status", "flag", ["status", "number"])
    op.create_index("flag_by_code", "flag", ["code", "number"])
    op.create_table(
        "audit",
        sa.Column("id", sa.String(32), primary_key=True),
        sa.Column("state", WORD, nullable=False),
        sa.Column("stage", WORD),
        sa.Column("done", sa.Integer, nullable=False),
        sa.Column("total", sa.Integer),
        sa.Column("error", sa.Text),
        sa.Column("created", TIME, nullable=False),
        sa.Column("started", TIME),
        sa.Column("beat", TIME),
        sa.Column("finished", TIME),
        sa.Column("request", sa.Text, nullable=False),
        sa.Column("result", sa.Text),
    )
    op.create_index("audit_by_state", "audit", ["state"])
    op.create_index("audit_by_time", "audit", ["created", "id"])
