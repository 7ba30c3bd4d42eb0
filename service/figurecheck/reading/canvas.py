"""What projections are drawn on: plain text that knows where each of its pieces came from."""

from array import array
from bisect import bisect_right

SPACE, LINE, PARAGRAPH = 1, 2, 3
_BREAKS = ("", " ", "\n", "\n\n")


class SourceMap:
    """Segments of plain text and the source they stand for, in order: character by character, or as a whole."""

    __slots__ = ("plain", "starts", "wholes")

    def __init__(self) -> None:
        self.plain = array("q")  # where each segment starts in the plain text
        self.starts = array("q")  # and in the source
        self.wholes: dict[int, int] = {}  # where a segment that maps as a whole ends in the source, by its number

    def add(self, plain: int, start: int) -> None:
        """Begin a segment at plain offset `plain` that maps character by character, from source offset `start` on."""
        self.plain.append(plain)
        self.starts.append(start)

    def add_whole(self, plain: int, start: int, end: int) -> None:
        """Begin a segment at plain offset `plain` of which each character stands for the source slice [start, end)."""
        self.wholes[len(self.plain)] = end
        self.add(plain, start)

    def cut(self, size: int) -> None:
        """Forget all segments from number `size` on."""
        del self.plain[size:], self.starts[size:]
        while self.wholes and next(reversed(self.wholes)) >= size:
            self.wholes.popitem()

    def source(self, start: int, end: int) -> tuple[int, int]:
        """The source span of the plain span [start, end), both half open."""
        if not self.plain:
            return 0, 0
        first = self._locate(start)
        return (first[0], first[0]) if end <= start else (first[0], self._locate(end - 1)[1])

    def _locate(self, offset: int) -> tuple[int, int]:
        """The source span of the one plain character at `offset`."""
        index = max(bisect_right(self.plain, offset) - 1, 0)
        whole = self.wholes.get(index)
        if whole is not None:
            return self.starts[index], whole
        position = self.starts[index] + offset - self.plain[index]
        return position, position + 1


class Canvas:
    """Takes slices of a source in order and joins them into plain text. Breaks wait until text follows them."""

    __slots__ = ("_cursor", "_flat", "_fresh", "_last", "_linear", "_parts", "_pending", "length", "map", "source")

    def __init__(self, source: str) -> None:
        self.source = source
        self.map = SourceMap()
        self.length = 0
        self._flat = source.replace("\n", " ").replace("\r", " ").replace("\t", " ")
        self._parts: list[str] = []
        self._pending = 0  # the break that waits; there is one only where _fresh is true
        self._last = PARAGRAPH  # the break that nothing was written behind yet
        self._fresh = True  # behind a break, where blanks are no text
        self._cursor = 0  # the source is done up to here
        self._linear = -1  # where the next slice would lengthen the last segment

    def feed(self, start: int, end: int) -> None:
        """Add the source slice [start, end); its line ends and tabs become blanks, one for one."""
        chunk = self._flat[start:end]
        if self._fresh:
            chunk = chunk.lstrip()
            if not chunk:
                return
            start = end - len(chunk)
            self._begin(start)
        if start != self._linear:
            self.map.add(self.length, start)
        self._linear = self._cursor = end
        self._parts.append(chunk)
        self.length += end - start

    def keep(self, start: int, end: int) -> None:
        """Add the source slice [start, end) as it stands, line ends included."""
        if start < end:
            self._add(start, end, self.source[start:end])

    def swap(self, start: int, end: int, text: str) -> None:
        """Let `text` stand for the source slice [start, end): character by character where it is as long."""
        if text and not (self._fresh and text.isspace()):
            self._add(start, end, text)

    def skip(self, strength: int) -> None:
        """Part what is written from what comes: by SPACE, LINE or PARAGRAPH, whichever is asked for most."""
        if strength > self._pending and strength > self._last:
            self._pending = strength
            self._fresh = True

    def open(self) -> int:
        """Write the waiting break now; returns the plain offset that follows."""
        self._settle(self._cursor)
        return self.length

    def mark(self) -> tuple[int, int, int]:
        """A place to `retract` to; right behind a break."""
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

    def _add(self, start: int, end: int, text: str) -> None:
        if self._fresh:
            self._begin(start)
        if len(text) != end - start:
            self.map.add_whole(self.length, start, end)
            self._linear = -1
        else:
            if start != self._linear:
                self.map.add(self.length, start)
            self._linear = end
        self._cursor = end
        self._parts.append(text)
        self.length += len(text)

    def _begin(self, start: int) -> None:
        """Text follows, from source offset `start` on: write the break that waits for it."""
        self._settle(start)
        self._last = 0
        self._fresh = False

    def _settle(self, start: int) -> None:
        if not self._pending:
            return
        if self.length and not (self._pending == SPACE and self._parts[-1][-1].isspace()):
            self.map.add_whole(self.length, self._cursor, start)
            self._linear = -1
            self._parts.append(_BREAKS[self._pending])
            self.length += len(_BREAKS[self._pending])
        self._last, self._pending = self._pending, 0
