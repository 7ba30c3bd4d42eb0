"""The articles to check against, kept in a database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import TracebackType
from typing import Any, Literal, NamedTuple, Self

from sqlalchemy import Connection, bindparam, delete, func, insert, select

from figurecheck.checking import Candidates
from figurecheck.matching import Account
from figurecheck.model import Article, ArticleHead
from figurecheck.rulebook import Rulebook, load_rulebook
from figurecheck.storage import records
from figurecheck.storage.batches import batches, portions
from figurecheck.storage.database import Database
from figurecheck.storage.nearest import NEAREST, nearest
from figurecheck.storage.recent import Recent
from figurecheck.storage.records import Failure, Reader, Record
from figurecheck.storage.schema import article, blocking_key, figure
from figurecheck.storage.workers import spread

Status = Literal["added", "changed", "reread", "unchanged", "failed"]
"""What became of an article: new; another text or head than before; the same, but read anew; left alone; not read."""

BATCH = 64
"""Articles of one transaction."""
PAGE = 500
"""Parameters of one query, and rows of one page."""

_READ_WITH = (article.c.content_hash, article.c.rules, article.c.extractor)
_ACCOUNT = (article.c.head, article.c.text, article.c.profile)


_Row = Any
"""A row whose columns are read by name."""


class Outcome(NamedTuple):
    """What became of one article, how many figures it has, and the error that kept it from being read."""

    id: str
    status: Status
    figures: int
    error: str | None = None


class Added(NamedTuple):
    """How many articles met each outcome."""

    added: int = 0
    changed: int = 0
    reread: int = 0
    unchanged: int = 0
    failed: int = 0

    @property
    def total(self) -> int:
        """All articles that were given."""
        return sum(self)


class Corpus:
    """Articles with their figures, found again by blocking keys.

    `url` is a SQLAlchemy database address such as sqlite:///corpus.db; new articles are read with `rulebook`, by
    default the shipped rules. Without `create` a database that is not there is an error. Many processes may use one
    corpus at once. Raises CorpusError, as all methods do, for a database that cannot be used.
    """

    def __init__(self, url: str, rulebook: Rulebook | None = None, *, create: bool = True) -> None:
        self.database = Database(url, create=create)
        self.name = self.database.name
        self._rulebook = rulebook
        self._recent: Recent[int, Account] = Recent(2_000)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    @property
    def rulebook(self) -> Rulebook:
        """The rules that articles are read with."""
        if self._rulebook is None:
            self._rulebook = load_rulebook()
        return self._rulebook

    def close(self) -> None:
        """Give back the connections; the corpus is not used after this."""
        self.database.close()

    # -- writing

    def add(
        self, articles: Iterable[Article], *, workers: int = 1, progress: Callable[[Outcome], object] | None = None
    ) -> Added:
        """Keep these articles, each under its id; what is kept already stays as it is.

        `workers` processes read them; `progress` is told of each article once it is safely kept.
        """
        counts = dict.fromkeys(Added._fields, 0)
        for outcome in self.load(articles, workers=workers):
            counts[outcome.status] += 1
            if progress is not None:
                progress(outcome)
        return Added(**counts)

    def load(self, articles: Iterable[Article], *, workers: int = 1) -> Iterator[Outcome]:
        """As `add`, an outcome at a time, each given once its article is safely kept; no order is promised."""
        unchanged: list[Outcome] = []
        wanted = self._wanted((one.encodable() for one in articles), unchanged)
        for read in spread(Reader(self.rulebook), wanted, workers):
            yield from self._keep(read)
            yield from _drained(unchanged)
        yield from _drained(unchanged)

    def remove(self, ids: Iterable[str]) -> int:
        """Forget these articles; returns how many of them there were."""
        gone = 0
        for some in portions(ids, PAGE):
            with self.database.writing() as connection:
                gone += connection.execute(delete(article).where(article.c.id.in_(some))).rowcount
        return gone

    def _wanted(self, articles: Iterable[Article], unchanged: list[Outcome]) -> Iterator[list[Article]]:
        """The articles worth reading, in batches; those that are kept already go to `unchanged`."""
        for batch in batches(articles, BATCH):
            with self.database.reading() as connection:
                kept = self._kept(connection, [one.id for one in batch])
            wanted = []
            for one in batch:
                row = kept.get(one.id)
                if row is not None and self._current(row, records.content_hash(one)):
                    unchanged.append(Outcome(one.id, "unchanged", row.figure_count))
                else:
                    wanted.append(one)
            if wanted:
                yield wanted

    def _current(self, row: _Row, content_hash: str) -> bool:
        read_with = (row.content_hash, row.rules, row.extractor)
        return read_with == (content_hash, self.rulebook.hash, records.extractor())

    def _kept(self, connection: Connection, ids: Sequence[str]) -> dict[str, _Row]:
        columns = (article.c.id, article.c.version, article.c.figure_count, *_READ_WITH)
        rows = connection.execute(select(*columns).where(article.c.id.in_(ids)))
        return {row.id: row for row in rows}

    def _keep(self, read: Sequence[Record | Failure]) -> list[Outcome]:
        """Writes the records in one transaction: whoever looks sees all of them or none."""
        failed = [Outcome(one.id, "failed", 0, one.error) for one in read if isinstance(one, Failure)]
        return failed + self._write([one for one in read if isinstance(one, Record)])

    def _write(self, read: Sequence[Record]) -> list[Outcome]:
        with self.database.writing() as connection:
            kept = self._kept(connection, [record.id for record in read])
            outcomes = [self._outcome(record, kept.get(record.id)) for record in read]
            fresh = [record for record, outcome in zip(read, outcomes, strict=True) if outcome.status != "unchanged"]
            _replace(connection, fresh, {id_: row.version for id_, row in kept.items()})
        return outcomes

    def _outcome(self, record: Record, row: _Row | None) -> Outcome:
        content_hash = record.columns["content_hash"]
        if row is None:
            status: Status = "added"
        elif self._current(row, content_hash):
            status = "unchanged"
        else:
            status = "reread" if row.content_hash == content_hash else "changed"
        return Outcome(record.id, status, record.columns["figure_count"])

    # -- reading

    def __len__(self) -> int:
        return self._scalar(select(func.count()).select_from(article))

    def __contains__(self, article_id: object) -> bool:
        return bool(self._scalar(select(func.count()).where(article.c.id == article_id)))

    def articles(self) -> Iterator[ArticleHead]:
        """Every article without its text, the earliest first, undated ones last."""
        for numbers in portions(self.numbers(), PAGE):
            with self.database.reading() as connection:
                rows = _rows(connection, [article.c.head], numbers)
            yield from (ArticleHead.model_validate_json(rows[number].head) for number in numbers if number in rows)

    def get(self, article_id: str, /) -> Article | None:
        """The article of this id, or None."""
        with self.database.reading() as connection:
            row = connection.execute(_ONE_ARTICLE, {"id": article_id}).one_or_none()
        return None if row is None else records.article(row.head, row.text)

    def figure_count(self) -> int:
        """How many figures there are."""
        return self._scalar(select(func.coalesce(func.sum(article.c.figure_count), 0)))

    def numbers(self) -> list[int]:
        """The numbers of all articles by time and id, undated ones last."""
        order = (article.c.published.is_(None), article.c.published, article.c.id)
        with self.database.reading() as connection:
            return list(connection.scalars(select(article.c.number).order_by(*order)))

    def accounts(self, numbers: Sequence[int]) -> list[Account]:
        """The accounts of these numbers, in their order; those that are gone by now are left out."""
        found = {number: account for number in numbers if (account := self._recent.get(number)) is not None}
        for some in portions((number for number in numbers if number not in found), PAGE):
            with self.database.reading() as connection:
                rows, figures = _rows(connection, _ACCOUNT, some), _figures(connection, some)
            for number, row in rows.items():
                account = records.restored(row.head, row.text, figures[number], row.profile)
                found[number] = self._recent.keep(number, account)
        return [found[number] for number in numbers if number in found]

    def candidates(self, account: Account) -> Candidates:
        """The other articles that share the most with this one by blocking keys, by id. Found by index alone."""
        keys = records.asked_keys(account)
        if not keys:
            return Candidates()
        with self.database.reading() as connection:
            numbers, capped, left_out = nearest(connection, keys)
        others = [one for one in self.accounts(numbers) if one.article.id != account.article.id]
        left_out += max(len(others) - NEAREST, 0)
        by_id = sorted(others[:NEAREST], key=lambda one: one.article.id)
        return Candidates(by_id, capped=capped, left_out=left_out)

    def _scalar(self, query: Any) -> int:
        with self.database.reading() as connection:
            return int(connection.scalar(query) or 0)


def _rows(connection: Connection, columns: Iterable[Any], numbers: Sequence[int]) -> dict[int, _Row]:
    """The rows of these articles by number, with these columns."""
    query = select(article.c.number, *columns).where(article.c.number.in_(numbers))
    return {row.number: row for row in connection.execute(query)}


def _figures(connection: Connection, numbers: Sequence[int]) -> dict[int, list[str]]:
    """The figures of these articles as JSON, each in the order of its text."""
    found: dict[int, list[str]] = defaultdict(list)
    query = select(figure.c.article, figure.c.record).where(figure.c.article.in_(numbers))
    for number, record in connection.execute(query.order_by(figure.c.number)):
        found[number].append(record)
    return found


_ONE_ARTICLE = select(article.c.head, article.c.text).where(article.c.id == bindparam("id"))


def _replace(connection: Connection, fresh: Sequence[Record], versions: dict[str, int]) -> None:
    """New rows for these records; the old ones go, and their keys with them."""
    if not fresh:
        return
    connection.execute(delete(article).where(article.c.id.in_([record.id for record in fresh])))
    rows = [{**record.columns, "version": versions.get(record.id, 0) + 1} for record in fresh]
    numbers = connection.scalars(insert(article).returning(article.c.number, sort_by_parameter_order=True), rows)
    numbered = list(zip(numbers, fresh, strict=True))
    figures = [{**columns, "article": number} for number, record in numbered for columns in record.figures]
    keys = [{"key": key, "article": number} for number, record in numbered for key in record.keys]
    for table, entries in ((figure, figures), (blocking_key, keys)):
        if entries:
            connection.execute(insert(table), entries)


def _drained(outcomes: list[Outcome]) -> list[Outcome]:
    taken, outcomes[:] = list(outcomes), []
    return taken
