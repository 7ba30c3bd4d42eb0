"""The reading of articles, beside the event loop: in processes that a time-out can end, or in threads."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Concatenate, ParamSpec, TypeVar

import anyio
from anyio import BrokenWorkerProcess, CapacityLimiter, to_process, to_thread
from anyio.abc import TaskGroup

from figurecheck.api.desk import Desk
from figurecheck.api.logs import logger
from figurecheck.api.reader import ENDINGS, here, there, warm
from figurecheck.api.refusals import TooLong, Unavailable
from figurecheck.storage import deaf

P = ParamSpec("P")
R = TypeVar("R")

THREADS = 40
"""Requests that are read at once where threads read them."""


class Readers:
    """`processes` that read, each request for at most `timeout` seconds, waiting for its turn included."""

    def __init__(self, desk: Desk, processes: int, timeout: float) -> None:
        self._desk = desk
        self._processes = processes
        self._timeout = timeout
        self._turns: CapacityLimiter | None = None
        self._beside: TaskGroup | None = None

    async def start(self, beside: TaskGroup) -> None:
        """Has every process read a sentence, so that the first request waits for no library. Called in the loop; what
        is done beside requests ends with this group."""
        self._beside = beside
        self._turns = CapacityLimiter(self._processes or THREADS)
        with deaf(*ENDINGS):
            async with anyio.create_task_group() as group:
                for _ in range(self._processes or 1):
                    group.start_soon(self._run, self._turns, warm)

    async def __call__(self, work: Callable[Concatenate[Desk, P], R], *args: P.args, **_: P.kwargs) -> R:
        """What `work` makes of the desk and these arguments, all of which must pickle.

        Raises TooLong where the time is up, Unavailable where a reader dies, as of too little memory, and what `work`
        raises.
        """
        try:
            with anyio.fail_after(self._timeout):
                return await self._run(self._turns, work, *args)
        except TimeoutError:
            if self._beside is not None:
                self._beside.start_soon(self._replace)
            raise TooLong(f"reading it took more than {self._timeout:g} seconds") from None
        except BrokenWorkerProcess as error:
            logger.error("failed", exc_info=error)
            raise Unavailable("the process that read it died") from None

    async def beside(self, work: Callable[Concatenate[Desk, P], R], *args: P.args, **_: P.kwargs) -> R:
        """The same for work that takes its time, and no reader's turn."""
        return await self._run(CapacityLimiter(1), work, *args)

    async def _replace(self) -> None:
        """A reader that was given up is gone: has another ready, so that no request waits until it has started."""
        with suppress(Exception):
            await self._run(self._turns, warm)

    async def _run(self, turns: CapacityLimiter | None, work: Callable[..., R], *args: object) -> R:
        if not self._processes:
            return await to_thread.run_sync(here, work, self._desk, args, abandon_on_cancel=True, limiter=turns)
        return await to_process.run_sync(there, work, self._desk, args, cancellable=True, limiter=turns)
