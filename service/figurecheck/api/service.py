"""The application as the server calls it: what every request and every answer has, whatever the route."""

from time import perf_counter
from typing import Any
from uuid import uuid4

import anyio
import structlog
from litestar import Litestar
from litestar.datastructures import MutableScopeHeaders
from litestar.types import Message, Receive, Scope

from figurecheck.api.logs import logger
from figurecheck.api.refusals import BrokenOff, SlowClient

REQUEST_ID = "X-Request-ID"
SLOWEST = 500
"""Bytes a second that a body must come in at the least, after its first seconds."""
_BODY = frozenset({b"content-length", b"transfer-encoding"})
"""What says that a request has a body (RFC 9112, 6.3)."""
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
}
"""What every answer carries, unless its route says otherwise (OWASP's list for APIs)."""


class Service(Litestar):
    """A Litestar application that names each request, logs it, guards its answer and does not wait for slow clients."""

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        """ASGI's entry."""
        if scope["type"] != "http":
            await super().__call__(scope, receive, send)
            return
        name = _name(scope)
        asked = scope | {"method": "GET"} if scope["method"] == "HEAD" else scope  # the server leaves out the body
        status, started = 500, perf_counter()

        async def answer(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
                headers = MutableScopeHeaders(message)
                for key, value in {**HEADERS, REQUEST_ID: name}.items():
                    headers.setdefault(key, value)
                if asked["method"] == "OPTIONS" and "path_template" in asked:
                    headers["Allow"] = self._allowed(asked["path_template"])
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=name):
            try:
                await super().__call__(asked, _patient(asked, receive, self.state.service.body_timeout), answer)
            finally:
                logger.info(
                    "request",
                    method=scope["method"],
                    route=asked.get("path_template"),
                    status=status,
                    seconds=round(perf_counter() - started, 4),
                )

    def _allowed(self, path: str) -> str:
        """The methods of a path; the framework knows only those of the handler that it was given first."""
        return ", ".join(sorted({method for one in self.routes if one.path_format == path for method in one.methods}))


def _name(scope: Scope) -> str:
    """The id that the client gave its request, where it is a plain word; else a new one."""
    given = next((value.decode("latin-1") for key, value in scope["headers"] if key == b"x-request-id"), "")
    return given if given.isascii() and given.replace("-", "").isalnum() and len(given) <= 64 else uuid4().hex


def _patient(scope: Scope, receive: Receive, seconds: float) -> Receive:
    """Receives the body as long as the client keeps up: it has `seconds`, and one more for every SLOWEST bytes.

    Time that the service takes for itself between two pieces is not the client's. Raises SlowClient, and BrokenOff
    where the client goes away before.
    """
    waited, allowed, whole = 0.0, seconds, _BODY.isdisjoint(key for key, _ in scope["headers"])

    async def piece() -> Any:
        nonlocal waited, allowed, whole
        if whole:  # what comes now is the end of the connection, which may take its time
            return await receive()
        since = perf_counter()
        try:
            with anyio.fail_after(allowed - waited):
                message: Any = await receive()
        except TimeoutError:
            raise SlowClient(f"the client paused for more than {seconds:g} seconds") from None
        if message["type"] == "http.disconnect":
            raise BrokenOff("the body broke off: the client went away")
        waited += perf_counter() - since
        allowed += len(message.get("body", b"")) / SLOWEST
        whole = not message.get("more_body", False)
        return message

    return piece
