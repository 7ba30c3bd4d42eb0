"""How often a client may ask, counted by all processes of one service together."""

from __future__ import annotations

import fcntl
from pathlib import Path
from typing import IO, Any

from anyio import CapacityLimiter, Lock, to_thread
from litestar.middleware import DefineMiddleware
from litestar.middleware.rate_limit import RateLimitConfig, RateLimitMiddleware
from litestar.stores.base import Store
from litestar.stores.file import FileStore

from figurecheck.api.access import client_of


def middleware(requests: int, exclude: list[str], shared: Path | None) -> list[DefineMiddleware]:
    """What counts the requests that each client makes in a minute; nothing where any number is allowed.

    Processes that share a folder count together.
    """
    config = RateLimitConfig(("minute", requests), exclude=exclude, identifier_for_request=client_of)
    if not requests:
        return []
    if shared is None:
        return [config.middleware]
    return [DefineMiddleware(_Together, config=config, turn=_Turn(shared / "turn"))]


def stores(shared: Path | None) -> dict[str, Store]:
    """Where the counts are kept, if not in memory."""
    return {} if shared is None else {RateLimitConfig.store: FileStore(shared / "counts", create_directories=True)}


class _Together(RateLimitMiddleware):
    """Between reading a count and writing it, no other request is counted, in whatever process."""

    def __init__(self, app: Any, config: RateLimitConfig, turn: _Turn) -> None:
        super().__init__(app, config)
        self._lock = turn  # type: ignore[assignment]


class _Turn:
    """A lock among the requests of this process, and among the processes that name this file."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._requests = Lock()
        self._threads = CapacityLimiter(1)  # one of its own: whoever has the turn needs one of the common threads
        self._held: IO[bytes] | None = None

    async def __aenter__(self) -> None:
        await self._requests.acquire()
        try:
            self._held = await to_thread.run_sync(_locked, self._file, limiter=self._threads)
        except BaseException:
            self._requests.release()
            raise

    async def __aexit__(self, *_: object) -> None:
        if self._held is not None:
            self._held.close()
        self._requests.release()


def _locked(file: Path) -> IO[bytes]:
    """The file, opened and locked until it is closed, by the end of the process if by no one else."""
    held = file.open("wb")
    fcntl.flock(held, fcntl.LOCK_EX)
    return held
