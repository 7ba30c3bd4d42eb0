"""The work of the routes, done by readers: the library's answers, written out, and what is counted of them."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from time import perf_counter
from typing import NamedTuple

from pydantic import Field

import figurecheck
from figurecheck.api.desk import Desk
from figurecheck.model import Article, Model, Report
from figurecheck.reading.errors import ReadError
from figurecheck.reading.records import read_lines
from figurecheck.reporting import Checked, Options, render
from figurecheck.storage import CorpusError, Status
from figurecheck.storage.flags import Flags
from figurecheck.storage.loading import has_nul
from figurecheck.storage.search import FigureQuery

Line = tuple[int, bytes]
"""A line of a body and its number."""


SERIES = 500
"""Articles that one question after series may have read, each as a check reads one."""


class NotKeptError(ValueError):
    """An article that no store can hold; the message says the mend."""


class Tally(NamedTuple):
    """What is counted of one piece of work."""

    work: str
    seconds: float
    candidates: int | None = None
    flags: tuple[str, ...] = ()


class Done(NamedTuple):
    """The body of an answer, and its tally."""

    body: bytes
    tally: Tally


def extract(desk: Desk, article: Article) -> Done:
    """The figures of an article."""
    started = perf_counter()
    figures = figurecheck.extract(article, rules=desk.rules)
    return Done(array(figures), Tally("extract", perf_counter() - started))


def compare(desk: Desk, articles: Sequence[Article]) -> Done:
    """The comparable figures of each two articles."""
    started = perf_counter()
    comparisons = figurecheck.compare(articles, rules=desk.rules)
    return Done(array(comparisons), Tally("compare", perf_counter() - started))


def series(desk: Desk, query: FigureQuery) -> Done:
    """The series of the corpus in which a figure meets the query."""
    started = perf_counter()
    found = desk.kept.series(query, most=SERIES)
    return Done(array(found), Tally("series", perf_counter() - started))


def check(desk: Desk, article: Article, against: Sequence[Article] | None, output: str, notes: bool) -> Done:
    """The report on an article, beside those given or else beside the corpus, in this format; `notes`: the desk's
    memory takes down what the corpus raised."""
    started = perf_counter()
    evidence = against if against is not None else desk.corpus or ()
    report = figurecheck.check(article, evidence, rules=desk.rules, select=desk.select, ignore=desk.ignore)
    if against is None and desk.corpus is not None:
        report = remembered(report, Flags(desk.corpus.database), notes)
    codes = tuple(flag.code for flag in report.flags)
    tally = Tally("check", perf_counter() - started, report.stats["candidates"], codes)
    if output == "json":
        return Done(report.model_dump_json().encode(), tally)
    given = {one.id: one for one in against or ()}
    library = desk.corpus if against is None and desk.corpus is not None else given
    item = Checked(report, article, library=library)
    return Done(render([item], output, Options(rules=desk.book.flags)).encode("utf-8", "replace"), tally)


class Kept(Model):
    """What became of an article: new, another than before, the same read anew, or left as it is."""

    id: str
    status: Status
    figures: int = Field(description="How many figures it has.")


class LineKept(Model):
    """What became of one line of a stream."""

    line: int
    id: str | None = None
    status: Status
    figures: int | None = None
    error: str | None = None


def put(desk: Desk, article: Article) -> Kept:
    """Keeps an article. Raises NotKeptError for one that no store can hold."""
    _keepable(article)
    [outcome] = desk.kept.load([article])
    if outcome.status == "failed":
        raise RuntimeError(outcome.error)
    return Kept(id=outcome.id, status=outcome.status, figures=outcome.figures)


class Loaded(NamedTuple):
    """A line of JSON for each line, and what kept the corpus from being written to, for the log."""

    body: bytes
    broken: CorpusError | None = None


def load(desk: Desk, lines: Sequence[Line], limit: int) -> Loaded:
    """Keeps the articles of these lines."""
    broken = None
    results: list[LineKept] = []
    waiting: dict[str, deque[int]] = defaultdict(deque)
    articles = []
    for number, line in lines:
        try:
            article = _article(number, line, limit).encodable()
            _keepable(article)
        except ValueError as error:
            results.append(LineKept(line=number, status="failed", error=str(error)))
            continue
        articles.append(article)
        waiting[article.id].append(number)
    try:
        for outcome in desk.kept.load(articles):
            said = dict(outcome._asdict(), figures=None if outcome.error else outcome.figures)
            results.append(LineKept(line=waiting[outcome.id].popleft(), **said))
    except CorpusError as error:
        broken = error
        said = {"status": "failed", "error": "the corpus cannot be written to; try this line again later"}
        results += [LineKept(line=number, id=name, **said) for name, left in waiting.items() for number in left]
    return Loaded(b"".join(f"{one.model_dump_json()}\n".encode() for one in results), broken)


def failed(number: int, error: str) -> bytes:
    """The line of a result that is none."""
    return f"{LineKept(line=number, status='failed', error=error).model_dump_json()}\n".encode()


def _article(number: int, line: bytes, limit: int) -> Article:
    """The article of a line. Raises ReadError."""
    [(_, found)] = read_lines([line], "the body", {}, limit)
    if isinstance(found, ReadError):
        raise ReadError(found.place.replace("line 1", f"line {number}", 1), found.problem, "", found.mend)
    return found


def _keepable(article: Article) -> None:
    if has_nul(article):
        raise NotKeptError("holds a NUL character, which the corpus cannot keep; take it out")


def remembered(report: Report, memory: Flags, notes: bool) -> Report:
    """The report without the flags that the desk dismissed; the others are remembered, where `notes` asks for it."""
    left = memory.sift(report.article.id, report.flags) if notes else memory.undismissed(report.flags)
    dismissed = len(report.flags) - len(left)
    if not dismissed:
        return report
    stats = report.stats | {"flags": len(left), "dismissed": dismissed}
    return report.model_copy(update={"flags": tuple(left), "stats": stats})


def array(items: Iterable[Model]) -> bytes:
    """The items as one JSON array."""
    return b"[%s]" % b",".join(item.model_dump_json().encode() for item in items)
