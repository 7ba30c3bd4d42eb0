"""What the words of a figure are found by: the full-text index that each database has of its own."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, bindparam, false
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.types import NullType

from figurecheck.storage.records import words

INDEX = "figure_words"
"""A table of SQLite's, FTS5, that triggers keep; an index of PostgreSQL's, GIN."""


class _HasWords(ColumnElement[bool]):
    """Has the figure all of these words, or words that begin so?"""

    inherit_cache = False
    type: Any = NullType()  # as a Boolean, SQLite would compare it with 1, and go by no index

    def __init__(self, asked: list[str]) -> None:
        self.asked = asked


@compiles(_HasWords, "sqlite")
def _by_fts5(element: _HasWords, compiler: Any, **options: Any) -> str:
    asked = compiler.process(bindparam("asked", " ".join(f'"{word}"*' for word in element.asked)), **options)
    return f"figure.number IN (SELECT rowid FROM {INDEX} WHERE {INDEX} MATCH {asked})"


@compiles(_HasWords, "postgresql")
def _by_gin(element: _HasWords, compiler: Any, **options: Any) -> str:
    asked = compiler.process(bindparam("asked", " & ".join(f"'{word}':*" for word in element.asked)), **options)
    return f"to_tsvector('simple', figure.words) @@ to_tsquery('simple', {asked})"


def has_words(text: str) -> ColumnElement[bool]:
    """What the rows of `figure` must meet that have the words of this text; none does where it has no words."""
    asked = words(text)
    return _HasWords(asked) if asked else false()
