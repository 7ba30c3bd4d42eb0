"""Plain text and Markdown files: front matter, then the copy as it stands."""

from collections.abc import Iterator

from figurecheck.model import Article
from figurecheck.reading.errors import ReadError
from figurecheck.reading.fields import Meta, make_article
from figurecheck.reading.frontmatter import front_fields, front_matter

_HEAD = 4000  # characters in which a Markdown text's first heading is looked for


def read_text(text: str, name: str, meta: Meta) -> Iterator[Article]:
    """The one article of a plain text: what follows the front matter, as it stands. It has no title of its own."""
    yield make_article({**_front(text, name), "format": "text"}, meta, name)


def read_markdown(text: str, name: str, meta: Meta) -> Iterator[Article]:
    """The one article of a Markdown text: what follows the front matter.

    Its title, where nothing else gives one, is a first-level heading at its very start. The heading stays in the text;
    a projection of it that knows the title leaves it out.
    """
    fields = {**_front(text, name), "format": "markdown"}
    if "title" not in fields and "title" not in meta:
        fields["title"] = _first_heading(fields["text"])
    yield make_article(fields, meta, name)


def _front(text: str, name: str) -> dict[str, str]:
    """The fields of the front matter, and the text behind it."""
    written, start = front_matter(text)
    fields = front_fields(written, name) if written else {}
    body = text[start:]
    if not body.strip():
        raise ReadError(
            name, "is empty: nothing stands behind its front matter", mend="give it some text or leave it out"
        )
    return {**fields, "text": body}


def _first_heading(text: str) -> str:
    """The words of a first-level heading that the text begins with; "" without one."""
    head = text.lstrip()[:_HEAD]
    if not (head.startswith("#") or "\n=" in head):
        return ""
    from figurecheck.reading.markdown import first_heading

    return first_heading(head)
