"""The application: routes, limits, documentation."""

import signal
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from threading import Event, current_thread, main_thread
from types import FrameType

import anyio
from litestar import Litestar, Router
from litestar.config.cors import CORSConfig
from litestar.datastructures import State
from litestar.middleware import DefineMiddleware
from litestar.types import Scope

from figurecheck.api import limits, metrics, problems, telemetry
from figurecheck.api.access import SCHEME, KeyMiddleware, allowed
from figurecheck.api.answers import acceptable
from figurecheck.api.articles import articles
from figurecheck.api.auditor import Auditor
from figurecheck.api.audits import audits
from figurecheck.api.checks import checks
from figurecheck.api.desk import Desk
from figurecheck.api.docs import Shapes, assets, openapi
from figurecheck.api.figures import figures
from figurecheck.api.flags import flags
from figurecheck.api.health import health
from figurecheck.api.logs import logger
from figurecheck.api.queries import understood
from figurecheck.api.reader import ENDINGS
from figurecheck.api.readers import Readers
from figurecheck.api.series import series
from figurecheck.api.service import REQUEST_ID, Service
from figurecheck.api.settings import ServiceSettings
from figurecheck.settings import Settings

OPEN = ["^/health", "^/schema"]
"""Routes that anyone may ask, as often as they like."""


def v1() -> Router:
    """Version 1 of the API, a slice for each noun."""
    return Router("/v1", route_handlers=[checks, articles, figures, series, flags, audits], security=[{SCHEME: []}])


def create_app(
    settings: Settings | None = None, service: ServiceSettings | None = None, shared: Path | None = None
) -> Service:
    """The service with its settings, by default what none of them sets. `shared` is a folder for what its processes
    must know of each other, where it has several.

    Raises RulesError for a table that is wrong, SelectionError for a code that no rule has and CorpusError for a corpus
    that cannot be opened, SettingsError where keys are needed and there is no corpus to hold them, before it listens.
    """
    service = service or ServiceSettings()
    desk = Desk.of(settings or Settings())
    desk.open_for(service)
    readers = Readers(desk, service.readers, service.timeout)
    shapes = Shapes()
    return Service(
        route_handlers=[v1(), health, metrics.metrics, assets()],
        plugins=[shapes, problems.plugin(), *telemetry.plugins()],
        guards=[allowed, acceptable, understood],
        middleware=[
            metrics.requests.middleware,
            DefineMiddleware(KeyMiddleware, exclude=OPEN),
            *limits.middleware(service.requests, OPEN, shared),
        ],
        stores=limits.stores(shared),
        cors_config=CORSConfig(list(service.cors_origins), expose_headers=[REQUEST_ID])
        if service.cors_origins
        else None,
        openapi_config=openapi(shapes),
        request_max_body_size=service.body_limit,
        state=State(
            {
                "service": service,
                "desk": desk,
                "readers": readers,
                "auditor": Auditor(desk, readers, service.audit_workers),
                "stopping": Event(),
            }
        ),
        lifespan=[_open],
        logging_config=None,
        after_exception=[_log],
    )


@asynccontextmanager
async def _open(app: Litestar) -> AsyncIterator[None]:
    """Has the readers ready before the first request and runs audits until the last; then gives the corpus back.

    The audit that runs at the end has as long to finish as a request.
    """
    _heed(app.state.stopping)
    try:
        async with anyio.create_task_group() as beside:
            await app.state.readers.start(beside)
            if app.state.desk.corpus is not None:
                beside.start_soon(app.state.auditor.run)
            yield
            if app.state.desk.corpus is not None:
                await app.state.auditor.finish(app.state.service.timeout)
            beside.cancel_scope.cancel()
    finally:
        app.state.desk.close()


def _heed(stopping: Event) -> None:
    """Marks the hour when this process is told to stop, on which streams without an end of their own end."""
    if current_thread() is not main_thread():
        return
    for one in ENDINGS:
        before = signal.getsignal(one)

        def heard(number: int, frame: FrameType | None, before: object = before) -> None:
            stopping.set()
            if callable(before):
                before(number, frame)

        signal.signal(one, heard)


async def _log(error: Exception, scope: Scope) -> None:
    """The cause of what no one expected goes to the log of the process, and nowhere else."""
    if not isinstance(error, problems.EXPECTED):
        logger.error("failed", exc_info=error)
