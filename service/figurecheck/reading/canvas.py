"""What projections are drawn on: plain text that knows where each of its pieces came from."""

from array import array
from bisect import bisect_right

SPACE, LINE, PARAGRAPH = 1, 2, 3
_BREAKS = ("", " ", "\n", "\n\n")
_LINE_ENDS = ("\n", "\r", "\t")


class SourceMap:
    """Segments of plain text and the source spans they stand for, in order and without overlap.

    A segment as long as its source maps character by character; any other maps as a whole.
    """

    __slots__ = ("ends", "plain", "starts")

    def __init__(self) -> None:
        self.plain = array("q")
        self.starts = array("q")
        self.ends = array("q")

    def add(self, plain: int, start: int, end: int) -> None:
        """Begin a segment at plain offset `plain` that stands for the source slice [start, end)."""
        self.plain.append(plain)
        self.starts.append(start)
        self.ends.append(end)

    def cut(self, size: int) -> None:
        """Forget all segments from number `size` on."""
        for column in (self.plain, self.starts, self.ends):
            del column[size:]

    def source(self, start: int, end: int, length: int) -> tuple[int, int]:
        """The source span of the plain span [start, end) of a plain text `length` long; all half open."""
        if not self.plain:
            return 0, 0
        first = self._locate(start, length)
        return (first[0], first[0]) if end <= start else (first[0], self._locate(end - 1, length)[1])

    def _locate(self, offset: int, length: int) -> tuple[int, int]:
        """The source span of the one plain character at `offset`."""
        index = max(bisect_right(self.plain, offset) - 1, 0)
        begin, start, end = self.plain[index], self.starts[index], self.ends[index]
        following = self.plain[index + 1] if index + 1 < len(self.plain) else length
        if following - begin != end - start:
            return start, end
        position = min(start + offset - begin, end)
        return position, min(position + 1, end)


class Canvas:
    """Takes slices of a source in order and joins them into plain text. Breaks wait until text follows them."""

    __slots__ = ("_cursor", "_fresh", "_last", "_linear", "_parts", "_pending", "length", "map", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self.map = SourceMap()
        self.length = 0
        self._parts: list[str] = []
        self._pending = 0
        self._last = PARAGRAPH  # the break that nothing was written behind yet
        self._fresh = True  # behind a break, where blanks are no text
        self._cursor = 0  # the source is done up to here
        self._linear = -1  # where the next slice would lengthen the last segment

    def feed(self, start: int, end: int) -> None:
        """Add the source slice [start, end); its line ends and tabs become blanks, one for one."""
        chunk = self.source[start:end]
        if self._fresh:
            bare = chunk.lstrip()
            if not bare:
                return
            start = end - len(bare)
            chunk = bare
        for blank in _LINE_ENDS:
            if blank in chunk:
                chunk = chunk.replace(blank, " ")
        self._put(start, end, chunk)

    def keep(self, start: int, end: int) -> None:
        """Add the source slice [start, end) as it stands, line ends included."""
        if start < end:
            self._put(start, end, self.source[start:end])

    def swap(self, start: int, end: int, text: str) -> None:
        """Let `text` stand for the source slice [start, end)."""
        if text and not (self._fresh and text.isspace()):
            self._put(start, end, text)

    def skip(self, strength: int) -> None:
        """Part what is written from what comes: by SPACE, LINE or PARAGRAPH, whichever is asked for most."""
        if strength > self._pending and strength > self._last:
            self._pending = strength
            self._fresh = True

    def open(self, start: int) -> int:
        """Write the waiting break now, ahead of source offset `start`; returns the plain offset that follows."""
        self._settle(start)
        return self.length

    def mark(self) -> tuple[int, int, int]:
        """A place to `retract` to."""
        return self.length, len(self._parts), len(self.map.plain)

    def since(self, mark: tuple[int, int, int]) -> str:
        """What was written after a mark."""
        return "".join(self._parts[mark[1] :])

    def retract(self, mark: tuple[int, int, int]) -> None:
        """Unwrite everything after a mark."""
        self.length, parts, segments = mark
        del self._parts[parts:]
        self.map.cut(segments)
        self._linear = -1
        self._last, self._pending, self._fresh = 0, PARAGRAPH, True

    def text(self) -> str:
        """The plain text so far."""
        return "".join(self._parts)

    def _settle(self, start: int) -> None:
        if self._pending:
            if self.length and not (self._pending == SPACE and self._parts[-1][-1].isspace()):
                self.map.add(self.length, self._cursor, start)
                self._parts.append(_BREAKS[self._pending])
                self.length += len(_BREAKS[self._pending])
                self._linear = -1
            self._last, self._pending = self._pending, 0

    def _put(self, start: int, end: int, chunk: str) -> None:
        self._settle(start)
        if len(chunk) != end - start:
            self.map.add(self.length, start, end)
            self._linear = -1
        else:
            if start == self._linear:
                self.map.ends[-1] = end
            else:
                self.map.add(self.length, start, end)
            self._linear = end
        self._parts.append(chunk)
        self.length += len(chunk)
        self._cursor = end
        self._last = 0
        self._fresh = False
