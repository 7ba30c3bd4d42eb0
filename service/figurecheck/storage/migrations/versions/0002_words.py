"""Figures are found by their words, kind and action, each by an index."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

SQLITE = (
    """CREATE VIRTUAL TABLE figure_words USING fts5(
        words, content='figure', content_rowid='number', detail='none', tokenize='unicode61 remove_diacritics 0')""",
    """CREATE TRIGGER figure_words_come AFTER INSERT ON figure BEGIN
        INSERT INTO figure_words(rowid, words) VALUES (new.number, new.words); END""",
    """CREATE TRIGGER figure_words_go AFTER DELETE ON figure BEGIN
        INSERT INTO figure_words(figure_words, rowid, words) VALUES ('delete', old.number, old.words); END""",
    "INSERT INTO figure_words(figure_words) VALUES ('rebuild')",
)
POSTGRESQL = ("CREATE INDEX figure_words ON figure USING gin (to_tsvector('simple', words)) WITH (fastupdate = off)",)


def upgrade() -> None:
    """Makes the indexes, of the figures that there are too."""
    given = sa.text("action IS NOT NULL")
    op.create_index("figure_by_kind", "figure", ["kind", "number"])
    op.create_index("figure_by_action", "figure", ["action", "number"], sqlite_where=given, postgresql_where=given)
    for statement in SQLITE if op.get_bind().dialect.name == "sqlite" else POSTGRESQL:
        op.execute(statement)
