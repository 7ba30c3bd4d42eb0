"""The work of the routes, done by readers: the library's answers, written out, and what is counted of them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from time import perf_counter
from typing import NamedTuple

import figurecheck
from figurecheck.api.desk import Desk
from figurecheck.model import Article, Model


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


def check(desk: Desk, article: Article, against: Sequence[Article] | None) -> Done:
    """The report on an article: beside those given, or else beside the corpus."""
    started = perf_counter()
    evidence = against if against is not None else desk.corpus or ()
    report = figurecheck.check(article, evidence, rules=desk.rules, select=desk.select, ignore=desk.ignore)
    codes = tuple(flag.code for flag in report.flags)
    tally = Tally("check", perf_counter() - started, report.stats["candidates"], codes)
    return Done(report.model_dump_json().encode(), tally)


def array(items: Iterable[Model]) -> bytes:
    """The items as one JSON array."""
    return b"[%s]" % b",".join(item.model_dump_json().encode() for item in items)
