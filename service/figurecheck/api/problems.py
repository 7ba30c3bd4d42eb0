"""Errors as application/problem+json (RFC 9457): what is wrong, where, and the mend."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass
from http import HTTPStatus
from typing import Any

from litestar.exceptions import (
    HTTPException,
    MethodNotAllowedException,
    NotFoundException,
    TooManyRequestsException,
    ValidationException,
)
from litestar.openapi.datastructures import ResponseSpec
from litestar.plugins.problem_details import ProblemDetailsConfig, ProblemDetailsException, ProblemDetailsPlugin

from figurecheck.api.desk import NoCorpusError
from figurecheck.api.refusals import AGAIN, Unknown
from figurecheck.api.work import NotKeptError
from figurecheck.storage import BroadError, CorpusError

NAMESPACE = "urn:figurecheck:problem:"
MEDIA = "application/problem+json"

MENDS: Mapping[int, tuple[str, str]] = {
    400: ("malformed", "send well-formed JSON or, where the route takes it, the text itself as text/plain in UTF-8"),
    401: ("no-key", "send a key that figurecheck keys made, as Authorization: Bearer KEY"),
    403: ("scope", "use a key of a larger scope"),
    404: ("not-found", "GET /schema/openapi.json lists the routes"),
    405: ("method-not-allowed", "the Allow header names the methods of this route"),
    408: ("slow-client", "send it again over a faster line, or raise the server's body_timeout"),
    406: ("not-acceptable", "accept application/json, or one of the other media types that the route lists"),
    409: ("no-corpus", "start it with --database or FIGURECHECK_DATABASE"),
    413: ("body-too-large", "send a smaller body, or raise the server's body_limit"),
    415: ("media-type", "send what the route lists"),
    422: ("invalid", "the errors name each place; /schema/openapi.json has the models"),
    500: ("internal", "nothing was kept; the server's log has the cause"),
    429: ("too-many-requests", "wait as many seconds as the Retry-After header says"),
    503: ("unavailable", "try again later"),
}
"""Status -> the last word of the problem's type, and the mend that ends its detail."""


PLAIN: Mapping[type[HTTPException], str] = {
    NotFoundException: "there is nothing here",
    MethodNotAllowedException: "this route does not take that method",
}
"""What the framework says too shortly."""


@dataclass
class Problem:
    """An error, RFC 9457. `errors` names the places in the body or the query that are wrong."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[dict[str, str]] | None = None


EXPECTED = (HTTPException, NoCorpusError, NotKeptError, BroadError)
"""What the client did; anything else is for the log."""


ANYWHERE = (400, 401, 403, 406, 422, 429, 500, 503)
"""What any route under /v1 may answer with."""


def documented(*codes: int) -> dict[int, ResponseSpec]:
    """The problems that a route may answer with, for its OpenAPI page."""
    return {
        code: ResponseSpec(
            Problem,
            description=HTTPStatus(code).phrase,
            media_type=MEDIA,
            generate_examples=False,
        )
        for code in sorted({*codes, *ANYWHERE})
    }


def example(status: int) -> dict[str, Any]:
    """A problem of this status."""
    return _told(_problem(status, HTTPStatus(status).description or HTTPStatus(status).phrase))


def plugin() -> ProblemDetailsPlugin:
    """Turns every exception into a problem; a stack trace never leaves the process."""
    return ProblemDetailsPlugin(
        ProblemDetailsConfig(
            exception_to_problem_detail_map={
                TooManyRequestsException: _limited,
                Unknown: _unknown,
                HTTPException: _expected,
                CorpusError: _without_corpus,
                NoCorpusError: _no_corpus,
                NotKeptError: _not_kept,
                BroadError: _too_broad,
                Exception: _unexpected,
            }
        )
    )


def _expected(error: HTTPException) -> ProblemDetailsException:
    status = 422 if isinstance(error, ValidationException) else error.status_code
    said, kind = PLAIN.get(type(error)) or _words(error), getattr(error, "kind", None)
    return _problem(status, said, extra=_places(error), headers=error.headers, kind=kind)


def _limited(error: TooManyRequestsException) -> ProblemDetailsException:
    headers = dict(error.headers or {})
    return _problem(
        429, "more requests than a minute allows", headers={**headers, "Retry-After": headers["RateLimit-Reset"]}
    )


def _unknown(error: Unknown) -> ProblemDetailsException:
    return _problem(404, f"no {error.detail} has this id", kind=("not-found", f"GET /v1/{error.detail}s lists them"))


def _without_corpus(error: CorpusError) -> ProblemDetailsException:
    mend = "try again later; the server's log has the cause"
    return _problem(503, "the corpus cannot be used", headers=AGAIN, kind=("unavailable", mend))


def _no_corpus(error: NoCorpusError) -> ProblemDetailsException:
    return _problem(409, str(error))


def _not_kept(error: NotKeptError) -> ProblemDetailsException:
    return _problem(422, f"the article {error}")


def _too_broad(error: BroadError) -> ProblemDetailsException:
    return _problem(
        400, str(error), kind=("too-broad", "ask for less at once: a concept, a place, a source, some days")
    )


def _unexpected(error: Exception) -> ProblemDetailsException:
    return _problem(500, "the service failed on this request")


def _problem(
    status: int,
    detail: str,
    extra: dict[str, Any] | None = None,
    headers: dict[str, str] | None = None,
    kind: tuple[str, str] | None = None,
) -> ProblemDetailsException:
    slug, mend = kind or MENDS.get(status, ("error", "see the documentation at /schema"))
    return ProblemDetailsException(
        type_=NAMESPACE + slug,
        title=HTTPStatus(status).phrase,
        status_code=status,
        detail=f"{detail}; {mend}",
        extra=extra,
        headers=headers,
    )


def _told(problem: ProblemDetailsException) -> dict[str, Any]:
    told = Problem(str(problem.type_), str(problem.title), problem.status_code, problem.detail)
    return {name: value for name, value in asdict(told).items() if value is not None}


def _alone(problem: ProblemDetailsException) -> bytes:
    """The problem as a connection tells it by itself, where no request has reached the application."""
    return json.dumps(_told(problem)).encode()


NO_HTTP = _alone(_problem(400, "this is no HTTP request", kind=("no-http", "send HTTP/1.1, with headers below 16 KiB")))
SLOW_HEAD = _alone(_problem(408, "the headers of the request were not there in time"))


def _words(error: HTTPException) -> str:
    if isinstance(error, ValidationException):
        return "; ".join(f"{place['place']}: {place['message']}" for place in _list(error)) or error.detail
    return error.detail or HTTPStatus(error.status_code).phrase


def _places(error: HTTPException) -> dict[str, Any] | None:
    return {"errors": _list(error)} if isinstance(error, ValidationException) and error.extra else None


def _list(error: ValidationException) -> list[dict[str, str]]:
    items: Iterable[dict[str, str]] = error.extra if isinstance(error.extra, list) else ()
    of_body = hasattr(error.__cause__, "errors")  # a model's; the framework goes by the name alone to tell its source
    return [{"place": _place(item, of_body), "message": item["message"]} for item in items]


def _place(item: Mapping[str, str], of_body: bool) -> str:
    """Where in a request it is: in the body, the query or the path, and where in that."""
    source = "body" if of_body else item.get("source", "body")
    return f"{getattr(source, 'value', source)}.{item.get('key', '')}".rstrip(".")
