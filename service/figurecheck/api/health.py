"""The two probes: is the process alive, and can it do its work."""

from dataclasses import dataclass
from typing import Literal

from litestar import Router, get
from litestar.datastructures import State

from figurecheck.api.desk import Desk
from figurecheck.api.problems import documented
from figurecheck.api.refusals import Unavailable


@dataclass
class Health:
    """The answer of a probe; `rules` is the hash of the rules in force, where they are loaded, and `stale` how many
    articles of the corpus were read by others: figurecheck corpus reindex reads those anew."""

    status: Literal["ok"] = "ok"
    rules: str | None = None
    stale: int | None = None


@get("/live", operation_id="live", summary="Is the process alive", sync_to_thread=False)
def live() -> Health:
    """Always ok: whoever can answer is alive."""
    return Health()


@get("/ready", operation_id="ready", summary="Can it do its work", sync_to_thread=True, responses=documented(503))
def ready(state: State) -> Health:
    """Ok once the rules are loaded and while the corpus can be read."""
    desk: Desk = state.desk
    try:
        stale = None if desk.corpus is None else desk.corpus.stale()
        return Health(rules=desk.book.hash, stale=stale)
    except Exception as error:
        raise Unavailable(f"not ready: {type(error).__name__}") from error


health = Router("/health", route_handlers=[live, ready], tags=["health"])
