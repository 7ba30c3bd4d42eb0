"""A progress bar on stderr for what takes more than a second."""

import sys
from collections.abc import Iterable, Iterator, Mapping
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

T = TypeVar("T")

PATIENCE = 1.0
"""Seconds of work before a bar appears."""


def track(items: Iterable[T], description: str, total: int | None = None) -> Iterator[T]:
    """The items as they come, with a bar once they have taken PATIENCE seconds and stderr is a terminal."""
    iterator = iter(items)
    if not sys.stderr.isatty():
        yield from iterator
        return
    done, started = 0, monotonic()
    for item in iterator:
        yield item
        done += 1
        if monotonic() - started > PATIENCE:
            break
    else:
        return
    from rich.console import Console
    from rich.progress import track as bar

    console = Console(stderr=True)
    yield from bar(iterator, description, total, completed=done, console=console, transient=True)


class Stages:
    """Bars for work that tells its stage, what is done of it and how much there is: one bar a stage."""

    def __init__(self, names: Mapping[str, str]) -> None:
        self._names = names
        self._started = monotonic()
        self._bars: Progress | None = None
        self._tasks: dict[str, TaskID] = {}

    def tell(self, stage: str, done: int, total: int | None) -> None:
        """Shows that `done` of `total` are done; `total` is None where it is not known yet."""
        if self._bars is None:
            if not sys.stderr.isatty() or monotonic() - self._started < PATIENCE:
                return
            self._bars = _bars()
            self._bars.start()
        if stage not in self._tasks:
            self._tasks[stage] = self._bars.add_task(self._names.get(stage, stage), total=total)
        self._bars.update(self._tasks[stage], completed=done, total=total)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bars is not None:
            self._bars.stop()


def _bars() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    return Progress(*columns, console=Console(stderr=True), transient=True)
