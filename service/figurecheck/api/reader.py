"""What a reader does, in a thread or in a process of its own, which loads nothing of the framework."""

from __future__ import annotations

import signal
import traceback
from collections.abc import Callable
from functools import cache
from typing import Any, TypeVar

import figurecheck
from figurecheck.api.desk import Desk

R = TypeVar("R")

ENDINGS = (signal.SIGINT, signal.SIGTERM)
"""The signals by which a person or a system stops a service. They may reach all its processes at once, but a reader
ends with its parent, after the last request."""


def here(work: Callable[..., R], desk: Desk, args: tuple[Any, ...]) -> R:
    """What the work makes of the desk and these arguments."""
    return work(desk, *args)


def there(work: Callable[..., R], desk: Desk, args: tuple[Any, ...]) -> R:
    """The same in a process of its own."""
    for one in ENDINGS:
        signal.signal(one, signal.SIG_IGN)
    try:
        return work(_kept(desk), *args)
    except Exception as error:
        error.__dict__["way"] = way(error)  # a trace does not cross to another process
        raise


@cache
def _kept(desk: Desk) -> Desk:
    """The first of equal desks, with what it has opened."""
    return desk


def warm(desk: Desk) -> None:
    """Opens the desk and reads a sentence, which loads all that reading needs."""
    desk.open()
    figurecheck.check("One person was hurt.", rules=desk.rules)


def way(error: BaseException) -> list[str]:
    """The lines of code that the exception passed, those in another process included."""
    lines = list(traceback.walk_tb(error.__traceback__))
    here = [f"{frame.f_code.co_filename}:{line} {frame.f_code.co_name}" for frame, line in lines]
    return here + list(getattr(error, "way", ()))
