"""The log of the service: one JSON object a line on stderr, with the id of the request, and never a word of an article.

What an error says may quote the text it stumbled on, so a log names the error's type and the way to it only, and what
it says only of a corpus that cannot be used.
"""

import logging
import sys
from typing import Any

import structlog
from structlog.typing import EventDict, Processor

from figurecheck.api.reader import way
from figurecheck.storage import CorpusError


def configure() -> None:
    """Sends what this process logs, and its libraries, to stderr. Called by the process that serves, and only there."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=_SHARED,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                structlog.processors.JSONRenderer(),
            ],
        )
    )
    logging.basicConfig(handlers=[handler], level=logging.INFO, force=True)
    logging.getLogger("uvicorn.error").setLevel(logging.WARNING)


def wordless(logger: object, method: str, event: EventDict) -> EventDict:
    """The event with the types of its exceptions and where they passed, in place of what they say."""
    error = _error(event.pop("exc_info", None))
    if error is not None:
        event["error"] = [_passed(one) for one in _chain(error)]
    return event


_SHARED: list[Processor] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    wordless,
]


logger = structlog.wrap_logger(
    logging.getLogger("figurecheck"),
    processors=[structlog.stdlib.filter_by_level, *_SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
    wrapper_class=structlog.stdlib.BoundLogger,
)


def _error(found: Any) -> BaseException | None:
    if isinstance(found, tuple):
        return _error(found[1])
    if isinstance(found, BaseException):
        return found
    return sys.exc_info()[1] if found else None


def _chain(error: BaseException | None) -> list[BaseException]:
    """The exception and those that it came of."""
    found: list[BaseException] = []
    while error is not None and error not in found:
        found.append(error)
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
    return found


def _passed(error: BaseException) -> dict[str, Any]:
    told = {"said": str(error)} if isinstance(error, CorpusError) else {}
    return {"type": f"{type(error).__module__}.{type(error).__qualname__}", **told, "way": way(error)}
