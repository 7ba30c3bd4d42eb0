"""What a reader sees of a text, and where in the source each piece of it stands."""

import re
from dataclasses import dataclass

from figurecheck.model import Format
from figurecheck.reading.canvas import Canvas, SourceMap
from figurecheck.reading.tables import Cell, Table, TableReader
from figurecheck.reading.titles import TitleReader

__all__ = ["Cell", "Projection", "Table", "project"]

# Soft hyphen, zero-width characters, joiners, bidi marks and the byte order mark: there, and not to be seen.
_UNSEEN = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
_LIGATURES = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
_ODD = re.compile(f"[{_UNSEEN}]+|[{''.join(_LIGATURES)}]")
_ANY_ODD = re.compile(f"[{_UNSEEN}{''.join(_LIGATURES)}]")
"""One set of characters, which is sought five times as fast as alternatives are."""


@dataclass(frozen=True, slots=True)
class Projection:
    """Plain text to read. Offsets are code points, spans half open."""

    text: str
    tables: tuple[Table, ...] = ()
    _maps: tuple[SourceMap, ...] = ()

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The source span of the plain span [start, end): first character to last, the markup between them included."""
        for segments in self._maps:
            start, end = segments.source(start, end)
        return start, end


def project(text: str, format: Format, title: str | None = None) -> Projection:  # noqa: A002 - the wire's name
    """What a reader sees of `text`.

    Characters that are not to be seen are gone and ligatures are spelled out, in every format. Markup is gone: block
    elements part paragraphs by an empty line, table cells and line breaks part lines, inline elements vanish. A heading
    that gives the `title` again is left out, since the title is read by itself. Takes time in proportion to the text
    and never raises.
    """
    seen = _seen(text)
    if format == "text":
        return seen
    canvas, tables = Canvas(seen.text), TableReader()
    headings = TitleReader(canvas, title)
    if format == "html":
        from figurecheck.reading.hypertext import HypertextReader

        HypertextReader(canvas, tables, headings).read(0, len(seen.text))
    else:
        from figurecheck.reading.markdown import MarkdownReader

        MarkdownReader(canvas, tables, headings).read()
    plain = canvas.text()
    return Projection(plain, tables.finish(plain), (canvas.map, *seen._maps))


def _seen(text: str) -> Projection:
    """The text without what is not to be seen; the text itself, at once, where it has nothing of the kind."""
    if text.isascii() or not _ANY_ODD.search(text):
        return Projection(text)
    canvas, start = Canvas(text), 0
    for odd in _ODD.finditer(text):
        canvas.keep(start, odd.start())
        start = odd.end()
        canvas.swap(odd.start(), start, _LIGATURES.get(odd[0], ""))
    canvas.keep(start, len(text))
    return Projection(canvas.text(), (), (canvas.map,))
