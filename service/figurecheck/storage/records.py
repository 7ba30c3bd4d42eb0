"""An account as a row of the store, and back."""

from __future__ import annotations

import re
import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from math import inf
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from figurecheck.matching import Account, Profile, account, blocking_keys, probe_keys
from figurecheck.model import Article, ArticleHead, Figure, When
from figurecheck.model.base import utf8
from figurecheck.rulebook import Rulebook
from figurecheck.storage.hashing import signed_hash

_FIGURES = TypeAdapter(tuple[Figure, ...])
_READERS = ("model", "rulebook", "reading", "extraction", "matching", "storage/records.py")
"""The rooms and the module whose code decides what is kept of a text."""


@dataclass(frozen=True, slots=True)
class Record:
    """What the store keeps of one article: its row but for number and version, its figures' rows, its blocking keys."""

    columns: dict[str, Any]
    figures: tuple[dict[str, Any], ...]
    keys: tuple[int, ...]

    @property
    def id(self) -> str:
        """The article's id."""
        return str(self.columns["id"])


@dataclass(frozen=True, slots=True)
class Failure:
    """An article that could not be read, and what was raised where."""

    id: str
    error: str


@dataclass(frozen=True, slots=True)
class Reader:
    """Reads articles into records. Can be sent to another process."""

    rulebook: Rulebook

    def __call__(self, articles: Iterable[Article]) -> list[Record | Failure]:
        """A record for each article; a failure for one that cannot be read, so that the others are."""
        return [self._read(article) for article in articles]

    def _read(self, article: Article) -> Record | Failure:
        try:
            return record(account(article, self.rulebook), self.rulebook)
        except Exception as error:  # whatever it is, it is of one article
            place = traceback.extract_tb(error.__traceback__)[-1]
            said = f"{type(error).__name__}: {error} ({Path(place.filename).name}, line {place.lineno})"
            return Failure(article.id, f"{said}; report it with the article, as this is a fault of figurecheck")


def record(read: Account, rulebook: Rulebook) -> Record:
    """The account as the store keeps it."""
    article = read.article
    columns = {
        "id": article.id,
        "content_hash": content_hash(article),
        "rules": rulebook.hash,
        "extractor": extractor(),
        "source": folded(article.source),
        "published": _utc(article.published),
        "figure_count": len(read.figures),
        "head": article.head.model_dump_json(exclude_defaults=True),
        "text": article.text,
        "profile": read.profile.model_dump_json(),
    }
    return Record(columns, tuple(_figure(figure, article) for figure in read.figures), stored_keys(read))


def _figure(figure: Figure, article: Article) -> dict[str, Any]:
    """The columns of a figure's row but for number and article."""
    quantity, context, when = figure.quantity, figure.context, figure.context.when or When()
    day = article.published and article.published.date()
    return {
        "id": figure.id,
        "kind": figure.kind.value,
        "concept": figure.subject.concept,
        "unit": quantity.unit,
        "action": context.action and context.action.value,
        "actor": folded(context.actor),
        "place": folded(context.place),
        "source": folded(article.source),
        "published": _utc(article.published),
        "starts": _day(when.start) or day,
        "ends": _day(when.end) or _day(when.start) or day,
        "low": -inf if quantity.low is None else quantity.low,
        "high": inf if quantity.high is None else quantity.high,
        "words": " ".join(words(f"{figure.quote} {figure.subject.text or ''}")),
        "record": figure.model_dump_json(exclude_defaults=True),
    }


def folded(name: str | None) -> str | None:
    """A name or text as it is asked for: without case."""
    return name and utf8(name).casefold()


def words(text: str) -> list[str]:
    """The words and numerals of a text as they are asked for, in its order."""
    return re.findall(r"[^\W_]+", utf8(text).casefold())


def restored(head: str, text: str, figures: Iterable[str], profile: str) -> Account:
    """The account that these columns were made from."""
    read = _FIGURES.validate_json(f"[{','.join(figures)}]")
    return Account(article(head, text), read, Profile.model_validate_json(profile))


def article(head: str, text: str) -> Article:
    """The article that these columns were made from."""
    return Article(text=text, **dict(ArticleHead.model_validate_json(head)))


def content_hash(article: Article) -> str:
    """A digest of all that an article says of itself: text, title, source, time."""
    return blake2b(article.model_dump_json().encode(), digest_size=16).hexdigest()


def stored_keys(read: Account) -> tuple[int, ...]:
    """The numbers an account is found under; none where it has no figures, for then there is nothing to compare."""
    return hashed(blocking_keys(read)) if read.figures else ()


def asked_keys(read: Account) -> tuple[int, ...]:
    """The numbers under which an account looks for others."""
    return hashed(probe_keys(read)) if read.figures else ()


def hashed(keys: Iterable[str]) -> tuple[int, ...]:
    """Keys as signed 64-bit numbers, in order, each once."""
    return tuple(sorted({signed_hash(key) for key in keys}))


@lru_cache(maxsize=1)
def extractor() -> str:
    """A digest of the code and data that read articles: what was read by others is known to be old."""
    digest = blake2b(digest_size=16)
    for room in _READERS:
        for file in _files(files("figurecheck") / room):
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _files(place: Traversable) -> Iterator[Traversable]:
    """A file, or all files in and under a folder, by name, but for what Python caches."""
    if place.is_file():
        yield place
    elif place.name != "__pycache__":
        for item in sorted(place.iterdir(), key=lambda item: item.name):
            yield from _files(item)


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None


def _utc(moment: datetime | None) -> datetime | None:
    return moment and moment.astimezone(UTC)
