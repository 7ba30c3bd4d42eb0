"""Alembic's entrance: runs the migrations on the connection that `figurecheck.storage.upgrading` hands over."""

from alembic import context

from figurecheck.storage.fulltext import INDEX
from figurecheck.storage.upgrading import VERSION_TABLE

given = context.config.attributes
context.configure(
    connection=given["connection"],
    target_metadata=given.get("metadata"),
    version_table=VERSION_TABLE,
    render_as_batch=True,  # SQLite alters a table by copying it
    include_name=lambda name, *_: not str(name).startswith(INDEX),  # each database has its own, which no model tells
)
context.run_migrations()
