"""Articles and figures listed in pages, the ones read last first; each figure's filter has an index of its own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from pydantic import BeforeValidator, Field
from sqlalchemy import ColumnElement, Select, select

from figurecheck.model import Action, Article, ArticleHead, Figure, Kind, Model
from figurecheck.model.base import utf8
from figurecheck.storage import records
from figurecheck.storage.database import Database
from figurecheck.storage.fulltext import has_words
from figurecheck.storage.schema import article, figure


def _written(value: object) -> object:
    """A day as ISO 8601 writes it; a bare number is none."""
    return date.fromisoformat(value) if isinstance(value, str) else value


Day = Annotated[date, BeforeValidator(_written)]
Value = Annotated[float, Field(allow_inf_nan=False)]


class FigureQuery(Model):
    """Which figures to list; what is not given is not asked. Names are compared without case."""

    concept: str | None = Field(default=None, description="The concept of what is counted, such as uav.")
    unit: str | None = Field(default=None, description="The unit, such as kilometre or USD.")
    kind: Kind | None = None
    action: Action | None = None
    actor: str | None = Field(default=None, description="Who did it, as the article names it.")
    place: str | None = Field(default=None, description="Where, as the article names it.")
    source: str | None = Field(default=None, description="The outlet that published it.")
    text: str | None = Field(default=None, description="Words, or their beginnings, of its quote or what it counts.")
    at_least: Value | None = Field(default=None, description="The figure may be this or more.")
    at_most: Value | None = Field(default=None, description="The figure may be this or less.")
    since: Day | None = Field(default=None, description="It speaks of this day or a later one.")
    until: Day | None = Field(default=None, description="It speaks of this day or an earlier one.")

    def conditions(self) -> list[ColumnElement[bool]]:
        """What the rows of `figure` must meet."""
        given = {name: value for name, value in self if value is not None}
        return [_CONDITIONS[name](value) for name, value in given.items()]


def _is(name: str) -> Callable[[Any], ColumnElement[bool]]:
    return lambda value: figure.c[name] == value


def _is_folded(name: str) -> Callable[[Any], ColumnElement[bool]]:
    return lambda value: figure.c[name] == records.folded(value)


_CONDITIONS: dict[str, Callable[[Any], ColumnElement[bool]]] = {
    **{name: _is(name) for name in ("concept", "unit", "kind", "action")},
    **{name: _is_folded(name) for name in ("actor", "place", "source")},
    "text": has_words,
    "at_least": figure.c.high.__ge__,
    "at_most": figure.c.low.__le__,
    "since": figure.c.ends.__ge__,
    "until": figure.c.starts.__le__,
}


class StoredArticle(Model):
    """An article without its text. `number` names this reading of it; `version` counts its texts."""

    number: int
    version: int
    figures: int
    article: ArticleHead


class StoredFigure(Model):
    """A figure and the article that it stands in."""

    number: int
    article: ArticleHead
    figure: Figure


def articles(
    database: Database, *, source: str | None = None, before: int | None = None, limit: int = 50
) -> list[StoredArticle]:
    """The articles read last, from those numbered below `before` on."""
    columns = (article.c.number, article.c.version, article.c.figure_count, article.c.head)
    query = select(*columns) if source is None else select(*columns).where(article.c.source == records.folded(source))
    return [
        StoredArticle(
            number=row.number,
            version=row.version,
            figures=row.figure_count,
            article=ArticleHead.model_validate_json(row.head),
        )
        for row in _page(database, query, article.c.number, before, limit)
    ]


def figures(
    database: Database, asked: FigureQuery, *, before: int | None = None, limit: int = 50
) -> list[StoredFigure]:
    """The figures read last that meet what is asked, from those numbered below `before` on."""
    return [
        StoredFigure(
            number=row.number,
            article=ArticleHead.model_validate_json(row.head),
            figure=Figure.model_validate_json(row.record),
        )
        for row in _page(database, figures_query(asked), figure.c.number, before, limit)
    ]


def whole(database: Database, article_id: str) -> tuple[Article, list[Figure]] | None:
    """This article and the figures of this very text, in its order; None where there is no such article."""
    asked = select(article.c.number, article.c.head, article.c.text).where(article.c.id == utf8(article_id))
    with database.reading() as connection:
        row = connection.execute(asked).one_or_none()
        if row is None:
            return None
        own = select(figure.c.record).where(figure.c.article == row.number).order_by(figure.c.number)
        figures = [Figure.model_validate_json(record) for record in connection.scalars(own)]
    return records.article(row.head, row.text), figures


def figures_query(asked: FigureQuery) -> Select[Any]:
    """The rows that meet what is asked."""
    joined = select(figure.c.number, figure.c.record, article.c.head).join(
        article, article.c.number == figure.c.article
    )
    return joined.where(*asked.conditions())


def _page(database: Database, query: Select[Any], number: Any, before: int | None, limit: int) -> list[Any]:
    below = query if before is None else query.where(number < before)
    with database.reading() as connection:
        return list(connection.execute(below.order_by(number.desc()).limit(limit)))
