"""/v1/series: what the corpus says of each thing over time."""

from typing import Any

from litestar import Request, Response, Router, get
from litestar.datastructures import State

from figurecheck.api import work
from figurecheck.api.access import READ
from figurecheck.api.answers import JSON, answer
from figurecheck.api.problems import documented
from figurecheck.api.queries import asked, query_operation
from figurecheck.model import Series
from figurecheck.storage.search import FigureQuery


@get(
    "/series",
    operation_id="list_series",
    operation_class=query_operation(FigureQuery),
    summary="What several articles give of one thing",
    opt=READ,
    responses=documented(409),
)
async def list_series(request: Request[Any, Any, Any], state: State) -> Response[list[Series]]:
    """Comparable figures of several articles, each series in the order of time; with a question, only those series in
    which a figure meets it. One that figures of more than 500 articles meet is too broad: ask for one concept, place or
    source, or some days."""
    return await answer(state, JSON, work.series, asked(request, FigureQuery))


series = Router("/", route_handlers=[list_series], tags=["figures"])
