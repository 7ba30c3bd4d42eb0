"""What is known of an article, put together: from its file, and from whoever reads it, who knows better."""

from collections.abc import Mapping
from typing import Any

from pydantic import ValidationError

from figurecheck.model import Article
from figurecheck.reading.dates import published_time
from figurecheck.reading.errors import ReadError

META = ("id", "title", "source", "published", "url", "language")
"""The fields of an article, its text and format aside."""

_DATE = "write it in ISO 8601, as 2025-10-16 or 2025-10-16T08:00:00Z"

Meta = Mapping[str, str]
"""Fields that the reader gives, by name; they win over what a file says of itself."""


def check_meta(meta: Mapping[str, str | None]) -> dict[str, str]:
    """The fields that are given at all. Raises TypeError on an unknown one, ReadError on a date that is none."""
    unknown = sorted(set(meta) - set(META))
    if unknown:
        raise TypeError(f"unknown field: {', '.join(unknown)}; there are {', '.join(META)}")
    given = {name: value for name, value in meta.items() if value}
    if "published" in given:
        try:
            published_time(given["published"])
        except ValueError as error:
            raise ReadError("published", str(error), mend=_DATE) from None
    return given


def make_article(fields: Mapping[str, Any], meta: Meta, name: str, place: str = "") -> Article:
    """An article of the fields a file gives and of `meta`, which wins. Raises ReadError that names the field."""
    known = {key: value for key, value in fields.items() if value is not None and value != ""}
    known.update(meta)
    published = known.get("published")
    if isinstance(published, str):
        try:
            known["published"] = published_time(published)
        except ValueError as error:
            raise ReadError(name, f"published: {error}", place, _DATE) from None
    if "text" in known and isinstance(known["text"], str) and not known["text"].strip():
        known.pop("text")
    try:
        return Article.model_validate(known)
    except ValidationError as error:
        raise ReadError(
            name, _first_problem(error), place, f"an article has {', '.join((*META, 'format', 'text'))}"
        ) from None


def _first_problem(error: ValidationError) -> str:
    first = error.errors(include_url=False, include_context=False)[0]
    field = ".".join(str(part) for part in first["loc"]) or "article"
    if first["type"] == "extra_forbidden":
        return f"unknown field {field!r}"
    if first["type"] == "missing":
        return f"has no {field}"
    message = first["msg"]
    return f"{field}: {message[:1].lower()}{message[1:]}"
