"""An account as a row of the store, and back."""

from __future__ import annotations

import traceback
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from hashlib import blake2b
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from figurecheck.matching import Account, Profile, account, blocking_keys, probe_keys
from figurecheck.model import Article, ArticleHead, Figure
from figurecheck.rulebook import Rulebook

_FIGURES = TypeAdapter(tuple[Figure, ...])
_READERS = ("model", "rulebook", "reading", "extraction", "matching")
"""The rooms whose code decides what is read of a text."""


@dataclass(frozen=True, slots=True)
class Record:
    """What the store keeps of one article: the columns of its row but for number and version, and its blocking keys."""

    columns: dict[str, Any]
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
        "source": article.source,
        "published": _utc(article.published),
        "figure_count": len(read.figures),
        "head": article.head.model_dump_json(exclude_defaults=True),
        "text": article.text,
        "figures": _FIGURES.dump_json(read.figures, exclude_defaults=True).decode(),
        "profile": read.profile.model_dump_json(),
    }
    return Record(columns, stored_keys(read))


def restored(head: str, text: str, figures: str, profile: str) -> Account:
    """The account that these columns were made from."""
    return Account(article(head, text), _FIGURES.validate_json(figures), Profile.model_validate_json(profile))


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
    return tuple(sorted({_signed(key) for key in keys}))


@lru_cache(maxsize=1)
def extractor() -> str:
    """A digest of the code and data that read articles: what was read by others is known to be old."""
    digest = blake2b(digest_size=16)
    for room in _READERS:
        for file in _files(files("figurecheck") / room):
            digest.update(file.read_bytes())
    return digest.hexdigest()


def _files(folder: Traversable) -> Iterator[Traversable]:
    """All files in and under a folder, by name, but for what Python caches."""
    for item in sorted(folder.iterdir(), key=lambda item: item.name):
        if item.is_dir():
            yield from _files(item) if item.name != "__pycache__" else ()
        else:
            yield item


def _signed(key: str) -> int:
    return int.from_bytes(blake2b(key.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def _utc(moment: datetime | None) -> datetime | None:
    return moment and moment.astimezone(UTC)
