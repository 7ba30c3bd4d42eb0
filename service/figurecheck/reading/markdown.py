"""Markdown as a reader sees it, parsed by pulldown-cmark (CommonMark, in linear time) through pyromark."""

import re
from typing import Any

from pyromark import Options, events, events_with_range

from figurecheck.reading.canvas import LINE, PARAGRAPH, SPACE, Canvas
from figurecheck.reading.frontmatter import body_start
from figurecheck.reading.hypertext import HypertextReader
from figurecheck.reading.tables import TableReader
from figurecheck.reading.titles import TitleReader

_OPTIONS = (
    Options.ENABLE_TABLES
    | Options.ENABLE_FOOTNOTES
    | Options.ENABLE_STRIKETHROUGH
    | Options.ENABLE_TASKLISTS
    | Options.ENABLE_HEADING_ATTRIBUTES
    | Options.ENABLE_GFM
)
_SURROGATE = re.compile("[\ud800-\udfff]")
_UNREAD = frozenset(("Image", "CodeBlock", "Strikethrough"))
_TABLE = frozenset(("Table", "TableHead", "TableRow", "TableCell"))
_INLINE = frozenset(("Emphasis", "Strong", "Link"))
_MARKS = {"HardBreak": LINE, "Rule": PARAGRAPH}  # others are no more than a blank, a soft break among them
_BARE = frozenset(("Autolink", "Email"))  # links whose text is their address


class _Ruler:
    """Turns the parser's byte offsets into code points of the source; asked in rising order it takes one pass."""

    __slots__ = ("_bytes", "_done", "_points")

    def __init__(self, data: bytes, base: int) -> None:
        self._bytes = data
        self._done = 0
        self._points = base

    def point(self, offset: int) -> int:
        """The code point that starts at a byte."""
        if offset >= self._done:
            self._points += len(self._bytes[self._done : offset].decode("utf-8", "replace"))
        else:
            self._points -= len(self._bytes[offset : self._done].decode("utf-8", "replace"))
        self._done = offset
        return self._points

    def jump(self, offset: int, point: int) -> None:
        """Go to a byte whose code point is known."""
        self._done, self._points = offset, point


class _Shift:
    """The ruler of a text whose bytes are its code points."""

    __slots__ = ("_base",)

    def __init__(self, base: int) -> None:
        self._base = base

    def point(self, offset: int) -> int:
        """The code point that starts at a byte."""
        return self._base + offset

    def jump(self, offset: int, point: int) -> None:
        """Nothing: every code point is known."""


class MarkdownReader:
    """Draws a Markdown text on a canvas: link texts stay; addresses, images, code and struck-out words go."""

    __slots__ = ("_canvas", "_header", "_headings", "_html", "_ruler", "_run", "_tables", "_unread")

    def __init__(self, canvas: Canvas, tables: TableReader, headings: TitleReader) -> None:
        self._canvas = canvas
        self._tables = tables
        self._headings = headings
        self._html = HypertextReader(canvas, tables, headings)
        self._ruler: _Ruler | _Shift = _Shift(0)
        self._run: list[int] = []  # an unbroken piece of HTML that is still growing
        self._unread: list[str] = []  # the open tags inside which nothing is read
        self._header = False

    def read(self) -> None:
        """Draw the source, but for its front matter."""
        base = body_start(self._canvas.source)
        text = self._canvas.source[base:]
        if not text.isascii():
            text = _SURROGATE.sub("\ufffd", text)
            self._ruler = _Ruler(text.encode(), base)
        else:
            self._ruler = _Shift(base)
        for event, span in events_with_range(text, options=_OPTIONS):
            if isinstance(event, str):
                self._canvas.skip(_MARKS.get(event, SPACE))
                continue
            ((kind, value),) = event.items()
            if kind == "End":
                self._end(value)
            elif self._unread:
                if kind == "Start":
                    self._enter(value)
            elif kind == "Text":
                self._text(str(value), span["start"], span["end"])
            elif kind == "Start":
                self._start(value)
            elif kind in ("Html", "InlineHtml"):
                self._markup(kind, self._ruler.point(span["start"]), self._ruler.point(span["end"]))
            else:  # inline code, a footnote's mark
                self._canvas.skip(SPACE)

    def _text(self, value: str, first: int, last: int) -> None:
        """A piece of text that stands at the bytes [first, last): as it is, or for an entity."""
        start = self._ruler.point(first)
        end = start + len(value)
        size = len(value) if value.isascii() else len(value.encode())
        if size == last - first and self._canvas.source.startswith(value, start):
            self._ruler.jump(last, end)
            self._canvas.feed(start, end)
        else:
            self._canvas.swap(start, self._ruler.point(last), value)

    def _markup(self, kind: str, start: int, end: int) -> None:
        """HTML blocks come a line at a time, and a tag may go over several lines."""
        if kind == "InlineHtml":
            self._html.read(start, end)
        elif self._run and self._run[1] == start:
            self._run[1] = end
        else:
            self._flush()
            self._run = [start, end]

    def _flush(self) -> None:
        run, self._run = self._run, []
        if run:
            self._html.read(*run)

    def _enter(self, tag: Any) -> None:
        self._unread.append(tag if isinstance(tag, str) else next(iter(tag)))

    def _start(self, tag: Any) -> None:
        name = tag if isinstance(tag, str) else next(iter(tag))
        if name in _UNREAD or (name == "Link" and tag[name]["link_type"] in _BARE):
            self._canvas.skip(PARAGRAPH if name == "CodeBlock" else SPACE)
            self._enter(tag)
        elif name in _TABLE:
            self._start_table(name)
        elif name not in _INLINE:
            self._canvas.skip(PARAGRAPH)
            if name == "Heading" and tag[name]["level"] == "H1":
                self._headings.open(name)

    def _start_table(self, name: str) -> None:
        self._headings.forget()
        self._canvas.skip(LINE if name == "TableCell" else PARAGRAPH)
        if name == "TableCell":
            self._tables.open_cell(self._canvas.open(), self._header)
        elif name == "Table":
            self._tables.open_table(self._canvas.length)
        else:
            self._header = name == "TableHead"
            self._tables.open_row(self._canvas.length, self._header)

    def _end(self, tag: Any) -> None:
        name = tag if isinstance(tag, str) else next(iter(tag))
        if self._unread:
            self._unread.pop()
        elif name in _TABLE:
            self._end_table(name)
        elif name not in _INLINE:
            if name == "HtmlBlock":
                self._flush()
            elif name == "Heading":
                self._headings.close(name)
            self._canvas.skip(PARAGRAPH)

    def _end_table(self, name: str) -> None:
        self._headings.forget()
        if name == "TableCell":
            self._tables.close_cell(self._canvas.length)
            return
        if name == "Table":
            self._tables.close_table(self._canvas.length)
        self._canvas.skip(PARAGRAPH)


def first_heading(text: str) -> str:
    """The words of the first-level heading that the text begins with, in one line; "" without one."""
    words: list[str] = []
    event: Any
    for event in events(_SURROGATE.sub("\ufffd", text), options=_OPTIONS):
        if isinstance(event, str):
            words.append(" ")
            continue
        ((kind, value),) = event.items()
        if not words and not (kind == "Start" and "Heading" in value and value["Heading"]["level"] == "H1"):
            return ""
        if kind == "End" and "Heading" in value:
            break
        words.append(str(value) if kind in ("Text", "Code") else "")
    return " ".join("".join(words).split())
