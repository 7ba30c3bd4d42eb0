"""A corpus on the command line: made, brought up to date, read anew; and the keys to it."""

import json
import subprocess
import sys

import pytest
from tests.cli.conftest import Run

DATABASE = ("--database", "sqlite:///corpus.db")


@pytest.fixture
def filled(run: Run) -> Run:
    """The command, with a corpus of one article beside it."""
    assert run("corpus", "add", "radio.txt", *DATABASE).returncode == 0
    return run


@pytest.fixture
def aged(filled: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The same, with an extractor that is not what it was."""
    monkeypatch.setattr("figurecheck.storage.records.extractor", lambda: "newer")
    return filled


def test_status_counts_what_there_is(filled: Run) -> None:
    assert filled("corpus", "status", *DATABASE).stdout == "corpus.db: articles 1, figures 1, stale 0\n"
    shown = json.loads(filled("corpus", "status", *DATABASE, "--output-format", "json").stdout)
    assert (shown["articles"], shown["figures"], shown["stale"]) == (1, 1, 0)


def test_a_check_against_what_another_version_read_says_so_in_one_line(aged: Run) -> None:
    done = aged("check", "ferry.txt", *DATABASE)
    assert done.returncode == 1
    assert done.stderr == (
        "figurecheck: 1 of 1 articles of the corpus were read by other rules or another version; "
        "figurecheck corpus reindex reads them anew\n"
    )


def test_reindex_brings_a_corpus_up_to_date(aged: Run) -> None:
    assert "stale 1; figurecheck corpus reindex" in aged("corpus", "status", *DATABASE).stdout
    assert aged("corpus", "reindex", *DATABASE).stdout == "corpus.db: 1 reread\n"
    assert aged("corpus", "reindex", *DATABASE).stdout == "corpus.db: 0 reread\n"
    assert aged("check", "ferry.txt", *DATABASE).stderr == ""


def test_upgrade_makes_a_database_a_corpus(run: Run) -> None:
    assert run("corpus", "upgrade", *DATABASE).stdout == "corpus.db: up to date\n"
    assert run("corpus", "status", *DATABASE).stdout == "corpus.db: articles 0, figures 0, stale 0\n"


def test_a_key_is_shown_once_listed_and_revoked(run: Run) -> None:
    made = run("keys", "create", "wire", "--scope", "write", *DATABASE)
    assert made.stdout.startswith("figurecheck_")
    assert "not shown again" in made.stderr
    listed = run("keys", "list", *DATABASE).stdout
    assert listed.startswith("wire  write  created ")
    assert made.stdout.strip() not in listed
    [key] = json.loads(run("keys", "list", *DATABASE, "--output-format", "json").stdout)
    assert (key["name"], key["scope"], key["revoked"]) == ("wire", "write", None)
    assert run("keys", "revoke", "wire", *DATABASE).stdout == "wire: revoked\n"
    assert "revoked" in run("keys", "list", *DATABASE).stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("keys", "revoke", "nobody", *DATABASE), "nobody: no key has this name; figurecheck keys list shows them"),
        (("keys", "create", "wire"), "no corpus named: give --database"),
        (("keys", "create", "wire", "--scope", "all", *DATABASE), "--scope"),
        (("corpus", "upgrade"), "no corpus named: give --database"),
        (("corpus", "status", "--database", "sqlite:///none.db"), "none.db: no such corpus"),
    ],
)
def test_a_wrong_call_says_the_mend_on_one_line(filled: Run, arguments: tuple[str, ...], said: str) -> None:
    done = filled(*arguments)
    assert done.returncode == 2
    assert said in done.stderr
    assert done.stderr.count("\n") == 1


def test_a_check_without_a_corpus_loads_no_database_library() -> None:
    script = (
        "import sys\nfrom figurecheck.cli.main import main\n"
        "try:\n    main(['check', '-'])\nfinally:\n"
        "    print({name.split('.')[0] for name in sys.modules} & {'sqlalchemy', 'alembic', 'advanced_alchemy'})"
    )
    done = subprocess.run([sys.executable, "-c", script], input="Six died.", capture_output=True, text=True)
    assert done.stdout.splitlines()[-1] == "set()", done.stderr


def test_a_check_against_a_corpus_loads_neither_orm_nor_migrations(filled: Run) -> None:
    script = (
        "import sys\nfrom figurecheck import Corpus\nCorpus('sqlite:///corpus.db', create=False).stale()\n"
        "print({name for name in sys.modules} & {'sqlalchemy.orm', 'alembic', 'advanced_alchemy'})"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True)
    assert done.stdout == "set()\n", done.stderr
