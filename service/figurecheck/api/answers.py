"""Answers that readers write out, so that the event loop never does."""

from collections.abc import Callable
from typing import Any, Concatenate, ParamSpec

from litestar import Response
from litestar.datastructures import State

from figurecheck.api import metrics
from figurecheck.api.desk import Desk
from figurecheck.api.work import Done

P = ParamSpec("P")


async def answer(
    state: State, work: Callable[Concatenate[Desk, P], Done], *args: P.args, **_: P.kwargs
) -> Response[Any]:
    """The answer that this work makes, counted."""
    done = await state.readers(work, *args)
    metrics.observe(done.tally)
    return Response(done.body, media_type="application/json")
