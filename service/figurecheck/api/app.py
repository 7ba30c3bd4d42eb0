"""The application: routes, limits, documentation."""

import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from litestar import Litestar
from litestar.datastructures import State
from litestar.exceptions import HTTPException
from litestar.types import Scope

import figurecheck
from figurecheck.api import problems
from figurecheck.api.checks import checks
from figurecheck.api.docs import assets, openapi
from figurecheck.api.health import health
from figurecheck.rulebook import load_rulebook
from figurecheck.rulebook.selection import selection
from figurecheck.settings import Settings
from figurecheck.storage import Corpus

logger = logging.getLogger(__name__)


def create_app(settings: Settings | None = None) -> Litestar:
    """The service with its settings, by default what none of them sets.

    Raises RulesError for a table that is wrong, SelectionError for a code that no rule has and CorpusError for a corpus
    that cannot be opened, before it listens.
    """
    settings = settings or Settings()
    book = load_rulebook(settings.rules)
    selection(book.flags, settings.select, settings.ignore)
    corpus = Corpus(settings.database, book, create=False) if settings.database is not None else None
    return Litestar(
        route_handlers=[checks, health, assets()],
        plugins=[problems.plugin()],
        openapi_config=openapi(),
        request_max_body_size=settings.body_limit,
        state=State({"settings": settings, "corpus": corpus}),
        lifespan=[_service],
        logging_config=None,
        after_exception=[_log],
    )


@asynccontextmanager
async def _service(app: Litestar) -> AsyncIterator[None]:
    """Reads a sentence before the first request, which then waits for no library; gives the corpus back at the end."""
    try:
        figurecheck.check("One person was hurt.", rules=app.state.settings.rules)
        yield
    finally:
        if app.state.corpus is not None:
            app.state.corpus.close()


async def _log(error: Exception, scope: Scope) -> None:
    """The cause of what no one expected goes to the log of the process, and nowhere else."""
    if not isinstance(error, HTTPException):
        logger.error("a request to %s failed", scope["path"], exc_info=error)
