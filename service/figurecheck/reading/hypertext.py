"""HTML as a reader sees it: tags, scripts and hidden parts gone, entities resolved, every offset kept.

A scanner of its own, since no well-kept HTML parser tells where in the source a piece of text stands. It follows the
HTML standard's tokenizer (section 13.2.5) as far as text is concerned, in one linear pass.
"""

import re
from functools import lru_cache
from html import unescape

from figurecheck.reading.canvas import SPACE, Canvas
from figurecheck.reading.elements import BREAKS, CODE, HIDEABLE, INLINE, TABLE, UNSEEN
from figurecheck.reading.tables import TableReader
from figurecheck.reading.titles import TitleReader

ATTRIBUTES = r"""(?:[^>=]++|=\s*+(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z)|[^\s>]*+))*+"""
_MARKUP = re.compile(
    rf"""<(?:(/?)([A-Za-z][^\s/>]*+)({ATTRIBUTES})(>|\Z)|!--(?:-?>|.*?(?:--!?>|\Z))|[!?/][^>]*+(?:>|\Z))"""
    r"""|&(?:[A-Za-z][A-Za-z0-9]{1,31}|\#(?:[0-9]{1,7}|[xX][0-9A-Fa-f]{1,6})(?![0-9A-Fa-f]));?""",
    re.DOTALL,
)
_ENTITY = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]{1,31}|\#(?:[0-9]{1,7}|[xX][0-9A-Fa-f]{1,6})(?![0-9A-Fa-f]));?")

_MOST_UNCLOSED = 8  # then no more end tags are looked for: each look may cost a pass over the text
_QUOTED = re.compile(r""""[^"]*+"|'[^']*+'""")
_HIDDEN = re.compile(r"\shidden(?=[\s=/]|\Z)", re.IGNORECASE)
_NO_DISPLAY = re.compile(r"""\sstyle\s*=\s*["'][^"']*display\s*:\s*none""", re.IGNORECASE)
_SPAN = re.compile(r"""\s(colspan|rowspan)\s*=\s*["']?\s*(\d{1,4})""", re.IGNORECASE)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@lru_cache(maxsize=4096)
def resolve(entity: str) -> str:
    """The text of one character reference, or the reference itself where it is none."""
    return unescape(entity)


@lru_cache(maxsize=256)
def _tag_named(name: str) -> re.Pattern[str]:
    return re.compile(rf"<(/?){re.escape(name)}(?=[\s/>]|\Z)[^>]*+>?", re.IGNORECASE)


class HypertextReader:
    """Draws HTML on a canvas, in one piece or, as Markdown has it, in several: what is open stays open between them."""

    __slots__ = ("_canvas", "_caption", "_head", "_headings", "_pre", "_raised", "_tables", "_unclosed")

    def __init__(self, canvas: Canvas, tables: TableReader, headings: TitleReader) -> None:
        self._canvas = canvas
        self._tables = tables
        self._headings = headings
        self._unclosed: set[str] = set()
        self._caption = -1
        self._head = 0  # rows are header rows while above 0
        self._pre = 0
        self._raised = 0

    def read(self, start: int, end: int) -> None:
        """Draw the source slice [start, end)."""
        position = start
        source, find, feed = self._canvas.source, _MARKUP.search, self._canvas.feed
        while mark := find(source, position, end):
            begin, position = mark.span()
            slash, name, attributes, closed = mark.groups()
            if begin > start:
                if self._raised or self._pre:
                    self._text(start, begin)
                else:
                    feed(start, begin)
            start = position
            if name is None:
                self._other(mark[0], begin, position)
            elif not closed:  # cut off in a tag: what is left is text, nothing is lost
                self._rest(begin, end)
                return
            elif name in INLINE and (slash or not attributes):
                continue
            elif slash:
                self._close(name.lower())
            else:
                start = position = self._open(name.lower(), attributes, position, end)
        if start < end:
            self._text(start, end)

    def _text(self, start: int, end: int) -> None:
        if self._raised:
            self._canvas.swap(start, end, self._canvas.source[start:end].translate(_RAISED))
        elif self._pre:
            self._canvas.keep(start, end)
        else:
            self._canvas.feed(start, end)

    def _other(self, markup: str, start: int, end: int) -> None:
        """An entity is its text; a comment, a doctype or a processing instruction is nothing."""
        if markup[0] == "&":
            text = resolve(markup)
            if text == markup:
                self._text(start, end)
            else:
                self._canvas.swap(start, end, text.translate(_RAISED) if self._raised else text)

    def _rest(self, start: int, end: int) -> None:
        for mark in _ENTITY.finditer(self._canvas.source, start, end):
            self._text(start, mark.start())
            start = mark.end()
            self._other(mark[0], mark.start(), start)
        self._text(start, end)

    def _open(self, name: str, attributes: str, position: int, end: int) -> int:
        """A start tag; returns where reading goes on, behind the element's end where none of it is seen."""
        strength = BREAKS.get(name)
        if name in UNSEEN or (attributes and name in HIDEABLE and _is_hidden(attributes)):
            self._canvas.skip(strength or SPACE)
            return self._past(name, position, end)
        if strength is not None:
            self._canvas.skip(strength)
            if name in TABLE:
                self._table_tag(name, attributes)
            elif name in ("h1", "title"):
                self._headings.open(name)
            elif name == "pre":
                self._pre += 1
        elif name == "sup":
            self._raised += 1
        return position

    def _close(self, name: str) -> None:
        """An end tag."""
        strength = BREAKS.get(name)
        if strength is not None:
            if name in ("h1", "title"):
                self._headings.close(name, always=name == "title")
            elif name == "pre":
                self._pre = max(self._pre - 1, 0)
            elif name in TABLE:
                self._end_table_tag(name)
            self._canvas.skip(strength)
        elif name == "sup":
            self._raised = max(self._raised - 1, 0)

    def _past(self, name: str, position: int, end: int) -> int:
        """Where an unseen element ends: behind its end tag, or at once where it has none."""
        if name in self._unclosed or len(self._unclosed) > _MOST_UNCLOSED:
            return position
        depth = 1
        for tag in _tag_named(name).finditer(self._canvas.source, position, end):
            depth += -1 if tag[1] else int(name not in CODE)
            if not depth:
                return tag.end()
        if name in CODE:
            return end
        self._unclosed.add(name)
        return position

    def _table_tag(self, name: str, attributes: str) -> None:
        self._headings.forget()
        tables, length = self._tables, self._canvas.length
        if name == "table":
            tables.open_table(length)
        elif name == "tr":
            tables.open_row(length, self._head > 0)
        elif name in ("td", "th"):
            tables.close_cell(length)
            spans = {key.lower(): int(value) for key, value in _SPAN.findall(attributes)} if attributes else {}
            start = self._canvas.open()
            tables.open_cell(start, name == "th", spans.get("colspan", 1), spans.get("rowspan", 1))
        elif name == "caption":
            self._caption = self._canvas.open()
        elif name == "thead":
            self._head = 1
        elif name in ("tbody", "tfoot"):
            self._head = 0

    def _end_table_tag(self, name: str) -> None:
        self._headings.forget()
        tables, length = self._tables, self._canvas.length
        if name == "table":
            tables.close_table(length)
            self._head = 0
        elif name in ("td", "th", "tr"):
            tables.close_cell(length)
        elif name == "thead":
            self._head = 0
        elif name == "caption" and self._caption >= 0:
            tables.caption(self._caption, length)
            self._caption = -1


def _is_hidden(attributes: str) -> bool:
    """Whether an element says of itself that it is not shown."""
    if "hidden" in attributes and _HIDDEN.search(_QUOTED.sub('""', attributes)):
        return True
    return "none" in attributes and _NO_DISPLAY.search(attributes) is not None
