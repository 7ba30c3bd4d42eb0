"""Articles in batches that one transaction can take."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TypeVar

from figurecheck.model import Article

T = TypeVar("T")


def portions(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    iterator = iter(items)
    while portion := list(islice(iterator, size)):
        yield portion


def batches(articles: Iterable[Article], size: int) -> Iterator[list[Article]]:
    """The articles in lists of at most `size`, no id twice in a list: a later one comes in its turn."""
    batch: dict[str, Article] = {}
    for article in articles:
        if len(batch) == size or article.id in batch:
            yield list(batch.values())
            batch = {}
        batch[article.id] = article
    if batch:
        yield list(batch.values())
