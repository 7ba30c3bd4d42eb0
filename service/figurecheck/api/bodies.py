"""What the routes take: articles as JSON, or a text as it is."""

from dataclasses import dataclass
from typing import Annotated, Any

from litestar import Request
from litestar.exceptions import ClientException
from litestar.openapi.spec import (
    Example,
    OpenAPIMediaType,
    OpenAPIResponse,
    OpenAPIType,
    Operation,
    Parameter,
    Reference,
    RequestBody,
    Schema,
)
from pydantic import AfterValidator, BeforeValidator, Field, TypeAdapter, model_validator

from figurecheck.api import refusals
from figurecheck.model import Article, Format, Model
from figurecheck.model.article import Time
from figurecheck.reading.decoding import decode
from figurecheck.reading.ninjs import is_ninjs, ninjs_fields
from figurecheck.reading.sources import ReadError

TEXTS: dict[str, Format] = {
    "": "text",
    "text/plain": "text",
    "application/x-www-form-urlencoded": "text",
    "application/octet-stream": "text",
    "text/html": "html",
    "text/markdown": "markdown",
}
"""Media types whose body is the text itself; form-urlencoded is what curl --data-binary sends unless told otherwise."""
READ_AS_TEXT = "application/json, text/plain, text/html or text/markdown in UTF-8"


def _wired(item: Any) -> Any:
    """A ninjs item as the article it tells; anything else as it is."""
    if not isinstance(item, dict) or "text" in item or not is_ninjs(item):
        return item
    fields = {name: value for name, value in ninjs_fields(item).items() if value}
    if "text" not in fields:
        raise refusals.lacking("body_text", "the ninjs item has no text: no body_text, body_xhtml or bodies")
    return fields


def _told(article: Article) -> Article:
    """An article of blanks says nothing: whoever sent it meant another."""
    if not article.text or article.text.isspace():
        raise ValueError("the text is empty")
    return article


OTHER_REPORTS = ("application/sarif+json", "application/ld+json")
"""What a report is answered in beside plain JSON."""

Wired = Annotated[Article, BeforeValidator(_wired)]
"""An article, in wire form or as a ninjs item."""
Copy = Annotated[Wired, AfterValidator(_told)]
"""One with text in it."""


class CompareBody(Model):
    """The articles to compare, each with every other."""

    articles: list[Copy] = Field(min_length=2)


class CheckBody(Model):
    """An article, and what to check it against; without `against`, the corpus of the server."""

    article: Wired
    against: tuple[Copy, ...] | None = None

    @model_validator(mode="before")
    @classmethod
    def _bare(cls, data: Any) -> Any:
        """An article may stand alone."""
        return {"article": data} if isinstance(data, dict) and "text" in data and "article" not in data else data


class JsonRequest(Request[Any, Any, Any]):
    """A request whose body is JSON."""

    async def json(self) -> Any:
        """The body as JSON values. Raises ClientException (400) for what is no JSON or nested too deep."""
        try:
            return await super().json()
        except RecursionError:
            raise ClientException("the JSON is nested too deep") from None


class CopyRequest(JsonRequest):
    """A request whose body is JSON, or copy: then `json` gives an article of it."""

    async def json(self) -> Any:
        """The body as JSON values. Raises HTTPException: 415 for other media, 400 for what is no text in UTF-8."""
        media, options = self.content_type
        if media == "application/json" or media.endswith("+json"):
            return _wired(await super().json())
        if media not in TEXTS:
            raise refusals.Unread(media, READ_AS_TEXT)
        if options.get("charset", "utf-8").lower() not in {"utf-8", "utf8", "us-ascii"}:
            raise refusals.Unread(f"charset {options['charset']}", READ_AS_TEXT)
        return {"text": _text(await self.body()), "format": TEXTS[media]}


def _text(body: bytes) -> str:
    try:
        return decode(body, "the body")
    except ReadError as error:
        where = f" ({error.place})" if error.place else ""
        raise ClientException(f"the body {error.problem}{where}") from None


COPY_ONLY = r"^[^\x00]*[^\s\x00][^\x00]*$"
"""What a body of text is: more than blanks, and no binary file."""

COPY = "Rescuers said at least 27 people were killed when the ferry sank, and 14 were missing."
DRAFT = {"text": COPY, "title": "Ferry sinks off the coast", "source": "The Harbour Post", "published": "2026-03-04"}
OTHER = {
    "text": "The ferry sank with 22 people killed, the coast guard said.",
    "source": "Coast Radio",
    "published": "2026-03-04",
}


@dataclass
class ArticleOperation(Operation):
    """The OpenAPI page of a route that takes an article, as JSON or as the text itself."""

    def __post_init__(self) -> None:
        text = OpenAPIMediaType(
            schema=Schema(type=OpenAPIType.STRING, pattern=COPY_ONLY), examples={"text": Example(value=COPY)}
        )
        _show(self, draft=DRAFT).update(dict.fromkeys(("text/plain", "text/html", "text/markdown"), text))
        for asked in self.parameters or ():
            if isinstance(asked, Parameter) and asked.name == "published":
                asked.schema = _when()


@dataclass
class CheckOperation(ArticleOperation):
    """The OpenAPI page of the route that takes an article, alone or with what to check it against."""

    def __post_init__(self) -> None:
        super().__post_init__()
        json = _show(self, draft=DRAFT, against={"article": DRAFT, "against": [OTHER]})["application/json"]
        either = (Article.__name__, CheckBody.__name__)
        json.schema = Schema(one_of=[Reference(f"#/components/schemas/{name}") for name in either])
        assert self.responses is not None
        report = self.responses["200"]
        assert isinstance(report, OpenAPIResponse)
        assert report.content is not None
        report.content.update(dict.fromkeys(OTHER_REPORTS, OpenAPIMediaType(Schema(type=OpenAPIType.OBJECT))))


def _when() -> Schema:
    """What may be written of the time of publication, as the model has it."""
    said = TypeAdapter(Time).json_schema()
    kinds = [Schema(format=one["format"]) for one in said["anyOf"]]
    return Schema(type=OpenAPIType.STRING, pattern=said["pattern"], any_of=kinds)


def shown(**examples: object) -> type[Operation]:
    """The OpenAPI page of a route whose body is JSON, with these examples."""

    @dataclass
    class ShownOperation(Operation):
        def __post_init__(self) -> None:
            _show(self, **examples)

    return ShownOperation


def _show(operation: Operation, **examples: object) -> dict[str, OpenAPIMediaType]:
    """The body of the operation by media type, its JSON shown by examples."""
    assert isinstance(operation.request_body, RequestBody)
    content = operation.request_body.content
    content["application/json"].examples = {name: Example(value=value) for name, value in examples.items()}
    return content


async def refuse_empty(request: Request[Any, Any, Any]) -> None:
    """Raises ClientException (400) for a body of nothing."""
    if not await request.body():
        raise ClientException("the body is empty")
