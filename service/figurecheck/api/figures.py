"""/v1/figures: the figures of the corpus, found by what they say."""

from typing import Any

from litestar import Request, Router, get
from litestar.datastructures import State

from figurecheck.api.access import READ
from figurecheck.api.pages import Cursor, Limit, Page, page
from figurecheck.api.problems import documented
from figurecheck.api.queries import asked, query_operation
from figurecheck.storage import search
from figurecheck.storage.search import FigureQuery, StoredFigure


@get(
    "/figures",
    operation_id="list_figures",
    operation_class=query_operation(FigureQuery),
    summary="The figures of the corpus",
    opt=READ,
    sync_to_thread=True,
    responses=documented(409),
)
def list_figures(
    request: Request[Any, Any, Any], state: State, cursor: Cursor = None, limit: Limit = 50
) -> Page[StoredFigure]:
    """The figures that meet all that is asked, those read last first."""
    query = asked(request, FigureQuery)
    found = search.figures(state.desk.kept.database, query, before=cursor, limit=limit + 1)
    return page(found, [one.number for one in found], limit)


figures = Router("/", route_handlers=[list_figures], tags=["figures"])
