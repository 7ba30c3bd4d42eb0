"""HTTP connections as uvicorn keeps them, but for clients that never finish what they begin to ask."""

import asyncio
from http import HTTPStatus
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from figurecheck.api import problems


class Protocol(H11Protocol):
    """Ends a connection whose first request, or one that has begun, does not have its headers there in time.

    How long one may rest between two requests uvicorn knows (`timeout_keep_alive`), how long a body takes, `service`;
    how large the headers may be, h11. What is no HTTP at all is answered with a problem too.
    """

    def __init__(self, *args: Any, seconds: float, **options: Any) -> None:
        super().__init__(*args, **options)
        self._seconds = seconds
        self._late: asyncio.TimerHandle | None = None

    def connection_made(self, transport: Any) -> None:
        """The first request is due."""
        super().connection_made(transport)
        self._due()

    def data_received(self, data: bytes) -> None:
        """A piece of a request, whose headers are then all there, or due."""
        super().data_received(data)
        self._due()

    def connection_lost(self, exc: Exception | None) -> None:
        """Nothing is due."""
        self._in_time()
        super().connection_lost(exc)

    def send_400_response(self, msg: str) -> None:
        """Answers what is no HTTP."""
        self._refuse(400, problems.NO_HTTP)

    def _due(self) -> None:
        if self.conn.their_state is not h11.IDLE:
            self._in_time()
        elif self._late is None:
            self._late = self.loop.call_later(self._seconds, self._refuse, 408, problems.SLOW_HEAD)

    def _in_time(self) -> None:
        if self._late is not None:
            self._late.cancel()
            self._late = None

    def _refuse(self, status: int, problem: bytes) -> None:
        if self.transport.is_closing():
            return
        headers = {"content-type": problems.MEDIA, "content-length": str(len(problem)), "connection": "close"}
        head = h11.Response(status_code=status, headers=list(headers.items()), reason=HTTPStatus(status).phrase)
        for event in (head, h11.Data(data=problem), h11.EndOfMessage()):
            self.transport.write(self.conn.send(event) or b"")
        self.transport.close()
