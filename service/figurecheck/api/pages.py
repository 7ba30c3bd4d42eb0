"""Lists in pages: a cursor says where the next one starts."""

from collections.abc import Sequence
from typing import Annotated, Generic, TypeVar

from litestar.params import QueryParameter
from pydantic import Field

from figurecheck.model import Model

T = TypeVar("T")

Limit = Annotated[int, QueryParameter(ge=1, le=500, description="The most items of a page.")]
Cursor = Annotated[
    int | None, QueryParameter(ge=1, le=2**53, description="The `next` of the page before this one; the first without.")
]


class Page(Model, Generic[T]):
    """Some items, the newest first, and the cursor of the next page: null on the last."""

    items: tuple[T, ...]
    next: int | str | None = Field(description="The cursor of the next page.")


def page(items: Sequence[T], cursors: Sequence[int | str], limit: int) -> Page[T]:
    """A page of what a store gave when it was asked for one more than the limit."""
    return Page(items=tuple(items[:limit]), next=cursors[limit - 1] if len(items) > limit else None)
