"""What the query may say of an article whose body, a bare text, cannot say it."""

from typing import Annotated

from litestar.params import QueryParameter
from pydantic import ValidationError

from figurecheck.api import refusals
from figurecheck.api.queries import WITHOUT_NUL
from figurecheck.model import Article, ArticleHead

Source = Annotated[
    str | None, QueryParameter(description="The outlet, where the body does not name it.", pattern=WITHOUT_NUL)
]
Published = Annotated[
    str | None, QueryParameter(description="When it was published, where the body does not say: ISO 8601.")
]
Title = Annotated[str | None, QueryParameter(description="The title, where the body has none.", pattern=WITHOUT_NUL)]


def headed(article: Article, source: str | None, published: str | None, title: str | None) -> Article:
    """The article with what the query adds to it; what the body says goes first.

    Raises ValidationException (422) for what does not fit, and for a text of blanks.
    """
    if not article.text or article.text.isspace():
        raise refusals.lacking("text", "the text is empty")
    given = {"source": source, "published": published, "title": title}
    try:
        head = ArticleHead.model_validate({name: value for name, value in given.items() if value is not None})
    except ValidationError as error:
        raise refusals.invalid(error, "query") from None
    lacking = {name: getattr(head, name) for name in head.model_fields_set if getattr(article, name) is None}
    return article.model_copy(update=lacking)
