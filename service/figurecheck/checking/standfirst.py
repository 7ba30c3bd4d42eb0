"""The lines above a story that its body must bear out: a headline that stands in the text, and the standfirst."""

import re
from collections.abc import Iterator

from figurecheck.checking.finding import View
from figurecheck.checking.passage import Passage
from figurecheck.checking.phrases import holds, phrases, singles

_OPEN_TAG = re.compile(r"<(h[1-6]|p|li|td|th|blockquote|figcaption)\b([^>]*)>", re.IGNORECASE)
_DATELINE = re.compile(r"[A-Z][A-Z.’']+[^.!?\n]{0,60}? ?[-–—] ")
_QUOTED = (".", "”", '"', "’")
MARKED = re.compile(r"(\*{1,3}|_{1,3})(?=\S)(.+)(?<=\S)\1")
"""A line of Markdown that is emphasised as a whole."""


def decks(view: View) -> Iterator[tuple[str, Passage]]:
    """The passages above the story, each with what it is: "title" or "standfirst"."""
    article = view.account.article
    name = {"html": _in_html, "markdown": _in_markdown}.get(article.format, _in_text)
    for passage in view.page.body:
        found = name(article.text, passage, view)
        if found is None:
            return
        yield found, passage


def _in_html(text: str, passage: Passage, view: View) -> str | None:
    """By its element: a heading, or a paragraph whose class says so, with no other paragraph before it."""
    tags = [*_OPEN_TAG.finditer(text, 0, passage.start)]
    if not tags or any(_html_name(tag, view) is None for tag in tags):
        return None
    return _html_name(tags[-1], view)


def _html_name(tag: re.Match[str], view: View) -> str | None:
    element, attributes = tag[1].lower(), tag[2].lower()
    if element == "h1":
        return "title"
    marked = any(word in attributes for word in singles(view.rule, "marks"))
    return "standfirst" if element.startswith("h") or marked else None


def _in_markdown(text: str, passage: Passage, view: View) -> str | None:
    """By its line: a heading, or emphasised as a whole, with nothing else before it."""
    start = text.rfind("\n", 0, passage.start) + 1
    names = [_line_name(line.strip()) for line in text[: start + _length(text, start)].splitlines() if line.strip()]
    return names[-1] if names and None not in names else _in_text(text, passage, view)


def _length(text: str, start: int) -> int:
    end = text.find("\n", start)
    return (end if end >= 0 else len(text)) - start


def _line_name(line: str) -> str | None:
    if line.startswith("#"):
        return "standfirst" if line.startswith("##") else "title"
    return "standfirst" if MARKED.fullmatch(line) else None


def _in_text(text: str, passage: Passage, view: View) -> str | None:
    """The first paragraph, where it is short and has no full stop, or a dateline opens the one behind it."""
    first, _, rest = text.lstrip().partition("\n\n")
    if not rest.strip() or len(first) > view.rule.setting("standfirst", 160) or passage.start > text.index(first) + 1:
        return None
    above = not first.rstrip().endswith(_QUOTED) or _DATELINE.match(rest.lstrip())
    return "standfirst" if above and not holds(passage.words, phrases(view.rule, "speech")) else None
