"""Articles read and kept: each whole with its figures, or as it was before."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Literal, NamedTuple

from sqlalchemy import Connection, delete, func, insert, select, tuple_

from figurecheck.model import Article
from figurecheck.rulebook import Rulebook
from figurecheck.storage import records
from figurecheck.storage.batches import batches
from figurecheck.storage.database import Database
from figurecheck.storage.records import Failure, Reader, Record
from figurecheck.storage.schema import article, blocking_key, figure
from figurecheck.storage.workers import spread

Status = Literal["added", "changed", "reread", "unchanged", "failed"]
"""What became of an article: new; another text or head than before; the same, but read anew; left alone; not read."""

BATCH = 64
"""Articles of one transaction."""

NUL = "PostgreSQL keeps no NUL character; take it out of the text"
"""Why an article that has one is left out."""

_Row = Any
"""A row whose columns are read by name."""


class Outcome(NamedTuple):
    """What became of one article, how many figures it has, and the error that kept it from being read."""

    id: str
    status: Status
    figures: int
    error: str | None = None


def has_nul(article: Article) -> bool:
    """Whether a NUL stands anywhere in it, which not every database can hold."""
    return any("\0" in value for _, value in article if isinstance(value, str))


class Loader:
    """Puts articles into a database, read with these rules."""

    def __init__(self, database: Database, rulebook: Rulebook) -> None:
        self._database = database
        self._reader = Reader(rulebook)
        self._reading = (rulebook.hash, records.extractor())

    def load(self, articles: Iterable[Article], workers: int) -> Iterator[Outcome]:
        """Keeps each article under its id; gives an outcome once it is safely kept. No order is promised."""
        unread: list[Outcome] = []
        ahead: Counter[str] = Counter()
        for read in spread(self._reader, self._wanted((one.encodable() for one in articles), unread, ahead), workers):
            yield from _drained(unread)
            yield from self._keep(read)
            ahead -= Counter(one.id for one in read)
        yield from _drained(unread)

    def reindex(self, workers: int) -> Iterator[Outcome]:
        """Reads anew what other rules or another version read; what is done stays done, whenever this is stopped.

        An article that changes or goes while it is read is left to whoever changed it, and has no outcome.
        """
        numbers: dict[str, int] = {}
        for read in spread(self._reader, self._stale(numbers), workers):
            yield from self._keep(read, {one.id: numbers.pop(one.id) for one in read})

    def _wanted(
        self, articles: Iterable[Article], unread: list[Outcome], ahead: Counter[str]
    ) -> Iterator[list[Article]]:
        """The articles worth reading, in batches; `unread` are told of those that are kept already or cannot be.

        `ahead` counts by id what was given and is not yet kept: what stands in the database is not the last word on it.
        """
        for batch in batches(self._keepable(articles, unread), BATCH):
            with self._database.reading() as connection:
                kept = _kept(connection, [one.id for one in batch])
            wanted = []
            for one in batch:
                row = None if one.id in ahead else kept.get(one.id)
                if row is not None and self._current(row, records.content_hash(one)):
                    unread.append(Outcome(one.id, "unchanged", row.figure_count))
                else:
                    wanted.append(one)
            ahead.update(one.id for one in wanted)
            if wanted:
                yield wanted

    def _keepable(self, articles: Iterable[Article], unread: list[Outcome]) -> Iterator[Article]:
        """The articles but for those with a NUL, which PostgreSQL holds in no text."""
        for one in articles:
            if self._database.kind == "postgresql" and has_nul(one):
                unread.append(Outcome(one.id, "failed", 0, NUL))
            else:
                yield one

    def _stale(self, numbers: dict[str, int]) -> Iterator[list[Article]]:
        """The articles that were read with something else, in batches; `numbers` are told which texts they are."""
        columns = (article.c.number, article.c.head, article.c.text)
        stale = tuple_(article.c.rules, article.c.extractor) != self._reading
        with self._database.reading() as connection:
            newest = connection.scalar(select(func.max(article.c.number))) or 0
        last = 0
        while True:
            query = select(*columns).where(article.c.number > last, article.c.number <= newest, stale)
            with self._database.reading() as connection:
                rows = connection.execute(query.order_by(article.c.number).limit(BATCH)).all()
            if not rows:
                return
            last = rows[-1].number
            batch = [records.article(row.head, row.text) for row in rows]
            numbers.update((one.id, row.number) for one, row in zip(batch, rows, strict=True))
            yield batch

    def _keep(self, read: Sequence[Record | Failure], only: dict[str, int] | None = None) -> Iterator[Outcome]:
        """Writes the records in one transaction: whoever looks sees all of them or none.

        With `only`, just those whose articles still have these numbers.
        """
        yield from (Outcome(one.id, "failed", 0, one.error) for one in read if isinstance(one, Failure))
        good = [one for one in read if isinstance(one, Record)]
        if not good:
            return
        with self._database.writing() as connection:
            self._database.claim(connection, [record.id for record in good])
            kept = _kept(connection, [record.id for record in good])
            if only is not None:
                good = [one for one in good if one.id in kept and kept[one.id].number == only[one.id]]
            outcomes = [self._outcome(record, kept.get(record.id)) for record in good]
            _replace(
                connection, [pair for pair in zip(good, outcomes, strict=True) if pair[1].status != "unchanged"], kept
            )
        yield from outcomes

    def _outcome(self, record: Record, row: _Row | None) -> Outcome:
        content_hash = record.columns["content_hash"]
        if row is None:
            status: Status = "added"
        elif self._current(row, content_hash):
            status = "unchanged"
        else:
            status = "reread" if row.content_hash == content_hash else "changed"
        return Outcome(record.id, status, record.columns["figure_count"])

    def _current(self, row: _Row, content_hash: str) -> bool:
        return (row.content_hash, row.rules, row.extractor) == (content_hash, *self._reading)


def _kept(connection: Connection, ids: Sequence[str]) -> dict[str, _Row]:
    """What is known of these articles, by id."""
    of_text = (article.c.id, article.c.number, article.c.version, article.c.content_hash)
    of_reading = (article.c.rules, article.c.extractor, article.c.figure_count)
    return {row.id: row for row in connection.execute(select(*of_text, *of_reading).where(article.c.id.in_(ids)))}


def _replace(connection: Connection, fresh: Sequence[tuple[Record, Outcome]], kept: dict[str, _Row]) -> None:
    """New rows for these records; the old ones go, and their figures and keys with them."""
    if not fresh:
        return
    connection.execute(delete(article).where(article.c.id.in_([record.id for record, _ in fresh])))
    rows = [{**record.columns, "version": _version(outcome, kept.get(record.id))} for record, outcome in fresh]
    numbers = connection.scalars(insert(article).returning(article.c.number, sort_by_parameter_order=True), rows)
    numbered = list(zip(numbers, (record for record, _ in fresh), strict=True))
    figures = [{**columns, "article": number} for number, record in numbered for columns in record.figures]
    keys = [{"key": key, "article": number} for number, record in numbered for key in record.keys]
    for table, entries in ((figure, figures), (blocking_key, keys)):
        if entries:
            connection.execute(insert(table), entries)


def _version(outcome: Outcome, row: _Row | None) -> int:
    """Which of an article's texts this is, the first being 1."""
    before = 0 if row is None else int(row.version)
    return before if outcome.status == "reread" else before + 1


def _drained(outcomes: list[Outcome]) -> list[Outcome]:
    taken, outcomes[:] = list(outcomes), []
    return taken
