"""The three routes of the wire contract: extract, compare, check."""

from typing import Annotated

from litestar import Router, post
from litestar.datastructures import State
from litestar.params import JSONBody, QueryParameter
from pydantic import ValidationError

import figurecheck
from figurecheck.api import problems
from figurecheck.api.bodies import (
    ArticleOperation,
    CheckBody,
    CheckOperation,
    CompareBody,
    CompareOperation,
    CopyRequest,
    JsonRequest,
    refuse_empty,
)
from figurecheck.api.problems import documented
from figurecheck.model import Article, Comparison, Figure, Report
from figurecheck.settings import Settings

Source = Annotated[str | None, QueryParameter(description="The outlet, where the body does not name it.")]
Published = Annotated[
    str | None, QueryParameter(description="When it was published, where the body does not say: ISO 8601.")
]
Title = Annotated[str | None, QueryParameter(description="The title, where the body has none.")]

PROBLEMS = documented(400, 413, 415, 422, 500)


@post(
    "/extract",
    status_code=200,
    before_request=refuse_empty,
    sync_to_thread=True,
    operation_id="extract",
    operation_class=ArticleOperation,
    request_class=CopyRequest,
    summary="Find the figures of an article",
    responses=PROBLEMS,
)
def extract(
    data: JSONBody[Article], state: State, source: Source = None, published: Published = None, title: Title = None
) -> list[Figure]:
    """The figures in the order they stand in: those of the title first, then those of the text."""
    return figurecheck.extract(_named(data, source, published, title), rules=state.settings.rules)


@post(
    "/compare",
    status_code=200,
    before_request=refuse_empty,
    sync_to_thread=True,
    operation_id="compare",
    operation_class=CompareOperation,
    request_class=JsonRequest,
    summary="Line up the figures of several articles",
    responses=documented(400, 413, 422, 500),
)
def compare(data: JSONBody[CompareBody], state: State) -> list[Comparison]:
    """The comparable figures of each two articles, the earlier article at the left."""
    return figurecheck.compare(data.articles, rules=state.settings.rules)


@post(
    "/check",
    status_code=200,
    before_request=refuse_empty,
    sync_to_thread=True,
    operation_id="check",
    operation_class=CheckOperation,
    request_class=CopyRequest,
    summary="Flag the figures of an article that disagree",
    responses=PROBLEMS | documented(503),
)
def check(
    data: JSONBody[CheckBody], state: State, source: Source = None, published: Published = None, title: Title = None
) -> Report:
    """A report on one article, read alone and beside the articles given, or else beside the corpus of the server."""
    settings: Settings = state.settings
    article = _named(data.article, source, published, title)
    against = data.against if data.against is not None else (() if state.corpus is None else state.corpus)
    return figurecheck.check(article, against, rules=settings.rules, select=settings.select, ignore=settings.ignore)


def _named(article: Article, source: str | None, published: str | None, title: str | None) -> Article:
    """The article with what the query adds to it; what the body says goes first."""
    if not article.text or article.text.isspace():
        raise problems.lacking("text", "the text is empty")
    given = {"source": source, "published": published, "title": title}
    lacking = {name: value for name, value in given.items() if value is not None and getattr(article, name) is None}
    try:
        return Article.model_validate({**dict(article), **lacking}) if lacking else article
    except ValidationError as error:
        raise problems.invalid(error, "query") from None


checks = Router("/v1", route_handlers=[extract, compare, check], tags=["checks"])
