"""/v1/articles: what the corpus holds."""

from dataclasses import dataclass
from typing import Annotated, Any
from urllib.parse import unquote

from litestar import Request, Router, delete, get, put
from litestar.datastructures import State
from litestar.openapi.spec import OpenAPIType, Operation, Schema
from litestar.params import JSONBody, QueryParameter

from figurecheck.api import bulk, work
from figurecheck.api.access import READ, WRITE
from figurecheck.api.bodies import ArticleOperation, CopyRequest, refuse_empty
from figurecheck.api.heads import Published, Source, Title, headed
from figurecheck.api.pages import Cursor, Limit, Page, page
from figurecheck.api.problems import documented
from figurecheck.api.queries import WITHOUT_NUL
from figurecheck.api.refusals import OtherId, known
from figurecheck.model import Article, Figure, Model
from figurecheck.storage import search
from figurecheck.storage.search import StoredArticle

Outlet = Annotated[str | None, QueryParameter(description="Only those of this outlet.", pattern=WITHOUT_NUL)]


class Known(Model):
    """An article and the figures that were found in it."""

    article: Article
    figures: tuple[Figure, ...]


def _id(request: Request[Any, Any, Any]) -> str:
    """The id as the address has it: an id may hold slashes, and routing would fold them."""
    path = request.scope["raw_path"].partition(b"?")[0]  # some servers leave the query on it
    return unquote(path.decode("latin-1").partition("/articles/")[2])


class NamedRequest(CopyRequest):
    """A request whose body is the article that its address names."""

    async def json(self) -> Any:
        """The body, with the id of the address where it gives none."""
        found = await super().json()
        nameless = isinstance(found, dict) and found.get("id") in (None, "")
        return {**found, "id": _id(self)} if nameless else found


def of_article(kind: type[Operation]) -> type[Operation]:
    """The OpenAPI page of a route whose address names an article."""

    @dataclass
    class NamedOperation(kind):  # type: ignore[valid-type, misc]
        def __post_init__(self) -> None:
            if hasattr(super(), "__post_init__"):
                super().__post_init__()
            [name] = [one for one in self.parameters if one.name == "article_id"]
            name.schema = Schema(type=OpenAPIType.STRING, min_length=1)
            name.description = "The id of the article, percent-encoded."

    return NamedOperation


@put(
    "/{article_id:path}",
    status_code=200,
    before_request=refuse_empty,
    operation_id="put_article",
    operation_class=of_article(ArticleOperation),
    request_class=NamedRequest,
    summary="Keep an article under its id",
    opt=WRITE,
    responses=documented(408, 409, 413, 415),
)
async def put_article(
    data: JSONBody[Article],
    request: NamedRequest,
    state: State,
    source: Source = None,
    published: Published = None,
    title: Title = None,
) -> work.Kept:
    """Keeps the article and its figures in place of what stood under its id; the same again changes nothing."""
    if data.id != _id(request):
        raise OtherId("the id in the body is not the one that the address names")
    kept: work.Kept = await state.readers(work.put, headed(data, source, published, title))
    return kept


@get(
    "/{article_id:path}",
    operation_id="get_article",
    operation_class=of_article(Operation),
    summary="One article with its figures",
    opt=READ,
    sync_to_thread=True,
    responses=documented(404, 409),
)
def get_article(request: Request[Any, Any, Any], state: State) -> Known:
    """The article as it was given, and its figures in the order of its text."""
    article, figures = known(search.whole(state.desk.kept.database, _id(request)), "article")
    return Known(article=article, figures=tuple(figures))


@delete(
    "/{article_id:path}",
    operation_id="delete_article",
    operation_class=of_article(Operation),
    summary="Forget an article",
    opt=WRITE,
    sync_to_thread=True,
    responses=documented(404, 409),
)
def delete_article(request: Request[Any, Any, Any], state: State) -> None:
    """Forgets the article and its figures; no check meets them from then on."""
    known(state.desk.kept.remove([_id(request)]) or None, "article")


@get(
    "/",
    operation_id="list_articles",
    summary="The articles of the corpus",
    opt=READ,
    sync_to_thread=True,
    responses=documented(409),
)
def list_articles(state: State, source: Outlet = None, cursor: Cursor = None, limit: Limit = 50) -> Page[StoredArticle]:
    """The articles without their texts, those read last first."""
    found = search.articles(state.desk.kept.database, source=source, before=cursor, limit=limit + 1)
    return page(found, [one.number for one in found], limit)


articles = Router(
    "/articles", route_handlers=[put_article, get_article, delete_article, list_articles, bulk.load], tags=["articles"]
)
