"""The three routes of the wire contract: extract, compare, check."""

from functools import partial
from typing import Annotated

from litestar import Response, Router, post
from litestar.datastructures import State
from litestar.params import JSONBody, QueryParameter
from pydantic import ValidationError

from figurecheck.api import problems, work
from figurecheck.api.access import READ, may_write
from figurecheck.api.answers import JSON, REPORTS, answer, chosen
from figurecheck.api.bodies import (
    DRAFT,
    OTHER,
    ArticleOperation,
    CheckBody,
    CheckOperation,
    CompareBody,
    CopyRequest,
    JsonRequest,
    refuse_empty,
    shown,
)
from figurecheck.api.problems import documented
from figurecheck.model import Article, Comparison, Figure, Report

Source = Annotated[str | None, QueryParameter(description="The outlet, where the body does not name it.")]
Published = Annotated[
    str | None, QueryParameter(description="When it was published, where the body does not say: ISO 8601.")
]
Title = Annotated[str | None, QueryParameter(description="The title, where the body has none.")]

ask = partial(post, status_code=200, before_request=refuse_empty)
"""A POST that changes nothing: what it takes does not fit an address."""
PROBLEMS = documented(400, 408, 413, 415, 422)


@ask(
    "/extract",
    operation_id="extract",
    opt=READ,
    operation_class=ArticleOperation,
    request_class=CopyRequest,
    summary="Find the figures of an article",
    responses=PROBLEMS,
)
async def extract(
    data: JSONBody[Article], state: State, source: Source = None, published: Published = None, title: Title = None
) -> Response[list[Figure]]:
    """The figures in the order they stand in: those of the title first, then those of the text."""
    return await answer(state, JSON, work.extract, _named(data, source, published, title))


@ask(
    "/compare",
    operation_id="compare",
    opt=READ,
    operation_class=shown(two={"articles": [OTHER, DRAFT]}),
    request_class=JsonRequest,
    summary="Line up the figures of several articles",
    responses={code: found for code, found in PROBLEMS.items() if code != 415},
)
async def compare(data: JSONBody[CompareBody], state: State) -> Response[list[Comparison]]:
    """The comparable figures of each two articles, the earlier article at the left."""
    return await answer(state, JSON, work.compare, data.articles)


@ask(
    "/check",
    operation_id="check",
    operation_class=CheckOperation,
    request_class=CopyRequest,
    summary="Flag the figures of an article that disagree",
    opt=READ | {"media": REPORTS},
    responses=PROBLEMS,
)
async def check(
    request: CopyRequest,
    data: JSONBody[CheckBody],
    state: State,
    source: Source = None,
    published: Published = None,
    title: Title = None,
) -> Response[Report]:
    """A report on one article, read alone and beside the articles given, or else beside the corpus of the server. As
    JSON, or where Accept asks for it as SARIF or as schema.org ClaimReview.

    Beside the corpus the desk's memory counts: what it dismissed is left out, and the rest is noted there as raised,
    unless the key may only read.
    """
    media, article = chosen(request), _named(data.article, source, published, title)
    return await answer(state, media, work.check, article, data.against, REPORTS[media], may_write(request))


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


checks = Router("/", route_handlers=[extract, compare, check], tags=["checks"])
