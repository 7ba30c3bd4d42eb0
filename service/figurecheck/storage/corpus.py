"""The articles to check against, kept in a database."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from types import TracebackType
from typing import Any, NamedTuple, Self

from sqlalchemy import Connection, bindparam, delete, func, select

from figurecheck.checking import Candidates, series
from figurecheck.matching import Account
from figurecheck.model import Article, ArticleHead, Series
from figurecheck.model.base import utf8
from figurecheck.rulebook import Rulebook, load_rulebook
from figurecheck.storage import records
from figurecheck.storage.batches import portions
from figurecheck.storage.database import Database
from figurecheck.storage.errors import BroadError
from figurecheck.storage.loading import Loader, Outcome
from figurecheck.storage.nearest import NEAREST, nearest
from figurecheck.storage.recent import Recent
from figurecheck.storage.schema import article, figure
from figurecheck.storage.search import FigureQuery

PAGE = 500
"""Parameters of one query, and rows of one page."""

_ACCOUNT = (article.c.head, article.c.text, article.c.profile)

_Row = Any
"""A row whose columns are read by name."""


class Reading(NamedTuple):
    """How many articles were read with these rules by this version of the extractor."""

    rules: str
    extractor: str
    articles: int


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
        return Loader(self.database, self.rulebook).load(articles, workers)

    def reindex(self, *, workers: int = 1) -> Iterator[Outcome]:
        """Read anew what other rules or another version of figurecheck read; each outcome is given once it is kept.

        Stopped at any time, it goes on where it was.
        """
        return Loader(self.database, self.rulebook).reindex(workers)

    def remove(self, ids: Iterable[str]) -> int:
        """Forget these articles; returns how many of them there were."""
        gone = 0
        for some in portions(map(utf8, ids), PAGE):
            with self.database.writing() as connection:
                self.database.claim(connection, some)
                gone += connection.execute(delete(article).where(article.c.id.in_(some))).rowcount
        return gone

    # -- reading

    def __len__(self) -> int:
        return self._scalar(select(func.count()).select_from(article))

    def __contains__(self, article_id: object) -> bool:
        return bool(self._scalar(select(func.count()).where(article.c.id == utf8(str(article_id)))))

    def articles(self) -> Iterator[ArticleHead]:
        """Every article without its text, the earliest first, undated ones last."""
        for numbers in portions(self.numbers(), PAGE):
            with self.database.reading() as connection:
                rows = _rows(connection, [article.c.head], numbers)
            yield from (ArticleHead.model_validate_json(rows[number].head) for number in numbers if number in rows)

    def get(self, article_id: str, /) -> Article | None:
        """The article of this id, or None."""
        with self.database.reading() as connection:
            row = connection.execute(_ONE_ARTICLE, {"id": utf8(article_id)}).one_or_none()
        return None if row is None else records.article(row.head, row.text)

    def figure_count(self) -> int:
        """How many figures there are."""
        return self._scalar(select(func.coalesce(func.sum(article.c.figure_count), 0)))

    def readings(self) -> list[Reading]:
        """What the articles were read with, and how many with each."""
        group = (article.c.rules, article.c.extractor)
        with self.database.reading() as connection:
            rows = connection.execute(select(*group, func.count()).group_by(*group).order_by(*group))
            return [Reading(*row) for row in rows]

    def stale(self) -> int:
        """How many articles were read with other rules, or by another version of figurecheck, than they would be now.

        Where there are none, which is usual, two entries of an index say so.
        """
        group, now = (article.c.rules, article.c.extractor), (self.rulebook.hash, records.extractor())
        ends = [select(*group).order_by(*order).limit(1) for order in (group, [column.desc() for column in group])]
        with self.database.reading() as connection:
            if {tuple(row) for end in ends for row in connection.execute(end)} <= {now}:
                return 0
        return sum(reading.articles for reading in self.readings() if reading[:2] != now)

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

    def series(self, asked: FigureQuery | None = None, *, most: int | None = None) -> list[Series]:
        """What the articles give of each thing that several speak of, over time; only series with a figure `asked` for.

        What is looked at is what shares a blocking key with an article that has such a figure. Raises BroadError where
        there are more than `most` of these.
        """
        if asked is None:
            return series(self._each(self.numbers()), self, self.rulebook)
        with self.database.reading() as connection:
            if most is not None:
                _bound(connection, asked, most)
            rows = list(connection.execute(select(figure.c.article, figure.c.id).where(*asked.conditions())))
        wanted, numbers = {row.id for row in rows}, sorted({row.article for row in rows})
        found = series(self._each(numbers), self, self.rulebook)
        return [one for one in found if not wanted.isdisjoint(point.figure.id for point in one.points)]

    def _each(self, numbers: Iterable[int]) -> Iterator[Account]:
        return (account for some in portions(numbers, PAGE) for account in self.accounts(some))

    def _scalar(self, query: Any) -> int:
        with self.database.reading() as connection:
            return int(connection.scalar(query) or 0)


def _rows(connection: Connection, columns: Iterable[Any], numbers: Sequence[int]) -> dict[int, _Row]:
    """The rows of these articles by number, with these columns."""
    query = select(article.c.number, *columns).where(article.c.number.in_(numbers))
    return {row.number: row for row in connection.execute(query)}


def _bound(connection: Connection, asked: FigureQuery, most: int) -> None:
    """Raises BroadError where more than `most` articles have a figure `asked` for."""
    some = select(figure.c.article).where(*asked.conditions()).distinct().limit(most + 1)
    if len(connection.execute(some).all()) > most:
        raise BroadError(f"more than {most} articles have such figures")


def _figures(connection: Connection, numbers: Sequence[int]) -> dict[int, list[str]]:
    """The figures of these articles as JSON, each in the order of its text."""
    found: dict[int, list[str]] = defaultdict(list)
    query = select(figure.c.article, figure.c.record).where(figure.c.article.in_(numbers))
    for number, record in connection.execute(query.order_by(figure.c.number)):
        found[number].append(record)
    return found


_ONE_ARTICLE = select(article.c.head, article.c.text).where(article.c.id == bindparam("id"))
