"""What an answer is written in, and answers that readers write out, so that the event loop never does."""

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec

from litestar import Request, Response
from litestar.connection import ASGIConnection
from litestar.datastructures import State
from litestar.exceptions import HTTPException
from litestar.handlers import BaseRouteHandler

from figurecheck.api import metrics
from figurecheck.api.desk import Desk
from figurecheck.api.work import Done

P = ParamSpec("P")

JSON = "application/json"
REPORTS = {JSON: "json", "application/sarif+json": "sarif", "application/ld+json": "claimreview"}
"""The media types of a report, and the format of each."""


def acceptable(connection: ASGIConnection[Any, Any, Any, Any], handler: BaseRouteHandler) -> None:
    """Raises HTTPException (406) for a client that takes none of what a route of the API has to give."""
    if "scope" in handler.opt and Request[Any, Any, Any](connection.scope).accept.best_match(_media(handler)) is None:
        raise HTTPException("nothing that this route has to give is accepted", status_code=406)


def chosen(request: Request[Any, Any, Any]) -> str:
    """What the client likes best of what the route has to give."""
    return request.accept.best_match(_media(request.route_handler)) or JSON


def _media(handler: BaseRouteHandler) -> list[str]:
    """The media types in the `opt` of a route; JSON unless it names others."""
    return list(handler.opt.get("media", [JSON]))


async def answer(
    state: State, media: str, work: Callable[Concatenate[Desk, P], Done], *args: P.args, **_: P.kwargs
) -> Response[Any]:
    """The answer that this work makes, counted."""
    done = await state.readers(work, *args)
    metrics.observe(done.tally)
    return Response(done.body, media_type=media)
