"""The three routes of the wire contract: extract, compare, check."""

from functools import partial

from litestar import Response, Router, post
from litestar.datastructures import State
from litestar.params import JSONBody

from figurecheck.api import work
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
from figurecheck.api.heads import Published, Source, Title, headed
from figurecheck.api.problems import documented
from figurecheck.model import Article, Comparison, Figure, Report

ask = partial(post, status_code=200, before_request=refuse_empty)
"""A POST that changes nothing: what it takes does not fit an address."""
PROBLEMS = documented(408, 413, 415)


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
    return await answer(state, JSON, work.extract, headed(data, source, published, title))


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
    media, article = chosen(request), headed(data.article, source, published, title)
    return await answer(state, media, work.check, article, data.against, REPORTS[media], may_write(request))


checks = Router("/", route_handlers=[extract, compare, check], tags=["checks"])
