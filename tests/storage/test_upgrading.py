"""A database is made and brought up to date by migrations, and what this version must not touch is left alone."""

import shutil
import sqlite3
from pathlib import Path

import pytest
from alembic.command import check
from alembic.script import ScriptDirectory
from sqlalchemy import text

from figurecheck.storage import Corpus, CorpusError, Database, models, upgrading
from figurecheck.storage.search import FigureQuery, figures
from figurecheck.storage.upgrading import HEAD, VERSION_TABLE, alembic_config

NEXT = """
from alembic import op
import sqlalchemy as sa

revision = "next"
down_revision = "{head}"


def upgrade() -> None:
    op.add_column("article", sa.Column("desk", sa.String))
    {then}
"""


@pytest.fixture
def migrate(tmp_path, monkeypatch):
    """Makes this the version after the next migration, which then does something more."""

    def make(then="pass"):
        folder = tmp_path / "migrations"
        shutil.copytree(upgrading._MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
        (folder / "versions" / "next.py").write_text(NEXT.format(head=HEAD, then=then))
        monkeypatch.setattr(upgrading, "_MIGRATIONS", folder)
        monkeypatch.setattr(upgrading, "HEAD", "next")

    return make


def revision(database):
    with database.reading() as connection:
        return connection.scalar(text(f"SELECT version_num FROM {VERSION_TABLE}"))


def test_head_is_the_newest_migration():
    assert ScriptDirectory.from_config(alembic_config()).get_heads() == [HEAD]


def test_migrations_make_the_tables_that_the_models_say(corpus):
    assert models.KeyRow.metadata.tables.keys() >= {"article", "figure", "blocking_key", "api_key", "flag", "audit"}
    with corpus.database.writing() as connection:
        config = alembic_config(connection)
        config.attributes["metadata"] = models.Base.metadata
        check(config)


def test_an_older_sqlite_is_brought_up_to_date_when_it_is_opened(tmp_path, write, migrate):
    address = f"sqlite:///{tmp_path / 'corpus.db'}"
    with Corpus(address) as corpus:
        corpus.add([write("a", "Sumy 1")])
    migrate()
    with Corpus(address, create=False) as corpus:
        assert revision(corpus.database) == "next"
        assert corpus.get("a") == write("a", "Sumy 1")


def test_a_corpus_from_before_its_words_were_indexed_finds_them_all_the_same(address, write):
    with Corpus(address) as corpus:
        corpus.add([write("a", "84 and 12")])
        with corpus.database.writing() as connection:
            kinds = {"sqlite": ["TRIGGER figure_words_come", "TRIGGER figure_words_go", "TABLE figure_words"]}
            for thing in kinds.get(corpus.database.kind, ["INDEX figure_words"]):
                connection.execute(text(f"DROP {thing}"))
            for name in ("figure_by_kind", "figure_by_action"):
                connection.execute(text(f"DROP INDEX {name}"))
            connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = '0001'"))
    Database(address, upgrade=True).close()
    with Corpus(address, create=False) as corpus:
        assert [one.figure.quote for one in figures(corpus.database, FigureQuery(text="8"))] == ["84"]


def test_an_older_postgresql_is_brought_up_to_date_when_asked_and_only_then(postgresql, write, migrate):
    with Corpus(postgresql) as corpus:
        corpus.add([write("a", "Sumy 1")])
    migrate()
    with pytest.raises(CorpusError, match=r"an older figurecheck; bring it up to date: `figurecheck corpus upgrade`$"):
        Corpus(postgresql)
    Database(postgresql, upgrade=True).close()
    with Corpus(postgresql, create=False) as corpus:
        assert revision(corpus.database) == "next"
        assert corpus.get("a") == write("a", "Sumy 1")


def test_a_migration_that_fails_leaves_everything_as_it_was(address, write, migrate, monkeypatch):
    with Corpus(address) as corpus:
        corpus.add([write("a", "Sumy 1")])
    migrate(then="op.execute('no such statement')")
    with pytest.raises(CorpusError):
        Database(address, upgrade=True)
    monkeypatch.setattr(upgrading, "HEAD", HEAD)
    with Corpus(address) as corpus:
        assert revision(corpus.database) == HEAD
        assert corpus.get("a") == write("a", "Sumy 1")
        corpus.add([write("b", "Sumy 2")])


def test_a_corpus_of_a_newer_version_is_left_alone(corpus, address):
    with corpus.database.writing() as connection:
        connection.execute(text(f"UPDATE {VERSION_TABLE} SET version_num = 'later'"))
    for open_it in (lambda: Corpus(address), lambda: Database(address, upgrade=True)):
        with pytest.raises(CorpusError, match=r"made by a newer figurecheck; use that one, or install the newest$"):
            open_it()
    assert revision(corpus.database) == "later"


def test_a_corpus_from_before_migrations_is_left_alone(tmp_path):
    file = Path(tmp_path, "early.db")
    with sqlite3.connect(file) as early:
        for name in ("store", "article", "blocking_key"):
            early.execute(f"CREATE TABLE {name} (x)")
    early.close()
    with pytest.raises(CorpusError, match=r"an early figurecheck; add its articles to a new corpus$"):
        Corpus(f"sqlite:///{file}")


def test_an_empty_database_is_not_made_a_corpus_by_who_only_reads(postgresql):
    with pytest.raises(CorpusError, match="holds no corpus yet; make it with `figurecheck corpus add`"):
        Corpus(postgresql, create=False)
    Corpus(postgresql).close()
    Corpus(postgresql, create=False).close()


def test_processes_that_make_a_corpus_at_once_make_one(address):
    from concurrent.futures import ThreadPoolExecutor

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(lambda _: Database(address, create=True).close(), range(8))) == [None] * 8
    with Corpus(address, create=False) as corpus:
        assert len(corpus) == 0
