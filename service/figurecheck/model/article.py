"""One text to read."""

from datetime import UTC, datetime
from hashlib import blake2b
from typing import Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, WithJsonSchema, model_validator

from figurecheck.model.base import Model

Format = Literal["text", "markdown", "html"]


YEARS = range(1000, 9000)
"""The years an article may be of: a day reckoned from its publication stays within what a date can hold."""


def _written(value: object) -> object:
    """A time is written as ISO 8601 has it; a bare number, which says seconds or years alike, is none."""
    if isinstance(value, int | float) or (isinstance(value, str) and value.strip()[4:5] != "-"):
        raise ValueError("write it as ISO 8601, such as 2026-03-04 or 2026-03-04T09:30:00Z")
    return value


def _aware(value: datetime) -> datetime:
    """A time without a zone is taken as UTC, so that any two published times can be compared."""
    if value.year not in YEARS:
        raise ValueError(f"the year must lie between {YEARS.start} and {YEARS.stop - 1}")
    return value if value.tzinfo else value.replace(tzinfo=UTC)


Time = Annotated[
    datetime,
    BeforeValidator(_written),
    AfterValidator(_aware),
    WithJsonSchema(
        {
            "type": "string",
            "pattern": "^[1-8][0-9]{3}-",
            "anyOf": [{"format": "date"}, {"format": "date-time"}],
            "examples": ["2026-03-04", "2026-03-04T09:30:00Z"],
        }
    ),
]
"""When something was published: a day, or a time, UTC unless a zone is given."""


Id = Annotated[str, WithJsonSchema({"type": ["string", "null"]}, mode="validation")]
"""What an article is called; where it is not said, or null, it is called by its text."""


class ArticleHead(Model):
    """An article without its text: what a report carries."""

    id: Id = Field(default="", description="Unique name of the article; a hash of its text unless given.")
    title: str | None = None
    source: str | None = Field(default=None, description="The outlet that published it.")
    published: Time | None = Field(default=None, description="ISO 8601; UTC unless a zone is given.")
    url: str | None = None
    language: str = "en"
    format: Format = Field(default="text", description="How `text` is marked up; offsets point into it as received.")


class Article(ArticleHead):
    """One text with what is known of it. Figures' offsets are code points into `text` or `title`, exactly as given."""

    text: str

    @model_validator(mode="before")
    @classmethod
    def _name(cls, data: Any) -> Any:
        if isinstance(data, dict) and data.get("id") in (None, "") and isinstance(data.get("text"), str):
            digest = blake2b(data["text"].encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()
            return {**data, "id": digest}
        return data

    @property
    def head(self) -> ArticleHead:
        """The article without its text."""
        return ArticleHead(**{name: getattr(self, name) for name in ArticleHead.model_fields})
