"""The application: routes, limits, documentation."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from litestar import Litestar
from litestar.datastructures import State

from figurecheck.api import problems
from figurecheck.api.checks import checks
from figurecheck.api.docs import assets, openapi
from figurecheck.api.health import health
from figurecheck.rulebook import load_rulebook
from figurecheck.rulebook.selection import selection
from figurecheck.settings import Settings


def create_app(settings: Settings | None = None) -> Litestar:
    """The service with its settings, by default what none of them sets.

    Raises RulesError for a table that is wrong and SelectionError for a code that no rule has, before it listens.
    """
    settings = settings or Settings()
    selection(load_rulebook(settings.rules).flags, settings.select, settings.ignore)
    return Litestar(
        route_handlers=[checks, health, assets()],
        plugins=[problems.plugin()],
        openapi_config=openapi(),
        request_max_body_size=settings.body_limit,
        state=State({"settings": settings, "corpus": None}),
        lifespan=[_corpus],
        logging_config=None,
    )


@asynccontextmanager
async def _corpus(app: Litestar) -> AsyncIterator[None]:
    """The corpus that the settings name is open while the service runs."""
    url = app.state.settings.database
    if url is None:
        yield
        return
    from figurecheck.storage import Corpus

    with Corpus(url, load_rulebook(app.state.settings.rules), create=False) as corpus:
        app.state.corpus = corpus
        yield
