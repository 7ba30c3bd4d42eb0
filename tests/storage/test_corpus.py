"""What a corpus promises: each article once, changes seen, candidates found, nothing half kept."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
from tests.storage.readers import RULES, Rules, read

from figurecheck.storage import Added, Corpus, CorpusError, records, search
from figurecheck.storage.loading import NUL


def ids(accounts):
    return [account.article.id for account in accounts]


def test_adding_the_same_articles_again_changes_nothing(corpus, write):
    articles = [write(f"a{n}", f"Sumy counted {n} drones") for n in range(200)]
    assert corpus.add(articles) == Added(added=200)
    before = corpus.numbers()
    assert corpus.add(articles) == Added(unchanged=200)
    assert corpus.numbers() == before
    assert len(corpus) == 200


def test_a_changed_text_replaces_the_old_one_and_its_figures(corpus, write):
    corpus.add([write("a", "Sumy counted 84 drones and 12 missiles")])
    assert corpus.add([write("a", "Odesa counted 36 drones")]) == Added(changed=1)
    probe = read(write("b", "Odesa and Sumy: 1"))
    (found,) = corpus.candidates(probe)
    assert [figure.quote for figure in found.figures] == ["36"]
    assert corpus.figure_count() == 1
    assert corpus.candidates(read(write("b", "Sumy: 1"))) == []


def test_a_changed_source_or_time_is_a_change(corpus, write):
    corpus.add([write("a", "Sumy counted 84 drones")])
    assert corpus.add([write("a", "Sumy counted 84 drones", source="Wire")]) == Added(changed=1)


def test_the_last_of_several_texts_with_one_id_stays(corpus, write):
    summary = corpus.add([write("a", "Sumy 1"), write("b", "Sumy 2"), write("a", "Sumy 3"), write("a", "Sumy 3")])
    assert summary == Added(added=2, changed=1, unchanged=1)
    assert corpus.get("a").text == "Sumy 3"


def test_a_text_that_stands_already_is_kept_again_after_another_one(corpus, write):
    """What is looked up ahead is no last word while an earlier text of the same id is on its way."""
    old, new = write("a", "Sumy 1"), write("a", "Sumy 2")
    others = [write(f"b{n}", "Sumy 3") for n in range(3)]
    corpus.add([old])
    told = [one.status for one in corpus.load([old, new, old, old, new, *others, old]) if one.id == "a"]
    assert told == ["unchanged", "changed", "changed", "unchanged", "changed", "changed"]
    assert corpus.get("a").text == "Sumy 1"


def test_an_article_that_cannot_be_read_keeps_no_other_from_being_kept(corpus, write, monkeypatch):
    def fragile(article, rulebook):
        return read(article) if article.id != "b" else [][0]

    monkeypatch.setattr(records, "account", fragile)
    outcomes = {one.id: one for one in corpus.load([write("a", "Sumy 1"), write("b", "Sumy 2"), write("c", "Sumy 3")])}
    assert [outcomes[name].status for name in "abc"] == ["added", "failed", "added"]
    assert outcomes["b"].error.startswith("IndexError: list index out of range (test_corpus.py, line ")
    assert [one.status for one in corpus.load([write("b", "Sumy 4")])] == ["failed"], "nor is it when it comes alone"
    assert {head.id for head in corpus.articles()} == {"a", "c"}


def test_articles_read_with_other_rules_are_read_anew(corpus, address, write):
    article = write("a", "Sumy counted 84 drones")
    corpus.add([article])
    with Corpus(address, Rules("other")) as other:
        assert other.add([article]) == Added(reread=1)
        assert other.add([article]) == Added(unchanged=1)


def test_reading_again_brings_no_new_version_but_a_new_text_does(corpus, address, write):
    corpus.add([write("a", "Sumy 1")])
    with Corpus(address, Rules("other")) as other:
        other.add([write("a", "Sumy 1")])
        assert search.articles(corpus.database)[0].version == 1
        other.add([write("a", "Sumy 2")])
        assert search.articles(corpus.database)[0].version == 2


def test_a_lone_surrogate_is_kept_as_the_wire_has_it(corpus, write):
    assert corpus.add([write("a\udc80", "Sumy \ud800 84", source="\udfff")]) == Added(added=1)
    assert corpus.get("a\ufffd").text == "Sumy \ufffd 84"
    [found] = corpus.candidates(read(write("b", "Sumy 1")))
    assert [figure.quote for figure in found.figures] == ["84"]
    assert corpus.add([write("a\udc80", "Sumy \ud800 84", source="\udfff")]) == Added(unchanged=1)
    assert "a\udc80" in corpus
    assert corpus.get("a\udc80") is not None
    assert corpus.remove(["a\udc80"]) == 1


def test_one_article_that_two_bring_at_once_is_kept_once(corpus, address, write):
    from concurrent.futures import ThreadPoolExecutor

    def bring(number):
        with Corpus(address, RULES) as own:
            return own.add([write(f"a{n}", f"Sumy {number}") for n in range(40)]).total

    with ThreadPoolExecutor(4) as pool:
        assert list(pool.map(bring, range(4))) == [40] * 4
    assert len(corpus) == 40
    assert corpus.figure_count() == 40


def test_candidates_are_other_articles_that_share_a_key_in_order_of_id(corpus, write):
    corpus.add([write("c", "Sumy 3"), write("a", "Sumy 1"), write("b", "Odesa 2"), write("d", "Sumy without number")])
    assert ids(corpus.candidates(read(write("a", "Sumy 1")))) == ["c"]
    assert ids(corpus.candidates(read(write("x", "Sumy and Odesa 5")))) == ["a", "b", "c"]


def test_candidates_come_back_as_they_were_read(corpus, write):
    article = write(
        "a", "Sumy counted 84 drones", published="2025-10-16T08:00:00+03:00", title="T", url="https://x.example"
    )
    corpus.add([article])
    (found,) = corpus.candidates(read(write("b", "Sumy 1", published="2025-10-17T08:00:00Z")))
    assert found == read(article)
    assert found.article.published.isoformat() == "2025-10-16T08:00:00+03:00"


def test_articles_are_listed_by_time_then_id(corpus, write):
    at = [datetime(2025, 1, day, tzinfo=UTC) for day in (2, 1, 1)]
    corpus.add([write("a", "x", published=at[0]), write("c", "y", published=at[1]), write("b", "z", published=at[2])])
    corpus.add([write("0", "undated")])
    assert [head.id for head in corpus.articles()] == ["b", "c", "a", "0"]


def test_removed_articles_are_gone_and_counted(corpus, write):
    corpus.add([write("a", "Sumy 1"), write("b", "Sumy 2")])
    assert corpus.remove(["a", "nobody"]) == 1
    assert "a" not in corpus
    assert "b" in corpus
    assert corpus.candidates(read(write("x", "Sumy 5")))[0].article.id == "b"
    assert corpus.get("a") is None


def test_a_corpus_outlives_its_process_object(corpus, address, write):
    corpus.add([write("a", "Sumy 1")])
    corpus.close()
    with Corpus(address, create=False) as again:
        assert again.get("a") == write("a", "Sumy 1")


def test_a_corpus_in_memory_serves_threads(write):
    from concurrent.futures import ThreadPoolExecutor

    with Corpus("sqlite://", RULES) as corpus, ThreadPoolExecutor(4) as pool:
        corpus.add([write(f"a{n}", "Sumy Odesa 1") for n in range(10)])
        probe = read(write("x", "Sumy Odesa 5"))
        assert set(pool.map(lambda _: len(corpus.candidates(probe)), range(40))) == {10}


def test_an_article_comes_with_the_figures_of_its_own_text_while_it_changes(corpus, write):
    with ThreadPoolExecutor(1) as pool:
        writing = pool.submit(lambda: [corpus.add([write("a", f"Sumy counted {n} drones")]) for n in range(60)])
        while not writing.done():
            found = search.whole(corpus.database, "a")
            assert found is None or found[1][0].quote in found[0].text
    assert writing.result()[-1] == Added(changed=1)


def test_progress_is_told_of_each_article_once_it_is_kept(corpus, write):
    seen = []
    corpus.add([write("a", "Sumy 1"), write("b", "2")], progress=lambda outcome: seen.append((outcome.id, len(corpus))))
    assert seen == [("a", 2), ("b", 2)]


def test_ids_and_texts_of_any_kind_are_kept(corpus, write):
    odd = write("x' OR '1'='1 😀", 'Sumy "1" \u2028 \x01 é')
    corpus.add([odd])
    assert corpus.get(odd.id) == odd


def test_a_text_with_nul_is_kept_or_refused_by_name_and_stops_no_other(corpus, write):
    odd, plain = write("a", "Sumy\x00 1"), write("b", "Sumy 2")
    told = {outcome.id: outcome for outcome in corpus.load([odd, plain])}
    assert told["b"].status == "added"
    if corpus.database.kind == "postgresql":
        assert (told["a"].status, told["a"].error) == ("failed", NUL)
    else:
        assert corpus.get("a") == odd


def test_an_address_that_is_none_says_what_to_write():
    with pytest.raises(CorpusError, match=r"^corpus\.db: no database address; write sqlite:///corpus\.db$"):
        Corpus("corpus.db")


def test_a_file_that_is_no_database_is_named(tmp_path):
    file = tmp_path / "notes.txt"
    file.write_text("These are notes, not a database. " * 100)
    with pytest.raises(CorpusError, match=r"notes\.txt is not a database; name the file of a corpus, or a new one$"):
        Corpus(f"sqlite:///{file}")


def test_a_database_of_something_else_is_left_alone(tmp_path):
    import sqlite3

    file = tmp_path / "other.db"
    with sqlite3.connect(file) as other:
        other.execute("CREATE TABLE article (x)")
    other.close()
    with pytest.raises(CorpusError, match=r"other\.db is a database, but no corpus"):
        Corpus(f"sqlite:///{file}")


def test_a_corpus_that_is_not_there_is_not_made_by_who_only_reads(tmp_path):
    with pytest.raises(CorpusError, match=r"none\.db: no such corpus; make it with `figurecheck corpus add`"):
        Corpus(f"sqlite:///{tmp_path / 'none.db'}", create=False)
    assert not (tmp_path / "none.db").exists()


@pytest.mark.parametrize(
    ("address", "said"),
    [
        ("sqlite:///{}/no/folder/c.db", "there is no folder"),
        ("sqlite:///{}", "is a folder; name a file in it"),
        ("nosql://x/y", "no such kind of database"),
    ],
)
def test_other_wrong_addresses_say_what_is_wrong(tmp_path, address, said):
    with pytest.raises(CorpusError, match=said):
        Corpus(address.format(tmp_path))


def test_a_corpus_held_by_another_program_says_so(tmp_path, write, monkeypatch):
    import sqlite3

    from figurecheck.storage import database

    address = f"sqlite:///{tmp_path / 'corpus.db'}"

    monkeypatch.setattr(database, "PATIENCE", 0.05)
    hasty = Corpus(address, RULES)
    holder = sqlite3.connect(address.removeprefix("sqlite:///"), isolation_level=None)
    holder.execute("BEGIN IMMEDIATE")
    with pytest.raises(CorpusError, match="is held by another program; try again"):
        hasty.add([write("a", "Sumy 1")])
    holder.execute("ROLLBACK")
    holder.close()
    assert hasty.add([write("a", "Sumy 1")]) == Added(added=1)
    hasty.close()
