"""What the service refuses and why, as exceptions; problems.py tells them."""

from collections.abc import Mapping
from typing import TypeVar

from litestar.exceptions import HTTPException, NotFoundException, ValidationException
from pydantic import ValidationError

T = TypeVar("T")

AGAIN = {"Retry-After": "5"}
"""Seconds after which it is worth asking again for what is away."""


class Unavailable(HTTPException):
    """Something that the service needs is away."""

    status_code = 503

    def __init__(self, detail: str) -> None:
        super().__init__(detail, headers=AGAIN)


class SlowClient(HTTPException):
    """The body was not there in time."""

    status_code = 408


class BrokenOff(HTTPException):
    """The client went away before its body was whole: its own doing, for the log and the metrics, and no fault here."""

    status_code = 400
    kind = ("broken-off", "send the whole body")


class TooLong(HTTPException):
    """Reading took longer than it may."""

    status_code = 503
    kind = ("too-long", "send less at once, or raise the server's timeout")


class Misaddressed(HTTPException):
    """An address that nothing can be called by."""

    status_code = 400
    kind = ("address", "percent-encode the UTF-8 of a name, without NUL")


class OtherId(HTTPException):
    """The body names another article than the address does (RFC 9110, 9.3.4)."""

    status_code = 409
    kind = ("other-id", "leave the id out of the body, or put it to the address of its own")


class Unread(HTTPException):
    """A body of a kind that the route does not read; `takes` says which it does."""

    status_code = 415

    def __init__(self, media: str, takes: str) -> None:
        super().__init__(f"{media} cannot be read")
        self.kind = ("media-type", f"send {takes}")


def invalid(error: ValidationError, source: str) -> ValidationException:
    """The places where a model does not fit, as the framework has them; `source` is "query" or "body"."""
    return ValidationException(
        extra=[
            {"source": source, "key": ".".join(map(str, item["loc"])), "message": item["msg"]}
            for item in error.errors()
        ]
    )


def unclear(names: Mapping[str, str]) -> ValidationException:
    """Names in a query, and what is wrong with each."""
    return ValidationException(
        extra=[{"source": "query", "key": name, "message": names[name]} for name in sorted(names)]
    )


def lacking(place: str, message: str) -> ValidationException:
    """A place that a model lets pass but a route cannot."""
    return ValidationException(extra=[{"key": place, "message": message}])


class Unknown(NotFoundException):
    """An id that a store has nothing under; the detail is what is called by such ids."""


def known(found: T | None, noun: str) -> T:
    """What a store has under an id of an article, a flag, an audit. Raises Unknown (404) where it has nothing."""
    if found is None:
        raise Unknown(noun)
    return found
