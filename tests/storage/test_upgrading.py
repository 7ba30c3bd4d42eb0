"""A database is made and brought up to date by migrations, and what this version must not touch is left alone."""

from alembic.command import check
from alembic.script import ScriptDirectory

from figurecheck.storage import models
from figurecheck.storage.upgrading import HEAD, alembic_config


def test_head_is_the_newest_migration():
    assert ScriptDirectory.from_config(alembic_config()).get_heads() == [HEAD]


def test_migrations_make_the_tables_that_the_models_say(corpus):
    with corpus.database.writing() as connection:
        config = alembic_config(connection)
        config.attributes["metadata"] = models.Base.metadata
        check(config)
