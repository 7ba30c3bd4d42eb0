"""Tables of a text: which headers stand over and beside each cell."""

import re
from bisect import bisect_right
from dataclasses import dataclass, field

_LONGEST_HEADER = 120  # characters; a longer cell is prose, not a header
_WIDEST_SPAN = 100
_NUMERIC = re.compile(r"\W*\d")
_YEAR = re.compile(r"\W*(?:1[89]|20)\d\d(?:\W+\d\d(?:\d\d)?)?\W*")


@dataclass(frozen=True, slots=True)
class Cell:
    """A data cell: its plain span [start, end) and the headers of its column and row, empty where there are none.

    `line` is the plain span of the whole row that it stands in.
    """

    start: int
    end: int
    column: str
    row: str
    line: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its plain span [start, end), its caption (empty where there is none) and its data cells in order."""

    start: int
    end: int
    caption: str
    cells: tuple[Cell, ...]


@dataclass(slots=True)
class _Slot:
    """A cell as it stood in the markup."""

    start: int
    end: int
    header: bool
    first: int  # column numbers, both ends included
    last: int
    depth: int  # rows that it covers
    carried: bool = False  # it began in a row above


@dataclass(slots=True)
class _Grid:
    start: int
    rows: list[list[_Slot]] = field(default_factory=list)
    heads: int = 0  # rows that the markup says are headers
    caption: tuple[int, int] | None = None
    nested: bool = False
    open: _Slot | None = None
    end: int = 0


class TableReader:
    """Follows table markup, in any order it comes, and makes `Table`s of it at the end."""

    __slots__ = ("_done", "_stack", "grids")

    def __init__(self) -> None:
        self._stack: list[_Grid] = []
        self._done: list[_Grid] = []

    def open_table(self, at: int) -> None:
        """A table begins at plain offset `at`."""
        for outer in self._stack[-1:]:
            outer.nested = True
        self._stack.append(_Grid(at))

    def close_table(self, at: int) -> None:
        """The innermost table ends."""
        if self._stack:
            self.close_cell(at)
            grid = self._stack.pop()
            grid.end = at
            self._done.append(grid)

    def open_row(self, at: int, head: bool = False) -> None:
        """A row begins, a header row where the markup says so."""
        if self._stack:
            self.close_cell(at)
            grid = self._stack[-1]
            if head and grid.heads == len(grid.rows):
                grid.heads += 1
            grid.rows.append([])

    def open_cell(self, at: int, header: bool = False, columns: int = 1, rows: int = 1) -> None:
        """A cell begins; `columns` and `rows` are how many it spans."""
        if not self._stack:
            return
        self.close_cell(at)
        grid = self._stack[-1]
        if not grid.rows:
            grid.rows.append([])
        first = self._free_column(grid)
        last = first + min(max(columns, 1), _WIDEST_SPAN) - 1
        grid.open = _Slot(at, at, header, first, last, min(max(rows, 1), _WIDEST_SPAN))
        grid.rows[-1].append(grid.open)

    def close_cell(self, at: int) -> None:
        """The open cell of the innermost table ends."""
        if self._stack and self._stack[-1].open is not None:
            self._stack[-1].open.end = at
            self._stack[-1].open = None

    def caption(self, start: int, end: int) -> None:
        """The innermost table's caption is the plain span [start, end)."""
        if self._stack:
            self._stack[-1].caption = (start, end)

    def finish(self, text: str) -> tuple[Table, ...]:
        """All tables of the plain `text`, in order."""
        while self._stack:
            self.close_table(len(text))
        return tuple(_table(grid, text) for grid in sorted(self._done, key=lambda grid: grid.start))

    @staticmethod
    def _free_column(grid: _Grid) -> int:
        """The first column that no cell of this row, nor one reaching down from the row above, holds."""
        row = grid.rows[-1]
        column = row[-1].last + 1 if row else 0
        if len(grid.rows) > 1 and len(grid.rows[-2]) <= _WIDEST_SPAN:
            above = grid.rows[-2]
            index = bisect_right(above, column, key=lambda slot: slot.first) - 1
            while (
                0 <= index < len(above) and above[index].first <= column <= above[index].last and above[index].depth > 1
            ):
                held = above[index]
                row.append(_Slot(held.start, held.end, held.header, held.first, held.last, held.depth - 1, True))
                column = held.last + 1
                index += 1
        return column


def _tight(start: int, end: int, text: str) -> tuple[int, int]:
    """The span without blanks at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return start, end


def _words(slot: _Slot, text: str) -> str:
    """A header cell's text in one line, or nothing where the cell holds prose."""
    return " ".join(text[slot.start : slot.end].split()) if slot.end - slot.start <= _LONGEST_HEADER else ""


def _is_label(words: str) -> bool:
    return bool(words) and (not _NUMERIC.match(words) or _YEAR.fullmatch(words) is not None)


def _head_count(grid: _Grid, text: str) -> int:
    """How many rows at the top are headers: as marked, else one where its cells are labels over something."""
    count = grid.heads
    while count < len(grid.rows) and grid.rows[count] and all(slot.header for slot in grid.rows[count]):
        count += 1
    if count or len(grid.rows) < 2 or len(grid.rows[0]) < 2:
        return count if count < len(grid.rows) else 0
    labels = [_words(slot, text) for slot in grid.rows[0]]
    return int(all(_is_label(label) for label in labels[1:]) and (not labels[0] or _is_label(labels[0])))


def _row_header(row: list[_Slot], text: str) -> tuple[str, int]:
    """A row's header, and how many of its cells make it."""
    count = 0
    while count < len(row) and row[count].header:
        count += 1
    if count:
        return " ".join(filter(None, (_words(slot, text) for slot in row[:count]))), count
    label = _words(row[0], text) if len(row) > 1 else ""
    return (label, 1) if _is_label(label) else ("", 0)


def _column_header(heads: list[list[_Slot]], labels: dict[int, str], slot: _Slot) -> str:
    """The texts of all header cells over a cell, from the top, each once."""
    found: list[str] = []
    for row in heads:
        index = bisect_right(row, slot.first, key=lambda head: head.first) - 1
        if index >= 0 and row[index].last >= slot.first:
            label = labels[id(row[index])]
            if label and label not in found:
                found.append(label)
    return " ".join(found)


def _cells(grid: _Grid, text: str) -> list[Cell]:
    heads = grid.rows[: _head_count(grid, text)][:4]
    labels = {id(slot): _words(slot, text) for row in heads for slot in row}
    cells = []
    for row in grid.rows[len(heads) :]:
        if not row:
            continue
        header, count = _row_header(row, text)
        own = [slot for slot in row if not slot.carried]
        line = _tight(own[0].start, own[-1].end, text) if own else (0, 0)
        for index, slot in enumerate(row):
            start, end = _tight(slot.start, slot.end, text)
            if slot.header or slot.carried or start == end:
                continue
            column = _column_header(heads, labels, slot)
            cells.append(Cell(start, end, column, header if index >= count else "", line))
    return cells


def _table(grid: _Grid, text: str) -> Table:
    caption = ""
    if grid.caption and grid.caption[1] - grid.caption[0] <= 2 * _LONGEST_HEADER:
        caption = " ".join(text[slice(*grid.caption)].split())
    cells = () if grid.nested else tuple(_cells(grid, text))
    start, end = _tight(grid.start, grid.end, text)
    return Table(start, end, caption, cells)
