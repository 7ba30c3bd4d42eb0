"""Work spread over processes, its results in the order of what was given."""

from __future__ import annotations

import os
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from itertools import chain, islice
from multiprocessing import active_children, get_context, parent_process
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")

AHEAD = 3
"""Items in hand for each worker: enough that none waits, few enough that memory stays bounded."""


class WorkerError(RuntimeError):
    """A worker process that died or could not start."""


def usable_cores() -> int:
    """The cores this process may run on."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def spread(work: Callable[[T], R], items: Iterable[T], workers: int) -> Iterator[R]:
    """`work` of each item, in order, at most a few items ahead of what is taken.

    One worker, or one item, is done in this process. `work` is sent to each worker process once, so it may be large; it
    and the items must pickle. Raises WorkerError if a process dies.
    """
    iterator = iter(items)
    first = list(islice(iterator, 2))
    everything = chain(first, iterator)
    return map(work, everything) if workers <= 1 or len(first) < 2 else _pooled(work, everything, workers)


def _pooled(work: Callable[[T], R], items: Iterable[T], workers: int) -> Iterator[R]:
    pool = ProcessPoolExecutor(workers, get_context("spawn"), initializer=_keep, initargs=(work,))
    waiting: deque[Future[R]] = deque()
    others = frozenset(active_children())
    try:
        for item in items:
            with deaf(signal.SIGINT):
                waiting.append(pool.submit(_do, item))
            if len(waiting) >= AHEAD * workers:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as error:
        mend = "free memory or use fewer workers; a script must guard its start with if __name__ == '__main__'"
        raise WorkerError(f"a worker process died; {mend}") from error
    except (KeyboardInterrupt, GeneratorExit):
        for worker in frozenset(active_children()) - others:
            worker.terminate()  # or the pool waits for what they are at, which may take long
        raise
    finally:
        pool.shutdown(cancel_futures=True)


@contextmanager
def deaf(*signals: signal.Signals) -> Iterator[None]:
    """Holds these signals back until the block ends; a process that is started inside never hears one.

    They are the parent's to hear: each worker would tell of an interrupt again, with a traceback.
    """
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, signals)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


_kept: list[Callable[[Any], Any]] = []
"""A worker process's own copy of the work, which its initializer leaves here."""


def _keep(work: Callable[[Any], Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it could not be masked
    Thread(target=_end_with_parent, daemon=True).start()
    _kept[:] = [work]


def _end_with_parent() -> None:
    """Ends this process when its parent was killed; it would wait for work for ever."""
    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do(item: Any) -> Any:
    return _kept[0](item)
